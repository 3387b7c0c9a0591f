"""Which words a text must hold for a pattern to match: what the scan looks for.

Every match of a pattern contains one of its literals, written as the scan sees a text: lower-case words between single
spaces, an apostrophe a space. A literal is a run of at most three words; the rarest set of them is taken.
"""

from functools import cache
from itertools import product
from typing import Any

from phraselint.book.frequencies import frequency
from phraselint.book.pattern import AnyWord, Choice, Gap, Inflected, Node, Pattern, Slot, Symbol, Word
from phraselint.match.program import node_words
from phraselint.match.scanform import literal_form as scan_form
from phraselint.text.contractions import FIRSTS, SECONDS
from phraselint.text.contractions import contracted as contractions
from phraselint.text.fold import fold_word
from phraselint.text.slots import SLOT_LITERALS

_MOST_WORDS = 3
_MOST_RUNS = 256
_RAREST = 2  # groups of words that are kept whatever their size
_MOST_GROUPS = 6
_SMALL = 12  # words: a larger group rules out little
_PIECES = frozenset("s t m re ll ve d".split())  # what contractions leave behind an apostrophe
_SHORT = 0.01  # about their share
_NUMBER = 0.001  # about that of a small number, which a list of words does not tell
_WEIGHT = 1e-6  # what a literal costs by itself, as a share: the automaton grows with their number
_Runs = list[tuple[str, ...]]
_Nodes = tuple[Node, ...]

contracted = cache(contractions)  # the same few words meet in all patterns of a book

literal_form = cache(scan_form)

_groups: dict[int, tuple[Choice, dict[str, Any]]] = {}
"""What was worked out of the groups of a pattern, by their identity, as they are dear to hash: asked for many times."""


def literals(pattern: Pattern) -> list[str] | None:
    """The literals of a pattern, in scan form; None where no word must stand in the text (a slot or a sign alone)."""
    _groups.clear()
    best = _best(pattern.nodes, 0, len(pattern.nodes))
    return None if best is None else sorted(best)


def needed(pattern: Pattern) -> list[str] | None:
    """For a pattern without literals: substrings of folded text of which every match holds one; None for any text."""
    found = _needed(pattern.nodes)
    return None if found is None else sorted(found)


def required(pattern: Pattern) -> list[list[str]]:
    """Groups of words of which every match holds one each, the rarest groups first: a quick no for most candidates."""
    groups = sorted(_required(pattern.nodes), key=_sum)[:_MOST_GROUPS]
    return [sorted(group) for place, group in enumerate(groups) if place < _RAREST or len(group) <= _SMALL]


def _required(nodes: _Nodes) -> list[set[str]]:
    """The first words of what a word may stand for; of a group of options, what the rarest part of each must hold."""
    found: list[set[str]] = []
    for node in nodes:
        if isinstance(node, Word | Inflected):
            found.append({words[0] for words in node_words(node)})
        elif isinstance(node, Choice) and not node.optional:
            each = [_required(option) for option in node.options]
            if all(each):
                found.append(set().union(*(min(groups, key=_sum) for groups in each)))
    return found


def _sum(words: set[str]) -> tuple[float, list[str]]:
    return sum(map(_cost, words)), sorted(words)


def _needed(nodes: _Nodes) -> set[str] | None:
    for node in nodes:
        found = _needed_by(node)
        if found is not None:
            return found
    return None


def _needed_by(node: Node) -> set[str] | None:
    if isinstance(node, Symbol):
        return {fold_word(node.text)}
    if isinstance(node, Slot):
        substrings = SLOT_LITERALS[node.kind]
        return None if substrings is None else set(substrings)
    if not isinstance(node, Choice) or node.optional:
        return None
    each = [_needed(option) for option in node.options]
    return None if any(one is None for one in each) else {text for one in each for text in one or ()}


def _best(nodes: _Nodes, first: int, last: int) -> set[str] | None:
    """The rarest literals of a sequence; its groups between ``first`` and ``last`` may be taken apart."""
    candidates = [*_windows(nodes, first, last), *_options(nodes, first, last)]
    if not candidates and last - first < len(nodes):
        candidates = _windows(nodes, 0, len(nodes))
    if len(candidates) < 2:
        return candidates[0] if candidates else None
    costs = [sum(map(_cost, each)) + _WEIGHT * len(each) for each in candidates]
    least = min(costs)
    best = [each for each, cost in zip(candidates, costs, strict=True) if cost == least]
    return best[0] if len(best) == 1 else min(best, key=sorted)


def _windows(nodes: _Nodes, first: int, last: int) -> list[set[str]]:
    """The literals of every short run of words of the sequence that has a part between ``first`` and ``last``."""
    found = []
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
                after = edge(nodes[end + 1 :], last=False)
                found.append({literal_form(text) for run in runs for text in _written(before, run, after)})
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


def _options(nodes: _Nodes, first: int, last: int) -> list[set[str]]:
    """For each group: the rarest literals of the sequence with each of its options in its place, together."""
    found = []
    for place in range(first, last):
        node = nodes[place]
        if not isinstance(node, Choice) or node.optional:
            continue
        each = [
            _best((*nodes[:place], *option, *nodes[place + 1 :]), place, place + len(option)) for option in node.options
        ]
        if all(one is not None for one in each):
            found.append({literal for one in each for literal in one or ()})
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


@cache
def _cost(literal: str) -> float:
    """About how often a literal stands in English text: the share of its rarest word, less for each other."""
    shares = sorted(map(_share, literal.split()))
    cost = shares[0] if shares else 1.0
    for share in shares[1:]:
        cost *= share**0.3
    return cost


def _share(word: str) -> float:
    if word in _PIECES:
        return _SHORT
    return _NUMBER if word.isdigit() else max(frequency(word), 1e-7)
