"""Where in a sentence a phrase stands, given where its literals do: the tokens of each match."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from phraselint.match import confirm, slipped
from phraselint.match.slipped import Slips
from phraselint.text.words import Sentence


class Near(NamedTuple):
    """The tokens between which a match starts; ``first`` None: as far before ``last`` as the phrase reaches."""

    first: int | None
    last: int


def places(
    record: dict[str, Any], sentence: Sentence, near: list[Near], slips: Slips, own: frozenset[str]
) -> Iterator[tuple[int, int]]:
    """The tokens that each match of a phrase covers (half-open): leftmost, longest, never overlapping."""
    program = record["program"]
    if program["question"] and not sentence.question:
        return
    only = sentence.first_word() if program["start"] else None
    forgiven = _concerning(slips, sentence, program, own)
    tried = 0
    for first, last in sorted(near, key=_last):
        if last < tried:
            continue
        at = max(tried, confirm.back(sentence, last if first is None else first, program["longest"]))
        while at <= last:
            ends = _ends(program, sentence, at, forgiven, own) if _may(program, sentence, at, only, forgiven) else None
            if ends:
                yield at, ends[-1]
            at = ends[-1] if ends else at + 1
        tried = at


def _last(near: Near) -> int:
    return near.last


def _may(program: dict[str, Any], sentence: Sentence, at: int, only: int | None, forgiven: Slips) -> bool:
    """A quick no for most tokens: a match cannot start there."""
    if only is not None and at != only:
        return False
    return sentence.words[at] in forgiven or confirm.begins(program, sentence, at)


def _ends(program: dict[str, Any], sentence: Sentence, at: int, forgiven: Slips, own: frozenset[str]) -> list[int]:
    return slipped.ends(program, sentence, at, forgiven, own) if forgiven else confirm.ends(program, sentence, at)


def _concerning(slips: Slips, sentence: Sentence, program: dict[str, Any], own: frozenset[str]) -> Slips:
    """The slips of the sentence that may stand for a word of the phrase."""
    if not slips:
        return slips
    found = {}
    for word in sentence.words:
        if word in slips and word not in own and word not in found:
            images = tuple(image for image in slips[word] if _in(program, image.words[0]))
            if images:
                found[word] = images
    return found


def _in(program: dict[str, Any], word: str) -> bool:
    return any(word in state["w"] for state in program["states"] if "w" in state)
