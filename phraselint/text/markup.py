"""What a reader of a marked-up text sees: its visible characters, their places in the source, and its foreign zones."""

from __future__ import annotations

from bisect import bisect_right

from phraselint.model.values import NamedTuple
from phraselint.text.offsets import OffsetMap

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


HIDDEN = "\ufffc"
"""Stands for a stretch that never matches (code, script): one character, so that it keeps words apart."""
BORDER = "\n\n"
"""Stands for the border of a block: a blank line, which ends a sentence."""


class Zone(NamedTuple):
    """A stretch of a text that is not the writer's own words; code points, half-open."""

    start: int
    end: int
    kind: str  # "quote", "forwarded", "signature" or "code"


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
    parts: list[str] = []
    offsets = OffsetMap()
    took: list[int] = []
    placed: list[int] = []
    at = made = 0

    def put(start: int, end: int, text: str, copied: bool) -> None:
        nonlocal made
        if text:
            parts.append(text)
            offsets.add(made, start, end, copied)
            took.append(start)
            placed.append(made)
            made += len(text)

    for start, end, text in sorted(edits, key=_outermost_first):
        if start >= at:
            put(at, start, _copy(source, at, start, flat), copied=True)
            put(start, end, text, copied=False)
            at = end
    put(at, len(source), _copy(source, at, len(source), flat), copied=True)
    took.append(len(source))
    placed.append(made)
    return Visible("".join(parts), offsets, _moved(zones, took, placed))


def apart(zones: Iterable[Zone]) -> list[Zone]:
    """The zones in order and without overlap: a zone inside an earlier one goes, one that sticks out keeps the rest."""
    kept: list[Zone] = []
    end = 0
    for zone in sorted(zones, key=_outermost_first):
        start = max(zone.start, end)
        if zone.end > start:
            kept.append(Zone(start, zone.end, zone.kind))
            end = zone.end
    return kept


def _outermost_first(stretch: tuple[int, int, str]) -> tuple[int, int]:
    return stretch[0], -stretch[1]


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
