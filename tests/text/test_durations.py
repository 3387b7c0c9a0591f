"""Lengths of time as settings write them."""

import pytest

from phraselint.text.durations import seconds


@pytest.mark.parametrize(
    ("written", "length"),
    [
        pytest.param("45s", 45, id="seconds"),
        pytest.param("15m", 900, id="minutes"),
        pytest.param("15min", 900, id="minutes spelt out"),
        pytest.param("4h", 14_400, id="hours"),
        pytest.param("2d", 172_800, id="days"),
        pytest.param("1.5h", 5_400, id="an hour and a half"),
        pytest.param("4 h", 14_400, id="with a space"),
        pytest.param("4", None, id="without a unit"),
        pytest.param("h", None, id="without a number"),
        pytest.param("4 hours", None, id="in words"),
        pytest.param("-4h", None, id="below zero"),
        pytest.param("9999999999d", None, id="longer than any calendar"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_seconds(written: str, length: float | None) -> None:
    assert seconds(written) == length
