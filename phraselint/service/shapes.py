"""What the values that a customer gives look like: digits, capitals, @.

The few words that belong to a form are the settings of a rule (``Shapes``), but for those that no company adds to: the
digits as they are spoken.
"""

from __future__ import annotations

import re
from functools import lru_cache
from re import Pattern

from phraselint.model.values import NamedTuple
from phraselint.service.spots import touches

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

EMAIL = re.compile(r"[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
TOLD_EMAIL = re.compile(
    r"(?<![\w@])[\w.+-]{1,40}(?: (?:dot|underscore|dash) [\w-]{1,40}){0,3}"
    r"(?: ?[(\[]at[)\]] ?[\w-]{1,40}(?: ?(?:\.|[(\[]?dot[)\]]?) ?[\w-]{2,20}){1,3}"
    r"| at [\w-]{1,40}(?: dot [a-z]{2,20}){1,3})\b",
    re.IGNORECASE,
)
"""An address as it is told: "ann dot poe at birch dot example", "ann (at) birch.example"."""
DATE = re.compile(
    r"(?<![\w/.-])(?:\d{1,2}[./-]\d{1,2}[./-](?:19|20|['’])?\d\d|(?:19|20)\d\d-\d\d-\d\d"
    r"|\d{1,2}(?:st|nd|rd|th)?(?: of)? [A-Z][a-z]{2,8},? (?:19|20)\d\d"
    r"|[A-Z][a-z]{2,8} \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d\d)(?!\w)"
)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_WHEN = re.compile(
    rf"(?<![\w/.-])\d{{1,2}}[/.-]\d{{1,2}}(?![\w/-]|\.\d)"
    rf"|\b(?:{_MONTH}\.?,?|in|from|since|until|year|of) ((?:19|20)\d\d)(?![\w/-]| \d)",
    re.IGNORECASE,
)
"""A day without its year, or a year: no number of an order."""
_NTH = r"(?:\d{1,2}(?:st|nd|rd|th)?|(?:(?:twenty|thirty)[ -])?[a-z]{2,8}(?:st|nd|rd|th))"
_TOLD_YEAR = r"(?:['’]?(?:19|20)?\d\d|(?:nineteen|twenty|two thousand)(?:[ -][a-z]+){1,2}|[a-z]{2,5}ty[ -][a-z]+)"
_TOLD_NUMBER = (
    r"(?:(?:oh|o|zero|nought)[ -][a-z]{3,5}|ten|eleven|twelve|[a-z]{4,6}teen|twenty(?:[ -][a-z]{3,5})?|thirty)"
)
TOLD_DATE = re.compile(
    rf"(?<!\w)(?:{_NTH}(?: of)? {_MONTH}|{_MONTH} (?:the )?{_NTH}),? {_TOLD_YEAR}(?!\w)", re.IGNORECASE
)
"""A day as it is told: "third of May 1961", "June the ninth, nineteen fifty-eight"."""
BORN = re.compile(
    rf"{TOLD_DATE.pattern}|(?<!\w){_NTH} (?:of (?:the )?)?(?:{_NTH}|{_MONTH}|\d{{1,2}}),? {_TOLD_YEAR}(?!\w)"
    rf"|(?<!\w){_TOLD_NUMBER},? {_TOLD_NUMBER},? {_TOLD_YEAR}(?!\w)"
    r"|(?<![\w.-])\d{1,2} \d{1,2} (?:19|20)?\d\d(?!\w)",
    re.IGNORECASE,
)
"""A day as it is told to someone who asked for it: "the ninth of the second, 88", "oh nine, oh two, 88"."""
FOUR = re.compile(r"(?:(?<![\w-])|(?<=[xX*]-)|(?<=[xX*]))\d{4}(?!\w|-\d| (?:euros?|eur|dollars|usd|pounds|gbp|quid)\b)")
POSTCODE = re.compile(
    r"(?<![\w-])(?:[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d|\d{4} ?[A-Z]{2}"
    r"|\d{4,5}(?:-\d{4})?)(?![\w-])"
)
SINGLES = re.compile(r"(?<!\w)(?=[A-Z0-9 ,-]{0,14}\d)(?:[A-Z0-9][ ,-]{1,2}){4,7}[A-Z0-9](?!\w)")
"""A post code as it is spelt out: "L S 8, 2 Q T"."""
TOLD_POSTCODE = re.compile(rf"{SINGLES.pattern}|{POSTCODE.pattern}|(?<!\w)\d{{6}}(?!\w)", re.IGNORECASE)
"""A post code that someone says is one: in small letters, too, or of six figures."""
PHONE = re.compile(r"\+?\d[\d ()/.-]{4,18}\d")
SUM = re.compile(r"[A-Z]{3}\d{1,6}")
"""AUD1700 is rather money than a code."""

_MODEL = (
    r"(?<![\w@#-])(?:[a-z]*[A-Z][\w+-]*+(?: [A-Z][\w+-]*+){0,3} (?:[A-Z]{0,4}\d{1,4}[A-Za-z]{0,3}|[A-Z]{1,2})"
    r"|[A-Z]{1,5}-?\d{1,5}[A-Za-z]{0,3})"
)
_SMALL = (
    r"\b(?:an?|my|the|your|ur|our|this) ((?:[a-z]{3,} ){1,2}(?:[a-z]{1,3}-?)?\d{1,4}[a-z]{0,2}%s)"
    r"(?![\w%%€$£°/-]|[.,:]\d| (?:of|%s)\b)"
)
_MAILED = r"(?<![\w-])(?:[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}|[A-Z]\d[A-Z] \d[A-Z]\d)(?![\w-])"
_TOWN_FOLLOWS = r" (\d{4,5})(?= [A-Z][^\W\d_]{2,})"
_CODE = re.compile(
    r"(?<![\w@.])#?(?=[A-Za-z0-9/-]{0,24}\d)[A-Za-z0-9](?:[A-Za-z0-9]|[-/](?=[A-Za-z0-9])){3,24}(?![\w@])"
)
_SPACED = re.compile(
    r"(?<![\w.,])(?:\d{2,5}(?: \d{2,5}){1,5}"
    r"|\d?[A-Z]{1,3}\d{1,4}(?: \d{2,5}){1,3}"
    r"|(?:[A-Z]{1,3} ){0,4}(?:\d(?:,? \d){3,24}|\d{1,4}(?: \d{1,4}){3,8}))(?!\w|,\d)"
)
CAPITALS = re.compile(r"(?<!\w)[A-Z]{6}(?!\w)")
_DIGIT = r"(?:zero|oh?|nought|one|two|three|four|five|six|seven|eight|nine)"
_DIGITS = rf"(?:(?:double|triple) )?{_DIGIT}(?:[ ,-]{{1,2}}(?:(?:double|triple) )?{_DIGIT})"
SPELLED = re.compile(
    rf"(?<!\w)(?:[A-Z](?: (?:as in|for|like) [a-z]{{3,10}})?,?[ -]){{0,6}}{_DIGITS}{{2,24}}(?!\w)", re.IGNORECASE
)
"""A number read out: "C for Charlie, double seven four"."""
TOLD_FOUR = re.compile(rf"(?<!\w)(?:{_DIGITS}{{2,3}}(?!\w)|\d(?:[ ,-]{{1,2}}\d){{3}}(?!\w|[ -]\d))", re.IGNORECASE)
TOLD_PHONE = re.compile(rf"(?<!\w){_DIGITS}{{6,24}}(?!\w)", re.IGNORECASE)
"""A phone number in words: "oh double seven, four one, two double three, nine eight six"."""
_YEAR = re.compile(r"(\d{2,4})$")
_OLD = 2012  # a date before is more likely someone's birth than anything else


class Shapes(NamedTuple):
    """What the settings of ``asks-again`` add to the forms of values, compiled.

    ``model`` is the name of a model, ``small`` one in small letters (its group), ``mailed`` a post code that its form
    or the words around it give away (those have it as their group), and ``regions`` are the countries whose phone
    numbers are known without a prefix.
    """

    model: Pattern[str]
    small: Pattern[str]
    mailed: Pattern[str]
    regions: tuple[str, ...]


def shapes_of(settings: Mapping[str, Any]) -> Shapes:
    """The shapes under these settings: ``model_words``, ``counted``, ``town_after``, ``phone_regions``; made once."""
    return _made(*(tuple(settings[name]) for name in ("model_words", "counted", "town_after", "phone_regions")))


@lru_cache(maxsize=16)
def _made(
    model_words: tuple[str, ...], counted: tuple[str, ...], town_after: tuple[str, ...], regions: tuple[str, ...]
) -> Shapes:
    more = rf"(?: (?:{_any_of(model_words)}))*" if model_words else ""
    before = "|".join(["(?<=,)", *(rf"(?<= {re.escape(word)})" for word in town_after)])
    model = re.compile(rf"{_MODEL}{more}(?![\w-]|[.:]\d)")
    small = re.compile(_SMALL % (more.lower(), _any_of(counted) or "of"))
    return Shapes(model, small, re.compile(rf"{_MAILED}|(?:{before}){_TOWN_FOLLOWS}"), regions)


def _any_of(words: tuple[str, ...]) -> str:
    return "|".join(map(re.escape, words))


def codes(text: str) -> list[tuple[int, int]]:
    """Where a text may hold a number of something: digits and letters, at least four, the longest of a place."""
    dates = [match.span(match.lastindex or 0) for shape in (DATE, _WHEN) for match in shape.finditer(text)]
    found: list[tuple[int, int]] = []
    for shape in (_SPACED, _CODE, CAPITALS, SPELLED):
        spans = (match.span() for match in shape.finditer(text))
        found += [each for each in spans if not touches(*each, (*dates, *found))]
    return sorted(found)


def long_ago(date: str) -> bool:
    """Whether a date is so old that it is rather a birth than an order."""
    if re.match(r"\d{4}-", date):
        year = int(date[:4])
    else:
        last = _YEAR.search(date)
        year = int(last.group(1)) if last else 9999
    if year < 100:  # two figures: of a birth, unless of these last years
        year += 1900 if year > 30 else 2000
    return year < _OLD
