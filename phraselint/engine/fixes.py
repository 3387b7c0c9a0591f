"""Writing the suggestions into the text: one replacement a place, nothing that would be found again.

A round makes all edits that do not touch each other, lints the text again and takes back those that brought a new
finding or read badly; rounds go on until none is left, so that fixing twice changes nothing more.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import deque

from phraselint.engine.clauses import COURTESIES
from phraselint.engine.placing import first_word
from phraselint.model.findings import GRAVITY, Finding, Safety, Suggestion, places
from phraselint.model.values import NamedTuple
from phraselint.text import regex

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    Relint = Callable[[str], Sequence[Finding]]
    """Gives the findings of another text in the same context."""

ATTEMPTS = 8
"""How often a round takes edits back and tries again before it gives up."""

LONG = 3
"""With so many spaces a replacement is a sentence that nobody says twice in a message."""

_BAD = (
    regex.compile(r"\b(\w+(?:['’]\w+)?) \1\b", regex.IGNORECASE),
    regex.compile(r"(?<=\S)  +(?=\S)"),
    regex.compile(r",,|, ,|[,;:][.!?]"),
    regex.compile(r"(?<=\w) [,.!?;:](?=\s|$)"),
)
_BETWEEN = regex.compile(r"[.!?]*\s+")
_MARGIN = 24
_STOP = r"[.!?]|\n\s*\n"


class Change(NamedTuple):
    """An edit on its way: what it replaces, and where its text stands once all of a round are made."""

    suggestion: Suggestion
    finding: Finding
    place: int = 0


def fixed(text: str, findings: Sequence[Finding], relint: Relint, review: bool = False) -> str:
    """The text with its replacements made; what stands outside the replaced spans stays as it was.

    Safe suggestions are applied, with ``review`` those to be reviewed too. ``findings`` are those of ``text``.
    """
    allowed = (Safety.SAFE, Safety.REVIEW) if review else (Safety.SAFE,)
    while True:
        made = _round(text, findings, relint, allowed)
        if made is None:
            return text
        text, findings = made


def chosen(findings: Iterable[Finding], allowed: Sequence[Safety]) -> list[Change]:
    """One change a place: of findings that touch, the gravest that has a suggestion so safe; the first of these."""
    taken: list[Change] = []
    for place in places(each for each in findings if any(one.safety in allowed for one in each.suggestions)):
        for finding in sorted(place, key=lambda each: (GRAVITY[each.severity], each.start - each.end)):
            suggestion = next((each for each in finding.suggestions if each.safety in allowed), None)
            if suggestion is not None:
                taken.append(Change(suggestion, finding))
                break
    return taken


def applied(text: str, changes: Iterable[Change]) -> tuple[str, list[Change]]:
    """The text with the changes made, and the changes with the place of their new text in it."""
    pieces, made, at, length = [], [], 0, 0
    for change in sorted(changes, key=lambda each: each.suggestion.start):
        new, _, start, end = change.suggestion
        pieces += [text[at:start], new]
        length += start - at
        made.append(change._replace(place=length))
        length += len(new)
        at = end
    return "".join([*pieces, text[at:]]), made


def _round(
    text: str, findings: Sequence[Finding], relint: Relint, allowed: Sequence[Safety]
) -> tuple[str, Sequence[Finding]] | None:
    """The text after one round and its findings; None if no change is left that does good."""
    changes = _said_once(text, chosen(findings, allowed))
    suspects: dict[tuple[str, str], list[Suggestion]] = {}
    unfit: set[Suggestion] = set()
    for _ in range(ATTEMPTS):
        bad = unfit.union(*(each[-1:] for each in suspects.values()))
        trial = [each for each in changes if each.suggestion not in bad]
        if not trial:
            return None
        after, made = applied(text, _apart(text, trial))
        left = relint(after)
        came, gone = _compared(findings, made, left)
        ill = {change.suggestion for change in made if reads_badly(text, after, change)}.union(_hiding(gone, made))
        unfit |= ill
        if not _suspected(suspects, made, came) and not ill:
            return (after, left) if len(left) < len(findings) else None
    return None


def _said_once(text: str, changes: list[Change]) -> list[Change]:
    """The changes; of neighbours that would say the same, the second sentence goes; elsewhere it stays as it was."""
    kept: list[Change] = []
    stands = {new: _stands(new, text) for new in {each.suggestion.text for each in changes}}
    said: set[str] = set()
    for change in sorted(changes, key=lambda each: each.suggestion.start):
        new, safety, start, end = change.suggestion
        last = kept[-1].suggestion if kept else None
        if last and new == last.text and " " in new and _BETWEEN.fullmatch(text, last.end, start):
            kept.append(change._replace(suggestion=Suggestion("", safety, last.end, end)))
        elif not stands[new] and said.isdisjoint(once := _once(new)):
            kept.append(change)
            said |= once
    return kept


def _stands(new: str, text: str) -> bool:
    return new.count(" ") >= LONG and new.lower() in text.lower()


def _once(new: str) -> set[str]:
    """What of a replacement a text says once at most: a sentence, and sorry."""
    return ({new} if new.count(" ") >= LONG else set()) | ({"sorry"} if "sorry" in new else set())


def _suspected(
    suspects: dict[tuple[str, str], list[Suggestion]], made: list[Change], unexpected: list[Finding]
) -> bool:
    """Whether findings came that were not there before; for each the change that stands next to it is suspected.

    Where a finding comes again without that change, it was innocent, and the next one is suspected in its place.
    """
    starts = [change.place for change in made]
    for finding in unexpected:
        cleared = suspects.setdefault((finding.rule, finding.match), [])
        number = bisect_left(starts, finding.end)
        near = made[max(number - 1 - len(cleared), 0) : number + 1 + len(cleared)]
        left = [each for each in near if each.suggestion not in cleared]
        cleared.append(min(left or near, key=lambda change: _distance(change, finding)).suggestion)
    return bool(unexpected)


def _compared(
    findings: Sequence[Finding], made: list[Change], left: Sequence[Finding]
) -> tuple[list[Finding], list[Finding]]:
    """The findings left that were not there before, and those from before that nothing mends and that are gone.

    A finding was there before if its rule was broken at that place.
    """
    mended = {id(change.finding) for change in made}
    expected: dict[str, deque[tuple[int, int, Finding]]] = {}
    for finding in findings:
        if id(finding) not in mended:
            expected.setdefault(finding.rule, deque()).append((*_moved(finding, made), finding))
    came, gone = [], []
    for finding in left:
        waiting = expected.get(finding.rule, deque())
        while waiting and waiting[0][1] < finding.start:
            gone.append(waiting.popleft()[2])
        if waiting and waiting[0][0] <= finding.end:
            waiting.popleft()
        else:
            came.append(finding)
    gone += [finding for waiting in expected.values() for _, _, finding in waiting]
    return came, gone


def _hiding(gone: list[Finding], made: list[Change]) -> Iterator[Suggestion]:
    """The changes that replace a part of a graver finding, which is no longer found: they would hide it.

    "You'll have to ring the depot" sends the customer away, and so does "Please ring the depot", which nobody flags.
    """
    for finding in gone:
        first = max(bisect_left(made, finding.start, key=_replaced_from) - 1, 0)
        for change in made[first : bisect_left(made, finding.end, key=_replaced_from)]:
            _, _, start, end = change.suggestion
            part = finding.start < end and not (start <= finding.start and finding.end <= end)
            if part and GRAVITY[finding.severity] < GRAVITY[change.finding.severity]:
                yield change.suggestion


def _moved(finding: Finding, made: list[Change]) -> tuple[int, int]:
    """Where a finding stands once the changes are made; what a change reaches into takes in all of its text."""
    start, end = finding.start, finding.end
    first = bisect_right(made, start, key=_replaced_from) - 1
    if first >= 0:
        new, _, _, stop = made[first].suggestion
        start = made[first].place + (start - stop + len(new) if start >= stop else 0)
    last = bisect_left(made, end, key=_replaced_from) - 1
    if last >= 0:
        new, _, _, stop = made[last].suggestion
        end = made[last].place + len(new) + max(end - stop, 0)
    return start, end


def _replaced_from(change: Change) -> int:
    return change.suggestion.start


def reads_badly(text: str, after: str, change: Change) -> bool:
    """Whether the change doubled a word, a space or a sign that was not doubled there before."""
    new, _, start, end = change.suggestion
    before = text[max(start - _MARGIN, 0) : end + _MARGIN]
    now = after[max(change.place - _MARGIN, 0) : change.place + len(new) + _MARGIN]
    return any(len(bad.findall(now)) > len(bad.findall(before)) for bad in _BAD)


def _distance(change: Change, finding: Finding) -> int:
    end = change.place + len(change.suggestion.text)
    return max(finding.start - end, change.place - finding.end, 0)


def _apart(text: str, changes: list[Change]) -> list[Change]:
    """The changes without those that reach into one before them, or would say "please" twice in a sentence.

    These wait for the next round, where they are fitted to what then stands before them.
    """
    kept: list[Change] = []
    reached, begged = -1, -1
    for change in sorted(changes, key=lambda each: (each.suggestion.start, each.suggestion.end)):
        start, begs = change.suggestion.start, first_word(change.suggestion.text) in COURTESIES
        if start >= reached and not (begs and begged >= 0 and regex.search(_STOP, text[begged:start]) is None):
            kept.append(change)
            reached = change.suggestion.end
            begged = reached if begs else begged
    return kept
