"""The matches of one phrase in a text: where it really stands, among the places that the scan proposes."""

from __future__ import annotations

from phraselint.match import execution
from phraselint.match.matches import Match
from phraselint.match.places import places

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from phraselint.match.part import Part
    from phraselint.match.places import Nearby
    from phraselint.match.slips import Slips
    from phraselint.text.fold import Folded
    from phraselint.text.words import Sentence


def confirmed(phrase: int, part: Part, text: Folded, slips: Slips, near: Nearby) -> Iterator[Match]:
    """The matches of a phrase: leftmost, longest, never overlapping.

    ``near`` tells where a match may start.
    """
    required = part.required(phrase)
    numbers = range(len(text.sentences)) if near is None else sorted(near)
    sentences = [text.sentences[number] for number in numbers]
    if required:  # before the record is decoded: most candidates end here
        sentences = [sentence for sentence in sentences if _may_say(required, sentence, slips)]
        if not sentences:
            return
    record = part.phrase(phrase)
    if "program" not in record:
        yield from _by_hatch(phrase, record, text)
        return
    if not may_hold(record, text):
        return
    forgiven = slips if record["typos"] else {}
    own = part.own_words(phrase) if forgiven else frozenset()
    for sentence in sentences:
        number = sentence.number
        if slips and not forgiven and not _may_say(required, sentence, forgiven):
            continue
        for first, last in places(record, sentence, None if near is None else near[number], forgiven, own):
            start, end = text.span(sentence.starts[first], sentence.ends[last - 1])
            if not foreign_letter(record, sentence, first, last, start, end):
                slots = execution.slot_values(record["program"], sentence, first, last)
                yield Match(phrase, sentence, first, last, start, end, slots)


def foreign_letter(record: Mapping[str, Any], sentence: Sentence, first: int, last: int, start: int, end: int) -> bool:
    """Whether what is matched is an accented letter by itself: a word of another language, not the English "u"."""
    if len(sentence.words[first]) > 1 or last - first > 1:
        return False
    letter = sentence.text.original[start:end]
    if letter.isascii() or not record["source"].isascii():
        return False
    from unicodedata import combining, normalize

    return any(map(combining, normalize("NFD", letter)))


def may_hold(record: Mapping[str, Any], text: Folded) -> bool:
    """Whether the text has what a phrase needs beside its literals."""
    needs = record["needs"]
    return needs is None or any(each in text.folded for each in needs)


def _may_say(required: tuple[frozenset[str], ...], sentence: Sentence, forgiven: Slips) -> bool:
    """Whether a sentence holds a word of each group, its slips read as what they may stand for."""
    bag = sentence.bag
    lacking = [group for group in required if group.isdisjoint(bag)]
    if lacking and forgiven:
        meant = {each for word in forgiven.keys() & bag for image in forgiven[word] for each in image.words}
        return not any(map(meant.isdisjoint, lacking))
    return not lacking


def _by_hatch(phrase: int, record: dict[str, Any], text: Folded) -> Iterator[Match]:
    from phraselint.match.hatches import hatch_places

    for sentence, first, last, start, end in hatch_places(record, text):
        yield Match(phrase, sentence, first, last, *text.span(start, end))
