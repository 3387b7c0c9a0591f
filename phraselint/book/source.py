"""One file of a phrasebook: its text, the parts it is made of with their places, and the mistakes found in it."""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from phraselint.book.contents import Place
from phraselint.model.errors import Mistake

MOST_BYTES = 20_000_000
_TOLD = 1000  # so many mistakes of a file are told
_SHOWN = 200  # longer lines are shown by their beginning
LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")  # as YAML counts lines
FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_ODD = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")  # would garble a terminal


class Scalar(NamedTuple):
    """A piece of text; ``style`` is its quotation mark, "" where it has none, "|" or ">" for a block."""

    value: str
    line: int
    column: int
    style: str
    one_line: bool


class Listing(NamedTuple):
    """A list; its items may be taken out or put in."""

    items: "list[Node]"
    line: int
    column: int


class Table(NamedTuple):
    """A mapping: each key, as written, and its value (None where that was a mistake and has been reported)."""

    keys: "dict[str, tuple[Scalar, Node | None]]"
    line: int
    column: int

    def get(self, key: str) -> "Node | None":
        """The value of a key, None where it is missing."""
        pair = self.keys.get(key)
        return pair[1] if pair else None


Node = Scalar | Listing | Table


@dataclass(slots=True)
class Source:
    """One file of a phrasebook: its text, and the mistakes found in it so far.

    ``sound`` says that it is known to hold none: its patterns are left unread, without nodes.
    """

    path: str
    text: str = ""
    lines: list[str] = field(default_factory=list)
    mistakes: list[Mistake] = field(default_factory=list)
    sound: bool = False

    def place(self, node: Node) -> Place:
        """Where a node stands."""
        return Place(self.path, node.line, node.column)

    def wrong(self, at: Node | Place, message: str, hint: str = "") -> None:
        """Reports a mistake at a node."""
        self.wrong_at(at.line, at.column, message, hint)

    def wrong_at(self, line: int, column: int, message: str, hint: str = "") -> None:
        """Reports a mistake at a line and column, both 1-based; of a file that is all mistakes, the first thousand."""
        if len(self.mistakes) < _TOLD:
            self.mistakes.append(Mistake(self.path, line, column, message, hint, self._excerpt(line, column)))

    def _excerpt(self, line: int, column: int) -> str:
        if line > len(self.lines) or column > _SHOWN:
            return ""
        return _ODD.sub(_shown, self.lines[line - 1][:_SHOWN].rstrip())

    def column_in(self, scalar: Scalar, offset: int) -> int:
        """The column of the character ``offset`` of a scalar, or of its start where it runs over several lines."""
        if not scalar.one_line or scalar.style in ("|", ">"):
            return scalar.column
        if not scalar.style:
            return scalar.column + offset
        raw = self.lines[scalar.line - 1]
        at = scalar.column  # 0-based: the first character after the quotation mark
        for _ in range(offset):
            at += _width(raw, at, scalar.style)
        return at + 1


def decode(path: str, data: bytes) -> tuple[Source, bool]:
    """A file as text; False where it is none, which is among the mistakes of the source."""
    source = Source(path)
    return source, _decode(source, data)


def _decode(source: Source, data: bytes) -> bool:
    if len(data) > MOST_BYTES:
        source.wrong_at(1, 1, f"the file is larger than {MOST_BYTES // 1_000_000} MB", "split it and use 'extends'")
        return False
    try:
        source.text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        _not_utf8(source, data, error.start)
        return False
    source.lines = LINE_END.split(source.text)
    odd = FORBIDDEN.search(source.text)
    if odd:
        line, column = _line_column(source.text, odd.start())
        source.wrong_at(line, column, f"the character U+{ord(odd[0]):04X} may not stand in a phrasebook", "delete it")
    return odd is None


def _not_utf8(source: Source, data: bytes, start: int) -> None:
    before = data[:start].decode("utf-8-sig", "replace")
    source.lines = LINE_END.split(data.decode("utf-8-sig", "replace"))
    kind = "UTF-16, not UTF-8" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "not UTF-8"
    line, column = _line_column(before, len(before))
    source.wrong_at(line, column, f"the file is {kind}: byte 0x{data[start]:02x}", "save it as UTF-8")


def _line_column(text: str, offset: int) -> tuple[int, int]:
    """The 1-based line and column of an offset."""
    ends = [found.end() for found in LINE_END.finditer(text, 0, offset)]
    return len(ends) + 1, offset - (ends[-1] if ends else 0) + 1


def _shown(odd: re.Match[str]) -> str:
    return " " if odd[0] == "\t" else "\ufffd"


def _width(raw: str, at: int, quote: str) -> int:
    """How many characters of a quoted scalar's source make the one character of its value that begins at ``at``."""
    if quote == "'":
        return 2 if raw.startswith("''", at) else 1
    if raw[at : at + 1] != "\\":
        return 1
    return {"x": 4, "u": 6, "U": 10}.get(raw[at + 1 : at + 2], 2)
