"""What is taken out of the cache: what killed runs left behind, and phrasebooks that nobody has used for long."""

import os
import re
import time

KEPT = 16
"""How many compiled phrasebooks stay, those that were used last: some ten megabytes each."""

RECENT = 3600  # seconds; what is no older may be in use by another run
_BOOK = re.compile(r"[0-9a-f]{32}\.(book|part|model)")
_ASIDE = re.compile(r".+\.(book|part|model|expressions)\.\d+(-\d+)?")


def tidy(folder: str) -> None:
    """Takes away what is old; what cannot be looked at or taken away, and what is none of ours, stays."""
    try:
        with os.scandir(folder) as items:
            found = [(_used(item), item.name, item.path) for item in items if item.is_file(follow_symlinks=False)]
    except OSError:
        return
    books = sorted(((used, path) for used, name, path in found if _BOOK.fullmatch(name)), reverse=True)
    old = books[KEPT:] + [(used, path) for used, name, path in found if _ASIDE.fullmatch(name)]
    for used, path in old:
        if used < time.time() - RECENT:
            _take_away(path)


def _used(item: os.DirEntry[str]) -> float:
    """When a file was last read, where the system says so, else written; its own time is a checksum (container.py)."""
    seen = item.stat(follow_symlinks=False)
    return max(seen.st_ctime, seen.st_atime if seen.st_atime <= time.time() else 0)


def _take_away(path: str) -> None:
    try:
        os.unlink(path)
    except OSError:  # another run was faster, or has it open on Windows
        return
