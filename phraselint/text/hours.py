"""Business hours and days off as a phrasebook writes them: "Mon-Fri 09:00-18:00, Sat 10:00-14:00", "2026-12-25"."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

HOURS = "Mon-Fri 09:00-18:00"
"""The business hours of a team that names none."""

Stretch = tuple[int, int]
"""Minutes after midnight, half-open."""

Week = tuple[tuple[Stretch, ...], ...]
"""The stretches of each weekday, Monday first, in order and apart."""

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_NAMES = re.compile(r"(?:([a-z]{3})[a-z]*(?:\s?-\s?([a-z]{3})[a-z]*)?)?")
_STRETCH = re.compile(r"(\d{1,2}):(\d\d)\s?-\s?(\d{1,2}):(\d\d)(?!\d)")
_BETWEEN = re.compile(r"[\s,;&+]*")
_MIDNIGHT = 24 * 60
_DATE_ONLY = 10  # characters: 2025-03-04
_SHOWN = 20  # of what cannot be read


class HoursError(ValueError):
    """What cannot be read, why, and where it begins."""

    def __init__(self, offset: int, message: str, hint: str) -> None:
        super().__init__(message)
        self.offset = offset
        self.message = message
        self.hint = hint


@cache
def read_hours(written: str) -> Week:
    """The stretches of each weekday that a text names. Raises HoursError where it cannot be read."""
    week: list[list[Stretch]] = [[] for _ in _DAYS]
    text = written.lower().replace("\u2013", "-")
    place = _past(text, 0)
    while place < len(text):
        names = _NAMES.match(text, place)
        stretches, place = _row(text, _past(text, names.end() if names else place))
        for day in _days(names) if names else ():
            week[day] += stretches
    if not any(week):
        raise HoursError(0, "no business hours are named", f"such as {HOURS}")
    return tuple(tuple(_apart(sorted(stretches))) for stretches in week)


def read_day(written: str) -> date | None:
    """The day that a text such as "2026-12-25" names; None where there is no such day."""
    try:
        return date.fromisoformat(written.strip()[:_DATE_ONLY])
    except ValueError:
        return None


def _row(text: str, place: int) -> tuple[list[Stretch], int]:
    """The stretches that begin at a place, at least one, and where the next row begins."""
    found = []
    while match := _STRETCH.match(text, place):
        found.append(_stretch(match))
        place = _past(text, match.end())
    if not found:
        raise HoursError(place, f"'{text[place : place + _SHOWN]}' is no stretch of time", f"such as {HOURS}")
    return found, place


def _past(text: str, place: int) -> int:
    """The place behind spaces and signs."""
    found = _BETWEEN.match(text, place)
    return found.end() if found else place


def _stretch(match: re.Match[str]) -> Stretch:
    hours, minutes, last_hours, last_minutes = map(int, match.groups())
    start, end = hours * 60 + minutes, last_hours * 60 + last_minutes
    if max(minutes, last_minutes) >= 60 or max(start, end) > _MIDNIGHT:
        raise HoursError(match.start(1), f"'{match[0]}' names a time that no day has", "up to 24:00")
    if start >= end:
        hint = "hours over midnight are two stretches: Mon 18:00-24:00, Tue 00:00-02:00"
        raise HoursError(match.start(1), f"'{match[0]}' ends before it begins", hint)
    return start, end


def _days(names: re.Match[str]) -> list[int]:
    """The days that "mon-fri", "sat" or nothing (all) means."""
    if names[1] is None:
        return list(range(len(_DAYS)))
    for part in (1, 2):
        if names[part] is not None and names[part] not in _DAYS:
            hint = "Mon, Tue, Wed, Thu, Fri, Sat, Sun, or two of them with a hyphen"
            raise HoursError(
                names.start(part), f"'{names[0][names.start(part) - names.start() :]}' is no weekday", hint
            )
    start, end = _DAYS.index(names[1]), _DAYS.index(names[2] or names[1])
    return [day % len(_DAYS) for day in range(start, end + 1 + len(_DAYS) * (end < start))]


def _apart(ordered: list[Stretch]) -> Iterator[Stretch]:
    """Stretches that touch are one."""
    start, end = ordered[0] if ordered else (0, 0)
    for first, last in ordered:
        if first > end:
            yield start, end
            start = first
        end = max(end, last)
    if ordered:
        yield start, end
