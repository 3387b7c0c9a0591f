"""How long customers waited for a reply, against the limit of their channel, in the team's business hours."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from phraselint.model.conversation import COMPANY, Channel, Speaker
from phraselint.service.case import TICKETS, Case, Fault
from phraselint.service.spots import hears, tells
from phraselint.service.times import hours_of, local_to, moments

TYPE_CHECKING = False
if TYPE_CHECKING:
    from phraselint.match.matches import Match
    from phraselint.service.case import Said

_LEAVES_IT = ("slow-reply/settled", "slow-reply/returns")
_HAND_OVER, _HANDED = "slow-first-reply/hand-over", "slow-first-reply/handed"


class Wait(NamedTuple):
    """A reply of an agent, the messages that it answers (the clock starts at one), and whether it is the first."""

    reply: int
    open: tuple[int, ...]
    first: bool


def slow_first_reply(case: Case, settings: Mapping[str, Any]) -> Iterator[Fault]:
    """The first reply, where it came after the limit."""
    for wait in case.fact(waits):
        if wait.first:
            yield from _late(case, wait, settings["limits"], ())


def slow_reply(case: Case, settings: Mapping[str, Any]) -> Iterator[Fault]:
    """The later replies that came after the limit, unless the agent had named a time and kept it."""
    for wait in case.fact(waits):
        if not wait.first and not _on_phone(case, wait.open[0]):
            yield from _late(case, wait, settings["limits"], settings["clauses"])


def _late(case: Case, wait: Wait, limits: Mapping[str, str], clauses: Sequence[str]) -> Iterator[Fault]:
    if not case.judges(wait.reply) or not case.worded(wait.reply):
        return
    times = case.fact(moments)
    written, start = times[wait.reply], _clock_starts(case, wait, limits)
    received = None if start is None else times[start]
    if start is None or received is None or written is None:
        return
    if not wait.first and _announced(case, wait.reply, written, clauses):
        return
    text = case.said[wait.reply].message.text
    evidence = case.evidence(start, 0, len(case.said[start].message.text))
    values = {
        "channel": str(case.channel(start)),
        "limit": limits[str(case.channel(start))],
        "waited": _spoken(int((written - received).total_seconds())),
        "since": f"{local_to(case, received):%Y-%m-%d %H:%M}",
    }
    yield Fault(wait.reply, 0, len(text), (evidence,), values)


def _clock_starts(case: Case, wait: Wait, limits: Mapping[str, str]) -> int | None:
    """The first message that waited too long; None where the reply is in time."""
    times = case.fact(moments)
    written = times[wait.reply]
    for place in wait.open:
        if _on_phone(case, place) and case.speaker(place) == Speaker.CUSTOMER:
            return None  # the clock of a call starts when it rings
        limit, received = limits.get(str(case.channel(place))), times[place]
        if limit is None or received is None or written is None or written <= received:
            return None
        due = case.fact(hours_of).due(received, limit)
        if due is None or written <= due:
            return None
        if not (case.speaker(place) == Speaker.CUSTOMER and _closes(case, place, wait.first)):
            return place
    return None


# --- who waits for whom ---------------------------------------------------------------------------------------------


def waits(case: Case) -> list[Wait]:
    """The replies of agents in order, each with the messages that it answers."""
    found: list[Wait] = []
    state = _Waiting()
    for place in range(len(case.said)):
        if case.internal(place):
            continue
        speaker = case.speaker(place)
        if speaker == Speaker.AGENT:
            if not state.open or not case.said[place].signal("slow-first-reply/automatic"):
                found += _replied(case, place, state)
        elif speaker == Speaker.CUSTOMER:
            state.open.append(place)
            state.spoke = True
        else:
            _of_machine(case, place, state)
    return found


class _Waiting:
    """What waits for an answer while the conversation is read."""

    def __init__(self) -> None:
        self.open: list[int] = []
        self.spoke = False  # whether a customer has
        self.replied = False  # whether an agent has, since


def _replied(case: Case, place: int, state: _Waiting) -> Iterator[Wait]:
    """The agent's reply; on the phone the pick-up is the first, even before the customer speaks."""
    if state.open:
        yield Wait(place, tuple(state.open), not state.replied)
    if state.spoke or state.open or _on_phone(case, place):
        state.replied = True
    state.open = []


def _of_machine(case: Case, place: int, state: _Waiting) -> None:
    """A hand-over starts the clock anew, an incoming call starts it; what a bot answers or asks ends the wait."""
    said = case.said[place]
    bot = case.speaker(place) == Speaker.BOT
    if bool(state.open) and case.speaker(state.open[0]) == Speaker.BOT:
        if not bot and said.signal(_HANDED):
            state.open = [place]  # what the bot has said it would do is done
        return  # handed over before: what else follows keeps the customer company
    opens = not bot and not state.open and not state.replied
    rings = opens and (bool(said.signal("slow-first-reply/incoming")) or (place == 0 and _on_phone(case, place)))
    early = bot and not state.spoke and not _on_phone(case, place)  # a greeting: nobody waits yet
    if rings or (said.signal(_HAND_OVER) and not early and not _among_agents(case, place, state)):
        state.open = [place]
    elif bot and not (said.signal("slow-first-reply/receipt") or _receives(case, place)):
        state.open = []


def _among_agents(case: Case, place: int, state: _Waiting) -> bool:
    """Whether a line of the system gives the customer from one agent to the next, and no agent had said so."""
    if case.speaker(place) == Speaker.BOT:
        return False
    if not state.replied:
        return bool(state.open) and bool(case.said[state.open[0]].signal(_HANDED))
    last = max(each for each in case.outward(*COMPANY) if each < place)
    return case.speaker(last) == Speaker.AGENT and not case.said[last].signal(_HAND_OVER)


def _receives(case: Case, place: int) -> bool:
    """Whether a machine answers a letter without asking anything: then it only says that it has arrived."""
    return case.channel(place) in TICKETS and "?" not in case.said[place].message.text


def _on_phone(case: Case, place: int) -> bool:
    return case.channel(place) == Channel.VOICE


# --- what starts no clock ---------------------------------------------------------------------------------------------


def _closes(case: Case, place: int, first: bool) -> bool:
    """Whether a customer's message asks for nothing: thanks, a goodbye, or "ok" to what asked and announced nothing.

    Once there was a reply, nothing is asked either by who says that the matter has settled itself, or will write again.
    """
    said = case.said[place]
    if hears(said, "slow-reply/goes-on", "question") or "?" in said.message.text:
        return False
    if not first and hears(said, *_LEAVES_IT) and not said.signal("request"):
        return True
    if said.signal("complaint"):
        return False
    if said.signal("slow-reply/closing"):
        return True
    if said.signal("request") or _asked(case, place):
        return False
    public = case.channel(place) == Channel.SOCIAL  # where people also just talk
    opens = not any(each < place for each in case.outward(*COMPANY)) and not said.signal(
        "pleased"
    )  # "alright, does my ticket ..."
    agreed = said.signal("slow-reply/okay") and not opens
    return bool(said.signal("thanks") or agreed) and (first or public or not _tells_more(said))


def _tells_more(said: Said) -> bool:
    """Whether a sentence beside the thanks tells something: "Thanks. My husband's card has the same mistake."."""
    return tells(said, "thanks", "slow-reply/okay", "pleased")


def _asked(case: Case, place: int) -> bool:
    """Whether the agent had just asked something, or asked the customer to wait."""
    for before in range(place - 1, -1, -1):
        if case.speaker(before) == Speaker.AGENT and not case.internal(before):
            said = case.said[before]
            if "?" in said.message.text or _held(said):
                return True
        elif case.speaker(before) == Speaker.CUSTOMER:
            break
    return False


def _announced(case: Case, reply: int, written: datetime, clauses: Sequence[str]) -> bool:
    """Whether an agent had named a time for this reply, and it came by then."""
    until = case.fact(_latest, tuple(clauses))[reply]
    return until is not None and until >= written


def _latest(case: Case, clauses: Sequence[str]) -> list[datetime | None]:
    """For each message the latest time that agents had named before it."""
    found: list[datetime | None] = []
    latest: datetime | None = None
    for place in range(len(case.said)):
        found.append(latest)
        if case.speaker(place) == Speaker.AGENT:
            latest = max((each for each in (latest, *_named(case, place, clauses)) if each is not None), default=None)
    return found


def _named(case: Case, place: int, clauses: Sequence[str]) -> Iterator[datetime]:
    """The times by which an agent promises to write, or asks the customer to wait: "give me five minutes"."""
    from phraselint.service.deadlined import promised_by
    from phraselint.service.deadlines import deadline
    from phraselint.service.stated import stated

    said_at = case.fact(moments)[place]
    if said_at is None:
        return
    yield from (due.at for due in promised_by(case, place, clauses))
    for match in _held(case.said[place]):
        for each in stated(match.sentence):
            until = deadline(each, match.sentence, local_to(case, said_at), case.fact(hours_of))
            if until is not None:
                yield until


def _held(said: Said) -> list[Match]:
    """Where a message asks the customer to wait; "it takes an hour" does where we say that we look."""
    lasts = said.signal("slow-reply/lasts") if hears(said, "slow-reply/at-work") else ()
    return [*said.signal("slow-reply/holds"), *lasts]


def _spoken(seconds: int) -> str:
    """A length of time as one says it: "95 s", "12 min", "3 h 10 min"."""
    minutes = seconds // 60
    if minutes < 2:
        return f"{seconds} s"
    hours, minutes = divmod(minutes, 60)
    if not hours:
        return f"{minutes} min"
    return f"{hours} h {minutes} min" if minutes and hours < 24 else f"{hours} h"
