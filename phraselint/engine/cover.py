"""Stretches of a text with a name each, asked for what lies under them: one lookup by bisection."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate

from phraselint.model.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


class Covering(NamedTuple):
    """A stretch and its name; code points, half-open."""

    start: int
    end: int
    name: str


class Cover:
    """Stretches that may overlap; where several lie over a place, the one that reaches furthest answers."""

    __slots__ = ("_reach", "_starts")

    def __init__(self, stretches: Iterable[Covering]) -> None:
        ordered = sorted(stretches)
        self._starts = [each.start for each in ordered]
        self._reach = list(accumulate(ordered, _further))

    def __bool__(self) -> bool:
        return bool(self._starts)

    def touching(self, start: int, end: int) -> str:
        """The name of a stretch that shares a character with ``start:end``; "" if none does."""
        if not self._starts:
            return ""
        last = bisect_left(self._starts, end) - 1
        return self._reach[last].name if last >= 0 and self._reach[last].end > start else ""

    def holding(self, start: int, end: int) -> str:
        """The name of a stretch that holds ``start:end`` whole; "" if none does."""
        last = bisect_right(self._starts, start) - 1
        return self._reach[last].name if last >= 0 and self._reach[last].end >= end else ""


def _further(one: Covering, other: Covering) -> Covering:
    return other if other.end > one.end else one
