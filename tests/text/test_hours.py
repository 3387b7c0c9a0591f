"""Business hours as a phrasebook writes them."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phraselint.text.hours import HoursError, read_day, read_hours


@pytest.mark.parametrize(
    ("written", "monday", "saturday"),
    [
        pytest.param("Mon-Fri 09:00-18:00", ((540, 1080),), (), id="one stretch"),
        pytest.param("Mon-Fri 9:00-12:00 13:00-18:00", ((540, 720), (780, 1080)), (), id="a break at noon"),
        pytest.param("Mon-Fri 09:00-18:00, Sat 10:00-14:00", ((540, 1080),), ((600, 840),), id="two rows"),
        pytest.param("Monday - Saturday 08:00-20:00", ((480, 1200),), ((480, 1200),), id="whole names"),
        pytest.param("00:00-24:00", ((0, 1440),), ((0, 1440),), id="always"),
        pytest.param("Sat-Mon 10:00-12:00", ((600, 720),), ((600, 720),), id="over the week's end"),
        pytest.param("Mon\u2013Fri 09:00\u201318:00", ((540, 1080),), (), id="with dashes"),
        pytest.param(" Mon-Sat 09:00-18:00; ", ((540, 1080),), ((540, 1080),), id="with space around them"),
        pytest.param("Mon-Sat 13:00-18:00, Mon 09:00-14:00", ((540, 1080),), ((780, 1080),), id="rows that overlap"),
    ],
)
def test_hours_are_read(written: str, monday: object, saturday: object) -> None:
    week = read_hours(written)
    assert (week[0], week[5]) == (monday, saturday)


@pytest.mark.parametrize(
    ("written", "offset", "message"),
    [
        pytest.param("", 0, "no business hours are named", id="nothing"),
        pytest.param(" , ", 0, "no business hours are named", id="signs only"),
        pytest.param("nine to five", 5, "'to five' is no stretch", id="words"),
        pytest.param("Mon-Fri", 7, "'' is no stretch", id="days only"),
        pytest.param("Mon-Fri 9-17", 8, "'9-17' is no stretch", id="hours without minutes"),
        pytest.param("Foo-Bar 09:00-18:00", 0, "'foo-bar' is no weekday", id="days that are none"),
        pytest.param("Mon-Fry 09:00-18:00", 4, "'fry' is no weekday", id="the second day"),
        pytest.param("Mon-Fri 09:00-18:00, Sat 9:00-25:00", 25, "'9:00-25:00' names a time", id="a late hour"),
        pytest.param("Mon 09:00-17:60", 4, "'09:00-17:60' names a time", id="too many minutes"),
        pytest.param("Mon-Fri 18:00-09:00", 8, "'18:00-09:00' ends before", id="the wrong way round"),
    ],
)
def test_what_names_no_hours_is_told_its_place(written: str, offset: int, message: str) -> None:
    with pytest.raises(HoursError) as caught:
        read_hours(written)
    assert caught.value.offset == offset
    assert message in caught.value.message
    assert caught.value.hint


@given(st.text(alphabet="MonFri 019:-,\n", max_size=30))
def test_hours_are_read_or_refused(written: str) -> None:
    with contextlib.suppress(HoursError):
        assert any(read_hours(written))


@pytest.mark.parametrize("written", ["2026-13-01", "25.12.2026", "Christmas", ""])
def test_what_is_no_day_is_none(written: str) -> None:
    assert read_day(written) is None
