"""Conversations as the tables write them, and what one rule finds in them."""

from functools import cache

from phraselint.engine.linter import Linter
from phraselint.match.library import load
from phraselint.model.conversation import Channel, Conversation, Message, Person, Speaker
from phraselint.model.findings import Finding

Lines = list[tuple[str, str]]
"""(speaker, text) of each message."""


@cache
def linter() -> Linter:
    return Linter(load())


def conversation(
    lines: Lines, channel: str = "chat", customer: str | None = None, email: str | None = None
) -> Conversation:
    messages = tuple(Message(text, Speaker(speaker)) for speaker, text in lines)
    return Conversation(messages, channel=Channel(channel), customer=Person(name=customer, email=email))


def findings(rule: str, lines: Lines, channel: str = "chat", email: str | None = None) -> tuple[Finding, ...]:
    return linter().lint(conversation(lines, channel, email=email), only=[rule]).findings


def flagged(rule: str, text: str, channel: str = "chat") -> list[str]:
    """What a rule finds in a message of an agent to a customer who said hello."""
    lines = [("customer", "Hello."), ("agent", text)]
    return [text[each.start : each.end] for each in findings(rule, lines, channel)]
