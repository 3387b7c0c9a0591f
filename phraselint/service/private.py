"""Numbers that nobody should read in full: of a card, of a bank account, of social security."""

from __future__ import annotations

import re

from phraselint.service.spots import stretches

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from phraselint.service.case import Said

_DIGITS = re.compile(r"(?<![\w*.,-])\d(?:[ \u00a0.–-]?\d){7,22}(?![\w*-]|[.,]\d)|(?<![\d,])\d{4}(?:, ?\d{4}){3}(?!\d)")
_IBAN = re.compile(r"(?<!\w)[A-Za-z]{2}\d{2}(?: ?[A-Za-z0-9]{2,4}){3,8}(?!\w)")
_ISSUED = re.compile(  # by their first digits and their lengths; the number of a handset is none
    r"4(?:\d{12}|\d{15}|\d{18})|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}|3[47]\d{13}"
    r"|3(?:0[0-5]|[689]\d)\d{11}|35(?:2[89]|[3-8]\d)\d{12}|6(?:011|4[4-9]\d|5\d\d|2\d\d)\d{12,15}|(?:50|5[6-9]|6\d)\d{14}"
)
_NEAR = 40  # signs between what calls it a social-security number and its nine digits
_SPOKEN = dict(zip("zero one two three four five six seven eight nine".split(), "0123456789", strict=True))
_SPOKEN |= {"o": "0", "oh": "0", "nought": "0"}
_TIMES = {"double": 2, "triple": 3}
FEW_DIGITS = 6  # words of digits that may be a card's or a phone's number


def numbers(said: Said, settings: Mapping[str, Any]) -> Iterator[tuple[int, int, str]]:
    """The writer's own numbers that nobody should read in full, each with its kind: a key of the setting ``names``."""
    text = said.message.text
    for found in _DIGITS.finditer(text):
        kind = _number(found.group()) or _told_social(said, found)
        if kind and said.own(*found.span()):
            yield (*found.span(), kind)
    for start, end in _told_cards(text):
        if said.own(start, end):
            yield start, end, "card"
    for found in _IBAN.finditer(text) if "iban" not in settings["allowed"] else ():
        end = _iban_end(found.group())
        known = listed(found.group()[:end], settings["own_ibans"]) or _ours(said, found.start())
        if end and not known and said.own(*found.span()):
            yield found.start(), found.start() + end, "iban"


def _ours(said: Said, start: int) -> bool:
    """Whether an IBAN is called ours in the sentences before it, so that customers can pay to it, not yours."""
    ours = [end for _, end in stretches(said, "exposes-data/ours") if 0 <= start - end <= _LINES]
    yours = stretches(said, "exposes-data/yours")
    return bool(ours) and not any(max(ours) <= begin < start for begin, _ in yours)


_LINES = 90  # signs between "our bank details" and the number, with the names of the firm and the bank


def _number(written: str) -> str:
    """The kind of a run of digits: a card number by Luhn and its issuer's lengths, a social-security number, or ""."""
    digits = re.sub(r"\D", "", written)
    if _is_card(digits):
        return "card"
    if re.fullmatch(r"\d{3}[- ]\d{2}[- ]\d{4}", written) and _as_ssn(digits):
        return "ssn"
    return ""


def _is_card(digits: str) -> bool:
    from stdnum import luhn

    return _ISSUED.fullmatch(digits) is not None and len(set(digits)) > 1 and bool(luhn.is_valid(digits))


def _told_social(said: Said, found: re.Match[str]) -> str:
    """The kind of nine digits that the words before them call a social-security number."""
    digits = re.sub(r"\D", "", found.group())
    if len(digits) != 9 or not _as_ssn(digits):
        return ""
    told = (end for _, end in stretches(said, "exposes-data/social"))
    return "ssn" if any(0 <= found.start() - end <= _NEAR for end in told) else ""


def told_digits(text: str) -> int:
    """How many words of a text are digits."""
    return sum(word.strip(",.-?") in _SPOKEN for word in text.lower().split())


def _told_cards(text: str) -> Iterator[tuple[int, int]]:
    """Where card numbers stand in words."""
    if told_digits(text) < FEW_DIGITS:
        return
    from phraselint.service.shapes import SPELLED

    yield from (found.span() for found in SPELLED.finditer(text) if _is_card(_digits_of(found.group())))


def _digits_of(spoken: str) -> str:
    """Digits told in words, as digits: "four double one" is 411."""
    words = re.findall(r"[a-z]+", spoken.lower())
    return "".join(
        _SPOKEN.get(word, "") * _TIMES.get(before, 1) for before, word in zip(["", *words], words, strict=False)
    )


def _as_ssn(digits: str) -> bool:
    """Whether it has the form of one: no group of zeros, and no first group that was never issued."""
    return digits[:3] not in ("000", "666") and digits[0] != "9" and digits[3:5] != "00" and digits[5:] != "0000"


def _iban_end(written: str) -> int:
    """Where the IBAN that a run of groups begins with ends; 0 where it is none."""
    from stdnum import iban

    end = len(written)
    while end:
        if iban.is_valid(written[:end]):
            return end
        end = written.rfind(" ", 0, end)
        if end < 0:
            break
    return 0


def listed(value: str, values: list[str]) -> bool:
    """Whether a setting holds a value, however it is written."""
    return bare(value) in map(bare, values)


def bare(value: str) -> str:
    """A value without the signs between its letters and digits."""
    return re.sub(r"[\s().+/-]", "", value).lower()
