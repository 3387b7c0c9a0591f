"""One file of named sections with a checksum: the form in which a compiled book lies on disk.

A line of magic, a line with two checksums and three lengths: of what they cover, an index in JSON (owner, tag, sources,
places of the sections) and the index with the sections, and of the rest: with checksums of its own, a container of what
is not always needed. Reading decodes nothing but the index; no pickle, no code.
"""

from __future__ import annotations

from zlib import crc32

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from mmap import mmap
    from typing import Any

    Buffer = bytes | mmap | memoryview


MAGIC = b"phraselint book\n"
_MOST_NOTES = 100  # bytes that hold most notes of a word table
_CHECK = 51  # bytes of the line after it: both checksums, lengths of the index, of all that is checked, of the rest
_LENGTHS = 33  # bytes of the three lengths


class Damaged(Exception):
    """The bytes are not what was written."""


def content_hash(content: bytes) -> str:
    """By what a source is known again: hashlib's BLAKE2b, without its other algorithms, a tenth of a cold start."""
    try:
        from _blake2 import blake2b
    except ImportError:
        from hashlib import blake2b
    return blake2b(content, digest_size=16).hexdigest()


def checksums(body: memoryview, index: int, lengths: bytes) -> bytes:
    """The checksum of everything and, for those who believe the rest, that of the index."""
    return b"%08x %08x " % (crc32(body, crc32(lengths)), crc32(body[:index], crc32(lengths)))


def stamp(data: Buffer) -> int:
    """The time that a file of a container is given, made of its checksum (nanoseconds since 1970).

    Whoever changes the file changes its time: where it is this one still, the file is as it was written. Even seconds
    before 2038, as every file system has them.
    """
    written = bytes(memoryview(data)[len(MAGIC) : len(MAGIC) + 8])
    try:
        return (int(written, 16) >> 2) * 2 * 1_000_000_000
    except ValueError:
        return -1


class Container:
    """The sections of one container, read where they lie: what nobody asks for is never copied."""

    __slots__ = ("_again", "_all", "_anew", "_data", "_more", "_places", "_sure", "owner", "sources", "tag")

    def __init__(self, data: Buffer, sure: bool = False, again: Callable[[], Container] | None = None) -> None:
        """``sure`` says that it is believed to be whole, so that no more than its index is summed up.

        ``again`` makes it anew, should what is read later turn out to be damaged. Raises Damaged.
        """
        whole = memoryview(data)
        head, start = len(MAGIC), len(MAGIC) + _CHECK
        sums, lengths = bytes(whole[head : head + 18]), bytes(whole[head + 18 : start])
        if whole[:head] != MAGIC or len(lengths) < _LENGTHS or not lengths.replace(b" ", b"").strip().isdigit():
            raise Damaged
        first, body, rest = map(int, lengths.split())
        end, stop = start + first, start + body
        if stop + rest != len(whole):
            raise Damaged
        summed = whole[start : end if sure else stop]
        if checksums(summed, end - start, lengths)[9 if sure else 0 :] != sums[9 if sure else 0 :]:
            raise Damaged
        index: dict[str, Any] = decoded(whole[start:end])
        self.owner: str = index["owner"]
        self.tag: str = index["tag"]
        self.sources: list[tuple[str, str]] = [(path, content) for path, content in index["sources"]]
        self._places: dict[str, tuple[int, int]] = index["sections"]
        self._all = whole
        self._data = whole[end:stop]
        self._more = whole[stop:]
        self._sure = sure
        self._again = again
        self._anew: Container | None = None

    def more(self) -> Container:
        """The container of what is not always needed. Raises Damaged."""
        try:
            return Container(self._more, self._sure, again=lambda: self.anew().more())
        except Damaged:
            return self.anew().more()

    def whole(self) -> bool:
        """Whether everything is as it was written: it is summed up where that was only believed."""
        try:
            for each in (self._all, self._more) if self._sure else ():
                Container(each)
        except Damaged:
            return False
        return True

    def anew(self) -> Container:
        """The container made anew, once. Raises Damaged where nobody can, or where its sources are others now."""
        if self._anew is None:
            made = self._again() if self._again else None
            if made is None or made.sources != self.sources:
                raise Damaged
            self._anew = made
        return self._anew

    def section(self, name: str) -> memoryview:
        """The bytes of a section."""
        start, length = self._places[name]
        return self._data[start : start + length]

    def text(self, name: str) -> str:
        """The UTF-8 text that is the one item of ``Rows``."""
        return str(Rows(self, name)[0], "utf-8", "surrogatepass")

    def numbers(self, name: str) -> Sequence[int]:
        """A section of unsigned 32-bit numbers."""
        section = self.section(name)
        return section.cast("I") if len(section) else ()


class Rows:
    """Items of one section, found by their number: offsets in one section, content in another, checksums in a third.

    One that is damaged is read from the container made anew. Raises Damaged where there is none.
    """

    __slots__ = ("_at", "_container", "_content", "_name", "_sums")

    def __init__(self, container: Container, name: str) -> None:
        self._container = container
        self._name = name
        self._content = container.section(name)
        self._at = container.numbers(f"{name} at")
        self._sums = container.numbers(f"{name} sums")

    def __len__(self) -> int:
        return len(self._at) - 1

    def __getitem__(self, number: int) -> memoryview:
        item = self._content[self._at[number] : self._at[number + 1]]
        return item if crc32(item) == self._sums[number] else Rows(self._container.anew(), self._name)[number]


class WordTable:
    """A table of words, each with a note, that is asked where it lies: nothing is read before.

    By their hash: open addressing, one line of text a word (Knuth, The Art of Computer Programming 3, 6.4).
    """

    __slots__ = ("_lines", "_slots")

    def __init__(self, container: Container, name: str) -> None:
        self._lines = container.section(name)
        self._slots: Sequence[int] = container.numbers(f"{name} slots")

    def get(self, word: bytes) -> bytes | None:
        """The note of a word or of a run of words; None where it is not in the table. Raises Damaged."""
        lines, slots, mask = self._lines, self._slots, len(self._slots) - 1
        first = at = crc32(word) & mask
        key = word + b"\t"
        while start := slots[at]:
            end = start + len(key)
            if lines[start:end] == key:
                return self._note(end)
            at = at + 1 & mask
            if at == first:  # a table has free slots
                raise Damaged
        return None

    def _note(self, start: int) -> bytes:
        """What stands from a place to the end of its line."""
        note = bytes(self._lines[start : start + _MOST_NOTES])
        return (note if b"\n" in note else bytes(self._lines[start:])).partition(b"\n")[0]


def decoded(data: memoryview) -> Any:
    """The value that a piece of JSON holds."""
    return _scan(str(data, "utf-8", "surrogatepass"), 0)[0]


class _Plain:
    """How JSON is read where nothing special is asked for."""

    strict = True
    object_hook = object_pairs_hook = parse_constant = None
    parse_float = float
    parse_int = int


def _scanner() -> Callable[[str, int], tuple[Any, int]]:
    """What reads JSON: the C function alone, as the package around it compiles seven patterns when imported."""
    try:
        from _json import make_scanner
    except ImportError:
        from json import JSONDecoder

        return JSONDecoder().raw_decode
    return make_scanner(_Plain)  # type: ignore[arg-type] # any object with these attributes will do


_scan = _scanner()
