"""Where the customer is told to go to another channel, and what makes it none: a choice, a reason, our own act."""

from __future__ import annotations

from phraselint.model.conversation import COMPANY, Channel, Speaker
from phraselint.model.values import NamedTuple
from phraselint.service.case import TICKETS, Fault
from phraselint.service.spots import hears, span, tells, within

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from phraselint.match.matches import Match
    from phraselint.service.case import Case, Said


class Sending(NamedTuple):
    """One sending-on: the sentence that does it, in code points of the message's text, and where to (of what kind)."""

    message: int
    start: int
    end: int
    kind: str


TARGETS: Mapping[str, tuple[Channel, ...]] = {
    "channel-push/call": (Channel.VOICE,),
    "channel-push/mail": TICKETS,
    "channel-push/dm": (),
    "channel-push/chat": (Channel.CHAT,),
    "channel-push/text": (Channel.SMS,),
    "channel-push/visit": (),
    "channel-push/form": (),
}
"""Which channels each signal sends to; on those it is no other channel."""

TRANSFER = "passed-around/transfer"
"""The signal of a hand-over."""


def channel_push(case: Case, _: Mapping[str, Any]) -> Iterator[Fault]:
    """Sentences that send the customer to another channel, without a choice, a reason or a wish for it."""
    for place in case.replies(*COMPANY):
        said = case.said[place]
        if hears(said, "channel-push/reason"):
            continue
        for start, end in _joined([each for each in pushes(case, place) if not _kept_private(case, each)]):
            yield Fault(place, start, end)


def _kept_private(case: Case, sending: Sending) -> bool:
    """Whether it asks in private for what is nobody else's business, where all can read, and says what for."""
    said = case.said[sending.message]
    public = sending.kind == "channel-push/dm" and case.channel(sending.message) == Channel.SOCIAL
    return public and hears(said, "channel-push/private") and hears(said, "channel-push/purpose")


def _joined(sendings: list[Sending]) -> list[tuple[int, int]]:
    """The stretches of sendings, those of neighbouring sentences as one."""
    found: list[tuple[int, int]] = []
    for each in sendings:
        if found and each.start - found[-1][1] <= _GAP:
            found[-1] = (found[-1][0], each.end)
        else:
            found.append((each.start, each.end))
    return found


_GAP = 3  # the stop and the space between two sentences


def pushes(case: Case, place: int) -> Iterator[Sending]:
    """The sentences of a message that send to another channel, in order, one for each sentence."""
    said = case.said[place]
    found: dict[int, tuple[Match, str]] = {}
    for name, channels in TARGETS.items():
        if channels and case.channel(place) in channels:
            continue
        for match in said.signal(name):
            if _numbered(said, match) and not _is_detail(said, match) and not _excused(said, match):
                found.setdefault(match.sentence.number, (match, name))
    if found and not wished(case, place, "channel-push/wanted"):
        for number in sorted(found):
            yield Sending(place, *sentence_of(said, found[number][0]), found[number][1])


def _excused(said: Said, match: Match) -> bool:
    """Whether it is our own act, not meant, a choice beside going on here, another's line, or we move them there."""
    ours = _governed(said, match, "channel-push/self") and not _advised(said, match)
    return ours or _of_another(said, match) or _free(said, match) or _moved(said, match) or _of_a_place(said, match)


def _of_another(said: Said, match: Match) -> bool:
    """Whether it sends to "them", and who that is stands before: no one of ours, but the customer's airline."""
    number, words = match.sentence.number, match.sentence.words
    if _THEM.isdisjoint(words[match.first : match.last + 1]):
        return False
    here = any(each.last <= match.first for each in within(said, number, "channel-push/third-party"))
    return here or (number > 0 and bool(within(said, number - 1, "channel-push/third-party")))


_THEM = frozenset(("them", "him", "her"))


def _of_a_place(said: Said, match: Match) -> bool:
    """Whether what looks like ours is told of another place: "go to the village, where the shop is open"."""
    told = within(said, match.sentence.number, "channel-push/of-a-place")
    return any(match.first < each.first < match.last for each in told)


def _moved(said: Said, match: Match) -> bool:
    """Whether we move the customer there ourselves: "that goes through the front desk, I'll put you through"."""
    moving = within(said, match.sentence.number, TRANSFER)
    return any(each.first >= match.last and not stays(said, each, TRANSFER) for each in moving)


def _advised(said: Said, match: Match) -> bool:
    """Whether it is the customer who shall do it, though we say so: "I'd suggest calling", "that you'd have to"."""
    advice = within(said, match.sentence.number, "channel-push/advice")
    return any(each.first <= match.first <= each.last + _CLOSE for each in advice)


def _governed(said: Said, match: Match, name: str) -> bool:
    """Whether a signal stands directly before a match, with no comma between, or begins with it."""
    before = within(said, match.sentence.number, name)
    near = (each for each in before if match.first - _CLOSE <= each.last <= match.first)
    words = match.sentence.words
    return any("," not in words[each.last : match.first] for each in near) or any(
        each.first == match.first for each in before
    )


def stays(said: Said, match: Match, name: str) -> bool:
    """Whether the customer is not moved after all: a transfer is ours to make, so only a "no" or another day counts.

    Nor is one moved along with a refund or some feedback.
    """
    if name != TRANSFER:
        return _free(said, match)
    number = match.sentence.number
    if within(said, number, "channel-push/later") or _governed(said, match, "passed-around/not"):
        return True
    if any(match.first < each.first < match.last for each in within(said, number, "passed-around/to-us")):
        return True
    if any(each.first <= match.first < each.last for each in within(said, number, "passed-around/ourselves")):
        return True
    moved = within(said, number, "passed-around/no-matter")
    return any(match.first <= each.first <= match.first + 1 for each in moved)


def _free(said: Said, match: Match) -> bool:
    """Whether it is denied, a choice beside going on here, or for another day."""
    number = match.sentence.number
    if _governed(said, match, "channel-push/not") or _denied(said, match):
        return True
    if any(_offered(said, each) for each in (number - 1, number, number + 1)):
        return True
    return bool(within(said, number, "channel-push/later", "channel-push/done"))


def _denied(said: Said, match: Match) -> bool:
    """Whether a match begins inside a no: "no need to come in"."""
    return any(each.first < match.first < each.last for each in within(said, match.sentence.number, "channel-push/not"))


def _offered(said: Said, number: int) -> bool:
    """Whether a sentence offers a choice; "that can't be done from here" offers none."""
    if within(said, number, "channel-push/not-here"):
        return False
    also = "channel-push/also"
    beside = within(said, number, also) and tells(said, also, "channel-push/courtesy")
    return bool(beside or within(said, number, "channel-push/choice"))


_CLOSE = 1  # words between "I'll" or "don't" and what it governs
_DIGITS = 6  # figures of a number that is sure to reach us
_SHORT = 3  # and of a service's: "ring 150 from your phone"


def _numbered(said: Said, match: Match) -> bool:
    """Whether a number that the match ends in is a phone number of ours: "call 999" sends no one to us."""
    text, number = said.message.text, match.sentence.number
    if sum(map(str.isdigit, text[match.start : match.end + 16])) >= _DIGITS:
        return True
    if any(each.first < match.last and match.first < each.last for each in within(said, number, _EMERGENCY)):
        return False
    short = len(match.sentence.words[match.last - 1]) >= _SHORT
    ours = short and any(each.first == match.last - 1 for each in within(said, number, "channel-push/short"))
    return ours or not text[match.end - 1].isdigit()


_EMERGENCY = "channel-push/emergency"


def _is_detail(said: Said, match: Match) -> bool:
    """Whether it is one of somebody's details: "Peter Hall, phone 0770 ...", unlike "Hi Ruth, phone 0800 ..."."""
    number, first, words = match.sentence.number, match.first, match.sentence.words
    if not any(each.first == first for each in within(said, number, "channel-push/detail")):
        return False
    before = words[first - 1] if first else ""
    if before != ",":
        return before == ":"
    clean, starts = said.folded.clean, match.sentence.starts
    greeted = max((each.last + _CLOSE for each in within(said, number, "greeting")), default=0)
    pair = [clean[starts[n]].isupper() for n in range(max(first - 3, 1), first - 1)]
    named = first - 1 > greeted + 1 and len(pair) > 1 and all(pair)
    return named or any(map(str.isdigit, words[first - 2])) or "@" in words[first - 2]


def wished(case: Case, place: int, name: str) -> bool:
    """Whether the customer asked for it in the messages since the company's last but one."""
    return any(hears(case.said[each], name) for each in case.before(place, Speaker.CUSTOMER)[-2:])


def sentence_of(said: Said, match: Match) -> tuple[int, int]:
    """The sentence that sends on, from the clause that does it."""
    words = match.sentence.words
    commas = [place for place in range(match.first) if words[place] == ","]
    return span(said, match.sentence, commas[-1] + 1 if commas else match.sentence.first_word())
