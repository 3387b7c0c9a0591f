"""The moment by which a time named in words has passed: "by Friday 5 pm", "within two hours", "tomorrow morning".

Lengths and days of the calendar are read by ``spoken``; when a part of a day is over stands here. Where a time may mean
two, the later is taken, so that no promise is called broken that may have been kept.
"""

import re
from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import cache

from phraselint.service.spoken import elapsed, parsed
from phraselint.service.stated import BUSINESS_END, CLOCK_NUMBERS, Atom, Stated
from phraselint.service.times import Hours, at, end_of, fixed
from phraselint.text.moments import ZONES, zone_named
from phraselint.text.words import Sentence

_MIDNIGHT = "midnight"
_DAWN = time(6)  # from then on "in the morning" is tomorrow's
_PARTS: dict[str, time | None] = {  # when a part of the day is over; None: at midnight
    "first thing": time(12),
    "morning": time(12),
    "noon": time(12),
    "midday": time(12),
    "lunch": time(14),
    "lunchtime": time(14),
    "lunch time": time(14),
    "afternoon": time(18),
    "evening": None,
    "tonight": None,
    "night": None,
    _MIDNIGHT: None,
}
_WEEKDAYS = "mon tue wed thu fri sat sun".split()
_WEEKDAY = re.compile(r"\b(mon(?!th)|tue|wed|thu|fri|sat|sun)[a-z]*\b\.?")
_ZONE_AFTER = re.compile(r"\W{0,2}([a-z]+(?: european)?)(?: time|\b)")
_CLOCK = re.compile(r"(\d{1,2})(?:[:.h](\d\d))?(?::\d\d)?\s?(?:([ap])\.?\s?m)?")
_SPOKEN_HOUR = re.compile(rf"\b(?:{'|'.join(CLOCK_NUMBERS)})\b")
_PAST = re.compile(r"(half|(?:a )?quarter|[\w -]+?)(?: minutes)? (past|to|after|before) (\S+)")


def deadline(each: Stated, sentence: Sentence, said: datetime, hours: Hours) -> datetime | None:
    """The moment by which a time has passed; None where it has no certain end ("in a moment") or no calendar has it.

    ``said`` is the time of the message on the reader's clock; a zone that the words name wins.
    """
    try:
        return _end(each, sentence, said, hours)
    except OverflowError:  # "until 31/12/9999"
        return None


def _end(each: Stated, sentence: Sentence, said: datetime, hours: Hours) -> datetime | None:
    by_kind = {atom.kind: atom for atom in each.atoms}  # of a range the last is kept
    length = by_kind.get("duration")
    about = _about(each, sentence)
    if length is not None:
        end = elapsed(length.text, said, hours)
        return end + (end - said) / _GRACE if end and about else end
    zone = _zone_after(sentence, each.last)
    if zone is not None:
        said = said.astimezone(zone)
    end = _on_clock(by_kind, said, hours)
    return end + _SOON_AFTER if end and about else end


_ABOUT = frozenset("about around approximately roughly approx circa".split())
_OR_SO = (["or", "so"], ["or", "thereabouts"], ["give", "or"], ["ish"])
_GRACE = 4  # "about an hour" is over a quarter of an hour later
_SOON_AFTER = timedelta(minutes=15)  # so is "around 3"


def _about(each: Stated, sentence: Sentence) -> bool:
    """Whether a time is not to be taken to the minute: "about an hour", "around 3", "20 minutes or so"."""
    words = sentence.words
    loose = bool(each.first) and words[each.first - 1] in _ABOUT
    return loose or each.atoms[-1].text.endswith(" or so") or words[each.last : each.last + 2] in _OR_SO


def _zone_after(sentence: Sentence, last: int) -> tzinfo | None:
    """The zone that the words name in or after a time: "5 pm CET", "9 am London time", "noon Eastern"."""
    for place in (sentence.starts[last - 1], sentence.ends[last - 1]):
        found = _ZONE_AFTER.match(sentence.text.folded, place, sentence.end)
        name = found[1] if found else ""
        if name in ZONES:
            return zone_named(ZONES[name])
        if found and found.group().endswith(" time"):
            return zone_named(_cities().get(name))
    return None


@cache
def _cities() -> dict[str, str]:
    """The zone of each city that names one."""
    from zoneinfo import available_timezones

    return {name.rpartition("/")[2].lower(): name for name in sorted(available_timezones()) if "/" in name}


def _on_clock(by_kind: dict[str, Atom], said: datetime, hours: Hours) -> datetime | None:
    """The moment that a day, a part of it and a time of the clock name together, as far as they are there."""
    if "part" in by_kind and by_kind["part"].text.endswith("hour"):
        return fixed(said).astimezone(UTC) + timedelta(hours=0.5 if "half" in by_kind["part"].text else 1)
    day = _day_of(by_kind, said)
    if day is None:
        return None
    words = " ".join(atom.text for atom in by_kind.values() if atom.kind in ("part", "date"))
    spoken = by_kind.get("time") or by_kind.get("hour")
    clock = _clock(spoken.text, words) if spoken else None
    if spoken is not None and clock is None and _MIDNIGHT not in spoken.text:
        return None
    if clock is None:
        return _part_end(words if spoken is None else _MIDNIGHT, day, said, hours)
    found_at = at(day, clock, said)
    named = "date" in by_kind or "part" in by_kind
    return found_at if named or found_at > said else at(day + timedelta(days=1), clock, said)


def _day_of(by_kind: dict[str, Atom], said: datetime) -> date | None:
    """The day that the values name, else the message's own; None where it cannot be read."""
    if "date" in by_kind:
        return _day(by_kind["date"].text, said)
    if "part" in by_kind and re.search(r"week|month|eow", by_kind["part"].text):
        return _period_end(by_kind["part"].text, said.date())
    return said.date()


def _part_end(words: str, day: date, said: datetime, hours: Hours) -> datetime:
    """The end of the part of the day that the words name, else of the day."""
    if BUSINESS_END.search(words):
        closing = hours.closing(day)
        return at(day, closing, said) if closing else end_of(day, said)
    for name, end in _PARTS.items():
        if re.search(rf"\b{name}\b", words):
            if end is None:
                break
            found = at(day, end, said)
            coming = "in the morning" in words and said.time() >= _DAWN
            past = (coming or found <= said) and day == said.date()
            return at(day + timedelta(days=1), end, said) if past else found
    return end_of(day + timedelta(days="overnight" in words), said)


def _day(written: str, said: datetime) -> date | None:
    """The day that the words name, the last of a period."""
    text = written.replace("tmrw", "tomorrow").replace("'s", "").strip(" .")
    today = said.date()
    if text.startswith(("today", "tonight")):
        return today
    if text.startswith("the day after tomorrow"):
        return today + timedelta(days=2)
    if re.search(r"\b(?:end|week|weekend|month|year|quarter)\b", text) and not _WEEKDAY.search(text):
        return _period_end(text, today)
    weekday = _WEEKDAY.search(text)
    if weekday and not re.search(r"\d", text):
        return _weekday(weekday[1], text, today)
    found = parsed(re.sub(r"\b(?:this|the|coming|following|of)\b", "", text), said.replace(tzinfo=None), said)
    return found.date() if found else None


def _weekday(name: str, text: str, today: date) -> date:
    """The next day of that name after today; "next Friday" is that of the week after this."""
    ahead = (_WEEKDAYS.index(name) - today.weekday() - 1) % 7 + 1
    day = today + timedelta(days=ahead)
    monday = today + timedelta(days=7 - today.weekday())
    return monday + timedelta(days=_WEEKDAYS.index(name)) if "next" in text and day < monday else day


def _period_end(text: str, today: date) -> date:
    later = bool(re.search(r"\bnext\b", text))
    if "month" in text:
        year, month = divmod(today.year * 12 + today.month - 1 + later, 12)
        return date(year, month + 1, monthrange(year, month + 1)[1])
    if "week" in text or "eow" in text:
        last = 4 if re.search(r"business|working", text) else 6
        return today + timedelta(days=max(last - today.weekday(), 0) + 7 * later)
    if "day" in text:
        return today + timedelta(days=later)
    return date(today.year + later, 12, 31)


def _clock(written: str, words: str) -> time | None:
    """The time of day; an hour without am or pm is one of business hours, or of the part of the day named."""
    text = re.sub(r"\b(?:o'?clock|sharp)\b", "", written)
    text = re.sub(r"^half (?!(?:past|to|after|before)\b|(?:an?|of)\b)", "half past ", text)  # "at half two"
    text = _SPOKEN_HOUR.sub(lambda found: str(CLOCK_NUMBERS.index(found[0]) + 1), text)
    if re.search(r"\b(?:noon|midday)\b", text):
        return time(12)
    if _MIDNIGHT in text:
        return None
    past = _PAST.match(text)
    if past:
        return _past(past, words)
    found = _CLOCK.match(text)
    return _hour(int(found[1]), int(found[2] or 0), found[3], words + written) if found else None


def _past(found: re.Match[str], words: str) -> time | None:
    """ "half past three", "ten to six"."""
    amount = {"half": 30, "quarter": 15, "a quarter": 15}.get(found[1]) or _minutes(found[1])
    hour = _clock(found[3], words)
    if amount is None or hour is None:
        return None
    minutes = hour.hour * 60 + (amount if found[2] in ("past", "after") else -amount)
    return time(*divmod(minutes % (24 * 60), 60))


def _minutes(written: str) -> int | None:
    now = datetime(2000, 1, 1)  # noqa: DTZ001  any moment will do to see how far the words lead
    found = parsed(f"in {written} minutes", now)
    return int((found - now).total_seconds() // 60) if found else None


def _hour(hour: int, minute: int, half: str | None, words: str) -> time | None:
    if half is not None:
        hour = hour % 12 + (12 if half == "p" else 0)
    else:
        last = 11 if re.search(r"evening|night", words) else 0 if "morning" in words else 7
        hour += 12 if 1 <= hour <= last else 0
    return time(hour, minute) if hour < 24 and minute < 60 else None
