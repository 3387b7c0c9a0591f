"""What the customer has given: names, addresses, numbers, products and error texts, each with its place.

A value stands in a message because the customer mentions it, or because it was asked for; or the record holds it. One
pass over the customer's messages, made when a rule first asks for it.
"""

from __future__ import annotations

import re

from phraselint.model.conversation import Speaker
from phraselint.model.values import NamedTuple
from phraselint.service.asking import CODES, asked
from phraselint.service.mentions import mentions
from phraselint.service.shapes import (
    BORN,
    DATE,
    EMAIL,
    FOUR,
    PHONE,
    POSTCODE,
    TOLD_EMAIL,
    TOLD_FOUR,
    TOLD_PHONE,
    TOLD_POSTCODE,
    codes,
)
from phraselint.service.spots import hears, whole
from phraselint.text.field_names import joined

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from phraselint.service.asking import Ask
    from phraselint.service.case import Case, Said
    from phraselint.service.shapes import Shapes


class Given(NamedTuple):
    """One value that the customer gave: in a message (``start:end`` of its text) or in a field of the record."""

    kind: str
    value: str
    message: int | None
    start: int = 0
    end: int = 0
    field: str | None = None


def given_values(case: Case, shapes: Shapes) -> list[Given]:
    """What stands in the customer's messages and in the customer's record, in the order of the conversation."""
    found = list(_record(case))
    answers = _answers(case)
    for place in case.places(Speaker.CUSTOMER):
        said = case.said[place]
        stated = [*_mentioned(said, place, shapes), *_answered(said, place, answers.get(place, ()), shapes)]
        found += dict.fromkeys(each for each in stated if each.kind == "error" or said.own(each.start, each.end))
    return list(dict.fromkeys([*found, *_named(case)]))


def held_values(case: Case, fields: Mapping[str, Sequence[str]]) -> list[Given]:
    """What the conversation's own fields hold; ``fields`` says which names of fields stand for which kind."""
    kinds = {name: kind for kind, names in fields.items() for name in names}
    found = ((key, kinds.get(joined(key)), value) for key, value in case.conversation.fields.items())
    return [
        Given(kind, str(value).strip(), None, field=key)
        for key, kind, value in found
        if kind and isinstance(value, str | int) and str(value).strip()
    ]


def _record(case: Case) -> Iterator[Given]:
    customer = case.conversation.customer
    if customer.name and any(each.isalpha() for each in customer.name):
        yield Given("name", customer.name, None, field="customer.name")
    if customer.email:
        yield Given("email", customer.email, None, field="customer.email")


def _named(case: Case) -> list[Given]:
    """What the customers call themselves, where someone asks for a name."""
    if not any(ask.kind == "name" for ask in case.fact(asked)):
        return []
    from phraselint.service.people import told_names

    names = (name for name in case.fact(told_names) if name.place is not None)
    return [Given("name", name.text, name.place, name.start, name.end) for name in names]


def _mentioned(said: Said, place: int, shapes: Shapes) -> Iterator[Given]:
    text = said.message.text
    for kind, start, end in mentions(said, shapes):
        value = text[start:end]
        yield Given(kind, value.lstrip("#") if kind in CODES else value, place, start, end)


def _answers(case: Case) -> dict[int, list[Ask]]:
    """Which messages of the customer answer what was asked for: the first one after it."""
    found: dict[int, list[Ask]] = {}
    for ask in case.fact(asked):
        answer = case.next_after(ask.message, Speaker.CUSTOMER)
        if answer is not None:
            found.setdefault(answer, []).append(ask)
    return found


def _answered(said: Said, place: int, asks: Sequence[Ask], shapes: Shapes) -> Iterator[Given]:
    """What an answer gives: the shape of what was asked for, or for free words a short answer as a whole."""
    kinds = list(dict.fromkeys(ask.kind for ask in asks))
    for kind in kinds:
        found = _answer(said, kind, shapes, alone=len(kinds) == 1)
        if found is not None:
            yield Given(kind, said.message.text[slice(*found)].lstrip("#"), place, *found)


_OF_A_FORM = {"email": EMAIL, "birth": DATE, "card": FOUR, "postcode": POSTCODE, "phone": PHONE}
_TOLD = {"birth": BORN, "postcode": TOLD_POSTCODE, "phone": TOLD_PHONE, "email": TOLD_EMAIL, "card": TOLD_FOUR}


def _answer(said: Said, kind: str, shapes: Shapes, alone: bool) -> tuple[int, int] | None:
    """Where an answer holds what was asked for; ``alone``: nothing else was asked for."""
    if kind in _OF_A_FORM:
        text = said.message.text
        found = _OF_A_FORM[kind].search(text) or (_TOLD[kind].search(text) if kind in _TOLD else None)
        return found.span() if found else None
    if hears(said, "asks-again/evasive"):
        return None
    if kind in CODES:
        return next(iter(codes(said.message.text)), None)
    return _free(said, kind, shapes) if alone else None


_SHORT = 14  # words: a longer message is no mere answer
_NAME = re.compile(r"(?:[^\W\d_][\w'’-]* ){0,3}[^\W\d_][\w'’-]*\.?")


def _free(said: Said, kind: str, shapes: Shapes) -> tuple[int, int] | None:
    """The whole of a short answer that is no question and no way out; an address holds a number."""
    text = said.message.text
    words = len(text.split())
    if not words or words > _SHORT or "?" in text:
        return None
    if kind == "address" and not any(map(str.isdigit, text)):
        return None
    if kind == "name" and not _NAME.fullmatch(text.strip()):
        return None
    if kind == "product" and not _names_product(said, shapes):
        return None
    return whole(said)


_NAMED = re.compile(r"(?<=\w )[A-Z][a-z]+|[A-Z]\w+ [A-Z]\w+")


def _names_product(said: Said, shapes: Shapes) -> bool:
    """Whether an answer tells a device by a word for it, a model or a name: "it's the Norda Duo"."""
    text = said.message.text
    return bool(hears(said, "asks-again/device") or shapes.model.search(text) or _NAMED.search(text))
