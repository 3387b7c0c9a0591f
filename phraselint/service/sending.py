"""Where the customer is sent on (for passed-around): to another channel (see ``pushes``), or anywhere else."""

from __future__ import annotations

from phraselint.model.conversation import Channel, Speaker
from phraselint.service.pushes import TARGETS, TRANSFER, Sending, pushes, sentence_of, stays, wished
from phraselint.service.spots import covered, hears, span, within

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from phraselint.match.matches import Match
    from phraselint.service.case import Case, Said


_TAKEN = "passed-around/taken"
_MOVES = (TRANSFER, "passed-around/department", "passed-around/place", _TAKEN)


def sent_on(case: Case) -> list[Sending]:
    """Each time that the customer is sent on, once for each agent who does it or channel that it leads to."""
    found: list[Sending] = []
    for place in case.places(Speaker.AGENT, Speaker.SYSTEM, Speaker.BOT):
        sending = _sending(case, place)
        if sending is not None and not _same(case, found[-1] if found else None, sending):
            found.append(sending)
    return found


def _sending(case: Case, place: int) -> Sending | None:
    """The first sending-on of a message; a bot's first one to a person is none."""
    said = case.said[place]
    met = case.before(place, Speaker.AGENT)
    if case.internal(place) or (said.message.speaker is not Speaker.AGENT and not met):
        return None
    if said.message.speaker is Speaker.SYSTEM:
        return next((Sending(place, m.start, m.end, "system") for m in said.signal("passed-around/handed")), None)
    if hears(said, "passed-around/staying") or wished(case, place, "passed-around/own-choice"):
        return None
    moves = ((name, match) for name in _MOVES for match in said.signal(name) if not stays(said, match, name))
    places = [Sending(place, *sentence_of(said, match), name) for name, match in moves]
    all_of_it = [*places, *pushes(case, place)]
    found = min(all_of_it, key=_first_of_all, default=None)
    return _with_its_neighbours(found, all_of_it) if found else _to_the_next(case, place)


def _with_its_neighbours(sending: Sending, others: Sequence[Sending]) -> Sending:
    """A sending with what leads up to it, and the sentences beside it that send on, too.

    "You'd have to try records, I'll send you over", "That one goes to records. I'm sending you over."
    """
    start, end = sending.start, sending.end
    for each in sorted(others, key=lambda each: each.end, reverse=True):
        start = min(start, each.start) if start <= each.end + _GAP and each.end <= end else start
    for each in sorted(others, key=lambda each: each.start):
        end = max(end, each.end) if each.start <= end + _GAP and start <= each.start else end
    return sending._replace(start=start, end=end)


_GAP = 3  # the stop and the space between two sentences


def _first_of_all(sending: Sending) -> tuple[bool, int]:
    """Sorts a transfer before what only says where a thing is done, then by place."""
    return sending.kind != TRANSFER, sending.start


def _to_the_next(case: Case, place: int) -> Sending | None:
    """Whether a message names the agent who writes next, before the customer does: then it hands over."""
    own, following = _called(case, place), case.next_after(place, *_PEOPLE)
    if not own or following is None or case.speaker(following) is not Speaker.AGENT or case.internal(following):
        return None
    other = _called(case, following)
    if other == own or len(other) < 2:
        return None
    for sentence in case.said[place].own_sentences():
        start, end = span(case.said[place], sentence)
        words = case.said[place].message.text[start:end].replace(",", " ").replace(".", " ").split()
        if other in words:
            return Sending(place, start, end, TRANSFER)
    return None


def _called(case: Case, place: int) -> str:
    """The first name of a message's author; "" where the record names nobody."""
    return next(iter((case.said[place].message.author or "").split()), "")


_PEOPLE = (Speaker.CUSTOMER, Speaker.AGENT)


def _same(case: Case, last: Sending | None, this: Sending) -> bool:
    """Whether it is the same sending-on as the one before: a system line about it, or said again by the same agent."""
    if last is None:
        return False
    spoken, asked = (_between(case, last, this, each) for each in (Speaker.AGENT, Speaker.CUSTOMER))
    if "system" in (last.kind, this.kind) and not spoken:
        return True
    if case.channel(last.message) != case.channel(this.message):
        return False
    writers = {case.said[each].message.author for each in (last.message, this.message)}
    if len(writers - {None}) > 1 and this.kind not in TARGETS:
        return False  # another agent sends on
    if asked and not spoken and _elsewhere(case, last, this):
        return False
    if last.kind != TRANSFER:
        return not asked or this.kind == TRANSFER or (last.kind == this.kind and last.kind in (*TARGETS, _TAKEN))
    if last.kind != this.kind or len(writers) > 1 or case.fact(_next_other, last.message) < this.message:
        return False
    return writers != {None} or case.fact(_next_new, last.message) >= this.message


def _between(case: Case, last: Sending, this: Sending, speaker: Speaker) -> bool:
    """Whether someone writes between two messages."""
    following = case.next_after(last.message, speaker)
    return following is not None and following < this.message


def _next_other(case: Case, place: int) -> int:
    """The next message of an agent of another name; the number of messages if there is none."""
    author = case.said[place].message.author
    agents = (each for each in case.places(Speaker.AGENT) if each > place)
    return next((each for each in agents if case.said[each].message.author != author), len(case.said))


def _elsewhere(case: Case, last: Sending, this: Sending) -> bool:
    """Whether of two messages the second leads elsewhere: "to billing", then "to our warranty team".

    Or it is another's: "Billing here. I'm putting you through." Whoever names no other place says it once more.
    """
    said = case.said[this.message]
    if not said.message.author and hears(said, "passed-around/announced"):
        return True
    first, second = _whither(case, last), _whither(case, this)
    greets = case.channel(this.message) == Channel.CHAT and hears(said, "greeting")
    return bool(first or greets) and bool(second) and first.isdisjoint(second)


def _whither(case: Case, sending: Sending) -> set[str]:
    """The beginnings of the words that tell where a sending-on leads; where it tells none, what its message names."""
    said = case.said[sending.message]
    told = [each for name in _PLACES for each in said.signal(name) if sending.start <= each.start < sending.end]
    return _stems(said, told) or _stems(said, said.signal(_PLACES[0]))


def _stems(said: Said, told: Sequence[Match]) -> set[str]:
    """The first letters of the words of these matches, but of those that stand for any place."""
    anywhere = {each.sentence.number: within(said, each.sentence.number, "passed-around/anywhere") for each in told}
    return {
        word[:_STEM]
        for each in told
        for place, word in enumerate(each.sentence.words[each.first : each.last], each.first)
        if place not in covered(anywhere[each.sentence.number])
    }


_PLACES = ("passed-around/whither", "passed-around/onto")
_STEM = 4  # letters that "meter" and "metering" have in common


def _next_new(case: Case, place: int) -> int:
    """The next message by which an agent without a name has begun anew; the number of messages if there is none."""
    begun = (_begun(case, each) for each in case.places(Speaker.AGENT) if each > place)
    return min((each for each in begun if each is not None), default=len(case.said))


def _begun(case: Case, place: int) -> int | None:
    """By which message an agent begins anew: "Payments, Ida here"; on the phone recordings greet, too.

    A person says something there that the customer answers.
    """
    if case.channel(place) != Channel.VOICE:
        return place if hears(case.said[place], *_OPENINGS, "no-name/introduced") else None
    return case.next_after(place, Speaker.CUSTOMER) if hears(case.said[place], *_OPENINGS) else None


_OPENINGS = ("greeting", "passed-around/answers-as")
