"""How rare words are in English text: what the choice of literals goes by."""

from functools import cache

from phraselint.book.frequencies import frequency

_PIECES = frozenset("s t m re ll ve d".split())  # what contractions leave behind an apostrophe
_SHORT = 0.01  # about their share
_NUMBER = 0.001  # about that of a small number, which a list of words does not tell


@cache
def cost(literal: str) -> float:
    """About how often a literal stands in English text: the share of its rarest word, less for each other."""
    shares = sorted(map(_share, literal.split()))
    total = shares[0] if shares else 1.0
    for share in shares[1:]:
        total *= share**0.3
    return total


def _share(word: str) -> float:
    if word in _PIECES:
        return _SHORT
    return _NUMBER if word.isdigit() else max(frequency(word), 1e-7)
