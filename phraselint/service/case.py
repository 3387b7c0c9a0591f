"""What a check sees: a conversation, its messages with what was found in them, and its facts, each worked out once.

A check is a pure function ``check(case, settings) -> Iterator[Fault]``. It holds no phrases of its own: what it listens
for are signals (lexicon/signals.yaml, or ``signals:`` of the rule's YAML), what the phrasebook flags are ``verdicts``.
"""

from __future__ import annotations

from bisect import bisect_left

from phraselint.model.conversation import Channel
from phraselint.model.findings import Evidence
from phraselint.model.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from typing import Any, Protocol, TypeVar, TypeVarTuple

    from phraselint.match.matches import Match
    from phraselint.model.conversation import Conversation, Message, Speaker
    from phraselint.text.fold import Folded
    from phraselint.text.words import Sentence

    class Said(Protocol):
        """One message as a check sees it. Offsets are code points of ``message.text``, half-open."""

        @property
        def message(self) -> Message:
            """The message itself."""

        @property
        def folded(self) -> Folded:
            """The text, folded, with its sentences."""

        def signal(self, name: str) -> Sequence[Match]:
            """Where a signal stands in the writer's own words, in order."""

        def own(self, start: int, end: int) -> bool:
            """Whether a stretch is the writer's own words: not quoted, forwarded, code or signature."""

        def own_sentences(self) -> Sequence[Sentence]:
            """The sentences that are the writer's own and hold a word."""

        def verdicts(self) -> Sequence[Verdict]:
            """What the phrasebook's entries found in it, standing and excused."""

    Found = TypeVar("Found")
    About = TypeVarTuple("About")
    Check = Callable[["Case", Mapping[str, Any]], Iterator["Fault"]]
    """A rule carried out: what breaks it in a conversation, under its settings."""


class Verdict(NamedTuple):
    """What the engine said of one match of an entry: its place in the message, and why it was excused, if it was.

    ``by`` names the condition of ``unless`` that excused it.
    """

    rule: str
    category: str
    start: int
    end: int
    excused: str
    by: str = ""


class Fault(NamedTuple):
    """One rule broken at one place: the message (counted from 0), the stretch of its text, and what makes it true.

    ``values`` fill the {blanks} of the rule's ``says`` and ``suggest``.
    """

    message: int
    start: int
    end: int
    evidence: tuple[Evidence, ...] = ()
    values: Mapping[str, str] = {}


class Case:
    """A conversation with what was said, and facts that several rules share.

    ``draft`` is the place of the draft where only that message is judged. ``team`` is what the phrasebook says of the
    team (time_zone, hours, holidays).
    """

    def __init__(
        self,
        conversation: Conversation,
        said: Sequence[Said],
        team: Mapping[str, Any],
        channel: str | None = None,
        draft: int | None = None,
    ) -> None:
        self.conversation = conversation
        self.said = said
        self.team = team
        self.draft = draft
        self._channel = channel
        self._facts: dict[object, Any] = {}
        self._notes: set[int] | None = None
        self._places: dict[tuple[Speaker, ...], tuple[int, ...]] = {}

    def channel(self, place: int) -> str | None:
        """Where a message was written."""
        return self._channel or self.said[place].message.channel or self.conversation.channel

    def internal(self, place: int) -> bool:
        """Whether only colleagues see a message: a note is no reply."""
        if self._notes is None:
            self._notes = {n for n in range(len(self.said)) if self.channel(n) == Channel.INTERNAL}
        return place in self._notes

    def speaker(self, place: int) -> Speaker:
        """Who wrote a message."""
        return self.said[place].message.speaker

    def places(self, *speakers: Speaker) -> tuple[int, ...]:
        """The places of the messages of these speakers, counted out once: checks ask at every message."""
        if speakers not in self._places:
            of_these = (place for place, each in enumerate(self.said) if each.message.speaker in speakers)
            self._places[speakers] = tuple(of_these)
        return self._places[speakers]

    def before(self, place: int, *speakers: Speaker) -> tuple[int, ...]:
        """The places of the messages of these speakers before one."""
        places = self.places(*speakers)
        return places[: bisect_left(places, place)]

    def latest(self, place: int, *speakers: Speaker) -> list[Said]:
        """The latest message of these speakers before one; none where there is none."""
        places = self.places(*speakers)
        at = bisect_left(places, place)
        return [self.said[each] for each in places[max(at - 1, 0) : at]]

    def next_after(self, place: int, *speakers: Speaker) -> int | None:
        """The place of the next message of these speakers after one."""
        places = self.places(*speakers)
        at = bisect_left(places, place + 1)
        return places[at] if at < len(places) else None

    def worded(self, place: int) -> bool:
        """Whether a message holds a letter or a figure: an attachment alone, or a thumb, is no reply to be judged."""
        return any(map(str.isalnum, self.said[place].message.text))

    def outward(self, *speakers: Speaker) -> list[int]:
        """The places of the messages of these speakers that hold a word and are no notes among colleagues."""
        return [place for place in self.places(*speakers) if self.worded(place) and not self.internal(place)]

    def judged(self, *speakers: Speaker) -> Iterator[int]:
        """The places of the messages to judge: of these speakers, and of a draft only the draft."""
        return (place for place in self.places(*speakers) if self.judges(place))

    def replies(self, *speakers: Speaker) -> Iterator[int]:
        """The places of the messages to judge that the customer reads: no notes among colleagues."""
        return (place for place in self.judged(*speakers) if not self.internal(place))

    def judges(self, *places: int) -> bool:
        """Whether one of these messages is to be judged: any may be, where no draft is."""
        return bool(places) and (self.draft is None or self.draft in places)

    def fact(self, made: Callable[[Case, *About], Found], *about: *About) -> Found:
        """What a function makes of the case, and of ``about`` (hashable): made once, shared by all rules."""
        key = (made, *about) if about else made
        if key not in self._facts:
            self._facts[key] = made(self, *about)
        found: Found = self._facts[key]
        return found

    def evidence(self, place: int, start: int, end: int) -> Evidence:
        """A stretch of a message as evidence."""
        message = self.said[place].message
        turn = place if message.turn is None else message.turn
        return Evidence(self.conversation.id, turn, None, start, end, message.text[start:end])

    def field_evidence(self, name: str, value: str) -> Evidence:
        """A field of the conversation as evidence."""
        return Evidence(self.conversation.id, None, name, None, None, value)


TICKETS = (Channel.EMAIL, Channel.TICKET)
"""Tickets count as e-mail."""
