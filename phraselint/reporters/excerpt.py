"""The lines of a text around a place, cut to a width, with the place marked below."""

from __future__ import annotations

from phraselint.model.values import NamedTuple
from phraselint.reporters.cells import CUT, JOINER, cells, fit, harmless

MOST = 3  # lines of one place that are shown


class Line(NamedTuple):
    """One line as shown: what stands before, in and after the place; ``text`` is all three.

    ``at`` is where in the whole text ``inside`` begins.
    """

    before: str
    inside: str
    after: str
    at: int = 0

    @property
    def text(self) -> str:
        """The whole line."""
        return self.before + self.inside + self.after

    @property
    def mark(self) -> str:
        """The line of carets below it."""
        return " " * cells(self.before) + "^" * max(cells(self.inside), 1)

    def mark_of(self, start: int, end: int) -> str:
        """The line of carets below a part of the place; "" where the line shows nothing of it."""
        first, last = max(start - self.at, 0), min(end - self.at, len(self.inside))
        if first >= last:
            return ""
        return " " * cells(self.before + self.inside[:first]) + "^" * max(cells(self.inside[first:last]), 1)


def excerpt(text: str, start: int, end: int, width: int) -> list[Line]:
    """The first lines that ``start:end`` (code points, half-open) touches, each at most ``width`` cells wide."""
    lines: list[Line] = []
    at = text.rfind("\n", 0, start) + 1
    while at <= end and len(lines) < MOST:
        stop = text.find("\n", at)
        stop = len(text) if stop < 0 else stop
        shown = stop - 1 if text[stop - 1 : stop] == "\r" and stop > at else stop
        first, last = min(max(start, at), shown), min(end, shown)
        if first < last or (start == end and not lines):
            lines.append(_line(text, (at, shown), (first, last), width))
        at = stop + 1
        if at >= end:
            break
    return lines


def _line(text: str, line: tuple[int, int], place: tuple[int, int], width: int) -> Line:
    """One line around one place of it: as much of the line as fits, with "…" where it was cut."""
    (at, stop), (first, last) = line, place
    if stop - at <= width and cells(harmless(text[at:stop])) <= width:
        return Line(harmless(text[at:first]), harmless(text[first:last]), harmless(text[last:stop]), first)
    room = width // 3
    before = harmless(text[max(at, first - room) : first])
    while cells(before) > room:
        before = before[1:]
    cut = at < first - len(before)
    before = CUT + before.lstrip(JOINER)[1:] if cut and before else before
    left = width - cells(before) - 1
    inside = _cut(text, first, last, left)
    if len(inside) < last - first or inside[-1:] == CUT:
        return Line(before, inside, "", first)
    return Line(before, inside, _cut(text, last, stop, left - cells(inside)), first)


def _cut(text: str, start: int, stop: int, most: int) -> str:
    """``text[start:stop]`` made harmless, with "…" where it takes more than ``most`` cells."""
    part = harmless(text[start : min(stop, start + most + 1)])
    kept = fit(part, most)
    return kept if start + len(kept) == stop else kept + CUT
