"""The expressions that a draft needs, kept compiled from one start of the program to the next."""

from __future__ import annotations

import os
import sys
from zlib import crc32

from phraselint.match.store import folder, write
from phraselint.model.errors import InputError
from phraselint.model.version import VERSION
from phraselint.text import regex

_CHECK = 9  # bytes of the checksum and the line feed after it


def recall() -> None:
    """Makes known what earlier starts have compiled; what cannot be read is compiled again."""
    try:
        with open(_place(), "rb") as file:
            data = file.read()
        if data[:_CHECK] == _checksum(data[_CHECK:]):
            regex.know(str(data[_CHECK:], "ascii").split("\n"))
    except (OSError, ValueError):
        return


def keep() -> None:
    """Keeps what this run has compiled; a folder that cannot be written to is done without."""
    lines = regex.kept()
    if lines:
        data = "\n".join(lines).encode()
        try:
            write(_place(), _checksum(data) + data)
        except InputError:  # no folder of that name can be: whoever needed it has said so
            return


def _place() -> str:
    """By what they fit: CPython's matcher, its version, as the letters of \\w change with it, and ours, as they do."""
    return os.path.join(folder(), f"{VERSION}-{sys.implementation.cache_tag}-{regex.VERSION}.expressions")


def _checksum(data: bytes) -> bytes:
    return b"%08x\n" % crc32(data)
