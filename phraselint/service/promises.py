"""Promises: acts that an agent commits to, and whether a time or an event is named for them."""

from __future__ import annotations

from phraselint.model.conversation import Channel, Speaker
from phraselint.service.case import Case, Fault
from phraselint.service.spots import hears, quotable, sentences, within
from phraselint.service.stated import stated

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from typing import Any

    from phraselint.match.matches import Match
    from phraselint.service.case import Said

ANSWER = "promise-without-time/answer"
"""The signal of a promise to let the customer hear."""
_ACT = "promise-without-time/act"
ANY = "promise-without-time/any"
"""The signal of whatever else an agent will do; it holds much that is no deed."""
_AT_ONCE = "promise-without-time/at-once"
_AT_LIVE = (Channel.CHAT, Channel.VOICE)


def promise_without_time(case: Case, _: Mapping[str, Any]) -> Iterator[Fault]:
    """One fault for each run of sentences that promise something and name no time, in them or right after."""
    for place in case.replies(Speaker.AGENT):
        said = case.said[place]
        made = promised(said, _listened(case, place), _praised(case, place))
        if made and _only_asks(case, place):
            made = _without_tales(said, made)
        when = _asked_when(case, place)
        agreed = sentences(said, "promise-without-time/on-the-way")
        agreed = agreed if agreed and case.fact(_first_dated) < place else set()
        loose = [number for number in sorted(made) if number not in agreed and not _timed(said, number, made, when)]
        for run in _runs(loose):
            start = min(match.start for match in made[run[0]])
            end = max(match.end for match in made[run[-1]])
            yield Fault(place, start, end, (), {"promise": quotable(said, start, end)})


def _listened(case: Case, place: int) -> tuple[str, ...]:
    """The signals that make a promise here: what an agent does while the customer waits is none."""
    if _writes_on(case, place) or _explains(case, place):
        return (ANSWER,)
    told_of = any(hears(each, "promise-without-time/coming") for each in case.latest(place, Speaker.CUSTOMER))
    return (ANSWER, _ACT) if told_of or case.channel(place) == Channel.SOCIAL else (ANSWER, _ACT, ANY)


def _explains(case: Case, place: int) -> bool:
    """Whether the customer only asked how something goes: "What happens when I cancel?"."""
    said = case.latest(place, Speaker.CUSTOMER)
    return not any(map(_troubled, said)) and any(hears(each, "promise-without-time/how") for each in said)


def _troubled(said: Said) -> bool:
    """Whether a customer tells a trouble; "do I need a lock?" and "what if it is lost?" only ask."""
    supposed = sentences(said, "promise-without-time/how")
    told = {each.sentence.number for each in said.signal("no-next-step/trouble") if not each.sentence.question}
    return bool((told | sentences(said, "complaint", "upset")) - supposed)


def _only_asks(case: Case, place: int) -> bool:
    """Whether the customer has only asked how things are: told no trouble, and waits for nothing."""
    return case.fact(_first_of_customers, _asks) < place <= case.fact(_first_of_customers, _wants)


def _first_of_customers(case: Case, tells: Callable[[Said], bool]) -> int:
    """The first of the customer's messages of which something holds; the number of messages if it does of none."""
    return next((place for place in case.places(Speaker.CUSTOMER) if tells(case.said[place])), len(case.said))


def _asks(said: Said) -> bool:
    return hears(said, "question", "promise-without-time/asks")


def _wants(said: Said) -> bool:
    """Whether a customer has a trouble or a wish, or waits for something."""
    return hears(said, "request", "promise-without-time/waits") or _troubled(said)


def _without_tales(said: Said, made: dict[int, list[Match]]) -> dict[int, list[Match]]:
    """Promises without what only describes: "the surveyor will look at the loft first, and that is free"."""
    found, words = {}, said.signal(ANSWER)
    for number, matches in made.items():
        told = [each.first for each in within(said, number, "promise-without-time/describes")]
        ours = [each for each in matches if each in words or not any(each.first <= at < each.last for at in told)]
        if ours:
            found[number] = ours
    return found


def _writes_on(case: Case, place: int) -> bool:
    """Whether the agent comes back at once: before the customer speaks, or in a conversation that is live."""
    live = case.channel(place) in _AT_LIVE
    for later in range(place + 1, len(case.said)):
        if case.speaker(later) == Speaker.AGENT and not case.internal(later):
            return True
        if case.speaker(later) == Speaker.CUSTOMER and not live:
            return False
    return False


def _praised(case: Case, place: int) -> bool:
    """Whether the customer's latest message is praise and asks for nothing."""
    said = case.latest(place, Speaker.CUSTOMER)
    praise = any(hears(each, "pleased") for each in said)
    return praise and not any(hears(each, "question", "request", "complaint", "upset") for each in said)


def promised(said: Said, names: Sequence[str], praised: bool = False) -> dict[int, list[Match]]:
    """The promises of a message by the number of their sentence: no questions, nothing denied.

    ``praised``: the customer only praises, and what is passed on is the praise.
    """
    found: dict[int, list[Match]] = {}
    for name in names:
        for match in said.signal(name):
            idle = name == ANY and _idle(said, match)
            if not idle and _states(said, match) and not (_passes_on(said, match, praised) or _denied(said, match)):
                found.setdefault(match.sentence.number, []).append(match)
    return found


def _idle(said: Said, match: Match) -> bool:
    """Whether what one will do is no deed: "we'll need", "I'll be", "we'll see"."""
    idle = within(said, match.sentence.number, "promise-without-time/idle")
    return any(each.first < match.last <= each.last for each in idle)


def _states(said: Said, match: Match) -> bool:
    """Whether a promise stands in no question, or in one that only asks whether it will do: ", all right?"."""
    tags = within(said, match.sentence.number, "promise-without-time/tag") if match.sentence.question else ()
    return not match.sentence.question or any(match.last <= tag.first for tag in tags)


def _passes_on(said: Said, match: Match, praised: bool) -> bool:
    """Whether a remark or a praise is passed on, for which nobody waits."""
    passing = within(said, match.sentence.number, "promise-without-time/passing-on")
    if not any(match.first < each.last and each.first < match.last <= each.last + _ON for each in passing):
        return False
    near = range(match.sentence.number - 1, match.sentence.number + 1)
    return praised or any(within(said, number, "promise-without-time/thanked") for number in near)


_ON = 4  # words after "pass your" to which the passing on reaches: "comments on to", not "on, and write to you"


def _denied(said: Said, match: Match) -> bool:
    return any(
        no.sentence.number == match.sentence.number and no.first < match.last and match.first < no.last
        for no in said.signal("promise-without-time/denied")
    )


def _first_dated(case: Case) -> int:
    """The first message that names a time, so that "when he's on his way" is on that day."""
    said = ((place, each) for place, each in enumerate(case.said) if not case.internal(place))
    return next((place for place, each in said if any(map(stated, each.folded.sentences))), len(case.said))


def _asked_when(case: Case, place: int) -> bool:
    """Whether the customer asked for a time, so that it may be told first: "On 4 May. We'll meet you there"."""
    return any(hears(each, "question-skipped/asks-time") for each in case.latest(place, Speaker.CUSTOMER))


def _timed(said: Said, number: int, promised: Mapping[int, list[Match]], when: bool) -> bool:
    """Whether a time, or an event that the customer can see, stands in the sentence, the next, or a promise before.

    ``when``: the customer asked for it, so that it may stand before as it is.
    """
    near = said.folded.sentences[number : number + 2]
    if number - 1 in promised or _goes_along(said, number) or (when and number):
        near = [*near, said.folded.sentences[number - 1]]
    if any(stated(each) for each in near):
        return True
    numbers = {each.number for each in near}
    if numbers & sentences(said, "promise-without-time/event") or number in sentences(said, _AT_ONCE):
        return True
    first = min(promised[number], key=lambda each: each.first)
    return _beside(said, first) or _of_the_customers(said, numbers, first) or _asks_first(said, number, first)


def _goes_along(said: Said, number: int) -> bool:
    """Whether a promise goes with one right before it: "You have it by noon. I'll also send the list."."""
    along = within(said, number, "promise-without-time/along")
    return bool(along and within(said, number - 1, "promise-broken/act", ANSWER))


def _beside(said: Said, promise: Match) -> bool:
    """Whether a "now" stands right before a promise or behind it."""
    return any(each.last >= promise.first for each in within(said, promise.sentence.number, "promise-without-time/now"))


def _of_the_customers(said: Said, numbers: set[int], promise: Match) -> bool:
    """Whether something waits for the customer's own act; in "once we know we'll tell you" it is only told to them."""
    return any(
        each.sentence.number in numbers
        and not (each.sentence is promise.sentence and each.first < promise.first < each.last)
        for each in said.signal("promise-without-time/yours")
    )


def _asks_first(said: Said, number: int, promise: Match) -> bool:
    """Whether the promise waits for the customer: asked for something right before it, or after where it only acts.

    Whom others will call, though nobody says "then", hears from them some day.
    """
    if _by_others(said, number, promise):
        return False
    acts = promise not in said.signal(ANSWER)
    if acts and number and said.folded.sentences[number - 1].question:
        return True
    for match in said.signal("promise-without-time/asks-first"):
        where = match.sentence.number
        if where == number - 1 or (where == number and match.last <= promise.first) or (acts and where == number + 1):
            return True
    return False


def _by_others(said: Said, number: int, promise: Match) -> bool:
    """Whether another house or trade will write or call, from the start of its sentence: "The workshop will call"."""
    others = within(said, number, "promise-without-time/others")
    return any(each.first == 0 and promise.first < each.last for each in others)


def _runs(numbers: Sequence[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs
