"""Where a book's phrases stand in texts: scan, slips, confirm.

The scan finds candidates in one text or in a buffer of many; only a phrase with a candidate is confirmed, only in the sentence that
holds it, and only when someone asks for its kind.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import product
from typing import Any, NamedTuple

from phraselint.match import confirm, slipped
from phraselint.match.matches import Match
from phraselint.match.phrasebook import ENTRY, PREFER, SIGNAL, Phrasebook
from phraselint.match.scanform import ScanForm, literal_form
from phraselint.match.slipped import Slips
from phraselint.text.fold import Folded
from phraselint.text.words import Sentence

_BUFFER = 8_000_000  # bytes in one scan: larger buffers cost page faults, not speed
_REACH = 2  # a literal has three words at most: that far it may reach before or after one of them


class Hit(NamedTuple):
    """A literal of the scan in one sentence; a match that holds it starts between two tokens, or at either."""

    literal: int
    sentence: int
    first: int | None  # None: as far before ``last`` as the phrase reaches
    last: int


class Found:
    """What one text may hold; each kind of phrase is confirmed when it is first asked for."""

    __slots__ = ("_book", "_hits", "_kinds", "_slips", "text")

    def __init__(self, book: Phrasebook, text: Folded, hits: list[Hit], slips: Slips) -> None:
        self._book = book
        self.text = text
        self._hits = hits
        self._slips = slips
        self._kinds: dict[int, list[Match]] = {}

    def any(self, kind: int) -> bool:
        """Whether a phrase of the kind has a candidate: a cheap no for most texts."""
        return any(self._book.serves(hit.literal, kind) for hit in self._hits) or bool(self._always(kind))

    @property
    def entries(self) -> list[Match]:
        """The matches of what to avoid, each phrase's leftmost and longest, by start, end and phrase."""
        return self._of(ENTRY)

    @property
    def prefer(self) -> list[Match]:
        """The matches of what to say."""
        return self._of(PREFER)

    def signals(self) -> dict[str, list[Match]]:
        """The matches of what conditions and rules listen for, by signal."""
        found: dict[str, list[Match]] = {}
        for match in self._of(SIGNAL):
            found.setdefault(self._book.phrase(match.phrase)["name"], []).append(match)
        return found

    def _of(self, kind: int) -> list[Match]:
        if kind not in self._kinds:
            matches = [
                match
                for phrase, sentences in self._candidates(kind).items()
                for number, hits in sorted(sentences.items())
                for match in self._confirmed(phrase, self.text.sentences[number], hits)
            ]
            self._kinds[kind] = sorted(matches, key=lambda match: (match.start, match.end, match.phrase))
        return self._kinds[kind]

    def _candidates(self, kind: int) -> dict[int, dict[int, list[tuple[int | None, int]]]]:
        """phrase -> number of a sentence -> (first, last) tokens at which its matches may start."""
        found: dict[int, dict[int, list[tuple[int | None, int]]]] = {}
        for literal, sentence, first, last in self._hits:
            if self._book.serves(literal, kind):
                for phrase in self._book.users(literal):
                    if self._book.kind(phrase) == kind:
                        found.setdefault(phrase, {}).setdefault(sentence, []).append((first, last))
        for phrase in self._always(kind):
            found[phrase] = {each.number: [(0, len(each.words) - 1)] for each in self.text.sentences}
        return found

    def _always(self, kind: int) -> list[int]:
        """The phrases without a literal that this text may hold."""
        found = []
        for phrase in self._book.always:
            if self._book.kind(phrase) == kind:
                needs = self._book.phrase(phrase)["needs"]
                if needs is None or any(each in self.text.folded for each in needs):
                    found.append(phrase)
        return found

    def _confirmed(self, phrase: int, sentence: Sentence, hits: list[tuple[int | None, int]]) -> Iterator[Match]:
        """The matches of a phrase in a sentence: leftmost, longest, never overlapping."""
        record = self._book.phrase(phrase)
        for first, last in _places(record, sentence, hits, self._slips if record["typos"] else {}):
            start, end = self.text.span(sentence.starts[first], sentence.ends[last - 1])
            slots = confirm.slot_values(record["program"], sentence, first, last)
            yield Match(phrase, sentence, first, last, start, end, slots)


class Matcher:
    """Finds the phrases of one book. Safe to use from several threads."""

    __slots__ = ("_lengths", "book")

    def __init__(self, book: Phrasebook) -> None:
        self.book = book
        self._lengths = book.literal_lengths

    def find(self, text: Folded) -> Found:
        """What one text may hold."""
        return next(self.find_all([text]))

    def find_all(self, texts: Iterable[Folded]) -> Iterator[Found]:
        """What each of many texts may hold, in their order; scanned a buffer at a time."""
        batch: list[tuple[Folded, ScanForm]] = []
        size = 0
        for text in texts:
            form = ScanForm(text)
            batch.append((text, form))
            size += len(form.data)
            if size > _BUFFER:
                yield from self._batch(batch)
                batch, size = [], 0
        yield from self._batch(batch)

    def _batch(self, batch: list[tuple[Folded, ScanForm]]) -> Iterator[Found]:
        """One scan over the texts of a batch; a line feed between two keeps a literal from running across."""
        borders: list[int] = []
        at = 0
        for _, form in batch:
            borders.append(at)
            at += len(form.data) + 1
        hits: list[list[tuple[int, int]]] = [[] for _ in batch]
        for literal, end in self.book.scanner.scan(b"\n".join(form.data for _, form in batch)):
            number = bisect_right(borders, end - 1) - 1
            hits[number].append((end - borders[number] - self._lengths[literal] + 1, literal))
        for (text, form), own in zip(batch, hits, strict=True):
            slips = self.book.slips.slipped(text.folded)
            exact = self._exact(text, form, sorted(own)) if own else []
            yield Found(self.book, text, exact + (self._slipped(text, slips) if slips else []), slips)

    def _exact(self, text: Folded, form: ScanForm, hits: list[tuple[int, int]]) -> list[Hit]:
        """The literals that the scan found, each with its sentence and first token."""
        found = []
        for place, (_, literal) in zip(form.places([start for start, _ in hits]), hits, strict=True):
            sentence = text.sentence_at(place)
            if sentence is not None:
                token = max(bisect_right(sentence.starts, place) - 1, 0)
                found.append(Hit(literal, sentence.number, None, token))
        return found

    def _slipped(self, text: Folded, slips: Slips) -> list[Hit]:
        """Literals around words that may be slips: a scan over their neighbourhood, put right in every way."""
        found = []
        for sentence in text.sentences:
            folded = text.folded[sentence.start : sentence.end]
            if not any(word in folded for word in slips):
                continue
            for place, word in enumerate(sentence.words):
                if word in slips and not sentence.is_opaque(place):
                    righted = self.book.scanner.scan(_righted(sentence, place, slips))
                    found += [
                        Hit(literal, sentence.number, place - _REACH, place) for literal in {hit[0] for hit in righted}
                    ]
        return found


def _righted(sentence: Sentence, place: int, slips: Slips) -> bytes:
    """The words around a slip in every reading of each, as the scan sees them: one line a reading."""
    around = sentence.words[max(place - _REACH, 0) : place + _REACH + 1]
    readings = [[word, *(" ".join(image.words) for image in slips.get(word, ()))] for word in around]
    return b"\n".join(literal_form(" ".join(words)).encode(errors="surrogatepass") for words in product(*readings))


def _places(
    record: dict[str, Any], sentence: Sentence, hits: list[tuple[int | None, int]], slips: Slips
) -> Iterator[tuple[int, int]]:
    """The tokens that each match of a phrase covers, given where its literals stand."""
    program = record["program"]
    reach = program["longest"]
    forgiving = bool(slips) and _concerns(slips, sentence, record["words"])
    tried = 0
    for near, token in sorted(hits, key=lambda hit: hit[1]):
        if token < tried:
            continue
        first = max(tried, confirm.back(sentence, token if near is None else max(near, 0), reach))
        while first <= token:
            if forgiving:
                ends = slipped.ends(program, sentence, first, slips, record["own"])
            else:
                ends = confirm.ends(program, sentence, first)
            if ends:
                yield first, ends[-1]
            first = ends[-1] if ends else first + 1
        tried = max(tried, first)


def _concerns(slips: Slips, sentence: Sentence, words: frozenset[str]) -> bool:
    """Whether a slip of the sentence may stand for a word of the phrase."""
    return any(image.words[0] in words for word in sentence.words if word in slips for image in slips[word])
