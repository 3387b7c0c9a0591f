"""Conversations between people with names, and what one rule finds in them."""

from typing import Any

from phraselint.model.conversation import Conversation
from phraselint.model.findings import Finding
from tests.service.told import Lines, linter

ASKED = ("customer", "Is it open?")


def between(
    lines: Lines, customer: str | None = None, agent: str | None = None, channel: str = "chat", **more: Any
) -> Conversation:
    """A conversation of (speaker, text) lines; a speaker may be "customer Rosa Vega" to name another author."""
    messages = []
    for speaker, text in lines:
        role, _, author = speaker.partition(" ")
        messages.append({"speaker": role, "text": text, "author": author or None})
    record = {"messages": messages, "channel": channel, "customer": customer, "agent": agent, **more}
    return Conversation.from_record(record)


def found(
    rule: str,
    lines: Lines,
    customer: str | None = None,
    agent: str | None = None,
    channel: str = "chat",
    **more: Any,
) -> tuple[Finding, ...]:
    return linter().lint(between(lines, customer, agent, channel, **more), only=[rule]).findings


def marked(
    rule: str,
    lines: Lines,
    customer: str | None = None,
    agent: str | None = None,
    channel: str = "chat",
    **more: Any,
) -> list[tuple[int, str]]:
    """The message and the words of each finding."""
    return [(each.message, each.match) for each in found(rule, lines, customer, agent, channel, **more)]
