"""What becomes of the characters beyond ASCII before words are compared."""

from __future__ import annotations

import re
import unicodedata

from phraselint.text.offsets import Made

TYPE_CHECKING = False
if TYPE_CHECKING:
    from phraselint.text.offsets import OffsetMap

_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
_FIXED = {
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc\u2032\u00b4\uff07", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\uff02", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d", "-"),
    **dict.fromkeys("\u2122\u00ae\u00a9\u00ad\u180e", ""),
    **dict.fromkeys("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0", ""),  # seen as nothing
    **dict.fromkeys("\u0085\u2028", "\n"),
    "\u2029": "\n\n",
    "\u2026": "\u2026",  # keeps its own sign: NFKC would make three sentence ends of it
    "\u2044": "/",
    "\u03a3": "\u03c3",  # str.lower() would make it final or not by its neighbours
    "\u03c2": "\u03c3",
}


def clean(text: str) -> tuple[str, OffsetMap | None]:
    """The text in comparable characters, case kept, and the map back (None where no offset moved).

    The result lower-cases character by character: ``len(clean.lower()) == len(clean)``.
    """
    made = Made()
    moved = False
    at = 0
    for run in _BEYOND_ASCII.finditer(text):
        if run.start() > at:
            made.put(text[at : run.start()], at, run.start(), copied=True)
        for place, character in enumerate(run.group(), run.start()):
            became = _BECAME[character]
            moved = moved or len(became) != 1
            if became:
                made.put(became, place, place + 1, copied=len(became) == 1)
            elif made.length and unicodedata.combining(character):
                _give_accent(made, place)
        at = run.end()
    made.put(text[at:], at, len(text), copied=True)
    return "".join(made.pieces), made.offsets if moved else None


def _give_accent(made: Made, place: int) -> None:
    """An accent goes where its letter goes: the last character of what is made stands for it as well."""
    letter = made.length - 1
    made.offsets.add(letter, made.offsets.start(letter), place + 1, copied=False)


class _Became(dict[str, str]):
    """What each character becomes, worked out when it is first met."""

    def __missing__(self, character: str) -> str:
        became = self[character] = _character(character)
        return became


_BECAME = _Became()


def _character(character: str) -> str:
    fixed = _FIXED.get(character)
    if fixed is not None:
        return fixed
    category = unicodedata.category(character)
    if category == "Zs":
        return " "
    if category == "Cf" or "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef":
        return ""
    parts = unicodedata.normalize("NFKD", character)
    return "".join(_plain(each) for each in parts if unicodedata.combining(each) < 200)


def _plain(character: str) -> str:
    """One character of a decomposition; where lower() and case folding differ, the folded one, losing its case."""
    folded = character.casefold()
    if character.lower() == folded and len(folded) == 1:
        return _FIXED.get(character, character)
    return folded
