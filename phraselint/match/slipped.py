"""Confirming where words may be slips: the automaton of ``confirm``, with an account of what was forgiven."""

from __future__ import annotations

from phraselint.match.confirm import over_sign, slot_stop, spellings, walk
from phraselint.model.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from phraselint.match.slips import Image, Slips
    from phraselint.text.words import Sentence


class _Thread(NamedTuple):
    """One way through the automaton: its state, and what was exact and what was forgiven on the way."""

    state: int
    exact: bool = False
    slips: int = 0
    strict: bool = False  # an English word or a missing space was forgiven: it allows no other slip
    english: bool = False
    letters: int = 0
    touched: int = 0

    def stands(self) -> bool:
        """Whether what was forgiven is within the rules of section 2.8."""
        if not self.slips:
            return True
        if self.english and not self.exact:
            return False
        return self.exact or 2 * self.touched <= self.letters


def ends(program: dict[str, Any], sentence: Sentence, first: int, slips: Slips, own: frozenset[str]) -> list[int]:
    """As ``confirm.ends``, with slips forgiven; ``own`` are the words of the entry: none is a slip of another."""
    last = sentence.after_last_word() if program["end"] else -1
    accept = program["accept"]
    found: list[int] = []
    waiting: dict[int, set[_Thread]] = {first: {_Thread(0)}}
    at = first
    while waiting:
        current = waiting.pop(at, None)
        if current:
            if at > first and (last < 0 or at == last) and any(accept[t.state] and t.stands() for t in current):
                found.append(at)
            if at < len(sentence.words):
                _step(program, sentence, at, current, waiting, slips, own)
        at += 1
    return found


def _step(  # noqa: PLR0913, PLR0917 - the state of the walk, not options
    program: dict[str, Any],
    sentence: Sentence,
    at: int,
    current: set[_Thread],
    waiting: dict[int, set[_Thread]],
    slips: Slips,
    own: frozenset[str],
) -> None:
    states = program["states"]
    after: set[_Thread] = set()
    word = sentence.words[at]
    spoken = spellings(sentence, at, program["exact"])
    images = () if sentence.is_opaque(at) or word in own else slips.get(word, ())
    for thread in current:
        state = states[thread.state]
        for kind, targets in state.get("s", {}).items():
            stop = slot_stop(kind, sentence, at)
            if stop is not None:
                waiting.setdefault(stop, set()).update(thread._replace(state=target) for target in targets)
        if not sentence.is_word(at):
            after.update(thread._replace(state=target) for target in over_sign(state, word))
            continue
        after.update(thread._replace(state=target) for target in state.get("a", ()))
        for words in spoken:
            letters = thread.letters + sum(map(len, words))
            after.update(
                thread._replace(state=target, exact=True, letters=letters)
                for target in walk(states, thread.state, words)
            )
        for image in images:
            after.update(_forgiven(states, thread, image))
    if after:
        waiting.setdefault(at + 1, set()).update(after)


def _forgiven(states: list[dict[str, Any]], thread: _Thread, image: Image) -> list[_Thread]:
    strict = image.english or len(image.words) > 1
    if thread.strict or (strict and thread.slips):
        return []
    changed = thread._replace(
        slips=1 if thread.slips == 0 else 2,
        strict=strict,
        english=image.english,
        letters=thread.letters + sum(map(len, image.words)),
        touched=thread.touched + image.touched,
    )
    return [changed._replace(state=target) for target in walk(states, thread.state, image.words)]
