"""Notes among colleagues: insults in them, and that what they say is told to no customer."""

import pytest

from phraselint.model.conversation import Conversation
from tests.service.timed import Row, found
from tests.service.told import flagged, linter


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("What an idiot.", ["idiot"], id="a plain insult"),
        pytest.param("Guest is a PITA.", ["PITA"], id="an abbreviation"),
        pytest.param("Twenty pita breads for ward 4.", [], id="bread"),
        pytest.param("Another stupid question from him.", ["stupid question"], id="a question called stupid"),
        pytest.param("I was an idiot, I closed the wrong one.", [], id="self-blame"),
        pytest.param('She wrote "you are idiots".', [], id="the customer's own words"),
        pytest.param("Karen called about the bill.", [], id="a name"),
        pytest.param("What a Karen.", ["What a Karen"], id="a name used as an insult"),
        pytest.param("The clown comes at three.", [], id="a hired clown"),
        pytest.param("Guest was loud, and he has a point.", [], id="plain words"),
    ],
)
def test_disrespect_in_notes(text: str, found: list[str]) -> None:
    assert flagged("disrespect-in-notes", text, "internal") == found


def test_only_notes_are_judged() -> None:
    assert flagged("disrespect-in-notes", "No idiot builds it so.", "chat") == []


@pytest.mark.parametrize(
    ("rule", "lines"),
    [
        pytest.param(
            "asks-again",
            [
                ("customer", "Order 61-2207: the blue cup has a crack."),
                ("note", "What is your order number?"),
                ("agent", "We send a new one."),
            ],
            id="a colleague is asked",
        ),
        pytest.param(
            "apology-pile",
            [("customer", "It is late."), ("note", "Sorry!"), ("note", "I'm sorry."), ("agent", "We are sorry.")],
            id="a colleague hears the apology",
        ),
    ],
)
def test_what_a_colleague_is_told_breaks_no_rule(rule: str, lines: list[tuple[str, str]]) -> None:
    assert _places(rule, lines) == []


@pytest.mark.parametrize(
    ("rule", "lines"),
    [
        pytest.param(
            "no-next-step",
            [
                ("customer", "The lamp is broken and nobody answers. I am angry."),
                ("note", "I will refund it tomorrow."),
                ("agent", "I see. Thank you for telling us."),
            ],
            id="a step that only a colleague knows",
        ),
        pytest.param(
            "no-thanks",
            [
                ("customer", "The lamp is out, can you help?"),
                ("agent", "It is mended."),
                ("customer", "Great, it works now."),
                ("note", "Can somebody close this?"),
                ("customer", "It is blue."),
                ("agent", "Fine."),
            ],
            id="a question that the customer was not asked",
        ),
    ],
)
def test_what_a_colleague_is_told_excuses_no_reply(rule: str, lines: list[tuple[str, str]]) -> None:
    assert _places(rule, lines) == [len(lines) - 1]


def test_a_question_to_a_colleague_keeps_no_customer_waiting() -> None:
    rows: list[Row] = [
        ("customer", "09:00:00", "Where is my lamp?"),
        ("agent", "09:01:00", "It is on its way."),
        ("agent", "09:01:30", "Is it?", "internal"),
        ("customer", "09:02:00", "Okay thanks"),
        ("agent", "2025-06-05T15:00:00", "Bye."),
    ]
    assert found("slow-reply", rows) == []


def _places(rule: str, lines: list[tuple[str, str]]) -> list[int]:
    """The messages in which a rule finds something; a "note" is an agent's to colleagues."""
    messages = [
        {"speaker": "agent", "channel": "internal", "text": text} if who == "note" else {"speaker": who, "text": text}
        for who, text in lines
    ]
    conversation = Conversation.from_record({"channel": "chat", "messages": messages})
    return [each.message for each in linter().lint(conversation, only=[rule]).findings]
