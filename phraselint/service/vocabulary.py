"""Which words of a question mean something, and which mean the same: what the settings of question-skipped list."""

from __future__ import annotations

import re
from functools import lru_cache

from phraselint.model.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

_ENDINGS = re.compile(r"(?:s'|ings?|i?ed|ies|able|ements?|ments?|ations?|ions?|ers?|ly|es|s|e|y)$")
_OTHERS = ("e", "es", "er", "ers")  # after these it is another word: "note" is no form of "not"
_LEAST = 3  # letters of a stem


class Vocabulary(NamedTuple):
    """Words that say nothing of their own, units, and for each stem of a group the one that stands for all of it."""

    common: frozenset[str]
    same: Mapping[str, str]
    units: frozenset[str]

    def measures(self, word: str) -> bool:
        """Whether a word is a number with its unit in one: "23kg"."""
        unit = word.lstrip("0123456789.,")
        return unit != word and unit in self.units

    def plain(self, words: Sequence[str]) -> frozenset[str]:
        """The stems of the words that mean something, as they are."""
        kept = (word for word in words if word not in self.common and len(word) > 1 and any(map(str.isalnum, word)))
        pairs = ((word, stem(word)) for word in kept)
        return frozenset(each for word, each in pairs if each not in self.common or word[len(each) :] in _OTHERS)

    def stems(self, words: Sequence[str]) -> frozenset[str]:
        """The stems of the words that mean something; words that mean the same have one stem."""
        return self.one_for_all(self.plain(words))

    def one_for_all(self, stems: frozenset[str]) -> frozenset[str]:
        """These stems, those that mean the same as one."""
        return frozenset(self.same.get(each, each) for each in stems)


def vocabulary(settings: Mapping[str, Any]) -> Vocabulary:
    """The vocabulary of settings: ``common_words``, ``units``, ``same_meaning`` with a group a line, made once."""
    return _made(tuple(settings["common_words"]), tuple(settings["same_meaning"]), tuple(settings["units"]))


@lru_cache(maxsize=16)
def _made(common: tuple[str, ...], same: tuple[str, ...], units: tuple[str, ...]) -> Vocabulary:
    groups = [[stem(word) for word in line.split()] for line in same]
    return Vocabulary(
        frozenset(word for line in common for word in line.split()),
        {each: group[0] for group in groups for each in group},
        frozenset(units),
    )


def stem(word: str) -> str:
    """A word without its ending, so that "delivered" and "delivery" are one."""
    word = word.removesuffix("'s") or word
    for _ in range(2):
        shorter = _ENDINGS.sub("", word)
        if len(shorter) < _LEAST:
            break
        word = shorter
    return word[:-1] if len(word) > _LEAST and word[-1] == word[-2] else word
