"""Writes a file whole or not at all: aside first, then renamed over the old one, whose mode and links stay."""

from __future__ import annotations

import errno
import os
import stat


def write(path: str, data: bytes) -> None:
    """Puts ``data`` in place of what ``path`` holds; a link keeps pointing where it did.

    Raises OSError, for a device, a pipe or a folder too: these would be replaced by a file.
    """
    target = os.path.realpath(path)
    held = os.stat(target).st_mode if os.path.exists(target) else None
    if held is not None and not stat.S_ISREG(held):
        raise OSError(errno.EINVAL, "cannot be written: not a regular file", path)
    aside = f"{target}.{os.getpid()}.tmp"
    try:
        mode = None if held is None else held & 0o7777
        if mode is not None and not os.access(target, os.W_OK):
            raise PermissionError(13, "not writable")
        _write(aside, data, mode)
        os.replace(aside, target)
    except OSError as error:
        _remove(aside)
        raise OSError(error.errno, f"cannot be written: {error.strerror or error}", path) from None


def _write(path: str, data: bytes, mode: int | None) -> None:
    with open(path, "xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if mode is not None:
        os.chmod(path, mode)


def _remove(path: str) -> None:
    try:
        os.unlink(path)
    except OSError:
        return
