"""Which words a text must hold for a pattern to match: what the scan looks for.

Every match of a pattern contains one of its literals, written as the scan sees a text: lower-case words between single
spaces, an apostrophe a space. A literal is a run of at most three words; the rarest run of the pattern is taken.
"""

from itertools import product

from phraselint.book.frequencies import frequency
from phraselint.book.pattern import Choice, Inflected, Node, Pattern, Slot, Word
from phraselint.match.program import node_words
from phraselint.match.scanform import literal_form
from phraselint.text.contractions import contracted
from phraselint.text.slots import SLOT_LITERALS

_MOST_WORDS = 3
_MOST_CHOICES = 64
_Runs = list[tuple[str, ...]]


def literals(pattern: Pattern) -> list[str] | None:
    """The literals of a pattern, in scan form; None where no word must stand in the text (a slot alone)."""
    best = _best(pattern.nodes)
    return None if best is None else sorted(best)


def needed(pattern: Pattern) -> list[str] | None:
    """For a pattern without literals: substrings of folded text of which every match holds one; None for any text."""
    for node in pattern.nodes:
        found = SLOT_LITERALS[node.kind] if isinstance(node, Slot) else None
        if found is not None:
            return sorted(found)
    return None


def _best(nodes: tuple[Node, ...]) -> set[str] | None:
    candidates = [*_windows(nodes), *_choices(nodes)]
    return min(candidates, key=lambda each: (sum(map(_cost, each)), sorted(each)), default=None)


def _windows(nodes: tuple[Node, ...]) -> list[set[str]]:
    """The literals of every short run of words, where no contraction may reach over its border."""
    pieces = [_finite(node) for node in nodes]
    found = []
    for first in range(len(pieces)):
        runs: _Runs = [()]
        for last in range(first, len(pieces)):
            piece = pieces[last]
            if piece is None or len(runs) * len(piece) > _MOST_CHOICES * 4:
                break
            runs = [a + b for a, b in product(runs, piece)]
            if len(runs) > _MOST_CHOICES or any(len(run) > _MOST_WORDS for run in runs):
                break
            if _closed(pieces, first, last, runs):
                found.append({literal_form(text) for run in runs for text in surfaces(run)})
    return found


def _closed(pieces: "list[_Runs | None]", first: int, last: int, runs: _Runs) -> bool:
    before = pieces[first - 1] if first else None
    after = pieces[last + 1] if last + 1 < len(pieces) else None
    heads = {run[0] for run in runs}
    tails = {run[-1] for run in runs}
    return not any(contracted(a[-1], b) for a in before or () for b in heads) and not any(
        contracted(a, b[0]) for a in tails for b in after or ()
    )


def surfaces(words: tuple[str, ...]) -> set[str]:
    """The words as they may stand in a text: as they are, or contracted pair by pair."""
    if len(words) < 2:
        return {" ".join(words)}
    found = {f"{words[0]} {rest}" for rest in surfaces(words[1:])}
    for short in contracted(words[0], words[1]):
        found |= surfaces((short, *words[2:]))
    return found


def _finite(node: Node) -> _Runs | None:
    """All word sequences that a node stands for, if they are few; None for what is optional or open."""
    if isinstance(node, Word | Inflected):
        return node_words(node)
    if not isinstance(node, Choice) or node.optional:
        return None
    found: _Runs = []
    for option in node.options:
        pieces = [_finite(each) for each in option]
        if any(piece is None for piece in pieces):
            return None
        runs: _Runs = [()]
        for piece in pieces:
            runs = [a + b for a, b in product(runs, piece or ())]
            if len(runs) > _MOST_CHOICES:
                return None
        found += runs
    return found


def _choices(nodes: tuple[Node, ...]) -> list[set[str]]:
    """Where a group is too wide or too long for a run: the best of each of its options, together."""
    found = []
    for place, node in enumerate(nodes):
        if not isinstance(node, Choice) or node.optional or not _apart(nodes, place):
            continue
        each = [_best(option) for option in node.options]
        if all(one is not None for one in each):
            found.append({literal for one in each for literal in one or ()})
    return found


def _apart(nodes: tuple[Node, ...], place: int) -> bool:
    """Whether no contraction joins a group to its neighbours: its edges meet no word that could contract with theirs."""
    node = nodes[place]
    assert isinstance(node, Choice)
    return not any(
        contracted(a, b)
        for before, after in ((nodes[:place], (node,)), ((node,), nodes[place + 1 :]))
        for a in edge(before, last=True)
        for b in edge(after, last=False)
    )


def edge(nodes: tuple[Node, ...], last: bool) -> set[str]:
    """The words that a sequence may end (``last``) or begin with, as far as they are words."""
    found: set[str] = set()
    for node in reversed(nodes) if last else nodes:
        if isinstance(node, Word | Inflected):
            return found | {words[-1 if last else 0] for words in node_words(node)}
        if not isinstance(node, Choice):
            return found
        for option in node.options:
            found |= edge(option, last)
        if not node.optional:
            return found
    return found


def _cost(literal: str) -> float:
    """About how often a literal stands in English text, by the frequency of its words."""
    cost = 1.0
    for word in literal.split():
        cost *= max(frequency(word), 1e-7)
    return cost**0.7
