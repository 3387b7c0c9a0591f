"""Who said what to whom, and when. On the cold path, hence no dataclasses."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from phraselint.model.errors import InputError
from phraselint.model.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any


class Speaker(StrEnum):
    """Who wrote a message."""

    AGENT = "agent"
    CUSTOMER = "customer"
    BOT = "bot"
    SYSTEM = "system"


class Channel(StrEnum):
    """Where a conversation takes place."""

    EMAIL = "email"
    CHAT = "chat"
    SOCIAL = "social"
    VOICE = "voice"
    SMS = "sms"
    TICKET = "ticket"
    INTERNAL = "internal"


class Person(NamedTuple):
    """A customer or an agent as the record names them."""

    id: str | None = None
    name: str | None = None
    email: str | None = None


class Message(NamedTuple):
    """One message; ``turn`` is its own number where the record gives one, ``row`` its line of the input from 1."""

    text: str
    speaker: Speaker = Speaker.AGENT
    author: str | None = None
    channel: Channel | None = None
    timestamp: str | None = None
    turn: int | None = None
    row: int | None = None


class Conversation(NamedTuple):
    """Messages in order, and what is known of the people and the matter."""

    messages: tuple[Message, ...]
    id: str | None = None
    channel: Channel | None = None
    customer: Person = Person()
    agent: Person = Person()
    team: str | None = None
    segment: str | None = None
    status: str | None = None
    timezone: str | None = None
    fields: Mapping[str, Any] = {}

    @classmethod
    def from_record(cls, record: Mapping[str, Any], row: int | None = None) -> Conversation:
        """The conversation that one JSON object holds: ``messages[]``, each with text and speaker.

        Raises InputError naming the key at fault.
        """
        messages = record.get("messages")
        if not isinstance(messages, list):
            raise InputError("'messages' is not a list")
        channel = _channel(record.get("channel"))
        return cls(
            tuple(message_from(each, channel, row, place) for place, each in enumerate(messages)),
            _text(record, "conversation_id"),
            channel,
            _person(record, "customer"),
            _person(record, "agent"),
            _text(record, "team"),
            _text(record, "segment"),
            _text(record, "status"),
            _text(record, "timezone"),
            record.get("fields") or {},
        )


def message_from(
    record: object, channel: Channel | None = None, row: int | None = None, place: int | None = None
) -> Message:
    """The message that one JSON object holds; text and speaker are a must. Raises InputError naming the key."""
    where = "" if place is None else f"messages[{place}]: "
    if not isinstance(record, Mapping):
        raise InputError(f"{where}not an object")
    text = record.get("text")
    if not isinstance(text, str):
        raise InputError(f"{where}'text' is missing or not a string")
    try:
        speaker = Speaker(str(record.get("speaker")))
    except ValueError:
        raise InputError(f"{where}'speaker' is {record.get('speaker')!r}, not one of {_names(Speaker)}") from None
    turn = record.get("turn")
    if turn is not None and (isinstance(turn, bool) or not isinstance(turn, int)):
        raise InputError(f"{where}'turn' is not a whole number")
    author = _text(record, "author") or _text(record, "agent_id")
    own = _channel(record.get("channel"))
    return Message(text, speaker, author, own or channel, _text(record, "timestamp"), turn, row)


def _channel(value: object) -> Channel | None:
    if value is None or value == "":
        return None
    try:
        return Channel(str(value))
    except ValueError:
        raise InputError(f"'channel' is {value!r}, not one of {_names(Channel)}") from None


def _names(kind: Iterable[StrEnum]) -> str:
    return ", ".join(kind)


def _text(record: Mapping[str, Any], key: str) -> str | None:
    value = record.get(key)
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    raise InputError(f"{key!r} is not a string")


def _person(record: Mapping[str, Any], key: str) -> Person:
    value = record.get(key)
    if value is None:
        return Person()
    if isinstance(value, str):
        return Person(name=value)
    if not isinstance(value, Mapping):
        raise InputError(f"{key!r} is not an object")
    return Person(_text(value, "id"), _text(value, "name"), _text(value, "email"))
