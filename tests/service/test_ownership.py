"""A no without an option, a sorry without an act, one apology too many, a fault that nobody made, an open matter."""

import pytest

from phraselint.model.conversation import Channel, Message
from tests.service.told import conversation, findings, flagged, linter


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("We can't refund that. Goodbye.", ["We can't refund that."], id="a bare no"),
        pytest.param(
            "We can't refund that. Anything else?", ["We can't refund that."], id="anything else is no option"
        ),
        pytest.param("We can't refund that, because it was worn.", [], id="a reason"),
        pytest.param("We can't refund that. I can send you another size.", [], id="an alternative"),
        pytest.param("We can't refund that. I see. You can swap it.", [], id="an option two sentences on"),
        pytest.param("We can't refund that. Would you like another size?", [], id="an offer put as a question"),
        pytest.param("That's against our company policy.", ["That's against our company policy."], id="a bare policy"),
        pytest.param("We don't accept stamps. We'd suggest cash.", [], id="a suggestion"),
        pytest.param("We can't look it up until you give us a name.", [], id="what it takes"),
        pytest.param("It was already paid back. We can't refund it twice.", [], id="a reason in the sentence before"),
        pytest.param("No. You must fill in a new form.", [], id="a no with what to do"),
        pytest.param("Unfortunately, the test didn't help to find it.", [], id="bad news that refuses nothing"),
        pytest.param("> We can't refund that.\n\nHere is what we do.", [], id="a quoted no"),
    ],
)
def test_refusal_without_option(text: str, found: list[str]) -> None:
    assert flagged("refusal-without-option", text) == found


@pytest.mark.parametrize(
    ("lines", "bare"),
    [
        pytest.param([("customer", "Can you see it?"), ("agent", "No.")], True, id="a no to a wish"),
        pytest.param([("customer", "Is it extra?"), ("agent", "No.")], False, id="a no to a question"),
        pytest.param([("customer", "No, thanks."), ("agent", "I'm unable to book it, then.")], False, id="let go"),
        pytest.param(
            [("customer", "Another?"), ("agent", "We can't do that."), ("agent", "You can have a red one.")],
            False,
            id="an option in the next message",
        ),
    ],
)
def test_refusal_in_a_conversation(lines: list[tuple[str, str]], bare: bool) -> None:
    assert bool(findings("refusal-without-option", lines)) == bare


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        pytest.param("We apologise for the missed visit. Have a nice day!", True, id="nothing but manners"),
        pytest.param("I'm sorry for our mistake. We take this very seriously.", True, id="a hollow sentence"),
        pytest.param("I'm sorry for our mistake: the list was old and had two names.", False, id="the cause"),
        pytest.param("I'm sorry we forgot it. I've sent it today.", False, id="an act"),
        pytest.param("I'm sorry we forgot it. Where shall it go?", False, id="a question"),
        pytest.param("I'm sorry for your loss.", False, id="sympathy"),
        pytest.param("Sorry to disappoint.", False, id="after a no"),
        pytest.param("Sorry, I misread that.", False, id="how it came"),
        pytest.param("I'm sorry that we forgot your lunch.", True, id="what went wrong"),
        pytest.param("Sorry for the wait, I know this is annoying.", True, id="a hollow clause after it"),
        pytest.param("Sorry about that. Thank you so much for your patience with us today.", True, id="long thanks"),
        pytest.param(
            "Hi, I've answered your note about it. Apologies, Jo", False, id="an act in the greeting's sentence"
        ),
        pytest.param(
            "Sorry for the mix-up - the red ones have a hole for the lace.", False, id="a clause after a dash"
        ),
        pytest.param("Sorry about this. may we have a photo of the slip", False, id="a question without its mark"),
        pytest.param("Sorry, we only serve at the bar.", False, id="a no put kindly"),
        pytest.param("Sorry for the mix-up. Was it the red one?^MA", False, id="a sign-off glued to the question"),
        pytest.param(
            'Sorry for the trouble. Click "Renew" on the first page.', False, id="a step that quotes a button"
        ),
    ],
)
def test_apology_without_action(text: str, bare: bool) -> None:
    assert bool(flagged("apology-without-action", text)) == bare


def test_messages_in_a_row_are_one_reply_that_apologises_and_acts() -> None:
    lines = [("customer", "Still shut."), ("agent", "Sorry for that."), ("agent", "The key is under the mat.")]
    assert findings("apology-without-action", lines) == ()


@pytest.mark.parametrize(("said", "bare"), [("Sorry.", False), ("I'm sorry.", True)])
def test_a_sorry_alone_is_a_slip_of_the_tongue_on_voice(said: str, bare: bool) -> None:
    lines = [("customer", "It came to the wrong house."), ("agent", said)]
    assert bool(findings("apology-without-action", lines, channel="voice")) == bare
    assert findings("apology-without-action", lines, channel="chat")


def test_sympathy_with_what_befell_the_customer_needs_no_act() -> None:
    lines = [("customer", "My husband died in March."), ("agent", "Oh, I'm so sorry.")]
    assert findings("apology-without-action", lines) == ()


def test_the_second_apology_of_a_message_is_one_too_many() -> None:
    lines = [("customer", "No soap."), ("agent", "Sorry about the soap, sorry about the towels, both come now.")]
    (finding,) = findings("apology-pile", lines)
    assert finding.start > 15
    assert [each.match for each in finding.evidence] == ["Sorry"]


def test_the_third_apology_of_the_company_is_one_too_many() -> None:
    lines = [("bot", "Sorry for the wait."), ("bot", "We apologise."), ("agent", "I'm sorry that you had to wait.")]
    (finding,) = findings("apology-pile", lines)
    assert (finding.message, len(finding.evidence)) == (2, 2)


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(
            [("customer", "Sorry, sorry, sorry!"), ("agent", "No need to apologise.")], id="the customer's own"
        ),
        pytest.param([("customer", "It rang."), ("agent", "Sorry, could you repeat that? Sorry?")], id="a question"),
        pytest.param(
            [
                ("bot", "I'm sorry, I don't quite understand."),
                ("agent", "I'm sorry, is that a six? So sorry about it."),
            ],
            id="not understood",
        ),
    ],
)
def test_no_pile(lines: list[tuple[str, str]]) -> None:
    assert findings("apology-pile", lines) == ()


@pytest.mark.extras
@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Your parcel was lost in the depot.", ["Your parcel was lost in the depot"], id="lost by nobody"),
        pytest.param("Your parcel was lost by us.", [], id="the agent is named"),
        pytest.param(
            "Your order has not been delivered.", ["Your order has not been delivered"], id="not done by nobody"
        ),
        pytest.param(
            "Your file was deleted, and it will be restored.", ["Your file was deleted"], id="with a repair to come"
        ),
        pytest.param("Once sent, the draft is deleted.", [], id="how it works"),
        pytest.param("It may have been overwritten.", [], id="what may have been"),
        pytest.param("A file was probably corrupted.", [], id="a guess"),
        pytest.param("The copies weren't lost.", [], id="what did not happen"),
        pytest.param("Was it delivered to the wrong door?", [], id="a question"),
        pytest.param("I'm a bit lost at this.", [], id="a feeling of one's own"),
        pytest.param("We lost your parcel.", [], id="in the active"),
        pytest.param("The fee was charged twice.", ["The fee was charged twice"], id="twice by nobody"),
        pytest.param("Your parcel was shipped today.", [], id="plain status"),
        pytest.param("The double fee was corrected today.", [], id="a repair"),
    ],
)
def test_agentless_fault(text: str, found: list[str]) -> None:
    assert flagged("agentless-fault", text) == found


@pytest.mark.parametrize(
    ("reply", "open_end"),
    [
        pytest.param("Thank you. I see that it is still under warranty.", True, id="only seen"),
        pytest.param("Thank you, I have noted it down.", True, id="only noted"),
        pytest.param("I have ordered a new one.", False, id="an act"),
        pytest.param("A man will call you tomorrow.", False, id="who does it, and when"),
        pytest.param("I see. Which model is it?", False, id="a question"),
    ],
)
def test_no_next_step(reply: str, open_end: bool) -> None:
    lines = [("customer", "My fridge doesn't work. I need it repaired."), ("agent", reply)]
    assert bool(findings("no-next-step", lines)) == open_end


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param([("customer", "It never opens."), ("agent", "Click 'Start', 'Doors'.")], id="a step in quotes"),
        pytest.param([("customer", "I need a room."), ("agent", "Station Inn booked")], id="done, in two words"),
        pytest.param([("customer", "It leaks."), ("agent", "I see."), ("agent", "Turn the ring.")], id="a run of two"),
        pytest.param(
            [("customer", "It leaks."), ("agent", "I see."), ("bot", "Booked for nine.")], id="the bot goes on"
        ),
        pytest.param([("customer", "I need more of these, fantastic!"), ("agent", "Thank you!")], id="praise"),
        pytest.param([("customer", "I lost again, lol."), ("agent", "Oh no!")], id="said in play"),
        pytest.param(
            [("customer", "My key is lost."), ("agent", "It hangs here."), ("customer", "coming now!")],
            id="the customer leaves content",
        ),
        pytest.param(
            [
                ("customer", "It leaks."),
                ("agent", "Monday or Tuesday?"),
                ("customer", "Tuesday."),
                ("agent", "Tuesday it is."),
            ],
            id="agreed on",
        ),
    ],
)
def test_no_open_end(lines: list[tuple[str, str]]) -> None:
    assert findings("no-next-step", lines) == ()


@pytest.mark.parametrize("draft", [pytest.param(False, id="all"), pytest.param(True, id="the note as a draft")])
def test_a_note_among_colleagues_after_the_last_reply_is_no_reply(draft: bool) -> None:
    told = conversation([("customer", "It leaks. I need it repaired."), ("agent", "I see. Noted.")])
    note = Message("He is on his way to the shop.", channel=Channel.INTERNAL)
    noted = told._replace(messages=(*told.messages, note))
    found = linter().lint(noted, only=["no-next-step"], draft=draft).findings
    assert [each.message for each in found] == ([] if draft else [1])
