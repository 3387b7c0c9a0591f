"""Suppressions: ``<!-- phraselint: ignore no-problem -- quoting the customer -->`` in HTML and Markdown.

A comment on a line of its own covers the next line that is not blank, one beside text covers its own line, and
``ignore-file`` the whole file. Several ids stand with commas or spaces between them. A reason is a must: a comment
without one suppresses nothing. Plain text has no suppressions, since a customer would receive them.
"""

from __future__ import annotations

import re

from phraselint.model.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterator


UNUSED = "unused-suppression"
UNKNOWN = "unknown-suppression"
UNREASONED = "suppression-without-reason"

_COMMENT = re.compile(r"<!--\s{0,20}phraselint:\s{0,20}(ignore-file|ignore)\b")
_REASON = re.compile(r"(?:^|\s)--\s")


class Suppression(NamedTuple):
    """One comment at ``start:end``; it covers findings that start in ``first:last``. Code points, half-open."""

    start: int
    end: int
    ids: tuple[str, ...]
    reason: str
    first: int
    last: int


class Problem(NamedTuple):
    """Something wrong with a comment: the rule it breaks, its place, and what to tell."""

    rule: str
    start: int
    end: int
    why: str


class Suppressions:
    """The comments of one text, and which of their ids were needed."""

    __slots__ = ("_all", "_used")

    def __init__(self, text: str) -> None:
        self._all = _read(text)
        self._used: set[tuple[int, str]] = set()

    def reason(self, rule: str, start: int) -> str:
        """The reason why a finding of ``rule`` at ``start`` is suppressed; "" if it is not."""
        found = ""
        for each in self._all:
            if each.reason and rule in each.ids and each.first <= start < each.last:
                self._used.add((each.start, rule))
                found = found or each.reason
        return found

    def problems(self, known: Collection[str]) -> Iterator[Problem]:
        """What is wrong with the comments: no reason, an id that the book does not know, one that was not needed."""
        for each in self._all:
            if not each.reason or not each.ids:
                yield Problem(UNREASONED, each.start, each.end, "a suppression needs ids and, after ' -- ', a reason")
                continue
            for name in each.ids:
                if name not in known:
                    yield Problem(UNKNOWN, each.start, each.end, f"no entry '{name}'{_meant(name, known)}")
                elif (each.start, name) not in self._used:
                    yield Problem(UNUSED, each.start, each.end, f"'{name}' is not found here; the comment can go")


def _read(text: str) -> list[Suppression]:
    found: list[Suppression] = []
    for comment in reversed(list(_COMMENT.finditer(text))):
        end = text.find("-->", comment.end())
        if end < 0:
            continue
        ids, reason = _parts(text[comment.end() : end])
        whole = comment[1] == "ignore-file"
        first, last = (0, len(text) + 1) if whole else _covered(text, comment.start(), end + 3, found)
        found.append(Suppression(comment.start(), end + 3, ids, reason, first, last))
    return found[::-1]


def _parts(body: str) -> tuple[tuple[str, ...], str]:
    """The ids of a comment and its reason."""
    ids, *reason = _REASON.split(body, maxsplit=1)
    return tuple(dict.fromkeys(ids.replace(",", " ").split())), reason[0].strip() if reason else ""


def _covered(text: str, start: int, end: int, later: list[Suppression]) -> tuple[int, int]:
    """The line that a comment covers: its own, the next with text, or what a comment on that next line covers."""
    first, last = _line(text, start)[0], _line(text, end)[1]
    if text[first:start].strip() or text[end:last].strip():
        return first, last
    at = last
    while at < len(text) and text[at].isspace():
        at += 1
    if later and later[-1].start == at and (later[-1].first, later[-1].last) != (0, len(text) + 1):
        return later[-1].first, later[-1].last
    return _line(text, at)


def _line(text: str, place: int) -> tuple[int, int]:
    first = text.rfind("\n", 0, place) + 1
    last = text.find("\n", place)
    return first, len(text) if last < 0 else last


def _meant(name: str, known: Collection[str]) -> str:
    from phraselint.book.nearest import nearest

    near = nearest(name, known)
    return f"; did you mean '{near}'?" if near else ""
