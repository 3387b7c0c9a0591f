"""Where in a sentence a phrase stands, given where its literals do: the tokens of each match."""

from __future__ import annotations

from phraselint.match import execution

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from phraselint.match.slips import Slips
    from phraselint.text.words import Sentence

    Near = tuple[int | None, int]
    """The tokens between which a match starts; the first None: as far before the last as the phrase reaches."""

    Nearby = Mapping[int, list[Near] | None] | None
    """By the number of each sentence where in it a match may start, None for anywhere; None for anywhere in any."""


_TAGS = ("@", "#")


def places(
    record: dict[str, Any], sentence: Sentence, near: list[Near] | None, slips: Slips, own: frozenset[str]
) -> Iterator[tuple[int, int]]:
    """The tokens that each match of a phrase covers (half-open): leftmost, longest, never overlapping.

    ``near`` is where a match may start, None for anywhere.
    ``slips`` are those of the text, if the phrase forgives any; ``own`` are the words of its entry.
    """
    program = record["program"]
    forgiven = _concerning(slips, sentence, program, own) if slips else slips
    starts = execution.starting(program, sentence, 0, len(sentence.words))
    if forgiven:
        starts = _with_slipped(starts, program, sentence, forgiven)
    if starts and near is not None:
        starts = _within(starts, near, sentence, program["longest"])
    reached = 0
    for at in starts:
        ends = _ends(program, sentence, at, forgiven, own) if at >= reached else None
        if ends:
            yield at, ends[-1]
            reached = ends[-1]


def _within(starts: list[int], near: list[Near], sentence: Sentence, longest: int) -> list[int]:
    """Those of ``starts`` that are near enough to what was found; both are walked once."""
    spans = sorted((execution.back(sentence, last if first is None else first, longest), last) for first, last in near)
    number, furthest = 0, -1
    found = []
    for at in starts:
        while number < len(spans) and spans[number][0] <= at:
            furthest = max(furthest, spans[number][1])
            number += 1
        if at <= furthest:
            found.append(at)
    return found


def _with_slipped(starts: list[int], program: dict[str, Any], sentence: Sentence, forgiven: Slips) -> list[int]:
    """The tokens of ``starts``, and those at which a match may start with a slip."""
    if program["question"] and not sentence.question:
        return starts
    slipped = [at for at in sentence.beginning(forgiven) if sentence.words[at] in forgiven and not is_tag(sentence, at)]
    if program["start"]:
        slipped = [at for at in slipped if at == sentence.first_word()]
    return sorted({*starts, *slipped})


def is_tag(sentence: Sentence, at: int) -> bool:
    """Whether a token is a #tag or @handle: written without spaces on purpose."""
    return at > 0 and sentence.words[at - 1] in _TAGS and sentence.ends[at - 1] == sentence.starts[at]


def _ends(program: dict[str, Any], sentence: Sentence, at: int, forgiven: Slips, own: frozenset[str]) -> list[int]:
    if not forgiven:
        return execution.ends(program, sentence, at)
    from phraselint.match import forgiving

    return forgiving.ends(program, sentence, at, forgiven, own)


def _concerning(slips: Slips, sentence: Sentence, program: dict[str, Any], own: frozenset[str]) -> Slips:
    """The slips of the sentence that may stand for a word of the phrase."""
    found = {}
    for at in sentence.beginning(slips):
        word = sentence.words[at]
        if word in slips and word not in own and word not in found:
            images = tuple(image for image in slips[word] if image.words[0] in own and _in(program, image.words[0]))
            if images:
                found[word] = images
    return found


def _in(program: dict[str, Any], word: str) -> bool:
    return any(word in execution.moves(state) for state in program["states"])
