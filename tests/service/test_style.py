"""The rules of style: what they flag, what they leave alone."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phraselint.engine.linter import Linter
from phraselint.service import reading
from tests.service.told import findings, flagged, linter

FORTY = "We see that the lamp is on. " * 7


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Please DO NOT TOUCH the lamp.", ["DO NOT TOUCH"], id="three words in a row"),
        pytest.param("Please DO NOT touch it.", [], id="two words are emphasis"),
        pytest.param("STOP, WAIT, LISTEN to me now, then go on with the rest.", [], id="signs between them"),
        pytest.param("It has HDMI USB LAN ports.", [], id="acronyms"),
        pytest.param("The LUMA GLOW SET is here.", [], id="the name of a product"),
        pytest.param('It says "PAPER IS OUT" then.', [], id="a screen's own words"),
        pytest.param(
            "PARCEL sent, LABEL sent, REFUND sent.", ["PARCEL sent, LABEL sent, REFUND"], id="half of the message"
        ),
        pytest.param("ORDER 4471 A B C", [], id="figures and letters do not count"),
        pytest.param("Born on [DATE_OF_BIRTH] [DATE_OF_BIRTH], [TIME_OF_DAY].", [], id="tags of a transcript"),
        pytest.param("YOU'LL GET IT TODAY", ["YOU'LL GET IT TODAY"], id="a contraction is a word"),
    ],
)
def test_shouting(text: str, found: list[str]) -> None:
    assert flagged("shouting", text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Great!", [], id="one"),
        pytest.param("Great!!", ["!!"], id="two in a row"),
        pytest.param("Great!! Yes!!!", ["!!", "!!!"], id="each run"),
        pytest.param("Hi! Yes! Done!", ["!"], id="three in a short message"),
        pytest.param("Hi! Yes! Done! " + FORTY * 2, [], id="three in a long message"),
        pytest.param("Use `!!a` there! And `!b`! Yes.", [], id="code does not count"),
        pytest.param('You wrote "Help!!!", and here I am!', [], id="quoted marks do not count"),
    ],
)
def test_exclamations(text: str, found: list[str]) -> None:
    assert flagged("exclamations", text) == found


@pytest.mark.parametrize(
    ("text", "hard"),
    [
        pytest.param(FORTY, False, id="short sentences"),
        pytest.param("so " * 60 + ".", True, id="one sentence of sixty words"),
        pytest.param("so " * 39 + ".", False, id="too short to measure"),
        pytest.param(("so " * 20 + "\n") * 3, False, id="a line break ends a sentence"),
        pytest.param("See @ann https://lamps.example/a/b-c-d-e-f-g " * 9, False, id="addresses are no words"),
        pytest.param("Do this: - " + "press the blue key on it - " * 9, False, id="a list in one line"),
        pytest.param("\u2022 press the blue key on it " * 9, False, id="bullets in one line"),
        pytest.param("so " * 25 + "- so - so " + "so " * 25, True, id="dashes of a remark"),
        pytest.param("Organisational accessibility necessitates verification. " * 12, True, id="long words"),
        pytest.param(f"Dear Ms Lee,\n\n{FORTY}\n\nKind regards\nAnn Lee", False, id="salutation and name left out"),
    ],
)
def test_hard_to_read(text: str, hard: bool) -> None:
    assert bool(flagged("hard-to-read", text)) == hard


WORDS = ["so", "lamp", "7", "don't", "well-lit", "rhythm", "needed", "café", "@ann", "so lamp"]
ENDS = [". ", ".\n", "\n\n", ": - ", " - ", ", ", " (", ' "Oh." ']


def test_a_text_of_addresses_alone_is_not_hard_to_read_however_short_a_text_is_measured() -> None:
    measured: dict[str, Any] = {"off": False, "severity": None, "when": [], "keys": {"words": 0}}
    book = linter().book.altered(patches={"hard-to-read": [measured]})
    assert Linter(book).lint("https://lamps.example/a " * 80, only=["hard-to-read"]).findings == ()


@given(st.lists(st.tuples(st.sampled_from(WORDS), st.integers(20, 30), st.sampled_from(ENDS)), min_size=2, max_size=4))
def test_a_quick_yes_to_an_easy_text_hides_no_hard_one(parts: list[tuple[str, int, str]]) -> None:
    text = "".join(" ".join([word] * times) + end for word, times, end in parts)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "_easy", lambda *_: False)
        expected = flagged("hard-to-read", text)
    assert flagged("hard-to-read", text) == expected


@pytest.mark.parametrize(
    ("words", "channel", "wall"),
    [
        pytest.param(60, "chat", False, id="sixty words in a chat"),
        pytest.param(61, "chat", True, id="one more"),
        pytest.param(120, "email", False, id="a hundred and twenty in an e-mail"),
        pytest.param(121, "email", True, id="one word more"),
        pytest.param(121, "ticket", True, id="a ticket counts as e-mail"),
        pytest.param(500, "voice", False, id="speech has no paragraphs"),
    ],
)
def test_wall_of_text(words: int, channel: str, wall: bool) -> None:
    assert bool(flagged("wall-of-text", "word " * words, channel)) == wall


def test_a_wall_is_the_paragraph_and_says_how_long_it_is() -> None:
    text = "Hello.\n\n" + "word " * 70 + "\n\nBye."
    (finding,) = findings("wall-of-text", [("agent", text)])
    assert text[finding.start : finding.end] == ("word " * 70).strip()
    assert "70 words; 60" in finding.why


@pytest.mark.parametrize(
    ("customer", "reply", "found"),
    [
        pytest.param("I am furious!", "Oh no 😂", ["😂"], id="a laugh at an angry customer"),
        pytest.param("I am furious!", "Haha, sorry.", ["Haha"], id="a laugh in letters"),
        pytest.param("I am furious!", "So sorry 💐", [], id="flowers"),
        pytest.param("What a nice day 😂", "Haha 😂", [], id="a laugh among friends"),
    ],
)
def test_emoji_in_trouble(customer: str, reply: str, found: list[str]) -> None:
    lines = [("customer", customer), ("agent", reply)]
    assert [finding.match for finding in findings("emoji-in-trouble", lines)] == found


def test_the_latest_message_of_the_customer_decides() -> None:
    lines = [("customer", "I am furious!"), ("agent", "It is mended."), ("customer", "thanks"), ("agent", "😂")]
    assert findings("emoji-in-trouble", lines) == ()
