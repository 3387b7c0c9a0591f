"""What can go wrong, in one small tree.

PhraselintError            prints without a traceback, exit code 2
├── PatternError           a phrase pattern that cannot be read: column, message, hint
├── BookError              a phrasebook that cannot be used: every mistake of it at once
├── InputError             a file, a row or an option that cannot be read
└── MissingExtra           an optional library that is not installed
"""

from __future__ import annotations

import os

from phraselint.model.values import NamedTuple


class PhraselintError(Exception):
    """An error in what we were given. Its text is meant for the person who gave it."""


class PatternError(PhraselintError):
    """A phrase pattern that cannot be read; ``column`` is 1-based, in code points of the pattern."""

    def __init__(self, column: int, message: str, hint: str = "") -> None:
        super().__init__(f"column {column}: {message}" + (f" ({hint})" if hint else ""))
        self.column = column
        self.message = message
        self.hint = hint


class Mistake(NamedTuple):
    """One thing wrong at one place of a file; ``line`` and ``column`` are 1-based, in code points."""

    path: str
    line: int
    column: int
    message: str
    hint: str = ""
    excerpt: str = ""

    def __str__(self) -> str:
        shown = f"{self.path}:{self.line}:{self.column}: {self.message}"
        if self.excerpt:
            shown += f"\n  {self.excerpt}\n  {' ' * (self.column - 1)}^"
        return shown + (f"\n{self.hint}" if self.hint else "")


class BookError(PhraselintError):
    """A phrasebook with mistakes; ``mistakes`` holds all of them, in the order of the file."""

    def __init__(self, mistakes: list[Mistake]) -> None:
        super().__init__("\n".join(map(str, mistakes)))
        self.mistakes = mistakes


class InputError(PhraselintError, ValueError):
    """A file, a row or an option that cannot be read."""


class MissingExtra(PhraselintError):
    """An optional library that is not installed; the text says which extra brings it."""


def reason(error: OSError, to: str = "read") -> str:
    """What the system refused, in plain words."""
    if isinstance(error, PermissionError) and error.strerror == os.strerror(error.errno or 0):
        return f"no permission to {to} it"
    return error.strerror or str(error)
