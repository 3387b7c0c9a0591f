"""Conversations with times as the tables write them, and what one rule finds in them."""

from typing import Any

from phraselint.model.conversation import Conversation
from phraselint.model.findings import Finding
from tests.service.told import linter

Row = tuple[str, str, str] | tuple[str, str, str, str]
"""(speaker, time of a day or a whole timestamp, text), and the channel where it is another."""

DAY = "2025-06-03"  # a Tuesday


def found(rule: str, rows: list[Row], channel: str = "chat", zone: str | None = "Europe/London") -> list[Finding]:
    messages = [_message(*row) for row in rows]
    record = {"channel": channel, "timezone": zone, "messages": messages}
    return list(linter().lint(Conversation.from_record(record), only=[rule]).findings)


def _message(speaker: str, at: str, text: str, channel: str | None = None) -> dict[str, Any]:
    stamp = at if "T" in at or not at else f"{DAY}T{at}"
    return {"speaker": speaker, "text": text, "timestamp": stamp or None, "channel": channel}
