"""Made phrasebooks, loaded as a user's are: written to a file, read, compiled."""

import gc
import os
import tempfile
from functools import cache
from pathlib import Path
from unittest.mock import patch

import phraselint
from benchmarks import texts
from phraselint.match.phrasebook import Phrasebook


def linter(count: int) -> phraselint.Linter:
    """A linter with ``count`` made phrases."""
    return phraselint.Linter(phrasebook(count))


@cache
def phrasebook(count: int, typos: bool = True) -> Phrasebook:
    """A phrasebook with ``count`` made phrases."""
    return loaded(texts.book(texts.phrases(count), typos))


def loaded(book: str) -> Phrasebook:
    """The phrasebook of this YAML text; nothing of it stays in the user's cache."""
    with tempfile.TemporaryDirectory() as room, patch.dict(os.environ, PHRASELINT_CACHE=room):
        path = Path(room) / "lexicon.yaml"
        path.write_text(book, encoding="utf-8")
        return settled(phraselint.load(str(path)))


def settled(book: Phrasebook) -> Phrasebook:
    """The same book; what compiling left behind is out of the garbage collector's sight.

    A process that reads its book from the cache has none of it: words lists and trees that take tens of milliseconds
    to be looked through.
    """
    gc.collect()
    gc.freeze()
    return book
