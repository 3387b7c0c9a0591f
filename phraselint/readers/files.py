"""Which files a command line means: files, folders, globs, and "-" for standard input."""

from __future__ import annotations

import os
import sys

from phraselint.model.errors import InputError

BASELINE = "phraselint-baseline"
"""The first key of a file of known findings, which is never read as a text."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


def expand(paths: tuple[str, ...], endings: tuple[str, ...]) -> list[str]:
    """The files to read, in the order given, each once; of folders those with a known ending, none that is hidden.

    Raises InputError naming every path that is not there.
    """
    found: dict[str, str] = {}
    missing = []
    for path in paths:
        files = _files(path, endings)
        if files is None:
            missing.append(path)
        for file in files or ():
            found.setdefault(os.path.normpath(file), file)
    if missing:
        raise InputError("\n".join(_not_there(path) for path in missing))
    return list(found.values())


def data_of(path: str) -> bytes:
    """All bytes of a file, or of standard input for "-". Raises OSError."""
    if path == "-":
        return sys.stdin.buffer.read()
    with open(path, "rb") as file:
        return file.read()


def is_baseline(head: bytes) -> bool:
    """Whether a file that begins like this holds known findings."""
    return head[:1] == b"{" and head[1:].lstrip().startswith(f'"{BASELINE}"'.encode())


def _files(path: str, endings: tuple[str, ...]) -> list[str] | None:
    """The files of one argument; None where there is nothing of that name."""
    if path == "-":
        return [path]
    if os.path.isdir(path):
        return list(_walk(path, endings))
    if os.path.lexists(path):
        return [path]
    if any(sign in path for sign in "*?["):
        from glob import glob

        return sorted(file for file in glob(path, recursive=True) if not os.path.isdir(file)) or None
    return None


def _walk(folder: str, endings: tuple[str, ...]) -> Iterator[str]:
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and name.lower().endswith(endings):
                yield os.path.join(place, name)


def _not_there(path: str) -> str:
    if any(sign in path for sign in "*?["):
        return f"{path}: no file matches"
    return f"{path}: no such file or folder"
