"""Whose turn it is: messages in a row, a question and its replies, the first reply, and whether a bot leads."""

from __future__ import annotations

from phraselint.model.conversation import Channel, Speaker
from phraselint.service.case import TICKETS
from phraselint.service.spots import hears

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from phraselint.service.case import Case

_LETTERS = (*TICKETS, Channel.SOCIAL, Channel.SMS)
_NO_ANSWER = ("no-greeting/survey", "slow-first-reply/receipt", "slow-first-reply/hand-over")


def runs(case: Case) -> list[tuple[list[int], Speaker]]:
    """The customer's and the agents' messages, those in a row together."""
    return case.fact(_runs)


def _runs(case: Case) -> list[tuple[list[int], Speaker]]:
    found: list[tuple[list[int], Speaker]] = []
    for place in case.outward(Speaker.CUSTOMER, Speaker.AGENT):
        speaker = case.speaker(place)
        if not found or found[-1][1] is not speaker:
            found.append(([], speaker))
        found[-1][0].append(place)
    return found


def exchanges(case: Case, *speakers: Speaker) -> Iterator[tuple[list[int], list[int]]]:
    """Runs of the customer's messages, each with what these speakers reply up to the customer's next message."""
    run: list[int] = []
    replies: list[int] = []
    for place in case.places(Speaker.CUSTOMER, *speakers):
        if case.speaker(place) is Speaker.CUSTOMER:
            if replies:
                yield run, replies
                run, replies = [], []
            run.append(place)
        elif run and case.worded(place) and not case.internal(place):
            replies.append(place)
    if run:
        yield run, replies


def first_reply(case: Case, spoken: bool) -> list[int]:
    """The first run of agents' messages, ended by the customer's next; ``spoken``: after the customer's first.

    Empty where a bot leads the conversation, or has brought it to its end: its reply was the first.
    """
    run: list[int] = []
    heard = not spoken
    for place in case.places(Speaker.AGENT, Speaker.CUSTOMER):
        if case.speaker(place) == Speaker.CUSTOMER:
            if run:
                break
            heard = True
        elif heard and case.worded(place) and not case.internal(place):
            run.append(place)
    return [] if run and (bot_leads(case, run) or _ended(case, run[0])) else run


def begun_before(case: Case) -> bool:
    """Whether it is the agent who writes first, where only customers begin: what came before is not in the data."""
    first = next(iter(case.places(Speaker.AGENT, Speaker.CUSTOMER)), None)
    return first is not None and case.speaker(first) is Speaker.AGENT and case.channel(first) in _LETTERS


def bot_leads(case: Case, run: Sequence[int]) -> bool:
    """Whether a bot talks with the customer before and after these replies of an agent, and has handed nothing over."""
    bots = case.places(Speaker.BOT)
    if not bots or bots[0] > run[0]:
        return False
    handed = any(case.said[place].signal("slow-first-reply/hand-over") for place in bots if place < run[0])
    return not handed and bot_answers(case, run[-1])


def bot_answers(case: Case, after: int, until: int | None = None) -> bool:
    """Whether a bot answers the customer between two places, or after one."""
    stop = len(case.said) if until is None else until
    return any(after < place < stop and _answers(case, place) for place in case.places(Speaker.BOT))


def _ended(case: Case, place: int) -> bool:
    """Whether a bot has answered, and the customer's last message before a reply says that the matter is settled."""
    answered = any(_answers(case, each) for each in case.before(place, Speaker.BOT))
    return answered and any(hears(each, "no-thanks/confirms") for each in case.latest(place, Speaker.CUSTOMER))


def _answers(case: Case, place: int) -> bool:
    """Whether a bot's message follows a customer's, and is no survey, receipt or hand-over."""
    asked = place > 0 and case.speaker(place - 1) is Speaker.CUSTOMER
    return asked and not hears(case.said[place], *_NO_ANSWER)
