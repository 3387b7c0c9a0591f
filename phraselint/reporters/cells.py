"""How text looks in a terminal: the cells that it takes, and what must not reach it."""

from __future__ import annotations

from phraselint.text import regex

TYPE_CHECKING = False
if TYPE_CHECKING:
    from re import Match

UNSAFE = "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
"""Controls (escape sequences, bells), direction overrides, invisible marks and lone surrogates."""

CUT = "…"
JOINER = "\u200d"
INVISIBLE = (0xAD, 0x200C, 0x200D, 0xFE0E, 0xFE0F)
SKIN = range(0x1F3FB, 0x1F400)


def harmless(text: str) -> str:
    """``text`` with every unsafe character made visible, one for one, so that offsets stay."""
    return text if text.isprintable() else regex.sub(UNSAFE, _visible, text)


def _visible(match: Match[str]) -> str:
    code = ord(match[0])
    if code == 9:
        return " "
    if code < 32:
        return chr(0x2400 + code)
    return "\u2421" if code == 127 else "\ufffd"


def escaped(text: str) -> str:
    """``text`` with its controls written out (\\x1b), for formats without escapes of their own; lines and tabs stay."""
    return text if text.isprintable() else regex.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]", _written_out, text)


def _written_out(match: Match[str]) -> str:
    return f"\\x{ord(match[0]):02x}"


def cells(text: str) -> int:
    """The columns that ``text`` takes: two for wide characters and emoji, none for marks and what a joiner adds."""
    if text.isascii() or text.replace(CUT, "").isascii():
        return len(text)
    from unicodedata import combining, east_asian_width

    total = 0
    last = before = 0  # the cells of the last character that takes any, and the code of the last of all
    for char in text:
        code = ord(char)
        if code == 0xFE0F and last == 1:
            total, last = total + 1, 2
        elif not (combining(char) or code in INVISIBLE or before == ord(JOINER) or (code in SKIN and last == 2)):
            last = 2 if east_asian_width(char) in "WF" else 1
            total += last
        before = code
    return total


def fit(text: str, most: int) -> str:
    """The longest beginning of ``text`` that takes at most ``most`` cells."""
    if text.isascii() or cells(text) <= most:
        return text[:most]
    low, high = 0, min(len(text), most)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if cells(text[:middle]) <= most else (low, middle - 1)
    return text[:low]


def wrap(text: str, width: int, first: int | None = None) -> list[str]:
    """``text`` in lines of at most ``width`` cells, broken at spaces; the first line may have a width of its own."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        joined = f"{line} {word}" if line else word
        if line and cells(joined) > (width if lines or first is None else first):
            lines.append(line)
            line = word
        else:
            line = joined
    return [*lines, line] if line else lines
