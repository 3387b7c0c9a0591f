"""Suppressions: ``<!-- phraselint: ignore no-problem -- quoting the customer -->`` in HTML and Markdown.

A comment on a line of its own covers the next line with text, one beside text covers its own line, and
``ignore-file`` the whole file. Several ids stand with commas or spaces between them. A reason is a must: a comment
without one suppresses nothing. One that stands in code is shown to the reader and is none. Plain text has no
suppressions, since a customer would receive them.
"""

from __future__ import annotations

import re

from phraselint.engine.cover import Cover, Covering
from phraselint.model.values import NamedTuple
from phraselint.text.lines import BREAK, LineIndex

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator


UNUSED = "unused-suppression"
UNKNOWN = "unknown-suppression"
UNREASONED = "suppression-without-reason"

ABOUT = {
    UNUSED: "A comment lets a phrase stand that is not found where it covers: it can go, or belongs elsewhere.",
    UNKNOWN: "A comment names no entry or rule that there is, or is of another form: it lets nothing stand.",
    UNREASONED: "A comment names no id or, after ' -- ', no reason; it lets nothing stand.",
}
"""Why each of them is told."""

_COMMENT = re.compile(
    r"<!--\s{0,20}phraselint(?:\s{0,20}:\s{0,20}(?P<word>[\w-]*)|\s{1,20}(?P<bare>ignore[\w-]*))", re.IGNORECASE
)
_REASON = re.compile(r"(?:^|\s)--\s")
_BETWEEN = str.maketrans(",;:", "   ")
_NO_BREAK = re.compile(r"[^\r\n]")
_BREAK = re.compile(BREAK)

_LINE, _FILE = "ignore", "ignore-file"
_ASKS = f"'{_LINE}' covers its line or, alone on a line, the next one with text, and '{_FILE}' the whole file"
_EVERYWHERE = 0  # instead of the number of a line, which counts from 1


class Suppression(NamedTuple):
    """One comment at ``start:end`` (code points): ``asks`` is its first word."""

    start: int
    end: int
    asks: str
    ids: tuple[str, ...]
    reason: str


class Problem(NamedTuple):
    """Something wrong with a comment: the rule it breaks, its place, and what to tell."""

    rule: str
    start: int
    end: int
    why: str


class Suppressions:
    """The comments of one text, and which of their ids were needed; ``code`` is where they are shown (half-open)."""

    __slots__ = ("_covered", "_lines", "_reasons", "_used")

    def __init__(self, text: str, code: Iterable[tuple[int, int]] = ()) -> None:
        self._lines = LineIndex(text)
        shown = Cover(Covering(start, end, "code") for start, end in code)
        self._covered = list(_covered(list(_comments(text, shown)), text, self._lines))
        self._reasons: dict[tuple[str, int], str] = {}
        self._used: set[tuple[str, int]] = set()
        for comment, lines in self._covered:
            for place in _places(comment, lines):
                self._reasons.setdefault(place, comment.reason)

    def reason(self, rule: str, start: int) -> str:
        """The reason why a finding of ``rule`` at ``start`` is suppressed; "" if it is not."""
        places = (rule, self._lines.line_column(start)[0]), (rule, _EVERYWHERE)
        self._used.update(places)
        return next((self._reasons[place] for place in places if place in self._reasons), "")

    def problems(self, known: Collection[str]) -> Iterator[Problem]:
        """What is wrong with the comments: the first word, no reason, an id that no entry has, one not needed."""
        for comment, lines in self._covered:
            for rule, why in _wrong(comment) or self._idle(comment, lines, known):
                yield Problem(rule, comment.start, comment.end, why)

    def _idle(self, comment: Suppression, lines: set[int], known: Collection[str]) -> Iterator[tuple[str, str]]:
        for name in comment.ids:
            if name not in known:
                from phraselint.book.nearest import meant

                yield UNKNOWN, f"no entry '{name}'{meant(name, known)}"
            elif not any((name, line) in self._used for line in lines):
                yield UNUSED, f"'{name}' is not found here; the comment can go"


def _wrong(comment: Suppression) -> list[tuple[str, str]]:
    """What keeps a comment from suppressing anything."""
    if comment.asks not in (_LINE, _FILE):
        return [(UNKNOWN, f"no suppression '{comment.asks}'; {_ASKS}")]
    if not comment.reason or not comment.ids:
        return [(UNREASONED, "a suppression needs ids and, after ' -- ', a reason")]
    return []


def _places(comment: Suppression, lines: Iterable[int]) -> list[tuple[str, int]]:
    return [] if _wrong(comment) else [(name, line) for name in comment.ids for line in lines]


def _comments(text: str, code: Cover) -> Iterator[Suppression]:
    """The comments in order; one that is never closed, or that code shows, is none."""
    at = 0
    while comment := _COMMENT.search(text, at):
        at = comment.end()
        if code.touching(*comment.span()):
            continue
        close = text.find("-->", comment.end())
        if close < 0:
            return
        asks = (comment["word"] or comment["bare"] or "").lower()
        yield Suppression(comment.start(), close + 3, asks, *_parts(text[at:close]))
        at = close + 3


def _parts(body: str) -> tuple[tuple[str, ...], str]:
    """The ids of a comment and its reason."""
    ids, *reason = _REASON.split(body, maxsplit=1)
    return tuple(dict.fromkeys(ids.translate(_BETWEEN).split())), reason[0].strip() if reason else ""


def _covered(comments: list[Suppression], text: str, lines: LineIndex) -> Iterator[tuple[Suppression, set[int]]]:
    """Each comment with the numbers of the lines it covers: its own or, on a line of its own, the next with text."""
    following = _following(comments, text)
    for each in comments:
        first, last = (lines.line_column(place)[0] for place in (each.start, each.end))
        beside = {line for line in (first, last) if following[line] == line}
        yield each, {_EVERYWHERE} if each.asks == _FILE else beside or {following[last]}


def _following(comments: list[Suppression], text: str) -> list[int]:
    """For each line (from 1) the first from there on that has text besides comments; past the last, none."""
    lines = _BREAK.split(_without(comments, text)) if comments else []
    following = [len(lines) + 1]
    for number in range(len(lines), 0, -1):
        following.append(number if lines[number - 1].strip() else following[-1])
    return [0, *following[:0:-1]]


def _without(comments: list[Suppression], text: str) -> str:
    """The text with nothing but the line breaks of its comments."""
    made, at = [], 0
    for each in comments:
        made += [text[at : each.start], _NO_BREAK.sub(" ", text[each.start : each.end])]
        at = each.end
    return "".join([*made, text[at:]])
