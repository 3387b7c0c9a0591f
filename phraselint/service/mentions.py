"""What a customer's message gives of itself: values known by their shape and the words beside them.

The words that tell an order number from a booking code are signals of the rule ``asks-again``.
"""

from __future__ import annotations

import re

from phraselint.service.asking import CODES
from phraselint.service.homes import places
from phraselint.service.phones import phone_spans
from phraselint.service.shapes import (
    BORN,
    CAPITALS,
    DATE,
    EMAIL,
    FOUR,
    SPELLED,
    SUM,
    TOLD_DATE,
    TOLD_EMAIL,
    TOLD_FOUR,
    TOLD_PHONE,
    codes,
    long_ago,
)
from phraselint.service.spots import hears, stretches, touches

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from phraselint.match.matches import Match
    from phraselint.service.case import Said
    from phraselint.service.shapes import Shapes

    Mention = tuple[str, int, int]
    """A kind, and where a value of it stands in the message's text, half-open."""

    Label = tuple[int, int, str]
    """Where a word for a kind of number stands, and the kind."""

_QUOTED = re.compile(r"[\"“”«„]([^\"“”«»„]{4,200})[\"“”«»]|(?<!\w)'([^']{6,200})'(?!\w)")
_NAMED = re.compile(r"[:,]? ?((?:[A-Z][\w'’-]+)(?: [A-Z](?:[\w'’-]+|\.)){1,3})")
_FIRST = re.compile(r"[:,]? ?([A-Z][\w’-]+)(?![\w'’])")
_UNDER = re.compile(r" ([A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2})")
_SMALL = re.compile(r"[:,]? ?([a-z]{3,}(?: [a-z]{3,})?)(?=\s*(?:[.,;!\n]|$| and | here\b| from\b))")
_WORD = re.compile(r"[a-z]+")
_STOP = re.compile(r"[.!?;](?=\s)|\n")
_ERROR = re.compile(r"[:,]? ?(?:[a-z']{1,12} ){0,4}#?((?:0x)?[A-Za-z]{0,4}-?\d[\w-]*)")
_SHOWN = re.compile(r" (?:an? |the )?([A-Z]{1,4}-\d{2,6}|[EF]\d{1,3}|E[Rr][Rr] ?\d{1,4}|0x\w+)\b")
_WORDED = re.compile(r"(?::| ?=) ?([^\s:][^.!?\n]{5,200})")
_SHORT = 3  # letters of a word such as "The" before a number
_BESIDE = 20  # characters after "born" in which the day begins
_NEAR, _FEW = 4, 2  # words between a code and the word for its kind; between that and what is rather a sum


def mentions(said: Said, shapes: Shapes) -> Iterator[Mention]:
    """What a message of the customer gives, kind by kind."""
    text = said.message.text
    if "@" in text:
        yield from (("email", *match.span()) for match in EMAIL.finditer(text))
    elif " dot " in text or "at)" in text or "at]" in text:
        yield from (("email", *match.span()) for match in TOLD_EMAIL.finditer(text))
    figures = any(map(str.isdigit, text))
    if figures or SPELLED.search(text) or CAPITALS.search(text):
        yield from _numbers(said, shapes.regions)
    yield from _births(said)
    yield from _digits(said)
    if figures:
        yield from _dates(said)
        yield from places(said, shapes.mailed)
    yield from _introduced(said)
    yield from _things(said, shapes.model)
    if figures:
        yield from _small_models(said, shapes.small)
    yield from _errors(said)


def _numbers(said: Said, regions: tuple[str, ...]) -> Iterator[Mention]:
    """Codes with the word for their kind beside them, and phone numbers that are none of these."""
    text = said.message.text
    labels = [(each.start, each.end, kind) for kind in _LABELS for each in said.signal(f"asks-again/word-{kind}")]
    coded = list(_coded(text, labels)) if labels else []
    taken = [(start, end) for _, start, end in coded]
    yield from coded
    yield from _few_figures(text, [label for label in labels if label[2] in CODES], taken)
    spoken = any(kind == "phone" for _, _, kind in labels)
    for start, end in phone_spans(text, spoken, regions):
        if not touches(start, end, taken):
            yield "phone", start, end
    if spoken:
        told = (match.span() for match in TOLD_PHONE.finditer(text))
        yield from (("phone", *each) for each in told if not touches(*each, taken))


def _coded(text: str, labels: list[Label]) -> Iterator[Mention]:
    """Codes by the word that stands nearest; of letters only those of bookings, right behind it."""
    numbers = codes(text)
    taken: list[tuple[int, int]] = []
    for start, end in numbers:
        letters = text[start:end].isalpha() and text[start:end].isupper()
        if letters and _ARTICLE.search(text[:start]):
            continue
        free = [each for each in labels if not (_taken(text, each, taken, start) or _leads(text, each, numbers, end))]
        for kind in _nearest(text, [each for each in free if not letters or each[0] < start], start, end):
            if kind == "booking" or (kind in CODES and not letters):
                taken.append((start, end))
                yield kind, start, end


def _few_figures(text: str, labels: list[Label], taken: list[tuple[int, int]]) -> Iterator[Mention]:
    """Numbers of two or three figures right behind the word for them: "ticket 88", "order no. 221"."""
    for start, last, kind in labels if len(text) < _BRIEF else ():
        found = _FIGURES.match(text, last)
        noun = text[last - 1] not in "sd" and not _VERB.search(text[:start])
        if found and noun and not touches(*found.span(), taken):
            yield kind, *found.span(found.lastindex or 0)


_LABELS = (*CODES, "phone")
_BRIEF = 2000  # characters up to which a message is looked through for numbers of two or three figures
_ENDS = r"(?=\s*(?:[.,;!?)\n]|\Z)| (?:is|was|has|and|pls|plz|please)\b)(?![.,]\d)"
_FIGURES = re.compile(
    rf"(?: (?:number|no\.?|nr\.?|id) ?|:? ?#)(\d{{2,3}})(?![\w%€$£°]|[.,:/-]\d)|(?: |: ?)(\d{{2,3}}){_ENDS}"
)
_ARTICLE = re.compile(r"\b(?:the|an?|my|your|our) \Z", re.IGNORECASE)
_VERB = re.compile(r"\b(?:to|I|we|you|they|can|could|will|please|pls)\s+\Z", re.IGNORECASE)


def _taken(text: str, label: Label, taken: list[tuple[int, int]], start: int) -> bool:
    """Whether a word stands before another number, and this one goes on after it: "PNR 4412998703, train no 12626"."""
    between = [last for first, last in taken if label[1] <= first and last <= start]
    return bool(between) and not set(_WORD.findall(text[between[-1] : start])) <= {"and", "or"}


def _leads(text: str, label: Label, numbers: list[tuple[int, int]], end: int) -> bool:
    """Whether a word behind a number stands right before another one: "the line ending 4471, account 8830 2216"."""
    return label[0] >= end and any(label[1] < start and not text[label[1] : start].strip() for start, _ in numbers)


def _nearest(text: str, labels: list[Label], start: int, end: int) -> list[str]:
    """The kinds whose word stands nearest before a code, or directly after it; a mere "reference" may be of several."""
    ahead = ((first, last, kind) for first, last, kind in labels if last <= start and "\n" not in text[last:start])
    before = [(text.count(" ", last, start), first, kind) for first, last, kind in ahead]
    most = _FEW if SUM.fullmatch(text, start, end) else _NEAR
    near = [each for each in before if each[0] <= most]
    if near:
        nearest = min(near)[:2]  # of "order reference" the whole tells the kind
        return [kind for *place, kind in near if tuple(place) == nearest]
    behind = ((first, kind) for first, _, kind in labels if first >= end and not _STOP.search(text, end, first))
    after = [(text.count(" ", end, first), kind) for first, kind in behind]
    close = [(gap, kind) for gap, kind in after if gap <= most]
    return [min(close, key=lambda each: each[0])[1]] if close else []


def _births(said: Said) -> Iterator[Mention]:
    """Dates of birth in words, where the message calls them so; in mere figures right after the word."""
    text = said.message.text
    labels = said.signal("asks-again/word-birth")
    if labels:
        yield from (("birth", *each.span()) for each in TOLD_DATE.finditer(text) if not DATE.fullmatch(each.group()))
    for label in labels:
        found = BORN.search(text, label.end)
        near = found and found.start() <= label.end + _BESIDE
        if found and near and not DATE.fullmatch(found.group()):
            yield "birth", *found.span()


def _dates(said: Said) -> Iterator[Mention]:
    """Dates of birth: so called, or long ago."""
    spoken = hears(said, "asks-again/word-birth")
    for match in DATE.finditer(said.message.text):
        if spoken or long_ago(match.group()):
            yield "birth", *match.span()


def _digits(said: Said) -> Iterator[Mention]:
    """The last digits of a card."""
    for match in said.signal("asks-again/word-card"):
        text, reach = said.message.text, match.end + 40
        found = FOUR.search(text, match.end, reach) or TOLD_FOUR.search(text, match.end, reach)
        if found:
            yield "card", *found.span()


def _introduced(said: Said) -> Iterator[Mention]:
    """The customer's name after "my name is": in capitals, a single one as far as it is a given name."""
    text = said.message.text
    for match in said.signal("asks-again/introducing"):
        found = _NAMED.match(text, match.end) or _FIRST.match(text, match.end) or _SMALL.match(text, match.end)
        if found and _is_named(found.group(1)):
            yield "name", *found.span(1)
    for match in said.signal("asks-again/under"):
        booked = _UNDER.match(text, match.end)
        if booked:
            yield "name", *booked.span(1)


def _is_named(name: str) -> bool:
    """Whether it is a name: of two words in capitals, or a given name that we know."""
    from phraselint.service.given_names import is_given_name

    first, *rest = name.split()
    return (bool(rest) and first[0].isupper()) or is_given_name(first.casefold())


def _things(said: Said, shape: re.Pattern[str]) -> Iterator[Mention]:
    """Devices and products: the word for it, with its model where one is beside it."""
    text = said.message.text
    for match in said.signal("asks-again/device"):
        near = shape.finditer(text, max(0, match.start - 40), match.end + 30)
        spans = (model.span() for model in near if _joined(text, model, match))
        yield "product", *next(spans, (match.start, match.end))
    models = [model for model in shape.finditer(text) if _is_product(model.group())]
    others = {match.start for match in said.signal("asks-again/no-model")} if models else ()
    yield from (("product", *model.span()) for model in models if model.start() not in others)


def _small_models(said: Said, shape: re.Pattern[str]) -> Iterator[Mention]:
    """Models that are typed in small letters: "it's on a norda 9", but no "on my floor 9"."""
    spans = [found.span(1) for found in shape.finditer(said.message.text)]
    others = stretches(said, "asks-again/no-model") if spans else []
    yield from (("product", *span) for span in spans if not touches(*span, others))


def _is_product(name: str) -> bool:
    """Whether what looks like a model may stand for one on its own: "Norda X2", no "On 12"."""
    words = name.split()
    named = any(len(word) > _SHORT or sum(map(str.isupper, word)) > 1 for word in words[:-1] or words)
    return any(map(str.isdigit, name)) and named


def _joined(text: str, model: re.Match[str], word: Match) -> bool:
    """Whether a model stands beside the word for the device: "a Sonda V5 phone", "my phone is a Sonda V5"."""
    first, last = sorted((model.span(), (word.start, word.end)))
    between = text[first[1] : last[0]] if last[0] > first[1] else ""
    return between.count(" ") <= 4 and not any(mark in between for mark in ".!?\n;")


def _errors(said: Said) -> Iterator[Mention]:
    """What the screen said: in quotation marks, or a code after a word such as "error"."""
    text = said.message.text
    for match in said.signal("asks-again/error-word"):
        found = _QUOTED.search(text, match.end, match.end + 60) or _ERROR.match(text, match.end)
        found = found or _WORDED.match(text, match.end)
        if found:
            yield "error", *found.span(found.lastindex or 0)
    for match in said.signal("asks-again/says"):
        shown = _QUOTED.match(text, match.end + 1) or _SHOWN.match(text, match.end) or _WORDED.match(text, match.end)
        if shown:
            yield "error", *shown.span(shown.lastindex or 0)
