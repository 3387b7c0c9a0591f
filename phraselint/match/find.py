"""Where a book's phrases stand in texts: scan, slips, confirm.

The scan finds candidates in one text or in a buffer of many; only a phrase with a candidate is confirmed, only in the
sentence that holds it, and only when someone asks for its kind.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import product

from phraselint.match import confirm
from phraselint.match.matches import Match
from phraselint.match.part import Part
from phraselint.match.phrasebook import AVOID, ENTRY, LISTEN, PARTS, PREFER, SIGNAL, Phrasebook
from phraselint.match.places import Near, places
from phraselint.match.scanform import ScanForm, literal_form
from phraselint.match.slipped import Slips
from phraselint.text.fold import Folded
from phraselint.text.words import Sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any


_BUFFER = 8_000_000  # bytes in one scan: larger buffers cost page faults, not speed
_REACH = 2  # a literal has three words at most: that far it may reach before or after one of them
_Candidates = dict[int, dict[int, list[Near]]]  # phrase -> number of a sentence -> where its matches may start
_Hits = list[tuple[int, int]]  # (byte offset in the scan form, literal), ascending


class _Scanned:
    """What one scan found in one text, and the candidates that follow from it."""

    __slots__ = ("_form", "_hits", "_part", "candidates", "slips", "text")

    def __init__(self, part: Part, text: Folded, form: ScanForm, hits: _Hits) -> None:
        self.text = text
        self._part = part
        self._form = form
        self._hits = hits
        self.slips: Slips = part.slips.slipped(text.folded)
        self.candidates: _Candidates = {}
        self._add_exact()
        if self.slips:
            self._add_slipped()

    def _add_exact(self) -> None:
        offsets = [offset for offset, _ in self._hits]
        for place, (_, literal) in zip(self._form.places(offsets), self._hits, strict=True):
            sentence = self.text.sentence_at(place)
            if sentence is not None:
                token = max(bisect_right(sentence.starts, place) - 1, 0)
                self._add(literal, sentence, Near(None, token))

    def _add(self, literal: int, sentence: Sentence, near: Near) -> None:
        for phrase in self._part.users(literal):
            self.candidates.setdefault(phrase, {}).setdefault(sentence.number, []).append(near)

    def _add_slipped(self) -> None:
        """Candidates around words that may be slips: one scan over their neighbourhoods, put right in every way."""
        slipped = [
            (sentence, place)
            for sentence in self._with_slips()
            for place, word in enumerate(sentence.words)
            if word in self.slips and not sentence.is_opaque(place)
        ]
        righted = [_righted(sentence, place, self.slips) for sentence, place in slipped]
        ends: list[int] = []
        for each in righted:
            ends.append((ends[-1] if ends else 0) + len(each) + 1)
        found = {
            (bisect_right(ends, end - 1), literal) for literal, end in self._part.scanner.scan(b"\n".join(righted))
        }
        for number, literal in sorted(found):
            sentence, place = slipped[number]
            self._add(literal, sentence, Near(max(place - _REACH, 0), place))

    def _with_slips(self) -> list[Sentence]:
        """The sentences that hold a word that may be a slip, perhaps a few more."""
        folded = self.text.folded
        found = {}
        for word in self.slips:
            place = folded.find(word)
            while place >= 0:
                sentence = self.text.sentence_at(place)
                if sentence is not None:
                    found[sentence.number] = sentence
                place = folded.find(word, sentence.end if sentence else place + 1)
        return [found[number] for number in sorted(found)]


class Found:
    """What one text may hold; each kind of phrase is confirmed when it is first asked for."""

    __slots__ = ("_book", "_form", "_heard", "_kinds", "_parts", "_signals", "text")

    def __init__(self, book: Phrasebook, text: Folded, form: ScanForm, avoid: _Hits) -> None:
        self._book = book
        self.text = text
        self._form = form
        self._parts = {AVOID: _Scanned(book.part(AVOID), text, form, avoid)}
        self._kinds: dict[int, list[Match]] = {}
        self._heard: dict[str, _Candidates] | None = None
        self._signals: dict[str, list[Match]] = {}

    def any(self, kind: int) -> bool:
        """Whether a phrase of the kind has a candidate: a cheap no for most texts."""
        if any(self._book.kind(phrase) == kind for phrase in self._scanned(kind).candidates):
            return True
        return bool(self._always(kind))

    @property
    def entries(self) -> list[Match]:
        """The matches of what to avoid, each phrase's leftmost and longest, by start, end and phrase."""
        return self._of(ENTRY)

    @property
    def prefer(self) -> list[Match]:
        """The matches of what to say."""
        return self._of(PREFER)

    def signal(self, name: str) -> list[Match]:
        """The matches of one signal, by start, end and phrase."""
        if name not in self._signals:
            if self._heard is None:
                self._heard = self._by_signal()
            candidates = self._heard.get(name)
            self._signals[name] = self._matches(candidates, SIGNAL) if candidates else []
        return self._signals[name]

    def _by_signal(self) -> dict[str, _Candidates]:
        """The candidates of what conditions and rules listen for, by signal."""
        heard: dict[str, _Candidates] = {}
        for phrase, near in self._candidates(SIGNAL).items():
            heard.setdefault(self._book.signal_of(phrase), {})[phrase] = near
        return heard

    def _scanned(self, kind: int) -> _Scanned:
        """The scan for a kind; that for signals is made when it is first asked for."""
        name = PARTS[kind]
        if name not in self._parts:
            part = self._book.part(LISTEN)
            hits = part.scanner.scan(self._form.data)
            starts = sorted((end - part.lengths[literal] + 1, literal) for literal, end in hits)
            self._parts[name] = _Scanned(part, self.text, self._form, starts)
        return self._parts[name]

    def _of(self, kind: int) -> list[Match]:
        if kind not in self._kinds:
            self._kinds[kind] = self._matches(self._candidates(kind), kind)
        return self._kinds[kind]

    def _candidates(self, kind: int) -> _Candidates:
        """Where phrases of a kind may stand."""
        candidates = {
            phrase: near for phrase, near in self._scanned(kind).candidates.items() if self._book.kind(phrase) == kind
        }
        for phrase in self._always(kind):
            everywhere = ((each.number, len(each.words) - 1) for each in self.text.sentences)
            candidates[phrase] = {number: [Near(0, last)] for number, last in everywhere}
        return candidates

    def _matches(self, candidates: _Candidates, kind: int) -> list[Match]:
        """The candidates that are matches."""
        slips = self._scanned(kind).slips
        matches = [match for phrase, near in candidates.items() for match in self._confirmed(phrase, near, slips)]
        return sorted(matches, key=lambda match: (match.start, match.end, match.phrase))

    def _always(self, kind: int) -> list[int]:
        """The phrases without a literal that this text may hold."""
        found = []
        for phrase in self._book.part(PARTS[kind]).always:
            if self._book.kind(phrase) == kind:
                needs = self._book.phrase(phrase)["needs"]
                if needs is None or any(each in self.text.folded for each in needs):
                    found.append(phrase)
        return found

    def _confirmed(self, phrase: int, near: dict[int, list[Near]], slips: Slips) -> Iterator[Match]:
        """The matches of a phrase: leftmost, longest, never overlapping."""
        record = self._book.phrase(phrase)
        if "program" not in record:
            yield from self._by_hatch(phrase, record)
            return
        forgiven = slips if record["typos"] else {}
        own = self._book.own_words(phrase) if forgiven else frozenset()
        for number, starts in sorted(near.items()):
            sentence = self.text.sentences[number]
            for first, last in places(record, sentence, starts, forgiven, own):
                start, end = self.text.span(sentence.starts[first], sentence.ends[last - 1])
                slots = confirm.slot_values(record["program"], sentence, first, last)
                yield Match(phrase, sentence, first, last, start, end, slots)

    def _by_hatch(self, phrase: int, record: dict[str, Any]) -> Iterator[Match]:
        from phraselint.match.hatches import hatch_places

        for sentence, first, last, start, end in hatch_places(record, self.text):
            yield Match(phrase, sentence, first, last, *self.text.span(start, end))


class Matcher:
    """Finds the phrases of one book. Safe to use from several threads."""

    __slots__ = ("_part", "book")

    def __init__(self, book: Phrasebook) -> None:
        self.book = book
        self._part = book.part(AVOID)

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
        hits: list[_Hits] = [[] for _ in batch]
        lengths = self._part.lengths
        for literal, end in self._part.scanner.scan(b"\n".join(form.data for _, form in batch)):
            number = bisect_right(borders, end - 1) - 1
            hits[number].append((end - borders[number] - lengths[literal] + 1, literal))
        for (text, form), own in zip(batch, hits, strict=True):
            yield Found(self.book, text, form, sorted(own))


def _righted(sentence: Sentence, place: int, slips: Slips) -> bytes:
    """The words around a slip in every reading of each, as the scan sees them: one line a reading."""
    around = sentence.words[max(place - _REACH, 0) : place + _REACH + 1]
    readings = [[word, *(" ".join(image.words) for image in slips.get(word, ()))] for word in around]
    return b"\n".join(literal_form(" ".join(words)).encode(errors="surrogatepass") for words in product(*readings))
