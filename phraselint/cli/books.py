"""The linter for each file: of --lexicon, else of the nearest lexicon.yaml, else of the shipped phrasebook."""

from __future__ import annotations

import sys

from phraselint.book.find import find_book
from phraselint.cli.options import CheckOptions, FixOptions
from phraselint.cli.settings import book_settings
from phraselint.engine.linter import Linter
from phraselint.engine.result import Result
from phraselint.match.library import load
from phraselint.match.phrasebook import Phrasebook
from phraselint.model.errors import InputError
from phraselint.readers import ENDINGS
from phraselint.readers.files import expand
from phraselint.readers.source import Source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from phraselint.model.conversation import Conversation


COMPILING = "compiling the phrasebook; this is kept until it changes"


class Books:
    """Opens each phrasebook once."""

    __slots__ = ("_found", "_linters", "_selections", "lexicon")

    def __init__(self, lexicon: str | None = None) -> None:
        self.lexicon = lexicon
        self._found: dict[str, str | None] = {}  # of the file asked for last, whose conversations come together
        self._linters: dict[str | None, Linter] = {}
        self._selections: dict[str | None, frozenset[str] | None] = {}

    def settings_for(self, path: str) -> dict[str, Any]:
        """What the phrasebook that holds for a file says of the options. Raises BookError, InputError."""
        found = self.book_path(path)
        return book_settings(found, self._linter(found).book)

    def check_segment(self, options: CheckOptions | FixOptions) -> None:
        """Raises InputError where no phrasebook of the run declares the segment that was asked for."""
        asked = options.segment
        if asked is None or asked in self._segments(options.paths):
            return
        known = self._segments(expand(options.paths, tuple(ENDINGS)))
        if asked not in known:
            from phraselint.book.nearest import hint

            near = hint(asked, known) or (f"declared are {', '.join(known)}" if known else "none is declared")
            raise InputError(f"no phrasebook declares the segment '{asked}'; {near}")

    def _segments(self, paths: Iterable[str]) -> list[str]:
        books = {self.book_path(path) for path in paths}
        return sorted({name for path in books for name in self._linter(path).book.segments})

    def lint(
        self, source: Source, options: CheckOptions | FixOptions, trace: bool = False, about: Conversation | None = None
    ) -> Result:
        """What the phrasebook of its file finds in a source; options speak where the source itself does not.

        A draft is judged as the next message of ``about``.
        """
        path = self.book_path(source.path)
        if about is not None:
            from phraselint.cli.replying import replying

            source = replying(source, about)
        linter, own = self._linter(path), source.conversation
        segment = options.segment if options.segment in linter.book.segments else None
        return linter.lint(
            own,
            markup=source.markup,
            reply_to=options.reply_to or None if source.draft else None,
            channel=None if own.channel else options.channel,
            segment=None if own.segment else segment,
            only=self._selection(path, options),
            trace=trace,
            draft=about is not None,
        )

    def book_path(self, path: str) -> str | None:
        """The phrasebook of a file; None for the shipped one."""
        if self.lexicon:
            return self.lexicon
        if path not in self._found:
            self._found = {path: find_book("." if path == "-" else path)}
        return self._found[path]

    def _linter(self, path: str | None) -> Linter:
        if path not in self._linters:
            self._linters[path] = Linter(open_book(path))
        return self._linters[path]

    def _selection(self, path: str | None, options: CheckOptions | FixOptions) -> frozenset[str] | None:
        if not options.select and not options.ignore:
            return None
        from phraselint.cli.selection import chosen

        if path not in self._selections:
            self._selections[path] = chosen(options.select, options.ignore, categories(self._linter(path).book))
        return self._selections[path]


def conversation_of(options: CheckOptions | FixOptions) -> Conversation | None:
    """The conversation in which the drafts are judged, where one is given. Raises InputError."""
    if options.conversation is None:
        return None
    if options.conversation == "-" and "-" in options.paths:
        raise InputError("standard input holds the draft or the conversation, not both: name a file for one of them")
    from phraselint.cli.replying import read_conversation

    return read_conversation(options.conversation)


def open_book(path: str | None) -> Phrasebook:
    """The phrasebook at a path, or the shipped one. Who waits for it to be compiled is told so."""
    if sys.stderr is None or not sys.stderr.isatty():
        return load(path)
    from phraselint.cli.patience import patience

    with patience(COMPILING):
        return load(path)


def categories(book: Phrasebook) -> dict[str, str]:
    """The category of each entry and the group of each rule by its id, in the order of the book."""
    entries = {name: book.entry(place)["category"] for place, name in enumerate(book.ids())}
    return {**entries, **{rule["id"]: rule["group"] for rule in book.rules()}}
