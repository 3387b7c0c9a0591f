"""Markdown: the visible text, and what of it is quoted or code.

Read by our own eyes, since the parsers at hand give the lines of a block but not the places of what stands in them.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate, pairwise

from phraselint.model.values import NamedTuple
from phraselint.text.blocks import Block, Blocks, label
from phraselint.text.html import BLOCKS, FOREIGN, TAG, entity
from phraselint.text.markup import BORDER, HIDDEN, Edit, Visible, rewrite
from phraselint.text.zones import Zone

_MARK = re.compile(r"\\|`+|\*+|_+|~+|!?\[|\]|<(?=[^\s<])|&")
_ESCAPED = re.compile(r"\\(?:[!-/:-@\[-`{-~]|(?=\n))")
_AUTOLINK = re.compile(r"<(?:[a-zA-Z][a-zA-Z0-9.+-]{1,31}:[^\s<>]*|[\w.!#$%&'*+/=?^`{|}~-]++@[\w.-]++)>")
_TARGET = re.compile(
    r"\(\s*+(?:<[^<>\n]*>|(?:[^\s()\\]++|\\.|\((?:[^\s()\\]++|\\.)*+\))*+)"
    r"(?:\s++(?:\"(?:[^\"\\]++|\\.)*+\"|'(?:[^'\\]++|\\.)*+'|\((?:[^()\\]++|\\.)*+\)))?+\s*+\)",
    re.DOTALL,
)
_REFERENCE = re.compile(r"\[([^\[\]]{0,999})\]")
_HIDING = frozenset(("code", "pre", "script", "style", "textarea"))


def visible(source: str) -> Visible:
    """What a reader of the rendered text sees: no marks, link targets and comments; blocks as blank lines.

    Code is one U+FFFC a span or block. Any text is read, in time linear in its length (but for sorting).
    """
    read = Blocks(source)
    found = _Found([], [], [])
    at = 0
    for block in read.blocks:
        first, last = block.lines[0][0], block.lines[-1][1]
        found.edits.append(Edit(at, first, BORDER if at else ""))
        if block.code:
            found.hide(first, last)
        else:
            _read(source, block, read.labels, found)
        if block.quoted:
            found.zones.append(Zone(first, last, "quote"))
        at = last
    found.edits.append(Edit(at, len(source), ""))
    return rewrite(source, found.edits, [*found.zones, *_elements(found.tags)])


class _Found(NamedTuple):
    """What has been found so far, in offsets of the source. A tag: its name, whether it closes, and its stretch."""

    edits: list[Edit]
    zones: list[Zone]
    tags: list[tuple[str, bool, int, int]]

    def hide(self, start: int, end: int) -> None:
        """Code stands there."""
        self.edits.append(Edit(start, end, HIDDEN))
        self.zones.append(Zone(start, end, "code"))


def _read(source: str, block: Block, labels: set[str], found: _Found) -> None:
    """Adds what one block of text holds."""
    lines = block.lines
    found.edits.extend(Edit(end, start, "\n") for (_, end), (start, _) in pairwise(lines))
    text = "\n".join([source[start:end] for start, end in lines])
    if not _MARK.search(text):
        return
    inline = _Inline(text, labels)
    back = _way_back(lines)
    for start, end, shown in inline.edits:
        if shown == HIDDEN:
            found.hide(back(start), back(end))
        else:
            found.edits.append(Edit(back(start), back(end), shown))
    found.tags.extend((name, closing, back(start), back(end)) for name, closing, start, end in inline.tags)


def _way_back(lines: Sequence[tuple[int, int]]) -> Callable[[int], int]:
    """From the offsets of a block's lines, joined, to those of the source."""
    starts = [0, *accumulate(end - start + 1 for start, end in lines)]

    def back(place: int) -> int:
        line = min(bisect_right(starts, place) - 1, len(lines) - 1)
        return lines[line][0] + place - starts[line]

    return back


def _elements(tags: Iterable[tuple[str, bool, int, int]]) -> list[Zone]:
    """The zones of HTML elements that quote, from their tags in order."""
    zones = []
    begun: dict[str, list[int]] = {}
    for name, closing, start, end in tags:
        if not closing:
            begun.setdefault(name, []).append(end)
        elif begun.get(name):
            zones.append(Zone(begun[name].pop(), start, FOREIGN[name]))
    return zones


class _Inline:
    """The marks inside one block of text: what becomes of them, and the HTML tags that quote."""

    __slots__ = ("_brackets", "_labels", "_lost", "_openers", "_ticks", "edits", "tags", "text")

    def __init__(self, text: str, labels: set[str]) -> None:
        self.text = text
        self.edits: list[Edit] = []
        self.tags: list[tuple[str, bool, int, int]] = []
        self._labels = labels
        self._brackets: list[tuple[int, int]] = []
        self._openers: dict[str, list[tuple[int, int, int, bool]]] = {"*": [], "_": [], "~": []}
        self._ticks: dict[int, list[int]] | None = None  # where runs of each length start, the last one first
        self._lost: set[str] = set()  # closers that do not come any more
        at = 0
        while match := _MARK.search(text, at):
            at = self._mark(match.start(), match.end())

    def _mark(self, start: int, end: int) -> int:
        """Takes in the mark at ``start``; where to go on."""
        text = self.text
        mark = text[start]
        if mark in "*_~":
            self._emphasis(mark, start, end)
            return end
        if mark == "`":
            return self._code_span(start, end)
        if mark == "\\":
            return self._escape(start)
        if mark == "<":
            return self._angle(start)
        if mark == "&":
            return self._drop(decoded.start, decoded.end, decoded.text) if (decoded := entity(text, start)) else end
        if mark == "]":
            return self._close_link(start)
        self._brackets.append((start, end))
        return end

    def _drop(self, start: int, end: int, shown: str = "") -> int:
        self.edits.append(Edit(start, end, shown))
        return end

    def _escape(self, start: int) -> int:
        escaped = _ESCAPED.match(self.text, start)
        if escaped is None:
            return start + 1
        self._drop(start, start + 1)
        return max(escaped.end(), start + 1)

    def _code_span(self, start: int, end: int) -> int:
        if self._ticks is None:
            self._ticks = {}
            for run in reversed(list(re.finditer("`+", self.text))):
                self._ticks.setdefault(run.end() - run.start(), []).append(run.start())
        same = self._ticks.get(end - start, [])
        while same and same[-1] < end:
            same.pop()
        return self._drop(start, same[-1] + end - start, HIDDEN) if same else end

    def _angle(self, start: int) -> int:
        text = self.text
        link = _AUTOLINK.match(text, start)
        if link:
            self._drop(start, start + 1)
            return self._drop(link.end() - 1, link.end())
        if text.startswith("<!--", start):
            stop = self._find("-->", start + 4)
            return self._drop(start, stop) if stop else start + 1
        tag = TAG.match(text, start)
        if tag is None:
            return start + 1
        name = tag[2].lower()
        if name in _HIDING and not tag[1]:
            stop = self._find(f"</{name}>", tag.end())
            if stop:
                return self._drop(start, stop, HIDDEN)
        if name in FOREIGN:
            self.tags.append((name, bool(tag[1]), *tag.span()))
        return self._drop(start, tag.end(), "\n" if name == "br" else BORDER if name in BLOCKS else "")

    def _find(self, closer: str, start: int) -> int:
        """Where the next ``closer`` ends; 0 where none comes."""
        if closer in self._lost:
            return 0
        place = self.text.find(closer, start)
        if place < 0:
            self._lost.add(closer)
            return 0
        return place + len(closer)

    def _close_link(self, close: int) -> int:
        """Takes in the "]" of what may be a link, an image or a footnote's mark."""
        if not self._brackets:
            return close + 1
        text = self.text
        start, inner = self._brackets.pop()
        if text.startswith("^", inner) and not any(map(str.isspace, text[inner : min(close, inner + 80)])):
            return self._drop(start, close + 1)
        target = _TARGET.match(text, close + 1)
        end = target.end() if target else self._reference(inner, close)
        if end is None:
            return close + 1
        self._drop(start, inner)
        return self._drop(close, end)

    def _reference(self, inner: int, close: int) -> int | None:
        """Where a link ends whose label is defined elsewhere: "[text][label]", "[label][]" or "[label]"."""
        if not self._labels:
            return None
        follows = _REFERENCE.match(self.text, close + 1)
        name = follows[1] if follows and follows[1].strip() else self.text[inner : min(close, inner + 1000)]
        if label(name) not in self._labels:
            return None
        return follows.end() if follows else close + 1

    def _emphasis(self, mark: str, start: int, end: int) -> None:
        opens, closes = _flanks(self.text, mark, start, end)
        openers = self._openers[mark]
        length = end - start
        while closes and openers and start < end:
            first, last, whole, both = openers[-1]
            if mark == "~" and last - first != end - start:
                break
            if (both or opens) and (whole + length) % 3 == 0 and (whole % 3 or length % 3):
                break
            used = min(last - first, end - start)
            self._drop(last - used, last)
            self._drop(start, start + used)
            start += used
            openers.pop()
            if last - used > first:
                openers.append((first, last - used, whole, both))
        if opens and start < end and not (mark == "~" and length > 2):
            openers.append((start, end, length, closes))


def _flanks(text: str, mark: str, start: int, end: int) -> tuple[bool, bool]:
    """Whether a run of emphasis marks may open and may close (CommonMark, 6.2)."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    word_before, word_after = before.isalnum(), after.isalnum()
    left = not after.isspace() and (word_after or not word_before)
    right = not before.isspace() and (word_before or not word_after)
    if mark == "_":
        return left and (not right or not word_before), right and (not left or not word_after)
    return left, right
