"""The states of the automaton of many phrases: sets of ways through the phrases' own, made when a text leads there.

The subset construction, done lazily as grep and RE2 do it.
"""

from __future__ import annotations

from phraselint.match.execution import moves, over_sign
from phraselint.match.forgiving import Thread, over_word

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Set
    from typing import Any

    from phraselint.match.tokens import Token

_MOST_STATES = 50_000
BEGUN = Thread(0)


class Way:
    """A thread of one phrase: of all that are alike there is one, in however many states."""

    __slots__ = ("accepts", "after", "asks", "at_end", "heads", "loose", "own", "phrase", "states", "thread")

    def __init__(self, phrase: int, thread: Thread, program: dict[str, Any], own: frozenset[str] | None) -> None:
        """``own`` are the words of its entry, no slips of others; None where the phrase forgives no slips."""
        self.phrase = phrase
        self.thread = thread
        self.own = own
        self.states = program["states"]
        moved = self.states[thread.state]
        signs = moved.get("y", ())
        self.heads: Set[str] = moves(moved).keys() | signs if signs else moves(moved).keys()
        """The words and signs that lead it on."""
        self.loose = "a" in moved or "k" in moved
        """Whether it goes on over any word, or over signs: it stands in a gap."""
        self.asks = "s" in moved
        """Whether it goes on with a slot."""
        self.accepts = bool(program["accept"][thread.state]) and thread.stands()
        self.at_end: int = program["end"]
        """Whether the phrase must end its sentence."""
        self.after: dict[str, list[Way]] = {}
        """Where its heads lead it, and the kinds of other tokens: it stands in many states that ask."""


class State:
    """A set of ways, and where tokens lead from it; without ways no phrase goes on."""

    __slots__ = ("accepts", "after", "asks", "heads", "loose", "others", "tells", "ways")

    def __init__(self, ways: Collection[Way], heads: Set[str]) -> None:
        """``heads`` are the words and signs that lead a way on."""
        self.ways = ways
        self.heads = heads
        self.loose = any(way.loose for way in ways)
        self.after: dict[str, State] = {}
        self.others: dict[str, State] = {}
        """Where words and signs lead that are no heads."""
        self.accepts = tuple([(way.phrase, way.at_end) for way in ways if way.accepts])
        """The phrases that end here, each with whether it must end its sentence."""
        self.asks = tuple([way.phrase for way in ways if way.asks])
        """The phrases that go on with a slot."""
        self.tells = bool(self.accepts or self.asks)
        """Whether there are such."""


class Subsets:
    """The states made so far."""

    __slots__ = ("_heads", "_own", "_programs", "_starts", "_states", "_ways")

    def __init__(self, programs: Mapping[int, dict[str, Any]], own: Mapping[int, frozenset[str]]) -> None:
        """The phrases' automata, and the words of the entries of those that forgive slips."""
        self._programs = programs
        self._own = own
        self._ways: dict[tuple[int, Thread], Way] = {}
        self._heads: dict[frozenset[str], frozenset[str]] = {}
        self._states: dict[frozenset[Way], State] = {}
        self._starts: list[State] = []

    def start(self, phrases: Iterable[int]) -> State:
        """A state in which these phrases may begin; it is kept for good."""
        state = self._made(frozenset([self._way(phrase, BEGUN) for phrase in phrases]))
        self._starts.append(state)
        return state

    def begun(self, start: State, token: Token, phrases: Iterable[int]) -> State:
        """The state to which a token leads from a start, where only these phrases may begin with it."""
        ways = [self._way(phrase, BEGUN) for phrase in phrases]
        return self._state(self._over([way for way in ways if way in start.ways], token))

    def after(self, state: State, token: Token) -> State:
        """The state to which a token leads."""
        return self._state(self._over(state.ways, token))

    def _over(self, ways: Iterable[Way], token: Token) -> Iterator[Way]:
        """Where a token leads ways."""
        heads, text, kind = token.heads, token.text, token.kind
        for way in ways:
            if not heads.isdisjoint(way.heads):
                yield from way.after[text] if text in way.after else self._led(way, token, text)
            elif way.loose:
                yield from way.after[kind] if kind in way.after else self._led(way, token, kind)

    def _led(self, way: Way, token: Token, name: str) -> list[Way]:
        """Where a token leads one way; kept by the name that all tokens have which lead it there."""
        way.after[name] = found = [self._way(way.phrase, thread) for thread in _on(way, token)]
        return found

    def _way(self, phrase: int, thread: Thread) -> Way:
        key = phrase, thread
        way = self._ways.get(key)
        if way is None:
            way = self._ways[key] = Way(phrase, thread, self._programs[phrase], self._own.get(phrase))
        return way

    def _state(self, ways: Iterable[Way]) -> State:
        """The state of these ways, made when it is new."""
        ways = frozenset(ways)
        state = self._states.get(ways)
        if state is None:
            if len(self._states) >= _MOST_STATES:
                self._forget()
            state = self._states[ways] = self._made(ways)
        return state

    def _made(self, ways: Collection[Way]) -> State:
        heads = [way.heads for way in ways]
        if len(heads) == 1:
            return State(ways, heads[0])
        union = frozenset().union(*heads)
        return State(ways, self._heads.setdefault(union, union))

    def _forget(self) -> None:
        """Drops the states; the ways, of which there are few, are those of the starts."""
        self._states.clear()
        self._heads.clear()
        for start in self._starts:
            start.after.clear()


def _on(way: Way, token: Token) -> Iterable[Thread]:
    """Where a token leads a way."""
    if token.sign:
        return [way.thread._replace(state=target) for target in over_sign(way.states[way.thread.state], token.text)]
    images = () if way.own is None or token.text in way.own else token.images
    return over_word(way.states, way.thread, token.spoken, images)
