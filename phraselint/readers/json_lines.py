"""Conversations as JSON Lines (gz or not): a message a line or a conversation a line; rows may stand apart."""

from __future__ import annotations

import io
import json
import re
import zlib

from phraselint.model.errors import InputError
from phraselint.readers.decoding import decode, mark_of
from phraselint.readers.files import is_baseline
from phraselint.readers.gathering import TOGETHER, Gathering
from phraselint.readers.keys import Keys
from phraselint.readers.shapes import spread_out
from phraselint.readers.source import Intake, KeptAside, Source
from phraselint.readers.values import Values

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any, AnyStr


GZIP = b"\x1f\x8b"
DAMAGE = (EOFError, OSError, zlib.error)  # what a gz file that was cut or changed raises
HEAD = 8192  # bytes looked at to know a binary file
FIRST, ROWS = 1 << 20, 20  # bytes and rows looked at to know records on standard input
BEGINNING = r"""(?x) \s* (\[\s*)? \{\s*
    "(messages|text|speaker|conversation_id|turn|timestamp|author|channel|customer|agent|agent_id)" \s* :"""
MOST = 64 << 20  # bytes of one row; what is longer is kept aside unread
PIECE = 1 << 16  # bytes of such a row that are passed over at once
MOST_WHOLE = 256 << 20  # bytes of a document that is packed


def read(path: str, markup: str, data: bytes, intake: Intake) -> Iterator[Source]:
    """The conversations of a file (of ``data``, where given), in the order in which each first appears.

    Rows that cannot be read are kept aside in ``intake``. Raises InputError for a binary file, OSError.
    """
    kept = len(intake.kept)
    gathering, keys, values = Gathering(), Keys(), Values()
    for row, record in _records(path, data, intake):
        keys.look(record)
        values.look(record, row)
        try:
            gathering.add(record, row)
            intake.rows += 1
        except InputError as error:
            intake.kept.append(KeptAside(path, row, str(error)))
    intake.notes += [f"{path}: {each}" for each in (*keys.notes, *values.notes())]
    if not gathering.places and len(intake.kept) > kept:
        intake.failed.append(f"{path}: no row of it could be read")
    for conversation in gathering.conversations():
        yield Source(path, conversation, markup=markup)


def looks_like_records(data: bytes) -> bool:
    """Whether data begins as this reader takes it: with a key of a record, or half of the first rows are whole."""
    head = _head(data)
    if re.match(BEGINNING, head):
        return True
    rows = [row for row in head.split("\n")[:ROWS] if row.strip()]
    return 0 < len(rows) <= 2 * sum(map(_is_record, rows))


def _head(data: bytes) -> str:
    mark, encoding = mark_of(data)
    return data[len(mark) : FIRST].decode(encoding, "replace")


def _is_record(line: str) -> bool:
    """Whether a line is a message or a conversation."""
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(record, dict) and ("messages" in record or {"text", "speaker"} <= record.keys())


def _records(path: str, data: bytes, intake: Intake) -> Iterator[tuple[int, object]]:
    """Each row's number and value; rows that are not JSON are kept aside."""
    with _opened(path, data) as stream:
        try:
            head = stream.peek(HEAD)[:HEAD]
        except DAMAGE as error:  # said once: a later read would find an end
            intake.kept.append(KeptAside(path, 1, f"the file is damaged from here on: {error}"))
            return
        if is_baseline(head):
            return
        if _is_document(path) or (path == "-" and _spread(data)):
            yield from _of_document(path, decode(_whole(stream)).text, intake)
            return
        yield from _of_lines(path, _lines(path, stream, intake), intake)


def _is_document(path: str) -> bool:
    return path.lower().endswith((".json", ".json.gz"))


def _spread(data: bytes) -> bool:
    """Whether what is on standard input begins as a document over several lines, or as an array."""
    return re.match(r"\s*(\[|\{\s*\n)", _head(data)) is not None


def _whole(stream: io.BufferedReader[Any]) -> bytes:
    most = -1 if isinstance(stream.raw, io.FileIO | io.BytesIO) else MOST_WHOLE
    try:
        data = stream.read(most)
        if len(data) == most and stream.read(1):
            raise InputError(f"holds more than {MOST_WHOLE >> 20} MB when unpacked; write it as JSON Lines")
    except DAMAGE as error:
        raise InputError(f"is damaged: {error}") from None
    return data


def _of_document(path: str, text: str, intake: Intake) -> Iterator[tuple[int, object]]:
    """The rows of a .json file: the elements of its array, its one object, or its lines.

    Messages in an array are one conversation where none names its own and more than one speaks.
    """
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        yield from _of_lines(path, enumerate(text.split("\n"), 1), intake)
        return
    rows = value if isinstance(value, list) else [value]
    if _is_conversation(rows):
        intake.notes.append(f"{path}: {len(rows):,} messages without conversation_id are read as one conversation")
        rows = [{**each, "conversation_id": TOGETHER} for each in rows]
    yield from enumerate(rows, 1)


def _is_conversation(rows: list[Any]) -> bool:
    """Whether all are messages without an id, of more than one speaker."""
    for each in rows:
        if not isinstance(each, dict) or "text" not in each or "messages" in each:
            return False
        if each.get("conversation_id") not in (None, ""):
            return False
    return len({each["speaker"].lower() for each in rows if isinstance(each.get("speaker"), str)}) > 1


def _of_lines(path: str, lines: Iterable[tuple[int, str]], intake: Intake) -> Iterator[tuple[int, object]]:
    for row, marked in lines:
        line = marked.removeprefix("\ufeff")  # of a file that was put behind another one
        if not line or line.isspace():
            continue
        try:
            yield row, json.loads(line)
        except (ValueError, RecursionError) as error:
            spread = "" if _is_document(path) else spread_out(line)
            intake.kept.append(KeptAside(path, row, spread or _why(error, line)))


def _lines(path: str, stream: io.BufferedReader[Any], intake: Intake) -> Iterator[tuple[int, str]]:
    """The lines of a stream with their numbers; what follows damage in a gz file is kept aside as one row."""
    row = 0
    guessed: dict[str, int] = {}
    try:
        for row, line in enumerate(_raw_lines(stream), 1):
            if line is None:
                intake.kept.append(KeptAside(path, row, f"longer than {MOST >> 20} MB"))
                continue
            try:
                yield row, line if isinstance(line, str) else line.decode()
            except UnicodeDecodeError:
                text = decode(line if isinstance(line, bytes) else b"")
                guessed[text.encoding] = guessed.get(text.encoding, 0) + text.guessed
                yield row, text.text
    except DAMAGE as error:
        intake.kept.append(KeptAside(path, row + 1, f"the file is damaged from here on: {error}"))
    intake.notes += [f"{path}: {count} rows not UTF-8; read as {name}" for name, count in guessed.items() if count]


def _raw_lines(stream: io.BufferedReader[Any]) -> Iterator[bytes | str | None]:
    """The lines as bytes, or as text where a byte order mark says which. Raises InputError for a binary file."""
    head = stream.peek(HEAD)[:HEAD]
    mark, encoding = mark_of(head)
    if encoding != "utf-8":
        stream.read(len(mark))
        with io.TextIOWrapper(stream, encoding, "surrogatepass", newline="\n") as lines:
            yield from _bounded(lines, "\n")
        return
    if b"\0" in head:
        raise InputError("is a binary file (it holds NUL bytes), or UTF-16 without a byte order mark")
    stream.read(len(mark))
    yield from _bounded(stream, b"\n")


def _bounded(stream: Any, end: AnyStr) -> Iterator[AnyStr | None]:
    """The lines of a stream; None for one longer than MOST, of which no more than that is ever in memory."""
    while line := stream.readline(MOST):
        if len(line) < MOST or line.endswith(end):
            yield line
            continue
        while line and not line.endswith(end):
            line = stream.readline(PIECE)
        yield None


def _opened(path: str, data: bytes) -> io.BufferedReader[Any]:
    """The file, or ``data``, as a stream of its bytes; what is packed by gzip is unpacked, whatever its name."""
    raw: Any = io.BytesIO(data) if path == "-" else io.FileIO(path)
    stream: io.BufferedReader[Any] = io.BufferedReader(raw)
    if stream.peek(2)[:2] != GZIP:
        return stream
    import gzip

    packed: Any = gzip.GzipFile(fileobj=stream)
    packed.myfileobj = stream  # closed together with the one that unpacks it
    return io.BufferedReader(_Unpacked(packed))


class _Unpacked(io.RawIOBase):
    """What a gz file holds, a piece at a time: what stands before damage is given before that is raised."""

    def __init__(self, packed: Any) -> None:
        self._packed = packed

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        piece = self._packed.read1(len(buffer))
        buffer[: len(piece)] = piece
        return len(piece)

    def close(self) -> None:
        self._packed.close()
        super().close()


def _why(error: Exception, line: str) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"not JSON: {error.msg} at column {min(error.pos, len(line.rstrip())) + 1}"
    return "not JSON that can be read: nested too deeply" if isinstance(error, RecursionError) else f"not JSON: {error}"
