"""Conversations from rows that stand together or apart."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phraselint.model.conversation import Channel, Conversation, Person
from phraselint.readers.gathering import Gathering
from tests.readers.rows import row, taken, texts


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param([("a", 0), ("a", 1), ("b", 0)], [["a0", "a1"], ["b0"]], id="together"),
        pytest.param([("a", 0), ("b", 0), ("a", 1)], [["a0", "a1"], ["b0"]], id="apart"),
        pytest.param([("b", 1), ("a", 0), ("b", 0)], [["b0", "b1"], ["a0"]], id="by turn, and by first appearance"),
        pytest.param([("a", None), ("a", 0)], [["aNone", "a0"]], id="as the rows stand where a turn is missing"),
        pytest.param([(None, 0), (None, 0)], [["None0"], ["None0"]], id="without an id each is its own"),
    ],
)
def test_rows_of_one_conversation_are_gathered(
    rows: list[tuple[str | None, int | None]], expected: list[list[str]], tmp_path: Path
) -> None:
    content = "".join(row(f"{name}{turn}", conversation_id=name, turn=turn) for name, turn in rows)
    conversations, intake = taken(tmp_path / "c.jsonl", content)
    assert texts(conversations) == expected
    assert (intake.rows, intake.kept) == (len(rows), [])


def test_a_duplicate_turn_is_kept_in_the_order_of_the_rows(tmp_path: Path) -> None:
    content = "".join(row(text, conversation_id="a", turn=turn) for text, turn in [("x", 1), ("y", 0), ("z", 1)])
    conversations, _ = taken(tmp_path / "c.jsonl", content)
    assert [(each.text, each.turn, each.row) for each in conversations[0].messages] == [
        ("y", 0, 2), ("x", 1, 1), ("z", 1, 3),
    ]  # fmt: skip


def test_a_message_a_line_says_what_it_knows_of_the_conversation(tmp_path: Path) -> None:
    content = row("hi", conversation_id=7, speaker="customer", channel="chat", segment="vip") + row(
        "yes", conversation_id=7, channel="email", agent_id="a-1", team="billing", segment="other", status="open"
    )
    (conversation,), _ = taken(tmp_path / "c.jsonl", content)
    about = conversation._replace(messages=())
    assert about == Conversation(
        (), "7", Channel.CHAT, agent=Person("a-1"), team="billing", segment="vip", status="open"
    )
    assert [(each.author, each.channel) for each in conversation.messages] == [
        (None, Channel.CHAT), ("a-1", Channel.EMAIL),
    ]  # fmt: skip


def test_a_conversation_a_line(tmp_path: Path) -> None:
    record = {
        "conversation_id": "c-1",
        "channel": "chat",
        "customer": {"id": "9", "name": "Ann"},
        "messages": [{"speaker": "customer", "text": "hi"}, {"speaker": "agent", "text": "yes", "author": "Mara"}],
    }
    conversations, intake = taken(tmp_path / "c.jsonl", json.dumps(record) + "\n" + json.dumps(record))
    assert texts(conversations) == [["hi", "yes"]] * 2
    assert [each.row for each in conversations[1].messages] == [2, 2]
    assert conversations[0].customer == Person("9", "Ann")
    assert intake.rows == 2


@given(
    st.lists(st.tuples(st.sampled_from("abc"), st.text(max_size=5)), max_size=20).flatmap(
        lambda rows: st.tuples(st.just(rows), st.permutations(range(len(rows))))
    )
)
def test_the_messages_of_a_conversation_do_not_depend_on_where_their_rows_stand(
    drawn: tuple[list[tuple[str, str]], list[int]],
) -> None:
    rows, order = drawn
    records = [
        {"conversation_id": name, "turn": turn, "speaker": "agent", "text": text}
        for turn, (name, text) in enumerate(rows)
    ]
    found = []
    for sequence in (range(len(rows)), order):
        gathering = Gathering()
        for place in sequence:
            gathering.add(records[place], place + 1)
        found.append({each.id: [message.text for message in each.messages] for each in gathering.conversations()})
    assert found[0] == found[1]


def test_a_later_row_that_tells_of_its_conversation_wrongly_is_kept_aside_alone(tmp_path: Path) -> None:
    wrong = row("again", conversation_id="1", customer=[1])
    lines = row("one", conversation_id="1") + wrong + row("two", conversation_id="2")
    conversations, intake = taken(tmp_path / "c.jsonl", lines)
    assert texts(conversations) == [["one"], ["two"]]
    assert [(kept.row, kept.reason) for kept in intake.kept] == [(2, "'customer' is not an object")]
