"""Formats in: one module a format, one table of what file endings mean and one of who reads it."""

from __future__ import annotations

import os

from phraselint.model.errors import InputError, reason
from phraselint.readers.decoding import Decoded, decode
from phraselint.readers.files import data_of, expand, is_baseline
from phraselint.readers.source import Intake, KeptAside, Source, draft

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Reader = Callable[[str, str, bytes, Intake], Iterator[Source]]

ENDINGS = {
    ".txt": "plain",
    ".text": "plain",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".eml": "mail",
    ".jsonl": "conversations",
    ".jsonl.gz": "conversations",
    ".ndjson": "conversations",
    ".ndjson.gz": "conversations",
    ".json": "conversations",
    ".json.gz": "conversations",
}
HEAD = 4096  # bytes of standard input that say whether it may hold JSON

_TABLE = "a table is not read: make a .jsonl of it, a message a line (docs/cli.md has a line that does)"
_DOCUMENT = "this kind of document is not read: save it as .txt, .md or .html"
NOT_READ = {
    **dict.fromkeys((".csv", ".tsv", ".xls", ".xlsx", ".xlsm", ".ods", ".parquet"), _TABLE),
    **dict.fromkeys((".doc", ".docx", ".odt", ".rtf", ".pdf", ".pages", ".msg"), _DOCUMENT),
}
"""What is no draft, though its bytes may look like one: read as a draft it would pass unseen."""


def read(paths: tuple[str, ...], markup: str | None, intake: Intake) -> Iterator[Source]:
    """Everything that the paths hold, in order; a file that cannot be read is told in ``intake`` and the rest goes on.

    ``markup`` overrides what a file's ending says of its text. Raises InputError for paths that are not there.
    """
    passed: list[str] = []
    files = expand(paths, tuple(ENDINGS), intake.failed, passed)
    if not files and not intake.failed:
        intake.notes.append(f"nothing to read in {', '.join(paths)} (known endings: {' '.join(ENDINGS)})")
    if passed:
        from phraselint.readers.missing import foreign, kinds

        others = [foreign(passed), kinds(passed, None if not files else NOT_READ)]
        intake.notes += filter(None, others)
    return _read_each(files, markup, intake)


def _read_each(files: list[str], markup: str | None, intake: Intake) -> Iterator[Source]:
    for path in files:
        try:
            yield from read_file(path, markup, intake)
        except OSError as error:
            intake.failed.append(f"{path}: {reason(error)}")
        except InputError as error:
            intake.failed.append(f"{path}: {error}")


def read_file(path: str, markup: str | None, intake: Intake) -> Iterator[Source]:
    """What one file (or "-") holds. Raises OSError, and InputError for what is no text."""
    kind = kind_of(path)
    if kind == "conversations":
        yield from READERS[kind](path, markup or "plain", b"", intake)
        return
    if not markup and (why := NOT_READ.get(os.path.splitext(path)[1].lower())):
        raise InputError(why)
    data = data_of(path)
    if is_baseline(data):
        return
    if path == "-" and _holds_conversations(data):
        kind = "conversations"
    elif markup:
        kind = markup
    yield from READERS[kind](path, markup or kind, data, intake)


def kind_of(path: str) -> str:
    """What a path's ending says that it holds; plain text for endings that say nothing."""
    lowered = path.lower()
    return next((kind for ending, kind in ENDINGS.items() if lowered.endswith(ending)), "plain")


def decoded(path: str, data: bytes, intake: Intake) -> Decoded:
    """The text of a file, with a note where its encoding was guessed. Raises InputError for what is no text."""
    text = decode(data)
    if text.guessed:
        intake.notes.append(f"{path}: not UTF-8; read as {text.encoding}")
    intake.rows += 1
    return text


def _draft(path: str, markup: str, data: bytes, intake: Intake) -> Iterator[Source]:
    yield draft(path, decoded(path, data, intake), markup)


def _mail(path: str, markup: str, data: bytes, intake: Intake) -> Iterator[Source]:  # noqa: ARG001 - the mail says
    from phraselint.readers.mail import read as read_mail

    yield read_mail(path, decoded(path, data, intake), intake.notes)


def _conversations(path: str, markup: str, data: bytes, intake: Intake) -> Iterator[Source]:
    from phraselint.readers.json_lines import read as read_json

    return read_json(path, markup if markup in ("html", "markdown") else "plain", data, intake)


def _holds_conversations(data: bytes) -> bool:
    """Whether standard input holds conversations as JSON (gz or not) rather than a draft: by its first characters."""
    if data[:2] == b"\x1f\x8b":
        return True
    if b"{" not in data[:HEAD]:
        return False
    from phraselint.readers.json_lines import looks_like_records

    return looks_like_records(data)


READERS: dict[str, Reader] = {
    "plain": _draft,
    "markdown": _draft,
    "html": _draft,
    "mail": _mail,
    "conversations": _conversations,
}

__all__ = [
    "ENDINGS",
    "READERS",
    "Decoded",
    "Intake",
    "KeptAside",
    "Source",
    "draft",
    "expand",
    "kind_of",
    "read",
    "read_file",
]
