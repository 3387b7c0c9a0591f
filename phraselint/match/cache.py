"""The compiled book on disk, known by the content of its sources: read YAML once, then only bytes.

A cache that is stale or damaged is made anew, one that cannot be written is done without; two runs that write at once leave a whole
file each (written aside, then renamed).
"""

import os
import sys
from typing import TYPE_CHECKING

from phraselint.match.container import Container, Damaged
from phraselint.match.phrasebook import Phrasebook

if TYPE_CHECKING:
    from collections.abc import Callable

FORMAT = 2
"""Goes up with every change of what a compiled book holds."""


def cached(path: str, compile_book: "Callable[[str], bytes]") -> Phrasebook:
    """The compiled form of the phrasebook at ``path``; ``compile_book`` makes its bytes where the cache has none that fits."""
    place = cache_file(path)
    book = _read(place)
    if book is None:
        data = compile_book(path)
        _write(place, data)
        book = Phrasebook(Container(data))
    elif _made_anew(book):
        _write(place, book.container.replaced(book.scanner.tag, automaton=book.scanner.saved()))
    return book


def _made_anew(book: Phrasebook) -> bool:
    return book.scanner.tag not in (book.container.tag, "none", "ahocorasick")


def folder() -> str:
    """Where compiled books are kept: $PHRASELINT_CACHE, else the user's cache folder."""
    own = os.environ.get("PHRASELINT_CACHE")
    if own:
        return own
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or os.path.expanduser("~")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    return os.path.join(base, "phraselint")


def cache_file(path: str) -> str:
    """The cache file of the phrasebook at ``path``: by its place and by the code that compiled it."""
    return os.path.join(folder(), f"{content_hash(f'{FORMAT} {_code()} {os.path.abspath(path)}'.encode())}.book")


def content_hash(content: bytes) -> str:
    """A hash of bytes: hashlib's BLAKE2b, without hashlib's other algorithms, which cost a tenth of a cold start."""
    try:
        from _blake2 import blake2b
    except ImportError:
        from hashlib import blake2b
    return blake2b(content, digest_size=16).hexdigest()


def _code() -> str:
    """When the code that compiles was last changed: an upgrade or an edit makes old caches stale."""
    here = os.path.dirname(os.path.dirname(__file__))
    newest = 0
    for room in ("book", "match", "text"):
        for item in os.scandir(os.path.join(here, room)):
            if item.name.endswith(".py"):
                newest = max(newest, item.stat().st_mtime_ns)
    return str(newest)


def _read(place: str) -> Phrasebook | None:
    try:
        with open(place, "rb") as file:
            container = Container(file.read())
        if not all(_hash_of(path) == known for path, known in container.sources):
            return None
        return Phrasebook(container)
    except (OSError, Damaged, ValueError, KeyError, TypeError):
        return None


def _hash_of(path: str) -> str:
    with open(path, "rb") as file:
        return content_hash(file.read())


def _write(place: str, data: bytes) -> None:
    aside = f"{place}.{os.getpid()}"
    try:
        os.makedirs(os.path.dirname(place), mode=0o700, exist_ok=True)
        with open(aside, "wb") as file:
            file.write(data)
        os.replace(aside, place)
    except OSError:
        try:
            os.unlink(aside)
        except OSError:
            return
