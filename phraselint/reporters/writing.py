"""Writes a file whole or not at all: aside first, then into the place of the old one, which stays what it was.

Owner, mode, extended attributes and links are kept. Where a new file cannot have them (one that has several names, that
is mounted by itself or belongs to someone else) the old one is written over, once all is known to have been written.
"""

from __future__ import annotations

import errno
import os
import stat

from phraselint.model.errors import reason

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import BinaryIO

CHUNK = 1 << 20


def write(path: str, data: bytes) -> None:
    """Puts ``data`` in place of what ``path`` holds; a link keeps pointing where it did.

    Raises OSError, for a device, a pipe or a folder too: these would be replaced by a file.
    """
    if not replaceable(path):
        raise OSError(errno.EINVAL, "cannot be written: not a regular file", path)
    try:
        aside = Aside(path)
        try:
            aside.file.write(data)
            aside.put()
        finally:
            aside.drop()
    except OSError as error:
        raise OSError(error.errno, f"cannot be written: {reason(error, 'write')}", path) from None


def replaceable(path: str) -> bool:
    """Whether a file may take the place of what is there: another file, or nothing yet.

    What is named by way of a device (/dev/stdout) is open already, and someone else may write to it, too.
    """
    held = _held(path)
    return held is None or (stat.S_ISREG(held.st_mode) and not os.path.abspath(path).startswith(("/dev/", "/proc/")))


class Aside:
    """What is to stand at a path, in ``file`` beside it until it is ``put`` there; to be dropped in any case.

    Raises OSError.
    """

    __slots__ = ("_held", "_name", "_target", "file")

    def __init__(self, path: str) -> None:
        self._target = os.path.realpath(path)
        self._held = _held(self._target)
        if self._held and not os.access(self._target, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        self._name = f"{self._target}.{os.urandom(4).hex()}.tmp"
        mode = 0o600 if self._held else 0o666
        self.file: BinaryIO = os.fdopen(os.open(self._name, os.O_RDWR | os.O_CREAT | os.O_EXCL | BINARY, mode), "w+b")

    def put(self) -> None:
        """Puts what was written to its place."""
        self.file.flush()
        os.fsync(self.file.fileno())
        if self._held and (self._held.st_nlink > 1 or not _like(self._name, self._target, self._held)):
            self._write_over()
            return
        self.file.close()
        try:
            os.replace(self._name, self._target)
        except OSError as error:
            if error.errno != errno.EBUSY:  # a mount of its own
                raise
            self.file = open(self._name, "rb")  # noqa: SIM115 - closed by drop
            self._write_over()

    def _write_over(self) -> None:
        self.file.seek(0)
        with open(self._target, "r+b") as target:
            while chunk := self.file.read(CHUNK):
                target.write(chunk)
            target.truncate()
            target.flush()
            os.fsync(target.fileno())

    def drop(self) -> None:
        """Takes away what was written aside; nothing where it has been put."""
        for clear in (self.file.close, lambda: os.unlink(self._name)):
            try:
                clear()
            except OSError:  # a full disk: what was not written yet is given up
                continue


BINARY: int = getattr(os, "O_BINARY", 0)


def _held(path: str) -> os.stat_result | None:
    try:
        return os.stat(path)
    except FileNotFoundError:
        return None


def _like(path: str, old: str, held: os.stat_result) -> bool:
    """Gives a file the owner, mode and attributes of an old one; False where that is not allowed."""
    if not hasattr(os, "chown"):
        os.chmod(path, stat.S_IMODE(held.st_mode))
        return True
    new = os.stat(path)
    try:
        if (new.st_uid, new.st_gid) != (held.st_uid, held.st_gid):
            os.chown(path, held.st_uid, held.st_gid)
        if hasattr(os, "listxattr"):
            for name in os.listxattr(old):
                os.setxattr(path, name, os.getxattr(old, name))
    except OSError:
        return False
    os.chmod(path, stat.S_IMODE(held.st_mode))
    return True
