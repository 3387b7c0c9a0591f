"""Lengths of time and days in words, by dateparser: "half an hour", "two business days", "the 3rd of May"."""

import re
from datetime import UTC, datetime

from phraselint.service.times import Hours, end_of

_HALF = re.compile(r"(?:\ban?|\bone)? ?(hour|day)s? and a half")
_KINDS = re.compile(r"\b(?:full|more|whole|short|calendar|extra|additional|business|working)\b ?")
_LOWER = re.compile(r"\S+ (?:to|or|and) |\d+\s?[-–]\s?")
_VAGUE = re.compile(r"\bmoments?\b")
_FEW = "10"  # at the most
_DAYS_LONG = re.compile(r"(?:days?|weeks?|wks?|months?|quarters?|years?|nights?|weekends?|\d ?[dw])\b")
_SPOKEN = {
    "half an hour": "30 minutes",
    "half a day": "12 hours",
    "half hour": "30 minutes",
    "three quarters of an hour": "45 minutes",
    "quarter of an hour": "15 minutes",
    "a few": _FEW,
    "few": _FEW,
    "several": _FEW,
    "a couple of": "2",
    "a couple": "2",
    "couple of": "2",
    "hr": "hour",
    "hrs": "hours",
}


def elapsed(written: str, said: datetime, hours: Hours) -> datetime | None:
    """So long after the message: elapsed time across changes of the clock; days last until they are over."""
    if _VAGUE.search(written):
        return None
    if re.search(r"\b(?:business|working)\b", written) and _DAYS_LONG.search(written):
        return _business_days(written, said, hours)
    plain = _plain(written)
    found = parsed(f"in {plain}", said.astimezone(UTC).replace(tzinfo=None))
    if found is None:
        return None
    end = found.replace(tzinfo=UTC)
    return end_of(end.astimezone(said.tzinfo).date(), said) if _DAYS_LONG.search(plain) else end


def _plain(written: str) -> str:
    """A length as dateparser reads it: one number and its unit."""
    text = _KINDS.sub("", written).removesuffix(" or so")
    for spoken, plain in _SPOKEN.items():
        text = re.sub(rf"\b{spoken}\b", plain, text)
    half = _HALF.search(text)
    if half:
        return f"{90 if half[1] == 'hour' else 36} {'minutes' if half[1] == 'hour' else 'hours'}"
    lower = _LOWER.match(text)
    return text[lower.end() :] if lower else text


def _business_days(written: str, said: datetime, hours: Hours) -> datetime | None:
    found = parsed(f"in {_plain(written)}", said.replace(tzinfo=None))
    if found is None:
        return None
    number = (found.date() - said.date()).days
    return end_of(hours.business_day(said.date(), number), said)


def parsed(written: str, now: datetime, said: datetime | None = None) -> datetime | None:
    """What dateparser reads, relative to a time of the clock; None where it reads nothing."""
    import dateparser

    american = said is not None and str(said.tzinfo).startswith(("America/", "US/"))
    settings = {"RELATIVE_BASE": now, "PREFER_DATES_FROM": "future", "DATE_ORDER": "MDY" if american else "DMY"}
    try:
        found: datetime | None = dateparser.parse(written, languages=["en"], settings=settings)
    except (ValueError, OverflowError):
        return None
    return found
