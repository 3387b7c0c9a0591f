"""How far apart two spellings are, and how much a word forgives."""

from __future__ import annotations

from phraselint.text import regex

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeVar

    Text = TypeVar("Text", str, bytes)

LONGEST = 40  # letters; what is longer is no word
_RUNS = regex.compile(r"(.)\1{2,}")


def budget(word: str) -> int:
    """How many edits a word of a pattern forgives; -1 stands for one swap of neighbours only."""
    if not 3 <= len(word) <= LONGEST or (not word.isalpha() and any(character.isdigit() for character in word)):
        return 0
    if len(word) == 3:
        return -1
    return 1 if len(word) < 8 else 2


def swapped(one: str, other: str) -> bool:
    """Whether two words differ by one swap of neighbouring letters."""
    if len(one) != len(other) or one == other:
        return False
    at = next(place for place in range(len(one)) if one[place] != other[place])
    return one[at : at + 2] == other[at : at + 2][::-1] and one[at + 2 :] == other[at + 2 :]


def distance(one: str, other: str, most: int) -> int:
    """Optimal string alignment distance (Damerau-Levenshtein, nothing edited twice), ``most`` + 1 where more."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        older, before, row = before, row, [i]
        for j, b in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
    return min(row[-1], most + 1)


def squeezed(word: str) -> list[str]:
    """The word with its runs of three or more equal letters cut to one and to two; [] where it has none."""
    if not _RUNS.search(word):
        return []
    return list(dict.fromkeys([_RUNS.sub(r"\1", word), _RUNS.sub(r"\1\1", word)]))


def deletions(word: Text, most: int) -> set[Text]:
    """The word and all words that lack up to ``most`` of its letters."""
    found = [word]
    edge = [(word, 0)]
    for _ in range(most):
        edge = [(each[:at] + each[at + 1 :], at) for each, first in edge for at in range(first, len(each))]
        found += [each for each, _ in edge]
    return set(found)
