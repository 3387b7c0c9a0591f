"""Where that lies which is made once and kept for the next start: phrasebooks, expressions, the model of languages."""

from __future__ import annotations

import mmap
import os
import sys
from _thread import get_ident
from time import time

from phraselint.model.errors import InputError

DAY = 86_400  # seconds
UNKNOWN = -2
"""A time that no file is of."""


def folder() -> str:
    """The folder: $PHRASELINT_CACHE, else the user's cache folder; none that can be for a user without a home.

    Raises InputError.
    """
    own = os.environ.get("PHRASELINT_CACHE")
    if own:
        found = os.path.expanduser(own)
        if found.startswith("~"):
            raise InputError(f"PHRASELINT_CACHE: {own}: there is no user '{own[1:].partition(os.sep)[0]}'")
        return found
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or os.path.expanduser("~")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    return os.path.join(os.devnull if base.startswith("~") else base, "phraselint")


def mapped(place: str) -> tuple[mmap.mmap, int]:
    """A file in memory as it lies on disk, of which only what is looked at is loaded; and when it was last touched.

    Once a day that is UNKNOWN, so that the file is not believed to be whole: a disk damages what nobody touches.
    """
    with open(place, "rb") as file:
        number = file.fileno()
        status = os.fstat(number)
        touched = UNKNOWN if _due(number, status) else status.st_mtime_ns
        return mmap.mmap(number, 0, access=mmap.ACCESS_READ), touched


def _due(number: int, status: os.stat_result) -> bool:
    """Whether a day is over since an open file was written or was due; never where that cannot be noted.

    It is noted by giving the file its own times, which changes its ctime; on Windows that is another thing.
    """
    if sys.platform == "win32" or time() - status.st_ctime < DAY:
        return False
    try:
        os.utime(number, ns=(status.st_atime_ns, status.st_mtime_ns))
    except OSError:
        return False
    return True


def write(place: str, data: bytes, touched: int | None = None) -> None:
    """Puts a whole file in its place, written aside and renamed; one that cannot be written is done without.

    ``touched`` is the time (nanoseconds since 1970) that the file is to be of.
    """
    aside = f"{place}.{os.getpid()}-{get_ident()}"
    try:
        os.makedirs(os.path.dirname(place), mode=0o700, exist_ok=True)
        with open(aside, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())  # before it gets its name and time, by which it is taken for whole
        if touched is not None:
            os.utime(aside, ns=(os.stat(aside).st_atime_ns, touched))
        os.replace(aside, place)
    except OSError:
        try:
            os.unlink(aside)
        except OSError:
            return
