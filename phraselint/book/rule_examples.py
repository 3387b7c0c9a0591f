"""Reads the examples of a service rule: whole conversations with [[marks]] at what must be flagged."""

from collections.abc import Iterator, Mapping
from typing import Any

from phraselint.book.contents import RuleExample
from phraselint.book.entries import examples_in, plain, text, unmark
from phraselint.book.settings import native, read_settings
from phraselint.book.source import Listing, Node, Scalar, Source, Table
from phraselint.book.team import check_team
from phraselint.model.conversation import Channel, Conversation, Message, Person, Speaker

_Span = tuple[int, int, int]


def read_examples(node: Node | None, defaults: Mapping[str, Any], source: Source) -> Iterator[RuleExample]:
    """The examples of a fitted list; ``defaults`` are the settings of the rule."""
    for kind, table in examples_in(node):
        yield _example(kind, table, defaults, source)


def _example(kind: str, table: Table, defaults: Mapping[str, Any], source: Source) -> RuleExample:
    said = table.get(kind)
    assert isinstance(said, Listing)  # its shape has been checked
    before = len(source.mistakes)
    messages, spans = _messages(said, source)
    if kind == "flag" and not spans and len(messages) == len(said.items) and len(source.mistakes) == before:
        source.wrong(said, "nothing is marked in this 'flag'", "put [[ ]] around the words that must be flagged")
    if kind == "pass" and spans:
        source.wrong(said, "something is marked in this 'pass'", "write 'flag', or take [[ ]] away")
    settings = table.get("settings")
    check_team(table.get("team"), source)
    return RuleExample(
        kind,
        _conversation(messages, table),
        source.place(table),
        spans,
        _evidence(table.get("evidence"), messages, source),
        text(table, "because") or None,
        plain(table.get("team")) or {},
        read_settings(settings.keys, defaults, "the rule", source) if isinstance(settings, Table) else {},
    )


def _messages(node: Listing, source: Source) -> tuple[tuple[Message, ...], tuple[_Span, ...]]:
    messages: list[Message] = []
    spans: list[_Span] = []
    for item in node.items:
        pair = _said(item)
        if pair is not None and isinstance(item, Table):
            speaker, marked = pair
            bare, found = unmark(marked, source)
            spans += [(len(messages), *span) for span in found or ()]
            channel = text(item, "channel")
            author, at = text(item, "author") or None, text(item, "at") or None
            messages.append(Message(bare, speaker, author, Channel(channel) if channel else None, at))
    return tuple(messages), tuple(spans)


def _said(item: Node) -> tuple[Speaker, Scalar] | None:
    for speaker in Speaker if isinstance(item, Table) else ():
        marked = item.get(speaker) if isinstance(item, Table) else None
        if isinstance(marked, Scalar):
            return speaker, marked
    return None


def _conversation(messages: tuple[Message, ...], table: Table) -> Conversation:
    channel, fields = text(table, "channel"), native(table.get("fields"))
    return Conversation(
        messages,
        channel=Channel(channel) if channel else None,
        customer=Person(None, text(table, "customer_name") or None, text(table, "customer_email") or None),
        agent=Person(None, text(table, "agent_name") or None),
        segment=text(table, "segment") or None,
        status=text(table, "status") or None,
        timezone=text(table, "timezone") or None,
        fields=fields or {},
    )


def _evidence(node: Node | None, messages: tuple[Message, ...], source: Source) -> tuple[int | str, ...] | None:
    """Numbers of messages and names of fields; a number that no message has is reported."""
    if not isinstance(node, Listing):
        return None
    found: list[int | str] = []
    for item in node.items:
        if isinstance(item, Scalar):
            number = item.value.isdecimal() and not item.style
            if number and int(item.value) >= len(messages):
                source.wrong(item, f"there is no message {item.value}", "messages count from 0")
            found.append(int(item.value) if number else item.value)
    return tuple(found)
