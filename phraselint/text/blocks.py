"""The blocks of a Markdown text: which stretches of its lines a reader sees as one paragraph, cell, heading or code."""

import re
from typing import NamedTuple

from phraselint.text.html import comment_end, raw_end

_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
_INDENT = re.compile(r"[ \t]*")
_QUOTE = re.compile(r"(?:[ \t]{0,3}>)++[ \t]?")
_QUOTE_IN_LIST = re.compile(r"(?:[ \t]*+>)++[ \t]?")
_ITEM = re.compile(r"(?:[-+*]|(\d{1,9})[.)])(?:[ \t]{1,4}(?![ \t])|[ \t]|\Z)(?:\[[ xX]\](?=[ \t]))?")
_FENCE = re.compile(r"(`{3,})[^`\r\n]*\Z|(~{3,})")
_HEADING = re.compile(r"#{1,6}(?=[ \t]|\Z)[ \t]*")
_HEADING_END = re.compile(r"(?<=[ \t])#+[ \t]*\Z")
_BREAK = re.compile(r"(?:(?:\*[ \t]*+){3,}+|(?:-[ \t]*+){3,}+|(?:_[ \t]*+){3,}+)\Z")
_UNDERLINE = re.compile(r"(?:=+|-+)[ \t]*\Z")
_DEFINITION = re.compile(
    r"\[(?!\^)([^\[\]\r\n]{1,999})\]:[ \t]*(?:<[^<>\r\n]*>|[^\s<][^\s]*)(?:[ \t]+[\"'(].*)?[ \t]*\Z"
)
_FOOTNOTE = re.compile(r"\[\^[^\[\]\s]+\]:[ \t]*")
_RULER = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*+\|?[ \t]*\Z")
_CELL = re.compile(r"(?:[^|\\]++|\\.|\\\Z)++")
_RAW = re.compile(r"<(?:!--|(script|pre|style|textarea)(?=[\s>]))", re.IGNORECASE)
_FRONT = re.compile(r"---[ \t]*\r?\n(?:[^\r\n]*\r?\n)*?(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)")
_DEEPEST = 20  # containers opened on one line; what lies deeper is text


class Block(NamedTuple):
    """Stretches of consecutive lines that are read as one; code points of the source, half-open."""

    lines: list[tuple[int, int]]
    code: bool
    quoted: bool


class Blocks:
    """The reading of one source: its blocks in order, and the labels that links may refer to."""

    def __init__(self, source: str) -> None:
        self.blocks: list[Block] = []
        self.labels: set[str] = set()
        self._source = source
        self._lines: list[tuple[int, int]] = []  # of the open paragraph
        self._quoted = False  # whether the open paragraph is quoted
        self._code: tuple[int, int] | None = None  # the open block of indented code
        self._fence: tuple[str, int, bool] | None = None  # the mark that closes, where it began, whether quoted
        self._lists: list[int] = []  # the column at which the content of each open list item starts
        self._table = False
        self._blank = True  # whether the line before was blank
        self._bare = False  # whether it was the mark of a list item and nothing else
        self._read_all()

    def _read_all(self) -> None:
        source = self._source
        front = _FRONT.match(source)
        at = front.end() if front else 0
        line = None
        while at < len(source):
            if line is None or at >= line.end():
                line = _LINE.match(source, at)
            assert line is not None
            past = self._read(at, line.end(1))
            at = past if past is not None else line.end()
        self._leave_code()
        self._close()
        if self._fence:
            self._put([(self._fence[1], len(source))], code=True, quoted=self._fence[2])

    def _read(self, start: int, end: int) -> int | None:
        """Takes in one line; where to go on, if that is not the next line."""
        if self._fence and self._in_fence(start, end):
            return None
        begin, quoted, item = self._containers(start, end)
        indent = _INDENT.match(self._source, begin, end)
        assert indent is not None
        at = indent.end()
        if at == end:
            if self._bare and self._lists and not item:
                self._lists.pop()
            self._bare = item
            self._blank = True
            self._close()
            return None
        blank, self._blank, self._bare = self._blank, False, False
        if not self._lines and not self._table and self._is_code(_width(indent[0]), blank, item):
            self._put_code(begin, end, quoted)
            return None
        self._leave_code()
        if self._lines and self._quoted != quoted and not (self._quoted and _continues(self._source, at, end)):
            self._close()
        return self._leaf(at, end, quoted)

    def _containers(self, start: int, end: int) -> tuple[int, bool, bool]:
        """Where a line's own text starts after the marks of quotes and list items; whether there were some."""
        source = self._source
        at, quoted, item = start, False, False
        for _ in range(_DEEPEST):
            quote = (_QUOTE_IN_LIST if self._lists else _QUOTE).match(source, at, end)
            if quote:
                if not quoted and not (self._lines and self._quoted):
                    self._lists.clear()
                at, quoted = quote.end(), True
                continue
            mark = self._item(at, end, item)
            if mark is None:
                break
            at, item = mark, True
        return at, quoted, item

    def _item(self, at: int, end: int, nested: bool) -> int | None:
        """Where the text of the list item that starts at ``at`` starts; None where none does."""
        source = self._source
        indent = _INDENT.match(source, at, end)
        assert indent is not None
        column = _width(indent[0])
        mark = _ITEM.match(source, indent.end(), end)
        base = self._lists[-1] if self._lists and not nested else 0
        if mark is None or (column - base >= 4 and not self._lines) or _BREAK.match(source, indent.end(), end):
            return None
        if self._lines and not self._lists and (mark.end() == end or mark[1] not in (None, "1")):
            return None
        self._close()
        while self._lists and column < self._lists[-1] and not nested:
            self._lists.pop()
        self._lists.append(column + len(mark[0].rstrip("[]xX ")) + 1 + (base if nested else 0))
        return mark.end()

    def _is_code(self, indent: int, blank: bool, item: bool) -> bool:
        """Whether a line is indented code; leaves the list items that it no longer belongs to."""
        if item:
            return indent >= 4
        while blank and self._lists and indent < self._lists[-1]:
            self._lists.pop()
        return indent - (self._lists[-1] if self._lists else 0) >= 4

    def _leaf(self, at: int, end: int, quoted: bool) -> int | None:
        if self._special(at, end, quoted):
            return None
        raw = _RAW.match(self._source, at, end)
        if raw:
            return self._raw(at, raw[1], quoted)
        if self._table:
            self._row(at, end, quoted)
            return None
        footnote = None if self._lines else _FOOTNOTE.match(self._source, at, end)
        self._quoted = self._quoted if self._lines else quoted
        self._lines.append((footnote.end() if footnote else at, self._trimmed(at, end)))
        return None

    def _special(self, at: int, end: int, quoted: bool) -> bool:
        """Takes in a line that is more than text of a paragraph."""
        source = self._source
        if fence := _FENCE.match(source, at, end):
            self._close()
            self._fence = (fence[1] or fence[2], at, quoted)
        elif heading := _HEADING.match(source, at, end):
            self._close()
            self._heading(heading.end(), end, quoted)
        elif self._lines and not self._table and self._is_ruler(at, end):
            header = self._lines.pop()
            self._close()
            self._table = True
            self._row(*header, quoted)
        elif (self._lines and _UNDERLINE.match(source, at, end)) or _BREAK.match(source, at, end):
            self._close()
        elif not self._lines and (definition := _DEFINITION.match(source, at, end)):
            self.labels.add(label(definition[1]))
        else:
            return False
        return True

    def _is_ruler(self, at: int, end: int) -> bool:
        ruler = _RULER.match(self._source, at, end)
        return ruler is not None and "|" in ruler[0] and "|" in self._source[slice(*self._lines[-1])]

    def _heading(self, at: int, end: int, quoted: bool) -> None:
        close = _HEADING_END.search(self._source, at, end)
        stop = self._trimmed(at, close.start() if close else end)
        if stop > at:
            self._put([(at, stop)], code=False, quoted=quoted)

    def _trimmed(self, start: int, end: int) -> int:
        """Where ``start:end`` ends without its trailing white space."""
        return start + len(self._source[start:end].rstrip(" \t"))

    def _row(self, start: int, end: int, quoted: bool) -> None:
        for cell in _CELL.finditer(self._source, start, end):
            shown = cell[0].strip()
            if shown:
                first = cell.start() + cell[0].index(shown)
                self._put([(first, first + len(shown))], code=False, quoted=quoted)

    def _raw(self, at: int, name: str | None, quoted: bool) -> int:
        """Takes in a comment or an element whose content is no Markdown; where it ends."""
        if name is None:
            return comment_end(self._source, at)
        self._close()
        end = raw_end(self._source, name.lower(), at)
        self._put([(at, end)], code=True, quoted=quoted)
        return end

    def _in_fence(self, start: int, end: int) -> bool:
        """Whether a line belongs to the open fenced block, which it may close."""
        assert self._fence is not None
        mark, begin, quoted = self._fence
        prefix = _QUOTE.match(self._source, start, end) if quoted else None
        if quoted and prefix is None:
            self._put([(begin, start)], code=True, quoted=quoted)
            self._fence = None
            return False
        text = self._source[prefix.end() if prefix else start : end].strip(" \t")
        if text.startswith(mark) and not text.strip(mark[0]):
            self._put([(begin, end)], code=True, quoted=quoted)
            self._fence = None
        return True

    def _put_code(self, start: int, end: int, quoted: bool) -> None:
        self._quoted = quoted
        self._code = (self._code[0] if self._code else start, end)

    def _leave_code(self) -> None:
        if self._code:
            self._put([self._code], code=True, quoted=self._quoted)
            self._code = None

    def _close(self) -> None:
        """Ends the open paragraph or table."""
        if self._lines:
            self._put(self._lines, code=False, quoted=self._quoted)
        self._lines = []
        self._table = False

    def _put(self, lines: list[tuple[int, int]], code: bool, quoted: bool) -> None:
        self.blocks.append(Block(lines, code, quoted))


def label(text: str) -> str:
    """A link label as labels are compared."""
    return " ".join(text.split()).casefold()


def _continues(source: str, at: int, end: int) -> bool:
    """Whether a line may go on with a quoted paragraph although it has no mark."""
    return not _ITEM.match(source, at, end)


def _width(indent: str) -> int:
    return len(indent.expandtabs(4))
