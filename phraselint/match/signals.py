"""The signals of one text: phrase by phrase where few texts are asked about, all at once where many are."""

from __future__ import annotations

from phraselint.match.candidates import Candidates
from phraselint.match.confirm import Sayings, confirmed, foreign_letter
from phraselint.match.matches import Match, in_order
from phraselint.match.phrasebook import LISTEN
from phraselint.text.contractions import distinct_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

    from phraselint.match.confirm import Nearby
    from phraselint.match.listening import Listening
    from phraselint.match.scanform import ScanForm
    from phraselint.match.together import Asks
    from phraselint.text.fold import Folded
    from phraselint.text.words import Sentence

    Stand = tuple[Sentence, int, int, int]
    """A phrase in a sentence: the phrase, and the tokens that it covers, half-open."""


class Signals:
    """What a text says of all that conditions and rules listen for; a signal is confirmed when first asked for."""

    __slots__ = (
        *("_asks", "_book", "_found", "_listening", "_matches", "_part", "_sayings", "_text", "_together", "_words"),
        "heard",
    )

    def __init__(self, listening: Listening, text: Folded, form: Callable[[], ScanForm]) -> None:
        """``form`` gives the text in the form of the scan, where that is needed."""
        self._listening = listening
        self._book = book = listening.book
        self._text = text
        self._part = book.part(LISTEN)
        self._sayings: Sayings | None = None
        self._words: frozenset[str] | None = None
        """All that its words may be read as."""
        self._matches: dict[str, list[Match]] = {}
        self._found: dict[str, list[Stand]] = {}
        """Where the signals stand that were found at once."""
        self._together = listening.together()
        self._asks: Mapping[int, Nearby] = self._listen() if self._together else self._scan(form())
        """The phrases that are to be confirmed one by one, and where."""
        names = book.signal_names()
        left = self._together.left_out if self._together else ()
        self.heard = {names[phrase] for phrase in self._asks}.union(self._found, left)
        """The signals that the text may hold: a quick no for most."""

    def of(self, name: str) -> list[Match]:
        """The matches of one signal, by start, end and phrase."""
        if name not in self.heard:
            return []
        if name not in self._matches:
            self._listening.asked_for(name)
            phrases: Collection[int] = self._book.signal(name)
            if self._together is None or name not in self._together.left_out:
                phrases = self._asks.keys() & phrases if self._asks else ()
            alone = [match for phrase in phrases if self._may_say(phrase) for match in self._confirmed(phrase)]
            self._matches[name] = in_order([*self._matched(self._found.get(name, ())), *alone])
        return self._matches[name]

    def _scan(self, form: ScanForm) -> dict[int, Nearby]:
        """The phrases that the scan proposes."""
        hits = self._part.scan(form.data)
        starts = sorted((end - self._part.lengths[literal] + 1, literal) for literal, end in hits)
        candidates = Candidates(self._part, form, starts)
        self._sayings = candidates.sayings
        return dict.fromkeys(self._part.always) | {phrase: candidates.near(phrase) for phrase in candidates.phrases}

    def _listen(self) -> Mapping[int, Nearby]:
        """Finds all phrases at once; gives those that are left."""
        assert self._together
        asks: Asks = {}
        find = self._together.find
        found = [(sentence, find(sentence, asks)) for sentence in self._text.sentences]
        names = self._book.signal_names()
        for sentence, stands in found:
            for phrase, first, last in stands:
                if phrase in asks:  # one way through it has a slot: all its places are confirmed together
                    asks[phrase].setdefault(sentence.number, []).append((first, first))
                else:
                    self._found.setdefault(names[phrase], []).append((sentence, phrase, first, last))
        return asks

    def _matched(self, stands: Iterable[Stand]) -> Iterator[Match]:
        for sentence, phrase, first, last in stands:
            start, end = self._text.span(sentence.starts[first], sentence.ends[last - 1])
            if not foreign_letter(self._part.phrase(phrase), sentence, first, last, start, end):
                yield Match(phrase, sentence, first, last, start, end)

    def _may_say(self, phrase: int) -> bool:
        """Whether the text holds a word of each group that a phrase needs: of most phrases it does not."""
        if self._words is None:
            said = [image.words for images in self._slipped().slips.values() for image in images]
            self._words = frozenset().union(*said, *[sentence.bag for sentence in self._text.sentences])
        return not any(map(self._words.isdisjoint, self._part.required(phrase)))

    def _slipped(self) -> Sayings:
        if self._sayings is None:
            self._sayings = Sayings(self._part.slips.slipped(distinct_words(self._text.folded)))
        return self._sayings

    def _confirmed(self, phrase: int) -> Iterator[Match]:
        return confirmed(phrase, self._part, self._text, self._slipped(), self._asks.get(phrase))
