"""Where results and messages go: standard output or a file, and standard error for all that is no result."""

from __future__ import annotations

import os
import sys

from phraselint.model.errors import InputError
from phraselint.readers.source import Intake

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import TracebackType
    from typing import TextIO


SHOWN = 5  # rows kept aside that are named one by one


class opened:  # noqa: N801 - reads as ``with opened(...)``; contextlib is not on the cold path
    """The text stream that results go to: a file in UTF-8, or standard output for None.

    What is for programs is UTF-8 on standard output too; a lone surrogate is written as its JSON escape.
    """

    def __init__(self, path: str | None, kind: str | None) -> None:
        self._path = path
        if path:
            self._out: TextIO = _file(path)
        else:
            self._out = sys.stdout
            _reconfigure(sys.stdout, None if kind in (None, "terminal") else "utf-8")

    def __enter__(self) -> TextIO:
        return self._out

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if not self._path:
            self._out.flush()
            return
        full = error if isinstance(error, OSError) else None
        try:
            self._out.close()
        except OSError as late:
            full = full or late
        if full:
            raise OSError(full.errno, full.strerror, self._path) from None


def _file(path: str) -> TextIO:
    try:
        return open(path, "w", encoding="utf-8", errors="backslashreplace", newline="\n")
    except OSError as error:
        raise InputError(f"{path}: {error.strerror or error}") from None


def spare(target: str | None, sources: Iterable[str | None]) -> None:
    """Raises InputError where a result would be written over a file that this run reads."""
    if target and os.path.exists(target):
        for source in sources:
            if source and os.path.exists(source) and os.path.samefile(target, source):
                raise InputError(f"{target}: this run reads it; name another file to write to")


def _reconfigure(stream: TextIO, encoding: str | None) -> None:
    """Lets a stream take any text; streams that a test or an embedding program put there are left as they are."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure:
        reconfigure(encoding=encoding or stream.encoding, errors="backslashreplace")


def say(text: str, who: str = "phraselint: ") -> None:
    """One message to the user, on standard error; nothing where there is none (closed, or no console)."""
    from phraselint.reporters.cells import harmless

    if sys.stderr is None:
        return
    _reconfigure(sys.stderr, None)
    lines = (harmless(line) for line in text.split("\n"))
    sys.stderr.write(who + "\n".join(lines) + "\n")


def tell(intake: Intake) -> None:
    """What was odd, kept aside or given up while reading."""
    for note in intake.notes:
        say(note)
    for each in intake.kept[:SHOWN]:
        say(f"{each.path}:{each.row}: kept aside: {each.reason}")
    if len(intake.kept) > SHOWN:
        say(f"and {len(intake.kept) - SHOWN:,} more rows")
    if intake.kept:
        say(f"{intake.rows:,} rows read, {len(intake.kept):,} kept aside")
    for failure in intake.failed:
        say(failure)
