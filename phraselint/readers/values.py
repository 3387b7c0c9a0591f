"""Values of records that cannot be taken as they are: times that nobody can read, and channels that are none."""

from __future__ import annotations

from phraselint.model.conversation import Channel

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

NAMED = 4  # so many channels are named
SHOWN = 40  # characters of a value that are shown
RIGHT = "2026-03-02T09:14:00+01:00"
CHANNELS = frozenset(Channel)


class Values:
    """Looks at the records of one file, takes channels out of them that are none, and counts unreadable times."""

    __slots__ = ("_channels", "_first", "_times")

    def __init__(self) -> None:
        self._channels: dict[str, str] = {}
        self._first = ""
        self._times = 0

    def look(self, record: object, row: int) -> None:
        """Takes one record, with the messages that it holds."""
        if not isinstance(record, dict):
            return
        self._look_at(record, row, None)
        messages = record.get("messages")
        for place, each in enumerate(messages if isinstance(messages, list) else ()):
            if isinstance(each, dict):
                self._look_at(each, row, place)

    def _look_at(self, record: dict[str, Any], row: int, place: int | None) -> None:
        channel, time = record.get("channel"), record.get("timestamp")
        if channel not in (None, "") and str(channel).strip().lower() not in CHANNELS:
            record["channel"] = None
            if len(self._channels) <= NAMED:
                self._channels.setdefault(str(channel)[:SHOWN], _where(row, place))
        if time and not _readable(time):
            self._first = self._first or f"{_where(row, place)}: '{str(time)[:SHOWN]}'"
            self._times += 1

    def notes(self) -> Iterator[str]:
        """What is to be told of the file."""
        if self._times:
            count = f"{self._times:,} {'time' if self._times == 1 else 'times'}"
            yield f"{count} could not be read, the first at {self._first}; write {RIGHT}"
        if self._channels:
            first = next(iter(self._channels.values()))
            named = [_hinted(each) for each in list(self._channels)[:NAMED]] + ["others"] * (
                len(self._channels) > NAMED
            )
            known = ", ".join(Channel)
            yield f"unknown channels are read as none, the first at {first}: {', '.join(named)}; known are {known}"


def _where(row: int, place: int | None) -> str:
    return f"row {row}" + ("" if place is None else f", messages[{place}]")


def _readable(time: object) -> bool:
    """Whether a time can be read, or is of no type that one may have, which the record itself is told of."""
    if type(time) not in (str, int, float) or not str(time).strip():
        return True
    from phraselint.text.moments import read_moment

    return read_moment(str(time)) is not None


def _hinted(channel: str) -> str:
    from phraselint.readers.called import channel_meant

    near = channel_meant(channel)
    return f"'{channel}'" + (f" (did you mean '{near}'?)" if near else "")
