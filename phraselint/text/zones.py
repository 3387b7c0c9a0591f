"""Zones: the stretches of a text that are not its writer's own words."""

from __future__ import annotations

from phraselint.model.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


class Zone(NamedTuple):
    """A stretch of a text that is not the writer's own words; code points, half-open."""

    start: int
    end: int
    kind: str  # "quote", "forwarded", "signature" or "code"


def apart(zones: Iterable[Zone]) -> list[Zone]:
    """The zones in order and without overlap: a zone inside an earlier one goes, one that sticks out keeps the rest."""
    kept: list[Zone] = []
    end = 0
    for zone in sorted(zones, key=outermost_first):
        start = max(zone.start, end)
        if zone.end > start:
            kept.append(Zone(start, zone.end, zone.kind))
            end = zone.end
    return kept


def outermost_first(stretch: tuple[int, int, str]) -> tuple[int, int]:
    """The order in which a stretch comes before those that lie in it."""
    return stretch[0], -stretch[1]
