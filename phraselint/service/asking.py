"""What the company has asked the customer for: the fact behind "asks again" and "what the customer has given"."""

from __future__ import annotations

from phraselint.model.conversation import COMPANY
from phraselint.model.values import NamedTuple
from phraselint.service.spots import covered, length, sentences, span, within

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from phraselint.match.matches import Match
    from phraselint.service.case import Case, Said
    from phraselint.text.words import Sentence

CODES = ("order", "booking", "account", "customer", "contract", "ticket", "serial", "tracking", "invoice")
"""The kinds that are numbers or codes, and mean nothing without the word beside them."""

KINDS = (*CODES, "email", "phone", "name", "birth", "address", "postcode", "card", "product", "error")
"""All that a customer may be asked for; each is the name of a signal of ``asks-again``."""

_FAR = 9  # words between "could you tell me" and what is asked for
_NEAR = 6  # words between "which" and what is asked for


class Ask(NamedTuple):
    """One thing that a message asks for: where it asks (code points of its text), the tokens that name the thing."""

    message: int
    kind: str
    start: int
    end: int
    sentence: int
    first: int
    last: int


def asked(case: Case) -> list[Ask]:
    """What agents and bots ask the customer for, in order."""
    return [ask for place in case.outward(*COMPANY) for ask in _asks(case.said[place], place)]


def _asks(said: Said, place: int) -> Iterator[Ask]:
    names = {kind: f"asks-again/{kind}" for kind in KINDS}
    for number in sorted(sentences(said, *names.values())):
        things = [(match, kind) for kind, name in names.items() for match in within(said, number, name)]
        sentence = things[0][0].sentence
        for match, kind in _longest(things):
            start = _start(said, sentence, match, [each for each, _ in things])
            if start is not None:
                stretch = span(said, sentence, start, _stop(sentence, match))
                yield Ask(place, kind, *stretch, number, match.first, match.last)


def _longest(things: list[tuple[Match, str]]) -> list[tuple[Match, str]]:
    """Without those that stand inside a longer one."""
    return [(match, kind) for match, kind in things if not any(_holds(other, match) for other, _ in things)]


def _holds(longer: Match, shorter: Match) -> bool:
    inside = longer.first <= shorter.first and shorter.last <= longer.last
    return inside and longer.last - longer.first > shorter.last - shorter.first


def _start(said: Said, sentence: Sentence, thing: Match, things: list[Match]) -> int | None:
    """The token at which the words begin that ask for a thing; None where nothing asks for it."""
    number = sentence.number
    if within(said, number, "asks-again/no-ask"):
        return None
    clauses = within(said, number, "asks-again/clause")
    for name, reach in (("asks-again/asking", _FAR), ("asks-again/which", _NEAR)):
        for frame in within(said, number, name):
            near = frame.first <= thing.first and thing.first - frame.last <= reach
            if near and not any(frame.last <= each.first < thing.first for each in clauses):
                return frame.first
    if any(thing.first <= each.first < thing.last for each in within(said, number, "asks-again/self")):
        return thing.first
    if any(0 <= each.first - thing.last <= 1 for each in within(said, number, "asks-again/wanted")):
        return thing.first
    return _fragment(said, sentence, thing, things)


def _fragment(said: Said, sentence: Sentence, thing: Match, things: list[Match]) -> int | None:
    """The start of "Name and date of birth?" or "your post code, please", which hold nothing but what they ask for.

    Behind a comma they may end a sentence that asks politely, "To start with, your name, please"; behind a colon any
    that asks.
    """
    fillers = within(said, sentence.number, "asks-again/filler")
    please = within(said, sentence.number, "asks-again/please")
    words = {place for place in range(len(sentence.words)) if sentence.is_word(place)}
    others = words - covered([*things, *fillers])
    if not {place for place in others if place < _called(sentence, thing)}:
        return sentence.first_word() if sentence.question or please else None
    behind = min(others) == thing.last and sentence.question and length(sentence, thing.last) <= _CLAUSE
    if behind and any(each.first == thing.last for each in within(said, sentence.number, "asks-again/belonging")):
        return sentence.first_word()
    if min(others) > thing.first and _and_more(sentence, thing, fillers, please):
        return sentence.first_word()
    begins = max(others) + 1
    paused = please or (sentence.question and len(others) <= _LEAD)
    marks = (",", ":", "-") if paused else (":", "-") if sentence.question else ()
    return thing.first if begins <= thing.first and sentence.words[begins] in marks else None


def _and_more(sentence: Sentence, thing: Match, fillers: list[Match], please: list[Match]) -> bool:
    """Whether something else is asked for beside it: "Account number and sort code, please"."""
    words = [place for place in range(len(sentence.words)) if sentence.is_word(place)]
    joined = sentence.words[thing.last : thing.last + 1] == [","] or thing.last in covered(fillers)
    ends = sentence.question or any(each.last > words[-1] for each in please)
    return joined and ends and len(words) <= _BRIEF


_LEAD = 3  # words of "Hi Mrs Ames, your post code?"
_CLAUSE = 6  # words of "you got at the till"
_BRIEF = 10  # words of a mere list of what is wanted


def _called(sentence: Sentence, thing: Match) -> int:
    """The token after which a question only names whom it asks: "And your date of birth, Mrs Ames?"."""
    words = sentence.words
    comma = max((place for place in range(thing.last, len(words)) if words[place] == ","), default=len(words))
    return comma if sum(map(sentence.is_word, range(comma, len(words)))) <= _NAME else len(words)


_NAME = 2  # words of "Mrs Ames"


def _stop(sentence: Sentence, thing: Match) -> int:
    """The token after the end of the clause: the sentence's, or the next comma's or semicolon's."""
    marks = (",", ";", ":", "-", "(")
    words = sentence.words
    ends = (place for place in range(thing.last, len(words)) if words[place] in marks and not sentence.is_word(place))
    return next(ends, len(words))
