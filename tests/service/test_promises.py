import pytest

from tests.service.timed import Row, found
from tests.service.told import flagged


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("I'll get back to you.", id="an answer"),
        pytest.param("We'll look into it and let you know.", id="an act and an answer"),
        pytest.param("A colleague from the depot will call you as soon as possible.", id="for a colleague"),
        pytest.param("We're going to find out what happened.", id="going to"),
        pytest.param("You'll hear from us.", id="told of the customer"),
        pytest.param("I'll write to you once they have found the cause.", id="an event that no customer sees"),
        pytest.param("I looked at the bill of 3 March. I'll get back to you.", id="a date of something else"),
        pytest.param("Let me ask the kitchen and get back to you.", id="let me"),
        pytest.param("Leave it with me.", id="left with the agent"),
        pytest.param("I'll nudge the depot about it.", id="whatever it is that one will do"),
        pytest.param(
            "We'll pass your feedback on, and we'll get back to you.", id="an answer beside what is passed on"
        ),
    ],
)
def test_a_promise_without_a_time(text: str) -> None:
    assert len(flagged("promise-without-time", text, "email")) == 1


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("I'll get back to you by noon.", id="a time"),
        pytest.param("I'll get back to you. You have my answer on Friday at the latest.", id="in the next sentence"),
        pytest.param("I'll get back to you within two hours.", id="a length of time"),
        pytest.param("As soon as we have your form, I'll let you know.", id="an event that the customer sees"),
        pytest.param("Send us a photo and we'll look into it.", id="once the customer has acted"),
        pytest.param("I'll look into it right now.", id="done at once"),
        pytest.param("In that case we would look into it.", id="a conditional"),
        pytest.param("We'd let you know.", id="a contracted conditional"),
        pytest.param("Shall I call you?", id="a question"),
        pytest.param("We'll need the form, and I'll be at the desk.", id="what is no deed"),
        pytest.param("We will never call you about your PIN.", id="denied"),
        pytest.param("I'll be happy to look into it.", id="an offer"),
        pytest.param("The page will tell you the version.", id="a thing that acts"),
        pytest.param("Thanks for the idea, we'll pass it on to the cooks.", id="a remark passed on"),
        pytest.param("We're glad to hear it! We'll share this with the crew.", id="praise passed on"),
    ],
)
def test_no_promise_or_one_with_a_time(text: str) -> None:
    assert flagged("promise-without-time", text, "email") == []


def test_promises_in_a_row_are_one_finding() -> None:
    text = "We'll look into it. I'll let you know."
    assert flagged("promise-without-time", text, "email") == ["We'll look into it. I'll let you know"]


def test_what_an_agent_does_while_the_customer_waits_is_no_promise() -> None:
    rows: list[Row] = [
        ("customer", "10:00", "It is broken."),
        ("agent", "10:01", "I'll look into it."),
        ("agent", "10:02", "Done."),
    ]
    assert found("promise-without-time", rows) == []
    assert len(found("promise-without-time", rows[:2])) == 1


ASKED: Row = ("customer", "10:00", "Can you find out?")


@pytest.mark.parametrize(
    ("promise", "after", "span"),
    [
        pytest.param("I'll write to you within two hours.", "12:06", "I'll write to you within two hours", id="hours"),
        pytest.param("I'll call you by 5 pm.", "17:01", "I'll call you by 5 pm", id="a time of the day"),
        pytest.param("By 5 pm I'll call you.", "17:01", "By 5 pm I'll call you", id="a time before the promise"),
        pytest.param("I'll call you. By 5 pm.", "17:01", "I'll call you. By 5 pm", id="a time of its own sentence"),
        pytest.param(
            "They decide on Friday, and I'll tell you by 5 pm.", "17:01", "I'll tell you by 5 pm", id="its own time"
        ),
        pytest.param(
            "You'll have my answer tomorrow morning.",
            "2025-06-04T12:30",
            "You'll have my answer tomorrow morning",
            id="tomorrow morning",
        ),
    ],
)
def test_a_broken_promise(promise: str, after: str, span: str) -> None:
    rows: list[Row] = [ASKED, ("agent", "10:05", promise), ("customer", after, "Nothing yet?")]
    assert [(each.message, each.match, each.evidence[0].turn) for each in found("promise-broken", rows)] == [
        (1, span, 2)
    ]


@pytest.mark.parametrize(
    "between",
    [
        pytest.param(("agent", "16:59", "Here it is."), id="an agent wrote"),
        pytest.param(("agent", "17:00", "Hello, Dana here.", "voice"), id="an agent called, to the minute"),
        pytest.param(("customer", "11:00", "No need any more, I found it."), id="the customer closed the matter"),
    ],
)
def test_a_promise_kept_or_no_longer_needed(between: Row) -> None:
    rows: list[Row] = [
        ASKED,
        ("agent", "10:05", "I'll call you by 5 pm."),
        between,
        ("system", "19:00", "Closed."),
    ]
    assert found("promise-broken", rows) == []


@pytest.mark.parametrize(
    "between",
    [
        pytest.param(("bot", "16:59", "Your request is being worked on."), id="a bot wrote"),
        pytest.param(("customer", "11:00", "Great, thank you!"), id="the customer thanked"),
        pytest.param(("agent", "11:00", "Who takes this?", "internal"), id="a note among colleagues"),
    ],
)
def test_what_keeps_no_promise(between: Row) -> None:
    rows: list[Row] = [
        ASKED,
        ("agent", "10:05", "I'll call you by 5 pm."),
        between,
        ("system", "19:00", "Closed."),
    ]
    assert len(found("promise-broken", rows)) == 1


@pytest.mark.parametrize(
    ("said", "last"),
    [
        pytest.param("I'll call you by Friday noon.", "18:00", id="the data end before"),
        pytest.param("The driver will be with you by noon.", "18:00", id="someone's visit"),
        pytest.param("Your parcel will be delivered by noon.", "18:00", id="a delivery"),
        pytest.param("Please send us the form by noon.", "18:00", id="a deadline of the customer's"),
        pytest.param("I'll write to you when he comes on Friday.", "2025-06-09T10:00", id="a day of another clause"),
    ],
)
def test_no_promise_to_write_or_not_yet_due(said: str, last: str) -> None:
    assert found("promise-broken", [ASKED, ("agent", "10:05", said), ("customer", last, "Well?")]) == []


def test_a_zone_that_is_named_wins() -> None:
    rows: list[Row] = [
        ASKED,
        ("agent", "10:05", "I'll call you by 5 pm Eastern."),
        ("customer", "21:00", "Well?"),
    ]
    assert found("promise-broken", rows) == []
    assert len(found("promise-broken", [*rows[:2], ("customer", "22:01", "Well?")])) == 1
