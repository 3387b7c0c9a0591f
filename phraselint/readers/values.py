"""Values of records that cannot be taken as they are: times that nobody can read, channels and zones that are none."""

from __future__ import annotations

from phraselint.model.conversation import CHANNELS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from typing import Any

NAMED = 4  # so many unknown words are named
SHOWN = 40  # characters of a value that are shown
RIGHT = "2026-03-02T09:14:00+01:00"


class Values:
    """Looks at the records of one file, takes out channels and time zones that are none, counts unreadable times."""

    __slots__ = ("_channels", "_first", "_times", "_zones")

    def __init__(self) -> None:
        self._channels: dict[str, str] = {}
        self._zones: dict[str, str] = {}
        self._first = ""
        self._times = 0

    def look(self, record: object, row: int) -> None:
        """Takes one record, with the messages that it holds."""
        if not isinstance(record, dict):
            return
        self._look_at(record, row, None)
        zone = record.get("timezone")
        if zone and isinstance(zone, str) and (zone in self._zones or not _is_zone(zone)):
            record["timezone"] = None
            _keep(self._zones, zone, _where(row, None))
        messages = record.get("messages")
        for place, each in enumerate(messages if isinstance(messages, list) else ()):
            if isinstance(each, dict):
                self._look_at(each, row, place)

    def _look_at(self, record: dict[str, Any], row: int, place: int | None) -> None:
        channel, time = record.get("channel"), record.get("timestamp")
        if channel not in (None, "") and str(channel).strip().lower() not in CHANNELS:
            record["channel"] = None
            _keep(self._channels, str(channel), _where(row, place))
        if time and not _readable(time):
            self._first = self._first or f"{_where(row, place)}: '{str(time)[:SHOWN]}'"
            self._times += 1

    def notes(self) -> Iterator[str]:
        """What is to be told of the file."""
        if self._times:
            count = f"{self._times:,} {'time' if self._times == 1 else 'times'}"
            yield f"{count} could not be read, the first at {self._first}; write {RIGHT}"
        if self._channels:
            yield f"{_named('channels', self._channels, _channel_hint)}; known are {', '.join(CHANNELS)}"
        if self._zones:
            yield _named("time zones", self._zones, _zone_hint)


def _keep(unknown: dict[str, str], word: str, where: str) -> None:
    """Keeps an unknown word with its first place: those that are named, and one more."""
    if len(unknown) <= NAMED:
        unknown.setdefault(word[:SHOWN], where)


def _named(what: str, unknown: Mapping[str, str], hint: Callable[[str], str]) -> str:
    first = next(iter(unknown.values()))
    words = [f"'{each}'{hint(each)}" for each in list(unknown)[:NAMED]] + ["others"] * (len(unknown) > NAMED)
    return f"unknown {what} are read as none, the first at {first}: {', '.join(words)}"


def _where(row: int, place: int | None) -> str:
    return f"row {row}" + ("" if place is None else f", messages[{place}]")


def _readable(time: object) -> bool:
    """Whether a time can be read, or is of no type that one may have, which the record itself is told of."""
    if type(time) not in (str, int, float) or not str(time).strip():
        return True
    from phraselint.text.moments import read_moment

    return read_moment(str(time)) is not None


def _channel_hint(channel: str) -> str:
    from phraselint.book.nearest import did_you_mean
    from phraselint.readers.called import channel_meant

    near = channel_meant(channel)
    return f" ({did_you_mean(near)})" if near else ""


def _is_zone(name: str) -> bool:
    from phraselint.text.moments import zone_named

    return zone_named(name) is not None


def _zone_hint(name: str) -> str:
    from zoneinfo import available_timezones

    from phraselint.book.team import zone_meant

    return f" ({zone_meant(name, available_timezones())})"
