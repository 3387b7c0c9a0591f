"""Where signals stand in a message, by sentence: what most checks ask of a message."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from phraselint.text import regex

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from re import Pattern

    from phraselint.match.matches import Match
    from phraselint.service.case import Said
    from phraselint.text.words import Sentence


TAG = r"[\[<][A-Z]{3,}(?:_[A-Z]+)*(?:_\d+)?[\]>]"
"""A tag that stands for what was taken out of a transcript: [PERSON_NAME]."""
_ASIDE = rf"{TAG}|https?://\S+|www\.\S+|(?<![\w.+%-])[\w.+%-]{{0,64}}@\w[\w.-]*"
ASIDE_SIGNS = ("@", "[", "<", "://", "www.")
_asides: list[Pattern[str]] = []


def asides(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """What a text holds besides words: addresses, names such as @mara, and tags that stand for what was taken out."""
    stop = len(text) if end is None else end
    if max([text.find(sign, start, stop) for sign in ASIDE_SIGNS]) < 0:
        return []
    if not _asides:
        _asides.append(regex.compile(_ASIDE))  # most texts hold none
    return [found.span() for found in _asides[0].finditer(text, start, stop)]


def inside(spans: Sequence[tuple[int, int]], place: int) -> bool:
    """Whether a place lies in one of these spans, which are in order and apart."""
    number = bisect_right(spans, place, key=lambda span: span[0]) - 1
    return number >= 0 and place < spans[number][1]


def touches(start: int, end: int, spans: Iterable[tuple[int, int]]) -> bool:
    """Whether a stretch has a character in common with one of these spans."""
    return any(start < last and first < end for first, last in spans)


def clean_span(match: Match) -> tuple[int, int]:
    """Where a match stands in the clean text of its message."""
    return match.sentence.starts[match.first], match.sentence.ends[match.last - 1]


def hears(said: Said, *names: str) -> bool:
    """Whether one of these signals stands in the message."""
    return any(said.signal(name) for name in names)


def stretches(said: Said, *names: str) -> list[tuple[int, int]]:
    """The stretches of the message's text at which these signals stand, signal by signal."""
    return [(match.start, match.end) for name in names for match in said.signal(name)]


def beginning(said: Said, start: int, end: int, name: str) -> Sequence[Match]:
    """The places of a signal that begin in a stretch of the message's text: of many, the others are not looked at."""
    found = said.signal(name)
    if not found:
        return found
    first = bisect_left(found, start, key=_start)
    return found[first : bisect_left(found, end, first, key=_start)]


def _start(match: Match) -> int:
    return match.start


def quotable(said: Said, start: int, end: int) -> str:
    """The words of a stretch of the message's text, without those at its ends that only join it to others."""
    joins = stretches(said, "joining")
    begins, ends = dict(joins), {last: first for first, last in joins}
    text = said.message.text
    while begins.get(start, end) < end:
        start = after_space(text, begins[start])
    while ends.get(end, start) > start:
        end = before_space(text, ends[end])
    return text[start:end]


def after_space(text: str, place: int) -> int:
    """Where the white space at a place of a text ends; the place itself where none is."""
    while text[place : place + 1].isspace():
        place += 1
    return place


def before_space(text: str, place: int) -> int:
    """Where the white space before a place of a text begins; the place itself where none is."""
    while place and text[place - 1].isspace():
        place -= 1
    return place


def sentences(said: Said, *names: str) -> set[int]:
    """The numbers of the sentences in which one of these signals stands."""
    return {match.sentence.number for name in names for match in said.signal(name)}


def within(said: Said, number: int, *names: str) -> list[Match]:
    """The places of these signals in one sentence, in the order of its words."""
    found = [match for name in names if (heard := said.signal(name)) for match in _of_sentence(heard, number)]
    return sorted(found, key=lambda each: (each.first, each.last)) if len(found) > 1 else found


def _of_sentence(matches: Sequence[Match], number: int) -> Sequence[Match]:
    """Those of one sentence: in order, as the sentences are."""
    first = bisect_left(matches, number, key=_number)
    return matches[first : bisect_right(matches, number, first, key=_number)]


def _number(match: Match) -> int:
    return match.sentence.number


def covered(matches: Iterable[Match]) -> set[int]:
    """The tokens that these matches of one sentence cover."""
    return {token for match in matches for token in range(match.first, match.last)}


def own_sentence(said: Said, place: int) -> Sentence | None:
    """The first of the writer's own sentences that ends after a place of the message's text, if one does."""
    own = said.own_sentences()
    number = bisect_right(own, place, key=lambda each: span(said, each)[1])
    return own[number] if number < len(own) else None


def length(sentence: Sentence, start: int = 0) -> int:
    """How many words a sentence has, from one of its tokens on."""
    return sentence.signs[start:].count(False)


def only_names(sentence: Sentence) -> bool:
    """Whether a sentence is no more than a name or initials: a sign-off."""
    written = sentence.text.clean[sentence.start : sentence.end].split()
    return len(written) <= _NAMES and not any(word[:1].islower() for word in written)


_NAMES = 3  # words of a name with its title


def tells(said: Said, *polite: str) -> bool:
    """Whether a sentence beside those in which one of these signals stands tells something."""
    beside = sentences(said, *polite)
    return any(length(each) >= _TOLD and each.number not in beside for each in said.own_sentences())


_TOLD = 5  # words of a sentence that tells something


def span(said: Said, sentence: Sentence, first: int = 0, last: int | None = None) -> tuple[int, int]:
    """The stretch of the message's text from one token of a sentence up to another (half-open), or to its end."""
    starts, ends = sentence.starts, sentence.ends
    if not starts:
        return said.folded.span(sentence.start, sentence.end)
    stop = len(ends) if last is None else last
    return said.folded.span(starts[min(first, len(starts) - 1)], ends[max(stop, 1) - 1])


def whole(said: Said) -> tuple[int, int]:
    """The message's text without the space around it."""
    text = said.message.text
    start = len(text) - len(text.lstrip())
    return start, max(len(text.rstrip()), start)
