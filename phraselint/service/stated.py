"""Where a sentence names times: limits, dates and parts of the day that are still to come.

Values are found by the slots of the pattern language; what else times are made of stands here, as it does there, since
``deadlines`` reads the same words.
"""

from __future__ import annotations

import re

from phraselint.model.values import NamedTuple
from phraselint.text.slots import BEGINNINGS, CLOCK, slot_end

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from phraselint.text.words import Sentence


class Atom(NamedTuple):
    """One value: its kind ("duration", "date", "time", "part", "hour"), its tokens, half-open, and its folded text."""

    kind: str
    first: int
    last: int
    text: str


class Stated(NamedTuple):
    """A time as a sentence names it, of one or more values; ``first`` and ``last`` are tokens, half-open.

    ``lead`` is the word before it that makes it a limit or a date: "by", "within", "on"; "" where there is none.
    """

    atoms: tuple[Atom, ...]
    lead: str

    @property
    def first(self) -> int:
        """The token it begins with."""
        return self.atoms[0].first

    @property
    def last(self) -> int:
        """The token after it."""
        return self.atoms[-1].last


BUSINESS_END = re.compile(r"(?:the )?(?:(?:end|close) of (?:the )?(?:business|working|work|play)(?: day)?|eob|cob)\b")
_OTHER_PARTS = re.compile(
    rf"{BUSINESS_END.pattern}|(?:the )?(?:end of (?:the |this |your )?(?:day|week|month)|eod|eow)\b"
    r"|(?:(?:this|later this|(?:first thing )?in the|the|early) )?(?:morning|afternoon|evening|lunch ?time|lunch)\b"
    r"|first thing\b|(?:later )?today\b|(?:the|this) weekend\b|overnight\b|the (?:next )?(?:half )?hour\b"
    r"|the (?:day|week)(?:'?s| is) (?:out|over|done)\b|(?<=within )the day\b"
)
_VALUES = ("duration", "date", "time")
_BEGINS = re.compile(
    "|".join(BEGINNINGS[kind] for kind in _VALUES)
    + r"|(?:in|early|later|morning|afternoon|evening|lunch(?:time)?|overnight|close|eob|cob|eod|eow)\b"
)
"""What every time begins with: a quick no for most words."""
CLOCK_NUMBERS = CLOCK.split()
_BARE_HOUR = re.compile(rf"(?:half )?(?:1?\d|2[0-4]|{'|'.join(CLOCK_NUMBERS)})(?![\w:/%€$£-]|\.\d)")
_HOUR_LEADS = frozenset("by at before until till between around".split())
UNTIL = frozenset("until till til".split())
"""Words before the end of something that lasts: "we'll take orders until noon"."""
_LIMITS = frozenset("by before within until till inside under".split())
_LEADS = _LIMITS | frozenset("in on at next another between around after about latest".split())
_BETWEEN = frozenset(
    "at by before around about on in the of , and to - – until till or between latest ( ) this next".split()
)
_NO_DATE_AFTER = frozenset("of from since dated for last previous".split())
_LASTING = (["course", "of"], ["end", "of"])  # "the end of tomorrow" is a time, "of May" a day of another thing
_LONGER = tuple("jan feb mar apr may jun jul aug sep oct nov dec the this next last 1 2 3".split())
_ALSO_VERBS = frozenset("may march".split())
_GREETED = frozenset("morning afternoon evening".split())
_NO_LENGTH_BEFORE = frozenset("ago before after of earlier old early long late free".split())
_JUST = frozenset("just only like maybe say".split())
_AT_MOST = frozenset("please pls plz max tops ok okay and while till until as".split())
_LENGTH_LEADS = frozenset(
    (
        "within in inside under next coming another every about around approximately than to"
        " me us gimme need needs take takes"
    ).split()
)

_WITH_US = (["me", "for"], ["us", "for"])  # "leave it with me for ten minutes"


def stated(sentence: Sentence, first: int = 0, last: int | None = None) -> list[Stated]:
    """The times that a sentence names from token ``first`` to ``last``, half-open: limits, dates, parts of the day."""
    groups: list[Stated] = []
    for atom in _atoms(sentence, first, len(sentence.words) if last is None else last):
        if groups and all(word in _BETWEEN for word in sentence.words[groups[-1].last : atom.first]):
            groups[-1] = groups[-1]._replace(atoms=(*groups[-1].atoms, atom))
        else:
            groups.append(Stated((atom,), _lead(sentence, atom.first)))
    return groups


def limits(each: Stated) -> bool:
    """Whether a time stands behind "by", "within" or their like, so that it is nothing but a deadline."""
    return each.lead in _LIMITS


def _atoms(sentence: Sentence, first: int, last: int) -> Iterator[Atom]:
    folded, starts, place = sentence.text.folded, sentence.starts, first
    while place < last:
        may_begin = _BEGINS.match(folded, starts[place]) and not sentence.signs[place]
        atom = _atom(sentence, place) if may_begin else None
        if atom is not None and atom.last <= last and _stands(sentence, atom):
            yield atom
        place = atom.last if atom is not None else place + 1


def _atom(sentence: Sentence, place: int) -> Atom | None:
    text, start = sentence.text, sentence.starts[place]
    found = []
    for kind in _VALUES:
        end = slot_end(kind, text.folded, text.clean, start, sentence.end)
        if end is not None:
            found.append((end, kind))
    other = _OTHER_PARTS.match(text.folded, start, sentence.end)
    if other:
        found.append((other.end(), "part"))
    if not found:
        return _bare_hour(sentence, place)
    end, kind = max(found)
    return Atom(kind, place, _token_after(sentence, end), text.folded[start:end])


def _bare_hour(sentence: Sentence, place: int) -> Atom | None:
    """ "by 5", "before nine": a number that can be nothing but an hour."""
    if place == 0 or not _leads_hour(sentence, place):
        return None
    found = _BARE_HOUR.match(sentence.text.folded, sentence.starts[place], sentence.end)
    after = place + 1 + (sentence.words[place] == "half")
    if found is None or not _may_follow_hour(sentence, after):
        return None
    minutes = sentence.words[place - 2 : place] in _IN_MINUTES
    return Atom("duration", place, after, f"{found[0]} minutes") if minutes else Atom("hour", place, after, found[0])


def _may_follow_hour(sentence: Sentence, after: int) -> bool:
    """Whether what stands behind a bare number leaves it an hour: "at five to hear", but not "at five to six"."""
    words = sentence.words
    if after >= len(words) or sentence.signs[after] or words[after] in _MAY_FOLLOW_HOUR:
        return True
    return words[after] == "to" and after + 1 < len(words) and words[after + 1] not in _CLOCK_HOURS


_CLOCK_HOURS = frozenset((*CLOCK_NUMBERS, *map(str, range(25))))
_IN_MINUTES = (["back", "in"], ["you", "in"])


def _leads_hour(sentence: Sentence, place: int) -> bool:
    """Whether a bare number is an hour here, or minutes: "by 5", "between 5 and 6", "no later than 5", "back in 5"."""
    before = sentence.words[max(place - 2, 0) : place]
    if before[-1] in ("and", "to") and sentence.words[max(place - 3, 0)] in ("between", "from"):
        return place > 2 and before[0] in _CLOCK_HOURS
    half = sentence.words[place] == "half" and before[-1] in _LEADS
    return half or before[-1] in _HOUR_LEADS or before in (*_IN_MINUTES, ["later", "than"])


_MAY_FOLLOW_HOUR = frozenset(
    "today tomorrow tonight on at in with and or the this latest sharp so for when once if as after because".split()
)


def _stands(sentence: Sentence, atom: Atom) -> bool:
    """Whether a value is a time for something to come, not a length or a day of another thing."""
    before = sentence.words[atom.first - 1] if atom.first else ""
    after = sentence.words[atom.last] if atom.last < len(sentence.words) else ""
    if atom.kind == "duration":
        led = before in _LENGTH_LEADS or sentence.words[max(atom.first - 2, 0) : atom.first] in _WITH_US
        return after not in _NO_LENGTH_BEFORE and (led or _alone(sentence, atom))
    if atom.text in _ALSO_VERBS:
        return before in _LEADS
    if atom.text in _GREETED:
        return bool(before) and before != "good"  # "Morning Jo, we'll look into it"
    if atom.kind == "date":
        if sentence.words[max(atom.first - 2, 0) : atom.first] in _LASTING and not atom.text.startswith(_LONGER):
            return True
        return before not in _NO_DATE_AFTER and not atom.text.startswith(("yesterday", "last ", "the day before y"))
    return True


def _alone(sentence: Sentence, atom: Atom) -> bool:
    """Whether a length stands by itself: "Two minutes, please.", "I'm looking, 5 mins max"."""
    words, signs = sentence.words, sentence.signs
    begins = not atom.first or signs[atom.first - 1] or words[atom.first - 1] in _JUST
    return begins and (atom.last >= len(words) or signs[atom.last] or words[atom.last] in _AT_MOST)


def _token_after(sentence: Sentence, end: int) -> int:
    return next((i for i, start in enumerate(sentence.starts) if start >= end), len(sentence.words))


def _lead(sentence: Sentence, first: int) -> str:
    """The nearest of the two or three words before that leads a time in."""
    for word in reversed(sentence.words[max(0, first - 3) : first]):
        if word in _LEADS:
            return word
    return ""
