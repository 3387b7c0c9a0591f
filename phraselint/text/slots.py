"""The values that a pattern's slots take: numbers, money, dates, times, durations, addresses and names.

In figures or words. A kind's expressions are made when a pattern first asks for it; every repetition in them is
bounded, so that finding a value, or none, takes a time that does not depend on the length of the text.
"""

from __future__ import annotations

from phraselint.text import regex
from phraselint.text.sentences import TITLES
from phraselint.text.words import opaque_spans

TYPE_CHECKING = False
if TYPE_CHECKING:
    from re import Pattern

SLOTS: tuple[str, ...] = ("number", "money", "date", "time", "duration", "email", "url", "name")

UNITS = "zero one two three four five six seven eight nine ten eleven twelve"
_TEENS = "thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
POWERS = "hundred thousand million billion dozen"
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth thirtieth"
)
_MONTHS = "january february march april may june july august september october november december"
_SHORT_MONTHS = "jan feb mar apr jun jul aug sept sep oct nov dec"
_DAYS = "monday tuesday wednesday thursday friday saturday sunday"
SHORT_DAYS = "mon tues tue wed thurs thur thu fri sat sun"
_RELATIVE = "today tomorrow tonight yesterday tmrw"
CLOCK = "one two three four five six seven eight nine ten eleven twelve"
CURRENCIES = "usd eur gbp cad aud nzd chf jpy inr cny sek nok dkk"
_COINS = (
    "dollars dollar euros euro pounds pound sterling cents cent pence quid bucks buck yen rupees rupee francs franc"
)
_ZONES = "est edt pst pdt cst cdt mst mdt gmt utc bst cet cest eet eest ist aest aedt et pt ct mt"
_SPANS = (
    "seconds second secs sec minutes minute mins min hours hour hrs hr days day nights night weeks week wks wk "
    "weekends weekend months month quarters quarter years year yrs yr decades decade moments moment"
)


def _any(*words: str) -> str:
    return "(?:" + "|".join(sorted(" ".join(words).split(), key=len, reverse=True)) + ")"


_S = r"(?:\s{1,4}|\s?-\s?)"  # what may stand between two words of one value
_AND = rf"(?:{_S}and)?{_S}"
_FIGURE = r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,6}(?:\.[0-9]{1,9})?|[0-9]{1,20}(?:\.[0-9]{1,9})?|\.[0-9]{1,9})"
_POWER = _any(POWERS)
_UNIT = _any(UNITS, _TEENS, _TENS)
_SCALED = rf"{_FIGURE}(?:k|m|bn)?\b(?:{_S}{_POWER}\b)?"
_WORDS = rf"(?:(?:an?|{_UNIT}){_S}{_POWER}\b|{_UNIT}\b)(?:{_AND}(?:{_UNIT}|{_POWER})\b){{0,10}}"
_HALF = rf"(?:{_S}and{_S}a{_S}(?:half|quarter)\b)"
_NUMBER = rf"(?:[0-9]{{1,4}}(?:{_S}[0-9]{{1,3}})?/[0-9]{{1,4}}\b|(?:{_SCALED}|{_WORDS}){_HALF}?|half{_S}a{_S}dozen\b)"
_SOME = rf"(?:{_NUMBER}|an?(?:{_S}few\b|{_S}couple\b(?:{_S}of\b)?)?|several|few)"

_DAY = r"(?:0?[1-9]|[12][0-9]|3[01])"
_NTH = rf"{_DAY}(?:st|nd|rd|th)"
_ANY_DAY = rf"(?:{_NTH}|{_DAY}|(?:twenty{_S}|thirty{_S})?{_any(_ORDINALS)})\b"
_MONTH = rf"(?:{_any(_MONTHS)}\b|{_any(_SHORT_MONTHS)}\b\.?)"
_YEAR = rf"(?:,?{_S}(?:19|20)[0-9]{{2}}\b)"
_WEEKDAY = rf"(?:{_any(_DAYS)}\b|{_any(SHORT_DAYS)}\b\.?)"
_WHICH = rf"(?:(?:this{_S}|the{_S})?(?:next|last|this|coming|following))"
_PART = rf"(?:{_S}(?:morning|afternoon|evening|night)\b)"
_CALENDAR = (
    rf"(?:(?:the{_S})?{_ANY_DAY}(?:{_S}of)?{_S}{_MONTH}{_YEAR}?|{_MONTH}{_S}(?:the{_S})?{_ANY_DAY}{_YEAR}?"
    rf"|the{_S}{_NTH}|{_MONTH}{_S}(?:19|20)[0-9]{{2}}|[0-9]{{4}}-[0-9]{{1,2}}-[0-9]{{1,2}}"
    r"|[0-9]{1,2}([/.-])[0-9]{1,2}\1(?:[0-9]{4}|[0-9]{2})|[0-9]{1,2}/[0-9]{1,2})"
)
_PERIOD = rf"(?:day|week|weekend|month|quarter|year|{_any(_MONTHS)})"
_DATES = (
    _CALENDAR,
    rf"(?:{_WHICH}{_S})?{_WEEKDAY}(?:,?{_S}{_CALENDAR}|{_PART})?",
    rf"{_any(_MONTHS, _RELATIVE)}{_PART}?",
    rf"the{_S}day{_S}(?:after{_S}tomorrow|before{_S}yesterday)",
    rf"{_WHICH}{_S}{_PERIOD}",
    rf"(?:the{_S})?(?:end|start|beginning){_S}of{_S}(?:(?:the|next|this|business){_S}){{0,2}}{_PERIOD}",
)
_NEEDS_CAPITAL = frozenset(f"may march {_SHORT_MONTHS} {SHORT_DAYS}".split())  # words of another sense without it

_CLOCK_WORD = _any(CLOCK)
_DIGITAL = "(?:2[0-4]|[01]?[0-9])"
_HOUR = rf"(?:{_DIGITAL}|{_CLOCK_WORD})"
_NOON = r"[ap]\.?\s?m\b\.?"
_MINUTES = rf"(?:half|(?:a{_S})?quarter|(?:{_UNIT}(?:{_S}{_UNIT})?|[0-9]{{1,2}})(?:{_S}minutes)?)"
_PART_OF_DAY = r"\s(?:in\sthe\s(?:morning|afternoon|evening)|at\snight)"
_ZONE = rf"(?:\s?{_any(_ZONES)}\b(?:[+-][0-9]{{1,2}})?|\s\({_any(_ZONES)}\))"
_LATER = rf"(?:{_PART_OF_DAY}|\ssharp\b|{_ZONE})"
_TIMES = (
    rf"{_DIGITAL}[:.][0-5][0-9](?::[0-5][0-9])?(?:\s?{_NOON})?{_LATER}?",
    rf"{_HOUR}\s?{_NOON}{_LATER}?",
    rf"{_HOUR}\s?o'?clock\b{_LATER}?",
    rf"{_HOUR}{_PART_OF_DAY}",
    rf"{_MINUTES}{_S}(?:past|to|after|before){_S}{_HOUR}\b(?:\s?{_NOON}|\s?o'?clock)?{_LATER}?",
    rf"(?:12\s|twelve\s)?(?:noon|midnight|midday)\b{_LATER}?",
    rf"{_DIGITAL}h(?:[0-5][0-9])?",
)

_SIGN = r"(?:(?:us|ca|c|a|au|nz)?[$€£¥₹₽₩])"
_CURRENCY = _any(CURRENCIES)
_COIN = rf"(?:us{_S})?{_any(_COINS)}"
_SUMS = (
    rf"{_SIGN}\s?{_SCALED}(?:\s?{_CURRENCY})?",
    rf"{_CURRENCY}\s{{0,2}}{_SIGN}?{_SCALED}",
    rf"{_FIGURE}(?:k|m|bn)?(?:{_S}{_POWER})?\s{{0,2}}(?:[$€£¥₹₽₩¢]|p\b|{_CURRENCY})",
    rf"{_SOME}{_S}(?:{_CURRENCY}|{_COIN}(?:{_AND}{_NUMBER}(?:{_S}(?:cents?|pence|p))?)?)",
)

_SPAN = rf"{_any(_SPANS)}\b"
_KIND = rf"(?:(?:full|more|whole|short|business|working|calendar|extra|additional){_S}){{0,2}}"
_RANGE = rf"{_SOME}(?:(?:{_S}(?:to|or|and){_S}|\s?-\s?){_NUMBER})?"
_LENGTHS = (
    rf"(?:a|three){_S}quarters?{_S}of{_S}an{_S}hour",
    rf"{_RANGE}{_S}{_KIND}{_SPAN}(?:{_HALF}|{_S}or{_S}(?:two|so))?",
    rf"[0-9]{{1,4}}(?:\.[0-9]{{1,2}})?(?:-[0-9]{{1,4}})?(?:\s?{_SPAN}|\s?h\b|(?:[msdw]|mos?)\b)",
    r"[0-9]{1,3}h[0-5]?[0-9]m?",
    rf"half{_S}(?:an?|the){_S}{_SPAN}",
)
_MOST_LENGTHS = 3

_END = r"(?:'s)?(?!\w|'\w)"  # a value ends with its word, its possessive 's taken along
_NO_FIGURE = r"(?![.:/-][0-9]|,[0-9]{3})"  # and no figure ends inside a longer one
_SOURCES: dict[str, tuple[tuple[str, ...], str]] = {
    "number": ((_NUMBER,), _END + r"(?![.:/][0-9]|,[0-9]{3})"),
    "money": (_SUMS, _END + _NO_FIGURE),
    "date": (_DATES, _END + _NO_FIGURE),
    "time": (_TIMES, _END + r"(?![.:/][0-9])"),
    "duration": (_LENGTHS, _END),
    "more": ((rf",?{_AND}",), ""),  # what may stand between the lengths of one duration: 2 hours and 30 minutes
    "address": ((r"\S{1,2500}",), ""),
    "name": ((r"[^\W\d_]{1,60}(?:['-][^\W\d_]{1,60}){0,3}(?!\w)", r"\.?\s{1,3}"), ""),  # a name; between two
}

_FIRST_OF_SOME = rf"[0-9.]|(?:an?|half|several|few|{_UNIT})\b"
_FIRST_OF_DATE = "the twenty thirty this next last coming following end start beginning"
BEGINNINGS = {
    "number": _FIRST_OF_SOME,
    "money": rf"{_FIRST_OF_SOME}|{_SIGN}|{_CURRENCY}",
    "date": rf"[0-9]|{_any(_FIRST_OF_DATE, _ORDINALS, _MONTHS, _SHORT_MONTHS, _DAYS, SHORT_DAYS, _RELATIVE)}\b",
    "time": rf"[0-9]|a\b|half|quarter|noon|midnight|midday|{_UNIT}",
    "duration": _FIRST_OF_SOME,
}
"""What every value of a kind begins with: a quick no for most places."""

_expressions: dict[str, list[Pattern[str]]] = {}


def slot_end(kind: str, folded: str, clean: str, start: int, stop: int) -> int | None:
    """Where the longest value of a kind that starts at ``start`` ends, ``stop`` at the latest; None where none does.

    ``start`` is the start of a token. All three are offsets in ``clean`` and in ``folded``, its lower-case form of the
    same length; the end is half-open. It is the end of a token, or stands before the apostrophe that closes one.
    """
    if kind == "name":
        end = _name_end(clean, start, stop)
        return None if end is None or _is_date(folded, start, end, stop) else end
    if kind in ("email", "url"):
        return _address_end(kind, folded, start, stop)
    end = _longest(kind, folded, start, stop)
    if kind == "duration":
        return _duration_end(folded, end, stop)
    if kind == "date" and end is not None and folded[start:end].rstrip(".") in _NEEDS_CAPITAL:
        return end if clean[start].isupper() else None
    return end


def _longest(kind: str, folded: str, start: int, stop: int) -> int | None:
    first, *expressions = _compiled(kind)
    if not first.match(folded, start, stop):
        return None
    found = [match.end() for each in expressions if (match := each.match(folded, start, stop))]
    return max(found, default=None)


def _duration_end(folded: str, end: int | None, stop: int) -> int | None:
    for _ in range(_MOST_LENGTHS - 1):
        more = _compiled("more")[0].match(folded, end, stop) if end is not None else None
        longer = _longest("duration", folded, more.end(), stop) if more else None
        end = longer or end
    return end


def _compiled(kind: str) -> list[Pattern[str]]:
    """The expressions of a kind, what its values begin with first, if that is known."""
    found = _expressions.get(kind)
    if found is None:
        sources, end = _SOURCES[kind]
        found = [regex.compile(f"(?:{source}){end}") for source in sources]
        if kind in BEGINNINGS:
            found.insert(0, regex.compile(BEGINNINGS[kind]))
        _expressions[kind] = found
    return found


def _address_end(kind: str, folded: str, start: int, stop: int) -> int | None:
    run = _compiled("address")[0].match(folded, start, stop)
    for first, last in opaque_spans(folded, start, run.end() if run else start)[:1]:
        address = folded[first:last]
        is_email = "@" in address and "/" not in address
        return last if first == start and is_email == (kind == "email") else None
    return None


_TITLES = frozenset((*TITLES, *"miss professor sir madam lady lord".split()))
_PARTICLES = frozenset("van von de der den da di la le bin al el".split())
_MOST_NAMES = 3
_NO_NAMES = frozenset(_DAYS.split()) | frozenset(_MONTHS.split()) - {"april", "may", "june"}


def _is_date(folded: str, start: int, end: int, stop: int) -> bool:
    """Whether what looks like a name is a day or a month: "for August 9"; April, May and June alone are names, too."""
    date = _longest("date", folded, start, stop)
    return date is not None and (date > end or folded[start:end] in _NO_NAMES)


def _name_end(clean: str, start: int, stop: int) -> int | None:
    """One to three capitalised words, a title before them or not."""
    name, between = _compiled("name")
    end, at, names = None, start, 0
    for _ in range(2 * _MOST_NAMES):  # a particle before each
        word = name.match(clean, at, stop) if names < _MOST_NAMES else None
        if word is None:
            break
        text = word.group()
        initial = len(text) == 1
        title = at == start and text.lower() in _TITLES
        if not title and text not in _PARTICLES:
            if not text[0].isupper() or text.split("'")[0] == "I":
                break
            names += 1
            end = word.end()
        gap = between.match(clean, word.end(), stop)
        if not gap or (gap.group()[0] == "." and not title and not initial):
            break
        at = gap.end()
    return end
