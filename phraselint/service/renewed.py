"""What has changed: which of the values that a customer gave holds now, and whether one has changed since then."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from phraselint.model.conversation import Speaker
from phraselint.service.asking import CODES
from phraselint.service.spots import beginning, hears, own_sentence, stretches, within

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from phraselint.service.asking import Ask
    from phraselint.service.case import Case, Said
    from phraselint.service.given import Given
    from phraselint.text.words import Sentence

PERSONAL = ("email", "phone", "name", "address", "postcode", "card")
"""What belongs to a person and may change."""

_RIGHT_AFTER = 12  # characters between "my new address" and the address: " is", ": Flat 3, "; or it and "now"


def of_now(case: Case, known: Sequence[Given]) -> list[Given]:
    """The values that were told as those of now: "we moved to 4 Elm Row", "ours is 4 Elm Row now"."""
    return [each for each in known if case.fact(_of_now, each)]


def asks_the_new(case: Case, ask: Ask, known: Sequence[Given]) -> bool:
    """Whether a question for the new one asks for what was told as that of now."""
    asked = within(case.said[ask.message], ask.sentence, "asks-again/the-new")
    return bool(asked) and len(of_now(case, known)) == len(known)


def _of_now(case: Case, given: Given) -> bool:
    """Whether what leads to a value, or ends its clause, says that it holds now, and nothing nearer that it did."""
    if given.message is None:
        return False
    said = case.said[given.message]
    sentence = own_sentence(said, given.start)
    if sentence is None or within(said, sentence.number, "asks-again/to-come"):
        return False
    now = within(said, sentence.number, "asks-again/now")
    if any(0 < each.start - given.end <= _RIGHT_AFTER and _ends(sentence, each.last) for each in now):
        return True
    starts = [each.start for each in now if each.start < given.start]
    was = beginning(said, 0, given.start, "asks-again/changed")
    return bool(starts) and (not was or max(starts) > was[-1].start)


def _ends(sentence: Sentence, place: int) -> bool:
    """Whether a clause ends before a token."""
    return place >= len(sentence.words) or sentence.signs[place]


def since(case: Case, ask: Ask, known: Sequence[Given]) -> bool:
    """Whether someone said since that it changed, that there are more of them, or that it is unreadable."""
    start = min((each.message for each in known if each.message is not None), default=0)
    if _between(case.fact(_unsettled, ask.kind), start, ask.message):
        return True
    changes = _between(case.fact(_changes, ask.kind), start, ask.message)
    return any(not _the_new(case, ask.kind, place, known) for place in changes)


def _between(places: list[int], first: int, last: int) -> list[int]:
    return places[bisect_left(places, first) : bisect_right(places, last)]


def _unsettled(case: Case, kind: str) -> list[int]:
    """The messages after which one may ask anew for what is of a kind."""
    return [place for place, said in enumerate(case.said) if _unsettles(said, kind)]


def _unsettles(said: Said, kind: str) -> bool:
    """Whether a message says that there are more of a kind, "you have a second card", or that one is unreadable."""
    customers = said.message.speaker is Speaker.CUSTOMER
    if kind in (*CODES, "product" if customers else "card") and hears(said, "asks-again/more-than-one"):
        return True
    return not customers and hears(said, "asks-again/unreadable")


def _changes(case: Case, kind: str) -> list[int]:
    """The customer's messages that say that something of a person's has changed."""
    places = case.places(Speaker.CUSTOMER) if kind in PERSONAL else ()
    return [place for place in places if _changed(case.said[place], kind)]


def _changed(said: Said, kind: str) -> list[tuple[int, int]]:
    """Where a message says that what is of a kind has changed, or is another than before."""
    return stretches(said, "asks-again/changed", f"asks-again/changed-{'address' if kind == 'postcode' else kind}")


def _the_new(case: Case, kind: str, place: int, known: Sequence[Given]) -> bool:
    """Whether the message that tells of a change also gives the new value: as that of now, or right after it."""
    told = [each for each in known if each.message == place]
    if of_now(case, told):
        return True
    ends = [end for _, end in _changed(case.said[place], kind)]
    return any(0 < each.start - end <= _RIGHT_AFTER for end in ends for each in told)
