"""What is known around one message: who speaks to whom, where, and what the customer's last messages do.

What is not known (a draft without a conversation, no channel) is None and satisfies no condition.
"""

from __future__ import annotations

from bisect import bisect_left

from phraselint.engine.cover import Cover, Covering
from phraselint.model.conversation import ACTS, Conversation, Speaker
from phraselint.model.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from phraselint.engine.heard import Heard, Reference
    from phraselint.text.zones import Zone


MOODS = ("upset", "pleased")
"""How a customer's message may sound, the one that decides first; each is the name of a signal."""

MOCKERY = {"thanks": "mock-thanks", "apology": "mock-apology"}
"""What makes a sentence of thanks or of an apology a complaint ("thanks for nothing"): by act, the name of a signal."""

REPROACHES = (*MOCKERY.values(), "asked-again")
"""The signals that make a message a complaint, beside the one of that name."""

MOOD_MEMORY = 3
"""How many of the customer's messages back a mood is remembered."""

RUN_MEMORY = 10
"""How many unanswered messages of the customer are read as one."""


class Given(NamedTuple):
    """What the caller says of the text, above what the conversation says itself."""

    markup: str = "plain"
    reply_to: frozenset[str] | None = None
    channel: str | None = None
    segment: str | None = None


class Scene:
    """One conversation, and what is worked out once for all its messages."""

    __slots__ = ("_customers", "_first_said", "_replies", "conversation", "given", "heard")

    def __init__(self, conversation: Conversation, heard: list[Heard], given: Given) -> None:
        self.conversation = conversation
        self.heard = heard
        self.given = given
        self._replies: tuple[int, int] | None = None
        self._customers: list[int] | None = None
        self._first_said: dict[tuple[int | str, Speaker], int] = {}

    @property
    def replies(self) -> tuple[int, int]:
        """The places of the first and the last message of an agent after the customer has spoken; (-1, -1) if none."""
        if self._replies is None:
            speakers = [message.speaker for message in self.conversation.messages]
            opened = speakers.index(Speaker.CUSTOMER) if Speaker.CUSTOMER in speakers else len(speakers)
            answers = [place for place in range(opened, len(speakers)) if speakers[place] is Speaker.AGENT]
            self._replies = (answers[0], answers[-1]) if answers else (-1, -1)
        return self._replies

    @property
    def customers(self) -> list[int]:
        """The places of the customer's messages."""
        if self._customers is None:
            messages = self.conversation.messages
            self._customers = [n for n, each in enumerate(messages) if each.speaker is Speaker.CUSTOMER]
        return self._customers

    def customers_before(self, place: int, most: int) -> list[int]:
        """The places of the customer's messages before ``place``, the newest first, at most so many."""
        last = bisect_left(self.customers, place)
        return self.customers[max(last - most, 0) : last][::-1]

    def first_said(self, reference: Reference, speaker: Speaker) -> int:
        """The place of the first message of that speaker that says it; the number of messages if none does."""
        key = reference if isinstance(reference, int) else str(reference), speaker
        if key not in self._first_said:
            own = (n for n, each in enumerate(self.heard) if each.message.speaker is speaker)
            places = (n for n in own if self.heard[n].numbers(reference))
            self._first_said[key] = next(places, len(self.heard))
        return self._first_said[key]


class Context:
    """What conditions may ask about one message of a scene."""

    __slots__ = ("_moods", "_pasted", "_reply_to", "place", "scene")

    def __init__(self, scene: Scene, place: int) -> None:
        self.scene = scene
        self.place = place
        self._reply_to: frozenset[str] | None = None
        self._moods: frozenset[str] | None = None
        self._pasted: Cover | None = None

    def foreign(self, start: int, end: int) -> str:
        """Why ``start:end`` of the text is not the writer's own words, what was pasted from the customer's included."""
        return self.heard.foreign(start, end) or self._pasted_from_customer().touching(start, end)

    @property
    def pastes(self) -> bool:
        """Whether anything was pasted from the customer's messages."""
        return bool(self._pasted_from_customer())

    def _pasted_from_customer(self) -> Cover:
        if self._pasted is None:
            self._pasted = Cover(Covering(*zone) for zone in self._pasted_zones())
        return self._pasted

    def _pasted_zones(self) -> list[Zone]:
        recent = self.scene.customers_before(self.place, RUN_MEMORY)
        if not recent or not self.heard.passages:
            return []
        from phraselint.text.pasted import pasted_spans

        return pasted_spans(self.heard.passages, [self.scene.heard[place].passages for place in recent])

    @property
    def heard(self) -> Heard:
        """The message itself."""
        return self.scene.heard[self.place]

    @property
    def speaker(self) -> Speaker:
        """Who wrote it."""
        return self.heard.message.speaker

    @property
    def channel(self) -> str | None:
        """Where it was written."""
        return self.scene.given.channel or self.heard.message.channel or self.scene.conversation.channel

    @property
    def segment(self) -> str | None:
        """Who the customer is, in the phrasebook's own names."""
        return self.scene.given.segment or self.scene.conversation.segment

    @property
    def positions(self) -> frozenset[str] | None:
        """``first_reply`` or a later ``reply``, the last one ``last_reply`` too; none before the customer speaks."""
        if len(self.scene.heard) < 2:
            return None
        first, last = self.scene.replies
        if self.speaker is not Speaker.AGENT or not 0 <= first <= self.place:
            return frozenset()
        name = "first_reply" if self.place == first else "reply"
        return frozenset((name, "last_reply")) if self.place == last else frozenset((name,))

    @property
    def reply_to(self) -> frozenset[str] | None:
        """What the customer's last message does; a run of messages is read as one."""
        if self.scene.given.reply_to is not None:
            return self.scene.given.reply_to
        if self._reply_to is None:
            run = self._last_run()
            if not run:
                return None
            acts = {act for act in ACTS if any(_does(each, act) for each in run)}
            if any(each.asks() for each in run):
                acts.add("question")
            if any(each.numbers({"signal": name}) for each in run for name in REPROACHES):
                acts.add("complaint")
            self._reply_to = frozenset(acts or {"none"})
        return self._reply_to

    @property
    def moods(self) -> frozenset[str] | None:
        """How the customer sounds: the newest of the last messages that shows a mood decides, else ``neutral``."""
        if self._moods is None:
            recent = self.scene.customers_before(self.place, MOOD_MEMORY)
            if not recent:
                return None
            heard = [self.scene.heard[place] for place in recent]
            shown = (mood for each in heard for mood in MOODS if each.numbers({"signal": mood}))
            self._moods = frozenset((next(shown, "neutral"),))
        return self._moods

    def said_earlier(self, reference: Reference) -> bool | None:
        """Whether an earlier message of the same speaker says it; None where there is no earlier message."""
        return self.scene.first_said(reference, self.speaker) < self.place if self.place else None

    def _last_run(self) -> list[Heard]:
        """The customer's last message with those just before it that no agent has answered in between."""
        heard = self.scene.heard
        run: list[Heard] = []
        for place in self.scene.customers_before(self.place, RUN_MEMORY):
            between = heard[place + 1 : place + 1 + RUN_MEMORY] if run else []
            if any(each.message.speaker is Speaker.AGENT for each in _until_customer(between)):
                break
            run.append(heard[place])
        return run


def _does(heard: Heard, act: str) -> bool:
    """Whether a sentence of the message does it, and means it."""
    numbers = heard.numbers({"signal": act})
    mocked = heard.numbers({"signal": MOCKERY[act]}) if numbers and act in MOCKERY else ()
    return not set(numbers) <= set(mocked)


def _until_customer(heard: list[Heard]) -> list[Heard]:
    """Those before the next message of a customer."""
    stop = next((n for n, each in enumerate(heard) if each.message.speaker is Speaker.CUSTOMER), len(heard))
    return heard[:stop]
