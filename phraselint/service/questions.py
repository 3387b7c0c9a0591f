"""The questions of a message, each with its words and the kind of answer that it wants."""

from __future__ import annotations

from phraselint.model.values import NamedTuple
from phraselint.service.spots import span, within

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from phraselint.service.case import Said
    from phraselint.service.vocabulary import Vocabulary
    from phraselint.text.words import Sentence


class Question(NamedTuple):
    """One question: ``start:end`` of the message's text, and what kind of answer it wants.

    ``words`` are the stems of its words, one for all that mean the same; ``plain`` are the stems as they are.
    ``open``: what there is may answer it, "Can we eat with you?", "There's a bistro".
    """

    start: int
    end: int
    text: str
    words: frozenset[str]
    kinds: frozenset[str]
    plain: frozenset[str] = frozenset()
    open: bool = True


MEASURES = ("weight", "length", "heat", "speed", "age")
"""What a question may want to know that is told as a number with its unit."""

KINDS = ("time", "money", "number", "place", *MEASURES)
"""What a question may want to know; ``asks-time`` and ``tells-time`` are signals of the rule."""

_UNMARKED = tuple(f"question-skipped/{each}" for each in ("indirect", "unmarked", "numbered"))
_FEWEST = 3  # tokens of a question, its mark included
_MARK = 2  # tokens of what numbers an item: "1."


def questions(said: Said, vocabulary: Vocabulary) -> list[Question]:
    """The questions of a message that hold a word to answer to; two joined by "and" are two, a guess is none."""
    found, listing = [], False
    for sentence in said.own_sentences():
        number = sentence.number
        item = listing and bool(within(said, number, "question-skipped/item"))
        listing = item or (listing and len(sentence.words) <= _MARK) or _announces(said, sentence)
        if _guesses(said, number) or _only_supposes(said, number):
            continue
        if sentence.question or item or within(said, number, *_UNMARKED):
            found += [
                _question(said, sentence, first, last, vocabulary) for first, last in _pieces(said, sentence, item)
            ]
    return [each for each in found if each.words or each.kinds]


def _announces(said: Said, sentence: Sentence) -> bool:
    """Whether a list of questions follows a sentence: "Please tell me:"."""
    return bool(within(said, sentence.number, "question-skipped/announced")) and _opens(sentence.words)


def _opens(words: Sequence[str]) -> bool:
    """Whether a sentence breaks off before a list: "Please tell me:", "Let me know 1."."""
    return words[-1] in (":", "-") or (words[-1] == "." and words[-2].isdigit())


def _guesses(said: Said, number: int) -> bool:
    """Whether a sentence guesses at the answer to a question right before it, or before one sentence about it."""
    if not within(said, number, "question-skipped/guess"):
        return False
    return any(within(said, number - back, "question-skipped/wonders") for back in (1, 2))


def _only_supposes(said: Said, number: int) -> bool:
    """Whether a question only says for which case the next one asks: "And if I'm out? Can he leave it next door?"."""
    supposed = within(said, number, "question-skipped/in-case")
    return bool(supposed and within(said, number + 1, "question-skipped/then"))


def _pieces(said: Said, sentence: Sentence, item: bool) -> list[tuple[int, int]]:
    """The tokens of each question of a sentence; pings, venting, fragments and "or ...?" are none.

    ``item``: it is one of a list, which needs no mark.
    """
    number = sentence.number
    ping = within(said, number, "question-skipped/ping") and not within(said, number, "question-skipped/indirect")
    if ping or within(said, number, "upset"):
        return []
    start = sentence.first_word()
    asking = [match.first for match in within(said, number, "question-skipped/asks")]
    double = {match.last for match in within(said, number, "question-skipped/what")}  # "how and where do I": one
    joined = {match.first for match in within(said, number, "question-skipped/joined", "question-skipped/numbered")}
    joined |= _listed(said, sentence)
    cuts = [place for place in sorted(joined) if place > start + 1 and place not in double]
    ends = [*cuts, len(sentence.words)]
    pieces = zip([start, *cuts], ends, strict=True)
    long = [(first, last) for first, last in pieces if last - first > _FEWEST - (item or last < ends[-1])]
    return [piece for piece in long if item or _within(asking, *piece)]


def _listed(said: Said, sentence: Sentence) -> set[int]:
    """Where one question follows another behind a mere comma: "Is it warm, do you lend towels, how much is it?".

    Behind "if I pay today," and "I can't find it," stands the only one.
    """
    number = sentence.number
    start = max((place for place, word in enumerate(sentence.words) if word == ":"), default=-1)
    supposed = [each.first for each in within(said, number, "question-skipped/supposes") if each.first > start]
    begun = [match.first for match in within(said, number, "question-skipped/begins")]
    cuts = sorted({match.first for match in within(said, number, "question-skipped/listed")})
    found = {
        cut
        for before, cut in zip([0, *cuts], cuts, strict=False)
        if _within(begun, before, cut) and not _within(supposed, before, cut)
    }
    if within(said, number, "question-skipped/indirect"):
        found |= {match.first for match in within(said, number, "question-skipped/whether")}
    return found


def _within(places: Sequence[int], first: int, last: int) -> bool:
    return any(first <= place < last for place in places)


def _question(said: Said, sentence: Sentence, first: int, last: int, vocabulary: Vocabulary) -> Question:
    words = sentence.words[first:last]
    kinds = frozenset(
        kind
        for kind in KINDS
        for match in within(said, sentence.number, f"question-skipped/asks-{kind}")
        if first <= match.first < last
    )
    start, end = span(said, sentence, first, last)
    text, stems, plain = said.message.text[start:end], vocabulary.stems(words), vocabulary.plain(words)
    return Question(start, end, text, stems, kinds, plain, _is_open(said, sentence.number, first, last))


def _is_open(said: Said, number: int, first: int, last: int) -> bool:
    """Whether a question is about what one can do or find, and not about what one sells, takes or grants."""
    there, terms = (
        [match.first for match in within(said, number, f"question-skipped/asks-{each}")] for each in ("there", "terms")
    )
    return _within(there, first, last) and not _within(terms, first, last)
