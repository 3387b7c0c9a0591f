"""Which words a text must hold for a pattern to match: what the scan looks for.

Every match of a pattern contains one of its literals, written as the scan sees a text: lower-case words between single
spaces, an apostrophe a space. A literal is a run of at most three words; the rarest set of them is taken.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain, product
from math import inf
from typing import Any

from phraselint.book.pattern import AnyWord, Choice, Gap, Inflected, Node, Pattern, Word
from phraselint.match import scanform
from phraselint.match.program import node_words
from phraselint.match.rarity import cost
from phraselint.text import contractions
from phraselint.text.contractions import FIRSTS, SECONDS

_MOST_WORDS = 3
_MOST_RUNS = 256
_WEIGHT = 1e-6  # what a literal costs by itself, as a share: the automaton grows with their number
_MARGIN = 1 + 1e-9  # by which sums of the same costs may differ, in another order
_Runs = list[tuple[str, ...]]
_Nodes = tuple[Node, ...]

contracted = cache(contractions.contracted)  # the same few words meet in all patterns of a book
literal_form = cache(scanform.literal_form)

_groups: dict[int, tuple[Choice, dict[str, Any]]] = {}
"""What was worked out of the groups of a pattern, by their identity, as they are dear to hash: asked for many times."""


def literals(pattern: Pattern) -> list[str] | None:
    """The literals of a pattern, in scan form; None where no word must stand in the text (a slot or a sign alone)."""
    _groups.clear()
    best = _best(pattern.nodes, 0, len(pattern.nodes))
    return None if best is None else sorted(best)


class _Bound:
    """What the rarest literals known so far cost: dearer ones are given up as soon as they are seen to be."""

    __slots__ = ("most",)

    def __init__(self, most: float) -> None:
        self.most = most

    def passed(self, total: float) -> bool:
        """Whether a cost is certainly more, in whatever order it was added up."""
        return total > self.most * _MARGIN


def _best(nodes: _Nodes, first: int, last: int, most: float = inf) -> set[str] | None:
    """The rarest literals of a sequence; its groups between ``first`` and ``last`` may be taken apart.

    None where it has no literals, an empty set where all cost more than ``most``.
    """
    bound = _Bound(most)
    best = _rarest(chain(_windows(nodes, first, last, bound), _options(nodes, first, last, bound)), bound)
    if best is None and last - first < len(nodes):
        best = _rarest(_windows(nodes, 0, len(nodes), bound), bound)
    return best


def _rarest(candidates: Iterable[set[str]], bound: _Bound) -> set[str] | None:
    """Of sets of literals the one that costs least; as ``_best``."""
    met = False
    best: list[set[str]] = []
    for each in candidates:
        met = True
        total = _total(each) if each else inf
        if total < bound.most:
            bound.most, best = total, []
        if each and total == bound.most:
            best.append(each)
    return (min(best, key=sorted) if best else set()) if met else None


def _total(found: set[str]) -> float:
    return sum(map(cost, found)) + _WEIGHT * len(found)


def _windows(nodes: _Nodes, first: int, last: int, bound: _Bound) -> Iterator[set[str]]:
    """The literals of every short run of words of the sequence that has a part between ``first`` and ``last``."""
    for begin in range(max(first - _MOST_WORDS + 1, 0), last):
        before = edge(nodes[:begin], last=True)
        runs: _Runs = [()]
        for end in range(begin, min(begin + _MOST_WORDS, len(nodes))):
            piece = _finite(nodes[end])
            if piece is None or len(runs) * len(piece) > _MOST_RUNS:
                break
            runs = [a + b for a, b in product(runs, piece)]
            if any(len(run) > _MOST_WORDS for run in runs):
                break
            if end >= first:
                yield _listed(runs, before, edge(nodes[end + 1 :], last=False), bound)


def _listed(runs: _Runs, before: frozenset[str], after: frozenset[str], bound: _Bound) -> set[str]:
    """The literals of these runs; an empty set where they cost too much."""
    found: set[str] = set()
    total = 0.0
    for run in runs:
        for text in _written(before, run, after):
            literal = literal_form(text)
            if literal not in found:
                found.add(literal)
                total += cost(literal) + _WEIGHT
        if bound.passed(total):
            return set()
    return found


def _written(before: frozenset[str], run: tuple[str, ...], after: frozenset[str]) -> set[str]:
    """A run as it may stand in a text, its first or last word perhaps contracted with a neighbour beyond its border.

    Of such a contraction only the part counts that no further contraction changes: "ve" of "you've", "don" of "don't".
    """
    if after.isdisjoint(SECONDS) and SECONDS.isdisjoint(run):
        return {" ".join(run)}
    found: set[str] = set()
    for head in _heads(before, run[0]):
        whole = (head, *run[1:])
        for tail in _tails(whole[-1], after):
            found |= surfaces((*whole[:-1], tail))
    return found


@cache
def _heads(before: frozenset[str], word: str) -> set[str]:
    """A word, and what is left of it in a contraction with one before it."""
    return {word, *(short.rpartition("'")[2] for each in before for short in contracted(each, word))}


@cache
def _tails(word: str, after: frozenset[str]) -> set[str]:
    """A word, and what is left of it in a contraction with one after it."""
    return {word, *(short.partition("'")[0] for each in after for short in contracted(word, each))}


@cache
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
    known = _known(node)
    if "runs" not in known:
        known["runs"] = _runs(node)
    found: _Runs | None = known["runs"]
    return found


def _runs(node: Choice) -> _Runs | None:
    found: _Runs = []
    for option in node.options:
        runs: _Runs = [()]
        for each in option:
            piece = _finite(each)
            if piece is None or len(runs) * len(piece) > _MOST_RUNS:
                return None
            runs = [a + b for a, b in product(runs, piece)]
        found += runs
    return found


def _options(nodes: _Nodes, first: int, last: int, bound: _Bound) -> Iterator[set[str]]:
    """For each group: the rarest literals of the sequence with each of its options in its place, together."""
    for place in range(first, last):
        node = nodes[place]
        if isinstance(node, Choice) and not node.optional:
            found = _together(nodes[:place], node, nodes[place + 1 :], bound)
            if found is not None:
                yield found


def _together(before: _Nodes, group: Choice, after: _Nodes, bound: _Bound) -> set[str] | None:
    """The literals of all options of a group; as ``_best``."""
    found: set[str] = set()
    first = len(before)
    for option in group.options:
        best = _best((*before, *option, *after), first, first + len(option), bound.most)
        if not best:
            return best
        found |= best
        if bound.passed(_total(found)):
            return set()
    return found


def edge(nodes: _Nodes, last: bool) -> frozenset[str]:
    """The words that a sequence may end (``last``) or begin with, as far as they are words; any may stand in a gap."""
    found: frozenset[str] = frozenset()
    for node in reversed(nodes) if last else nodes:
        if isinstance(node, Gap | AnyWord):
            return found | (FIRSTS if last else SECONDS)
        if isinstance(node, Word | Inflected):
            return found | {words[-1 if last else 0] for words in node_words(node)}
        if not isinstance(node, Choice):
            return found
        found |= _edges(node, last)
        if not node.optional:
            return found
    return found


def _edges(node: Choice, last: bool) -> frozenset[str]:
    """The words that a group may end or begin with."""
    known, name = _known(node), "last" if last else "first"
    if name not in known:
        known[name] = frozenset().union(*(edge(option, last) for option in node.options))
    found: frozenset[str] = known[name]
    return found


def _known(node: Choice) -> dict[str, Any]:
    return _groups.setdefault(id(node), (node, {}))[1]
