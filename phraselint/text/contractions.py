"""Contractions and their spelled-out readings.

``readings("won't")`` is ``(("will", "not"),)``; ``readings("it's")`` is "it is" and "it has"; the possessive of a noun
reads as the noun itself, too. The tables are all there is: no language model, no list of exceptions elsewhere.
"""

from __future__ import annotations

from phraselint.text import regex

AUXILIARIES = (
    "do does did is are was were has have had would could should might must need ought dare can will shall"
).split()
_IRREGULAR = {("will", "not"): "won't", ("can", "not"): "can't", ("shall", "not"): "shan't"}
_SUFFIXES = {
    "'m": ("am",),
    "'re": ("are",),
    "'ve": ("have",),
    "'ll": ("will",),
    "'d": ("would", "had"),
    "'s": ("is", "has"),
}
_PRONOUNS = frozenset(
    "i you he she it we they that this these those who what where when why how there here which nothing".split()
)
"""Words whose 's is never a possessive: a phrase that ends with one of them does not end inside "that's"."""

_BARE = {
    "im": ("i", "am"),
    "ive": ("i", "have"),
    **{f"{who}re": (who, "are") for who in ("you", "they")},
    **{f"{who}ve": (who, "have") for who in ("you", "they", "we", "should", "could", "would", "might", "must")},
    **{f"{who}ll": (who, "will") for who in ("you", "they", "it", "that", "there")},
    **{f"{who}d": (who, "would") for who in ("you", "they", "it", "that", "he")},
    **{f"{who}s": (who, "is") for who in ("that", "what", "where", "there", "here", "how", "who", "he", "she", "when")},
}
"""Contractions without their apostrophe, where that leaves no other common word."""


def _negated(auxiliary: str) -> str:
    return _IRREGULAR.get((auxiliary, "not"), f"{auxiliary}n't")


_WHOLE: dict[str, tuple[str, ...]] = {"cannot": ("can", "not"), "let's": ("let", "us")}
for _auxiliary in AUXILIARIES:
    _WHOLE[_negated(_auxiliary)] = (_auxiliary, "not")
    _WHOLE[_negated(_auxiliary).replace("'", "")] = (_auxiliary, "not")

_MOST_MARKS = 3  # apostrophes of a word ("y'all'd've"): each doubles the ways to read it, and with more it is none
_REMEMBERED = 50_000
_known: dict[str, tuple[tuple[str, ...], ...]] = {}


def spellings(word: str) -> tuple[tuple[str, ...], ...]:
    """The words that a folded word may be read as: itself first, then its ``readings``."""
    found = _known.get(word)
    if found is None:
        found = tuple(dict.fromkeys([(word,), *_read(word)]))
        if len(_known) < _REMEMBERED:
            _known[word] = found
    return found


def readings(word: str) -> tuple[tuple[str, ...], ...]:
    """Every other way to read a folded word: the words that it contracts, or the noun of a possessive."""
    return spellings(word)[1:]


def _read(word: str) -> list[tuple[str, ...]]:
    if word in _WHOLE:
        return [_WHOLE[word]]
    if word in _BARE:
        stem, second = _BARE[word]
        return [(stem, each) for each in _either(second)]
    stem, mark, suffix = word.rpartition("'")
    if not mark or not stem or stem.count("'") >= _MOST_MARKS:
        return []
    stems = [(stem,), *_read(stem)]
    found = [(*each, second) for second in _SUFFIXES.get(mark + suffix, ()) for each in stems]
    if suffix in ("s", "") and stem not in _PRONOUNS:
        found.append((stem,))
    return found


def _either(second: str) -> tuple[str, ...]:
    return {"is": ("is", "has"), "would": ("would", "had")}.get(second, (second,))


class _Readings(dict[str, tuple[tuple[str, ...], ...]]):
    """What each token may be read as: a word as itself or what it contracts, a sign as nothing."""

    def __missing__(self, token: str) -> tuple[tuple[str, ...], ...]:
        found = () if len(token) == 1 and _is_sign(token) else spellings(token)
        if len(self) < _REMEMBERED:
            self[token] = found
        return found


def _is_sign(character: str) -> bool:
    """Whether a token of one character is no word."""
    return not character.isalnum() and (character.isascii() or not character.isidentifier())


WORD = regex.compile(r"[^\W_]+(?:'[^\W_]+)*")
"""A folded word, with the apostrophes inside it."""

_SPACES = "".join(chr(code) if chr(code).isalnum() or chr(code) == "'" else " " for code in range(128))


def distinct_words(folded: str) -> set[str]:
    """The distinct words of a text, with the apostrophes inside them."""
    if not folded.isascii():
        return set(WORD.findall(folded))
    words = set(folded.translate(_SPACES).split())
    if "'" in folded:
        for word in [each for each in words if "'" in each]:
            words.remove(word)
            words.update(WORD.findall(word))
    return words


read_as = _Readings()
_plain: set[str] = set()  # words that are read as nothing but themselves


def said_by(words: set[str]) -> set[str]:
    """All that these folded words may be read as."""
    others = words.difference(_plain)
    said = words.difference(others)
    for word in others:
        ways = read_as[word]
        if ways == ((word,),) and len(_plain) < _REMEMBERED:
            _plain.add(word)
        said.update(*ways)
    return said


_pairs: dict[tuple[str, str], list[str]] = {}
for _whole, _words in _WHOLE.items():
    _pairs.setdefault((_words[0], _words[1]), []).append(_whole)
for _bare, (_first, _second) in _BARE.items():
    for _each in _either(_second):
        _pairs.setdefault((_first, _each), []).append(_bare)

SECONDS = frozenset([second for _, second in _pairs] + [each for seconds in _SUFFIXES.values() for each in seconds])
"""The words that are contracted with one before them."""
FIRSTS = frozenset([first for first, _ in _pairs])
"""Words that are contracted with one after them: among them is one for every contraction of every second word."""


def contracted(first: str, second: str) -> list[str]:
    """Every contraction of two neighbouring words, with and without its apostrophe; [] where they have none."""
    if second not in SECONDS:
        return []
    found = [f"{first}{suffix}" for suffix, seconds in _SUFFIXES.items() if second in seconds]
    return found + _pairs.get((first, second), [])
