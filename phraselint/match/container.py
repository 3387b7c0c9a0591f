"""One file of named sections with a checksum: the form in which a compiled book lies on disk.

A line of magic, a line with the checksum of all that follows, one line of JSON (tag, sources, places of the sections),
then the sections. Reading decodes nothing but that line; no pickle, no code.
"""

from __future__ import annotations

import json
from zlib import crc32

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from mmap import mmap
    from typing import Any

    Buffer = bytes | mmap


_MAGIC = b"phraselint book\n"


class Damaged(Exception):
    """The bytes are not what was written."""


def packed(tag: str, sources: list[tuple[str, str]], sections: dict[str, bytes]) -> bytes:
    """The bytes of a container; ``sources`` are the files it was made from, with the hashes of their content."""
    places = {}
    at = 0
    for name, content in sections.items():
        places[name] = [at, len(content)]
        at += len(content)
    index = json.dumps({"tag": tag, "sources": sources, "sections": places}).encode()
    body = index + b"\n" + b"".join(sections.values())
    return _MAGIC + b"%08x\n" % crc32(body) + body


class Container:
    """The sections of one container, read where they lie: what nobody asks for is never copied."""

    __slots__ = ("_data", "_places", "sources", "tag")

    def __init__(self, data: Buffer) -> None:
        """Raises Damaged."""
        whole = memoryview(data)
        head, body = len(_MAGIC), len(_MAGIC) + 9
        if whole[:head] != _MAGIC or whole[head:body] != b"%08x\n" % crc32(whole[body:]):
            raise Damaged
        end = data.find(b"\n", body)
        index: dict[str, Any] = decoded(whole[body:end])
        self.tag: str = index["tag"]
        self.sources: list[tuple[str, str]] = [(path, content) for path, content in index["sources"]]
        self._places: dict[str, tuple[int, int]] = index["sections"]
        self._data = whole[end + 1 :]

    def section(self, name: str) -> memoryview:
        """The bytes of a section."""
        start, length = self._places[name]
        return self._data[start : start + length]

    def text(self, name: str) -> str:
        """A section of UTF-8 text."""
        return str(self.section(name), "utf-8", "surrogatepass")

    def numbers(self, name: str) -> Sequence[int]:
        """A section of unsigned 32-bit numbers."""
        section = self.section(name)
        return section.cast("I") if len(section) else ()


class Rows:
    """Items of one section, found by their number: offsets in one section, content in another."""

    __slots__ = ("_at", "_content")

    def __init__(self, container: Container, name: str) -> None:
        self._content = container.section(name)
        self._at = container.numbers(f"{name} at")

    def __len__(self) -> int:
        return len(self._at) - 1

    def __getitem__(self, number: int) -> memoryview:
        return self._content[self._at[number] : self._at[number + 1]]


def decoded(data: memoryview) -> Any:
    """The value that a piece of JSON holds."""
    return json.loads(str(data, "utf-8", "surrogatepass"))
