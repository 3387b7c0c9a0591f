"""Where a book's phrases stand in texts: scan, slips, confirm.

The scan finds candidates in one text or in a buffer of many; only a phrase with a candidate is confirmed, only in the
sentence that holds it, and only when someone asks for its kind.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import product

from phraselint.match import confirm
from phraselint.match.matches import Match
from phraselint.match.phrasebook import AVOID, ENTRY, LISTEN, PARTS, PREFER, SIGNAL
from phraselint.match.places import places
from phraselint.match.scanform import ScanForm, scan_word

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    from phraselint.match.phrasebook import Part, Phrasebook
    from phraselint.match.places import Near
    from phraselint.match.slips import Slips
    from phraselint.text.fold import Folded
    from phraselint.text.words import Sentence

    Hits = list[tuple[int, int]]
    """(byte offset in the scan form, literal), ascending"""

_BUFFER = 8_000_000  # bytes in one scan: larger buffers cost page faults, not speed
_SHORT = 6  # sentences
_REACH = 2  # a literal has three words at most: that far it may reach before or after one of them


class _Scanned:
    """What one scan found in one text: which phrases it may hold, and where."""

    __slots__ = (
        *("_form", "_hits", "_literals", "_near_slips", "_places", "_text", "_tokens"),
        *("part", "phrases", "slips"),
    )

    def __init__(self, part: Part, form: ScanForm, hits: Hits) -> None:
        self.part = part
        self._text = form.text
        self._form = form
        self._hits = hits
        self.slips: Slips = part.slips.slipped(form.text.folded) if part.forgiving else {}
        self._places: dict[int, list[int]] | None = None  # literal -> where it stands in ``clean``
        self._tokens: dict[int, list[tuple[int, Near]]] = {}  # literal -> (number of a sentence, tokens)
        self._literals: dict[int, list[int]] | None = None  # phrase -> its literals that were found
        self._near_slips: dict[int, list[tuple[int, Near]]] = {}  # phrase -> (number of a sentence, tokens)
        self.phrases: set[int] = set().union(*map(part.users, {literal for _, literal in hits}))
        """The phrases that the text may hold."""
        loose = {word: images for word, images in self.slips.items() if not part.slips.is_settled(word)}
        if loose:
            self._add_slipped(loose)
            self.phrases.update(self._near_slips)

    def near(self, phrase: int) -> dict[int, list[Near]] | None:
        """Where matches of a phrase may start, by the number of their sentence; None: it has no literal to tell."""
        if phrase not in self.phrases:
            return None
        found: dict[int, list[Near]] = {}
        for literal in self._by_phrase().get(phrase, ()):
            for number, near in self._of(literal):
                found.setdefault(number, []).append(near)
        for number, near in self._near_slips.get(phrase, ()):
            found.setdefault(number, []).append(near)
        return found

    def _by_phrase(self) -> dict[int, list[int]]:
        """The literals of each phrase that were found."""
        if self._literals is None:
            self._literals = {}
            for literal in {literal for _, literal in self._hits}:
                for phrase in self.part.users(literal):
                    self._literals.setdefault(phrase, []).append(literal)
        return self._literals

    def _of(self, literal: int) -> list[tuple[int, Near]]:
        """Where a literal stands: the number of the sentence and the token."""
        if self._places is None:
            self._places = {}
            for (_, each), place in zip(self._hits, self._form.places([at for at, _ in self._hits]), strict=True):
                self._places.setdefault(each, []).append(place)
        if literal not in self._tokens:
            tokens = map(self._token, self._places[literal])
            self._tokens[literal] = [token for token in tokens if token is not None]
        return self._tokens[literal]

    def _token(self, place: int) -> tuple[int, Near] | None:
        """The number of the sentence and the token at a place of ``clean``; None where no sentence stands."""
        sentence = self._text.sentence_at(place)
        if sentence is None:
            return None
        return sentence.number, (None, max(bisect_right(sentence.starts, place) - 1, 0))

    def _add_slipped(self, slips: Slips) -> None:
        """Candidates around words that may be slips: one scan over their neighbourhoods, put right in every way."""
        readings = {scan_word(word): [scan_word(" ".join(each.words)) for each in slips[word]] for word in slips}
        spots = sorted({at for word in readings for at in self._form.all_of(word)})
        lines: list[bytes] = []
        first: list[int] = []  # of each slip its first line
        for at in spots:
            first.append(len(lines))
            lines += _righted(self._form.around(at, _REACH), readings)
        found = {(bisect_right(first, line) - 1, literal) for literal, line in self._in_lines(lines)}
        places = self._form.places([at + 1 for at in spots]) if found else []
        for number, literal in found:
            token = self._token(places[number])
            if token is not None:
                sentence, (_, last) = token
                for phrase in self.part.users(literal):
                    self._near_slips.setdefault(phrase, []).append((sentence, (max(last - _REACH, 0), last)))

    def _in_lines(self, lines: list[bytes]) -> Iterator[tuple[int, int]]:
        """The literals in the lines, each with the number of its line."""
        data = b" %b " % b" \n ".join(lines)
        at = line = 0
        for end, literal in sorted((end, literal) for literal, end in self.part.scanner.scan(data)):
            line += data.count(b"\n", at, end)
            at = end
            yield literal, line


class Found:
    """What one text may hold; each kind of phrase is confirmed when it is first asked for."""

    __slots__ = ("_book", "_form", "_heard", "_kinds", "_parts", "_signals", "text")

    def __init__(self, book: Phrasebook, form: ScanForm, avoid: Hits) -> None:
        self._book = book
        self.text = form.text
        self._form = form
        self._parts = {AVOID: _Scanned(book.part(AVOID), form, avoid)}
        self._kinds: dict[int, list[Match]] = {}
        self._signals: dict[str, list[Match]] = {}
        self._heard: set[str] | None = None

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
        if name not in self._signals:
            heard, always = self._scanned(SIGNAL).phrases, self._book.always_signals()
            phrases = [phrase for phrase in self._book.signal(name) if phrase in heard or phrase in always]
            self._signals[name] = self._matches(SIGNAL, phrases) if phrases else []
        return self._signals[name]

    @property
    def heard(self) -> set[str]:
        """The signals that the text may hold: a quick no for most, of few that are left out."""
        if self._heard is None:
            names = self._book.signal_names()
            self._heard = {names[phrase] for phrase in self._scanned(SIGNAL).phrases}
            self._heard.update(self._book.always_signals().values())
        return self._heard

    def _scanned(self, kind: int) -> _Scanned:
        """The scan for a kind; that for signals is made when it is first asked for."""
        name = PARTS[kind]
        if name not in self._parts:
            part = self._book.part(LISTEN)
            hits = part.scanner.scan(self._form.data)
            starts = sorted((end - part.lengths[literal] + 1, literal) for literal, end in hits)
            self._parts[name] = _Scanned(part, self._form, starts)
        return self._parts[name]

    def _of(self, kind: int) -> list[Match]:
        if kind not in self._kinds:
            self._kinds[kind] = self._matches(kind, self._candidates(kind))
        return self._kinds[kind]

    def _candidates(self, kind: int) -> Iterator[int]:
        """The phrases of a kind that the text may hold."""
        for phrase in self._scanned(kind).phrases:
            if self._book.kind(phrase) == kind:
                yield phrase
        for phrase in self._book.part(PARTS[kind]).always:
            if self._book.kind(phrase) == kind and self._may_hold(phrase):
                yield phrase

    def _may_hold(self, phrase: int) -> bool:
        """Whether the text has what a phrase needs beside its literals."""
        needs = self._book.phrase(phrase)["needs"]
        return needs is None or any(each in self.text.folded for each in needs)

    def _matches(self, kind: int, phrases: Iterable[int]) -> list[Match]:
        """The matches of those phrases of a kind."""
        scanned = self._scanned(kind)
        matches = [match for phrase in phrases for match in self._confirmed(phrase, scanned)]
        return sorted(matches, key=lambda match: (match.start, match.end, match.phrase))

    def _confirmed(self, phrase: int, scanned: _Scanned) -> Iterator[Match]:
        """The matches of a phrase: leftmost, longest, never overlapping."""
        record = scanned.part.phrase(phrase)
        if "program" not in record:
            yield from self._by_hatch(phrase, record)
            return
        if not self._may_hold(phrase):
            return
        forgiven = scanned.slips if record["typos"] else {}
        own = scanned.part.own_words(phrase) if forgiven else frozenset()
        plain = record["source"].isascii()
        required = scanned.part.required(phrase)
        for sentence, starts in self._around(phrase, scanned):
            if not _may_say(required, sentence, forgiven):
                continue
            for first, last in places(record, sentence, starts, forgiven, own):
                start, end = self.text.span(sentence.starts[first], sentence.ends[last - 1])
                letter = len(sentence.words[first]) == 1 == last - first
                if letter and plain and _accented(self.text.original[start:end]):
                    continue
                slots = confirm.slot_values(record["program"], sentence, first, last)
                yield Match(phrase, sentence, first, last, start, end, slots)

    def _around(self, phrase: int, scanned: _Scanned) -> Iterator[tuple[Sentence, list[Near] | None]]:
        """The sentences that may hold a phrase, and where in them it may start; None: anywhere.

        In a short text all sentences are looked at: to know which costs more.
        """
        sentences = self.text.sentences
        near = scanned.near(phrase) if len(sentences) > _SHORT else None
        if near is None:
            for sentence in sentences:
                yield sentence, None
        else:
            for number, starts in sorted(near.items()):
                yield sentences[number], starts

    def _by_hatch(self, phrase: int, record: dict[str, Any]) -> Iterator[Match]:
        from phraselint.match.hatches import hatch_places

        for sentence, first, last, start, end in hatch_places(record, self.text):
            yield Match(phrase, sentence, first, last, *self.text.span(start, end))


def _accented(letter: str) -> bool:
    """Whether a letter by itself has an accent: it is a word of another language, not the English "u" or "a"."""
    if letter.isascii():
        return False
    from unicodedata import combining, normalize

    return any(map(combining, normalize("NFD", letter)))


def _may_say(required: tuple[frozenset[str], ...], sentence: Sentence, forgiven: Slips) -> bool:
    """Whether a sentence holds a word of each group, its slips read as what they may stand for."""
    bag = sentence.bag
    lacking = [group for group in required if group.isdisjoint(bag)]
    if lacking and forgiven:
        meant = {each for word in forgiven if word in bag for image in forgiven[word] for each in image.words}
        return not any(group.isdisjoint(meant) for group in lacking)
    return not lacking


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
        """One scan over the texts of a batch; a line feed between two keeps a literal from running across."""
        borders: list[int] = []
        at = 0
        for form in batch:
            borders.append(at)
            at += len(form.data) + 1
        hits: list[Hits] = [[] for _ in batch]
        lengths = self._part.lengths
        for literal, end in self._part.scanner.scan(b"\n".join(form.data for form in batch)):
            number = bisect_right(borders, end - 1) - 1
            hits[number].append((end - borders[number] - lengths[literal] + 1, literal))
        for form, own in zip(batch, hits, strict=True):
            yield Found(self.book, form, sorted(own))


def _righted(words: list[bytes], readings: dict[bytes, list[bytes]]) -> set[bytes]:
    """The words in every reading of each; what a slip with an apostrophe stands for takes the place of two."""
    found = set(map(b" ".join, product(*[(word, *readings.get(word, ())) for word in words])))
    for slipped in [each for each in readings if b" " in each]:
        for line in [each for each in found if b" %b " % slipped in b" %b " % each]:
            found |= {line.replace(slipped, target) for target in readings[slipped]}
    return found
