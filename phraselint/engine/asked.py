"""What a caller asks of the linter, checked: a value that is none is told, with what would be right."""

from __future__ import annotations

from phraselint.model.conversation import ACTS, CHANNELS, Conversation, Message, Person, Speaker
from phraselint.model.errors import InputError
from phraselint.model.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from typing import Any, TypeVar

    from phraselint.engine.context import Given
    from phraselint.engine.linter import Linter
    from phraselint.engine.result import Result

    _Name = TypeVar("_Name", str, str | None)


SPEAKERS = tuple(Speaker)


class Asked(NamedTuple):
    """How to lint: the context given by the caller, which entries, and whether to say why each finding stands."""

    given: Given
    only: Collection[str] | None
    ignore: Collection[str]
    trace: bool

    @property
    def all(self) -> bool:
        """Whether no entry and no rule is left out."""
        return self.only is None and not self.ignore

    def wants(self, rule: str) -> bool:
        """Whether the entry or rule of that id is to be judged."""
        return (self.only is None or rule in self.only) and rule not in self.ignore


class Again:
    """Lints another text of the last message as the first was linted. A pickle of it raises when it is called."""

    __slots__ = ("_asked", "_conversation", "_linter")

    def __init__(self, linter: Linter, conversation: Conversation, asked: Asked) -> None:
        self._linter = linter
        self._conversation = conversation
        self._asked = asked

    def __call__(self, text: str) -> Result:
        """The result of the conversation with that text in its last message."""
        if not isinstance(text, str):
            raise TypeError(f"expected a text (str), {_not(text)}")
        *before, last = self._conversation.messages
        conversation = self._conversation._replace(messages=(*before, last._replace(text=text)))
        return self._linter.relint(conversation, self._asked, True)

    def __deepcopy__(self, memo: object) -> Again:
        return self

    def __reduce__(self) -> tuple[object, tuple[()]]:
        return _parted, ()


def _parted() -> object:
    """What a pickle holds in the place of ``Again``, as a linter stays where it is."""
    return without_linter


def without_linter(_text: str) -> Result:
    """Raises InputError."""
    raise InputError("this result was pickled, without its linter: fix it before, or lint its text again")


def conversation_of(text: object) -> Conversation:
    """A draft as a conversation of one message, a conversation with its speakers as such.

    Raises TypeError for what is no text and no conversation of messages, InputError for a speaker or channel of none.
    """
    if isinstance(text, str):
        return Conversation((Message(text),))
    if not isinstance(text, Conversation):
        raise TypeError(f"expected a text (str) or a Conversation, {_not(text)}")
    one_of(CHANNELS, text.channel, "channel")
    for who in (text.customer, text.agent):
        if not isinstance(who, Person):
            raise TypeError(f"expected a Person as the customer or the agent of a Conversation, {_not(who)}")
    if not isinstance(text.messages, tuple | list):
        raise TypeError(f"expected a tuple of Message as the messages of a Conversation, {_not(text.messages)}")
    return text._replace(messages=tuple([_message(each, place) for place, each in enumerate(text.messages)]))


def _message(given: object, place: int) -> Message:
    """A message of a conversation, its speaker as such where it was given by name. Raises as ``conversation_of``."""
    if not isinstance(given, Message):
        raise TypeError(f"messages[{place}]: expected a Message, {_not(given)}")
    if not isinstance(given.text, str):
        raise TypeError(f"messages[{place}]: expected a text (str), {_not(given.text)}")
    one_of(CHANNELS, given.channel, "channel")
    if isinstance(given.speaker, Speaker):
        return given
    if given.speaker is None:
        raise InputError(f"messages[{place}]: there is no speaker; expected one of {', '.join(SPEAKERS)}")
    return given._replace(speaker=Speaker(one_of(SPEAKERS, given.speaker, "speaker")))


def _not(given: object) -> str:
    """What was given instead, for the end of a message."""
    hint = "; decode them first" if isinstance(given, bytes | bytearray) else ""
    return f"not {type(given).__name__}{hint}"


def one_of(known: Collection[str], value: _Name, what: str) -> _Name:
    """The value where it is None or known. Raises InputError with the nearest that is."""
    if value in known or value is None:
        return value
    from phraselint.book.nearest import hint

    said = hint(str(value), known) or ("" if known else "there is none")
    raise InputError(f"'{value}' is no {what}" + (f"; {said}" if said else ""))


def acts(reply_to: str | Iterable[str] | None) -> frozenset[str] | None:
    """What the customer's last message does, by name. Raises InputError, and TypeError for what holds no names."""
    if reply_to is None:
        return None
    named = frozenset((reply_to,) if isinstance(reply_to, str) else _names(reply_to, "an act of a customer's message"))
    for name in sorted(named):
        one_of((*ACTS, "none"), name, "act of a customer's message")
    return named


def ids(given: Iterable[str] | None) -> tuple[str, ...]:
    """The ids that were given. Raises TypeError for a text, whose letters are none."""
    if isinstance(given, str):
        raise TypeError(f"expected a collection of ids, such as [{given!r}], not a str")
    return () if given is None else _names(given, "a collection of ids")


def _names(given: Any, what: str) -> tuple[str, ...]:
    """The names of a collection, as texts. Raises TypeError for bytes and for what is no collection."""
    if isinstance(given, bytes | bytearray) or not hasattr(given, "__iter__"):
        raise TypeError(f"expected {what}, {_not(given)}")
    return tuple(map(str, given))
