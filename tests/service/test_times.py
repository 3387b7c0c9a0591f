from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phraselint.service.times import Hours, moment
from phraselint.text.durations import HALF_DAY
from phraselint.text.hours import HOURS, read_hours

BERLIN = ZoneInfo("Europe/Berlin")
WEEK = read_hours(HOURS)
OFFICE = Hours(WEEK, frozenset({date(2025, 6, 9)}), BERLIN)


def local(written: str) -> datetime:
    return datetime.fromisoformat(written).replace(tzinfo=BERLIN)


@pytest.mark.parametrize(
    ("written", "found"),
    [
        pytest.param("2025-06-03T10:00:00+02:00", "2025-06-03T08:00:00+00:00", id="with an offset"),
        pytest.param("2025-06-03T10:00:00Z", "2025-06-03T10:00:00+00:00", id="in UTC"),
        pytest.param("2025-06-03T10:00:00", "2025-06-03T08:00:00+00:00", id="naive: of the zone given, in summer"),
        pytest.param("2025-01-03 10:00", "2025-01-03T09:00:00+00:00", id="naive: of the zone given, in winter"),
        pytest.param("1748937600", "2025-06-03T08:00:00+00:00", id="seconds since 1970"),
        pytest.param("1748937600000", "2025-06-03T08:00:00+00:00", id="milliseconds since 1970"),
        pytest.param("Tue, 03 Jun 2025 10:00:00 +0200", "2025-06-03T08:00:00+00:00", id="the date of an e-mail"),
    ],
)
def test_a_timestamp_is_read(written: str, found: str) -> None:
    read = moment(written, BERLIN)
    assert read is not None
    assert read.astimezone(UTC) == datetime.fromisoformat(found)


@pytest.mark.parametrize("written", [None, "", "soon", "2025-06-03", "0001-01-01T00:00:00", "9999-12-31T23:59:59"])
def test_what_is_no_time_is_none(written: str | None) -> None:
    assert moment(written, BERLIN) is None


@given(st.text(max_size=40))
def test_no_timestamp_is_too_odd(written: str) -> None:
    assert moment(written, BERLIN) is None or written.strip()


@pytest.mark.parametrize(
    ("received", "limit", "due"),
    [
        pytest.param("2025-06-03T10:00:00", "60s", "2025-06-03T10:01:00", id="a minute within business hours"),
        pytest.param("2025-06-03T17:59:30", "60s", "2025-06-04T09:00:30", id="the rest of a minute the next day"),
        pytest.param("2025-06-06T20:00:00", "1h", "2025-06-10T10:00:00", id="over the weekend and a holiday"),
        pytest.param("2025-03-28T17:30:00", "1h", "2025-03-31T09:30:00", id="over a change of the clock"),
        pytest.param("2025-06-03T11:59:59", HALF_DAY, "2025-06-03T13:00:00", id="in the morning: soon after noon"),
        pytest.param("2025-06-03T12:00:00", HALF_DAY, "2025-06-03T18:00:00", id="from noon on: in the evening"),
        pytest.param("2025-06-03T17:00:00", HALF_DAY, "2025-06-04T10:00:00", id="late: the next morning"),
        pytest.param("2025-06-06T17:30:00", HALF_DAY, "2025-06-10T10:00:00", id="late: the next business day"),
        pytest.param("2025-06-07T11:00:00", HALF_DAY, "2025-06-10T10:00:00", id="on a day off: the next business day"),
        pytest.param("2025-06-03T07:00:00", HALF_DAY, "2025-06-03T13:00:00", id="before the doors open"),
    ],
)
def test_by_when_a_message_is_due(received: str, limit: str, due: str) -> None:
    assert OFFICE.due(local(received), limit) == local(due)


def test_a_limit_that_cannot_be_read_has_no_end() -> None:
    assert OFFICE.due(local("2025-06-03T10:00:00"), "soon") is None


def test_the_longest_limit_that_can_be_read_never_ends() -> None:
    assert OFFICE.due(local("2025-06-03T10:00:00"), "999999999d") is None


def test_a_team_that_never_works_owes_nothing() -> None:
    assert Hours(((),) * 7).due(local("2025-06-03T10:00:00"), "60s") is None


@given(
    st.datetimes(datetime.fromisoformat("2024-01-01"), datetime.fromisoformat("2026-12-01")).map(
        lambda at: at.replace(tzinfo=BERLIN)
    ),
    st.integers(1, 200_000),
)
def test_a_longer_limit_ends_later_and_none_before_it_has_passed(received: datetime, length: int) -> None:
    due, later = OFFICE.due(received, f"{length}s"), OFFICE.due(received, f"{length + 1}s")
    assert due is not None
    assert later is not None
    assert received.astimezone(UTC) + timedelta(seconds=length) <= due < later
