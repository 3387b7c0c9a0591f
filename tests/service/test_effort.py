"""Asked twice, a person refused, passed around, pushed to another channel, lost in a menu."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from phraselint.model.conversation import Conversation, Speaker
from phraselint.model.findings import Finding
from phraselint.service.checks import CHECKS
from tests.service.told import Lines, linter

RULES = ("asks-again", "human-request-ignored", "passed-around", "channel-push", "menu-maze")


def found(rule: str, lines: Lines, draft: bool = False, **record: Any) -> list[Finding]:
    """What a rule finds; a speaker may be "agent Ann voice": the author and the channel of the message."""
    return list(linter().lint(Conversation.from_record(_record(lines, record)), only=[rule], draft=draft).findings)


def _record(lines: Lines, record: dict[str, Any]) -> dict[str, Any]:
    return {"channel": "chat", **record, "messages": [_message(*line) for line in lines]}


def _message(speaker: str, text: str) -> dict[str, Any]:
    who, author, channel = (*speaker.split(), None, None)[:3]
    return {"speaker": who, "author": author, "channel": channel, "text": text}


GIVEN = ("customer", "Order 61-2207: the blue cup has a crack. I'm at ida@kranz.example.")


@pytest.mark.parametrize(
    ("given", "asked"),
    [
        pytest.param(GIVEN[1], "What is your order number?", id="an order number"),
        pytest.param(GIVEN[1], "Could you give me your e-mail address?", id="an e-mail address"),
        pytest.param("You reach me on 07700 900 512.", "Which number can we call you on?", id="a phone number"),
        pytest.param("I was born on 4 July 1981.", "And your date of birth, please?", id="a date of birth"),
        pytest.param("Paid by the card ending in 4471.", "What are the last four digits of your card?", id="a card"),
        pytest.param("I live at 9 Mill Lane, Leeds LS1 4AP.", "What is your post code?", id="a post code"),
        pytest.param("My Tarn X20 printer jams.", "Which printer do you have?", id="a device"),
        pytest.param('It says "paper path blocked".', "What error message do you see?", id="an error text"),
        pytest.param("My name is Ida Kranz.", "May I have your full name?", id="a name"),
        pytest.param("Hi, I'm Angela, I need a room.", "May I have your name?", id="a first name"),
        pytest.param("My phone number is 030 5550 1922.", "Which number can you be reached at?", id="a number to call"),
    ],
)
def test_what_was_given_is_asked_again(given: str, asked: str) -> None:
    (finding,) = found("asks-again", [("customer", given), ("agent", f"Hello. {asked}")])
    assert finding.message == 1
    assert [each.turn for each in finding.evidence] == [0]


@pytest.mark.parametrize(
    "reply",
    [
        pytest.param("Is it still ida@kranz.example?", id="confirms the value"),
        pytest.param("What is the order number of the second cup?", id="asks for another"),
        pytest.param("Do you have a second e-mail address?", id="asks for a second address"),
        pytest.param("I can't find an order with that number. What is your order number?", id="could not use it"),
        pytest.param("What is your phone number?", id="asks for what was not given"),
        pytest.param("Your order number is on the label.", id="speaks of it"),
    ],
)
def test_a_question_that_is_fair(reply: str) -> None:
    assert found("asks-again", [GIVEN, ("agent", reply)]) == []


@pytest.mark.parametrize(
    ("given", "asked"),
    [
        pytest.param("Hi, I'm Angela.", "May I have your full name?", id="a full name after a first name"),
        pytest.param("Hi, I'm Angela.", "How do you spell your name?", id="how it is spelled"),
        pytest.param("I'm Desperate!", "May I have your name?", id="a feeling in capitals"),
    ],
)
def test_more_than_was_given_may_be_asked(given: str, asked: str) -> None:
    assert found("asks-again", [("customer", given), ("agent", asked)]) == []


def test_what_the_record_holds_is_evidence_by_its_field() -> None:
    lines = [("customer", "Please cancel it."), ("agent", "What is your order number?")]
    (finding,) = found("asks-again", lines, fields={"orderId": "61-2207"})
    assert [(each.field, each.match) for each in finding.evidence] == [("orderId", "61-2207")]


def test_two_things_of_one_sentence_are_one_finding() -> None:
    (finding,) = found("asks-again", [GIVEN, ("agent", "Your order number and e-mail address, please?")])
    assert len(finding.evidence) == 2


def test_a_draft_that_asks_again_is_told_what_to_confirm() -> None:
    (finding,) = found("asks-again", [GIVEN, ("agent", "Your e-mail address, please?")], draft=True)
    assert "ida@kranz.example" in finding.suggestions[0].text


@pytest.mark.parametrize(
    ("wish", "reply", "ignored"),
    [
        pytest.param("Let me speak to a human", "Which topic is it?", True, id="a menu"),
        pytest.param(
            "Get me your supervisor.", "Have you tried a restart?", True, id="the next question of the script"
        ),
        pytest.param("Get me your manager.", "A manager would say the same.", True, id="a brush-off"),
        pytest.param("Please call me.", "The terms are on our page.", True, id="no call"),
        pytest.param("Please call me.", "Which number shall I call?", False, id="asks for the number"),
        pytest.param("Get me your supervisor.", "I'm putting you through to Ms Lund.", False, id="hands over"),
        pytest.param("No need to call me.", "It arrives on Friday.", False, id="no request"),
        pytest.param("Oh, I have to talk to somebody else now.", "They have the list.", False, id="told, not asked"),
        pytest.param("Your manager called me on Monday.", "Good to hear.", False, id="an earlier call"),
    ],
)
def test_a_request_for_a_person(wish: str, reply: str, ignored: bool) -> None:
    lines = [("bot", "Hello."), ("customer", wish), ("bot", reply)]
    assert [each.message for each in found("human-request-ignored", lines)] == ([2] if ignored else [])


def test_an_agent_is_the_person_that_was_asked_for() -> None:
    lines = [("customer", "I want to talk to a person"), ("agent", "Hello, what can I do?")]
    assert found("human-request-ignored", lines) == []


def test_each_ignored_request_is_a_finding() -> None:
    lines = [("customer", "agent please"), ("bot", "Bills or orders?")] * 2
    assert [each.message for each in found("human-request-ignored", lines)] == [1, 3]


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        pytest.param(
            [("agent Ann", "I'm putting you through."), ("agent Bo", "I'll transfer you to the lab.")], 1, id="twice"
        ),
        pytest.param(
            [("bot", "I'm transferring you."), ("agent Ann", "I'll transfer you to the lab.")], None, id="once by a bot"
        ),
        pytest.param(
            [("agent Ann", "I'll transfer you."), ("customer", "ok"), ("agent Ann", "Transferring you now.")],
            None,
            id="the same one, said twice",
        ),
        pytest.param(
            [("agent Ann", "I'll transfer you."), ("system", "Chat transferred to Lab."), ("agent Bo", "Hello.")],
            None,
            id="a system line about it",
        ),
        pytest.param(
            [("agent Ann", "I have asked the lab and stay your contact."), ("agent Ann", "I also asked the ward.")],
            None,
            id="a consultation",
        ),
        pytest.param(
            [
                ("agent Ann", "Please call our line on 030 5550 144."),
                ("customer x voice", "I was told to call."),
                ("agent Bo voice", "Please go to the counter in the hall."),
            ],
            2,
            id="a channel and a place",
        ),
    ],
)
def test_passed_around(lines: Lines, place: int | None) -> None:
    assert [each.message for each in found("passed-around", lines)] == ([] if place is None else [place])


@pytest.mark.parametrize(("one", "other"), [("Ann", "  "), ("  ", "Ann")])
def test_an_author_of_blanks_is_nobody(one: str, other: str) -> None:
    agents = [(one, "Ann will help you."), (other, "Hello."), (None, "I'll transfer you to the lab.")]
    messages = [{"speaker": "agent", "author": author, "text": text} for author, text in agents]
    record = {"messages": [{"speaker": "customer", "text": "Hello."}, *messages]}
    assert linter().lint(Conversation.from_record(record), only=["passed-around"]).findings == ()


@pytest.mark.parametrize(
    ("text", "channel", "pushed"),
    [
        pytest.param("Please give us a call.", "chat", True, id="to the phone"),
        pytest.param("Please give us a call.", "voice", False, id="on the phone already"),
        pytest.param("Please write an e-mail to info@okra.example.", "chat", True, id="to e-mail"),
        pytest.param("Send us a DM, please.", "social", True, id="to a direct message"),
        pytest.param("To keep your data private, please send us a DM.", "social", False, id="with a reason"),
        pytest.param("We can do it right here, or you call us.", "chat", False, id="a choice"),
        pytest.param("I'll call our courier.", "chat", False, id="our own call"),
        pytest.param("If you have more questions, please call us.", "chat", False, id="for another day"),
        pytest.param("Please call your bank.", "chat", False, id="a third party"),
        pytest.param("If it burns, call 112.", "chat", False, id="an emergency"),
        pytest.param("DM us your post code so we can find it.", "social", False, id="private data, and what for"),
        pytest.param("DM us your post code.", "social", True, id="private data, and nobody says what for"),
        pytest.param("Please send us a DM for further assistance.", "social", True, id="for assistance now"),
        pytest.param("DM us the colour so we can find it.", "social", True, id="what anyone may read"),
        pytest.param("We can't open orders on this channel, please give us a call.", "sms", False, id="what cannot be"),
        pytest.param("Could you send us your e-mail address?", "chat", False, id="an address to give"),
        pytest.param("It hurts that you call us names.", "chat", False, id="a name that one is called"),
    ],
)
def test_channel_push(text: str, channel: str, pushed: bool) -> None:
    lines = [("customer", "Hello."), ("agent", text)]
    assert bool(found("channel-push", lines, channel=channel)) == pushed


def test_a_contact_that_the_customer_asked_for_is_no_push() -> None:
    lines = [("customer", "Which number can I call?"), ("agent", "Please call us on 030 5550 144.")]
    assert found("channel-push", lines, channel="email") == []


def _steps(*texts: str) -> Lines:
    return [line for text in texts for line in (("bot", text), ("customer", "1"))]


@pytest.mark.parametrize(
    ("lines", "places"),
    [
        pytest.param(_steps("A or B?", "C or D?"), [], id="two steps"),
        pytest.param(_steps("A or B?", "Press 1 for C.", "Please enter your number."), [4], id="three steps"),
        pytest.param(_steps("A or B?", "C or D?", "E or F?", "G or H?"), [4], id="four steps: one finding"),
        pytest.param(_steps("How can I help?", "A or B?", "C or D?"), [], id="an open greeting is no step"),
        pytest.param(_steps("A or B?", "The shop is open until nine.", "C or D?", "E?"), [], id="an answer between"),
        pytest.param(_steps("A or B?", "C or D?", "I found 'Dora' for 9 euros. Book it?"), [], id="an offer in quotes"),
        pytest.param(_steps("A or B?", "It is booked!", "C or D?", "E or F?"), [], id="what is done is an answer"),
        pytest.param(
            _steps("A or B?", "Thanks, and the street too please.", "Any other wishes"), [4], id="half sentences"
        ),
        pytest.param(_steps("A or B?", "Sorry, but no seat is left.", "C or D?", "E?"), [], id="a no is an answer"),
        pytest.param(_steps("A or B?", "Sorry, I didn't get that.", "C or D?", "E?"), [6], id="not understood is none"),
        pytest.param([*_steps("A or B?", "C or D?"), ("agent", "Hello."), *_steps("E or F?")], [], id="a person"),
    ],
)
def test_menu_maze(lines: Lines, places: list[int]) -> None:
    assert [each.message for each in found("menu-maze", lines)] == places


_TEXTS = st.sampled_from(
    ["", " ", "?", "Order 61-2207", "What is your order number?", "call me", "I'll transfer you", "A or B?", "DM us"]
)
_LINES = st.lists(st.tuples(st.sampled_from([each.value for each in Speaker]), _TEXTS), max_size=12)


@settings(deadline=None, max_examples=60)
@given(_LINES)
def test_any_conversation_is_judged_and_every_place_exists(lines: Lines) -> None:
    for rule in RULES:
        assert rule in CHECKS
        for finding in found(rule, lines):
            assert lines[finding.message][0] != "customer"
            assert 0 <= finding.start < finding.end <= len(lines[finding.message][1])
