"""One message as the engine knows it: folded, scanned, and with the places that are not its writer's own words.

Everything is made when first asked for, so that a message without a candidate costs its fold and its scan.
"""

from __future__ import annotations

from phraselint.engine.cover import Cover, Covering
from phraselint.match.execution import stretches
from phraselint.text.fold import Folded, fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from phraselint.engine.suppress import Suppressions
    from phraselint.match.find import Found, Matcher
    from phraselint.match.matches import Match
    from phraselint.match.phrasebook import Phrasebook
    from phraselint.model.conversation import Message
    from phraselint.text.pasted import Passage
    from phraselint.text.words import Sentence

    Reference = int | Mapping[str, str]
    """A value of a condition that is no fixed word: the number of a pattern, {"entry": id} or {"signal": name}."""

    Stretch = tuple[int, int]
    """Tokens of a sentence, half-open."""


class Heard:
    """A message with its matches, and the places that are not its writer's own words."""

    __slots__ = (
        "_folded",
        "_found",
        "_matcher",
        "_numbers",
        "_passages",
        "_places",
        "_said",
        "_suppressions",
        "_zones",
        "markup",
        "message",
    )

    def __init__(self, message: Message, matcher: Matcher, markup: str = "plain") -> None:
        self.message = message
        self.markup = markup
        self._matcher = matcher
        self._folded: Folded | None = None
        self._found: Found | None = None
        self._zones: Cover | None = None
        self._passages: tuple[Passage, ...] | None = None
        self._suppressions: Suppressions | None = None
        self._places: dict[str, dict[int, list[Stretch]]] = {}
        self._said: dict[tuple[int, int], list[Stretch]] = {}
        self._numbers: dict[int, set[int]] = {}

    @property
    def book(self) -> Phrasebook:
        """The phrasebook that the message is read with."""
        return self._matcher.book

    @property
    def folded(self) -> Folded:
        """The text, folded."""
        if self._folded is None:
            self._folded = fold(self.message.text, self.markup)
        return self._folded

    @property
    def found(self) -> Found:
        """What the scan finds in it; ``take`` gives it where many messages were scanned at once."""
        if self._found is None:
            self._found = self._matcher.find(self.folded)
        return self._found

    def take(self, found: Found) -> None:
        """Keeps what a scan of many messages found in this one."""
        self._found = found

    @property
    def suppressions(self) -> Suppressions | None:
        """The suppressions of a text with markup, if it holds any."""
        if self._suppressions is None and self.markup != "plain" and "phraselint" in self.message.text.lower():
            from phraselint.engine.suppress import Suppressions

            self._suppressions = Suppressions(self.message.text, self.folded.unread())
        return self._suppressions

    @property
    def passages(self) -> tuple[Passage, ...]:
        """Its sentences and lines, but for short ones, to be known again where another message repeats them."""
        if self._passages is None:
            from phraselint.text.pasted import passages_of

            sentences = (self.folded.span(each.start, each.end) for each in self.folded.sentences)
            self._passages = tuple(passages_of(self.message.text, sentences))
        return self._passages

    def foreign(self, start: int, end: int) -> str:
        """Why ``start:end`` of the original is not the writer's own ("quote", "forwarded", ...); "" where it is."""
        return self._cover().touching(start, end)

    @property
    def quotes(self) -> bool:
        """Whether anything in it is not its writer's own."""
        return bool(self._cover())

    def _cover(self) -> Cover:
        if self._zones is None:
            self._zones = Cover(Covering(*zone) for zone in self.folded.zones)
        return self._zones

    def stretches(self, reference: Reference, sentence: Sentence) -> list[Stretch]:
        """Where a sentence of this message holds a pattern, entry or signal: its tokens, half-open.

        Of an entry, what its own conditions excuse counts too; of entries and signals, the writer's own words only.
        """
        if not isinstance(reference, int):
            return self._matches(reference).get(sentence.number, [])
        key = reference, sentence.number
        if key not in self._said:
            program = self.book.contexts.of(reference, sentence)
            self._said[key] = stretches(program, sentence) if program else []
        return self._said[key]

    def numbers(self, reference: Reference) -> Collection[int]:
        """The numbers of the sentences, of the writer's own, that hold a pattern, entry or signal."""
        if not isinstance(reference, int):
            return self._matches(reference).keys()
        if reference not in self._numbers:
            own = (each for each in self.folded.sentences if self._own(each))
            self._numbers[reference] = {each.number for each in own if self.stretches(reference, each)}
        return self._numbers[reference]

    def asks(self) -> bool:
        """Whether one of the writer's own sentences ends in a question mark."""
        return "?" in self.folded.clean and any(each.question for each in self.folded.sentences if self._own(each))

    def _own(self, sentence: Sentence) -> bool:
        """Whether a sentence is not wholly someone else's; a quoted word does not make it so."""
        return not self._cover().holding(*self.folded.span(sentence.start, sentence.end))

    def _matches(self, reference: Mapping[str, str]) -> dict[int, list[Stretch]]:
        """The matches of an entry or a signal in the writer's own words, by the number of their sentence."""
        kind = "entry" if "entry" in reference else "signal"
        key = f"{kind} {reference[kind]}"
        if key not in self._places:
            found = (self._of_entry if kind == "entry" else self._of_signal)(reference[kind])
            places = self._places.setdefault(key, {})
            for match in found:
                if not self.foreign(match.start, match.end):
                    places.setdefault(match.sentence.number, []).append((match.first, match.last))
        return self._places[key]

    def _of_entry(self, name: str) -> list[Match]:
        return [match for match in self.found.entries if self.book.phrase(match.phrase)["name"] == name]

    def _of_signal(self, name: str) -> list[Match]:
        return self.found.signal(name)
