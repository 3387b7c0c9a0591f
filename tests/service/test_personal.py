"""The rules about the person but for names: greetings, thanks, signatures, blanks, repetitions and feelings."""

from typing import Any

import pytest

from phraselint.model.conversation import Conversation
from tests.service.people import ASKED, between, found, marked
from tests.service.told import Lines, linter

RULES = (
    "no-name",
    "wrong-name",
    "unsigned",
    "no-greeting",
    "no-thanks",
    "placeholder-left",
    "canned-twice",
    "feeling-ignored",
)


# --- unsigned ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("reply", "last"),
    [
        pytest.param("Hello Mina,\n\non Monday.\n\nKind regards,\nYour Service Team", "Your Service Team", id="a team"),
        pytest.param("Hello Mina,\n\non Monday.\n\nKind regards,\nNorthline", "Northline", id="a company"),
        pytest.param("Hello Mina,\n\non Monday.\n\nBest wishes", "Best wishes", id="nobody after the closing words"),
        pytest.param("Hello Mina, on Monday. That's all.", "Hello Mina, on Monday. That's all.", id="one paragraph"),
        pytest.param(
            "Dear Mina,\n\non Monday.\n\nHotel Velmora\nLakeside 4\nwww.velmora.example",
            "www.velmora.example",
            id="a block of the company",
        ),
        pytest.param(
            "Dear Mina,\n\nthis is Ruth, thank you. On Monday.\n\nYour service team",
            "Your service team",
            id="a name at the start only",
        ),
        pytest.param(
            "Hi Mina, on Monday. Have a nice day, Mina!",
            "Hi Mina, on Monday. Have a nice day, Mina!",
            id="the customer's name at the end",
        ),
        pytest.param("Hello Mina,\n\non Monday.\n\nBest,\nCinema Gloria", "Cinema Gloria", id="a house"),
        pytest.param("Hi Mina,\n\non Monday.\n\nRuth Keller said\n\n> On Monday.", "on Monday.", id="a quoted name"),
    ],
)
def test_a_reply_that_nobody_has_signed(reply: str, last: str) -> None:
    assert marked("unsigned", [ASKED, ("agent", reply)], "Mina Aziz", "Ruth Keller", "email") == [(1, last)]


@pytest.mark.parametrize(
    "reply",
    [
        pytest.param("Hello Mina,\n\non Monday.\n\nRuth Keller", id="a name"),
        pytest.param("Hello Mina,\n\non Monday.\n\nBest, Ruth", id="on the line of the closing words"),
        pytest.param("Hello Mina,\n\non Monday.\n\nBest regards\n\nR. Keller\nNorthline\nPhone 030", id="an initial"),
        pytest.param("Hello Mina,\n\non Monday.\n\nCheers, RK", id="initials"),
        pytest.param("Hello Mina, on Monday. Ruthie from Northline", id="a short form in the last sentence"),
        pytest.param("Hello Mina,\n\non Monday.\n\nYours,\nPatrick Doyle\nComplaints", id="a colleague"),
        pytest.param("Hello Mina,\n\non Monday.\n\nRuth Keller\n\n-- \nNorthline Ltd, Hull", id="above a footer"),
        pytest.param("Hello Mina,\n\non Monday.\n\nRuth\n\nOn 3 May Mina wrote:\n> Is it open?", id="above a quote"),
        pytest.param("Hello Mina,\n\non Monday.\n\nregards\nruth keller", id="small letters"),
        pytest.param("Hello Mina,\n\non Monday.\n\nAll the best from Ruth and the team", id="from her and the team"),
        pytest.param("Hello Mina,\n\non Monday.\n\nThanks,\nDr. Priya Menon", id="a colleague with a title"),
        pytest.param("", id="an empty text"),
    ],
)
def test_a_reply_that_is_signed(reply: str) -> None:
    assert marked("unsigned", [ASKED, ("agent", reply)], "Mina Aziz", "Ruth Keller", "ticket") == []


@pytest.mark.parametrize(
    ("end", "signed"),
    [
        pytest.param("Kind regards,\nZbyszek", True, id="a name that no list has"),
        pytest.param("Kind regards,\nÞorgerður", True, id="a letter that is no other with an accent"),
        pytest.param("Fair winds,\nZbyszek", True, id="below a short line with a comma"),
        pytest.param("Zbyszek", True, id="a paragraph of its own"),
        pytest.param("It is open. /Zbyszek", True, id="behind a dash"),
        pytest.param("Kind regards,\nZbyszek (Bookings)", True, id="with a department behind it"),
        pytest.param("Kind regards,\nBookings", False, id="a department"),
        pytest.param("Kind regards,\nHamburg", False, id="a place"),
        pytest.param("Kind regards,\nNORDFAHRT", False, id="capitals"),
        pytest.param("Kind regards,\nMina", False, id="who is written to"),
        pytest.param("Kind regards,\nNordfahrt\nwww.nordfahrt.example", False, id="the word of an address"),
        pytest.param("We at Nordfahrt thank you.\n\nKind regards,\nNordfahrt", False, id="told to be a firm"),
        pytest.param("The ferry calls at\n- Krosno\n- Szczecin", False, id="an item of a list"),
    ],
)
def test_a_word_alone_is_a_name_by_its_form(end: str, signed: bool) -> None:
    reply = "Hello Mina,\n\non Monday.\n\n" + end
    assert (marked("unsigned", [ASKED, ("agent", reply)], "Mina Aziz", "", "ticket") == []) is signed


def test_a_chat_needs_no_signature() -> None:
    assert marked("unsigned", [ASKED, ("agent", "Hello Mina, it is.")], "Mina Aziz", "Ruth Keller") == []


# --- no-greeting ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("channel", "lines", "place"),
    [
        pytest.param("chat", [ASKED, ("agent", "It is, Uma.")], 1, id="an answer at once"),
        pytest.param("email", [ASKED, ("agent", "It is. Have a good evening.")], 1, id="good evening at the end"),
        pytest.param("ticket", [("bot", "Hello Uma."), ASKED, ("agent", "It is.")], 2, id="the bot's greeting"),
        pytest.param(
            "chat", [("bot", "Welcome."), ("agent", "This is Ann."), ASKED], 1, id="a bot that opens the chat"
        ),
        pytest.param("voice", [("agent", "Name and date of birth?"), ASKED], 0, id="the line that picks up"),
        pytest.param("chat", [("agent", "Name?"), ASKED, ("agent", "It is.")], 0, id="the line that opens a chat"),
        pytest.param(
            "chat",
            [("bot", "A or B?"), ASKED, ("agent", "B."), ASKED, ("bot", "How would you rate us?")],
            2,
            id="a bot's survey at the end",
        ),
        pytest.param(
            "chat",
            [("bot", "I'll transfer you to Ann."), ASKED, ("agent", "It is."), ASKED, ("bot", "Until six.")],
            2,
            id="a bot that has handed over",
        ),
        pytest.param(
            "chat",
            [("bot", "A or B?"), ASKED, ("agent", "B."), ASKED, ("bot", "This chat is now closed.")],
            2,
            id="a bot's last line",
        ),
        pytest.param("email", [ASKED, ("agent", "The hi-fi is free.")], 1, id="a word in another"),
        pytest.param("email", [ASKED, ("agent", "Your Hello Moon pillow ships.")], 1, id="a thing that is called so"),
        pytest.param("social", [ASKED, ("agent", "Thanks for nothing, Uma.")], 1, id="thanks for something else"),
    ],
)
def test_a_first_reply_without_a_greeting(channel: str, lines: Lines, place: int) -> None:
    assert [each.message for each in found("no-greeting", lines, "Uma Patel", "Glen", channel)] == [place]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param([ASKED, ("agent", "Hello Uma, it is.")], id="hello"),
        pytest.param([ASKED, ("agent", "Moin Uma, it is.")], id="another language"),
        pytest.param([ASKED, ("agent", "こんにちは。it is.")], id="another script"),
        pytest.param([ASKED, ("agent", "One moment."), ("agent", "Hello Uma, it is.")], id="in the second message"),
        pytest.param([ASKED, ("agent", "Dear Uma, it is."), ASKED, ("agent", "Yes.")], id="a later reply"),
        pytest.param([("agent", "Hi Uma, which one?"), ASKED, ("agent", "It is.")], id="the agent begins"),
        pytest.param([("agent", "It is open.")], id="a single message"),
        pytest.param([ASKED], id="no reply"),
        pytest.param([("bot", "A or B?"), ASKED, ("agent", "B."), ASKED, ("bot", "Which day?")], id="a bot leads"),
        pytest.param([ASKED, ("bot", "It is."), ("customer", "Great, bye"), ("agent", "Take care.")], id="all is said"),
    ],
)
def test_a_first_reply_that_greets(lines: Lines) -> None:
    assert found("no-greeting", lines, "Uma Patel", "Glen") == ()


def test_a_thread_that_the_agent_begins_in_writing_began_before() -> None:
    lines = [("agent", "Which one?"), ASKED, ("agent", "It is.")]
    assert found("no-greeting", lines, "Uma Patel", "Glen", "social") == ()


@pytest.mark.parametrize(
    ("parts", "places"),
    [
        pytest.param(["and it is open. Glen 2/2"], [], id="without its first part"),
        pytest.param(["It is, 1/2", "and until six. 2/2"], [1], id="with its first part"),
    ],
)
def test_a_message_in_parts(parts: list[str], places: list[int]) -> None:
    lines = [ASKED, *(("agent", part) for part in parts)]
    assert [each.message for each in found("no-greeting", lines, "Uma Patel", "Glen", "social")] == places


def test_thanks_for_writing_greet_in_a_short_message() -> None:
    lines = [ASKED, ("agent", "Thanks for reaching out! It is.")]
    assert found("no-greeting", lines, "Uma Patel", "Glen", "social") == ()
    assert len(found("no-greeting", lines, "Uma Patel", "Glen", "email")) == 1


# --- no-thanks --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("confirmed", "farewell"),
    [
        pytest.param("Great, that's all, thank you.", "Bye, Uma!", id="that is all"),
        pytest.param(
            "Worked. You can close this.", "It's closed. You can thank Ann for it.", id="somebody else's thanks"
        ),
        pytest.param("found it, cheers", "No need to thank me.", id="no need to thank"),
        pytest.param("it went through, you're a star", "We'd be grateful if you rated us.", id="thanks on a condition"),
        pytest.param("all sorted then", "Thanks again to your neighbour, Uma.", id="thanks to a third person"),
        pytest.param("No more questions, bye", "See you, Uma.", id="goodbye"),
    ],
)
def test_a_last_reply_without_thanks(confirmed: str, farewell: str) -> None:
    lines = [ASKED, ("agent", "Hello Uma, it is."), ("customer", confirmed), ("agent", farewell)]
    (finding,) = found("no-thanks", lines, "Uma Patel")
    assert finding.message == 3
    assert [each.turn for each in finding.evidence] == [2]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(
            [("agent", "Hello Uma, thank you for asking. It is."), ("customer", "Super, bye"), ("agent", "Bye!")],
            id="thanked before",
        ),
        pytest.param(
            [("agent", "Hello Uma, it is."), ("customer", "Super, bye"), ("agent", "We appreciate your call.")],
            id="appreciation",
        ),
        pytest.param([("agent", "Hello Uma, it is."), ("customer", "Thanks, but until when?")], id="another question"),
        pytest.param([("agent", "Hello Uma, it is."), ("customer", "It still does not work")], id="not settled"),
        pytest.param(
            [("agent", "Hello Uma, try."), ("customer", "I did not get it. Thanks")], id="thanks, but nothing came"
        ),
        pytest.param(
            [("agent", "Hello Uma, try."), ("customer", "The site works with the old key.")], id="something else works"
        ),
        pytest.param([("agent", "Hello Uma, it is.")], id="no confirmation"),
        pytest.param(
            [("bot", "A or B?"), ASKED, ("agent", "B."), ASKED, ("bot", "It is."), ("customer", "Great, bye")],
            id="the bot had the last word",
        ),
        pytest.param(
            [("agent", "B?"), ("customer", "yes"), ("bot", "Which day?"), ("customer", "friday, bye")],
            id="the bot took over",
        ),
        pytest.param([("agent", "Hello Uma, it is."), ("customer", "Not solved. Thanks")], id="thanks, but not solved"),
        pytest.param([("customer", "Please fix it, thanks!"), ("agent", "Hello Uma, it is.")], id="thanks in advance"),
    ],
)
def test_no_thanks_are_due(lines: Lines) -> None:
    assert found("no-thanks", [ASKED, *lines], "Uma Patel") == ()


@pytest.mark.parametrize(
    ("after", "finished"),
    [
        pytest.param("you too", True, id="a remark"),
        pytest.param("and until when?", False, id="a question"),
    ],
)
def test_what_follows_the_confirmation(after: str, finished: bool) -> None:
    lines = [("agent", "Hello Uma, it is."), ("customer", "That is all"), ("agent", "Bye!"), ("customer", after)]
    assert bool(found("no-thanks", [ASKED, *lines], "Uma Patel")) == finished


@pytest.mark.parametrize(
    "more",
    [
        pytest.param({"status": "Closed"}, id="the record's status"),
        pytest.param({"fields": {"status": "solved"}}, id="a field"),
    ],
)
def test_the_status_finishes_a_conversation(more: dict[str, Any]) -> None:
    lines = [ASKED, ("agent", "Hello Uma, it is.")]
    assert [each.message for each in found("no-thanks", lines, "Uma Patel", **more)] == [1]
    assert found("no-thanks", lines, "Uma Patel", status="open") == ()


@pytest.mark.parametrize(
    "conversation",
    [
        pytest.param(between([]), id="no messages"),
        pytest.param(between([("agent", "")]), id="an empty text"),
        pytest.param(between([("system", "Chat closed."), ("bot", " ")], "Uma"), id="nobody speaks"),
        pytest.param(
            between([("customer", "\n\n"), ("agent", "\t"), ("customer", ".")], "Uma", "Glen"), id="blank texts"
        ),
        pytest.param(between([ASKED, ("agent", "It is.")] * 1500, "Uma Patel", "Glen", "email"), id="3,000 messages"),
    ],
)
def test_odd_conversations_are_judged(conversation: Conversation) -> None:
    result = linter().lint(conversation, only=list(RULES))
    assert all(0 <= each.start <= each.end <= len(conversation.messages[each.message].text) for each in result.findings)


def test_of_a_draft_only_the_draft_is_judged() -> None:
    lines = [ASKED, ("agent", "Hi Karen, it is."), ASKED, ("agent", "Hi Karen, [DATE] it is.")]
    result = linter().lint(
        between(lines, "Uma Patel", "Glen"), only=["wrong-name", "no-name", "placeholder-left"], draft=True
    )
    assert [(each.rule, each.message) for each in result.findings] == [("wrong-name", 3), ("placeholder-left", 3)]
