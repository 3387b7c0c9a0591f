"""Promises with a time: the deadline named for them, and whether anything came of it."""

from __future__ import annotations

from phraselint.model.conversation import Speaker
from phraselint.model.values import NamedTuple
from phraselint.service.case import Case, Fault
from phraselint.service.promises import ANSWER, ANY, promised
from phraselint.service.spots import hears, quotable, sentences, within
from phraselint.service.stated import UNTIL, Stated, limits, stated

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime
    from typing import Any

    from phraselint.match.matches import Match
    from phraselint.model.findings import Evidence
    from phraselint.service.case import Said
    from phraselint.text.words import Sentence


class Due(NamedTuple):
    """A promise of the message ``place`` with its deadline; ``start`` and ``end`` are code points of its text."""

    place: int
    start: int
    end: int
    at: datetime


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
            values = {"promise": quotable(case.said[place], due.start, due.end), "deadline": _shown(case, due.at)}
            yield Fault(place, due.start, due.end, _after(case, due, times), values)


def promised_by(case: Case, place: int, clauses: Sequence[str]) -> list[Due]:
    """The promises of a message to let the customer hear by a certain time, in order."""
    from phraselint.service.times import moments

    found: list[Due] = []
    said, said_at = case.said[place], case.fact(moments)[place]
    if said_at is None or case.internal(place):
        return found
    made = promised(said, (ANSWER, ANY, "promise-broken/act"))
    third = sentences(said, "promise-broken/visit") | _goods(case, place)
    for number in sorted(made):
        told = [match for match in made[number] if number not in third or _is_word(said, match)]
        once = {(match.first, match.last): match for match in told}  # whichever signal heard it
        for match in sorted(once.values(), key=lambda each: each.first):
            if not _hangs(said, match):
                found += _due(case, place, said_at, match, clauses)
    return found


def _goods(case: Case, place: int) -> set[int]:
    """The sentences that say when goods come that the customer asks about: "you'll have it by noon"."""
    asked = case.latest(place, Speaker.CUSTOMER)
    goods = any(hears(each, "promise-broken/visit", "promise-broken/at-home") for each in asked)
    return sentences(case.said[place], "promise-broken/goods") if goods else set()


def _is_word(said: Said, match: Match) -> bool:
    """Whether a promise is to let the customer hear, though it speaks of somebody who comes or of goods."""
    number = match.sentence.number
    if any(match.first <= each.first < match.last for each in within(said, number, "promise-broken/granted")):
        return True
    return match in said.signal(ANSWER) and not within(said, number, "promise-broken/handing")


def _hangs(said: Said, match: Match) -> bool:
    """Whether a promise waits for what the customer is asked to do before it: "if you write by noon, I'll have it"."""
    theirs = within(said, match.sentence.number, "promise-broken/theirs")
    return any(each.last <= match.first for each in theirs)


def _due(case: Case, place: int, said_at: datetime, match: Match, clauses: Sequence[str]) -> Iterator[Due]:
    from phraselint.service.deadlines import deadline
    from phraselint.service.times import hours_of, local_to

    said = case.said[place]
    writes = match in said.signal(ANSWER) or match in said.signal("promise-broken/act")
    for sentence, each in _times_of(said, match, clauses):
        if each.lead in UNTIL and not writes:
            continue
        at = deadline(each, sentence, local_to(case, said_at), case.fact(hours_of))
        if at is not None:
            start, end = sentence.text.span(sentence.starts[_begin(sentence, each)], _end(sentence, each))
            yield Due(place, min(start, match.start), max(match.end, end), at)
            return


def _begin(sentence: Sentence, each: Stated) -> int:
    """The token where the words of a time begin: "by" of "by noon"."""
    return each.first - (each.lead == sentence.words[each.first - 1]) if each.first else 0


def _end(sentence: Sentence, each: Stated) -> int:
    """Where the words of a time end; the full stop of "5 p.m." at the end of a sentence is left to the sentence."""
    last = sentence.ends[each.last - 1]
    return last - (sentence.text.clean[last - 1] == ".")


def _times_of(said: Said, match: Match, clauses: Sequence[str]) -> Iterator[tuple[Sentence, Stated]]:
    """The times that belong to a promise: behind it in its clause, right before it, or alone in the next sentence.

    Before it stands one that is asked for, too: "give me ten minutes to look, and I'll be back".
    """
    sentence = match.sentence
    clause, ends = _bounds(sentence, match.last, clauses)
    behind = [
        each
        for each in stated(sentence, match.first, ends)
        if each.first < clause or limits(each) or _latest(sentence, each)
    ]
    granted = {each.last for each in within(said, sentence.number, "promise-broken/granted")}
    acting = within(said, sentence.number, "promise-broken/who")
    first = min((each.first for each in acting if match.first < each.last), default=match.first)
    ahead = stated(sentence, 0, match.first)
    before = [
        each
        for each in ahead
        if _right_before(sentence, each, first) or not granted.isdisjoint((each.first, _begin(sentence, each)))
    ]
    yield from ((sentence, each) for each in (*behind, *before))
    following = said.folded.sentences[sentence.number + 1 : sentence.number + 2]
    for after in following:
        alone = [each for each in stated(after) if each.first <= 3 and each.last + 3 >= len(after.words)]
        yield from ((after, each) for each in alone)


def _latest(sentence: Sentence, each: Stated) -> bool:
    """Whether "at the latest" makes a time a limit."""
    return sentence.words[each.last : each.last + 3] == ["at", "the", "latest"]


def _right_before(sentence: Sentence, each: Stated, first: int) -> bool:
    """Whether a time ends where the promise begins: "by noon he'll ring you", "by noon at the latest you'll know"."""
    between = sentence.words[each.last + 3 * _latest(sentence, each) : first]
    return not between or (len(between) < 2 and (between != [","] or _opens(sentence, each)))


def _opens(sentence: Sentence, each: Stated) -> bool:
    """Whether a time before a comma tells nothing else: "by noon, he'll ring you", not "it is at noon, he'll ring"."""
    begins = max((place + 1 for place in range(each.first) if sentence.signs[place]), default=0)
    return each.first - begins <= _LEADING or sentence.words[each.first - 1] == "than"


_LEADING = 2  # words that lead a time in: "but by noon"


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
