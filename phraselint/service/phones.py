"""Where a text holds phone numbers, by the phonenumbers library, which is loaded only where digits may be one."""

import re
from collections.abc import Sequence

_DIGITS = re.compile(r"(?<![\w#/-])(?:\+|\(?00)?\(?\d[\d ()/.\u00a0-]{5,20}\d(?![\w-])")
_DATE = re.compile(r"\d{4}-\d\d-\d\d|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}")
_FEW, _MANY = 7, 15  # digits of a phone number


def may_hold_phone(text: str) -> bool:
    """A quick no for most texts."""
    return _DIGITS.search(text) is not None


def phone_spans(text: str, spoken: bool, regions: Sequence[str]) -> list[tuple[int, int]]:
    """Where phone numbers stand, half-open; without a prefix those of ``regions`` (country codes such as US).

    ``spoken``: words beside them say so, and a possible number is enough.
    """
    found = []
    for match in _DIGITS.finditer(text):
        number = match.group()
        if (
            _FEW <= sum(map(str.isdigit, number)) <= _MANY
            and not _DATE.search(number)
            and _is_phone(number, spoken, regions)
        ):
            found.append(match.span())
    return found


def _is_phone(number: str, spoken: bool, regions: Sequence[str]) -> bool:
    import phonenumbers

    for region in (None,) if number.startswith("+") else regions:
        try:
            parsed = phonenumbers.parse(number, region)
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_valid_number(parsed) or (spoken and phonenumbers.is_possible_number(parsed)):
            return True
    return False
