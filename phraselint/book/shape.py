"""The kinds of shapes that a part of a YAML file may have, and those that stand in every table.

Tables of them say what each part may hold: ``condition_shape``, ``entry_shape``, ``book_shape`` and ``rule_shape``. The
loader checks by them, and the JSON Schemas are written from them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from phraselint.model.findings import Severity


@dataclass(frozen=True, slots=True)
class Text:
    """Any text; ``empty`` where it may be empty."""

    what: str
    empty: bool = False


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a fixed list; what to write instead of "off" is said by ``off``, instead of others by ``other``."""

    what: str
    words: tuple[str, ...]
    off: str = ""
    other: str = ""


@dataclass(frozen=True, slots=True)
class Name:
    """A name in small letters, digits and hyphens; where ``path``, it may have a part before a slash."""

    what: str
    path: bool = False


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number from 1 on."""

    what: str


@dataclass(frozen=True, slots=True)
class Many:
    """A list; where ``single``, one value may stand for a list of one; ``empty`` where it may hold nothing."""

    what: str
    shape: "Shape"
    single: bool = True
    empty: bool = False


class Field(NamedTuple):
    """One key: what it holds, and what editors say about it."""

    shape: "Shape"
    help: str


@dataclass(frozen=True, slots=True)
class Keys:
    """A mapping with known keys.

    ``required`` must be there, exactly one of ``one_of``, and with a key of ``needs`` the key that it names. ``more``
    is what other keys hold, where there may be others. ``hint`` helps who wrote a mapping by mistake.
    """

    what: str
    fields: Mapping[str, Field]
    required: tuple[str, ...] = ()
    one_of: tuple[str, ...] = ()
    needs: Mapping[str, str] = field(default_factory=dict)
    more: "Shape | None" = None
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """A mapping from names of one's own to one shape each; ``key`` is the shape of the names."""

    what: str
    key: Text | Name
    shape: "Shape"


@dataclass(frozen=True, slots=True)
class Either:
    """A short form in one scalar, or a long form in a mapping."""

    what: str
    short: "Text | Word | Name"
    long: Keys


@dataclass(frozen=True, slots=True)
class Anything:
    """Whatever its owner makes of it, later."""

    what: str


Shape = Text | Word | Name | Number | Many | Keys | Named | Either | Anything

OFF = "off"
TRUE, FALSE = "true", "false"
QUOTE_A_PHRASE = "put quotes around a phrase that begins with [ or {"

SEVERITY = Word("a severity", tuple(Severity))
ID = Name("an id")
SWITCH = Word("a switch", (TRUE, FALSE))
PATTERN = Text("a phrase")
