"""What the customer has given, each with its place; the words it listens for are those of the rule asks-again."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from phraselint.engine.context import Context, Scene
from phraselint.engine.context import Given as Known
from phraselint.engine.heard import Heard
from phraselint.engine.told import Told
from phraselint.match.find import Matcher
from phraselint.model.conversation import Conversation
from phraselint.service.case import Case
from phraselint.service.given import given_values, held_values
from phraselint.service.phones import phone_spans
from phraselint.service.shapes import Shapes, shapes_of
from tests.service.told import Lines, linter

FIELDS = {"order": ["order_id"], "email": ["email"], "card": ["card_last4"]}
SETTINGS = linter().book.rule("asks-again")["settings"]
SHAPES = shapes_of(SETTINGS)


def case(lines: Lines, **record: Any) -> Case:
    messages = [{"speaker": speaker, "text": text} for speaker, text in lines]
    conversation = Conversation.from_record({"messages": messages, **record})
    matcher = Matcher(linter().book)
    scene = Scene(conversation, [Heard(each, matcher) for each in conversation.messages], Known())
    return Case(conversation, [Told(Context(scene, place)) for place in range(len(scene.heard))], {})


def values(kind: str, *lines: tuple[str, str], shapes: Shapes = SHAPES) -> list[str]:
    """The values of a kind that the customer gives in a conversation."""
    return [each.value for each in given_values(case(list(lines)), shapes) if each.kind == kind]


@pytest.mark.parametrize(
    ("kind", "text", "found"),
    [
        pytest.param("order", "My order 58-20417 leaks.", ["58-20417"], id="an order number beside its word"),
        pytest.param("order", "order #771204", ["771204"], id="a number sign"),
        pytest.param("order", "I ordered on 12.05.2024.", [], id="a date is no order number"),
        pytest.param("booking", "Booking QX7P2M, seat 4", ["QX7P2M"], id="a booking code"),
        pytest.param("booking", "They keep my reservation and over AUD1700.", [], id="a sum is no booking code"),
        pytest.param("account", "account no. 5512 9034", ["5512 9034"], id="an account number in groups"),
        pytest.param("ticket", "About ticket 40081:", ["40081"], id="a ticket number"),
        pytest.param("serial", "The serial number is CV2-88317-04.", ["CV2-88317-04"], id="a serial number"),
        pytest.param("booking", "PNR 4412998703, train 12626", ["4412998703"], id="a word for one number, not two"),
        pytest.param("order", "orders 771204 and 771398", ["771204", "771398"], id="a word for two numbers"),
        pytest.param("email", "Write to lia@roth.example, please.", ["lia@roth.example"], id="an e-mail address"),
        pytest.param("phone", "Call 07700 900461 any time", ["07700 900461"], id="a phone number"),
        pytest.param("phone", "It is order 58-20417.", [], id="an order number is no phone number"),
        pytest.param("birth", "born on 4 July 1981", ["4 July 1981"], id="a date of birth by its word"),
        pytest.param("birth", "Tilly Barnes, 3/3/90", ["3/3/90"], id="a date long ago"),
        pytest.param("birth", "It came on 3/3/2025.", [], id="a date of this year"),
        pytest.param("address", "I'm at 14 Pine Road now", ["14 Pine Road"], id="a house in a street"),
        pytest.param("address", "Lindenweg 5, 04275 Leipzig", ["Lindenweg 5, 04275 Leipzig"], id="a street and town"),
        pytest.param("address", "Unit 6, Tallow Yard", ["Unit 6, Tallow Yard"], id="a unit on a site"),
        pytest.param("address", "it is for 17 dove street", ["17 dove street"], id="a street in small letters"),
        pytest.param("address", "off the 4 lane road", [], id="lanes are no house number"),
        pytest.param("name", "hi, my name is kofi", ["kofi"], id="a name in small letters"),
        pytest.param("name", "hi, i'm sorry, it's broken", [], id="no name in small letters"),
        pytest.param("error", 'I get "Sync failed" each time', ["Sync failed"], id="what the screen shows, quoted"),
        pytest.param("ticket", "the reference is P C N four four one", ["P C N four four one"], id="spelled letters"),
        pytest.param("postcode", "post code YO1 7HH", ["YO1 7HH"], id="a post code by its word"),
        pytest.param("card", "the card ending in 4471", ["4471"], id="the last digits of a card"),
        pytest.param("product", "My phone is a Sonda V5.", ["Sonda V5"], id="a device with its model"),
        pytest.param("product", "The kettle leaks", ["kettle"], id="a device"),
        pytest.param("error", 'It says "paper path blocked".', ["paper path blocked"], id="a quoted error"),
        pytest.param("error", "error E-07 again", ["E-07"], id="an error code"),
        pytest.param("name", "My name is Ida Kranz.", ["Ida Kranz"], id="a name that is said"),
        pytest.param("email", "ida dot kranz at mill dot example", ["ida dot kranz at mill dot example"], id="spoken"),
        pytest.param("email", "ida.kranz (at) mill.example", ["ida.kranz (at) mill.example"], id="an at in brackets"),
        pytest.param("email", "ida.kranz [at] mill.example", ["ida.kranz [at] mill.example"], id="in square ones"),
        pytest.param("email", "I got it at mill dot, thanks", [], id="a dot is no address"),
        pytest.param("postcode", "the pin code is 160017", ["160017"], id="a post code of six figures"),
        pytest.param("error", "I get E-0419 again", ["E-0419"], id="a code that is shown"),
        pytest.param("card", "it ends in four four one two", ["four four one two"], id="digits in words"),
    ],
)
def test_what_a_message_gives(kind: str, text: str, found: list[str]) -> None:
    assert values(kind, ("customer", text)) == found


@pytest.mark.parametrize(
    ("kind", "asked", "answer", "found"),
    [
        pytest.param("order", "What is your order number?", "58-20417", ["58-20417"], id="a bare number"),
        pytest.param("name", "May I have your full name?", "ida kranz", ["ida kranz"], id="a name in small letters"),
        pytest.param("account", "And the account number?", "no idea, 4 digits?", [], id="a way out"),
        pytest.param(
            "error", "What does the error message say?", "paper path blocked", ["paper path blocked"], id="words"
        ),
        pytest.param("error", "What does the error message say?", "Which one?", [], id="a question is no answer"),
    ],
)
def test_what_an_answer_gives(kind: str, asked: str, answer: str, found: list[str]) -> None:
    assert values(kind, ("agent", asked), ("customer", answer)) == found


def test_what_an_agent_says_is_not_given() -> None:
    assert given_values(case([("agent", "Your order 58-20417 is on its way.")]), SHAPES) == []


def test_a_value_stands_where_it_says() -> None:
    text = "Hi, my order 58-20417 leaks, write to lia@roth.example."
    assert all(text[each.start : each.end] == each.value for each in given_values(case([("customer", text)]), SHAPES))


def test_the_record_of_the_customer_counts() -> None:
    found = given_values(
        case([("customer", "hi")], customer={"name": "Ida Kranz", "email": "ida@kranz.example"}), SHAPES
    )
    assert {(each.kind, each.field) for each in found} == {("name", "customer.name"), ("email", "customer.email")}


@pytest.mark.parametrize(
    ("field", "kind"),
    [
        pytest.param("order_id", "order", id="as it is listed"),
        pytest.param("orderId", "order", id="with a capital inside"),
        pytest.param("Card Last4", "card", id="with a space"),
        pytest.param("colour", None, id="no kind that we know"),
    ],
)
def test_fields_by_their_names(field: str, kind: str | None) -> None:
    found = held_values(case([("customer", "hi")], fields={field: 4471}), FIELDS)
    assert [each.kind for each in found] == ([kind] if kind else [])


@pytest.mark.parametrize(
    ("text", "spoken", "found"),
    [
        pytest.param("+49 30 23125014", False, 1, id="an international number"),
        pytest.param("020 7946 0318", False, 1, id="a valid number of a country"),
        pytest.param("020 912 0142", True, 1, id="a possible number, where the words say so"),
        pytest.param("2025-03-04 10:00", True, 0, id="a date"),
        pytest.param("12345", True, 0, id="too few digits"),
    ],
)
def test_phone_numbers(text: str, spoken: bool, found: int) -> None:
    assert len(phone_spans(text, spoken, SHAPES.regions)) == found


@pytest.mark.parametrize(
    ("setting", "more", "kind", "text", "found"),
    [
        pytest.param("model_words", "Nova", "product", "My phone is a Sonda V5 Nova.", "Sonda V5 Nova", id="a model"),
        pytest.param("town_after", "round", "postcode", "We live round 04275 Leipzig.", "04275", id="a post code"),
        pytest.param("phone_regions", "DK", "phone", "It is 32 12 34 56.", "32 12 34 56", id="a country"),
    ],
)
def test_a_company_adds_to_the_shapes(setting: str, more: str, kind: str, text: str, found: str) -> None:
    added = shapes_of({**SETTINGS, setting: [*SETTINGS[setting], more]})
    assert found not in values(kind, ("customer", text))
    assert found in values(kind, ("customer", text), shapes=added)


def test_a_company_takes_all_words_away() -> None:
    none = shapes_of({**SETTINGS, "model_words": [], "town_after": []})
    assert values("product", ("customer", "My phone is a Sonda V5 Pro."), shapes=none) == ["Sonda V5"]


@settings(deadline=None, max_examples=60)
@given(st.text(alphabet="order 58-20417@.,/:'\"AZ\nß", max_size=60))
def test_any_text_is_read_and_every_place_exists(text: str) -> None:
    for each in given_values(case([("customer", text)]), SHAPES):
        assert text[each.start : each.end].lstrip("#") == each.value
