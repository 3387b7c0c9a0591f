"""Lines and columns: the places of a text as people count them."""

from __future__ import annotations

from bisect import bisect_right

from phraselint.text import regex

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

BREAK = r"\r\n|\r|\n"
"""A pattern for what ends a line."""


class LineIndex:
    """Turns offsets of one text (code points) into lines and columns.

    Lines and columns count from 1, columns in code points. A line ends with ``\\n``, ``\\r\\n`` or ``\\r``, which is
    part of it.
    """

    __slots__ = ("_length", "_starts")

    def __init__(self, text: str) -> None:
        self._starts = [0, *_after_breaks(text)]
        self._length = len(text)

    def line_column(self, offset: int) -> tuple[int, int]:
        """The line and the column of the character at ``offset``; past the end, those of the end."""
        place = max(0, min(offset, self._length))
        line = bisect_right(self._starts, place)
        return line, place - self._starts[line - 1] + 1


def _after_breaks(text: str) -> Iterator[int]:
    """Where the lines after the first begin."""
    if "\r" in text:
        yield from (found.end() for found in regex.finditer(BREAK, text))
        return
    at = text.find("\n") + 1
    while at:
        yield at
        at = text.find("\n", at) + 1
