"""Where a book's phrases stand in texts: scan, slips, confirm.

The scan finds candidates in one text or in a buffer of many; only a phrase with a candidate is confirmed, only in the sentence that
holds it, and only when someone asks for its kind.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import product
from typing import Any

from phraselint.match import confirm, slipped
from phraselint.match.matches import Match
from phraselint.match.phrasebook import ENTRY, PREFER, SIGNAL, Phrasebook
from phraselint.match.scanform import ScanForm, literal_form
from phraselint.match.slipped import Slips
from phraselint.text.fold import Folded
from phraselint.text.words import Sentence

_BUFFER = 8_000_000  # bytes in one scan: larger buffers cost page faults, not speed
_REACH = 2  # a literal has three words at most: that far it may reach before or after one of them
Candidates = dict[int, dict[int, list[int]]]
"""phrase -> number of a sentence -> tokens at or before which its matches start"""


class Found:
    """What one text may hold; each kind of phrase is confirmed when it is first asked for."""

    __slots__ = ("_book", "_candidates", "_kinds", "_slips", "text")

    def __init__(self, book: Phrasebook, text: Folded, candidates: Candidates, slips: Slips) -> None:
        self._book = book
        self.text = text
        self._candidates = candidates
        self._slips = slips
        self._kinds: dict[int, list[Match]] = {}

    def any(self, kind: int) -> bool:
        """Whether a phrase of the kind has a candidate: a cheap no for most texts."""
        return any(self._book.kind(phrase) == kind for phrase in self._candidates)

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
            self._kinds[kind] = sorted(
                (
                    match
                    for phrase, sentences in self._candidates.items()
                    if self._book.kind(phrase) == kind
                    for match in self._confirmed(phrase, sentences)
                ),
                key=lambda match: (match.start, match.end, match.phrase),
            )
        return self._kinds[kind]

    def _confirmed(self, phrase: int, sentences: dict[int, list[int]]) -> Iterator[Match]:
        """The matches of a phrase in the sentences where it has candidates: leftmost, longest, never overlapping."""
        record = self._book.phrase(phrase)
        slips = self._slips if record["typos"] else {}
        for number, tokens in sorted(sentences.items()):
            sentence = self.text.sentences[number]
            for first, last in _places(record, sentence, sorted(set(tokens)), slips):
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
            hits[number].append((end - borders[number], literal))
        for (text, form), own in zip(batch, hits, strict=True):
            yield self._found(text, form, sorted(own))

    def _found(self, text: Folded, form: ScanForm, hits: list[tuple[int, int]]) -> Found:
        candidates: Candidates = {}
        if hits:
            starts = sorted({end - self._lengths[literal] + 1 for end, literal in hits})
            place = dict(zip(starts, form.places(starts), strict=True))
            for end, literal in hits:
                self._add(candidates, text, literal, place[end - self._lengths[literal] + 1])
        slips = self.book.slips.slipped(text.folded)
        if slips:
            self._add_slipped(candidates, text, slips)
        for phrase in self.book.always:
            needs = self.book.phrase(phrase)["needs"]
            if needs is None or any(each in text.folded for each in needs):
                candidates[phrase] = {s.number: list(range(len(s.words))) for s in text.sentences}
        return Found(self.book, text, candidates, slips)

    def _add(self, candidates: Candidates, text: Folded, literal: int, place: int) -> None:
        sentence = text.sentence_at(place)
        if sentence is None:
            return
        token = max(bisect_right(sentence.starts, place) - 1, 0)
        for phrase in self.book.users(literal):
            candidates.setdefault(phrase, {}).setdefault(sentence.number, []).append(token)

    def _add_slipped(self, candidates: Candidates, text: Folded, slips: Slips) -> None:
        """Candidates around words that may be slips: the scan over their neighbourhood, put right in every way."""
        for sentence in text.sentences:
            folded = text.folded[sentence.start : sentence.end]
            if not any(word in folded for word in slips):
                continue
            for place, word in enumerate(sentence.words):
                if word in slips and not sentence.is_opaque(place):
                    for literal in {literal for literal, _ in self.book.scanner.scan(_righted(sentence, place, slips))}:
                        for phrase in self.book.users(literal):
                            tokens = candidates.setdefault(phrase, {}).setdefault(sentence.number, [])
                            tokens += range(max(place - _REACH, 0), place + 1)


def _righted(sentence: Sentence, place: int, slips: Slips) -> bytes:
    """The words around a slip in every reading of each, as the scan sees them: one line a reading."""
    around = sentence.words[max(place - _REACH, 0) : place + _REACH + 1]
    readings = [[word, *(" ".join(image.words) for image in slips.get(word, ()))] for word in around]
    return b"\n".join(literal_form(" ".join(words)).encode(errors="surrogatepass") for words in product(*readings))


def _places(record: dict[str, Any], sentence: Sentence, tokens: list[int], slips: Slips) -> Iterator[tuple[int, int]]:
    """The tokens that each match of a phrase covers, given tokens at or before which each of its matches starts."""
    program = record["program"]
    own: frozenset[str] = record["own"]
    forgiving = bool(slips) and not slips.keys().isdisjoint(sentence.words)
    tried = 0
    for token in tokens:
        first = max(tried, confirm.back(sentence, token, program["longest"]))
        while first <= token:
            ends = (
                slipped.ends(program, sentence, first, slips, own)
                if forgiving
                else confirm.ends(program, sentence, first)
            )
            if ends:
                yield first, ends[-1]
            first = ends[-1] if ends else first + 1
        tried = max(tried, first)
