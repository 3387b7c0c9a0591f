"""A pattern as a small automaton over tokens, without empty moves: what confirming runs.

The form is plain data that JSON can hold, since it lies in the compiled book::

    {"states": [STATE, ...], "accept": [0|1, ...], "longest": WORDS, "start": 0|1, "end": 0|1, "question": 0|1,
     "exact": 0|1, "slots": 0|1, "worded": 0|1}
    STATE = {"w": {words: [state, ...]},  the next token is one of these words (with a space between two)
             "y": {sign: [state, ...]},   the next token is this sign
             "a": [state, ...],           the next token is any one word
             "k": [state, ...],           the next token is a sign that a gap may cross
             "s": {kind: [state, ...]}}   a value of this kind stands next

State 0 is the start; where ``worded``, it leads on by words alone, in any case. ``longest`` is the number of words that
a match can span at most. Thompson's construction, then the closure of the empty moves (Aho, Sethi, Ullman: Compilers,
section 3.7).
"""

from collections.abc import Iterable
from functools import cache
from typing import Any

from phraselint.book.inflection import inflections
from phraselint.book.pattern import AnyWord, Choice, Gap, Inflected, Node, Pattern, Slot, Symbol, Word
from phraselint.text.contractions import readings
from phraselint.text.fold import fold, fold_word

Program = dict[str, Any]
SLOT_WORDS = 12  # no slot value spans more words


def program(pattern: Pattern, exact: bool = False) -> Program:
    """The automaton of a pattern; ``exact`` keeps the case of its words."""
    machine = _Machine(exact)
    last = machine.state()
    first = machine.sequence(pattern.nodes, last)
    states, accept = machine.closed(first, last)
    return {
        "states": states,
        "accept": accept,
        "longest": longest(pattern.nodes),
        "start": int(pattern.at_start),
        "end": int(pattern.at_end),
        "question": int(pattern.question),
        "exact": int(exact),
        "slots": int(any("s" in state for state in states)),
        "worded": int(states[0].keys() == {"w"} and not exact),
    }


def node_words(node: Word | Inflected, exact: bool = False) -> list[tuple[str, ...]]:
    """What a text may hold for a word of a pattern: the word, the words that it contracts, or its inflected forms."""
    return _inflected(node.text) if isinstance(node, Inflected) else _plain(node.text, exact)


@cache
def _inflected(word: str) -> list[tuple[str, ...]]:
    return [(form,) for form in sorted({*map(fold_word, inflections(word)), fold_word(word)})]


@cache
def _plain(word: str, exact: bool) -> list[tuple[str, ...]]:
    folded = fold(word).clean if exact else fold_word(word)
    return [(folded,), *(reading for reading in readings(folded) if len(reading) > 1)]


def longest(nodes: Iterable[Node]) -> int:
    """How many words a match of the nodes spans at most."""
    total = 0
    for node in nodes:
        if isinstance(node, Choice):
            total += max(longest(option) for option in node.options)
        elif isinstance(node, Gap):
            total += node.most
        elif isinstance(node, Slot):
            total += SLOT_WORDS
        elif isinstance(node, Word | Inflected):
            total += max(map(len, node_words(node)))
        else:
            total += 1
    return total


class _Machine:
    """States under construction: labelled moves and empty moves."""

    def __init__(self, exact: bool) -> None:
        self.exact = exact
        self.moves: list[list[tuple[str, str, int]]] = []
        self.empty: list[list[int]] = []

    def state(self) -> int:
        self.moves.append([])
        self.empty.append([])
        return len(self.moves) - 1

    def sequence(self, nodes: tuple[Node, ...], after: int) -> int:
        for node in reversed(nodes):
            after = self.node(node, after)
        return after

    def node(self, node: Node, after: int) -> int:
        if isinstance(node, Gap):
            return self.gap(node.most, after)
        state = self.state()
        if isinstance(node, Choice):
            self.empty[state] += [self.sequence(option, after) for option in node.options]
            self.empty[state] += [after] * node.optional
        elif isinstance(node, AnyWord):
            self.moves[state].append(("a", "", after))
        elif isinstance(node, Slot):
            self.moves[state].append(("s", node.kind, after))
        elif isinstance(node, Symbol):
            self.moves[state].append(("y", fold_word(node.text), after))
        else:
            for words in node_words(node, self.exact):
                self.words(state, words, after)
        return state

    def words(self, state: int, words: tuple[str, ...], after: int) -> None:
        for word in words[:-1]:
            following = self.state()
            self.moves[state].append(("w", word, following))
            state = following
        self.moves[state].append(("w", words[-1], after))

    def gap(self, most: int, after: int) -> int:
        """A chain of states, each one word further; signs between the words are crossed on the spot."""
        state = self.state()
        self.empty[state].append(after)
        self.moves[state].append(("k", "", state))
        for _ in range(most):
            following, state = state, self.state()
            self.empty[state].append(after)
            self.moves[state] += [("k", "", state), ("a", "", following)]
        return state

    def closed(self, first: int, last: int) -> tuple[list[dict[str, Any]], list[int]]:
        """The states that words lead to, renumbered from the first, each with the moves of its closure."""
        number = {first: 0}
        order = [first]
        states: list[dict[str, Any]] = []
        accept: list[int] = []
        for state in order:  # grows while it is walked
            reached = self._closure(state)
            accept.append(int(last in reached))
            made: dict[str, Any] = {}
            for kind, label, target in dict.fromkeys(move for each in reached for move in self.moves[each]):
                if target not in number:
                    number[target] = len(order)
                    order.append(target)
                place = made.setdefault(kind, {} if label else [])
                (place.setdefault(label, []) if label else place).append(number[target])
            if "w" in made:
                made["w"] = _together(made["w"])
            states.append(made)
        return states, accept

    def _closure(self, state: int) -> list[int]:
        reached = {state: None}
        stack = [state]
        while stack:
            for following in self.empty[stack.pop()]:
                if following not in reached:
                    reached[following] = None
                    stack.append(following)
        return list(reached)


def _together(moves: dict[str, list[int]]) -> dict[str, list[int]]:
    """The words that lead to the same states as one key; a word with a space in it, which no token has, is left out."""
    groups: dict[tuple[int, ...], list[str]] = {}
    for word, targets in moves.items():
        if " " not in word:
            groups.setdefault(tuple(targets), []).append(word)
    return {" ".join(words): list(targets) for targets, words in groups.items()}
