"""What a case keeps for its rules, and which of its messages it judges."""

from collections.abc import Iterator
from typing import Any

import pytest

from phraselint.model.conversation import Channel, Conversation, Message, Speaker
from phraselint.service.case import Case


class Written:
    """A message that is only read."""

    def __init__(self, message: Message) -> None:
        self.message = message


def case(draft: int | None = None) -> Case:
    messages = (
        Message("Hello.", Speaker.CUSTOMER),
        Message("Good morning.", Speaker.AGENT),
        Message("A kind one.", Speaker.AGENT, channel=Channel.INTERNAL),
    )
    said: Any = [Written(each) for each in messages]
    return Case(Conversation(messages), said, {}, draft=draft)


def test_a_fact_is_made_once_for_all_that_it_is_about() -> None:
    made: list[int] = []

    def longer(case: Case, words: int) -> int:
        made.append(words)
        return words + len(case.said)

    one = case()
    assert [one.fact(longer, 1), one.fact(longer, 2), one.fact(longer, 1)] == [4, 5, 4]
    assert made == [1, 2]


@pytest.mark.parametrize(
    ("draft", "places", "judged"),
    [
        pytest.param(None, (0, 2), True, id="every message, where no draft is"),
        pytest.param(2, (1, 2), True, id="the draft is among them"),
        pytest.param(2, (0, 1), False, id="the draft is another"),
        pytest.param(None, (), False, id="no message"),
    ],
)
def test_messages_to_judge(draft: int | None, places: tuple[int, ...], judged: bool) -> None:
    assert case(draft).judges(*places) is judged


def test_a_note_among_colleagues_goes_nowhere() -> None:
    assert case().outward(Speaker.AGENT) == [1]
    assert list(case().replies(Speaker.AGENT)) == [1]
    assert case().places(Speaker.AGENT) == (1, 2)


@pytest.mark.parametrize(
    ("place", "before", "after"),
    [
        pytest.param(0, (), 1, id="the first message"),
        pytest.param(1, (), 2, id="a message of theirs is neither before nor after itself"),
        pytest.param(2, (1,), None, id="the last message"),
    ],
)
def test_messages_before_and_after_another(place: int, before: tuple[int, ...], after: int | None) -> None:
    one = case()
    assert one.before(place, Speaker.AGENT) == before
    assert one.next_after(place, Speaker.AGENT) == after


def test_messages_are_looked_through_once_however_often_a_check_asks() -> None:
    class Counted(list[Any]):
        passes = 0

        def __iter__(self) -> Iterator[Any]:
            self.passes += 1
            return super().__iter__()

    said: Any = Counted(case().said)
    one = Case(case().conversation, said, {})
    for place in (0, 1, 2, 1):
        one.before(place, Speaker.AGENT)
        one.next_after(place, Speaker.AGENT)
        list(one.judged(Speaker.AGENT))
    assert said.passes == 1


@pytest.mark.parametrize(("text", "worded"), [("", False), (" \n", False), ("👍", False), ("ok", True), ("7", True)])
def test_a_message_without_a_word_is_no_reply(text: str, worded: bool) -> None:
    message = Message(text, Speaker.AGENT)
    said: Any = [Written(message)]
    assert Case(Conversation((message,)), said, {}).outward(Speaker.AGENT) == [0] * worded
