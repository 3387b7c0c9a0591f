"""Which service rules are worth asking about a conversation: those with what they need and a trigger in sight.

On the cold path: a draft that holds no trigger loads no check.
"""

from __future__ import annotations

from phraselint.engine.told import Told
from phraselint.engine.triggers import SHAPES, TRIGGERS
from phraselint.model.conversation import COMPANY, Channel, Speaker
from phraselint.model.errors import MissingExtra
from phraselint.model.values import NamedTuple
from phraselint.service.case import TICKETS, Case

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from phraselint.engine.context import Context, Scene
    from phraselint.engine.judge import Judgements
    from phraselint.engine.rules import Broken
    from phraselint.match.waited import Held, Waited

    Rule = Mapping[str, Any]
    """A rule with its needs and triggers, as match/records.py writes it."""

ELSEWHERE = ""
"""A rule that is not about such a conversation: it is not asked, and that is nothing to tell."""

LATE = ("nlp",)
"""Needs that cost more than the triggers: only the check itself, once it is asked, tells that they are missing."""

_KNOWN = frozenset(("channel-internal", "customer-name"))
"""Needs that a draft alone meets where it says where it goes, and to whom."""

WITHOUT_A_LIBRARY = "because this machine lacks an optional library"
WITHOUT_A_CHECK = "without a check"


class Silence(NamedTuple):
    """A rule that could not judge a conversation, and what it lacked."""

    rule: str
    reason: str


class Gate:
    """One conversation before its rules. ``draft`` is the place of the draft where only that message is judged."""

    __slots__ = (
        *(
            "_asked_for",
            "_case",
            "_heard",
            "_held",
            "_judged",
            "_lacks",
            "_waited",
            "_without",
        ),
        *("book", "draft", "told"),
    )

    def __init__(self, waited: Waited, contexts: list[Context], found: Mapping[int, Judgements], draft: bool) -> None:
        """``waited`` are the texts that the book's rules wait for.

        ``found`` holds what all entries found, where that has been judged.
        """
        self.book = waited.book
        self._waited = waited
        self.told = [Told(context, found.get(place)) for place, context in enumerate(contexts)]
        self.draft = len(contexts) - 1 if draft and contexts else None
        self._case: Case | None = None
        self._without: dict[str, str] = {}
        self._lacks: dict[str, str | None] = {}
        self._judged: list[int] | None = None
        self._heard: dict[bool, set[str]] = {}
        self._asked_for: list[tuple[Rule, str | None]] | None = None
        self._held: Held | None = None

    @property
    def case(self) -> Case:
        """What the checks see."""
        if self._case is None:
            scene = self.scene
            self._case = Case(scene.conversation, self.told, self.book.meta["team"], scene.given.channel, self.draft)
        return self._case

    @property
    def scene(self) -> Scene:
        """The conversation around the messages."""
        return self.told[0].context.scene

    def broken(self, wanted: Callable[[str], bool]) -> dict[int, list[Broken]]:
        """What the wanted rules find, by message; a rule whose trigger is not there is not even loaded."""
        found: dict[int, list[Broken]] = {}
        for rule, lack in self._asked(wanted):
            if lack is None and self._triggered(rule):
                for each in self._broken(rule):
                    if self.draft in (None, each.fault.message):
                        found.setdefault(each.fault.message, []).append(each)
        return found

    def silent(self, wanted: Callable[[str], bool]) -> tuple[Silence, ...]:
        """The wanted rules that lack what they need; libraries are missed by rules that ``broken`` has asked."""
        lacking = ((rule["id"], lack or self._without.get(rule["id"])) for rule, lack in self._asked(wanted))
        return tuple([Silence(rule, reason) for rule, reason in lacking if reason])

    def _asked(self, wanted: Callable[[str], bool]) -> list[tuple[Rule, str | None]]:
        """The wanted rules that the phrasebook has not switched off, each with what it lacks."""
        if self._asked_for is None:
            rules = [rule for rule in self.book.rules_on() if wanted(rule["id"])] if self.told else []
            self._asked_for = [(rule, self._lack(rule["needs"])) for rule in rules]
        return self._asked_for

    def _broken(self, rule: Rule) -> list[Broken]:
        """What one rule finds; nothing, with the reason kept, where it cannot be carried out here."""
        from phraselint.engine.rules import broken
        from phraselint.service.checks import NoCheck

        try:
            return list(broken(rule["id"], self))
        except MissingExtra as error:
            self._without[rule["id"]] = f"{WITHOUT_A_LIBRARY}: {error}"
        except NoCheck as error:
            self._without[rule["id"]] = f"{WITHOUT_A_CHECK}: {error}"
        return []

    def _lack(self, needs: list[str]) -> str | None:
        """What of a rule's needs the conversation has not, in words; None where it has all."""
        for need in needs:
            if need in LATE:
                continue
            if need not in self._lacks:
                self._lacks[need] = NEEDS[need](self)
            if self._lacks[need] is not None:
                return self._lacks[need]
        return None

    def judged(self) -> list[int]:
        """The places of the company's messages that are judged."""
        if self._judged is None:
            own = (n for n, each in enumerate(self.told) if each.message.speaker in COMPANY)
            self._judged = [n for n in own if self.draft is None or n == self.draft]
        return self._judged

    def held(self) -> Held:
        """What the messages that are judged hold of the texts that rules wait for."""
        if self._held is None:
            self._held = self._waited.held_by("\0".join([self.told[n].message.text for n in self.judged()]))
        return self._held

    def says(self, company: bool, name: str) -> bool:
        """Whether a signal stands in a message of the company's that is judged, or in one of the customer's."""
        places = self.judged() if company else self.scene.customers
        if company not in self._heard:
            self._heard[company] = set().union(*(self.told[n].heard for n in places))
        return name in self._heard[company] and any(self.told[n].signal(name) for n in places)

    def channels(self) -> set[str | None]:
        """Where the judged messages were written; None where that is not known."""
        return {self.told[n].context.channel for n in self.judged()}

    def _triggered(self, rule: Rule) -> bool:
        """Whether a trigger is there.

        A draft without its conversation is asked only for what its letters show, and by rules that need no more than to
        know whom it goes to.
        """
        triggers = rule["triggers"]
        if self.alone() and _KNOWN.isdisjoint(rule["needs"]):
            triggers = [trigger for trigger in triggers if trigger.keys() <= SHAPES]
        elif not triggers:
            return True
        for trigger in triggers:
            for kind, value in trigger.items():
                if TRIGGERS[kind](self, value):
                    return True
        return False

    def alone(self) -> bool:
        """Whether there is nothing but one message of an agent: a draft without its conversation."""
        return len(self.told) == 1 and self.told[0].message.speaker is Speaker.AGENT


def _message(_: Gate) -> str | None:
    return None


def _conversation(gate: Gate) -> str | None:
    return "of a single message" if gate.alone() else None


def _timestamps(gate: Gate) -> str | None:
    return None if all(each.message.timestamp for each in gate.told) else "without timestamps"


def _customer_name(gate: Gate) -> str | None:
    """The record's name, or one that the messages tell."""
    if gate.scene.conversation.customer.name:
        return None
    if gate.scene.customers:
        from phraselint.service.people import customer_names

        if gate.case.fact(customer_names):
            return None
    return "without the customer's name"


def _channel_mail(gate: Gate) -> str | None:
    return _on_channels(gate, TICKETS)


def _channel_internal(gate: Gate) -> str | None:
    return _on_channels(gate, (Channel.INTERNAL,))


def _on_channels(gate: Gate, meant: tuple[Channel, ...]) -> str | None:
    channels = gate.channels()
    if channels.intersection(meant):
        return None
    return "without a channel" if None in channels else ELSEWHERE


NEEDS: dict[str, Callable[[Gate], str | None]] = {
    "message": _message,
    "conversation": _conversation,
    "timestamps": _timestamps,
    "customer-name": _customer_name,
    "channel-email": _channel_mail,
    "channel-internal": _channel_internal,
}
"""What a conversation lacks of a need, in words; None where it has it, ELSEWHERE where the rule is about others."""
