"""The values that slots take, and where they end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phraselint.text.slot_literals import SLOT_LITERALS
from phraselint.text.slots import SLOTS, slot_end

VALUES = {
    "number": [
        "24", "1,250", "1,250,000.50", "3.5", ".5", "1/2", "2 1/2", "10k", "1.5 million", "two", "twenty-four",
        "twenty four", "two hundred", "two hundred and fifty thousand", "a dozen", "half a dozen", "a hundred",
        "one and a half",
    ],
    "money": [
        "$4.99", "£1,250.00", "€20", "$ 20", "12 EUR", "12EUR", "20.00 €", "20$", "USD 20", "US$20", "$1.5k",
        "$3 million", "20 dollars", "five euros", "a dollar", "a few bucks", "a hundred dollars", "twenty-five quid",
        "five dollars and fifty cents", "99 cents", "50p",
    ],
    "date": [
        "12/05/2026", "12.05.2026", "12/5", "2026-05-12", "May 12", "May 12th, 2026", "Jan. 5", "Sept 3", "12 May 2026",
        "12th of May", "the third of May", "the 3rd", "March 2026", "Friday", "Friday, May 12", "Friday the 13th",
        "next Monday", "this coming Friday", "Monday evening", "today", "tomorrow morning", "the day after tomorrow",
        "next week", "last year", "end of day", "the end of the week", "May", "Sun",
    ],
    "time": [
        "5 pm", "5pm", "5:30 p.m.", "17:30", "13:45:10", "17h30", "noon", "12 noon", "midnight", "five o'clock",
        "8 o'clock sharp", "half past six", "quarter to 5", "ten past five", "twenty-five to six",
        "a quarter past nine pm", "9am EST", "5 pm AEDT", "9 am (EST)", "10:00 UTC+1", "5 in the morning", "7 at night",
    ],
    "duration": [
        "24 hours", "24hrs", "24h", "24-48h", "24-48 hours", "24 to 48 hours", "two days", "twenty-four hours",
        "two or three days", "a day or two", "2-3 business days", "10 full business days", "one more day", "an hour",
        "half an hour", "half a day", "an hour and a half", "two and a half hours", "a quarter of an hour",
        "three quarters of an hour", "a couple of days", "a couple days", "a few minutes", "few hours", "several weeks",
        "30 mins", "30-minute", "1.5 hours", "1h30", "1h 30m", "2 hours and 30 minutes", "1 hour, 5 minutes",
        "5 minutes or so", "an hour's", "a moment",
    ],
    "email": ["help@acme.example", "a.b+c@d-e.co.uk"],
    "url": ["https://acme.example/x?y=1", "http://localhost", "www.acme.example", "acme.com/help"],
    "name": [
        "Anna", "Anna's", "Anna Maria Lopez", "Ms Lee", "Dr. Smith", "Jean-Luc Picard", "J. R. Smith", "O'Brien",
        "Ludwig van Beethoven", "April", "June Osborne", "August Wilson",
    ],
}  # fmt: skip
NO_VALUES = {
    "number": ["on", "oneself", "24th", "12/05/2026", "17:30", "24hours"],
    "money": ["nothing", "couple", "20", "1.5k", "dollars"],
    "date": ["may", "sun", "reason", "4 hours", "the third", "week", "12:30"],
    "time": ["5", "two", "17:75", "five dollars", "30 minutes", "after"],
    "duration": ["reason", "a reason", "two reasons", "48", "days", "24/7", "noon"],
    "email": ["acme.example", "@acme", "https://a@b.example/x"],
    "url": ["help@acme.example", "acme", "e.g."],
    "name": ["anna", "I", "I'm", "Mr", "van", "24", "August 9", "May 12th, 2026", "Monday", "March"],
}
VALUE_CASES = [pytest.param(kind, text, id=f"{kind} takes {text}") for kind in SLOTS for text in VALUES[kind]]
NO_VALUE_CASES = [pytest.param(kind, text, id=f"{kind} refuses {text}") for kind in SLOTS for text in NO_VALUES[kind]]


def value(kind: str, text: str, start: int = 0, stop: int | None = None) -> str | None:
    end = slot_end(kind, text.lower(), text, start, len(text) if stop is None else stop)
    return None if end is None else text[start:end]


@pytest.mark.parametrize(("kind", "text"), VALUE_CASES)
def test_a_value_is_taken_whole_wherever_it_stands(kind: str, text: str) -> None:
    assert value(kind, text) == text
    assert value(kind, f"so {text} ok", 3) == text
    assert value(kind, f"({text}), ok", 1) == text


@pytest.mark.parametrize(("kind", "text"), NO_VALUE_CASES)
def test_other_words_are_no_value(kind: str, text: str) -> None:
    assert value(kind, text) is None
    assert value(kind, f"{text} ok") is None


@pytest.mark.parametrize(
    ("kind", "text", "taken"),
    [
        pytest.param("number", "24-48", "24", id="a number ends before the hyphen of a range"),
        pytest.param("number", "two days", "two", id="a number in words ends before another word"),
        pytest.param("money", "$4.99/month", "$4.99", id="an amount ends before what it is paid for"),
        pytest.param("date", "tomorrow, please", "tomorrow", id="a date ends before a comma"),
        pytest.param("date", "MAY 12", "MAY 12", id="a date may be shouted"),
        pytest.param("time", "5 pm. Thanks", "5 pm.", id="the full stop of p.m. is part of it"),
        pytest.param("duration", "two days' notice", "two days", id="a plural possessive ends before its apostrophe"),
        pytest.param("duration", "24\nhours", "24\nhours", id="a line break is a space"),
        pytest.param("name", "Anna Maria Lopez Smith", "Anna Maria Lopez", id="a name has three words at most"),
        pytest.param("name", "Anna, Ben", "Anna", id="a comma ends a name"),
        pytest.param("name", "Ms Lee called", "Ms Lee", id="a small letter ends a name"),
        pytest.param(
            "url", "https://acme.example/x.", "https://acme.example/x", id="the final full stop is no address"
        ),
    ],
)
def test_a_value_ends_where_it_should(kind: str, text: str, taken: str) -> None:
    assert value(kind, text) == taken


@pytest.mark.parametrize(
    ("kind", "text", "stop", "taken"),
    [
        pytest.param("duration", "24 hours and 30 minutes", 8, "24 hours", id="a shorter value that fits is taken"),
        pytest.param("date", "12 May 2026", 6, "12 May", id="a date without its year"),
        pytest.param("duration", "24 hours", 2, None, id="no value fits"),
        pytest.param("name", "Anna Lee", 4, "Anna", id="a first name alone"),
    ],
)
def test_a_value_never_passes_the_stop(kind: str, text: str, stop: int, taken: str | None) -> None:
    assert value(kind, text, 0, stop) == taken


WORDS = sorted(
    {word for kind in SLOTS for text in VALUES[kind] for word in text.split()} | {"and", "ok", ",", "-", "."}
)
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join) | st.text(max_size=30)
KINDS = st.sampled_from(SLOTS)


@given(KINDS, TEXTS, st.data())
def test_a_value_lies_between_start_and_stop_and_holds_a_literal_of_its_kind(
    kind: str, text: str, data: st.DataObject
) -> None:
    folded = text.lower()
    clean = text if len(folded) == len(text) else folded
    start = data.draw(st.integers(0, len(folded)))
    stop = data.draw(st.integers(start, len(folded)))
    end = slot_end(kind, folded, clean, start, stop)
    if end is not None:
        assert start < end <= stop
        literals = SLOT_LITERALS[kind]
        assert literals is None or any(each in folded[start:end] for each in literals)


@pytest.mark.parametrize("kind", SLOTS)
def test_every_value_holds_a_literal_of_its_kind(kind: str) -> None:
    literals = SLOT_LITERALS[kind]
    without = [
        text for text in VALUES[kind] if literals is not None and not any(each in text.lower() for each in literals)
    ]
    assert without == []
    assert list(SLOT_LITERALS) == list(SLOTS)
