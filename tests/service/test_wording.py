"""Blanks left, sentences said twice, feelings passed over: what they flag, and what passes."""

import pytest

from tests.service.people import ASKED, found, marked
from tests.service.told import linter

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
        pytest.param("Your order is listed as <Order Number>.", ["<Order Number>"], id="a blank that says what it is"),
        pytest.param("It comes on XX/XX.", ["XX/XX"], id="crosses of a date"),
        pytest.param("Your reference is #REF_NUMBER#.", ["#REF_NUMBER#"], id="hashes"),
        pytest.param("It costs $AMOUNT today, dear @username.", ["$AMOUNT", "@username"], id="signs before a word"),
        pytest.param("It ends on <%= expiry %>.", ["<%= expiry %>"], id="a program's angles"),
        pytest.param("See NAME OF CLINIC on Monday.", ["NAME OF CLINIC"], id="capitals alone"),
        pytest.param("Type it into the ORDER NUMBER field.", [], id="a field in capitals"),
        pytest.param("Yes. [Note to self: ask Ann]", ["[Note to self: ask Ann]"], id="a note to oneself"),
        pytest.param("It ends in [last 4 digits].", ["[last 4 digits]"], id="a number inside"),
        pytest.param("Dear Mr. ,\n\nit is.", ["Dear Mr. ,"], id="a title without a name"),
        pytest.param("Dear Guest Name,\n\nit is.", ["Dear Guest Name"], id="a name that is a blank's"),
        pytest.param("Here: [paste the link here]", ["[paste the link here]"], id="something to paste"),
        pytest.param("It is <reason for refusal>.", ["<reason for refusal>"], id="a reason for something"),
        pytest.param("It is cut on __/__/____.", ["__/__/____"], id="a date to fill in"),
        pytest.param("It is on DD/MM at noon.", ["DD/MM"], id="a day and a month"),
        pytest.param("It is £X a month, see (LINK HERE).", ["X", "(LINK HERE)"], id="a price and a link"),
        pytest.param("Ask Dr. _____ with ______ on it.", ["_____", "______"], id="lines to fill in"),
        pytest.param("Dear Mr Xxxx, it is $NaN.", ["Mr Xxxx", "$NaN"], id="what a program made"),
        pytest.param("Thanks, TODO say when. (FIXME) Bye.", ["TODO", "FIXME"], id="a writer's note"),
        pytest.param("It is a todo in your list.", [], id="a thing to do"),
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
        pytest.param("The Account Name is shown as <folder> - <Account Name>.", id="how a page writes it"),
        pytest.param("See <https://help.example/a> or <care@help.example>.", id="addresses between angles"),
        pytest.param('A slip sent "Dear %FIRSTNAME%" to all.', id="quoted back"),
        pytest.param("Save 20% on one and 30% on two.", id="percentages"),
        pytest.param("Enter the date as YYYY-MM-DD.", id="the form of a date"),
        pytest.param("Press [Enter] and go to the [Date] column.", id="a key and a column"),
        pytest.param("Open Settings > [your name] > Cloud.", id="a step of a path"),
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
        pytest.param(f"As I said, Ann, {PROMISE.lower()}", id="after other words"),
        pytest.param(f"{PROMISE[:-1]}, so hang in there.", id="before a comma"),
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
        pytest.param(
            "The house by the lake has a score of 4.", "The house by the lake has a score of 2.", id="another figure"
        ),
        pytest.param("[PERSON_NAME] " * 9 + ".", "[PERSON_NAME] " * 9 + ".", id="tags of a transcript"),
        pytest.param("@ann @bob @cem @dan @eve @fay see you", "@ann @bob @cem @dan @eve @fay see you", id="names"),
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
        pytest.param("Bags may be searched. We are sorry.", "Bags may be searched.", id="an apology after a fact"),
        pytest.param("Hi Deb. Thank you for your feedback.", "Thank you for your feedback.", id="no more than thanks"),
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
