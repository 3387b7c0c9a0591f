"""How common English words are: which of them the scan looks for, and which need no second look. Compile time only."""

from bisect import bisect_left
from collections.abc import Iterable
from functools import cache

from phraselint.book.english import is_english, known_words

_COMMON = 4_000  # with them nine words in ten of a message are settled
_KNOWN = 40_000  # with them all but names


def frequency(word: str) -> float:
    """The share of a folded word among the words of English texts; 0.0 where it is not known."""
    return known_words().get(word, 0) / _total()


@cache
def common_words(count: int = _COMMON) -> frozenset[str]:
    """The most common English words, contractions without their apostrophe aside."""
    ranked = sorted(known_words().items(), key=lambda item: (-item[1], item[0]))
    return frozenset(word for word, _ in ranked[:count] if is_english(word))


def usual_words() -> frozenset[str]:
    """The English words that a text is likely to hold."""
    return common_words(_KNOWN)


def joinable(words: Iterable[str]) -> set[str]:
    """The English words that are two of ``words`` without their space: "maybe" for "may be"."""
    known = set(words)
    if len(known) ** 2 < len(known_words()):
        return {first + second for first in known for second in known if is_english(first + second)}
    return {first + rest for first in known for rest in _rests(first) & known if is_english(first + rest)}


def _rests(first: str) -> set[str]:
    """What follows a beginning in the English words that have it."""
    words = _in_order()
    return {word[len(first) :] for word in words[bisect_left(words, first) : bisect_left(words, first + "\U0010ffff")]}


@cache
def _in_order() -> list[str]:
    return sorted(known_words())


@cache
def _total() -> int:
    return sum(known_words().values())
