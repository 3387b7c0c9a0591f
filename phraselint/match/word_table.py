"""A table of words in the compiled book, each with a note: it is asked where it lies, nothing is read before."""

from __future__ import annotations

from zlib import crc32

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from phraselint.match.container import Container

_SPACE, _END = b" \n"


class WordTable:
    """Words by their hash: open addressing, one line of text a word (Knuth, The Art of Computer Programming 3, 6.4)."""

    __slots__ = ("_lines", "_slots")

    def __init__(self, container: Container, name: str) -> None:
        self._lines = bytes(container.section(name))
        self._slots: Sequence[int] = container.numbers(f"{name} slots")

    def get(self, word: str) -> str | None:
        """The note of a word; None where it is not in the table."""
        key = word.encode(errors="surrogatepass")
        lines, slots, mask = self._lines, self._slots, len(self._slots) - 1
        at = crc32(key) & mask
        while start := slots[at]:
            end = start + len(key)
            if lines[start:end] == key and lines[end] in (_SPACE, _END):
                return lines[end : lines.index(_END, end)].decode(errors="surrogatepass").lstrip(" ")
            at = at + 1 & mask
        return None


def table(name: str, notes: Mapping[str, str]) -> dict[str, bytes]:
    """The sections of a table; words and notes hold no line feed, and words no space."""
    from array import array

    lines = bytearray(b"\n")
    mask = (1 << (2 * len(notes)).bit_length()) - 1
    slots = array("I", bytes(4 * (mask + 1)))
    for word, note in notes.items():
        key = word.encode(errors="surrogatepass")
        at = crc32(key) & mask
        while slots[at]:
            at = at + 1 & mask
        slots[at] = len(lines)
        lines += key + (b" " + note.encode(errors="surrogatepass") if note else b"") + b"\n"
    return {name: bytes(lines), f"{name} slots": slots.tobytes()}
