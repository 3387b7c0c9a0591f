"""What belongs in no conversation: secrets asked for, and numbers and addresses that someone else could read."""

from __future__ import annotations

from phraselint.model.conversation import Speaker
from phraselint.service.case import Case, Fault
from phraselint.service.private import FEW_DIGITS, bare, listed, numbers, told_digits
from phraselint.service.spots import covered, hears, sentences, span, within

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from phraselint.match.matches import Match
    from phraselint.service.case import Said
    from phraselint.text.words import Sentence

_REACH = 20  # words from where a sentence asks, within which the secret is what it asks for


def asks_secret(case: Case, _: Mapping[str, Any]) -> Iterator[Fault]:
    """A sentence that asks for a password, a PIN, a code, a whole card or social-security number."""
    for place in case.judged(Speaker.AGENT):
        said = case.said[place]
        for secret in _last_of_sentences(said, *_SECRETS):
            sentence = _asking_sentence(said, secret)
            if sentence is not None and _told_of_one(case, place, secret):
                what = secret.sentence.text.original[secret.start : secret.end]
                yield Fault(place, *span(said, sentence), values={"what": what})


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
_EXCUSES = (*_UNASKED, "asks-secret/elsewhere", "asks-secret/on-a-thing")


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


def _last_of_sentences(said: Said, *names: str) -> Iterator[Match]:
    """One match a sentence: the first of the first signal that stands in it."""
    seen = set()
    for name in names:
        for match in said.signal(name):
            if match.sentence.number not in seen:
                seen.add(match.sentence.number)
                yield match


def _told_of_one(case: Case, place: int, secret: Match) -> bool:
    """A mere "code" counts where it is one to sign in with, by the message or the one before; a "number on the front"
    where the talk is of a card.
    """
    if any(secret in case.said[place].signal(f"asks-secret/{each}") for each in ("secret", "outright")):
        return True
    if secret in case.said[place].signal("asks-secret/on-it"):
        return any(hears(case.said[each], "asks-secret/a-card") for each in range(place + 1))
    if secret in case.said[place].signal("asks-secret/the-card"):
        return not any(hears(case.said[each], "asks-secret/harmless") for each in range(place + 1))
    said = [case.said[each] for each in (place, place - 1) if each >= 0]
    return any(hears(each, "asks-secret/one-time") for each in said) and not hears(said[0], "asks-secret/harmless")


def exposes_data(case: Case, settings: Mapping[str, Any]) -> Iterator[Fault]:
    """Whole card numbers, IBANs and social-security numbers, and addresses of people other than the customer."""
    for place in case.judged(Speaker.AGENT):
        said = case.said[place]
        found = list(numbers(said, settings))
        if settings["other_people"]:
            found += _addresses(case, place, settings)
        for start, end, kind in sorted(found):
            shown = masked(said.message.text[start:end])
            yield Fault(place, start, end, values={"what": settings["names"][kind], "match": shown})


def _own_addresses(case: Case, regions: tuple[str, ...]) -> set[str]:
    """Everything that the customer wrote or the record holds, bare: what is the customer's own to read again."""
    from phraselint.service.phones import phone_spans
    from phraselint.service.shapes import EMAIL

    texts = [case.said[place].message.text for place in case.places(Speaker.CUSTOMER)]
    texts += [str(value) for value in case.conversation.fields.values()]
    texts += [value for value in case.conversation.customer if value]
    found = {mail.group().lower() for text in texts for mail in EMAIL.finditer(text)}
    for text in texts:
        found |= {bare(text[start:end]) for start, end in phone_spans(text, spoken=True, regions=regions)}
    return found


def _addresses(case: Case, place: int, settings: Mapping[str, Any]) -> Iterator[tuple[int, int, str]]:
    """E-mail addresses and phone numbers that the message says are another person's."""
    said = case.said[place]
    if not _may_reach(said.message.text):
        return
    regions = tuple(settings["phone_regions"])
    for number in sorted(_of_others(said)):
        sentence = said.folded.sentences[number]
        start, end = span(said, sentence)
        for first, last, kind in _reached(said.message.text[start:end], regions):
            value = said.message.text[start + first : start + last]
            company = listed(value, settings["own_addresses"]) or not _persons(value, settings)
            if not company and not _is_own(case, value, regions) and said.own(start + first, start + last):
                yield start + first, start + last, kind


def _may_reach(text: str) -> bool:
    """A quick no for most texts."""
    from phraselint.service.phones import may_hold_phone

    return "@" in text or " dot " in text or may_hold_phone(text) or told_digits(text) >= FEW_DIGITS


def _persons(value: str, settings: Mapping[str, Any]) -> bool:
    """Whether an address is a person's: not one of the company's domain, nor a desk's."""
    name, _, domain = value.lower().rpartition("@")
    return domain not in settings["own_addresses"] and name not in settings["desks"]


def _of_others(said: Said) -> set[int]:
    """The sentences that speak of a person outside the company, and those after them that go on with an address."""
    people = sentences(said, "exposes-data/person")
    after = {number + 1 for number in people} & sentences(said, "exposes-data/their")
    return (people | after) - sentences(said, "exposes-data/colleague") - _of_the_desk(said)


def _of_the_desk(said: Said) -> set[int]:
    """The sentences whose "them" are those of a desk of ours, named in the sentence before."""
    after = {number + 1 for number in sentences(said, "exposes-data/desk")}
    return after & sentences(said, "exposes-data/they")


def _is_own(case: Case, value: str, regions: tuple[str, ...]) -> bool:
    """Whether an address is one that the customer wrote or the record holds."""
    return not case.fact(_own_addresses, regions).isdisjoint((value.lower(), bare(value)))


def _reached(text: str, regions: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    from phraselint.service.phones import phone_spans
    from phraselint.service.shapes import EMAIL, TOLD_EMAIL, TOLD_PHONE

    for shape, kind in ((EMAIL, "email"), (TOLD_EMAIL, "email"), (TOLD_PHONE, "phone")):
        for told in shape.finditer(text):
            yield (*told.span(), kind)
    for start, end in phone_spans(text, spoken=True, regions=regions):
        yield start, end, "phone"


def masked(value: str) -> str:
    """A value whose middle cannot be read: the last four digits or letters stay, and the signs between them."""
    letters = [place for place, sign in enumerate(value) if sign.isalnum()]
    hidden = set(letters[: max(len(letters) - 4, 0)])
    return "".join("*" if place in hidden else sign for place, sign in enumerate(value))
