"""What a reader of a marked-up text sees: its visible characters, their places in the source, and its foreign zones."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from phraselint.model.values import NamedTuple
from phraselint.text.zones import Zone, apart, outermost_first

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from phraselint.text.offsets import OffsetMap


HIDDEN = "\ufffc"
"""Stands for a stretch that never matches (code, script): one character, so that it keeps words apart."""
BORDER = "\n\n"
"""Stands for the border of a block: a blank line, which ends a sentence."""


class Visible(NamedTuple):
    """The visible text of a source, the map back to the source, and the zones (offsets of ``text``)."""

    text: str
    offsets: OffsetMap
    zones: list[Zone]


class Edit(NamedTuple):
    """One stretch of a source and what a reader sees in its place; code points, half-open."""

    start: int
    end: int
    text: str


def rewrite(source: str, edits: Iterable[Edit], zones: Iterable[Zone], flat: bool = False) -> Visible:
    """The source with its edits made; what stands between them is copied.

    An edit that starts inside an earlier one is left out. ``zones`` are given in offsets of the source. With ``flat``
    the line breaks of what is copied become spaces.
    """
    from phraselint.text.offsets import Made

    pieces = list(_pieces(source, edits, flat))
    made = Made()
    for piece in pieces:
        made.put(*piece)
    took = [*(start for _, start, _, _ in pieces), len(source)]
    placed = [0, *accumulate(len(text) for text, _, _, _ in pieces)]
    return Visible("".join(made.pieces), made.offsets, _moved(zones, took, placed))


def _pieces(source: str, edits: Iterable[Edit], flat: bool) -> Iterator[tuple[str, int, int, bool]]:
    """What the made text consists of: each piece, its stretch of the source, and whether it was copied."""
    at = 0
    for start, end, text in sorted(edits, key=outermost_first):
        if start >= at:
            if start > at:
                yield _copy(source, at, start, flat), at, start, True
            if text:
                yield text, start, end, False
            at = end
    if at < len(source):
        yield _copy(source, at, len(source), flat), at, len(source), True


def _copy(source: str, start: int, end: int, flat: bool) -> str:
    piece = source[start:end]
    return piece.replace("\n", " ").replace("\r", " ") if flat else piece


def _moved(zones: Iterable[Zone], took: list[int], placed: list[int]) -> list[Zone]:
    """Zones of the source as zones of the made text, whose piece from ``took[i]`` was put at ``placed[i]``."""

    def move(place: int) -> int:
        piece = bisect_right(took, place) - 1
        if piece < 0 or place >= took[-1]:
            return placed[0 if piece < 0 else -1]
        return min(placed[piece] + place - took[piece], placed[piece + 1])

    return apart(Zone(move(start), move(end), kind) for start, end, kind in zones)
