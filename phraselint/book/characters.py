"""The characters of a phrase pattern: what belongs to a word, what is space, what a sign; and a walk over them."""

import unicodedata
from typing import NamedTuple

from phraselint.text.unicode import clean


class Character(NamedTuple):
    """One character, and its place in the pattern from 1 on."""

    kind: str  # "word", "space" or "sign"
    text: str  # as written where it belongs to a word, else as texts are folded
    column: int


def characters(source: str) -> list[Character]:
    """The characters of a pattern in order."""
    if source.isascii():
        return [Character(_ASCII[character], character, column) for column, character in enumerate(source, 1)]
    found: list[Character] = []
    for column, character in enumerate(source, 1):
        shape = character if character.isascii() else clean(character)[0]
        mark = unicodedata.category(character)[0] == "M" and not "\ufe00" <= character <= "\ufe0f"
        marked = mark and (shape or (found and found[-1].kind == "word"))  # an accent belongs to its letter
        if marked or shape.isalnum():
            found.append(Character("word", character, column))
        else:
            found += [Character(_kind(each), each, column) for each in shape]
    return found


def _kind(character: str) -> str:
    if character.isspace():
        return "space"
    return "word" if character.isalnum() else "sign"


_ASCII = {character: _kind(character) for character in map(chr, range(128))}


class Cursor:
    """A place in a pattern, and what stands around it."""

    __slots__ = ("at", "characters")

    def __init__(self, source: list[Character]) -> None:
        self.characters = source
        self.at = 0

    def peek(self, place: int) -> str:
        """The kind of the character at ``place``, or its text where it is a sign; "" beyond either end."""
        if not 0 <= place < len(self.characters):
            return ""
        character = self.characters[place]
        return character.text if character.kind == "sign" else character.kind

    def joins(self) -> bool:
        """Whether the hyphen here stands between letters (a group's marks aside), so that it is a space."""
        before, after = self.at - 1, self.at + 1
        while self.peek(before) in (")", "]", "}"):
            before -= 1
        while self.peek(after) in ("(", "[", "{"):
            after += 1
        if self.peek(before) != "word" or self.peek(after) != "word":
            return False
        return not (self.characters[before].text.isdigit() and self.characters[after].text.isdigit())

    def until(self, mark: str) -> str | None:
        """What is written up to ``mark``, which is passed; None where it does not come."""
        for place in range(self.at, len(self.characters)):
            if self.peek(place) == mark:
                text = "".join(each.text for each in self.characters[self.at : place])
                self.at = place + 1
                return text
        return None
