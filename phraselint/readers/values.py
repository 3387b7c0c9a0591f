"""Values of records that cannot be taken as they are: times that nobody can read."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

SHOWN = 40  # characters of a value that are shown
RIGHT = "2026-03-02T09:14:00+01:00"


class Values:
    """Looks at the records of one file and counts their unreadable times."""

    __slots__ = ("_first", "_times")

    def __init__(self) -> None:
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
        time = record.get("timestamp")
        if time and not _readable(time):
            self._first = self._first or f"{_where(row, place)}: '{str(time)[:SHOWN]}'"
            self._times += 1

    def notes(self) -> Iterator[str]:
        """What is to be told of the file."""
        if self._times:
            count = f"{self._times:,} {'time' if self._times == 1 else 'times'}"
            yield f"{count} could not be read, the first at {self._first}; write {RIGHT}"


def _where(row: int, place: int | None) -> str:
    return f"row {row}" + ("" if place is None else f", messages[{place}]")


def _readable(time: object) -> bool:
    """Whether a time can be read, or is of no type that one may have, which the record itself is told of."""
    if isinstance(time, bool) or not isinstance(time, str | int | float) or not str(time).strip():
        return True
    from phraselint.text.moments import read_moment

    return read_moment(str(time)) is not None
