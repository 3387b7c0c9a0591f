"""The bytes of a container, of its rows and of its tables of words: what container.py reads, made with a book."""

from __future__ import annotations

import json
from array import array
from zlib import crc32

from phraselint.match.container import MAGIC, checksums

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def packed(
    tag: str, sources: list[tuple[str, str]], sections: dict[str, bytes], more: bytes = b"", owner: str = ""
) -> bytes:
    """The bytes of a container; ``sources`` are the files it was made from, with the hashes of their content.

    ``more`` is a container for what is not always needed; ``owner`` says whose container it is.
    """
    places = {}
    at = 0
    for name, content in sections.items():
        places[name] = [at, len(content)]
        at += len(content)
    index = json.dumps({"owner": owner, "tag": tag, "sources": sources, "sections": places}).encode()
    body = index + b"".join(sections.values())
    lengths = b"%010d %010d %010d\n" % (len(index), len(body), len(more))
    return MAGIC + checksums(memoryview(body), len(index), lengths) + lengths + body + more


def row_sections(name: str, items: Iterable[bytes]) -> dict[str, bytes]:
    """The sections of ``Rows``."""
    content = list(items)
    at = array("I", [0])
    for each in content:
        at.append(at[-1] + len(each))
    sums = array("I", map(crc32, content))
    return {name: b"".join(content), f"{name} at": at.tobytes(), f"{name} sums": sums.tobytes()}


def word_table(name: str, notes: Mapping[str, str]) -> dict[str, bytes]:
    """The sections of a table; words and notes hold neither tab nor line feed."""
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
