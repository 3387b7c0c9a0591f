"""Where in a sentence a phrase stands, given where its literals do: the tokens of each match."""

from __future__ import annotations

from phraselint.match import confirm

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from phraselint.match.slips import Slips
    from phraselint.text.words import Sentence

    Near = tuple[int | None, int]
    """The tokens between which a match starts; the first None: as far before the last as the phrase reaches."""


def places(
    record: dict[str, Any], sentence: Sentence, near: list[Near], slips: Slips, own: frozenset[str]
) -> Iterator[tuple[int, int]]:
    """The tokens that each match of a phrase covers (half-open): leftmost, longest, never overlapping.

    ``slips`` are those of the text, if the phrase forgives any; ``own`` are the words of its entry.
    """
    program = record["program"]
    if program["question"] and not sentence.question:
        return
    forgiven = _concerning(slips, sentence, program, own) if slips else slips
    tried = 0
    for first, last in sorted(near, key=_last):
        if last < tried:
            continue
        at = max(tried, confirm.back(sentence, last if first is None else first, program["longest"]))
        for start in _starting(program, sentence, at, last + 1, forgiven):
            if start < tried:
                continue
            ends = _ends(program, sentence, start, forgiven, own)
            tried = ends[-1] if ends else start + 1
            if ends:
                yield start, ends[-1]
        tried = max(tried, last + 1)


def _last(near: Near) -> int:
    return near[1]


def _starting(program: dict[str, Any], sentence: Sentence, first: int, stop: int, forgiven: Slips) -> list[int]:
    """The tokens at which a match may start, slips forgiven, ascending."""
    found = confirm.starting(program, sentence, first, stop)
    if not forgiven:
        return found
    slipped = (at for at in range(first, min(stop, len(sentence.words))) if sentence.words[at] in forgiven)
    if program["start"]:
        only = sentence.first_word()
        slipped = (at for at in slipped if at == only)
    return sorted({*found, *slipped})


def _ends(program: dict[str, Any], sentence: Sentence, at: int, forgiven: Slips, own: frozenset[str]) -> list[int]:
    if not forgiven:
        return confirm.ends(program, sentence, at)
    from phraselint.match import slipped

    return slipped.ends(program, sentence, at, forgiven, own)


def _concerning(slips: Slips, sentence: Sentence, program: dict[str, Any], own: frozenset[str]) -> Slips:
    """The slips of the sentence that may stand for a word of the phrase."""
    found = {}
    for word in sentence.words:
        if word in slips and word not in own and word not in found:
            images = tuple(image for image in slips[word] if image.words[0] in own and _in(program, image.words[0]))
            if images:
                found[word] = images
    return found


def _in(program: dict[str, Any], word: str) -> bool:
    return any(word in confirm.moves(state) for state in program["states"])
