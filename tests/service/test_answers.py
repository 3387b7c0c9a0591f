"""Questions that no one answers, and questions that a reply leaves out."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from phraselint.service.vocabulary import stem, vocabulary
from tests.service.told import Lines, findings

ACK = ("bot", "Thank you for your message, it has been received.")


@pytest.mark.parametrize(
    ("lines", "places"),
    [
        pytest.param([("customer", "Where is my cup?")], [0], id="a lone question"),
        pytest.param([("customer", "Where is my cup?"), ACK], [0], id="an acknowledgement is no reply"),
        pytest.param(
            [("customer", "Where is my cup?"), ACK, ("customer", "Is anyone there to help?"), ACK],
            [0, 2],
            id="each run",
        ),
        pytest.param(
            [("customer", "Where is my cup?"), ("customer", "It was blue."), ("customer", "Can you look?")],
            [0],
            id="one finding a run, on the first that asks",
        ),
        pytest.param(
            [("customer", "Open on Sunday?"), ("bot", "We open at nine on Sundays.")], [], id="a bot's answer"
        ),
        pytest.param([("customer", "Where is it?"), ("agent", "On its way.")], [], id="answered"),
        pytest.param(
            [("customer", "Where is it?"), ("agent", "On its way."), ("customer", "Please send it by air.")],
            [2],
            id="a request at the end",
        ),
        pytest.param(
            [("customer", "Where is it?"), ("agent", "On its way."), ("customer", "Great, thanks, bye!")],
            [],
            id="thanks",
        ),
        pytest.param(
            [("customer", "Where is it?"), ("agent", "Which one?"), ("customer", "the blue one please")],
            [],
            id="only an answer",
        ),
        pytest.param(
            [("customer", "Where is it?"), ("agent", "Anything else?"), ("customer", "Yes, please add a bowl")],
            [2],
            id="anything else is an open question",
        ),
        pytest.param(
            [("customer", "It drips."), ("agent", "Fixed."), ("customer", "But it drips again.")], [2], id="in vain"
        ),
        pytest.param(
            [("customer", "It drips."), ("agent", "Fixed."), ("customer", "Except it is not.")], [2], id="an exception"
        ),
        pytest.param(
            [("customer", "It drips."), ("agent", "Write to us."), ("customer", "answer my DM")], [2], id="a bare wish"
        ),
    ],
)
def test_unanswered(lines: Lines, places: list[int]) -> None:
    assert [each.message for each in findings("unanswered", lines)] == places


def test_the_second_run_names_the_first() -> None:
    lines = [("customer", "Where is my cup?"), ACK, ("customer", "Is anyone there to help?")]
    assert [each.turn for each in findings("unanswered", lines)[1].evidence] == [0]


ASKED = "What does the boat cost? And may my sister steer it?"


@pytest.mark.parametrize(
    ("asked", "reply", "skipped"),
    [
        pytest.param(ASKED, "The boat is 40 euros an hour.", "may my sister steer", id="one is left out"),
        pytest.param(ASKED, "It's 40 euros, and your sister may steer.", "", id="both are answered"),
        pytest.param(ASKED, "The boat is 40 euros. I'll ask the harbour about the rest.", "", id="who answers it"),
        pytest.param(ASKED, "The boat is 40 euros. How old is she?", "", id="asks back"),
        pytest.param(ASKED, "Yes to both!", "", id="an answer to both"),
        pytest.param("Hello? Anyone there? What does it cost?", "It's 40 euros.", "", id="a ping is no question"),
        pytest.param(
            "Do you rent boats, and how long is the lake open?",
            "Yes, we rent boats of all kinds.",
            "how long is the lake open",
            id="two joined by and",
        ),
        pytest.param("What does the boat cost?", "Have a nice day!", "", id="a single question"),
        pytest.param(
            "Why is the boat late? Has something happened?", "The boat waits for fog to lift.", "", id="a guess"
        ),
        pytest.param(
            "What does the boat cost? Has something happened?",
            "The boat is 40 euros.",
            "Has something happened",
            id="no guess at this",
        ),
    ],
)
def test_question_skipped(asked: str, reply: str, skipped: str) -> None:
    found = findings("question-skipped", [("customer", asked), ("agent", reply)])
    assert [each.message for each in found] == ([1] if skipped else [])
    assert all(skipped in str(each.evidence[0].match) for each in found)


def test_the_run_of_the_agents_messages_is_one_reply() -> None:
    lines = [("customer", ASKED), ("agent", "The boat is 40 euros."), ("agent", "Your sister may steer it.")]
    assert findings("question-skipped", lines) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("delivered", "delivery", id="a verb and its noun"),
        pytest.param("cribs", "crib", id="one and many"),
        pytest.param("payment", "pay", id="an act"),
    ],
)
def test_words_of_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@given(st.text(alphabet="abcdefgilnorsty'", min_size=1, max_size=20))
def test_a_stem_begins_its_word(word: str) -> None:
    assert word.startswith(stem(word))
    assert stem(word)


def test_lists_that_change_in_place_are_read_again() -> None:
    settings = {"common_words": ["the a"], "same_meaning": ["price cost"], "units": []}
    assert vocabulary(settings).stems(["the", "cost"]) == {stem("price")}
    assert vocabulary(settings) is vocabulary({**settings, "common_words": ["the a"]})
    settings["common_words"].append("cost")
    assert vocabulary(settings).stems(["the", "cost"]) == frozenset()


_LINES = st.lists(
    st.tuples(
        st.sampled_from(["customer", "agent", "bot", "system"]),
        st.sampled_from(["", "?", ASKED, "Where is it? Where? And how? What for?", "ok", "40 euros", "Any idea?"]),
    ),
    max_size=10,
)


@settings(deadline=None, max_examples=60)
@given(_LINES)
def test_what_is_unanswered_is_the_customers_and_what_is_skipped_stands_in_a_reply(lines: Lines) -> None:
    assert all(lines[each.message][0] == "customer" for each in findings("unanswered", lines))
    assert all(lines[each.message][0] == "agent" for each in findings("question-skipped", lines))
