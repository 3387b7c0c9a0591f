"""What belongs in no conversation: secrets asked for, and numbers and addresses that someone else could read."""

from __future__ import annotations

from phraselint.model.conversation import Speaker
from phraselint.service.addresses import addresses
from phraselint.service.case import Case, Fault
from phraselint.service.private import numbers
from phraselint.service.spots import covered, hears, quotable, span, within

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from phraselint.match.matches import Match
    from phraselint.service.case import Said
    from phraselint.text.words import Sentence

_REACH = 20  # words from where a sentence asks, within which the secret is what it asks for


def asks_secret(case: Case, _: Mapping[str, Any]) -> Iterator[Fault]:
    """A sentence that asks for a password, a PIN, a code, a whole card or social-security number."""
    for place in case.judged(Speaker.AGENT):
        said = case.said[place]
        for secret in _one_a_sentence(said, *_SECRETS):
            sentence = _asking_sentence(said, secret)
            if sentence is not None and _told_of_one(case, place, secret):
                yield _asked_for(said, place, sentence, secret)
        for asked in _handed_on(case, place):
            yield _asked_for(said, place, asked.sentence, asked)


def _asked_for(said: Said, place: int, sentence: Sentence, what: Match) -> Fault:
    return Fault(place, *span(said, sentence), values={"what": quotable(said, what.start, what.end)})


_SECRETS = tuple(f"asks-secret/{each}" for each in ("outright", "secret", "the-code", "the-card", "on-it"))
_FIELD = 8  # words that a field of a form has at most


def _asking_sentence(said: Said, secret: Match) -> Sentence | None:
    """The sentence that asks for a secret: its own, or the next, which takes it up with "it"."""
    sentence = secret.sentence
    if secret in said.signal("asks-secret/outright") or _in_a_form(said, secret):
        return sentence if not within(said, sentence.number, *_UNASKED) else None
    handled = covered(within(said, sentence.number, "asks-secret/handled"))
    own = not set(range(secret.first, secret.last)) <= handled and _asks_for(said, secret)
    if own and not _excused(said, sentence.number):
        return sentence
    for number in (sentence.number, sentence.number + 1):
        asked = [each for each in within(said, number, "asks-secret/hand-over") if _after(each, secret)]
        if asked and not _excused(said, number):
            return asked[0].sentence
    return None


_UNASKED = ("asks-secret/never", "asks-secret/part")
_EXCUSES = (*_UNASKED, "asks-secret/elsewhere", "asks-secret/on-a-thing", "asks-secret/other-card")


def _handed_on(case: Case, place: int) -> Iterator[Match]:
    """Where a message wants to be told the code that the customer has just said to have got, without naming it."""
    said, before = case.said[place], case.said[place - 1]
    if place == 0 or case.speaker(place - 1) != Speaker.CUSTOMER or not hears(before, "asks-secret/has-come"):
        return
    if hears(before, "asks-secret/harmless") or hears(said, "asks-secret/harmless", *_SECRETS):
        return
    asked = (each for each in said.signal("asks-secret/handing") if not _excused(said, each.sentence.number))
    yield from list(asked)[:1]


def _in_a_form(said: Said, secret: Match) -> bool:
    """Whether a secret stands in a line that is a field of a form, to be filled in here."""
    text = said.message.text
    start = text.rfind("\n", 0, secret.start) + 1
    field = start > 0 and len(text[start:].split("\n", 1)[0].split()) <= _FIELD
    asked = (form for form in said.signal("asks-secret/form") if form.end < start) if field else ()
    return any(not _excused(said, form.sentence.number) for form in asked)


def _excused(said: Said, number: int) -> bool:
    """Whether a sentence says that it is typed elsewhere, or asks for a part; what we want it for is no such place."""
    purpose = covered(within(said, number, "asks-secret/purpose"))
    return any(purpose.isdisjoint(range(each.first, each.last)) for each in within(said, number, *_EXCUSES))


def _after(each: Match, secret: Match) -> bool:
    return each.sentence.number > secret.sentence.number or each.first >= secret.last


def _asks_for(said: Said, secret: Match) -> bool:
    """Whether the secret is what its sentence asks for: asked before it with no other clause between, or just named."""
    number = secret.sentence.number
    between = [each.first for each in within(said, number, "asks-secret/else")]
    askings = [each for each in within(said, number, "asks-secret/asking") if each.first <= secret.first]
    for asking in askings:
        near = secret.first < asking.last + _REACH
        if near and not any(asking.last <= first < secret.first for first in between):
            return True
    return bool(within(said, number, "asks-secret/named"))


def _one_a_sentence(said: Said, *names: str) -> Iterator[Match]:
    """One match a sentence: the first of the first signal that stands in it."""
    seen = set()
    for name in names:
        for match in said.signal(name):
            if match.sentence.number not in seen:
                seen.add(match.sentence.number)
                yield match


def _told_of_one(case: Case, place: int, secret: Match) -> bool:
    """A mere "code" counts where it is one to sign in with, by the message or the two before; a "number on the front"
    where the talk is of a card.
    """
    if any(secret in case.said[place].signal(f"asks-secret/{each}") for each in ("secret", "outright")):
        return True
    if secret in case.said[place].signal("asks-secret/on-it"):
        return any(hears(case.said[each], "asks-secret/a-card") for each in range(place + 1))
    if any(hears(case.said[each], "asks-secret/harmless") for each in range(place + 1)):
        return False
    if secret in case.said[place].signal("asks-secret/the-card"):
        return True
    return any(hears(case.said[each], "asks-secret/one-time") for each in range(max(place - 2, 0), place + 1))


def exposes_data(case: Case, settings: Mapping[str, Any]) -> Iterator[Fault]:
    """Whole card numbers, IBANs and social-security numbers, and addresses of people other than the customer."""
    for place in case.judged(Speaker.AGENT):
        said = case.said[place]
        found = list(numbers(said, settings))
        if settings["other_people"]:
            found += addresses(case, place, settings)
        for start, end, kind in sorted(found):
            shown = masked(said.message.text[start:end])
            tip = settings["tips"][kind].replace("{match}", shown)
            yield Fault(place, start, end, values={"what": settings["names"][kind], "match": shown, "tip": tip})


def masked(value: str) -> str:
    """A value whose middle cannot be read: the last four digits or letters stay, and the signs between them."""
    letters = [place for place, sign in enumerate(value) if sign.isalnum()]
    hidden = set(letters[: max(len(letters) - 4, 0)])
    return "".join("*" if place in hidden else sign for place, sign in enumerate(value))
