"""What the company says twice in one conversation: sentences that are the same as, or nearly, an earlier one."""

from __future__ import annotations

from phraselint.model.conversation import COMPANY
from phraselint.model.values import NamedTuple
from phraselint.service.signing import signature_start
from phraselint.service.spots import asides, inside, length, own_sentences, sentences, span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from phraselint.service.case import Case
    from phraselint.text.words import Sentence

_SALUTATION = 4  # tokens up to which a comma ends a salutation
_REMEMBERED = 400  # sentences back that a new one is compared with


class Again(NamedTuple):
    """A sentence said again: its message and place there, and those of the earlier one."""

    message: int
    start: int
    end: int
    before: tuple[int, int, int]


class _Kept(NamedTuple):
    words: str  # in the order of the alphabet: what token_sort_ratio compares
    message: int
    sentence: Sentence


def repeated(case: Case, words: int, similarity: float) -> Iterator[Again]:
    """The sentences of so many words or more that are as similar as that (of 100) to one of an earlier message.

    Those of signatures are left out.
    """
    kept: list[_Kept] = []
    for place in case.places(*COMPANY):
        if case.internal(place) or case.said[place].message.text.count(" ") < words - 1:
            continue
        new = list(_sentences(case, place, words))
        if case.judges(place):
            for each in new:
                before = _like(each.words, kept, similarity)
                if before is not None and not _is_signature(case, each):
                    yield Again(*_place(case, each), _place(case, before))
        kept = (kept + new)[-_REMEMBERED:]


def _sentences(case: Case, place: int, words: int) -> Iterator[_Kept]:
    """The sentences that are long enough, with their words in order."""
    said = case.said[place]
    beside = asides(said.folded.clean)
    greeted = sentences(said, "greeting")
    for sentence in own_sentences(said):
        start = _opening(sentence, words) if sentence.number in greeted else 0
        spoken = [at for at in range(start, len(sentence.words)) if sentence.words[at][0].isalnum()]
        if beside:
            spoken = [at for at in spoken if not inside(beside, sentence.starts[at])]
        if len(spoken) >= words:
            yield _Kept(" ".join(sorted([sentence.words[at] for at in spoken])), place, sentence)


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


def _like(words: str, kept: list[_Kept], similarity: float) -> _Kept | None:
    """The earliest sentence that is as similar as that; what token_sort_ratio says of sorted words is their ratio."""
    near = [each for each in kept if abs(len(each.words) - len(words)) * 100 <= (100 - similarity) * 2 * len(words)]
    if not near:
        return None
    from rapidfuzz import fuzz

    found = (each for each in near if fuzz.ratio(each.words, words, score_cutoff=similarity) >= similarity)
    return next((each for each in found if not _is_news(each.words, words)), None)


def _is_news(before: str, words: str) -> bool:
    """Whether a sentence says another thing in the same form: another figure."""
    return any(word[0].isdigit() for word in set(words.split()) - set(before.split()))
