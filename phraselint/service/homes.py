"""Where a customer's message gives an address or a post code.

The words that name a street are signals of the rule ``asks-again``; an address on the line of a name needs none.
"""

from __future__ import annotations

import re

from phraselint.service.shapes import POSTCODE, TOLD_POSTCODE
from phraselint.service.spots import hears, stretches, touches

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from phraselint.service.case import Said

_HOUSE = re.compile(r"(?<!\w)\d{1,5}[A-Za-z]? (?:[A-Z][\w'.-]+ ){1,3}$")
_SMALL_HOUSE = re.compile(r"(?<!\w)\d{1,5}[a-z]? (?!lane|way|mile)[a-z]{3,} $")
_OF_UNIT = re.compile(
    r"\.? (?:[Nn]o\.? )?\d{1,4}[A-Za-z]?,?"
    r"(?: at| in)?(?: \d{1,4}[A-Za-z]?)? [A-Z][\w'.-]+(?: [A-Z][\w'.-]+){1,3}"
)
_TOWN = re.compile(r"(?<!\w)[A-Z][^\W\d_]{3,}\.? \d{1,4}[A-Za-z]?,? (?:[A-Z]-)?\d{4,5} [A-Z][^\W\d_]+")
_LED = re.compile(r"(?<!\w)(?:[A-Z][\w'.-]+ ){1,3}$")
_NUMBER = re.compile(r" \d{1,4}[A-Za-z]?(?=\s*(?:[,.;!?)\n]|\Z)| [A-Z])(?!,\d)")
_CAPITAL = "[A-ZÀ-ÖØ-Þ]"
_SIGNED = re.compile(
    rf"(?:\A|[.!?,:\n])\s*({_CAPITAL}[\w'’-]+(?: {_CAPITAL}[\w'’-]+){{1,2}})(?:, ?|\n)"
    rf"((?:{_CAPITAL}[\w'’.-]+ ){{1,3}}\d{{1,4}}[A-Za-z]?)(?=\s*(?:[,.;!\n]|\Z))(?!,\d)"
)
_REST = 6  # words behind an address that stands at the end: "third floor, round the back"


def places(said: Said, mailed: re.Pattern[str]) -> Iterator[tuple[str, int, int]]:
    """Addresses and post codes, each with its kind, "address" or "postcode", and where it stands in the text."""
    text, homes = said.message.text, list(_houses(said))
    yield from (("address", *home) for home in (*homes, *_named(said), *_numbered(said)))
    called = hears(said, "asks-again/word-postcode")
    if not homes and not called:
        yield from (("postcode", *found.span(found.lastindex or 0)) for found in mailed.finditer(text))
    else:
        for found in (TOLD_POSTCODE if called else POSTCODE).finditer(text):
            if not any(start <= found.start() < end for start, end in homes):
                yield "postcode", *found.span()


def _houses(said: Said) -> Iterator[tuple[int, int]]:
    """Where "14 Pine Road" and "Lindenweg 5, 04275 Leipzig" stand."""
    text = said.message.text
    for match in said.signal("asks-again/word-street"):
        before = _HOUSE.search(text, max(0, match.start - 40), match.start)
        if before and text[match.start].isupper():
            yield before.start(), match.end
    for match in said.signal("asks-again/word-lane"):
        small = _SMALL_HOUSE.search(text, max(0, match.start - 40), match.start)
        if small and text[match.start].islower():
            yield small.start(), match.end
    yield from (found.span() for found in _TOWN.finditer(text))
    for match in said.signal("asks-again/word-unit"):
        of_it = _OF_UNIT.match(text, match.end)
        if of_it:
            yield match.start, of_it.end()


def _numbered(said: Said) -> Iterator[tuple[int, int]]:
    """Where "Pine Road 14" stands."""
    text = said.message.text
    for match in said.signal("asks-again/word-lane"):
        led = _LED.search(text, max(0, match.start - 40), match.start)
        number = _NUMBER.match(text, match.end)
        if led and number and text[match.start].isupper():
            yield led.start(), number.end()


def _named(said: Said) -> Iterator[tuple[int, int]]:
    """Where the address of who signs stands, at the end of the message: "Ole Brandt, Hafenweg 12"."""
    text = said.message.text
    for found in _SIGNED.finditer(text):
        ends = len(text[found.end() :].split()) <= _REST
        if ends and _is_person(found.group(1), said) and not touches(*found.span(2), _rooms(said)):
            yield found.span(2)


def _rooms(said: Said) -> list[tuple[int, int]]:
    """Where words stand that make of "Room 12" no address."""
    return stretches(said, "asks-again/no-street")


def _is_person(name: str, said: Said) -> bool:
    """Whether it is the name of who writes, or begins with a given name."""
    from phraselint.service.given_names import is_given_name

    return name == said.message.author or is_given_name(name.split(maxsplit=1)[0].casefold())
