"""What one scan found in one text: which phrases it may hold, and where."""

from __future__ import annotations

from bisect import bisect_right
from itertools import chain, product

from phraselint.match.confirm import Sayings
from phraselint.match.scanform import ScanForm, scan_word
from phraselint.text.contractions import distinct_words, readings, said_by

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from phraselint.match.confirm import Near, Nearby
    from phraselint.match.part import Part

    Hits = list[tuple[int, int]]
    """(byte offset in the scan form, literal), ascending"""

_SHORT = 6  # sentences
_BRIEF = 600  # letters of a sentence: in one as short as that a match is looked for everywhere
_MOST_LINES = 64  # ways to read the words around a slip that are written out
_REACH = 2  # a literal has three words at most: that far it may reach before or after one of them


class Candidates:
    """The candidates of one part of a book in one text."""

    __slots__ = (
        *("_form", "_hits", "_literals", "_near_slips", "_places", "_said", "_text", "_tokens", "_words"),
        *("part", "phrases", "sayings"),
    )

    def __init__(self, part: Part, form: ScanForm, hits: Hits) -> None:
        self.part = part
        self._text = form.text
        self._form = form
        self._hits = hits
        self._words = distinct_words(form.text.folded)
        self.sayings = Sayings(part.slips.slipped(self._words) if part.forgiving else {})
        self._said: set[str] | None = None
        self._places: dict[int, list[int]] | None = None  # literal -> where it stands in ``clean``
        self._tokens: dict[int, list[tuple[int, Near | None]]] = {}  # literal -> (number of a sentence, tokens)
        self._literals: dict[int, list[int]] | None = None  # phrase -> its literals that were found
        self._near_slips: dict[int, list[tuple[int, Near | None]]] = {}  # phrase -> (number of a sentence, tokens)
        self.phrases: set[int] = set().union(*map(part.users, {literal for _, literal in hits}))
        """The phrases that the text may hold."""
        otherwise = self._read_otherwise()
        if otherwise:
            self._add_read(otherwise)
            self.phrases.update(self._near_slips)

    def may_hold(self, phrase: int) -> bool:
        """A quick no for most: whether the text holds a word of each group of which a match of the phrase holds one."""
        if self._said is None:
            self._said = self._all_said()
        return not self._said or not any(map(self._said.isdisjoint, self.part.required(phrase)))

    def _all_said(self) -> set[str]:
        """All that the words of the text may be read as; nothing where letters beyond ASCII part words otherwise."""
        if not self._text.folded.isascii():
            return set()
        meant = [word for images in self.sayings.slips.values() for image in images for word in image.words]
        return said_by(self._words).union(meant)

    def near(self, phrase: int) -> Nearby:
        """Where matches of a phrase may start, by the number of their sentence; None for anywhere in it.

        In a short text that is anywhere in any: to know more costs more.
        """
        if phrase not in self.phrases or len(self._text.sentences) <= _SHORT:
            return None
        found: dict[int, list[Near] | None] = {}
        tokens = [self._of(literal) for literal in self._by_phrase().get(phrase, ())]
        for number, near in chain(*tokens, self._near_slips.get(phrase, ())):
            nearby = found.setdefault(number, None if near is None else [])
            if nearby is not None and near is not None:
                nearby.append(near)
        return found

    def _by_phrase(self) -> dict[int, list[int]]:
        """The literals of each phrase that were found."""
        if self._literals is None:
            self._literals = {}
            for literal in {literal for _, literal in self._hits}:
                for phrase in self.part.users(literal):
                    self._literals.setdefault(phrase, []).append(literal)
        return self._literals

    def _of(self, literal: int) -> list[tuple[int, Near | None]]:
        """Where a literal stands: the number of the sentence and the token."""
        if self._places is None:
            self._places = {}
            for (_, each), place in zip(self._hits, self._form.places([at for at, _ in self._hits]), strict=True):
                self._places.setdefault(each, []).append(place)
        if literal not in self._tokens:
            tokens = map(self._token, self._places[literal])
            self._tokens[literal] = [token for token in tokens if token is not None]
        return self._tokens[literal]

    def _token(self, place: int) -> tuple[int, Near | None] | None:
        """The number of the sentence and the token at a place of ``clean``; None where no sentence stands."""
        sentence = self._text.sentence_at(place)
        if sentence is None:
            return None
        if sentence.end - sentence.start < _BRIEF:
            return sentence.number, None
        return sentence.number, (None, max(bisect_right(sentence.starts, place) - 1, 0))

    def _read_otherwise(self) -> dict[bytes, list[bytes]]:
        """The words that literals may have otherwise than the text: slips, and the possessives of nouns."""
        slips = self.sayings.slips
        loose = {word: images for word, images in slips.items() if not self.part.slips.is_settled(word)}
        found = {scan_word(word): [scan_word(" ".join(each.words)) for each in loose[word]] for word in loose}
        for word, noun in _possessives(self._words, self._text.folded):
            found.setdefault(scan_word(word), []).append(scan_word(noun))
        return found

    def _add_read(self, read: dict[bytes, list[bytes]]) -> None:
        """Candidates around words that may be read otherwise."""
        spots = sorted({(at, word.count(b" ")) for word in read for at in self._form.all_of(word)})
        found = self._around(spots, read)
        places = self._form.places([at + 1 for at, _ in spots]) if found else []
        for number, literal in found:
            token = self._token(places[number])
            if token is not None:
                sentence, near = token
                reach = None if near is None else (max(near[1] - _REACH, 0), near[1])
                for phrase in self.part.users(literal):
                    self._near_slips.setdefault(phrase, []).append((sentence, reach))

    def _around(self, spots: list[tuple[int, int]], read: dict[bytes, list[bytes]]) -> set[tuple[int, int]]:
        """The literals around spots, by their number: one scan over the neighbourhoods, read in every way.

        Those that may be read in very many ways, or hold a word that its apostrophes part, are walked one by one.
        """
        parted = [b" %b " % word for word in read if b" " in word]
        pieces = max(word.count(b" ") for word in read) + 1
        lines: list[bytes] = []
        first: list[int] = []  # of each spot its first line
        found: set[tuple[int, int]] = set()
        known: dict[tuple[bytes, ...], set[int]] = {}
        for number, (at, more) in enumerate(spots):
            first.append(len(lines))
            words = self._form.around(at, _REACH * pieces, more)
            whole = not _holds(words, parted)
            if whole:
                words = self._form.around(at, _REACH)
            if whole and _count(words, read) <= _MOST_LINES:
                lines += set(map(b" ".join, product(*[(word, *read.get(word, ())) for word in words])))
                continue
            key = tuple(words)
            if key not in known:
                known[key] = self.part.runs.readings(_ways(words, read, pieces))
            found |= {(number, literal) for literal in known[key]}
        return found | {(bisect_right(first, line) - 1, literal) for literal, line in self._in_lines(lines)}

    def _in_lines(self, lines: list[bytes]) -> Iterator[tuple[int, int]]:
        """The literals in the lines, each with the number of its line."""
        data = b" %b " % b" \n ".join(lines)
        at = line = 0
        for end, literal in sorted((end, literal) for literal, end in self.part.scan(data)):
            line += data.count(b"\n", at, end)
            at = end
            yield literal, line


def _holds(words: list[bytes], parted: list[bytes]) -> bool:
    """Whether one of these parted words, a space around each, stands among the words."""
    line = b" %b " % b" ".join(words)
    return any(each in line for each in parted)


def _count(words: list[bytes], read: dict[bytes, list[bytes]]) -> int:
    """In how many ways the words may be read."""
    count = 1
    for word in words:
        count *= 1 + len(read.get(word, ()))
    return count


def _ways(words: list[bytes], read: dict[bytes, list[bytes]], pieces: int) -> list[list[tuple[bytes, int]]]:
    """For each word what may stand from there on, and for how many words: an apostrophe parts two, of ``pieces``."""
    ways = [[(word, 1)] for word in words]
    for place in range(len(words)):
        for length in range(1, min(pieces, len(words) - place) + 1):
            ways[place] += [(each, length) for each in read.get(b" ".join(words[place : place + length]), ())]
    return ways


def _possessives(words: set[str], folded: str) -> Iterator[tuple[str, str]]:
    """The words of a text that may be read as their noun alone, each with it: "lamp's", and "lamps" of "lamps' "."""
    if "'" not in folded:
        return
    for word in words:
        if "'" in word:
            yield from ((word, each[0]) for each in readings(word) if len(each) == 1)
    yield from ((word, word) for word in set(_plurals(folded)))


def _plurals(folded: str) -> Iterator[str]:
    """The words in "s" before an apostrophe that ends them, which the scan takes for a border."""
    at = folded.find("s'")
    while at >= 0:
        start = at
        while start and folded[start - 1].isalnum():
            start -= 1
        if start < at and not folded[at + 2 : at + 3].isalnum():
            yield folded[start : at + 1]
        at = folded.find("s'", at + 1)
