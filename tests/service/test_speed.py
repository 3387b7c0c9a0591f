import pytest

from tests.service.timed import Row, found


def _turns(rule: str, rows: list[Row], channel: str) -> list[tuple[int, int | None]]:
    """The place of each late reply, and of the message at which its clock started."""
    return [(each.message, each.evidence[0].turn) for each in found(rule, rows, channel)]


@pytest.mark.parametrize(
    ("channel", "asked", "in_time", "late"),
    [
        pytest.param("chat", "10:00:00", "10:01:00", "10:01:01", id="chat: a minute"),
        pytest.param("social", "10:00:00", "11:00:00", "11:00:01", id="social: an hour"),
        pytest.param("sms", "10:00:00", "10:15:00", "10:15:01", id="text messages: a quarter of an hour"),
        pytest.param("email", "11:59:00", "13:00:00", "13:00:01", id="e-mail: half a day"),
        pytest.param("ticket", "16:59:00", "18:00:00", "18:00:01", id="tickets as e-mail"),
        pytest.param("email", "17:00:00", "2025-06-04T10:00:00", "2025-06-04T10:00:01", id="late: the next day"),
        pytest.param("chat", "2025-06-06T17:59:30", "2025-06-09T09:00:30", "2025-06-09T09:00:31", id="over a weekend"),
        pytest.param("chat", "2025-03-28T17:59:30", "2025-03-31T09:00:30", "2025-03-31T09:00:31", id="a clock change"),
    ],
)
def test_the_limits_are_inclusive_and_run_in_business_hours(channel: str, asked: str, in_time: str, late: str) -> None:
    asks: Row = ("customer", asked, "Is it open?")
    assert _turns("slow-first-reply", [asks, ("agent", in_time, "Yes.")], channel) == []
    assert _turns("slow-first-reply", [asks, ("agent", late, "Yes.")], channel) == [(1, 0)]


@pytest.mark.parametrize(
    ("seconds", "late"), [pytest.param("18", False, id="three rings"), pytest.param("19", True, id="more")]
)
def test_a_call_is_picked_up(seconds: str, late: bool) -> None:
    rows: list[Row] = [
        ("system", "10:00:00", "Incoming call, ringing."),
        ("agent", f"10:00:{seconds}", "Good morning, Ina speaking."),
        ("customer", "10:00:30", "Hello."),
        ("agent", "10:05:00", "How may I help?"),
    ]
    assert _turns("slow-first-reply", rows, "voice") == ([(1, 0)] if late else [])
    assert _turns("slow-reply", rows, "voice") == []


def test_the_clock_starts_at_the_first_unanswered_message() -> None:
    rows: list[Row] = [
        ("customer", "10:00:00", "Hi"),
        ("customer", "10:00:50", "Anyone?"),
        ("agent", "10:01:10", "Yes."),
    ]
    assert _turns("slow-first-reply", rows, "chat") == [(2, 0)]


@pytest.mark.parametrize(
    ("bot", "start"),
    [
        pytest.param("Thank you for your message. This is an automatic confirmation.", 0, id="a receipt is no reply"),
        pytest.param("I'm passing you to a colleague.", None, id="a hand-over starts it anew"),
        pytest.param("We are open from ten to six. Did that help?", None, id="what the bot answers is answered"),
    ],
)
def test_what_a_bot_does_to_the_clock(bot: str, start: int | None) -> None:
    rows: list[Row] = [
        ("customer", "10:00:00", "When are you open?"),
        ("bot", "10:03:00", bot),
        ("agent", "10:03:30", "From ten."),
    ]
    assert _turns("slow-first-reply", rows, "chat") == ([] if start is None else [(2, start)])


def test_notes_among_colleagues_and_automatic_answers_are_no_reply() -> None:
    rows: list[Row] = [
        ("customer", "10:00:00", "When are you open?"),
        ("agent", "10:00:05", "This is an automatic reply."),
        ("agent", "10:00:20", "Who knows?", "internal"),
        ("agent", "10:02:00", "From ten."),
    ]
    assert _turns("slow-first-reply", rows, "chat") == [(3, 0)]


OPENING: list[Row] = [("customer", "10:00:00", "Where is it?"), ("agent", "10:00:20", "In Leeds.")]


@pytest.mark.parametrize(
    ("customer", "late"),
    [
        pytest.param("And when does it arrive?", True, id="a question"),
        pytest.param("Thanks. Can I change the address?", True, id="thanks and a question"),
        pytest.param("My number is 4711", True, id="what the agent needs"),
        pytest.param("Thank you, that's all.", False, id="thanks and nothing more"),
        pytest.param("Ok", False, id="a mere ok"),
        pytest.param("It came through by now, I found the key", False, id="it has settled itself"),
        pytest.param("I will check the shed and report back", False, id="the customer will write again"),
        pytest.param("It is gone, but the frame is dented", True, id="settled but for one thing"),
        pytest.param("I'll wait, please check the frame", True, id="a wait with a request"),
        pytest.param("Great, bye!", False, id="a goodbye"),
    ],
)
def test_which_messages_start_a_clock(customer: str, late: bool) -> None:
    rows: list[Row] = [*OPENING, ("customer", "10:01:00", customer), ("agent", "10:09:00", "On Friday.")]
    assert _turns("slow-reply", rows, "chat") == ([(3, 2)] if late else [])


@pytest.mark.parametrize(
    ("agent", "reply", "late"),
    [
        pytest.param("I'll be back in five minutes.", "10:05:00", False, id="a promise kept"),
        pytest.param("I'll be back in five minutes.", "10:06:00", True, id="a promise broken"),
        pytest.param("May I take two minutes to look?", "10:02:00", False, id="a wait asked for, kept"),
        pytest.param("May I take two minutes to look?", "10:09:00", True, id="a wait asked for, not kept"),
        pytest.param("One moment, please.", "10:09:00", True, id="a wait without a time"),
    ],
)
def test_a_time_that_was_announced(agent: str, reply: str, late: bool) -> None:
    rows: list[Row] = [
        ("customer", "10:00:00", "Where is it?"),
        ("agent", "10:00:20", agent),
        ("customer", "10:00:30", "Sure"),
        ("agent", reply, "In Leeds."),
    ]
    assert _turns("slow-reply", rows, "chat") == ([(3, 2)] if late else [])


@pytest.mark.parametrize(
    "times",
    [
        pytest.param(("10:05:00", "10:00:00"), id="disordered"),
        pytest.param(("", "10:05:00"), id="missing"),
        pytest.param(("yesterday", "T"), id="unreadable"),
    ],
)
def test_times_that_say_nothing_find_nothing(times: tuple[str, str]) -> None:
    rows: list[Row] = [("customer", times[0], "Is it open?"), ("agent", times[1], "I'll call you by 5 pm.")]
    for rule in ("slow-first-reply", "slow-reply", "promise-broken"):
        assert found(rule, rows, "chat", zone=None) == []


def test_naive_times_take_the_zone_of_the_conversation() -> None:
    rows: list[Row] = [("customer", "2025-06-03T17:59:30", "Hi"), ("agent", "2025-06-04T09:00:20", "Yes.")]
    assert found("slow-first-reply", rows, "chat", "Asia/Tokyo") == []
