"""Which files a command line means: files, folders, globs, and "-" for standard input."""

from __future__ import annotations

import os
import stat
import sys

from phraselint.model.errors import InputError, reason

BASELINE = "phraselint-baseline"
"""The first key of a file of known findings, which is never read as a text."""

_HEAD = 1 << 20  # bytes of a file that are looked through for them
_KEYS = tuple(f'"{key}"'.encode() for key in "text messages speaker message content body role transcript".split())
"""What a record holds, or what others call it."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


def expand(
    paths: tuple[str, ...],
    endings: tuple[str, ...],
    failed: list[str] | None = None,
    passed: list[str] | None = None,
) -> list[str]:
    """The files to read, in the order given, each once; of folders those with a known ending, none that is hidden.

    Folders that cannot be read are told in ``failed``, other files of folders that are no texts in ``passed``. Raises
    InputError naming every path that is not there.
    """
    failed = [] if failed is None else failed
    passed = [] if passed is None else passed
    found: dict[str, str] = {}
    missing = []
    for path in paths:
        files = _files(path, endings, failed, passed)
        if files is None:
            missing.append(path)
        for file in files or ():
            same = file if file == "-" else os.path.abspath(file)  # a file may be called "-"
            found.setdefault(same, file)
    if missing:
        raise InputError("\n".join(_not_there(path) for path in missing))
    return list(found.values())


def data_of(path: str) -> bytes:
    """All bytes of a file, or of standard input for "-". Raises OSError; InputError where that is closed."""
    if path == "-":
        if sys.stdin is None:
            raise InputError("there is no standard input to read (it is closed)")
        return sys.stdin.buffer.read()
    with open(path, "rb") as file:
        return file.read()


def is_baseline(head: bytes) -> bool:
    """Whether a file that begins like this holds known findings."""
    head = head.removeprefix(b"\xef\xbb\xbf")
    return head[:1] == b"{" and head[1:].lstrip().startswith(f'"{BASELINE}"'.encode())


def _files(path: str, endings: tuple[str, ...], failed: list[str], passed: list[str]) -> list[str] | None:
    """The files of one argument; None where there is nothing of that name."""
    if path == "-":
        return [path]
    if os.path.isdir(path):
        return list(_walk(path, endings, failed, passed))
    if _is_there(path):
        return [path]
    if any(sign in path for sign in "*?["):
        from glob import glob

        return sorted(filter(is_file, glob(path, recursive=True))) or None
    return None


def _is_there(path: str) -> bool:
    """Whether there is something of that name; also where we may not look, so that reading it says why."""
    try:
        os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True
    return True


def _walk(folder: str, endings: tuple[str, ...], failed: list[str], passed: list[str]) -> Iterator[str]:
    def cannot(error: OSError) -> None:
        failed.append(f"{error.filename}: {reason(error)}")

    for place, folders, names in os.walk(folder, onerror=cannot):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = os.path.join(place, name)
            if name.startswith("."):
                continue
            if not name.lower().endswith(endings) or _is_foreign(path):
                passed.append(path)
            elif is_file(path):
                yield path


def _is_foreign(path: str) -> bool:
    """Whether a .json file that nobody named is of another program, such as a package.json: no key is a record's."""
    if not path.lower().endswith(".json"):
        return False
    try:
        with open(path, "rb") as file:
            head = file.read(_HEAD)
    except OSError:
        return False
    return bool(head) and b"\0" not in head and not is_baseline(head) and not any(map(head.__contains__, _KEYS))


def is_file(path: str) -> bool:
    """Whether a path is no folder and no pipe, which would be waited for; a dead link is taken for one and told."""
    try:
        return stat.S_ISREG(os.stat(path).st_mode)
    except OSError:
        return True


def _not_there(path: str) -> str:
    if not path:
        return "expected a file, a folder or - for standard input, and nothing is written"
    if any(sign in path for sign in "*?["):
        return f"{path}: no file matches"
    from phraselint.readers.missing import meant

    return f"{path}: no such file or folder{meant(path)}"
