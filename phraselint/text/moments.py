"""Moments as records write them: ISO 8601, seconds or milliseconds since 1970, or the date of an e-mail; time zones."""

from __future__ import annotations

import re
from datetime import UTC, datetime, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_EPOCH = re.compile(r"\d{10}(?:\d{3})?(?:\.\d+)?")
ZONES = {
    **dict.fromkeys(("et", "est", "edt", "eastern"), "America/New_York"),
    **dict.fromkeys(("ct", "cst", "cdt", "central"), "America/Chicago"),
    **dict.fromkeys(("mt", "mst", "mdt", "mountain"), "America/Denver"),
    **dict.fromkeys(("pt", "pst", "pdt", "pacific"), "America/Los_Angeles"),
    **dict.fromkeys(("cet", "cest", "central european"), "Europe/Berlin"),
    **dict.fromkeys(("eet", "eest", "eastern european"), "Europe/Athens"),
    **dict.fromkeys(("bst", "uk", "british"), "Europe/London"),
    **dict.fromkeys(("ist", "indian", "india"), "Asia/Kolkata"),
    **dict.fromkeys(("aest", "aedt"), "Australia/Sydney"),
    **dict.fromkeys(("gmt", "utc"), "UTC"),
}
"""What people call a time zone, with the one that most of them mean."""
_DATE_ONLY = 10  # characters: 2025-03-04


def read_moment(written: str) -> datetime | None:
    """The moment that a text names, without an offset where it has none; a day alone is no time."""
    written = written.strip()
    try:
        if _EPOCH.fullmatch(written):
            number = float(written)
            return datetime.fromtimestamp(number / (1000 if number >= 1e11 else 1), UTC)
        return datetime.fromisoformat(written) if len(written) > _DATE_ONLY else None
    except (OverflowError, ValueError, OSError):
        return _mailed(written)


def _mailed(written: str) -> datetime | None:
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(written)
    except (TypeError, ValueError, OverflowError):
        return None


def zone_named(name: object) -> tzinfo | None:
    """The time zone of that name, None where there is none."""
    if not isinstance(name, str) or not name:
        return None
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
