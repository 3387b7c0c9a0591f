"""Where a book's phrases stand in texts: scan, slips, confirm.

The scan finds candidates in one text or in a buffer of many; only a phrase with a candidate is confirmed, only in the
sentence that holds it, and only when someone asks for its kind.
"""

from __future__ import annotations

from bisect import bisect_right

from phraselint.match.candidates import Candidates
from phraselint.match.confirm import confirmed, may_hold
from phraselint.match.matches import Match, in_order
from phraselint.match.phrasebook import AVOID, ENTRY, PREFER
from phraselint.match.scanform import ScanForm

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from phraselint.match.candidates import Hits
    from phraselint.match.listening import Listening
    from phraselint.match.phrasebook import Phrasebook
    from phraselint.match.signals import Signals
    from phraselint.text.fold import Folded

_BUFFER = 8_000_000  # bytes in one scan: larger buffers cost page faults, not speed


class Found:
    """What one text may hold; each kind of phrase is confirmed when it is first asked for."""

    __slots__ = ("_book", "_form", "_kinds", "_matcher", "_proposed", "_signals", "text")

    def __init__(self, matcher: Matcher, text: Folded, form: ScanForm | None = None, hits: Hits | None = None) -> None:
        """``form`` and ``hits`` are what a scan of many texts has found in this one; else it is scanned when asked."""
        self.text = text
        self._matcher = matcher
        self._book = matcher.book
        self._form = form
        self._proposed = None if hits is None or form is None else Candidates(self._book.part(AVOID), form, hits)
        self._kinds: dict[int, list[Match]] = {}
        self._signals: Signals | None = None

    def any(self, kind: int) -> bool:
        """Whether a phrase of the kind has a candidate: a cheap no for most texts."""
        return any(True for _ in self._candidates(kind))

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
        return self._listened().of(name)

    @property
    def heard(self) -> Collection[str]:
        """The signals that the text may hold: a quick no for most, of few that are left out."""
        return self._listened().heard

    def _listened(self) -> Signals:
        if self._signals is None:
            from phraselint.match.signals import Signals

            self._signals = Signals(self._matcher.listening, self.text, self._bytes)
        return self._signals

    def _bytes(self) -> ScanForm:
        if self._form is None:
            self._form = ScanForm(self.text)
        return self._form

    def _avoided(self) -> Candidates:
        if self._proposed is None:
            form = self._bytes()
            self._proposed = Candidates(self._book.part(AVOID), form, self._matcher.hits([form])[0])
        return self._proposed

    def _of(self, kind: int) -> list[Match]:
        if kind not in self._kinds:
            part, avoided = self._book.part(AVOID), self._avoided()
            likely = [each for each in self._candidates(kind) if avoided.may_hold(each)]
            found = (confirmed(each, part, self.text, avoided.sayings, avoided.near(each)) for each in likely)
            self._kinds[kind] = in_order(match for matches in found for match in matches)
        return self._kinds[kind]

    def _candidates(self, kind: int) -> Iterator[int]:
        """The phrases of a kind that the text may hold."""
        for phrase in self._avoided().phrases:
            if self._book.kind(phrase) == kind:
                yield phrase
        for phrase in self._book.part(AVOID).always:
            if self._book.kind(phrase) == kind and may_hold(self._book.phrase(phrase), self.text):
                yield phrase


class Matcher:
    """Finds the phrases of one book. Safe to use from several threads."""

    __slots__ = ("_customers", "_listening", "_part", "book")

    def __init__(self, book: Phrasebook, customers: bool = False) -> None:
        """``customers``: its texts are theirs, of whom other things are asked than of the company."""
        self.book = book
        self._customers = customers
        self._part = book.part(AVOID)
        self._listening: Listening | None = None

    @property
    def listening(self) -> Listening:
        """How its texts listen for signals."""
        if self._listening is None:
            from phraselint.match.listening import Listening

            self._listening = Listening(self.book, self._customers)
        return self._listening

    def find(self, text: Folded) -> Found:
        """What one text may hold; it is scanned when someone asks."""
        return Found(self, text)

    def find_all(self, texts: Iterable[Folded]) -> Iterator[Found]:
        """What each of many texts may hold, in their order; scanned a buffer at a time."""
        batch: list[ScanForm] = []
        size = 0
        for text in texts:
            form = ScanForm(text)
            batch.append(form)
            size += len(form.data)
            if size > _BUFFER:
                yield from self._batch(batch)
                batch, size = [], 0
        yield from self._batch(batch)

    def _batch(self, batch: list[ScanForm]) -> Iterator[Found]:
        for form, hits in zip(batch, self.hits(batch), strict=True):
            yield Found(self, form.text, form, hits)

    def hits(self, batch: list[ScanForm]) -> list[Hits]:
        """One scan over the texts of a batch; a line feed between two keeps a literal from running across."""
        borders: list[int] = []
        at = 0
        for form in batch:
            borders.append(at)
            at += len(form.data) + 1
        found: list[Hits] = [[] for _ in batch]
        lengths = self._part.lengths
        for literal, end in self._part.scan(b"\n".join(form.data for form in batch)):
            number = bisect_right(borders, end - 1) - 1
            found[number].append((end - borders[number] - lengths[literal] + 1, literal))
        for hits in found:
            hits.sort()
        return found
