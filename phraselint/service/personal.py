"""The person: a name, a greeting, thanks, a signature, words of one's own, and an ear for how somebody feels."""

from __future__ import annotations

import re
from itertools import takewhile

from phraselint.model.conversation import Channel, Speaker
from phraselint.service.case import TICKETS, Fault
from phraselint.service.feelings import unheard
from phraselint.service.names import LETTERS, UPPER, WORDS, answers, is_of, plain
from phraselint.service.people import customer_names, told_names, where
from phraselint.service.repeated import repeated
from phraselint.service.signing import own_lines, signed
from phraselint.service.spots import clean_span, hears, length, sentences, span, tells, whole
from phraselint.service.turns import begun_before, bot_answers, bot_leads, first_reply
from phraselint.service.vocatives import greets_other, strangers

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from phraselint.match.matches import Match
    from phraselint.service.case import Case, Said
    from phraselint.service.names import Name

_CAPITALISED = re.compile(rf"[{UPPER}][{LETTERS}]*(?:['-][{LETTERS}]+)*")
_APART = re.compile(r"(?<![\w'-])[a-z]{3,}(?=[.,!?\n]|\Z)")
_LATIN = re.compile(r"[A-Za-z]")
_ADDRESSING = ("greeting", "no-name/addresses")
_GREETING = ("greeting", "no-greeting/greeting")
_WELCOMED = (Channel.SOCIAL, Channel.SMS)  # where thanks for writing stand for a greeting
_BEGINS = ("no-thanks/begins",)
_POSTSCRIPT = 8  # words and signs that may follow what settles a matter
_CRY = 3  # words of one
_GREETED = 3  # sentences at the start of a reply in which a greeting is one


def no_name(case: Case, settings: Mapping[str, Any]) -> Iterator[Fault]:
    """The first reply after the customer has spoken, where it does not use a name that is known by then.

    A reply that greets somebody else is wrong-name's alone, or for one whom the customer spoke of; one in another
    script spells names in its own way.
    """
    run = first_reply(case, spoken=True)
    if not case.judges(*run):
        return
    names = [name for name in case.fact(customer_names) if name.place is None or name.place < run[0]]
    written = [place for place in case.outward(Speaker.AGENT) if place <= run[-1]]
    forms = settings["short_forms"]
    called = [*names, *(name for name in case.fact(told_names) if name.place is not None and name.place < run[0])]
    used = any(_uses(case.said[place], called, forms) for place in written)
    latin = any(_LATIN.search(case.said[place].message.text) for place in run)
    others = any(any(strangers(case, place, names, forms)) or greets_other(case, place) for place in run)
    if names and not used and latin and not others:
        yield Fault(run[0], *_opening(case.said[run[0]]), where(case, names[0]), {"name": names[0].text})


def wrong_name(case: Case, settings: Mapping[str, Any]) -> Iterator[Fault]:
    """Each greeting of somebody who is not on the thread."""
    names = case.fact(customer_names)
    for place in case.replies(Speaker.AGENT) if names else ():
        for start, end, called in strangers(case, place, names, settings["short_forms"], settings["titles"]):
            yield Fault(place, start, end, where(case, names[0]), {"called": called, "name": names[0].text})


def unsigned(case: Case, _: Mapping[str, Any]) -> Iterator[Fault]:
    """Each reply by e-mail or ticket in whose last lines no person's name stands."""
    for place in case.judged(Speaker.AGENT):
        if case.channel(place) in TICKETS and not signed(case, place):
            lines = own_lines(case.said[place])
            if lines:
                yield Fault(place, *case.said[place].folded.span(lines[-1].start, lines[-1].end))


def no_greeting(case: Case, settings: Mapping[str, Any]) -> Iterator[Fault]:
    """The first reply, where it does not begin with a greeting; on voice the line that picks up."""
    run = first_reply(case, spoken=False)
    if not case.judges(*run) or case.channel(run[0]) in settings["not_on"] or begun_before(case):
        return
    if hears(case.said[run[0]], "no-greeting/rest") and not any(map(_begins, (case.said[place] for place in run))):
        return  # of a message in parts the first is not in the data
    channel = case.channel(run[0])
    signals = (*_GREETING, "no-greeting/pick-up") if channel == Channel.VOICE else _GREETING
    greeted = any(_greets(case.said[place], signals) for place in run)
    welcomed = channel in _WELCOMED and any(_welcomes(case.said[place]) for place in run)
    if not greeted and not welcomed:
        yield Fault(run[0], *_opening(case.said[run[0]]))


def no_thanks(case: Case, settings: Mapping[str, Any]) -> Iterator[Fault]:
    """The last reply of a finished conversation in which no agent has thanked the customer."""
    replies = case.outward(Speaker.AGENT)
    if not replies or not case.judges(*replies[-1:]) or not case.places(Speaker.CUSTOMER):
        return
    finish = _finish(case, replies[0], settings)
    farewells = [place for place in case.places(Speaker.BOT) if place > replies[-1]]
    if finish is None or bot_leads(case, replies[-1:]) or bot_answers(case, replies[-1], finish):
        return  # open, or the last reply is the bot's
    if any(_thanks(case.said[place]) for place in (*replies, *farewells)) or _only_began(case, replies, finish):
        return
    evidence = () if finish < 0 else (case.evidence(finish, *whole(case.said[finish])),)
    yield Fault(replies[-1], *_opening(case.said[replies[-1]]), evidence)


def canned_twice(case: Case, settings: Mapping[str, Any]) -> Iterator[Fault]:
    """Each sentence of the company's that an earlier message of its has already said, or nearly."""
    for again in repeated(case, settings["words"], settings["similarity"], settings["led_in"]):
        yield Fault(again.message, again.start, again.end, (case.evidence(*again.before),))


def feeling_ignored(case: Case, settings: Mapping[str, Any]) -> Iterator[Fault]:
    """Each reply to an upset customer that begins with something else."""
    for place, start, end, upset in unheard(case, settings):
        yield Fault(place, start, end, (case.evidence(*upset),))


def _opening(said: Said) -> tuple[int, int]:
    """The first sentence of a message; the whole text where it has none."""
    first = next(iter(said.own_sentences()), None)
    return whole(said) if first is None else span(said, first)


def _uses(said: Said, names: Sequence[Name], forms: Mapping[str, Any]) -> bool:
    """Whether a message holds a form of a name; in small letters only where it stands apart, initials where greeted."""
    clean = said.folded.clean
    written = (each for shape in (_CAPITALISED, _APART) for each in shape.finditer(clean))
    spoken = {each.group() for each in written if _is_called(said, each)}
    if any(is_of(word, names, forms) for word in spoken):
        return True
    if any(not name.text.isascii() and name.text in said.message.text for name in names):
        return True
    greeted = ((match.sentence.words, match.last) for name in _ADDRESSING for match in said.signal(name))
    return any(
        answers(word, names, forms) for words, last in greeted for word in words[last : last + 2] if word.isalpha()
    )


def _is_called(said: Said, found: re.Match[str]) -> bool:
    """Whether a word may be a name; one that is another word, too, where somebody is called: "Thanks, Will." """
    if plain(found.group()) not in WORDS:
        return True
    text, start, end = found.string, *found.span()
    if text[end : end + 1] not in ("", *",.!?:;\n"):
        return False
    before = text[:start].rstrip()
    if before[-1:] in ("", *",.!?(-") or "\n" in text[len(before) : start]:
        return True
    calls = (match for name in (*_ADDRESSING, "wrong-name/title") for match in said.signal(name))
    return any(clean_span(match)[1] == len(before) for match in calls)


def _greets(said: Said, signals: Sequence[str]) -> bool:
    """Whether one of the first sentences greets."""
    first = [sentence.number for sentence in said.own_sentences()][:_GREETED]
    return any(
        match.sentence.number in first and not _inside(match, said.signal("no-greeting/parting"))
        for name in signals
        for match in said.signal(name)
    )


def _welcomes(said: Said) -> bool:
    """Whether a message begins with thanks for writing, if need be after a cry: "Oh no! Thanks for flagging this"."""
    thanked = sentences(said, "no-greeting/welcoming")
    before = takewhile(lambda each: each.number not in thanked, said.own_sentences())
    return bool(thanked) and all(length(each) <= _CRY for each in before)


def _begins(said: Said) -> bool:
    return hears(said, "no-greeting/beginning")


def _inside(match: Match, others: Sequence[Match]) -> bool:
    return any(other.start <= match.start < other.end for other in others)


def _finish(case: Case, replied: int, settings: Mapping[str, Any]) -> int | None:
    """The customer's message after the first reply that finishes the matter; -1 by the status, None if it is open."""
    settled = _settled(case, replied)
    if settled is not None:
        return settled
    fields = {name.lower(): value for name, value in case.conversation.fields.items()}
    states = (case.conversation.status, *(fields.get(name) for name in settings["status_fields"]))
    return -1 if any(str(state).lower() in settings["statuses"] for state in states if state) else None


def _only_began(case: Case, replies: Sequence[int], finish: int) -> bool:
    """Whether the one reply only asks what it is about, and the customer has settled it alone since."""
    said = case.said[replies[-1]]
    return len(replies) == 1 and finish > replies[0] and hears(said, *_BEGINS) and not tells(said, *_BEGINS, "greeting")


def _settled(case: Case, replied: int) -> int | None:
    """The last message but for remarks, if it confirms; what came before the agents' last question is no remark."""
    asked = max((place for place in case.outward(Speaker.AGENT) if "?" in case.said[place].message.text), default=0)
    customers = [place for place in case.places(Speaker.CUSTOMER) if place > max(replied, asked)]
    for last in reversed(customers or case.places(Speaker.CUSTOMER)[-1:]):
        if last > replied and _confirms(case.said[last]):
            return last
        if not _adds_little(case.said[last]):
            return None
    return None


def _adds_little(said: Said) -> bool:
    """Whether a message is a remark after all is said: short, and asking nothing."""
    words = sum(len(sentence.words) for sentence in said.own_sentences())
    return words <= _POSTSCRIPT and "?" not in said.message.text and not hears(said, "no-thanks/asks", "complaint")


def _confirms(said: Said) -> bool:
    """Whether a message ends by saying that the matter is settled, and asks nothing."""
    own = said.own_sentences()
    if not own or hears(said, "no-thanks/asks") or any(sentence.question for sentence in own):
        return False
    settled = sentences(said, "no-thanks/confirms")
    rest: list[str] = []
    for sentence in reversed(own):
        if sentence.number in settled:
            return len(rest) <= _POSTSCRIPT
        rest += sentence.words
    return False


def _thanks(said: Said) -> bool:
    """Whether a message thanks the customer, and not somebody else."""
    thanks = (match for name in ("no-thanks/thanks", "thanks") for match in said.signal(name))
    return any(not _inside(match, said.signal("no-thanks/others")) for match in thanks)
