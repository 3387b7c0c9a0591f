"""One file of named sections with a checksum: the form in which a compiled book lies on disk.

A line of magic, a line with the checksum of all that follows, one line of JSON (tag, sources, places of the sections),
then the sections. Reading decodes nothing but that line; no pickle, no code.
"""

from __future__ import annotations

import json
from zlib import crc32

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


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
    """The sections of one container."""

    __slots__ = ("_at", "_data", "_places", "sources", "tag")

    def __init__(self, data: bytes) -> None:
        """Raises Damaged."""
        head, body = len(_MAGIC), len(_MAGIC) + 9
        if data[:head] != _MAGIC or data[head:body] != b"%08x\n" % crc32(memoryview(data)[body:]):
            raise Damaged
        end = data.index(b"\n", body)
        index: dict[str, Any] = json.loads(data[body:end])
        self.tag: str = index["tag"]
        self.sources: list[tuple[str, str]] = [(path, content) for path, content in index["sources"]]
        self._places: dict[str, tuple[int, int]] = index["sections"]
        self._data = data
        self._at = end + 1

    def section(self, name: str) -> bytes:
        """The bytes of a section."""
        start, length = self._places[name]
        return self._data[self._at + start : self._at + start + length]

    def text(self, name: str) -> str:
        """A section of UTF-8 text."""
        return str(self.section(name), "utf-8", "surrogatepass")
