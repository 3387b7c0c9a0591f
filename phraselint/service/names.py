"""Names of persons: what one looks like, and whether a word is a form of one: a part, a short form, initials."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from phraselint.model.values import NamedTuple
from phraselint.service.given_names import is_given_name, related
from phraselint.text.sentences import TITLES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from typing import Any

SMALL_TITLES = "|".join((*TITLES, "miss"))
"""Titles that stand before a name in small letters, too: alternatives of an expression."""
TITLED = "|".join(each.title() for each in (*TITLES, "miss", "rev", "herr", "frau"))
"""Titles with which people name themselves: alternatives of an expression."""

# The little words of surnames: a closed list of the languages, which no company adds to. Who is nobody's name
# ("team", "customer") and by which titles one is greeted, are signals of wrong-name; short forms are its settings.
_PARTICLES = "de da di du del della dos das van von der den dem la le el al bin ibn ben ter ten te zu af av y e".split()
UPPER = "A-ZÆÐØÞĐŁŒ"
LETTERS = UPPER + "a-zæðøþđłœßı"
"""Letters of a text without accents, for a class of an expression; Ø and its like are no O with an accent."""

_PART = rf"(?!I\b)(?:[{UPPER}][{LETTERS}]+(?:['-][{LETTERS}]+)*|[A-Z]'[A-Z][a-z]+|[{UPPER}]\.|[{UPPER}](?= [{UPPER}]))"
SHAPE = re.compile(rf"{_PART}(?:(?: |(?<=\.))(?:(?:{'|'.join(_PARTICLES)}) ){{0,2}}{_PART}){{0,3}}(?![{LETTERS}])")
"""A name of one to four words, as a text without accents has it."""

_FIRM = re.compile(
    r"(?:Ltd|Limited|LLC|LLP|Inc|Corp|PLC|plc|GmbH|mbH|AG|KG|SARL|SAS|SpA|Srl|BV|NV|AB|ApS|Oy|Pty|Pvt|Bros|& Co)\b\.?$"
)
"""What a company's name ends in: the legal forms, a closed list."""

_LETTERS = str.maketrans({"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})
_SPELLED_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
WRITTEN = re.compile(r"[^\W\d_]+(?:[.'\u2019 -]+[^\W\d_]+)*\.?")
"""A name in letters only, of any number of words."""

_HANDLE = re.compile(r"[a-z][A-Z]|[A-Z]{2}[a-z]")
_INNER_CAPITAL = re.compile(r"(?:Mc|Mac|De|Di|Du|La|Le|Van|O')[A-Z]")


WORDS = frozenset(
    "will mark may rose grace hope joy faith april june august summer dawn art bill jack drew frank rich grant "
    "chase jay ray rob guy bob pat sue sandy penny ruby pearl amber ivy lily daisy holly heather iris violet "
    "olive basil ginger sage rosemary robin gene victor norm bud dean earl duke king mike nick jean don major "
    "prince paris chelsea sky star page long short young old day gray grey green brown black white stone wood "
    "woods field fields park banks bank case price cook baker law cross moss wise little strong street waters "
    "lake rivers bell ball bird fox wolf".split()
)
"""Names that are words of the language, too."""


_ANYBODY = frozenset("customer client visitor guest user caller member patient unknown anonymous requester".split())
"""What stands in the place of a name that nobody knows."""


class Name(NamedTuple):
    """A name as somebody wrote it, and where: a message, a field of the record (``field``), or the record itself."""

    text: str
    place: int | None = None
    start: int = 0
    end: int = 0
    field: str = ""

    @property
    def words(self) -> list[str]:
        """Its words, as written."""
        return [word.strip(".") for word in self.text.split() if word.strip(".")]


def is_name(text: str) -> bool:
    """Whether a text has the shape of a person's name; firms, user names, addresses and tags of redaction have not."""
    text = text.strip()
    if (
        text.casefold() in _ANYBODY
        or _FIRM.search(text)
        or not WRITTEN.fullmatch(text)
        or len(text) > 60
        or len(text.split()) > 6
    ):
        return False
    if any(_HANDLE.search(word) and not _INNER_CAPITAL.match(word) for word in text.split()):
        return False
    return " " in text or not text[0].islower() or is_given_name(plain(text))


def answers(word: str, names: Collection[Name], forms: Mapping[str, Any] | None = None) -> bool:
    """Whether a word of a greeting or signature stands for one of these people.

    It may be a word of the name, however its accents are written, a short or full form of it, its first letter, or
    initials. ``forms`` adds to the short forms that we know: a full name and its short forms.
    """
    folded = plain(word)
    if not folded:
        return False
    if len(folded) == 1:
        return any(plain(part)[:1] == folded for name in names for part in name.words)
    return is_of(word, names, forms) or any(
        _initials(name).startswith(folded) or _joins(name, folded) or _begins(name, folded) or _clips(name, folded)
        for name in names
    )


def is_of(word: str, names: Collection[Name], forms: Mapping[str, Any] | None = None) -> bool:
    """Whether a word is a word of one of the names, or a short or full form of it."""
    return any(_akin(word, part, forms or {}) for name in names for part in name.words)


def _akin(word: str, part: str, forms: Mapping[str, Any]) -> bool:
    one, other = spellings(word), spellings(part)
    if one & other or any(related(mine, theirs) for mine in one for theirs in other):
        return True
    return any({plain(word), plain(part)} <= _forms(full, short) for full, short in forms.items())


def _forms(full: str, short: Any) -> set[str]:
    listed = [short] if isinstance(short, str) else short
    return {plain(full), *(plain(str(each)) for each in listed)}


@lru_cache(maxsize=4096)
def spellings(word: str) -> frozenset[str]:
    """How a word of a name may be written: without accents, with ae for ä, its hyphenated parts apart and together."""
    lowered = word.lower()
    parts = [each for each in lowered.split("-") if len(each) > 1]
    return frozenset(plain(each.translate(table)) for each in (lowered, *parts) for table in ({}, _SPELLED_OUT)) - {""}


@lru_cache(maxsize=4096)
def plain(word: str) -> str:
    """A word in lower case, without accents, letters only."""
    lowered = word.lower()
    if not lowered.isascii():
        lowered = unicodedata.normalize("NFKD", lowered).lower().translate(_LETTERS)
    return "".join(letter for letter in lowered if letter.isalpha())


def _joins(name: Name, folded: str) -> bool:
    """Whether a word is words of the name that stand side by side: Meiling for Mei Ling."""
    words = [plain(each) for each in name.words]
    return any(
        "".join(words[first:last]) == folded for first in range(len(words)) for last in range(first + 2, len(words) + 1)
    )


def _begins(name: Name, folded: str) -> bool:
    """Whether a word may be the first name of whom only its initial is known: Alice for A. Moon."""
    first = plain(name.words[0]) if len(name.words) > 1 else ""
    return len(first) == 1 and folded.startswith(first) and is_given_name(folded)


def _clips(name: Name, folded: str) -> bool:
    """Whether a word is the beginning of the first name: Suni for Sunita; if a name of its own, no more than half."""
    first = plain(name.words[0]) if name.words else ""
    if not _CLIPPED <= len(folded) <= len(first) - 2 or not first.startswith(folded):
        return False
    return 2 * len(folded) <= len(first) or not is_given_name(folded)


_CLIPPED = 3  # letters that a name is cut down to


def _initials(name: Name) -> str:
    return "".join(plain(part)[:1] for word in name.words for part in word.split("-"))
