"""Lengths of time as settings write them: "60s", "15m", "4h", "2d"."""

from __future__ import annotations

import re

HALF_DAY = "half-day"
"""The one length of time that has no number: received in the morning, answered soon after noon."""

_UNITS = {"s": 1, "m": 60, "min": 60, "h": 3600, "d": 86400}
_WRITTEN = re.compile(r"(\d{1,9}(?:\.\d{1,9})?) ?(s|m|min|h|d)")  # a timedelta holds no more days


def seconds(written: str) -> float | None:
    """How many seconds a length of time has; None where it is none. A day has 24 hours."""
    found = _WRITTEN.fullmatch(written)
    return float(found[1]) * _UNITS[found[2]] if found else None
