"""The rules about the customer's name: whether the first reply uses it, and whether a greeting has the right one."""

import pytest

from tests.service.people import ASKED, found, marked

# --- no-name ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("customer", "replies"),
    [
        pytest.param("Uma Patel", ["Hello, it is open."], id="no name at all"),
        pytest.param("Rose Long", ["Hello, it is open, but not long now."], id="a word like the name"),
        pytest.param("Rose Adair", ["Hello, would you like a white rose, or a red one?"], id="a flower of that name"),
        pytest.param("April Stone", ["Hello, it opens in April, and it is of stone."], id="a month"),
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
        pytest.param("Will Grant", "It is open. Thanks, Will.", id="a word that calls somebody"),
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


@pytest.mark.parametrize(
    ("customer", "name"),
    [
        pytest.param("Hey Ben here, is it open?", "Ben", id="a greeting before it is no part of it"),
        pytest.param("My bus never came.\nThanks\nZarko", "Zarko", id="on a line of its own"),
    ],
)
def test_what_the_customer_is_called(customer: str, name: str) -> None:
    (finding,) = found("no-name", [("customer", customer), ("agent", "It is.")])
    assert [each.match for each in finding.evidence] == [name]


@pytest.mark.parametrize(
    "customer",
    [
        pytest.param("My bus never came. Thanks @Buses. Crooks.", id="a word of anger after thanks"),
        pytest.param("Timetable here, is it open?", id="a thing that is here"),
    ],
)
def test_what_is_no_name(customer: str) -> None:
    assert found("no-name", [("customer", customer), ("agent", "It is.")]) == ()


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
        pytest.param("Uma Patel", "Hello Ma'am, it is.", id="nobody's name"),
        pytest.param("Uma Patel", "Hello Grove Library friends, it is.", id="friends of a house"),
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


def test_a_handle_is_no_name_that_a_greeting_could_miss() -> None:
    assert marked("wrong-name", [ASKED, ("agent", "Hi Uma, yes.")], "uma_p84") == []


def test_a_person_of_whom_the_customer_spoke_may_be_greeted() -> None:
    lines = [("customer", "Please answer my colleague Petra."), ("agent", "Hello Petra, it is open.")]
    assert marked("wrong-name", lines, "Carlos Vega") == []
