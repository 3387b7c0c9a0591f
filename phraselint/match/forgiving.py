"""Confirming where words may be slips: the automaton of ``execution``, with an account of what was forgiven."""

from __future__ import annotations

from phraselint.match.execution import over_sign, slot_stop, spellings, walk
from phraselint.model.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    from phraselint.match.slips import Image, Slips
    from phraselint.text.words import Sentence


class Thread(NamedTuple):
    """One way through the automaton: its state, and what was exact and what was forgiven on the way.

    Once a word was exact, nobody asks how many letters were touched: threads that differ in that alone are one.
    """

    state: int
    exact: bool = False
    slipped: bool = False
    strict: bool = False  # an English word or a missing space was forgiven: it allows no other slip
    english: bool = False
    letters: int = 0
    touched: int = 0

    def stands(self) -> bool:
        """Whether what was forgiven is within bounds: beside an exact word, or half the letters and no English word."""
        if not self.slipped or self.exact:
            return True
        return not self.english and 2 * self.touched <= self.letters


def ends(program: dict[str, Any], sentence: Sentence, first: int, slips: Slips) -> list[int]:
    """As ``execution.ends``, with slips forgiven."""
    last = sentence.after_last_word() if program["end"] else -1
    accept = program["accept"]
    found: list[int] = []
    waiting: dict[int, set[Thread]] = {first: {Thread(0)}}
    at = first
    while waiting:
        current = waiting.pop(at, None)
        if current:
            if at > first and (last < 0 or at == last) and any(accept[t.state] and t.stands() for t in current):
                found.append(at)
            if at < len(sentence.words):
                _step(program, sentence, at, current, waiting, slips)
        at += 1
    return found


def _step(
    program: dict[str, Any],
    sentence: Sentence,
    at: int,
    current: set[Thread],
    waiting: dict[int, set[Thread]],
    slips: Slips,
) -> None:
    states = program["states"]
    after: set[Thread] = set()
    word = sentence.words[at]
    spoken = spellings(sentence, at, program["exact"])
    images = () if sentence.is_opaque(at) else slips.get(word, ())
    for thread in current:
        for kind, targets in states[thread.state].get("s", {}).items():
            stop = slot_stop(kind, sentence, at)
            if stop is not None:
                waiting.setdefault(stop, set()).update(thread._replace(state=target) for target in targets)
        if sentence.is_word(at):
            after.update(over_word(states, thread, spoken, images))
        else:
            after.update(thread._replace(state=target) for target in over_sign(states[thread.state], word))
    if after:
        waiting.setdefault(at + 1, set()).update(after)


def over_word(
    states: list[dict[str, Any]],
    thread: Thread,
    spoken: Iterable[tuple[str, ...]],
    images: Iterable[Image],
) -> Iterator[Thread]:
    """Where a word leads a thread, read in each of the ways of ``spoken``, or as a slip for one of ``images``."""
    for target in states[thread.state].get("a", ()):
        yield thread._replace(state=target)
    for words in spoken:
        for target in walk(states, thread.state, words):
            yield Thread(target, True, thread.slipped, thread.strict)
    for image in images:
        yield from _forgiven(states, thread, image)


def _forgiven(states: list[dict[str, Any]], thread: Thread, image: Image) -> Iterator[Thread]:
    strict = image.english or len(image.words) > 1
    if thread.strict or (strict and thread.slipped):
        return
    for target in walk(states, thread.state, image.words):
        if thread.exact:
            yield Thread(target, True, True, strict)
        else:
            letters = thread.letters + sum(map(len, image.words))
            yield Thread(target, False, True, strict, image.english, letters, thread.touched + image.touched)
