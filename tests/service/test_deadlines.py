from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phraselint.service.deadlines import deadline
from phraselint.service.stated import stated
from phraselint.service.times import Hours
from phraselint.text.fold import fold
from phraselint.text.hours import HOURS, read_hours

BERLIN = ZoneInfo("Europe/Berlin")
WEEK = read_hours(HOURS)
OFFICE = Hours(WEEK, zone=BERLIN)
WEDNESDAY = "2025-03-19T10:45:00"


def read(text: str, said: str = WEDNESDAY) -> datetime | None:
    """The moment of the first time in a text, said at a time of Berlin."""
    for sentence in fold(text).sentences:
        for each in stated(sentence):
            return deadline(each, sentence, datetime.fromisoformat(said).replace(tzinfo=BERLIN), OFFICE)
    return None


@pytest.mark.parametrize(
    ("words", "at"),
    [
        pytest.param("by Friday 5 pm", "2025-03-21T17:00", id="a day and a time"),
        pytest.param("by Friday, 21 March, at 5 pm", "2025-03-21T17:00", id="a day, its date and a time"),
        pytest.param("by Friday noon", "2025-03-21T12:00", id="noon of a day"),
        pytest.param("by Friday", "2025-03-22T00:00", id="a day lasts until midnight"),
        pytest.param("next Friday at 2", "2025-03-28T14:00", id="next Friday is that of the next week"),
        pytest.param("by 10 tomorrow", "2025-03-20T10:00", id="a bare hour and a day"),
        pytest.param("by five", "2025-03-19T17:00", id="a bare hour is one of business hours"),
        pytest.param("tonight by 8.", "2025-03-19T20:00", id="a bare hour of the evening"),
        pytest.param("by 9 am", "2025-03-20T09:00", id="a time that has passed is tomorrow's"),
        pytest.param("between 2 and 3 pm today", "2025-03-19T15:00", id="the end of a range"),
        pytest.param("at half past three", "2025-03-19T15:30", id="half past"),
        pytest.param("at ten to six", "2025-03-19T17:50", id="minutes to"),
        pytest.param("tomorrow morning", "2025-03-20T12:00", id="a morning ends at noon"),
        pytest.param("first thing in the morning", "2025-03-20T12:00", id="the morning to come"),
        pytest.param("this afternoon by 4 pm", "2025-03-19T16:00", id="a part of the day and a time"),
        pytest.param("this afternoon", "2025-03-19T18:00", id="an afternoon ends at six"),
        pytest.param("by the end of the day", "2025-03-20T00:00", id="a day ends at midnight"),
        pytest.param("by close of business tomorrow", "2025-03-20T18:00", id="business ends with the team's hours"),
        pytest.param("by the end of the week", "2025-03-24T00:00", id="the end of the week"),
        pytest.param("by the end of the month", "2025-04-01T00:00", id="the end of the month"),
        pytest.param("on 3 July", "2025-07-04T00:00", id="a date"),
        pytest.param("by 21.03.2025", "2025-03-22T00:00", id="a date in figures"),
        pytest.param("the day after tomorrow", "2025-03-22T00:00", id="the day after tomorrow"),
        pytest.param("within two hours", "2025-03-19T12:45", id="hours in words"),
        pytest.param("in 10 minutes", "2025-03-19T10:55", id="minutes in figures"),
        pytest.param("in twenty-five minutes", "2025-03-19T11:10", id="a number of two words"),
        pytest.param("in half an hour", "2025-03-19T11:15", id="half an hour"),
        pytest.param("in an hour and a half", "2025-03-19T12:15", id="an hour and a half"),
        pytest.param("within the hour", "2025-03-19T11:45", id="within the hour"),
        pytest.param("within the half hour", "2025-03-19T11:15", id="within the half hour"),
        pytest.param("back in 5", "2025-03-19T10:50", id="minutes that go without saying"),
        pytest.param("no later than two", "2025-03-19T14:00", id="a bare hour after later than"),
        pytest.param("by half five", "2025-03-19T17:30", id="half five is half past five"),
        pytest.param("about half five", "2025-03-19T17:45", id="about a time is a quarter of an hour later"),
        pytest.param("in about an hour", "2025-03-19T12:00", id="about an hour is a quarter of it longer"),
        pytest.param("in an hour or so", "2025-03-19T12:00", id="an hour or so is a quarter of it longer"),
        pytest.param("to you, two minutes", "2025-03-19T10:47", id="a length that stands by itself"),
        pytest.param("before the day's out", "2025-03-20T00:00", id="the day is out at midnight"),
        pytest.param("within 24-48 hours", "2025-03-21T10:45", id="the longer of two lengths"),
        pytest.param("in a couple of hours", "2025-03-19T12:45", id="a couple is two"),
        pytest.param("in a few minutes", "2025-03-19T10:55", id="a few are ten at the most"),
        pytest.param("in three days", "2025-03-23T00:00", id="days last until they are over"),
        pytest.param("within two business days", "2025-03-22T00:00", id="business days"),
        pytest.param("by 5 pm London time", "2025-03-19T18:00", id="the zone of a city"),
        pytest.param("by noon Eastern", "2025-03-19T17:00", id="a zone by its name"),
        pytest.param("by 5 pm CET", "2025-03-19T17:00", id="a zone by its letters"),
    ],
)
def test_a_time_in_words(words: str, at: str) -> None:
    assert read(f"I'll write {words}.") == datetime.fromisoformat(at).replace(tzinfo=BERLIN)


@pytest.mark.parametrize(
    ("words", "said", "at"),
    [
        pytest.param("within 24 hours", "2025-03-29T20:00:00", "2025-03-30T21:00", id="hours over the spring change"),
        pytest.param("tomorrow at 8 pm", "2025-03-29T20:00:00", "2025-03-30T20:00", id="the clock over the change"),
        pytest.param("within 24 hours", "2025-10-25T20:00:00", "2025-10-26T19:00", id="hours over the autumn change"),
        pytest.param("within two business days", "2025-03-21T10:00:00", "2025-03-26T00:00", id="over a weekend"),
        pytest.param("in the morning", "2025-03-19T02:00:00", "2025-03-19T12:00", id="said before dawn"),
    ],
)
def test_a_time_relative_to_when_it_is_said(words: str, said: str, at: str) -> None:
    assert read(f"I'll write {words}.", said) == datetime.fromisoformat(at).replace(tzinfo=BERLIN)


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("the invoice of 3 March", id="the date of a thing"),
        pytest.param("your order from Monday", id="the day of a thing"),
        pytest.param("30 minutes before he arrives", id="a length relative to another event"),
        pytest.param("May I help you", id="a month that is a verb"),
        pytest.param("two hours ago", id="what has passed"),
        pytest.param("as soon as possible", id="no time at all"),
        pytest.param("in a moment", id="a length without an end"),
        pytest.param("until 31/12/9999", id="the last day of the calendar"),
        pytest.param("in about 7000 years", id="a length that leads out of the calendar"),
    ],
)
def test_what_is_no_deadline(words: str) -> None:
    assert read(words) is None


@given(
    st.lists(st.sampled_from("by in at 5 99 31 pm am Feb Friday next half past hours days 24:00 25:61 of , -".split()))
)
def test_no_heap_of_words_is_too_odd(words: list[str]) -> None:
    found = read(" ".join(words))
    assert found is None or found.tzinfo is not None
