"""The phrases of many signals at once: what finds the signals once many texts have been asked about.

One automaton runs from each token of a sentence for all phrases together, so that a text costs a look-up or two for
each word, however many phrases there are (match/subsets.py: its states). What it finds is what ``confirmed`` finds
phrase by phrase, slips included: a property test holds the two together.
"""

from __future__ import annotations

from phraselint.match.confirm import is_tag
from phraselint.match.execution import moves
from phraselint.match.subsets import Subsets
from phraselint.match.tokens import NO_MORE, Tokens

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from phraselint.match.confirm import Near
    from phraselint.match.part import Part
    from phraselint.match.subsets import State
    from phraselint.match.tokens import Token
    from phraselint.text.words import Sentence

    Stands = list[tuple[int, int, int]]
    """Phrases with the tokens that they cover, half-open, by their first token."""

    Asks = dict[int, dict[int, list[Near]]]
    """Phrases with the places where each may start, by the number of their sentence."""

_UNLABELLED = frozenset("aks")
"""Moves that no word or sign tells: over any word, over any sign in a gap, over a slot."""


class Together:
    """The phrases of some signals as one automaton, but for a few that begin with a slot or a gap."""

    __slots__ = (
        *("_begin", "_calls", "_own", "_part", "_programs", "_starts", "_subsets", "_tokens", "_uncalled"),
        "left_out",
    )

    def __init__(self, part: Part, phrases: Iterable[int], left_out: frozenset[str]) -> None:
        """``left_out`` are the signals whose phrases are not among those to look for."""
        self.left_out = left_out
        self._part = part
        self._programs: dict[int, dict[str, Any]] = {}
        self._own: dict[int, frozenset[str]] = {}
        """The words of the entries whose phrases forgive slips."""
        self._calls: dict[str, set[int]] = {}
        """The phrases that are left out, by the words of which each must hold one."""
        self._uncalled: list[int] = []
        """Those that no word tells."""
        for phrase in phrases:
            self._add(phrase, part.phrase(phrase))
        self._begin = self._index()
        self._tokens = Tokens(part, self._begin.keys(), self._calls)
        self._subsets = Subsets(self._programs, self._own)
        self._starts = [self._start(first, asks) for first in (False, True) for asks in (False, True)]

    def _add(self, phrase: int, record: dict[str, Any]) -> None:
        program = record.get("program")
        if program is None or program["exact"] or not _UNLABELLED.isdisjoint(program["states"][0]):
            self._leave(phrase)
            return
        self._programs[phrase] = program
        if record["typos"]:
            self._own[phrase] = self._part.own_words(record["owner"])

    def _leave(self, phrase: int) -> None:
        required = self._part.required(phrase)
        if not required:
            self._uncalled.append(phrase)
            return
        for word in min(required, key=len):
            self._calls.setdefault(word, set()).add(phrase)

    def _start(self, first: bool, asks: bool) -> State:
        """Where matches start: at the first word of a sentence or a later one, in a question or not."""
        programs = self._programs.items()
        begun = [phrase for phrase, each in programs if each["start"] <= first and each["question"] <= asks]
        return self._subsets.start(begun)

    def _index(self) -> dict[str, list[int]]:
        """The phrases that may start with a word or a sign."""
        index: dict[str, list[int]] = {}
        for phrase, program in self._programs.items():
            state = program["states"][0]
            for head in (*moves(state), *state.get("y", ())):
                index.setdefault(head, []).append(phrase)
        return index

    def find(self, sentence: Sentence, asks: Asks) -> Stands:
        """Where the phrases stand in a sentence: each leftmost, longest, never overlapping.

        Adds to ``asks`` the phrases that may stand there as well: those with a slot are to be confirmed one by one.
        """
        tokens = self._tokens.of(sentence)
        first, question = sentence.first_word(), sentence.question
        early, late = self._starts[2 + question], self._starts[question]
        found: Stands = []
        reached: dict[int, int] = {}
        for phrase in self._uncalled:
            asks.setdefault(phrase, {})[sentence.number] = [(0, len(sentence.words))]
        for at, phrase in [(at, phrase) for at, token in enumerate(tokens) for phrase in token.calls]:
            asks.setdefault(phrase, {}).setdefault(sentence.number, []).append((None, at))
        for at in [at for at, token in enumerate(tokens) if token.begins]:
            if tokens[at].images and is_tag(sentence, at):
                tokens[at] = self._tokens.without_slips(tokens[at])
            state = self._begun(early if at == first else late, tokens[at])
            if state.tells or state.loose or not state.heads.isdisjoint(tokens[at + 1].heads):
                for phrase, last in self._longest(state, tokens, at, sentence, asks).items():
                    if at >= reached.get(phrase, 0):
                        reached[phrase] = last
                        found.append((phrase, at, last))
        return found

    def _longest(self, state: State, tokens: list[Token], at: int, sentence: Sentence, asks: Asks) -> dict[int, int]:
        """The phrases that stand at a token, which has led to ``state``, each with the place after its last token."""
        ends: dict[int, int] = {}
        reached: State | None = state
        place = at
        while reached is not None:
            place += 1
            if reached.tells:
                for phrase, at_end in reached.accepts:
                    if not at_end or place == sentence.after_last_word():
                        ends[phrase] = place
                for phrase in reached.asks:
                    asks.setdefault(phrase, {}).setdefault(sentence.number, []).append((at, at))
            reached = self._next(reached, tokens[place])
        return ends

    def _begun(self, start: State, token: Token) -> State:
        """The state to which a token leads from a start: of its many phrases few go on."""
        state = start.after.get(token.text)
        if state is None:
            phrases = {phrase for head in token.heads for phrase in self._begin.get(head, ())}
            state = start.after[token.text] = self._subsets.begun(start, token, phrases)
        return state

    def _next(self, state: State, token: Token) -> State | None:
        """The state to which a token leads; None where it leads nowhere."""
        known, key = state.after, token.text
        if state.heads.isdisjoint(token.heads):
            if not state.loose or token is NO_MORE:
                return None
            known, key = state.others, token.kind
        following = known.get(key)
        if following is None:
            following = known[key] = self._subsets.after(state, token)
        return following
