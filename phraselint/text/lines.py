"""Lines, columns and UTF-16: the places of a text as editors, browsers and people count them."""

from __future__ import annotations

from bisect import bisect_right

from phraselint.text import regex

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

BREAK = r"\r\n|\r|\n"
"""A pattern for what ends a line."""

_WIDE = r"[\U00010000-\U0010ffff]"


class LineIndex:
    """Turns offsets of one text (code points) into lines and columns and back.

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

    def offset(self, line: int, column: int) -> int:
        """The offset of a line and a column; a column past the line's end is that of the end, and so is a line."""
        if line < 1:
            return 0
        if line > len(self._starts):
            return self._length
        start = self._starts[line - 1]
        past = self._starts[line] - 1 if line < len(self._starts) else self._length
        return max(start, min(start + column - 1, past))


def _after_breaks(text: str) -> Iterator[int]:
    """Where the lines after the first begin."""
    if "\r" in text:
        yield from (found.end() for found in regex.finditer(BREAK, text))
        return
    at = text.find("\n") + 1
    while at:
        yield at
        at = text.find("\n", at) + 1


def utf16(text: str, offset: int) -> int:
    """An offset in code points as one in UTF-16 code units, in which an emoji counts two."""
    return offset + _wide(text, offset)


def from_utf16(text: str, units: int) -> int:
    """An offset in UTF-16 code units as one in code points; the middle of a character is its start."""
    if text.isascii():
        return min(units, len(text))
    low, high = units // 2, min(units, len(text))
    while low < high:
        middle = (low + high + 1) // 2
        if utf16(text, middle) <= units:
            low = middle
        else:
            high = middle - 1
    return min(low, len(text))


def _wide(text: str, end: int) -> int:
    """How many characters before ``end`` take two code units."""
    if text.isascii():
        return 0
    return sum(1 for _ in regex.compile(_WIDE).finditer(text, 0, end))
