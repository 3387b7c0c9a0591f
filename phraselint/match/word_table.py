"""A table of words in the compiled book, each with a note: it is asked where it lies, nothing is read before."""

from __future__ import annotations

from zlib import crc32

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from phraselint.match.container import Container

_MOST_NOTES = 100  # bytes that hold most of them


class WordTable:
    """Words by their hash: open addressing, one line of text a word (Knuth, The Art of Computer Programming 3, 6.4)."""

    __slots__ = ("_lines", "_slots")

    def __init__(self, container: Container, name: str) -> None:
        self._lines = container.section(name)
        self._slots: Sequence[int] = container.numbers(f"{name} slots")

    def get(self, word: bytes) -> bytes | None:
        """The note of a word or of a run of words; None where it is not in the table."""
        lines, slots, mask = self._lines, self._slots, len(self._slots) - 1
        at = crc32(word) & mask
        key = word + b"\t"
        while start := slots[at]:
            end = start + len(key)
            if lines[start:end] == key:
                return self._note(end)
            at = at + 1 & mask
        return None

    def _note(self, start: int) -> bytes:
        """What stands from a place to the end of its line."""
        note = bytes(self._lines[start : start + _MOST_NOTES])
        return (note if b"\n" in note else bytes(self._lines[start:])).partition(b"\n")[0]


def table(name: str, notes: Mapping[str, str]) -> dict[str, bytes]:
    """The sections of a table; words and notes hold neither tab nor line feed."""
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
        lines += b"%b\t%b\n" % (key, note.encode(errors="surrogatepass"))
    return {name: bytes(lines), f"{name} slots": slots.tobytes()}
