"""The phrases of many signals at once: what finds the signals once many texts have been asked about.

One automaton runs from each token of a sentence for all phrases together. Its states are sets of the states of the
phrases' own automata, made when a text first leads to them and then kept (the subset construction, done lazily as grep
and RE2 do it), so that a text costs a look-up or two for each word, however many phrases there are. What it finds is
what ``places`` finds phrase by phrase, slips included: a property test holds the two together.
"""

from __future__ import annotations

from phraselint.match.confirm import is_tag
from phraselint.match.execution import BARRIERS, moves, over_sign
from phraselint.match.forgiving import Thread, over_word

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Set
    from typing import Any

    from phraselint.match.confirm import Near
    from phraselint.match.part import Part
    from phraselint.match.slips import Image
    from phraselint.text.words import Sentence

    Threads = Collection[tuple[int, Thread]]
    """Phrases, each with a way through its automaton."""

    Stands = list[tuple[int, int, int]]
    """Phrases with the tokens that they cover, half-open, by their first token."""

    Asks = dict[int, dict[int, list[Near]]]
    """Phrases with the places where each may start, by the number of their sentence."""

_MOST_STATES = 50_000
_MOST_TOKENS = 50_000
BEGUN = Thread(0)
_UNLABELLED = frozenset("aks")
"""Moves that no word or sign tells: over any word, over any sign in a gap, over a slot."""


class _Token:
    """What a token may be read as, and its ``heads``: all that a state may know it by. An address has none."""

    __slots__ = ("begins", "calls", "heads", "images", "kind", "sign", "spoken", "text")

    def __init__(self, text: str, sign: bool, spoken: tuple[tuple[str, ...], ...], images: tuple[Image, ...]) -> None:
        self.text = text
        self.sign = sign
        self.spoken = spoken
        self.images = images
        heads = [text] if sign else [words[0] for words in self.readings()]
        self.heads = frozenset(heads)
        self.kind = text if sign and text in BARRIERS else ("sign" if sign else "word")
        """All tokens of a kind that a state does not know lead to the same."""
        self.begins = False
        """Whether a phrase may start with it."""
        self.calls: frozenset[int] = frozenset()
        """The phrases left out of the automaton that may stand where it stands."""

    def readings(self) -> list[tuple[str, ...]]:
        """The words that it may stand for."""
        return [*self.spoken, *(image.words for image in self.images)]


class _State:
    """A set of threads, and where tokens lead from it; without threads no phrase goes on."""

    __slots__ = ("accepts", "after", "asks", "heads", "loose", "others", "tells", "threads")

    def __init__(self, threads: Threads) -> None:
        self.threads = threads
        self.heads: Set[str] = frozenset()
        """The words and signs that lead a thread on."""
        self.loose = False
        """Whether a thread goes on over any word, or over signs: it stands in a gap."""
        self.after: dict[str, _State] = {}
        self.others: dict[str, _State] = {}
        """Where words and signs lead that are no heads."""
        self.accepts: list[tuple[int, int]] = []
        """The phrases that end here, each with whether it must end its sentence."""
        self.asks: list[int] = []
        """The phrases that go on with a slot."""
        self.tells = False
        """Whether there are such."""


class Together:
    """The phrases of some signals as one automaton, but for a few that begin with a slot or a gap."""

    __slots__ = (
        *("_begin", "_calls", "_own", "_part", "_programs", "_starts", "_states", "_tokens", "_uncalled"),
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
        self._tokens: dict[str, _Token] = {}
        self._states: dict[frozenset[tuple[int, Thread]], _State] = {}
        self._begin = self._index()
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

    def _start(self, first: bool, asks: bool) -> _State:
        """Where matches start: at the first word of a sentence or a later one, in a question or not."""
        programs = self._programs.items()
        begun = [phrase for phrase, each in programs if each["start"] <= first and each["question"] <= asks]
        return self._made(dict.fromkeys((phrase, BEGUN) for phrase in begun))

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
        tokens = self._read(sentence)
        first, question = sentence.first_word(), sentence.question
        early, late = self._starts[2 + question], self._starts[question]
        found: Stands = []
        reached: dict[int, int] = {}
        called = set(self._uncalled).union(*[token.calls for token in tokens if token.calls])
        for phrase in called:
            asks.setdefault(phrase, {})[sentence.number] = [(0, len(sentence.words))]
        for at in [at for at, token in enumerate(tokens) if token.begins]:
            if tokens[at].images and is_tag(sentence, at):
                tokens[at] = self._without_slips(tokens[at])
            state = self._begun(early if at == first else late, tokens[at])
            if state.tells or state.loose or not state.heads.isdisjoint(tokens[at + 1].heads):
                for phrase, last in self._longest(state, tokens, at, sentence, asks).items():
                    if at >= reached.get(phrase, 0):
                        reached[phrase] = last
                        found.append((phrase, at, last))
        return found

    def _longest(self, state: _State, tokens: list[_Token], at: int, sentence: Sentence, asks: Asks) -> dict[int, int]:
        """The phrases that stand at a token, which has led to ``state``, each with the place after its last token."""
        ends: dict[int, int] = {}
        reached: _State | None = state
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

    def _begun(self, start: _State, token: _Token) -> _State:
        """The state to which a token leads from a start: of its many threads few go on."""
        state = start.after.get(token.text)
        if state is None:
            phrases = {phrase for head in token.heads for phrase in self._begin.get(head, ())}
            threads = [(phrase, BEGUN) for phrase in phrases if (phrase, BEGUN) in start.threads]
            state = start.after[token.text] = self._state(frozenset(self._over(threads, token)))
        return state

    def _next(self, state: _State, token: _Token) -> _State | None:
        """The state to which a token leads; None where it leads nowhere."""
        known, key = state.after, token.text
        if state.heads.isdisjoint(token.heads):
            if not state.loose or token is _NO_MORE:
                return None
            known, key = state.others, token.kind
        following = known.get(key)
        if following is None:
            following = known[key] = self._state(frozenset(self._over(state.threads, token)))
        return following

    def _over(self, threads: Threads, token: _Token) -> Iterator[tuple[int, Thread]]:
        """Where a token leads threads."""
        for phrase, thread in threads:
            states = self._programs[phrase]["states"]
            if token.sign:
                for target in over_sign(states[thread.state], token.text):
                    yield phrase, thread._replace(state=target)
            elif "a" in states[thread.state] or not token.heads.isdisjoint(moves(states[thread.state])):
                own = self._own.get(phrase)
                images = () if own is None or token.text in own else token.images
                for each in over_word(states, thread, token.spoken, images):
                    yield phrase, each

    def _state(self, threads: frozenset[tuple[int, Thread]]) -> _State:
        """The state of these threads, made when it is new."""
        state = self._states.get(threads)
        if state is None:
            if len(self._states) >= _MOST_STATES:
                self._forget()
            state = self._states[threads] = self._made(threads)
        return state

    def _made(self, threads: Threads) -> _State:
        state = _State(threads)
        heads: list[Set[str]] = []
        for phrase, thread in threads:
            program = self._programs[phrase]
            moved = program["states"][thread.state]
            heads += [moves(moved).keys(), *([moved["y"].keys()] if "y" in moved else ())]
            state.loose |= "a" in moved or "k" in moved
            if "s" in moved:
                state.asks.append(phrase)
            if program["accept"][thread.state] and thread.stands():
                state.accepts.append((phrase, program["end"]))
        state.heads = heads[0] if len(heads) == 1 else frozenset().union(*heads)
        state.tells = bool(state.accepts or state.asks)
        return state

    def _forget(self) -> None:
        self._states.clear()
        for start in self._starts:
            start.after.clear()

    def _read(self, sentence: Sentence) -> list[_Token]:
        words, known = sentence.words, self._tokens
        tokens = [known.get(word) or self._token(sentence, place) for place, word in enumerate(words)]
        for place in sentence.opaque:
            tokens[place] = _ADDRESS
        return [*tokens, _NO_MORE]

    def _without_slips(self, token: _Token) -> _Token:
        """The token of a #tag or @handle, in which no match starts with a slip."""
        name = f"#{token.text}"
        return self._tokens.get(name) or self._kept(_Token(name, token.sign, token.spoken, ()))

    def _token(self, sentence: Sentence, place: int) -> _Token:
        word, sign = sentence.words[place], sentence.signs[place]
        spoken = sentence.spoken[place]
        token = _Token(word, sign, spoken, self._part.slips.images(word) if spoken else ())
        token.begins = not self._starts[3].heads.isdisjoint(token.heads)
        said = [word for words in token.readings() for word in words]
        token.calls = frozenset().union(*[self._calls.get(each, ()) for each in said])
        return self._kept(token) if spoken or sign else token

    def _kept(self, token: _Token) -> _Token:
        if len(self._tokens) < _MOST_TOKENS:
            self._tokens[token.text] = token
        return token


_ADDRESS = _Token("", sign=False, spoken=(), images=())
_NO_MORE = _Token("", sign=False, spoken=(), images=())
"""What stands after the last token of a sentence."""
