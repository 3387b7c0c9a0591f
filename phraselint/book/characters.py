"""The characters of a phrase pattern: what belongs to a word, what is space, what a sign; and a walk over them."""

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from phraselint.text.unicode import clean

WORD, SPACE = "w", " "
_LETTERS = re.compile(f"{WORD}+(?:'{WORD}+)*")  # an inner apostrophe belongs to its word


class Characters(NamedTuple):
    """A pattern, character by character: three sequences of one length."""

    text: str
    """As written what belongs to a word, the rest as texts are folded."""
    shape: str
    """WORD for what belongs to a word, SPACE for space, a sign as itself."""
    columns: Sequence[int]
    """The places in the pattern, from 1 on."""


def characters(source: str) -> Characters:
    """The characters of a pattern in order."""
    if source.isascii():
        return Characters(source, source.translate(_ASCII), range(1, len(source) + 1))
    text, shapes, columns = "", "", []
    for column, character in enumerate(source, 1):
        shape = character if character.isascii() else clean(character)[0]
        mark = unicodedata.category(character)[0] == "M" and not "\ufe00" <= character <= "\ufe0f"
        marked = mark and (shape or shapes.endswith(WORD))  # an accent belongs to its letter
        worded = bool(marked or shape.isalnum())
        text += character if worded else shape
        shapes += WORD if worded else "".join(map(_shape, shape))
        columns += [column] * (1 if worded else len(shape))
    return Characters(text, shapes, columns)


def _shape(character: str) -> str:
    if character.isspace():
        return SPACE
    return WORD if character.isalnum() else character


_ASCII = {ord(character): _shape(character) for character in map(chr, range(128))}


class Cursor:
    """A place in a pattern, and what stands around it."""

    __slots__ = ("at", "columns", "shape", "text")

    def __init__(self, source: Characters) -> None:
        self.text, self.shape, self.columns = source
        self.at = 0

    def peek(self, place: int) -> str:
        """The shape of the character at ``place``; "" beyond either end."""
        return self.shape[place : place + 1] if place >= 0 else ""

    def letters(self, start: int) -> int:
        """The end of the word that starts there; ``start`` where none does."""
        found = _LETTERS.match(self.shape, start)
        return found.end() if found else start

    def joins(self) -> bool:
        """Whether the hyphen here stands between letters (a group's marks aside), so that it is a space."""
        before, after = self.at - 1, self.at + 1
        while self.peek(before) in (")", "]", "}"):
            before -= 1
        while self.peek(after) in ("(", "[", "{"):
            after += 1
        if self.peek(before) != WORD or self.peek(after) != WORD:
            return False
        return not (self.text[before].isdigit() and self.text[after].isdigit())

    def until(self, mark: str) -> str | None:
        """What is written up to ``mark``, which is passed; None where it does not come."""
        place = self.shape.find(mark, self.at)
        if place < 0:
            return None
        text = self.text[self.at : place]
        self.at = place + 1
        return text
