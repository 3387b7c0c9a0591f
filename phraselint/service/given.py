"""What the customer has given: names, addresses, numbers, products and error texts, each with its place.

Shapes (digits, capitals, @) are read here; the words that tell an order number from a booking code are signals of the
rule ``asks-again``. One pass over the customer's messages, made when a rule first asks for it.
"""

from __future__ import annotations

import re

from phraselint.model.conversation import Speaker
from phraselint.model.values import NamedTuple
from phraselint.service.asking import CODES, asked
from phraselint.service.phones import phone_spans
from phraselint.service.spots import hears, whole

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from phraselint.match.matches import Match
    from phraselint.service.asking import Ask
    from phraselint.service.case import Case, Said


class Given(NamedTuple):
    """One value that the customer gave: in a message (``start:end`` of its text) or in a field of the record."""

    kind: str
    value: str
    message: int | None
    start: int = 0
    end: int = 0
    field: str | None = None


_EMAIL = re.compile(r"[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_CODE = re.compile(
    r"(?<![\w@.])#?(?=[A-Za-z0-9/-]{0,24}\d)[A-Za-z0-9](?:[A-Za-z0-9]|[-/](?=[A-Za-z0-9])){3,24}(?![\w@])"
)
_SPACED = re.compile(r"(?<![\w.,])\d{2,5}(?: \d{2,5}){1,5}(?![\w,])")
_CAPITALS = re.compile(r"(?<!\w)[A-Z]{6}(?!\w)")
_DATE = re.compile(
    r"(?<![\w/.-])(?:\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d\d|(?:19|20)\d\d-\d\d-\d\d"
    r"|\d{1,2}(?:st|nd|rd|th)?(?: of)? [A-Z][a-z]{2,8},? (?:19|20)\d\d"
    r"|[A-Z][a-z]{2,8} \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d\d)(?!\w)"
)
_YEAR = re.compile(r"(\d{2,4})$")
_FOUR = re.compile(r"(?<![\w-])\d{4}(?!\w|-\d)")
_POSTCODE = re.compile(
    r"(?<![\w-])(?:[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d|\d{4} ?[A-Z]{2}"
    r"|\d{4,5}(?:-\d{4})?)(?![\w-])"
)
_MODEL = re.compile(
    r"(?<![\w@#-])(?:[A-Za-z]*[A-Z][\w+-]*(?: [A-Z][\w+-]*){0,3} (?:[A-Z]{0,4}\d{1,4}[A-Za-z]{0,3}|[A-Z]{1,2})"
    r"|[A-Z]{1,5}-?\d{1,5}[A-Za-z]{0,3})(?: (?:Pro|Max|Plus|Mini|Ultra|Lite|Air|SE))*(?![\w-])"
)
_QUOTED = re.compile(r"[\"“”«„]([^\"“”«»„]{4,200})[\"“”«»]|(?<!\w)'([^']{6,200})'(?!\w)")
_NAME = re.compile(r"(?:[^\W\d_][\w'’-]* ){0,3}[^\W\d_][\w'’-]*\.?")
_HOUSE = re.compile(r"(?<!\w)\d{1,5}[A-Za-z]? (?:[A-Z][\w'.-]+ ){1,3}$")
_TOWN = re.compile(r"(?<!\w)[A-Z][^\W\d_]{3,} \d{1,4}[A-Za-z]?,? (?:[A-Z]-)?\d{4,5} [A-Z][^\W\d_]+")
_NAMED = re.compile(r"[:,]? ?((?:[A-Z][\w'’-]+)(?: [A-Z](?:[\w'’-]+|\.)){1,3})")
_FIRST = re.compile(r"[:,]? ?([A-Z][\w’-]+)(?![\w'’])")
_ERROR = re.compile(r"[:,]? ?(?:[a-z']{1,12} ){0,4}#?((?:0x)?[A-Za-z]{0,4}-?\d[\w-]*)")
_SUM = re.compile(r"[A-Z]{3}\d{1,6}")  # AUD1700 is rather money than a code
_NEAR, _FEW = 4, 2  # words between a code and the word for its kind
_OLD = 2012  # a date before is more likely someone's birth than anything else
_SHORT = 14  # words: a longer message is no mere answer


def given_values(case: Case) -> list[Given]:
    """What stands in the customer's messages and in the customer's record, in the order of the conversation."""
    found = list(_record(case))
    answers = _answers(case)
    for place in case.places(Speaker.CUSTOMER):
        said = case.said[place]
        stated = [*_stated(said, place), *_answered(said, place, answers.get(place, ()))]
        found += dict.fromkeys(each for each in stated if each.kind == "error" or said.own(each.start, each.end))
    return found


def held_values(case: Case, fields: Mapping[str, Sequence[str]]) -> list[Given]:
    """What the conversation's own fields hold; ``fields`` says which names of fields stand for which kind."""
    kinds = {name: kind for kind, names in fields.items() for name in names}
    found = ((key, kinds.get(_key(key)), value) for key, value in case.conversation.fields.items())
    return [
        Given(kind, str(value).strip(), None, field=key)
        for key, kind, value in found
        if kind and isinstance(value, str | int) and str(value).strip()
    ]


def _key(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()).strip("_")


def _record(case: Case) -> Iterator[Given]:
    customer = case.conversation.customer
    if customer.name and any(each.isalpha() for each in customer.name):
        yield Given("name", customer.name, None, field="customer.name")
    if customer.email:
        yield Given("email", customer.email, None, field="customer.email")


# --- what stands there by its shape and the words beside it -----------------------------------------------------------


def _stated(said: Said, place: int) -> Iterator[Given]:
    text = said.message.text
    for match in _EMAIL.finditer(text) if "@" in text else ():
        value = match.group()
        yield Given("email", value, place, *match.span())
    if any(map(str.isdigit, text)):
        yield from _numbers(said, place)
        yield from _dates(said, place)
        yield from _digits(said, place)
        yield from _places(said, place)
    yield from _introduced(said, place)
    yield from _things(said, place)
    yield from _errors(said, place)


def _numbers(said: Said, place: int) -> Iterator[Given]:
    """Codes with the word for their kind beside them, and phone numbers that are none of these."""
    text = said.message.text
    labels = [(each.start, each.end, kind) for kind in _LABELS for each in said.signal(f"asks-again/word-{kind}")]
    taken = []
    for start, end in _codes(text) if labels else ():
        kind = _nearest(text, labels, start, end)
        if kind in CODES:
            taken.append((start, end))
            yield Given(kind, text[start:end].lstrip("#"), place, start, end)
    for start, end in phone_spans(text, any(kind == "phone" for _, _, kind in labels)):
        if not any(start < last and first < end for first, last in taken):
            yield Given("phone", text[start:end], place, start, end)


_LABELS = (*CODES, "phone")


def _codes(text: str) -> list[tuple[int, int]]:
    """Where a text may hold a number of something: digits and letters, at least four, the longest of a place."""
    dates = [match.span() for match in _DATE.finditer(text)]
    found: list[tuple[int, int]] = []
    for shape in (_SPACED, _CODE, _CAPITALS):
        spans = (match.span() for match in shape.finditer(text))
        found += [each for each in spans if not any(a < each[1] and each[0] < b for a, b in (*dates, *found))]
    return sorted(found)


def _nearest(text: str, labels: list[tuple[int, int, str]], start: int, end: int) -> str | None:
    """The kind whose word stands nearest before a code, or directly after it."""
    ahead = ((last, kind) for _, last, kind in labels if last <= start and "\n" not in text[last:start])
    before = [(text.count(" ", last, start), kind) for last, kind in ahead]
    most = _FEW if _SUM.fullmatch(text, start, end) else _NEAR
    near = [(gap, kind) for gap, kind in before if gap <= most]
    if near:
        return min(near, key=lambda each: each[0])[1]
    after = [(text.count(" ", end, first), kind) for first, _, kind in labels if first >= end]
    close = [(gap, kind) for gap, kind in after if gap <= most]
    return min(close, key=lambda each: each[0])[1] if close else None


def _dates(said: Said, place: int) -> Iterator[Given]:
    spoken = hears(said, "asks-again/word-birth")
    for match in _DATE.finditer(said.message.text):
        if spoken or _long_ago(match.group()):
            yield Given("birth", match.group(), place, *match.span())


def _long_ago(date: str) -> bool:
    if re.match(r"\d{4}-", date):
        year = int(date[:4])
    else:
        last = _YEAR.search(date)
        year = int(last.group(1)) if last else 9999
    if year < 100:  # two figures: of a birth, unless of these last years
        year += 1900 if year > 30 else 2000
    return year < _OLD


def _digits(said: Said, place: int) -> Iterator[Given]:
    """The last digits of a card."""
    for match in said.signal("asks-again/word-card"):
        found = _FOUR.search(said.message.text, match.end, match.end + 40)
        if found:
            yield Given("card", found.group(), place, *found.span())


def _places(said: Said, place: int) -> Iterator[Given]:
    """Addresses and post codes."""
    text = said.message.text
    homes = list(_streets(said))
    for start, end in homes:
        yield Given("address", text[start:end], place, start, end)
    if homes or hears(said, "asks-again/word-postcode"):
        for found in _POSTCODE.finditer(text):
            if not any(start <= found.start() < end for start, end in homes):
                yield Given("postcode", found.group(), place, *found.span())


def _streets(said: Said) -> Iterator[tuple[int, int]]:
    """Where "14 Pine Road" and "Lindenweg 5, 04275 Leipzig" stand."""
    text = said.message.text
    for match in said.signal("asks-again/word-street"):
        before = _HOUSE.search(text, max(0, match.start - 40), match.start)
        if before and text[match.start].isupper():
            yield before.start(), match.end
    for found in _TOWN.finditer(text):
        yield found.span()


def _introduced(said: Said, place: int) -> Iterator[Given]:
    """The customer's name after "my name is": in capitals, a single one as far as it is a given name."""
    text = said.message.text
    for match in said.signal("asks-again/introducing"):
        found = _NAMED.match(text, match.end) or _FIRST.match(text, match.end)
        if found and (" " in found.group(1) or _is_given(found.group(1))):
            yield Given("name", found.group(1), place, *found.span(1))


def _is_given(word: str) -> bool:
    from phraselint.service.given_names import given

    return given(word.casefold())


def _things(said: Said, place: int) -> Iterator[Given]:
    """Devices and products: the word for it, with its model where one is beside it."""
    text = said.message.text
    for match in said.signal("asks-again/device"):
        near = _MODEL.finditer(text, max(0, match.start - 40), match.end + 30)
        spans = (model.span() for model in near if _joined(text, model, match))
        start, end = next(spans, (match.start, match.end))
        yield Given("product", text[start:end], place, start, end)


def _joined(text: str, model: re.Match[str], word: Match) -> bool:
    """Whether a model stands beside the word for the device: "a Sonda V5 phone", "my phone is a Sonda V5"."""
    first, last = sorted((model.span(), (word.start, word.end)))
    between = text[first[1] : last[0]] if last[0] > first[1] else ""
    return between.count(" ") <= 4 and not any(mark in between for mark in ".!?\n;")


def _errors(said: Said, place: int) -> Iterator[Given]:
    """What the screen said: in quotation marks, or a code after a word such as "error"."""
    text = said.message.text
    for match in said.signal("asks-again/error-word"):
        found = _QUOTED.search(text, match.end, match.end + 60) or _ERROR.match(text, match.end)
        if found:
            group = found.lastindex or 0
            yield Given("error", found.group(group), place, *found.span(group))


# --- what stands there because it was asked for -----------------------------------------------------------------------


def _answers(case: Case) -> dict[int, list[Ask]]:
    """Which messages of the customer answer what was asked for: the first ones after it."""
    found: dict[int, list[Ask]] = {}
    customers = case.places(Speaker.CUSTOMER)
    for ask in case.fact("asked", asked):
        nexts = [place for place in customers if place > ask.message]
        for place in nexts[:1]:
            found.setdefault(place, []).append(ask)
    return found


_ANSWER_SHAPES = {
    "email": _EMAIL,
    "birth": _DATE,
    "card": _FOUR,
    "postcode": _POSTCODE,
    "phone": re.compile(r"\+?\d[\d ()/.-]{4,18}\d"),
}


def _answered(said: Said, place: int, asks: Sequence[Ask]) -> Iterator[Given]:
    """What an answer gives: the shape of what was asked for, or for free words a short answer as a whole."""
    text = said.message.text
    kinds = list(dict.fromkeys(ask.kind for ask in asks))
    evasive = hears(said, "asks-again/evasive")
    for kind in kinds:
        match: tuple[int, int] | None
        if kind in CODES and evasive:
            match = None
        elif kind in CODES:
            spans = _codes(text)
            match = spans[0] if spans else None
        elif kind in _ANSWER_SHAPES:
            found = _ANSWER_SHAPES[kind].search(text)
            match = found.span() if found else None
        else:
            match = _free(said, kind) if len(kinds) == 1 and not evasive else None
        if match is not None:
            yield Given(kind, text[match[0] : match[1]].lstrip("#"), place, *match)


def _free(said: Said, kind: str) -> tuple[int, int] | None:
    """The whole of a short answer that is no question and no way out; an address holds a number."""
    text = said.message.text
    words = len(text.split())
    if not words or words > _SHORT or "?" in text:
        return None
    if kind == "address" and not any(map(str.isdigit, text)):
        return None
    if kind == "name" and not _NAME.fullmatch(text.strip()):
        return None
    if kind == "product" and not (hears(said, "asks-again/device") or _MODEL.search(text)):
        return None
    return whole(said)
