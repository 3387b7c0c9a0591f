"""When things were said and by when they were due: aware times, business hours, and the limits of a channel."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from typing import Any, NamedTuple

from phraselint.service.case import Case
from phraselint.text.durations import HALF_DAY, seconds
from phraselint.text.hours import HOURS, Stretch, Week, read_day, read_hours
from phraselint.text.moments import read_moment, zone_named

_HALF_DAYS = ((time(12), time(13)), (time(17), time(18)))  # received before, due by
_MORNING_AFTER = time(10)  # what comes later is due by then, on the next business day
_YEARS = range(1970, 2200)  # exports write a time that is missing as one of the year 1
_FARTHEST = 400  # days to look ahead for an open one


class Open(NamedTuple):
    """A stretch of business time: aware, of a fixed offset each, so that differences are elapsed time."""

    start: datetime
    end: datetime


@dataclass(frozen=True)
class Hours:
    """When a team works: stretches of each weekday, days off, and its zone (None: that of the time asked for)."""

    week: Week
    holidays: frozenset[date] = frozenset()
    zone: tzinfo | None = None

    def open_on(self, day: date) -> tuple[Stretch, ...]:
        """The stretches in which the team works on a day."""
        return () if day in self.holidays else self.week[day.weekday()]

    def due(self, received: datetime, limit: str) -> datetime | None:
        """By when a message must be answered, inclusive; None where the limit cannot be read or no day is open."""
        local = received.astimezone(self.zone) if self.zone else received
        if limit == HALF_DAY:
            return self._half_day(local)
        length = seconds(limit)
        return None if length is None else self._after(local, timedelta(seconds=length))

    def closing(self, day: date) -> time | None:
        """When the team goes home on a day; None where it does not work or works until midnight."""
        stretches = self.open_on(day)
        return None if not stretches or stretches[-1][1] >= 24 * 60 else time(*divmod(stretches[-1][1], 60))

    def business_day(self, after: date, number: int = 1) -> date:
        """The business day that many business days after a day."""
        day = after
        for _ in range(_FARTHEST):
            day += timedelta(days=1)
            number -= bool(self.open_on(day))
            if number <= 0:
                break
        return day

    def _half_day(self, local: datetime) -> datetime:
        if self.open_on(local.date()):
            for before, by in _HALF_DAYS:
                if local.time() < before:
                    return at(local.date(), by, local)
        return at(self.business_day(local.date()), _MORNING_AFTER, local)

    def _after(self, local: datetime, left: timedelta) -> datetime | None:
        """The moment at which so much business time has passed."""
        for start, end in self._ahead(local):
            if end - start >= left:
                return start + left
            left -= end - start
        return None

    def _ahead(self, local: datetime) -> Iterator[Open]:
        """The stretches of business time from a moment on."""
        moment = fixed(local)
        for ahead in range(_FARTHEST):
            day = local.date() + timedelta(days=ahead)
            for opens, closes in self.open_on(day):
                start = max(moment, _minute(day, opens, local))
                end = _minute(day, closes, local)
                if end > start:
                    yield Open(start, end)


def moments(case: Case) -> tuple[datetime | None, ...]:
    """When each message was written; None where its time is missing or cannot be read."""
    zone = zone_named(case.conversation.timezone) or zone_named(case.team.get("time_zone"))
    return tuple(moment(each.message.timestamp, zone) for each in case.said)


def moment(written: str | None, zone: tzinfo | None = None) -> datetime | None:
    """The time that a timestamp names, with a fixed offset; one without an offset is of ``zone``, else UTC."""
    found = read_moment(written) if written else None
    if found is None or found.year not in _YEARS:
        return None
    return fixed(found if found.tzinfo else found.replace(tzinfo=zone or UTC))


def fixed(found: datetime) -> datetime:
    """The same moment with its offset alone: Python compares times of one zone by the clock on the wall."""
    return found.astimezone(timezone(found.utcoffset() or timedelta()))


def local_to(case: Case, found: datetime) -> datetime:
    """A moment on the clock of the conversation: its zone, else the offset of its times, else the team's zone."""
    zone = zone_named(case.conversation.timezone)
    if zone is None and not found.utcoffset():
        zone = zone_named(case.team.get("time_zone"))
    return found.astimezone(zone) if zone else found


def hours_of(case: Case) -> Hours:
    """The team's business hours, in its zone; without one in that of the conversation."""
    team = case.team
    zone = zone_named(team.get("time_zone")) or zone_named(case.conversation.timezone)
    return Hours(read_hours(str(team.get("hours") or HOURS)), frozenset(_holidays(team)), zone)


def at(day: date, clock: time, zone: datetime) -> datetime:
    """A day's time of the clock where ``zone`` is local, with a fixed offset."""
    return fixed(datetime.combine(day, clock, zone.tzinfo))


def end_of(day: date, zone: datetime) -> datetime:
    """The midnight after a day where ``zone`` is local."""
    return at(day + timedelta(days=1), time(), zone)


def _minute(day: date, minutes: int, zone: datetime) -> datetime:
    later, minutes = divmod(minutes, 24 * 60)
    return at(day + timedelta(days=later), time(*divmod(minutes, 60)), zone)


def _holidays(team: Mapping[str, Any]) -> Iterator[date]:
    for each in team.get("holidays") or ():
        day = read_day(str(each))
        if day is not None:
            yield day
