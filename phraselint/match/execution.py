"""Where a pattern really stands: its automaton run over the tokens of one sentence.

Matches begin and end between tokens, so that none begins or ends inside a contraction. Work is bounded by the pattern's
longest match for each token that may start one: linear in the text.
"""

from __future__ import annotations

from sys import intern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from phraselint.text.words import Sentence

    Program = dict[str, Any]
    State = dict[str, Any]

_NONE: dict[str, list[int]] = {}
_ADDRESSES = frozenset(("email", "url"))
BARRIERS = ";:"  # a gap never crosses them


def starting(program: Program, sentence: Sentence, first: int, stop: int) -> list[int]:
    """The tokens of ``first:stop`` at which a match may start, ascending: few, found without looking at the others."""
    if program["question"] and not sentence.question:
        return []
    if program["start"]:
        only = sentence.first_word()
        first, stop = max(first, only), min(stop, only + 1)
    if not program["worded"]:
        if not sentence.text.may_hold_addresses and _ADDRESSES.issuperset(_only_slots(program["states"][0])):
            return []
        return list(range(max(first, 0), min(stop, len(sentence.words))))
    return sentence.beginning_among(moves(program["states"][0]), first, stop)


def _only_slots(state: State) -> Iterable[str]:
    """The kinds of the slots that are the only way on from a state; "" where there are other ways."""
    return state["s"] if state.keys() <= {"s", "moves"} else ("",)


def moves(state: State) -> dict[str, list[int]]:
    """Where the words that lead on from a state lead to; the record keeps words that lead to the same together."""
    known: dict[str, list[int]] | None = state.get("moves")
    if known is None:
        groups = state["w"].items() if "w" in state else ()
        known = {word: targets for words, targets in groups for word in map(intern, words.split(" "))}
        state["moves"] = known
        if "w" in state:
            state["w"] = known  # what was together takes memory, and is not asked for again
    return known


def vocabulary(program: Program) -> frozenset[str]:
    """All words that lead from one state to another."""
    known: frozenset[str] | None = program.get("vocabulary")
    if known is None:
        known = program["vocabulary"] = frozenset().union(*map(moves, program["states"]))
    return known


def ends(program: Program, sentence: Sentence, first: int) -> list[int]:
    """Where the matches that start at token ``first``, one of ``starting``, end: places of tokens, ascending."""
    run = _run if program["slots"] or program["exact"] else _plain_run
    found = run(program, sentence, first)
    if not program["end"]:
        return found
    last = sentence.after_last_word()
    return [at for at in found if at == last]


def _plain_run(program: Program, sentence: Sentence, first: int) -> list[int]:
    """As ``_run``, for programs without slots that do not ask for case: the road that nearly all take."""
    states, accept = program["states"], program["accept"]
    words, signs, spoken = sentence.words, sentence.signs, sentence.spoken
    found: list[int] = []
    current: Iterable[int] = (0,)
    for at in range(first, len(words)):
        if signs[at]:
            current = {target for number in current for target in over_sign(states[number], words[at])}
        else:
            current = _over_word(states, current, spoken[at])
        if not current:
            break
        if 1 in [accept[number] for number in current]:
            found.append(at + 1)
    return found


def _over_word(states: list[State], current: Iterable[int], readings: tuple[tuple[str, ...], ...]) -> set[int]:
    """The states that a word leads to."""
    after: set[int] = set()
    for number in current:
        state = states[number]
        if "a" in state:
            after.update(state["a"])
        if "w" in state:
            for words in readings:
                after.update(walk(states, number, words))
    return after


def over_sign(state: State, sign: str) -> list[int]:
    """Where a sign leads to from a state."""
    targets: list[int] = state.get("y", _NONE).get(sign, [])
    return targets if sign in BARRIERS else [*targets, *state.get("k", ())]


def _run(program: Program, sentence: Sentence, first: int) -> list[int]:
    states, accept = program["states"], program["accept"]
    found: list[int] = []
    waiting: dict[int, set[int]] = {first: {0}}
    at = first
    while waiting:
        current = waiting.pop(at, None)
        if current:
            if at > first and any(accept[state] for state in current):
                found.append(at)
            if at < len(sentence.words):
                _step(program, states, sentence, at, current, waiting)
        at += 1
    return found


def _step(
    program: Program,
    states: list[State],
    sentence: Sentence,
    at: int,
    current: set[int],
    waiting: dict[int, set[int]],
) -> None:
    """Moves every state of ``current`` over the token at ``at`` (slots over several)."""
    for number in current:
        for kind, targets in states[number].get("s", _NONE).items():
            stop = slot_stop(kind, sentence, at)
            if stop is not None:
                waiting.setdefault(stop, set()).update(targets)
    if sentence.is_word(at):
        after = _over_word(states, current, spellings(sentence, at, program["exact"]))
    else:
        after = {target for number in current for target in over_sign(states[number], sentence.words[at])}
    if after:
        waiting.setdefault(at + 1, set()).update(after)


def walk(states: list[State], number: int, words: tuple[str, ...]) -> Iterable[int]:
    """The states that words lead to, one after the other, from one state."""
    if len(words) == 1:
        state = states[number]
        return (state["moves"] if "moves" in state else moves(state)).get(words[0], ())
    reached: list[int] = [number]
    for word in words:
        reached = [target for each in reached for target in moves(states[each]).get(word, ())]
    return reached


def spellings(sentence: Sentence, place: int, exact: int = 0) -> tuple[tuple[str, ...], ...]:
    """The words that a token may be read as: itself, or what it contracts; in its own case where ``exact``."""
    spoken = sentence.spoken[place]
    if not exact or not spoken:
        return spoken
    own = sentence.text.clean[sentence.starts[place] : sentence.ends[place]]
    return ((own,), *(_in_case(own, words) for words in spoken[1:]))


def _in_case(own: str, words: tuple[str, ...]) -> tuple[str, ...]:
    head = own[: len(words[0])]
    shouted = len(own) > 1 and own.isupper()
    first = head if head.lower() == words[0] else words[0]
    return (first, *(word.upper() if shouted else word for word in words[1:]))


def slot_stop(kind: str, sentence: Sentence, at: int) -> int | None:
    """The token after the value of a slot that starts at token ``at``, if one does and ends between tokens."""
    from phraselint.text.slots import slot_end

    text = sentence.text
    end = slot_end(kind, text.folded, text.clean, sentence.starts[at], sentence.end)
    if end is None:
        return None
    last = at
    while last < len(sentence.ends) and sentence.ends[last] < end:
        last += 1
    return last + 1 if last < len(sentence.ends) and sentence.ends[last] == end else None


def slot_values(program: Program, sentence: Sentence, first: int, last: int) -> tuple[tuple[str, str], ...]:
    """The values that slots took on one way from ``first`` to ``last``, as (kind, text of the original)."""
    if not program["slots"]:
        return ()
    plain = [{key: value for key, value in state.items() if key != "s"} for state in program["states"]]
    seen: set[tuple[int, int]] = set()
    stack: list[tuple[int, int, tuple[tuple[str, str], ...]]] = [(0, first, ())]
    while stack:
        number, at, values = stack.pop()
        if at == last and program["accept"][number]:
            return values
        if at >= last or (number, at) in seen:
            continue
        seen.add((number, at))
        waiting: dict[int, set[int]] = {}
        _step(program, plain, sentence, at, {number}, waiting)
        stack += [(state, at + 1, values) for state in waiting.get(at + 1, ())]
        for kind, targets in program["states"][number].get("s", {}).items():
            stop = slot_stop(kind, sentence, at)
            if stop is not None:
                start, end = sentence.text.span(sentence.starts[at], sentence.ends[stop - 1])
                taken = (*values, (kind, sentence.text.original[start:end]))
                stack += [(state, stop, taken) for state in targets]
    return ()


def starts_at(program: Program, sentence: Sentence, first: int) -> bool:
    """Whether a match starts at token ``first``."""
    return any(ends(program, sentence, at) for at in starting(program, sentence, first, first + 1))


def ends_at(program: Program, sentence: Sentence, last: int) -> bool:
    """Whether a match ends right before token ``last``."""
    reach = back(sentence, last, program["longest"])
    return any(last in ends(program, sentence, at) for at in starting(program, sentence, reach, last))


def stretches(program: Program, sentence: Sentence) -> list[tuple[int, int]]:
    """The longest match from each token at which one starts: its tokens, half-open."""
    found = ((first, ends(program, sentence, first)) for first in starting(program, sentence, 0, len(sentence.words)))
    return [(first, lasts[-1]) for first, lasts in found if lasts]


def back(sentence: Sentence, place: int, words: int) -> int:
    """The token that is ``words`` words before ``place``; signs between them do not count."""
    signs = sentence.signs
    while place > 0 and words > 0:
        place -= 1
        words -= not signs[place]
    return place
