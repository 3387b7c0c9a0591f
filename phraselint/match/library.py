"""From a path to a compiled phrasebook: the cache, else the YAML."""

from __future__ import annotations

from phraselint.book.find import shipped_book
from phraselint.match.cache import cached
from phraselint.match.phrasebook import Phrasebook


def load(path: str | None = None) -> Phrasebook:
    """The phrasebook at ``path``, or the shipped sample; compiled once, then read from the cache.

    Raises BookError with every mistake of its files, or InputError where there is no such file.
    """
    return cached(path or shipped_book(), _compiled)


def _compiled(path: str) -> bytes:
    from phraselint.book.loader import load_contents
    from phraselint.match.compile import compiled_bytes

    return compiled_bytes(load_contents(path))[0]
