"""What the values that a customer gives look like: digits, capitals, @. Of words it knows nothing."""

import re

EMAIL = re.compile(r"[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
DATE = re.compile(
    r"(?<![\w/.-])(?:\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d\d|(?:19|20)\d\d-\d\d-\d\d"
    r"|\d{1,2}(?:st|nd|rd|th)?(?: of)? [A-Z][a-z]{2,8},? (?:19|20)\d\d"
    r"|[A-Z][a-z]{2,8} \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d\d)(?!\w)"
)
FOUR = re.compile(r"(?<![\w-])\d{4}(?!\w|-\d)")
POSTCODE = re.compile(
    r"(?<![\w-])(?:[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d|\d{4} ?[A-Z]{2}"
    r"|\d{4,5}(?:-\d{4})?)(?![\w-])"
)
PHONE = re.compile(r"\+?\d[\d ()/.-]{4,18}\d")
MODEL = re.compile(
    r"(?<![\w@#-])(?:[A-Za-z]*[A-Z][\w+-]*(?: [A-Z][\w+-]*){0,3} (?:[A-Z]{0,4}\d{1,4}[A-Za-z]{0,3}|[A-Z]{1,2})"
    r"|[A-Z]{1,5}-?\d{1,5}[A-Za-z]{0,3})(?: (?:Pro|Max|Plus|Mini|Ultra|Lite|Air|SE))*(?![\w-])"
)
SUM = re.compile(r"[A-Z]{3}\d{1,6}")
"""AUD1700 is rather money than a code."""

_CODE = re.compile(
    r"(?<![\w@.])#?(?=[A-Za-z0-9/-]{0,24}\d)[A-Za-z0-9](?:[A-Za-z0-9]|[-/](?=[A-Za-z0-9])){3,24}(?![\w@])"
)
_SPACED = re.compile(r"(?<![\w.,])\d{2,5}(?: \d{2,5}){1,5}(?![\w,])")
_CAPITALS = re.compile(r"(?<!\w)[A-Z]{6}(?!\w)")
_DIGIT = r"(?:zero|oh?|nought|one|two|three|four|five|six|seven|eight|nine)"
SPELLED = re.compile(
    rf"(?<!\w)(?:(?:double|triple) )?{_DIGIT}(?:[ ,-]{{1,2}}(?:(?:double|triple) )?{_DIGIT}){{2,24}}(?!\w)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(\d{2,4})$")
_OLD = 2012  # a date before is more likely someone's birth than anything else


def codes(text: str) -> list[tuple[int, int]]:
    """Where a text may hold a number of something: digits and letters, at least four, the longest of a place."""
    dates = [match.span() for match in DATE.finditer(text)]
    found: list[tuple[int, int]] = []
    for shape in (_SPACED, _CODE, _CAPITALS, SPELLED):
        spans = (match.span() for match in shape.finditer(text))
        found += [each for each in spans if not any(a < each[1] and each[0] < b for a, b in (*dates, *found))]
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
