"""Whose address or number a message gives: of another customer, or of somebody who is there to be called."""

from __future__ import annotations

from phraselint.model.conversation import Speaker
from phraselint.service.given_names import is_given_name
from phraselint.service.private import FEW_DIGITS, bare, listed, told_digits
from phraselint.service.spots import hears, span, within

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from phraselint.match.matches import Match
    from phraselint.service.case import Case, Said

_PERSON, _HELPER = "exposes-data/person", "exposes-data/helper"
_OBJECT = 4  # words from "ring" to whom: "ring the council's noise line"
_POINTED = ("exposes-data/someone", "exposes-data/their", "exposes-data/they")


def addresses(case: Case, place: int, settings: Mapping[str, Any]) -> Iterator[tuple[int, int, str]]:
    """E-mail addresses and phone numbers that the message says are another person's, each with its kind."""
    said = case.said[place]
    if not _may_reach(said.message.text):
        return
    regions = tuple(settings["phone_regions"])
    for sentence in said.folded.sentences:
        start, end = span(said, sentence)
        for first, last, kind in _reached(said.message.text[start:end], regions):
            value = said.message.text[start + first : start + last]
            company = listed(value, settings["own_addresses"]) or not _persons(value, settings)
            known = company or not said.own(start + first, start + last) or _is_own(case, value, regions)
            if not known and _of_another(case, place, sentence.number):
                yield start + first, start + last, kind


def _of_another(case: Case, place: int, number: int) -> bool:
    """Whether a sentence speaks of a person who is neither the customer nor anyone whom customers are to call."""
    said = case.said[place]
    if within(said, number, "exposes-data/colleague"):
        return False
    if within(said, number, _PERSON):
        return True
    pointed = within(said, number, *_POINTED)
    told = pointed or within(said, number, "exposes-data/turn")
    if not told or any(each.first <= told[0].first + _OBJECT for each in within(said, number, _HELPER)):
        return False
    return _last_named(case, place, number, sure=not pointed) == _PERSON


def _last_named(case: Case, place: int, number: int, sure: bool) -> str:
    """Whom the sentences before one have named last, or else the customer's last message; ``sure``: no mere name.

    What points to nobody, "please call", may follow a place: "it went to Bergen", "a ticket for Bergen".
    """
    said = case.said[place]
    for before in range(number - 1, -1, -1):
        if named := _named(said, before, sure):
            return named
    asked = case.latest(place, Speaker.CUSTOMER)
    whose = ("exposes-data/whose",) if sure else (_PERSON, "exposes-data/whose")
    return _PERSON if any(hears(each, *whose) for each in asked) else ""


def _named(said: Said, number: int, sure: bool) -> str:
    """Whom a sentence names: another customer, or somebody who serves them."""
    if any(not sure or _is_somebody(each) for each in within(said, number, _PERSON)):
        return _PERSON
    return _HELPER if within(said, number, _HELPER) else ""


def _is_somebody(match: Match) -> bool:
    """Whether a person is told by more than a capital: by what they are to us, or by a given name."""
    names = [value for kind, value in match.slots if kind == "name"]
    return not names or any(is_given_name(word.casefold()) for name in names for word in name.split()[:1])


def _may_reach(text: str) -> bool:
    """A quick no for most texts."""
    from phraselint.service.phones import may_hold_phone

    return "@" in text or " dot " in text or may_hold_phone(text) or told_digits(text) >= FEW_DIGITS


def _persons(value: str, settings: Mapping[str, Any]) -> bool:
    """Whether an address is a person's: not one of the company's domain, nor a desk's."""
    name, _, domain = value.lower().rpartition("@")
    own, desks = (map(str.lower, settings[key]) for key in ("own_addresses", "desks"))
    return domain not in own and name not in desks


def _is_own(case: Case, value: str, regions: tuple[str, ...]) -> bool:
    """Whether an address is one that the customer wrote or the record holds."""
    return not case.fact(_own_addresses, regions).isdisjoint((value.lower(), bare(value)))


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


def _reached(text: str, regions: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    from phraselint.service.phones import phone_spans
    from phraselint.service.shapes import EMAIL, TOLD_EMAIL, TOLD_PHONE

    for shape, kind in ((EMAIL, "email"), (TOLD_EMAIL, "email"), (TOLD_PHONE, "phone")):
        for told in shape.finditer(text):
            yield (*told.span(), kind)
    for start, end in phone_spans(text, spoken=True, regions=regions):
        yield start, end, "phone"
