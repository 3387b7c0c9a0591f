"""The patterns that conditions ask for, each decoded when a sentence holds a word that it may begin with."""

from __future__ import annotations

from phraselint.match.container import Rows, decoded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from phraselint.match.container import Container
    from phraselint.text.words import Sentence

    Program = dict[str, Any]


class Contexts:
    """The automata of the patterns, by the numbers that records name them with."""

    __slots__ = ("_known", "_openers", "_programs", "_words")

    def __init__(self, container: Container) -> None:
        self._programs = Rows(container, "contexts")
        self._openers = Rows(container, "openers")
        self._known: dict[int, Program] = {}
        self._words: dict[int, frozenset[str]] = {}

    def of(self, number: int, sentence: Sentence) -> Program | None:
        """The automaton of a pattern; None where no word of the sentence may begin a match."""
        words = self._words.get(number)
        if words is None:
            words = self._words[number] = frozenset(str(self._openers[number], "utf-8", "surrogatepass").split())
        if words and words.isdisjoint(sentence.heads):
            return None
        known = self._known.get(number)
        if known is None:
            known = self._known[number] = decoded(self._programs[number])
        return known
