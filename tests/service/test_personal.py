"""The rules about the person: names, greetings, thanks, signatures, blanks, repetitions and feelings."""

from typing import Any

import pytest

from phraselint.engine.linter import Linter
from phraselint.match.library import load
from phraselint.model.conversation import Conversation
from tests.service.people import between, found, marked
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
ASKED = ("customer", "Is it open?")


# --- no-name ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("customer", "replies"),
    [
        pytest.param("Uma Patel", ["Hello, it is open."], id="no name at all"),
        pytest.param("Rose Long", ["Hello, it is open, but not long now."], id="a word like the name"),
        pytest.param("Uma Patel", ["Hello, it is open.", "Until six."], id="two messages in a row"),
    ],
)
def test_a_first_reply_without_the_name(customer: str, replies: list[str]) -> None:
    lines = [ASKED, *(("agent", reply) for reply in replies)]
    assert [each.message for each in found("no-name", lines, customer)] == [1]


@pytest.mark.parametrize(
    ("customer", "reply"),
    [
        pytest.param("Uma Patel", "Hello, it is open, Uma.", id="anywhere in it"),
        pytest.param("Uma Patel", "thanks for asking uma, it is open", id="in small letters after thanks"),
        pytest.param("Elizabeth Crane", "Hi Liz, it is.", id="a short form"),
        pytest.param("Maria Jose Ortiz", "Dear MJ, it is.", id="initials in the greeting"),
        pytest.param("李伟", "李伟, 您好。", id="another script"),
        pytest.param("user_88213", "Hello, it is.", id="a user name is none"),
        pytest.param(None, "Hello, it is.", id="no name is known"),
    ],
)
def test_a_first_reply_that_may_be_without(customer: str | None, reply: str) -> None:
    assert found("no-name", [ASKED, ("agent", reply)], customer) == ()


def test_a_name_that_was_used_before_the_customer_spoke_counts() -> None:
    lines = [("agent", "Good morning Ms Patel, this is Glen."), ASKED, ("agent", "Yes, it is.")]
    assert found("no-name", lines, "Uma Patel") == ()


def test_a_name_that_is_told_later_is_not_known_yet() -> None:
    lines = [ASKED, ("agent", "Hello, it is."), ("customer", "Good, my name is Uma by the way.")]
    assert found("no-name", lines) == ()


# --- wrong-name -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("customer", "reply", "words"),
    [
        pytest.param("Uma Patel", "Hi Karen, it is.", "Hi Karen", id="another name"),
        pytest.param("Julia Stern", "Hi Julie, it is.", "Hi Julie", id="a name that is nearly the same"),
        pytest.param("Uma Patel", "Dear Mr. Hoffmann,\n\nit is.", "Dear Mr. Hoffmann", id="a title and a surname"),
        pytest.param("Peter van der Berg", "Dear Mr van den Bosch, it is.", "Dear Mr van den Bosch", id="particles"),
        pytest.param("Uma Patel", "Good morning Glen, it is.", "Good morning Glen", id="the agent's own name"),
        pytest.param("Linda Fox", "Dear Linda Fix,\n\nit is.", "Dear Linda Fix", id="the wrong surname after the name"),
        pytest.param("Uma Patel", "hi karen, it is", "hi karen", id="small letters"),
        pytest.param("Uma Patel", "Hello, Karen, it is.", "Hello, Karen", id="after a comma"),
        pytest.param("Uma Patel", "Ms Karlsson, it is.", "Ms Karlsson", id="no greeting but a title"),
    ],
)
def test_a_greeting_of_somebody_else(customer: str, reply: str, words: str) -> None:
    assert marked("wrong-name", [ASKED, ("agent", reply)], customer, "Glen") == [(1, words)]


@pytest.mark.parametrize(
    ("customer", "reply"),
    [
        pytest.param("James Whitlock", "Hi Jim, it is.", id="a short form"),
        pytest.param("Jürgen Müßig", "Dear Mr Muessig, it is.", id="without accents"),
        pytest.param("Thi Lan Nguyen", "Dear Dr. Nguyen, it is.", id="a title"),
        pytest.param("James Whitlock", "Dear J. Whitlock, it is.", id="an initial"),
        pytest.param("Uma Patel", "Hello all, it is.", id="nobody by name"),
        pytest.param("Uma Patel", "Hi Thanks for asking, it is.", id="a common word with a capital"),
        pytest.param("Uma Patel", "Dear Northline team, it is.", id="a team"),
        pytest.param("Uma Patel", "Hello, Karen from billing told me. It is.", id="a third person in the line"),
        pytest.param("Uma Patel", "Good Friday is a holiday.", id="a day"),
        pytest.param("Uma Patel", "Hi Uma and Karen, it is.", id="two people"),
        pytest.param("Uma Patel", "The boss, Ms Ito, says it is.", id="a title inside a sentence"),
        pytest.param("Uma Patel", "Dear ,\n\nit is.", id="a blank"),
    ],
)
def test_a_greeting_that_is_right(customer: str, reply: str) -> None:
    assert marked("wrong-name", [ASKED, ("agent", reply)], customer, "Glen") == []


def test_either_of_two_people_on_the_thread_may_be_greeted() -> None:
    lines = [
        ("customer Carlos Vega", "The door is broken."),
        ("agent", "Hi Carlos, is Tuesday good?"),
        ("customer Rosa Vega", "Tuesday is fine."),
        ("agent", "Hi Rosa, then it's Tuesday."),
    ]
    assert marked("wrong-name", lines, "Carlos Vega") == []


def test_a_person_of_whom_the_customer_spoke_may_be_greeted() -> None:
    lines = [("customer", "Please answer my colleague Petra."), ("agent", "Hello Petra, it is open.")]
    assert marked("wrong-name", lines, "Carlos Vega") == []


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
        pytest.param("", id="an empty text"),
    ],
)
def test_a_reply_that_is_signed(reply: str) -> None:
    assert marked("unsigned", [ASKED, ("agent", reply)], "Mina Aziz", "Ruth Keller", "ticket") == []


def test_a_chat_needs_no_signature() -> None:
    assert marked("unsigned", [ASKED, ("agent", "Hello Mina, it is.")], "Mina Aziz", "Ruth Keller") == []


# --- no-greeting ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("channel", "lines", "place"),
    [
        pytest.param("chat", [ASKED, ("agent", "It is, Uma.")], 1, id="an answer at once"),
        pytest.param("email", [ASKED, ("agent", "It is. Have a good evening.")], 1, id="good evening at the end"),
        pytest.param("ticket", [("bot", "Hello Uma."), ASKED, ("agent", "It is.")], 2, id="the bot's greeting"),
        pytest.param("voice", [("agent", "Name and date of birth?"), ASKED], 0, id="the line that picks up"),
    ],
)
def test_a_first_reply_without_a_greeting(channel: str, lines: Lines, place: int) -> None:
    assert [each.message for each in found("no-greeting", lines, "Uma Patel", "Glen", channel)] == [place]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param([ASKED, ("agent", "Hello Uma, it is.")], id="hello"),
        pytest.param([ASKED, ("agent", "Moin Uma, it is.")], id="another language"),
        pytest.param([ASKED, ("agent", "One moment."), ("agent", "Hello Uma, it is.")], id="in the second message"),
        pytest.param([ASKED, ("agent", "Dear Uma, it is."), ASKED, ("agent", "Yes.")], id="a later reply"),
        pytest.param([("agent", "Hi Uma, which one?"), ASKED, ("agent", "It is.")], id="the agent begins"),
        pytest.param([("agent", "It is open.")], id="a single message"),
        pytest.param([ASKED], id="no reply"),
    ],
)
def test_a_first_reply_that_greets(lines: Lines) -> None:
    assert found("no-greeting", lines, "Uma Patel", "Glen") == ()


# --- no-thanks --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("confirmed", "farewell"),
    [
        pytest.param("Great, that's all, thank you.", "Bye, Uma!", id="that is all"),
        pytest.param(
            "Worked. You can close this.", "It's closed. You can thank Ann for it.", id="somebody else's thanks"
        ),
        pytest.param("found it, cheers", "No need to thank me.", id="no need to thank"),
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
        pytest.param([("agent", "Hello Uma, it is.")], id="no confirmation"),
        pytest.param([("customer", "Please fix it, thanks!"), ("agent", "Hello Uma, it is.")], id="thanks in advance"),
    ],
)
def test_no_thanks_are_due(lines: Lines) -> None:
    assert found("no-thanks", [ASKED, *lines], "Uma Patel") == ()


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


# --- placeholder-left -------------------------------------------------------------------------------------------------


def blanks(text: str) -> list[str]:
    return [each.match for each in linter().lint(text, only=["placeholder-left"]).findings]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        pytest.param(
            "Hi {{ticket.requester.first_name}}, it is.", ["{{ticket.requester.first_name}}"], id="two braces"
        ),
        pytest.param("Hi {name}, it is.", ["{name}"], id="one brace"),
        pytest.param("Hi ${name}, it is.", ["${name}"], id="a dollar sign"),
        pytest.param("Hi [CUSTOMER NAME], it is.", ["[CUSTOMER NAME]"], id="brackets and capitals"),
        pytest.param("Hi [Your name], it is.", ["[Your name]"], id="brackets and small letters"),
        pytest.param("It comes on <insert date>.", ["<insert date>"], id="angles"),
        pytest.param("Dear %FIRSTNAME%, it is.", ["%FIRSTNAME%"], id="percent signs"),
        pytest.param("You owe us XXX euros.", ["XXX"], id="crosses"),
        pytest.param("It comes on XX/XX.", ["XX/XX"], id="crosses of a date"),
        pytest.param("Lorem ipsum dolor sit amet.", ["Lorem ipsum dolor sit amet"], id="filler"),
        pytest.param("Dear ,\n\nit is.", ["Dear ,"], id="no name"),
        pytest.param("Hello ,\n\nit is.", ["Hello ,"], id="no name after hello"),
        pytest.param("Hi {first_name} {last_name}, it is.", ["{first_name} {last_name}"], id="neighbours are one"),
        pytest.param("On [DATE] by [TIME], it is.", ["[DATE]", "[TIME]"], id="two blanks"),
    ],
)
def test_a_blank_in_a_draft(text: str, left: list[str]) -> None:
    assert blanks(text) == left


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("[PERSON_NAME] called from [PHONE_NUMBER].", id="tags of redaction"),
        pytest.param("Put `{{first_name}}` there.\n\n```\nHello {{first_name}},\n```\n", id="code"),
        pytest.param("The card XXXX-XXXX-XXXX-0026, or 4111 XXXX XXXX 1111.", id="masked numbers"),
        pytest.param("It comes in XXL and XXXL.", id="sizes"),
        pytest.param("See <https://help.example/a> or <care@help.example>.", id="addresses between angles"),
        pytest.param('A slip sent "Dear %FIRSTNAME%" to all.', id="quoted back"),
        pytest.param("Save 20% on one and 30% on two.", id="percentages"),
        pytest.param("See [1] and [page 4 of the guide, please]. 2 < 3 > 1", id="other brackets"),
        pytest.param("Hello, it is. Oh dear, dear, dear.", id="salutations that are whole"),
        pytest.param("Open Mail/<account name> there.", id="part of a path"),
        pytest.param("An ____ is a kind of wind.\n\n________________\nSue", id="lines of a form or a quiz"),
    ],
)
def test_no_blank_in_a_draft(text: str) -> None:
    assert blanks(text) == []


def test_in_a_transcript_all_tags_stand_for_data() -> None:
    lines = [("customer", "This is [PERSON_NAME]."), ("agent", "You pay [MONEY_AMOUNT], [PERSON_NAME].")]
    assert marked("placeholder-left", lines) == []
    assert marked("placeholder-left", [ASKED, ("agent", "You pay [AMOUNT].")]) == [(1, "[AMOUNT]")]


def test_what_the_customer_wrote_may_be_repeated() -> None:
    lines = [("customer", "What does {name} do?"), ("agent", "It is replaced: {name} becomes Uma.")]
    assert marked("placeholder-left", lines) == []


# --- canned-twice -----------------------------------------------------------------------------------------------------

PROMISE = "Your delivery will be planned anew by our partner within the next days."


@pytest.mark.parametrize(
    "again",
    [
        pytest.param(PROMISE, id="the same"),
        pytest.param(PROMISE.replace("the next", "the very next"), id="one word more"),
        pytest.param(PROMISE.lower(), id="in small letters"),
    ],
)
def test_a_sentence_said_again(again: str) -> None:
    (finding,) = found("canned-twice", [ASKED, ("bot", PROMISE), ASKED, ("agent", f"I see. {again}")])
    assert (finding.message, finding.match) == (3, again)
    assert [(each.turn, each.match) for each in finding.evidence] == [(1, PROMISE)]


@pytest.mark.parametrize(
    ("before", "again"),
    [
        pytest.param("Is there anything else I can do?", "Is there anything else I can do?", id="seven words"),
        pytest.param(PROMISE, f"On Monday.\n\n> {PROMISE}", id="quoted history"),
        pytest.param(f"Yes.\n\nKind regards,\nAnn\n{PROMISE}", f"No.\n\nKind regards,\nAnn\n{PROMISE}", id="a footer"),
        pytest.param(
            "It will be cloudy all day on Sunday in Hull, with about 13 degrees.",
            "It will be sunny all day on Sunday in Hull, with about 23 degrees.",
            id="another answer in the same form",
        ),
        pytest.param(PROMISE, "Each plan has a limit of its own, and there is none on Pro.", id="another sentence"),
    ],
)
def test_what_is_not_said_again(before: str, again: str) -> None:
    assert marked("canned-twice", [ASKED, ("agent", before), ASKED, ("agent", again)], None, "Ann", "email") == []


def test_what_the_customer_repeats_is_no_matter() -> None:
    assert marked("canned-twice", [("customer", PROMISE), ("agent", "Yes."), ("customer", PROMISE)]) == []


# --- feeling-ignored --------------------------------------------------------------------------------------------------

ANGRY = "I'm furious. The driver never came, and I took three days off for nothing."


@pytest.mark.parametrize(
    ("reply", "words"),
    [
        pytest.param("Hi Deb. What is your order number?", "What is your order number?", id="a question"),
        pytest.param("Hi Deb, thank you for writing. Please send a photo.", "Please send a photo.", id="after thanks"),
        pytest.param("Which street is it? I'm sorry about that.", "Which street is it?", id="an apology too late"),
        pytest.param("The next slot is on Monday.", "The next slot is on Monday.", id="a fact"),
    ],
)
def test_a_reply_that_passes_over_the_feeling(reply: str, words: str) -> None:
    (finding,) = found("feeling-ignored", [("customer", ANGRY), ("agent", reply)])
    assert finding.match.rstrip(".") == words.rstrip(".")
    assert [each.turn for each in finding.evidence] == [0]


@pytest.mark.parametrize(
    "reply",
    [
        pytest.param("Hi Deb, I'm so sorry. Which street is it?", id="an apology"),
        pytest.param("Hi Deb, I understand that you're angry. I have it here.", id="understanding"),
        pytest.param("Hi Deb, thanks. Three days off for nothing is really bad. I'm on it.", id="the trouble named"),
        pytest.param("I can see the order here. That should never have happened.", id="after a statement"),
        pytest.param("Hi Deb.", id="a greeting alone"),
    ],
)
def test_a_reply_that_hears_the_feeling(reply: str) -> None:
    assert marked("feeling-ignored", [("customer", ANGRY), ("agent", reply)]) == []


@pytest.mark.parametrize(
    ("customer", "upset"),
    [
        pytest.param("WHERE IS MY MONEY I WANT IT NOW", True, id="shouted"),
        pytest.param("It's annoying, for the third time!", True, id="annoyed again"),
        pytest.param("I'm a bit annoyed, when does it come?", False, id="mild trouble"),
        pytest.param("I'm not angry, I only want to know when it comes.", False, id="a feeling denied"),
        pytest.param("My neighbour drives me mad with his drums. Are you open?", False, id="somebody else's doing"),
        pytest.param("Insane!! I can't believe how quick that was.", False, id="delight"),
        pytest.param("My parcel was due today. Where is it?", False, id="plain words"),
    ],
)
def test_who_is_upset(customer: str, upset: bool) -> None:
    assert bool(marked("feeling-ignored", [("customer", customer), ("agent", "It comes on Monday at noon.")])) is upset


# --- all of them ------------------------------------------------------------------------------------------------------


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
    result = Linter(load()).lint(
        between(lines, "Uma Patel", "Glen"), only=["wrong-name", "placeholder-left"], draft=True
    )
    assert [(each.rule, each.message) for each in result.findings] == [("wrong-name", 3), ("placeholder-left", 3)]
