"""The tables of slips of a compiled book, made once: what ``slips.SlipIndex`` reads."""

from __future__ import annotations

from array import array

from phraselint.book.frequencies import common_words, joinable, usual_words
from phraselint.match.packing import row_sections, word_table
from phraselint.match.slips import LOOSE, SETTLED, keys, slip
from phraselint.text.contractions import readings
from phraselint.text.spelling import budget, squeezed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from phraselint.match.workings import Workings


class SlipTables:
    """The sections for the words of all patterns of a part that forgive slips.

    Every English word that is near enough to be mistaken for one of them is settled here, so that a text's English
    words cost nothing and no word list is needed later. ``settled`` gives the common English words that are slips all
    the same, by a swap or a final -s, and what they may stand for: the scan looks for them, too.
    """

    def __init__(self, words: set[str], workings: Workings) -> None:
        self._vocabulary = sorted(words)
        self._english = workings.neighbours(self._vocabulary)
        common = common_words()
        self._images = _images(self._english)
        literal = {word: [each for each in found if (each + word).isalnum()] for word, found in self._images.items()}
        self.settled = {word: found for word, found in literal.items() if found and word in common}
        self._spelled: dict[str, list[str]] = {}
        for word, targets in self.settled.items():
            for target in targets:
                self._spelled.setdefault(target, []).append(word)

    def variants(self, literal: str) -> set[str]:
        """A literal with one of its words in the spelling of another English word, in every way."""
        words = literal.split(" ")
        return {
            " ".join([*words[:place], slipped, *words[place + 1 :]])
            for place, word in enumerate(words)
            for slipped in self._spelled.get(word, ())
        }

    def sections(self) -> dict[str, bytes]:
        """What ``SlipIndex`` reads, by name."""
        keys, owners = _deletion_index(self._vocabulary)
        return {
            **word_table("english", {word: self._note(word) for word in sorted(self._decided())}),
            **row_sections("vocabulary", [" ".join(self._vocabulary).encode()]),
            "keys": keys.tobytes(),
            "owners": owners.tobytes(),
            "bits": _filter(keys),
        }

    def _decided(self) -> set[str]:
        """The English words of which all is known: the usual ones, and those that could be taken for slips."""
        if not self._vocabulary:  # nothing is a slip of no word
            return set()
        near = {word for found in self._english.values() for word in found} | joinable(self._vocabulary)
        return {word for word in near | usual_words() if not squeezed(word)}

    def _note(self, word: str) -> str:
        if word in self.settled:
            return SETTLED.decode() + " ".join(self.settled[word])
        return LOOSE.decode() + " ".join(self._images[word]) if word in self._images else ""


def _images(english: dict[str, frozenset[str]]) -> dict[str, list[str]]:
    """The English words that are slips of a word: word -> what they may stand for."""
    images: dict[str, list[str]] = {}
    for target, found in sorted(english.items()):
        for word in sorted(found):
            if not readings(word) and slip(word, target, english=True):
                images.setdefault(word, []).append(target)
    return images


def _deletion_index(vocabulary: list[str]) -> tuple[array[int], array[int]]:
    pairs = sorted(
        (key, number) for number, word in enumerate(vocabulary) if budget(word) for key in keys(word, abs(budget(word)))
    )
    return array("I", [key for key, _ in pairs]), array("I", [number for _, number in pairs])


def _filter(found: array[int]) -> bytes:
    """One bit a key, at the place that its lowest bits say; some sixteen times as many bits as keys."""
    bits = bytearray(1 << max(len(found) * 2 - 1, 1).bit_length())
    for key in found:
        bits[key >> 3 & len(bits) - 1] |= 1 << (key & 7)
    return bytes(bits)
