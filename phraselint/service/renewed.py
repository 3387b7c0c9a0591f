"""What has changed: which of the values that a customer gave holds now, and whether one has changed since then."""

from __future__ import annotations

from phraselint.model.conversation import Speaker
from phraselint.service.asking import CODES
from phraselint.service.spots import span, stretches, within

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
    return [each for each in known if each.message is not None and _of_now(case.said[each.message], each)]


def asks_the_new(case: Case, ask: Ask, known: Sequence[Given]) -> bool:
    """Whether a question for the new one asks for what was told as that of now."""
    asked = within(case.said[ask.message], ask.sentence, "asks-again/the-new")
    return bool(asked) and len(of_now(case, known)) == len(known)


def _of_now(said: Said, given: Given) -> bool:
    """Whether what leads to a value, or ends its clause, says that it holds now, and nothing nearer that it did."""
    sentence = next((each for each in said.own_sentences() if span(said, each)[1] > given.start), None)
    if sentence is None or within(said, sentence.number, "asks-again/to-come"):
        return False
    now = within(said, sentence.number, "asks-again/now")
    if any(0 < each.start - given.end <= _RIGHT_AFTER and _ends(sentence, each.last) for each in now):
        return True
    starts = [each.start for each in now if each.start < given.start]
    was = [start for start, _ in stretches(said, "asks-again/changed") if start < given.start]
    return bool(starts) and max(starts) > max(was, default=-1)


def _ends(sentence: Sentence, place: int) -> bool:
    """Whether a clause ends before a token."""
    return place >= len(sentence.words) or sentence.signs[place]


def since(case: Case, ask: Ask, known: Sequence[Given]) -> bool:
    """Whether someone said since that it changed, that there are more of them, or that it is unreadable."""
    start = min((each.message for each in known if each.message is not None), default=0)
    for place in range(start, ask.message + 1):
        said = case.said[place]
        if said.message.speaker is Speaker.CUSTOMER and place < ask.message:
            if ask.kind in PERSONAL and _changed(said, ask) and not _the_new(case, ask, place, known):
                return True
            if ask.kind in (*CODES, "product") and said.signal("asks-again/more-than-one"):
                return True
        elif said.message.speaker is not Speaker.CUSTOMER and said.signal("asks-again/unreadable"):
            return True
        elif ask.kind in (*CODES, "card") and said.signal("asks-again/more-than-one"):
            return True  # "you have a second card"
    return False


def _changed(said: Said, ask: Ask) -> list[tuple[int, int]]:
    """Where a message says that what is asked for has changed, or is another than before."""
    kind = "address" if ask.kind == "postcode" else ask.kind
    return stretches(said, "asks-again/changed", f"asks-again/changed-{kind}")


def _the_new(case: Case, ask: Ask, place: int, known: Sequence[Given]) -> bool:
    """Whether the message that tells of a change also gives the new value: as that of now, or right after it."""
    told = [each for each in known if each.message == place]
    if of_now(case, told):
        return True
    ends = [end for _, end in _changed(case.said[place], ask)]
    return any(0 < each.start - end <= _RIGHT_AFTER for end in ends for each in told)
