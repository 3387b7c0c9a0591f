"""The matches of one phrase in a text: where it really stands, among the places that the scan proposes."""

from __future__ import annotations

from phraselint.match import execution
from phraselint.match.matches import Match

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from phraselint.match.part import Part
    from phraselint.match.slips import Slips
    from phraselint.text.fold import Folded
    from phraselint.text.words import Sentence

    Program = dict[str, Any]

    Near = tuple[int | None, int]
    """The tokens between which a match starts; the first None: as far before the last as the phrase reaches."""

    Nearby = Mapping[int, list[Near] | None] | None
    """By the number of each sentence where in it a match may start, None for anywhere; None for anywhere in any."""

_TAGS = ("@", "#")


class Sayings:
    """The slips of one text, and what its sentences may say with each slip read as all that it may stand for."""

    __slots__ = ("_known", "_within", "slips")

    def __init__(self, slips: Slips) -> None:
        self.slips = slips
        self._known: dict[int, frozenset[str]] = {}
        self._within: dict[int, Slips] = {}

    def of(self, sentence: Sentence) -> frozenset[str]:
        """All words that the sentence may say."""
        known = self._known.get(sentence.number)
        if known is None:
            meant = [image.words for images in self.within(sentence).values() for image in images]
            known = self._known[sentence.number] = sentence.bag.union(*meant) if meant else sentence.bag
        return known

    def within(self, sentence: Sentence) -> Slips:
        """The slips that stand in the sentence."""
        known = self._within.get(sentence.number)
        if known is None:
            slips = self.slips
            met = slips.keys() & sentence.bag if slips else ()
            known = self._within[sentence.number] = {word: slips[word] for word in met}
        return known


def confirmed(phrase: int, part: Part, text: Folded, sayings: Sayings, near: Nearby) -> Iterator[Match]:
    """The matches of a phrase: leftmost, longest, never overlapping.

    ``near`` tells where a match may start.
    """
    required = part.required(phrase)
    numbers = range(len(text.sentences)) if near is None else sorted(near)
    sentences = [text.sentences[number] for number in numbers]
    if required:  # before the record is decoded: most candidates end here
        sentences = [each for each in sentences if not any(map(sayings.of(each).isdisjoint, required))]
        if not sentences:
            return
    record = part.phrase(phrase)
    if "program" not in record:
        yield from _by_hatch(phrase, record, text)
        return
    if not may_hold(record, text):
        return
    program = record["program"]
    for sentence in sentences:
        nearby = None if near is None else near[sentence.number]
        forgiven = _forgiven(record, part, sayings.within(sentence)) if record["typos"] else {}
        for first, last in _places(program, sentence, nearby, forgiven):
            start, end = text.span(sentence.starts[first], sentence.ends[last - 1])
            if not foreign_letter(record, sentence, first, last, start, end):
                slots = execution.slot_values(program, sentence, first, last)
                yield Match(phrase, sentence, first, last, start, end, slots)


def foreign_letter(record: Mapping[str, Any], sentence: Sentence, first: int, last: int, start: int, end: int) -> bool:
    """Whether what is matched is an accented letter by itself: a word of another language, not the English "u"."""
    if len(sentence.words[first]) > 1 or last - first > 1:
        return False
    letter = sentence.text.original[start:end]
    if letter.isascii() or record["accented"]:
        return False
    from unicodedata import combining, normalize

    return any(map(combining, normalize("NFD", letter)))


def may_hold(record: Mapping[str, Any], text: Folded) -> bool:
    """Whether the text has what a phrase needs beside its literals."""
    needs = record["needs"]
    return needs is None or any(each in text.folded for each in needs)


def _by_hatch(phrase: int, record: dict[str, Any], text: Folded) -> Iterator[Match]:
    from phraselint.match.hatches import hatch_places

    for sentence, first, last, start, end in hatch_places(record, text):
        yield Match(phrase, sentence, first, last, *text.span(start, end))


def _places(program: Program, sentence: Sentence, near: list[Near] | None, slips: Slips) -> Iterator[tuple[int, int]]:
    """The tokens that each match covers (half-open): leftmost, longest, never overlapping.

    ``near`` is where a match may start, None for anywhere; ``slips`` are those that are forgiven in the sentence.
    """
    starts = execution.starting(program, sentence, 0, len(sentence.words))
    if slips:
        starts = _with_slipped(starts, program, sentence, slips)
    if starts and near is not None:
        starts = _within(starts, near, sentence, program["longest"])
    reached = 0
    for at in starts:
        ends = _ends(program, sentence, at, slips) if at >= reached else None
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


def _with_slipped(starts: list[int], program: Program, sentence: Sentence, slips: Slips) -> list[int]:
    """The tokens of ``starts``, and those at which a match may start with a slip."""
    if program["question"] and not sentence.question:
        return starts
    slipped = [at for at in sentence.beginning(slips) if sentence.words[at] in slips and not is_tag(sentence, at)]
    if program["start"]:
        slipped = [at for at in slipped if at == sentence.first_word()]
    return sorted({*starts, *slipped})


def is_tag(sentence: Sentence, at: int) -> bool:
    """Whether a token is a #tag or @handle: written without spaces on purpose."""
    return at > 0 and sentence.words[at - 1] in _TAGS and sentence.ends[at - 1] == sentence.starts[at]


def _ends(program: Program, sentence: Sentence, at: int, slips: Slips) -> list[int]:
    if not slips:
        return execution.ends(program, sentence, at)
    from phraselint.match import forgiving

    return forgiving.ends(program, sentence, at, slips)


def _forgiven(record: dict[str, Any], part: Part, slips: Slips) -> Slips:
    """Those of the slips that may stand for a word of the phrase; none of the entry's own words is one."""
    if not slips:
        return slips
    words = execution.vocabulary(record["program"])
    found = {word: tuple([each for each in images if each.words[0] in words]) for word, images in slips.items()}
    if not any(found.values()):
        return {}
    own = part.own_words(record["owner"])
    return {word: images for word, images in found.items() if images and word not in own}
