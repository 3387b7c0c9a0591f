"""Rules about the customer's effort: asks-again, human-request-ignored, passed-around."""

from __future__ import annotations

from phraselint.model.conversation import COMPANY, Channel, Speaker
from phraselint.service.case import Fault
from phraselint.service.phones import may_hold_phone
from phraselint.service.spots import covered, hears, sentences, stretches, touches, whole, within
from phraselint.service.turns import exchanges

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Any

    from phraselint.model.findings import Evidence
    from phraselint.service.asking import Ask
    from phraselint.service.case import Case, Said
    from phraselint.service.given import Given
    from phraselint.service.pushes import Sending


# --- asks-again -------------------------------------------------------------------------------------------------------


def asks_again(case: Case, settings: Mapping[str, Any]) -> Iterator[Fault]:
    """Asks for what the customer gave before, or the record holds: one finding a sentence, on the words that ask."""
    from phraselint.service.asking import asked
    from phraselint.service.given import given_values, held_values
    from phraselint.service.shapes import shapes_of

    places = set(case.judged(*COMPANY))
    asks = [each for each in case.fact(asked) if each.message in places]
    asks = [each for each in asks if each.kind not in settings["security_questions"]]
    if not asks:
        return
    given = [*case.fact(given_values, shapes_of(settings)), *held_values(case, settings["fields"])]
    again: dict[tuple[int, int], list[tuple[Ask, Given]]] = {}
    for ask in asks:
        known = _known(case, ask, given)
        if known is not None:
            again.setdefault((ask.message, ask.sentence), []).append((ask, known))
    for each in again.values():
        yield _asked_again(case, each, settings["names"])


def _asked_again(case: Case, again: list[tuple[Ask, Given]], names: Mapping[str, str]) -> Fault:
    asks = [ask for ask, _ in again]
    what = dict.fromkeys(names.get(ask.kind, ask.kind) for ask in asks)
    values = dict.fromkeys(" ".join(known.value.split()) for _, known in again)
    return Fault(
        asks[0].message,
        min(ask.start for ask in asks),
        max(ask.end for ask in asks),
        tuple(dict.fromkeys(_where(case, known) for _, known in again)),
        {"what": " and ".join(what), "value": ", ".join(values)},
    )


def _where(case: Case, known: Given) -> Evidence:
    if known.message is None:
        return case.field_evidence(known.field or "", known.value)
    return case.evidence(known.message, known.start, known.end)


def _known(case: Case, ask: Ask, given: Iterable[Given]) -> Given | None:
    """What the customer had given before of what is asked for; None where it is new, or fair to ask."""
    from phraselint.service.fairness import fair, is_model
    from phraselint.service.renewed import of_now

    before = [each for each in given if each.kind == ask.kind and (each.message is None or each.message < ask.message)]
    if ask.kind == "product":
        before = [each for each in before if is_model(each)] or before
    before = before[:_MANY] + before[_MANY:][-_MANY:]
    before = of_now(case, before) or before
    known = [each for each in before if each.message is not None] or before
    if not known or fair(case, ask, before):
        return None
    return known[0]


_MANY = 10  # values of a kind that a customer gave first, and as many last: what stands between them tells no more


# --- human-request-ignored --------------------------------------------------------------------------------------------

_CALL, _BOSS, _PERSON = (f"human-request-ignored/{each}" for each in ("call", "boss", "person"))
WISHES = (_CALL, _BOSS, _PERSON)
"""The signals of what a customer may ask for; a call tells the most."""


def human_request_ignored(case: Case, settings: Mapping[str, Any]) -> Iterator[Fault]:
    """The next reply after a request for a person, a supervisor or a call that does nothing about it."""
    judged = set(case.judged(*COMPANY))
    for run, after in exchanges(case, *COMPANY, Speaker.SYSTEM):
        replies = _spoken(case, after)
        wished = next(((place, wish) for place in run if (wish := _wish(case.said[place]))), None)
        if wished is None or not replies or replies[0] not in judged:
            continue
        place, (name, start, end) = wished
        if not _granted(case, name, place, replies):
            what = settings["names"][name.rpartition("/")[2]]
            evidence = (case.evidence(place, start, end),)
            yield Fault(replies[0], *whole(case.said[replies[0]]), evidence, {"what": what})


def _spoken(case: Case, replies: list[int]) -> list[int]:
    """The replies from the first that is no system line; those before stay where one says that it was handed over."""
    first = next((n for n, place in enumerate(replies) if case.speaker(place) in COMPANY), len(replies))
    handed = any(hears(case.said[place], "human-request-ignored/joined") for place in replies[:first])
    return [] if handed else replies[first:]


def _wish(said: Said) -> tuple[str, int, int] | None:
    """Which of the three a message asks for, and where."""
    for name in WISHES:
        for match in said.signal(name):
            if not _unmeant(said, match.sentence.number):
                return name, match.start, match.end
    return None


def _unmeant(said: Said, number: int) -> bool:
    """Whether a sentence talks of it and asks for nothing; "I'd be glad if you rang me" asks, for all its "if"."""
    polite = covered(within(said, number, "human-request-ignored/polite"))
    denied = within(said, number, "human-request-ignored/no-request")
    return any(polite.isdisjoint(range(each.first, each.last)) for each in denied)


def _granted(case: Case, name: str, place: int, replies: list[int]) -> bool:
    """Whether the replies hand over, offer it, ask for the number, or say when; or are what was asked for."""
    heard = [case.said[each] for each in replies]
    if any(hears(said, "human-request-ignored/joined") for said in heard if said.message.speaker is Speaker.SYSTEM):
        return True
    none = ("human-request-ignored/absent", *(("human-request-ignored/others",) if name == _BOSS else ()))
    if any(_grants(said, none) for said in heard if not hears(said, "human-request-ignored/brushed-off")):
        return True
    if name == _CALL:
        if any(hears(said, "human-request-ignored/suits") or _asks_for_time(said) for said in heard):
            return True
        if any(may_hold_phone(said.message.text) for said in heard):
            return True  # the number to call
        return case.channel(replies[0]) == Channel.VOICE != case.channel(place)
    return _newcomer(case, replies, name == _PERSON)


def _asks_for_time(said: Said) -> bool:
    """Whether a reply proposes a time, "Tomorrow between 9 and 11?", and does not ask what was in August."""
    from phraselint.service.stated import stated

    else_asked = sentences(said, "human-request-ignored/asks-else")
    return any(each.question and each.number not in else_asked and stated(each) for each in said.own_sentences())


def _grants(said: Said, none: Iterable[str]) -> bool:
    """Whether a reply arranges it; "she is out, but I'll have her ring you" does, for all that she is out."""
    absent = stretches(said, *none)
    return any(not touches(*place, absent) for place in stretches(said, "human-request-ignored/granted"))


def _newcomer(case: Case, replies: list[int], anyone: bool) -> bool:
    """Whether an agent replies who was not there before; ``anyone``: the first agent is one, too."""
    agents = [each for each in replies if case.speaker(each) is Speaker.AGENT]
    if not agents:
        return False
    came = case.fact(_arrivals)
    alone = min(came.values()) >= replies[0]
    if anyone and alone:
        return True
    known_until = agents[0] + 1 if alone else replies[0]
    named = came.get(None, len(case.said)) > agents[-1]
    return named and any(came[case.said[each].message.author] >= known_until for each in agents)


def _arrivals(case: Case) -> dict[str | None, int]:
    """The authors of what agents wrote to the customer, each with the place of the first message; None: no author."""
    return {case.said[place].message.author: place for place in reversed(case.outward(Speaker.AGENT))}


# --- passed-around ----------------------------------------------------------------------------------------------------


def passed_around(case: Case, _: Mapping[str, Any]) -> Iterator[Fault]:
    """The second time that the customer is sent to another department, agent or channel."""
    from phraselint.service.sending import sent_on

    sendings: list[Sending] = case.fact(sent_on)
    if len(sendings) > 1:
        first, second = sendings[:2]
        if case.judges(second.message):
            evidence = (case.evidence(first.message, first.start, first.end),)
            yield Fault(second.message, second.start, second.end, evidence)
