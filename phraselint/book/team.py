"""Checks what a phrasebook says of its team: a time zone, business hours and days off that can be read."""

from collections.abc import Iterable
from zoneinfo import available_timezones

from phraselint.book import nearest
from phraselint.book.source import Listing, Node, Scalar, Source, Table
from phraselint.text.hours import HoursError, read_day, read_hours
from phraselint.text.moments import ZONES

_SHORT = 5  # letters of an abbreviation


def check_team(team: Node | None, source: Source) -> None:
    """Reports what of a team cannot be read, with what would be right."""
    if not isinstance(team, Table):
        return
    zone, hours, holidays = (team.get(key) for key in ("time_zone", "hours", "holidays"))
    if isinstance(zone, Scalar):
        _check_zone(zone, source)
    if isinstance(hours, Scalar):
        _check_hours(hours, source)
    for each in holidays.items if isinstance(holidays, Listing) else ():
        if isinstance(each, Scalar) and read_day(each.value) is None:
            source.wrong(each, f"'{each.value}' is no day", "year, month and day, such as 2026-12-25")


def _check_zone(name: Scalar, source: Source) -> None:
    """Reports a time zone that does not exist, where this machine knows any."""
    known = available_timezones()
    if known and name.value not in known:
        source.wrong(name, f"there is no time zone '{name.value}'", zone_meant(name.value, known))


def zone_meant(name: str, known: Iterable[str]) -> str:
    """What to write instead: the zone of that town or abbreviation, else one like it, else how one is written.

    Of other abbreviations nothing is guessed, since one that is written like it may be hours away.
    """
    town = name.strip().casefold().replace(" ", "_")
    zone = next((each for each in sorted(known) if each.casefold().rpartition("/")[2] == town), None)
    near = nearest.did_you_mean(zone or ZONES.get(town))
    if not near and not (name.isupper() and len(name) <= _SHORT):
        near = nearest.hint(name, _alike(name, known))
    return near or "such as Europe/London"


def _alike(name: str, known: Iterable[str]) -> list[str]:
    """The zones that a name may stand for; all, where it begins with no region.

    Of a region it is the one whose town is written like this one's and begins as it does, if there is one: that they
    share a region makes no two towns alike.
    """
    region, slash, town = name.strip().partition("/")
    inside = f"{region.casefold()}/"
    towns = {each[len(inside) :]: each for each in known if slash and each.casefold().startswith(inside)}
    near = nearest.nearest(town, [each for each in towns if each[:1].casefold() == town[:1].casefold()])
    return ([towns[near]] if near else []) if towns else list(known)


def _check_hours(hours: Scalar, source: Source) -> None:
    try:
        read_hours(hours.value)
    except HoursError as error:
        source.wrong_at(hours.line, source.column_in(hours, error.offset), error.message, error.hint)
