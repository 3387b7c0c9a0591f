"""From a conversation to findings: the way of every message, from the scan to the result.

scan      which phrases may stand in the messages to be judged, all messages at once (match/)
confirm   where they really stand; a message without a candidate ends here
judge     which of them stand in this context (judge.py: zones, conditions, patches, the longest of a place)
say       what to say instead, in the case and grammar of the place (say.py)
"""

from __future__ import annotations

from phraselint.engine.asked import Again, Asked, acts, conversation_of, ids, one_of
from phraselint.engine.context import Context, Given, Scene
from phraselint.engine.gates import Gate
from phraselint.engine.heard import Heard
from phraselint.engine.judge import NOTHING, judged
from phraselint.engine.report import Report
from phraselint.engine.result import Result, verdict
from phraselint.match.find import Matcher
from phraselint.match.phrasebook import ENTRY, Phrasebook
from phraselint.match.waited import Waited
from phraselint.model.conversation import CHANNELS, Conversation, Speaker
from phraselint.text.fold import MARKUPS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


class Linter:
    """Judges texts and conversations by one phrasebook. It reads no file, prints nothing and keeps no text."""

    __slots__ = ("_customers", "_known", "_matcher", "_speakers", "_waited", "book")

    def __init__(self, book: Phrasebook) -> None:
        """Raises TypeError for what is no phrasebook."""
        if not isinstance(book, Phrasebook):
            hint = f"; load({book!r}) gives one" if isinstance(book, str) else ""
            raise TypeError(f"expected a phrasebook, as load() gives it, not {type(book).__name__}{hint}")
        self._take(book)

    def _take(self, book: Phrasebook) -> None:
        self.book = book
        self._matcher = Matcher(book)
        self._customers = Matcher(book, customers=True)
        self._waited = Waited(book)
        self._known: frozenset[str] | None = None
        self._speakers = frozenset(book.meta.get("speakers", (Speaker.AGENT,)))

    def lint(  # noqa: PLR0913 - named options, each a thing that may be known of a text
        self,
        text: str | Conversation,
        *,
        markup: str | None = "plain",
        reply_to: str | Iterable[str] | None = None,
        channel: str | None = None,
        segment: str | None = None,
        only: Iterable[str] | None = None,
        ignore: Iterable[str] | None = (),
        trace: bool = False,
        draft: bool = False,
    ) -> Result:
        """The findings of a draft, or of a conversation: entries in the agents' messages, service rules in all.

        ``markup`` is "plain", "html" or "markdown", of all messages. ``reply_to`` (what the customer's last message
        does), ``channel`` and ``segment`` stand above what the conversation says. ``only`` and ``ignore`` are ids.
        With ``draft`` only the last message is judged, the others are its context. ``trace`` fills the reasons.
        None stands for an option that is not given. Raises InputError, with what would be right, for a value that an
        option does not have and for an id, a channel, a speaker or a segment that is none; TypeError for a text that is
        none.
        """
        conversation = conversation_of(text)
        marked = one_of(MARKUPS, markup, "markup") or "plain"
        given = Given(marked, acts(reply_to), one_of(CHANNELS, channel, "channel"), segment)
        one_of(self.book.segments, segment, "segment of this phrasebook")
        wanted, left_out = None if only is None else self._named(only), self._named(ignore)
        return self.relint(conversation, Asked(given, wanted, left_out, trace), draft)

    def _named(self, given: Iterable[str] | None) -> frozenset[str]:
        named = ids(given)
        if not self._ids().issuperset(named):
            for name in named:
                one_of(self._ids(), name, "entry or rule of this phrasebook")
        return frozenset(named)

    def _ids(self) -> frozenset[str]:
        if self._known is None:
            self._known = frozenset((*self.book.ids(), *self.book.rule_ids()))
        return self._known

    def relint(self, conversation: Conversation, asked: Asked, draft: bool) -> Result:
        """The findings; by a book that is made anew where an error comes of a damaged cache."""
        try:
            return self._found(conversation, asked, draft)
        except Exception:
            book = self.book.mended()
            if book is None:
                raise
            self._take(book)
            return self._found(conversation, asked, draft)

    def _found(self, conversation: Conversation, asked: Asked, draft: bool) -> Result:
        places = self._places(conversation, draft)
        scene = self._scanned(conversation, asked.given, places)
        contexts = [Context(scene, place) for place in range(len(conversation.messages))]
        found = {place: judged(contexts[place], asked.wants) for place in places if _may_hold(scene.heard[place])}
        gate = Gate(self._waited, contexts, found if asked.all else {}, draft)
        broken = gate.broken(asked.wants)
        report = Report(self.book, whole=asked.all)
        for place in sorted({*found, *broken}):
            report.add(contexts[place], found.get(place, NOTHING), broken.get(place, ()))
        report.mask()

        reasons = tuple(report.reasons) if asked.trace else ()
        step = verdict(report.findings, self.book.gate)
        silent = gate.silent(asked.wants)
        again = Again(self, conversation, asked)
        return Result(conversation, tuple(report.findings), tuple(report.excused), step, again, reasons, silent)

    def _scanned(self, conversation: Conversation, given: Given, places: list[int]) -> Scene:
        """The conversation with the messages at ``places`` scanned, all in one go."""
        matchers = {Speaker.CUSTOMER: self._customers}
        messages = conversation.messages
        heard = [Heard(each, matchers.get(each.speaker, self._matcher), given.markup) for each in messages]
        for place, found in zip(places, self._matcher.find_all(heard[n].folded for n in places), strict=True):
            heard[place].take(found)
        return Scene(conversation, heard, given)

    def _places(self, conversation: Conversation, draft: bool) -> list[int]:
        """The places of the messages to judge: the agents', and those of others that an entry asks for."""
        if draft:
            return [len(conversation.messages) - 1] if conversation.messages else []
        everyone = "any" in self._speakers
        return [n for n, each in enumerate(conversation.messages) if everyone or each.speaker in self._speakers]


def _may_hold(heard: Heard) -> bool:
    """Whether a message has anything to judge: most have not."""
    return heard.found.any(ENTRY) or heard.suppressions is not None
