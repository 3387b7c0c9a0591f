"""Where a text repeats, word for word, what stands in an earlier message of someone else."""

from __future__ import annotations

from phraselint.model.values import NamedTuple
from phraselint.text import regex
from phraselint.text.zones import Zone, apart

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_FEWEST_PASTED = 6  # words that a sentence must have in common with an earlier message


class Passage(NamedTuple):
    """A sentence or a line of a text: its place (code points, half-open), and its words in small letters."""

    start: int
    end: int
    words: str


def pasted_spans(passages: Iterable[Passage], earlier: Iterable[Iterable[Passage]]) -> list[Zone]:
    """What stands word for word in an earlier message of someone else; each text as ``passages_of`` takes it apart."""
    known = {each.words for message in earlier for each in message}
    return apart(Zone(each.start, each.end, "quote") for each in passages if each.words in known) if known else []


def passages_of(text: str, sentences: Iterable[tuple[int, int]]) -> Iterator[Passage]:
    """The sentences of a text, whose places are given, and its lines, with their words; short ones are left out."""
    spans = list(sentences)
    at = 0
    for line in text.split("\n") if "\n" in text or len(spans) > 1 else ():
        spans.append((at, at + len(line)))
        at += len(line) + 1
    for start, end in spans:
        words = regex.findall(r"\w+", text[start:end].lower())
        if words[:1] == ["re"] and regex.compile(r"\s*re\s?:", regex.IGNORECASE).match(text, start, end):
            del words[0]  # "Re: my order"
        if len(words) >= _FEWEST_PASTED:
            yield Passage(start, end, " ".join(words))
