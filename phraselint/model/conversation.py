"""Who said what to whom, and when. On the cold path, hence no dataclasses."""

from __future__ import annotations

from phraselint.model.errors import InputError
from phraselint.model.values import NamedTuple, StrEnum

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, TypeGuard, TypeVar

    _Kind = TypeVar("_Kind", bound=StrEnum)


class Speaker(StrEnum):
    """Who wrote a message."""

    AGENT = "agent"
    CUSTOMER = "customer"
    BOT = "bot"
    SYSTEM = "system"


COMPANY = (Speaker.AGENT, Speaker.BOT)
"""Who speaks for the company."""


class Channel(StrEnum):
    """Where a conversation takes place."""

    EMAIL = "email"
    CHAT = "chat"
    SOCIAL = "social"
    VOICE = "voice"
    SMS = "sms"
    TICKET = "ticket"
    INTERNAL = "internal"


CHANNELS = tuple(Channel)
"""All channels, in the order in which they are named to people."""


ACTS = ("thanks", "request", "question", "complaint", "apology", "greeting")
"""What a customer's message may do; each is the name of a signal. ``none`` is a message that does none of them."""


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
            _fields(record),
        )


MOST_DIGITS = 20  # of a turn that is a text; Python refuses to read thousands


def message_from(
    record: object, channel: Channel | None = None, row: int | None = None, place: int | None = None
) -> Message:
    """The message that one JSON object holds; text and speaker are a must. Raises InputError naming the key."""
    where = "" if place is None else f"messages[{place}]: "
    if not _is_object(record):
        raise InputError(f"{where}not an object")
    text = _must(record, "text", where)
    if not isinstance(text, str):
        raise InputError(f"{where}'text' is not a string")
    speaker = _one_of(Speaker, _must(record, "speaker", where), f"{where}'speaker'")
    turn = record.get("turn")
    if isinstance(turn, str) and turn.isdecimal() and len(turn) < MOST_DIGITS:
        turn = int(turn)  # a table that was made into JSON has nothing but texts
    if turn is not None and (isinstance(turn, bool) or not isinstance(turn, int)):
        raise InputError(f"{where}'turn' is not a whole number")
    author = _text(record, "author") or _text(record, "agent_id")
    own = _channel(record.get("channel"))
    return Message(text, speaker, author, own or channel, _text(record, "timestamp"), turn, row)


def _is_object(value: object) -> TypeGuard[Mapping[str, Any]]:
    from collections.abc import Mapping  # late, as it loads all collections: a draft asks for none

    return isinstance(value, Mapping)


def _channel(value: object) -> Channel | None:
    if value is None or value == "":
        return None
    return _one_of(Channel, value, "'channel'")


OTHER_NAMES = {
    "speaker": ("role", "sender", "from", "author_type", "speaker_type", "participant"),
    "text": ("message", "body", "content", "msg", "utterance"),
}
"""What other programs call the keys that are a must."""


def _must(record: Mapping[str, Any], key: str, where: str) -> Any:
    """The value of a key. Raises InputError where it is missing, naming the key that may have been meant."""
    if record.get(key) is not None:
        return record[key]
    known = {name.lower(): name for name in record}
    other = next((known[name] for name in (key, *OTHER_NAMES[key]) if name in known and known[name] != key), None)
    raise InputError(f"{where}'{key}' is missing" + (f"; found '{other}': call it '{key}'" if other else ""))


def _one_of(kind: type[_Kind], value: object, what: str) -> _Kind:
    """A value in any case. Raises InputError naming those that there are."""
    try:
        return kind(str(value).strip().lower())
    except ValueError:
        raise InputError(f"{what} is '{value}', not one of {', '.join(kind)}") from None


def _text(record: Mapping[str, Any], key: str) -> str | None:
    value = record.get(key)
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    raise InputError(f"{key!r} is not a string")


def _fields(record: Mapping[str, Any]) -> Mapping[str, Any]:
    value = record.get("fields") or {}
    if not _is_object(value):
        raise InputError("'fields' is not an object")
    return value


def _person(record: Mapping[str, Any], key: str) -> Person:
    value = record.get(key)
    if value is None:
        return Person()
    if isinstance(value, str):
        return Person(name=value)
    if not _is_object(value):
        raise InputError(f"{key!r} is not an object")
    return Person(_text(value, "id"), _text(value, "name"), _text(value, "email"))
