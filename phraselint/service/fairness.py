"""When it is fair to ask for what the customer has given: for another one, a new one, or one that cannot be read."""

from __future__ import annotations

from bisect import bisect_left

from phraselint.model.conversation import COMPANY, Channel, Speaker
from phraselint.service.asking import CODES
from phraselint.service.renewed import PERSONAL, asks_the_new, since
from phraselint.service.spots import covered, own_sentence, within

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from phraselint.match.matches import Match
    from phraselint.service.asking import Ask
    from phraselint.service.case import Case, Said
    from phraselint.service.given import Given

_TAIL = 4  # figures by which a number is confirmed: "the card ending in 0026"


def fair(case: Case, ask: Ask, known: Sequence[Given]) -> bool:
    """Whether a question for what is known (``known``, all before it) is none that asks again."""
    return (
        _picks_up(case, ask)
        or _undecided(case, ask, known)
        or _not_at_hand(case, ask, known)
        or _confirms(case, ask, known)
        or _of_another_person(case, ask, known)
        or _asks_another(case, ask, known)
        or _of_something_else(case, ask, known)
        or since(case, ask, known)
        or _less_than_asked(case, ask, known)
    )


def _picks_up(case: Case, ask: Ask) -> bool:
    """Whether someone who has just picked up the phone asks who is calling: the record is not open yet."""
    spoken = case.channel(ask.message) == Channel.VOICE
    return spoken and ask.kind == "name" and not case.before(ask.message, Speaker.CUSTOMER)


def _not_at_hand(case: Case, ask: Ask, known: Sequence[Given]) -> bool:
    """Whether only the customer's record holds it, and who asks has it not open, or tells what anyone has to bring."""
    if any(each.message is not None or not (each.field or "").startswith("customer.") for each in known):
        return False
    said = case.said[ask.message]
    if said.message.speaker is Speaker.BOT:
        return True
    if ask.kind == "name" and _unopened(case, ask, known):
        return True
    return any(each.signal("asks-again/what-needed") for each in case.latest(ask.message, Speaker.CUSTOMER))


def _unopened(case: Case, ask: Ask, known: Sequence[Given]) -> bool:
    """Whether the name may be another than that of the record: of a caller whom nobody has called by it yet, of someone
    known by a profile, or of whoever booked.
    """
    said, channel = case.said[ask.message], case.channel(ask.message)
    if channel == Channel.VOICE:
        parts = [_plain(part) for each in known for part in each.value.split()]
        return all(case.fact(_first_said, part, *COMPANY) > ask.message for part in parts)
    whole = within(said, ask.sentence, "asks-again/whole-name") if channel == Channel.SOCIAL else ()
    return bool(whole or within(said, ask.sentence, "asks-again/name-of"))


def _confirms(case: Case, ask: Ask, known: Sequence[Given]) -> bool:
    """Whether the message itself names the value, or its last figures."""
    said = _plain(case.said[ask.message].message.text)
    for each in known:
        value = _plain(each.value)
        tail = value[-_TAIL:] if len(value) >= _TAIL else ""
        figures = tail if any(map(str.isdigit, tail)) else value
        if figures and figures in said:
            return True
    return False


def _plain(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()


def _asks_another(case: Case, ask: Ask, known: Sequence[Given]) -> bool:
    """Whether the sentence asks for a different one: "the other address", "the order number of the second one"."""
    if asks_the_new(case, ask, known):
        return False
    said = case.said[ask.message]
    close = (each.last for each in within(said, ask.sentence, "asks-again/another"))
    if any(ask.first - 1 <= last <= ask.last for last in close):
        return True
    return bool(within(said, ask.sentence, "asks-again/another-one"))


def _of_another_person(case: Case, ask: Ask, known: Sequence[Given]) -> bool:
    """Whether it is somebody else's, "your teen's name", "her date of birth", and not what was given of them."""
    said = case.said[ask.message]
    if ask.kind not in (*PERSONAL, "birth"):
        return bool(within(said, ask.sentence, "asks-again/relative"))
    owners = _owners(said, ask)
    if owners or _near(said, ask, "asks-again/theirs"):
        return not any(_of_a_third(case, each, owners) for each in known)
    if _near(said, ask, "asks-again/your-own"):
        return all(_of_a_third(case, each, owners) for each in known)
    return ask.kind == "name" and (_of_whom(said, ask) or _of_several(said, ask))


def _owners(said: Said, ask: Ask) -> list[str]:
    """Whose it is: "teen" of "your teen's name", "kid" of "when was your kid born"."""
    words = said.folded.sentences[ask.sentence].words
    places = [place for place in range(max(ask.first - _BEFORE, 0), ask.first) if words[place].endswith("'s")]
    if any(each.last == ask.last for each in within(said, ask.sentence, "asks-again/born")):
        places += range(max(ask.last - 1 - _BEFORE, ask.first), ask.last - 1)
    nobody = covered(within(said, ask.sentence, "asks-again/nobody", "asks-again/theirs"))
    return [words[place].removesuffix("'s") for place in places if place not in nobody]


def _near(said: Said, ask: Ask, *names: str) -> list[Match]:
    """Where these signals stand in what is asked for, or right before it."""
    return [each for each in within(said, ask.sentence, *names) if ask.first - _BEFORE <= each.first < ask.last]


_BEFORE = 2  # words before what is asked for that say whose it is


def _of_whom(said: Said, ask: Ask) -> bool:
    """Whether somebody follows whose name it is: "the name of the driver"."""
    return any(each.first == ask.last for each in within(said, ask.sentence, "asks-again/of-whom"))


def _of_several(said: Said, ask: Ask) -> bool:
    """Whether names are asked for, and not "your names"."""
    names = within(said, ask.sentence, "asks-again/several")
    return any(each.last == ask.last for each in names) and not _near(said, ask, "asks-again/yours")


def _of_a_third(case: Case, known: Given, owners: Sequence[str]) -> bool:
    """Whether a value is told as somebody else's: "my son, born 4 May 2015", "her number is ..."; of ``owners``."""
    if known.message is None:
        return False
    said = case.said[known.message]
    sentence = own_sentence(said, known.start)
    if sentence is None:
        return False
    last = bisect_left(sentence.starts, known.start, key=lambda start: said.folded.span(start, start + 1)[0])
    theirs = any(each.first < last for each in within(said, sentence.number, "asks-again/theirs"))
    if owners and not any(owner in sentence.words[:last] for owner in owners):
        return theirs and any(_holds(said, owner) for owner in owners)
    if owners or theirs:
        return True
    if known.kind not in ("birth", "phone"):
        return False
    labels = (f"asks-again/{known.kind}", f"asks-again/word-{known.kind}")
    own = {match.first for match in within(said, sentence.number, *labels)}
    mine = [each.first for each in within(said, sentence.number, "asks-again/mine") if each.first < last]
    return any(own.isdisjoint((place, place + 1)) for place in mine)


def _of_something_else(case: Case, ask: Ask, known: Sequence[Given]) -> bool:
    """Whether it is that of a thing to which the customer came only later: "the number of the house policy"."""
    given = max((each.message for each in known if each.message is not None), default=ask.message)
    return any(given < _came_to(case, word) < ask.message for word in _things(case.said[ask.message], ask))


def _things(said: Said, ask: Ask) -> Iterator[str]:
    """The words for the thing whose number it is: "the house policy number", "the number for the mat"."""
    before = said.folded.sentences[ask.sentence].words[max(ask.first - 1, 0) : ask.first]
    yield from (word for word in before if len(word) > _SHORT)
    behind = within(said, ask.sentence, "asks-again/of-which")
    yield from (match.sentence.words[match.last - 1] for match in behind if match.first == ask.last)


_SHORT = 4  # letters of "your" and "that"


def _came_to(case: Case, word: str) -> int:
    """The message in which a word is first heard, if it is the customer's; else -1."""
    first = case.fact(_first_said, word, *Speaker)
    return first if first < len(case.said) and case.speaker(first) is Speaker.CUSTOMER else -1


def _first_said(case: Case, word: str, *speakers: Speaker) -> int:
    """The first message of these speakers in which a word is heard; the number of messages if it is in none."""
    return next((place for place in case.places(*speakers) if _holds(case.said[place], word)), len(case.said))


def _holds(said: Said, word: str) -> bool:
    return any(word in each.bag for each in said.own_sentences())


def _undecided(case: Case, ask: Ask, known: Sequence[Given]) -> bool:
    """Whether two values are given, so that one may ask which; names and things go by many words."""
    if ask.kind == "product" and within(case.said[ask.message], ask.sentence, "asks-again/generic"):
        return len({_plain(each.value) for each in known}) > 1
    if ask.kind not in (*CODES, "email", "phone", "birth", "card"):
        return False
    most = _WHOLE if ask.kind == "email" else _SAME
    return len({_plain(each.value)[-most:] for each in known}) > 1


_SAME, _WHOLE = 7, 99  # characters at the end by which two numbers are one, with +44 or without; an address as a whole


def _less_than_asked(case: Case, ask: Ask, known: Sequence[Given]) -> bool:
    """Whether only a part is known: a first name where the whole is asked, a device without its model."""
    if ask.kind == "name":
        whole = within(case.said[ask.message], ask.sentence, "asks-again/whole-name")
        return bool(whole) and all(len(each.value.split()) < 2 for each in known)
    if ask.kind != "product":
        return False
    generic = within(case.said[ask.message], ask.sentence, "asks-again/generic")
    return not generic and not any(is_model(each) for each in known)


def is_model(known: Given) -> bool:
    """Whether a product is known by its model: the word "tablet" tells none."""
    if known.message is None or any(map(str.isdigit, known.value)):
        return True
    return sum(word[0].isupper() for word in known.value.split()) > 1
