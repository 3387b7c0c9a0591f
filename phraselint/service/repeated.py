"""What the company says twice in one conversation: sentences that are the same as, or nearly, an earlier one."""

from __future__ import annotations

from phraselint.model.conversation import COMPANY
from phraselint.model.values import NamedTuple
from phraselint.service.signing import signature_start
from phraselint.service.spots import asides, inside, length, sentences, span
from phraselint.service.stated import CLOCK_NUMBERS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from phraselint.service.case import Case
    from phraselint.text.words import Sentence

_SALUTATION = 4  # tokens up to which a comma ends a salutation
_DIGITS = {word: str(number) for number, word in enumerate(CLOCK_NUMBERS, start=1) if number > 1}
_REMEMBERED = 400  # sentences back that a new one is compared with


class Again(NamedTuple):
    """A sentence said again: its message and place there, and those of the earlier one."""

    message: int
    start: int
    end: int
    before: tuple[int, int, int]


class _Kept(NamedTuple):
    words: str  # in the order of the alphabet: what token_sort_ratio compares
    plain: str  # the same with contractions spelled out and numbers in digits
    spoken: tuple[str, ...]  # what "plain" says, as it was said but for a "well" before it; and up to its first comma
    figures: list[str]  # in digits
    message: int
    sentence: Sentence


def repeated(case: Case, words: int, similarity: float, led_in: Container[str]) -> Iterator[Again]:
    """The sentences of so many words or more that are as similar as that (of 100) to one of an earlier message.

    Those of signatures are left out. ``led_in`` are words that say nothing at the beginning of a sentence.
    """
    kept: list[_Kept] = []
    for place in case.places(*COMPANY):
        if case.internal(place) or case.said[place].message.text.count(" ") < words - 1:
            continue
        new = list(_sentences(case, place, words, led_in))
        if case.judges(place):
            for each in new:
                before = _like(each, kept, similarity)
                if before is not None and not _is_signature(case, each):
                    yield Again(*_place(case, each), _place(case, before))
        kept = (kept + new)[-_REMEMBERED:]


def _sentences(case: Case, place: int, words: int, led_in: Container[str]) -> Iterator[_Kept]:
    """The sentences that are long enough."""
    said = case.said[place]
    beside = asides(said.folded.clean)
    greeted = sentences(said, "greeting")
    for sentence in said.own_sentences():
        start = _opening(sentence, words) if sentence.number in greeted else 0
        spoken = [at for at, word in enumerate(sentence.words) if word[0].isalnum() and at >= start]
        if not said.own(*span(said, sentence)):
            own = sum(said.own(*span(said, sentence, at, at + 1)) for at in spoken)
            spoken = spoken if 2 * own >= len(spoken) else []  # little but a quotation
        if beside:
            spoken = [at for at in spoken if not inside(beside, sentence.starts[at])]
        if len(spoken) >= words:
            comma = next(
                (n for n, at in enumerate(spoken) if n >= words and sentence.words[at - 1] == ","), len(spoken)
            )
            yield _kept(place, sentence, spoken, comma, len(spoken) > words and sentence.words[spoken[0]] in led_in)


def _kept(place: int, sentence: Sentence, spoken: list[int], comma: int, led_in: bool) -> _Kept:
    """A sentence by the tokens of its words, of which so many stand before a comma; ``led_in``: but for the first."""
    tokens = sentence.words
    words = [tokens[at] for at in spoken]
    first, rest = _plainly(sentence, spoken[:comma]), _plainly(sentence, spoken[comma:])
    plain = first + rest
    figures = [number for word in words if (number := _DIGITS.get(word, word))[0].isdigit()]
    said = tuple(f" {' '.join(each[led_in:])}" for each in ((plain, first) if rest else (plain,)))
    return _Kept(" ".join(sorted(words)), " ".join(sorted(plain)), said, figures, place, sentence)


def _plainly(sentence: Sentence, places: list[int]) -> list[str]:
    """What tokens say: "you will" for "you'll", "7" for "seven"."""
    words, spoken = sentence.words, sentence.spoken
    said: list[str] = []
    for at in places:
        contracted = "'" in words[at] and len(spoken[at]) > 1
        said += spoken[at][1] if contracted else (_DIGITS.get(words[at], words[at]),)
    return said


def _opening(sentence: Sentence, words: int) -> int:
    """The tokens of "Hi Ann," before a sentence that is long enough without them."""
    comma = next((at + 1 for at, word in enumerate(sentence.words[:_SALUTATION]) if word == ","), 0)
    return comma if length(sentence, comma) >= words else 0


def _place(case: Case, kept: _Kept) -> tuple[int, int, int]:
    return kept.message, *span(case.said[kept.message], kept.sentence)


def _is_signature(case: Case, kept: _Kept) -> bool:
    message, start, _ = _place(case, kept)
    said = case.said[message]
    return said.folded.span(signature_start(case, message), len(said.folded.clean))[0] <= start


def _like(again: _Kept, kept: list[_Kept], similarity: float) -> _Kept | None:
    """The earliest sentence that is as similar as that, or the end of which the other is, and that has all its figures.

    What token_sort_ratio says of sorted words is their ratio.
    """
    if not kept:
        return None
    from rapidfuzz import fuzz

    most = (100 - similarity) * 2 * len(again.words) / 100
    for each in kept:
        same = abs(len(each.words) - len(again.words)) <= most and (
            fuzz.ratio(each.words, again.words, score_cutoff=similarity) >= similarity
            or fuzz.ratio(each.plain, again.plain, score_cutoff=similarity) >= similarity
        )
        ends = any(said.endswith(again.spoken) for said in each.spoken) or any(
            said.endswith(each.spoken) for said in again.spoken
        )
        if (same or ends) and set(again.figures) <= set(each.plain.split()):
            return each
    return None
