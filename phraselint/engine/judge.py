"""Which matches of a message stand: zones, conditions, the book's patches, preferred words, the longest of a place."""

from __future__ import annotations

from bisect import bisect_right

from phraselint.engine.conditions import Here, excuse, holds, in_words, is_unknown, unmet
from phraselint.engine.cover import Cover, Covering
from phraselint.model.findings import GRAVITY, Severity
from phraselint.model.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import Any

    from phraselint.engine.conditions import Conditions
    from phraselint.engine.context import Context
    from phraselint.match.matches import Match


QUOTES = ("quote", "forwarded")
"""The foreign zones that an entry may ask for by ``in: quote``; code and signatures are never looked at."""


class Judgement(NamedTuple):
    """What becomes of one match: ``severity`` is None where it is excused; ``reason`` is in words for people."""

    match: Match
    phrase: dict[str, Any]
    entry: dict[str, Any]
    severity: Severity | None
    reason: str
    by: str = ""
    """The condition of ``unless`` that excuses it."""

    @property
    def id(self) -> str:
        """The id of the entry."""
        return str(self.entry["id"])

    @property
    def category(self) -> str:
        """The category of the entry."""
        return str(self.entry["category"])

    @property
    def start(self) -> int:
        """Where the match begins in the message."""
        return self.match.start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.match.end


class Judgements(NamedTuple):
    """What stands in a message, ordered by start, end and rule, and what is excused, in the order it was found."""

    standing: list[Judgement]
    excused: list[Judgement]


NOTHING = Judgements([], [])
"""Of a message without a match."""


def judged(context: Context, wanted: Callable[[str], bool]) -> Judgements:
    """The judgement of every match of an entry whose id is ``wanted``.

    Of standing matches that overlap one is kept (``selected`` says which).
    """
    judgements = [each for each in _judgements(context) if wanted(each.id)]
    uncovered, covered = _parted(judgements, context)
    standing = sorted(selected(uncovered), key=lambda each: (each.match.start, each.match.end, each.id))
    return Judgements(standing, [each for each in judgements if each.severity is None] + covered)


def selected(standing: Iterable[Judgement]) -> list[Judgement]:
    """Of each entry the leftmost, longest matches that do not overlap; then of each category the longest of a place."""
    entries: dict[str, list[Judgement]] = {}
    for each in standing:
        entries.setdefault(each.id, []).append(each)
    categories: dict[str, list[Judgement]] = {}
    for found in entries.values():
        for each in _apart(sorted(found, key=_leftmost)):
            categories.setdefault(each.entry["category"], []).append(each)
    return [each for found in categories.values() for each in _apart_by_length(found)]


def _judgements(context: Context) -> Iterator[Judgement]:
    book = context.heard.book
    for match in context.heard.found.entries:
        phrase = book.phrase(match.phrase)
        yield _judgement(Here(match, context), phrase, book.entry(phrase["entry"]))


def _judgement(here: Here, phrase: dict[str, Any], entry: dict[str, Any]) -> Judgement:
    when, unless = (entry[name] if phrase[name] is None else phrase[name] for name in ("when", "unless"))
    outside = _out_of_place(here, entry, when)
    excused, by = (outside, "") if outside else _excused(when, unless, here)
    if excused:
        return Judgement(here.match, phrase, entry, None, excused, by)
    severity, changed = patched(phrase["severity"] or entry["severity"], entry["id"], here)
    reason = changed or "; ".join([f"met: {in_words(each, here)}" for each in when])
    return Judgement(here.match, phrase, entry, severity, reason)


def _excused(when: Conditions, unless: Conditions, here: Here) -> tuple[str, str]:
    """The first condition that speaks against a match, in words, and its name if it excuses; ("", "") if none does."""
    lacking = unmet(when, here)
    if lacking:
        return f"not met: {in_words(lacking, here)}{' (not known)' if is_unknown(lacking, here) else ''}", ""
    found = excuse(unless, here)
    return (f"excused: {in_words(found, here)}", found[0]) if found else ("", "")


def _out_of_place(here: Here, entry: dict[str, Any], when: Conditions) -> str:
    """Why the entry does not look at this stretch or speaker at all; "" where it does."""
    if here.context.speaker != "agent" and not any(name == "speaker" for name, _ in when):
        return "not met: speaker agent"
    kind = here.context.foreign(here.match.start, here.match.end)
    within = entry["in"]
    if kind and not ("quote" in within and kind in QUOTES):
        return f"excused: in a {kind}" if kind == "quote" else f"excused: in {kind} text"
    return "" if kind or "own" in within else "not met: in quote"


def patched(severity: str, rule: str, here: Here) -> tuple[Severity | None, str]:
    """The severity of an entry or a rule after the book's ``rules``; None and the reason where it is off here."""
    reason = ""
    for patch in here.context.heard.book.patches(rule):
        if not holds(patch, here):
            continue
        if patch.get("off"):
            return None, "excused: switched off by the phrasebook's rules"
        if patch.get("severity"):
            severity, reason = patch["severity"], f"met: {patch['severity']} by the phrasebook's rules"
    return Severity(severity), reason


def _parted(judgements: list[Judgement], context: Context) -> tuple[list[Judgement], list[Judgement]]:
    """Those that stand, without those that lie in words that the book prefers; and these, excused."""
    standing = [each for each in judgements if each.severity is not None]
    preferred = _preferred(context) if standing else None
    if preferred is None:
        return standing, []
    kept, covered = [], []
    for each in standing:
        words = preferred.holding(each.match.start, each.match.end)
        if words:
            covered.append(each._replace(severity=None, reason=f"excused: the phrasebook prefers '{words}'"))
        else:
            kept.append(each)
    return kept, covered


def _preferred(context: Context) -> Cover | None:
    """The stretches that the book prefers here, named by their words."""
    book, heard = context.heard.book, context.heard
    stretches = [
        Covering(match.start, match.end, heard.message.text[match.start : match.end])
        for match in heard.found.prefer
        if holds(book.phrase(match.phrase), Here(match, context))
    ]
    return Cover(stretches) if stretches else None


def _leftmost(judgement: Judgement) -> tuple[int, int, int]:
    return judgement.match.start, -judgement.match.end, judgement.match.phrase


def _apart(ordered: list[Judgement]) -> Iterator[Judgement]:
    """Each that starts where the one before it has ended."""
    reached = -1
    for each in ordered:
        if each.match.start >= reached:
            reached = each.match.end
            yield each


def _apart_by_length(found: list[Judgement]) -> list[Judgement]:
    """The longest first, then the gravest, then the first in the book; none that overlaps one taken before."""
    starts: list[int] = []
    taken: list[Judgement] = []
    for each in sorted(found, key=_weightiest):
        place = bisect_right(starts, each.match.start)
        clear_before = place == 0 or taken[place - 1].match.end <= each.match.start
        if clear_before and (place == len(taken) or each.match.end <= taken[place].match.start):
            starts.insert(place, each.match.start)
            taken.insert(place, each)
    return taken


def _weightiest(judgement: Judgement) -> tuple[int, int, int, int]:
    match = judgement.match
    gravity = GRAVITY[judgement.severity] if judgement.severity else 0
    return match.start - match.end, gravity, judgement.entry["order"], match.start
