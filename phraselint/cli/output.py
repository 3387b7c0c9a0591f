"""Where results and messages go: standard output or a file, and standard error for all that is no result."""

from __future__ import annotations

import os
import sys

from phraselint.model.errors import InputError, reason
from phraselint.readers.source import Intake

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import TracebackType
    from typing import TextIO

    from phraselint.reporters.writing import Aside


SHOWN = 5  # rows kept aside that are named one by one


class opened:  # noqa: N801 - reads as ``with opened(...)``; contextlib is not on the cold path
    """The text stream that results go to: a file in UTF-8 that is there once it is whole, or standard output.

    None and "-" mean standard output. What is for programs is UTF-8 there too; a lone surrogate is written as its JSON
    escape. A pipe or a device is written to as the results come.
    """

    def __init__(self, path: str | None, kind: str | None) -> None:
        self._path = None if path == "-" else path
        self._aside: Aside | None = None
        if self._path:
            self._out = self._file(self._path)
        else:
            self._out = standard_output()
            allow_any(self._out, None if kind in (None, "terminal") else "utf-8")

    def _file(self, path: str) -> TextIO:
        from io import TextIOWrapper

        from phraselint.reporters.writing import Aside, replaceable

        try:
            if not replaceable(path):
                return open(path, "a", encoding="utf-8", errors="backslashreplace", newline="\n")
            _clear_up_when_ended()
            self._aside = Aside(path)
        except OSError as error:
            raise InputError(f"{path}: {reason(error, 'write')}") from None
        return TextIOWrapper(self._aside.file, encoding="utf-8", errors="backslashreplace", newline="\n")

    def __enter__(self) -> TextIO:
        return self._out

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if not self._path:
            self._out.flush()
            return
        full = error if isinstance(error, OSError) else None
        try:
            if self._aside and error is None:
                self._out.flush()
                self._aside.put()
            elif not self._aside:
                self._out.close()
        except OSError as late:
            full = full or late
        finally:
            if self._aside:
                self._aside.drop()
        if full:
            raise OSError(full.errno, full.strerror, self._path) from None


def _clear_up_when_ended() -> None:
    """Lets SIGTERM and SIGHUP end the program as an exit does, so that what was written aside is taken away."""
    import signal

    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)  # Windows has no hangup
        if number and signal.getsignal(number) is signal.SIG_DFL:
            try:
                signal.signal(number, _leave)
            except ValueError:  # only the main thread may
                return


def _leave(number: int, _: object) -> None:
    raise SystemExit(128 + number)


def standard_output() -> TextIO:
    """Standard output. Raises InputError where the program was started without one."""
    if sys.stdout is None:
        raise InputError("there is no standard output to write to (it is closed)")
    return sys.stdout


def spare(target: str | None, sources: Iterable[str | None]) -> None:
    """Raises InputError where a result would be written over a file that this run reads."""
    if target and target != "-" and os.path.exists(target):
        for source in sources:
            if source and os.path.exists(source) and os.path.samefile(target, source):
                raise InputError(f"{target}: this run reads it; name another file to write to")


def allow_any(stream: TextIO, encoding: str | None = None, errors: str = "backslashreplace") -> None:
    """Lets a stream hold any text or bytes; streams that a test or an embedding program put there are left alone."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure:
        reconfigure(encoding=encoding or stream.encoding, errors=errors)


def say(text: str, who: str = "phraselint: ") -> None:
    """One message to the user, on standard error; nothing where there is none (closed, or no console)."""
    from phraselint.reporters.cells import harmless

    if sys.stderr is None:
        return
    allow_any(sys.stderr)
    lines = (harmless(line) for line in text.split("\n"))
    try:
        sys.stderr.write(who + "\n".join(lines) + "\n")
    except OSError:  # a full disk, a reader that has gone: nobody can be told, and the result stands
        sys.stderr = None


def note(text: str) -> None:
    """One message that asks for nothing: no mistake, and no matter for the exit code."""
    say(f"note: {text}")


def tell(intake: Intake) -> None:
    """What was odd, kept aside or given up while reading."""
    for each in intake.notes:
        note(each)
    for row in intake.kept[:SHOWN]:
        say(f"{row.path}:{row.row}: kept aside: {row.reason}")
    if len(intake.kept) > SHOWN:
        say(f"and {_rows(len(intake.kept) - SHOWN, 'more ')}")
    if intake.kept:
        say(f"{_rows(intake.rows)} read, {len(intake.kept):,} kept aside")
    for failure in intake.failed:
        say(failure)


def _rows(count: int, which: str = "") -> str:
    return f"{count:,} {which}row{'' if count == 1 else 's'}"
