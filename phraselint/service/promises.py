"""Promises: acts that an agent commits to, the time named for them, and whether anything came of it."""

from __future__ import annotations

from phraselint.model.conversation import Channel, Speaker
from phraselint.model.values import NamedTuple
from phraselint.service.case import Case, Fault
from phraselint.service.spots import sentences, within
from phraselint.service.stated import Stated, limits, stated

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime
    from typing import Any

    from phraselint.match.matches import Match
    from phraselint.model.findings import Evidence
    from phraselint.service.case import Said
    from phraselint.text.words import Sentence

ANSWER = "promise-without-time/answer"
"""The signal of a promise to let the customer hear."""
_ACT = "promise-without-time/act"
_AT_ONCE = "promise-without-time/at-once"
_AT_LIVE = (Channel.CHAT, Channel.VOICE)


class Due(NamedTuple):
    """A promise of the message ``place`` with its deadline; ``start`` and ``end`` are code points of its text."""

    place: int
    start: int
    end: int
    at: datetime


# --- promises without a time ------------------------------------------------------------------------------------------


def promise_without_time(case: Case, _: Mapping[str, Any]) -> Iterator[Fault]:
    """One fault for each run of sentences that promise something and name no time, in them or right after."""
    for place in case.judged(Speaker.AGENT):
        if case.internal(place):
            continue
        said = case.said[place]
        promised = _by_sentence(said, _listened(case, place))
        loose = [number for number in sorted(promised) if not _timed(said, number, promised)]
        for run in _runs(loose):
            start = min(match.start for match in promised[run[0]])
            end = max(match.end for match in promised[run[-1]])
            yield Fault(place, start, end, (), {"promise": said.message.text[start:end]})


def _listened(case: Case, place: int) -> tuple[str, ...]:
    """The signals that make a promise here: what an agent does while the customer waits is none."""
    return (ANSWER,) if _writes_on(case, place) else (ANSWER, _ACT)


def _writes_on(case: Case, place: int) -> bool:
    """Whether the agent comes back at once: before the customer speaks, or in a conversation that is live."""
    live = case.channel(place) in _AT_LIVE
    for later in range(place + 1, len(case.said)):
        if case.speaker(later) == Speaker.AGENT and not case.internal(later):
            return True
        if case.speaker(later) == Speaker.CUSTOMER and not live:
            return False
    return False


def _by_sentence(said: Said, names: Sequence[str]) -> dict[int, list[Match]]:
    """The promises of a message by the number of their sentence: no questions, nothing denied."""
    found: dict[int, list[Match]] = {}
    for name in names:
        for match in said.signal(name):
            if _states(said, match) and not _passes_on(said, match) and not _denied(said, match):
                found.setdefault(match.sentence.number, []).append(match)
    return found


def _states(said: Said, match: Match) -> bool:
    """Whether a promise stands in no question, or in one that only asks whether it will do: ", all right?"."""
    tags = within(said, match.sentence.number, "promise-without-time/tag") if match.sentence.question else ()
    return not match.sentence.question or any(match.last <= tag.first for tag in tags)


def _passes_on(said: Said, match: Match) -> bool:
    """Whether a remark or a praise is passed on, for which nobody waits."""
    passing = within(said, match.sentence.number, "promise-without-time/passing-on")
    if not any(match.first < each.last and each.first < match.last <= each.last + _ON for each in passing):
        return False
    near = range(match.sentence.number - 1, match.sentence.number + 1)
    return any(within(said, number, "promise-without-time/thanked") for number in near)


_ON = 4  # words after "pass your" to which the passing on reaches: "comments on to", not "on, and write to you"


def _denied(said: Said, match: Match) -> bool:
    return any(
        no.sentence.number == match.sentence.number and no.first < match.last and match.first < no.last
        for no in said.signal("promise-without-time/denied")
    )


def _timed(said: Said, number: int, promised: Mapping[int, list[Match]]) -> bool:
    """Whether a time, or an event that the customer can see, stands in the sentence, the next, or a promise before."""
    near = said.folded.sentences[number : number + 2]
    if number - 1 in promised:
        near = [*near, said.folded.sentences[number - 1]]
    if any(stated(each) for each in near):
        return True
    numbers = {each.number for each in near}
    if numbers & sentences(said, "promise-without-time/event") or number in sentences(said, _AT_ONCE):
        return True
    return _asks_first(said, number, min(promised[number], key=lambda each: each.first))


def _asks_first(said: Said, number: int, promise: Match) -> bool:
    """Whether the promise waits for the customer: asked for something right before it, or after where it only acts."""
    acts = promise not in said.signal(ANSWER)
    if acts and number and said.folded.sentences[number - 1].question:
        return True
    for match in said.signal("promise-without-time/asks-first"):
        where = match.sentence.number
        if where == number - 1 or (where == number and match.last <= promise.first) or (acts and where == number + 1):
            return True
    return False


def _runs(numbers: Sequence[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs


# --- promises with a time ---------------------------------------------------------------------------------------------


def promise_broken(case: Case, settings: Mapping[str, Any]) -> Iterator[Fault]:
    """The promises whose deadline passed before an agent wrote again, unless the customer had closed the matter."""
    from phraselint.service.times import moments

    times = case.fact(moments)
    end = max((each for each in times if each is not None), default=None)
    for place in case.judged(Speaker.AGENT):
        seen = set()
        for due in promised_by(case, place, settings["clauses"]):
            if end is None or due.at >= end or due.at in seen or _settled(case, due, times):
                continue
            seen.add(due.at)
            values = {"promise": case.said[place].message.text[due.start : due.end], "deadline": _shown(case, due.at)}
            yield Fault(place, due.start, due.end, _after(case, due, times), values)


def promised_by(case: Case, place: int, clauses: Sequence[str]) -> list[Due]:
    """The promises of a message to let the customer hear by a certain time, in order."""
    from phraselint.service.times import moments

    found: list[Due] = []
    said, said_at = case.said[place], case.fact(moments)[place]
    if said_at is None or case.internal(place):
        return found
    promised = _by_sentence(said, (ANSWER, "promise-broken/act"))
    third = sentences(said, "promise-broken/visit")
    for number in sorted(promised):
        for match in sorted(promised[number], key=lambda each: each.first):
            if number not in third or match in said.signal(ANSWER):
                found += _due(case, place, said_at, match, clauses)
    return found


def _due(case: Case, place: int, said_at: datetime, match: Match, clauses: Sequence[str]) -> Iterator[Due]:
    from phraselint.service.deadlines import deadline
    from phraselint.service.times import hours_of, local_to

    for sentence, each in _times_of(case.said[place], match, clauses):
        at = deadline(each, sentence, local_to(case, said_at), case.fact(hours_of))
        if at is not None:
            first = each.first - (each.lead == sentence.words[each.first - 1]) if each.first else 0
            start, end = sentence.text.span(sentence.starts[first], _end(sentence, each))
            yield Due(place, min(start, match.start), max(match.end, end), at)
            return


def _end(sentence: Sentence, each: Stated) -> int:
    """Where the words of a time end; the full stop of "5 p.m." at the end of a sentence is left to the sentence."""
    last = sentence.ends[each.last - 1]
    return last - (sentence.text.clean[last - 1] == ".")


def _times_of(said: Said, match: Match, clauses: Sequence[str]) -> Iterator[tuple[Sentence, Stated]]:
    """The times that belong to a promise: behind it in its clause, right before it, or alone in the next sentence."""
    sentence = match.sentence
    clause, ends = _bounds(sentence, match.last, clauses)
    behind = [each for each in stated(sentence, match.first, ends) if each.first < clause or limits(each)]
    before = [each for each in stated(sentence, 0, match.first) if each.last >= match.first - 1]
    yield from ((sentence, each) for each in (*behind, *before))
    following = said.folded.sentences[sentence.number + 1 : sentence.number + 2]
    for after in following:
        alone = [each for each in stated(after) if each.first <= 3 and each.last + 3 >= len(after.words)]
        yield from ((after, each) for each in alone)


def _bounds(sentence: Sentence, start: int, clauses: Sequence[str]) -> tuple[int, int]:
    """Where a clause that depends on the promise begins, and where another statement does; tokens."""
    clause = end = len(sentence.words)
    for place in range(start, len(sentence.words)):
        word = sentence.words[place]
        if word in (";", ":") and not sentence.words[place - 1].isdigit():
            end = place
            break
        if any("will" in spelling for spelling in sentence.spoken[place]):
            end = place
            break
        if word in clauses:
            clause = min(clause, place)
    return clause, end


def _settled(case: Case, due: Due, times: Sequence[datetime | None]) -> bool:
    """Whether, before the deadline, an agent wrote or the customer closed the matter."""
    for place in range(due.place + 1, len(case.said)):
        written = times[place]
        if written is None or written > due.at:
            continue
        if case.speaker(place) == Speaker.AGENT and not case.internal(place):
            return True
        if case.speaker(place) == Speaker.CUSTOMER and case.said[place].signal("promise-broken/closed"):
            return True
    return False


def _after(case: Case, due: Due, times: Sequence[datetime | None]) -> tuple[Evidence, ...]:
    """The first message after the deadline: what shows that it had passed."""
    for place in range(due.place + 1, len(case.said)):
        written = times[place]
        if written is not None and written > due.at:
            return (case.evidence(place, 0, len(case.said[place].message.text)),)
    return ()


def _shown(case: Case, at: datetime) -> str:
    from phraselint.service.times import local_to

    return f"{local_to(case, at):%Y-%m-%d %H:%M}"
