"""Keys that nobody reads are told where they are meant for others."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.readers.rows import row, taken


@pytest.mark.parametrize(
    ("keys", "noted"),
    [
        pytest.param(["chanel"], ["'chanel' is not read; did you mean 'channel'?"], id="a slip"),
        pytest.param(
            ["conversationId"], ["'conversationId' is not read; did you mean 'conversation_id'?"], id="a style"
        ),
        pytest.param(["Timestmp", "statsu"], ["'Timestmp' .* 'timestamp'", "'statsu' .* 'status'"], id="two"),
        pytest.param(["createdAt", "id"], ["'createdAt' .* 'timestamp'", "'id' .* 'conversation_id'"], id="called so"),
        pytest.param(
            ["agent_name"], [r"'agent_name' is not read; did you mean 'agent: {\"name\": ...}'?"], id="a name"
        ),
        pytest.param(["message", "order_id", "tags", "test", "a" * 10_000], [], id="keys of one's own"),
    ],
)
def test_a_misspelled_key_is_told_once(keys: list[str], noted: list[str], tmp_path: Path) -> None:
    content = row("x", **dict.fromkeys(keys, "y")) * 3 + json.dumps(
        {"messages": [json.loads(row("x", **dict.fromkeys(keys)))]}
    )
    _, intake = taken(tmp_path / "c.jsonl", content)
    assert len(intake.notes) == len(noted)
    assert all(re.search(said, note) for said, note in zip(noted, intake.notes, strict=True))


@pytest.mark.parametrize(
    ("record", "noted"),
    [
        pytest.param({"customer": {"first_name": "Dana"}},
                     "'first_name' in 'customer' is not read; did you mean 'name'?", id="of a customer"),
        pytest.param({"agent": {"E-Mail": "a@b.example"}}, "'E-Mail' in 'agent' is not read; did you mean 'email'?",
                     id="of an agent"),
        pytest.param({"client": "Dana"}, "'client' is not read; did you mean 'customer: {\"name\": ...}'?",
                     id="a customer as one key"),
        pytest.param({"id": 7}, "'id' is not read; did you mean 'conversation_id'?", id="an id"),
        pytest.param({"messages": [{"time": "9:14"}]}, "'time' in 'messages' is not read; did you mean 'timestamp'?",
                     id="of a message"),
        pytest.param({"messages": [{"id": 7, "time": None}], "created_at": "9:14"}, "", id="their own"),
        pytest.param({"customer": {"first_name": "Dana", "name": "Dana Hill"}}, "", id="a name is there"),
    ],
)  # fmt: skip
def test_a_key_that_others_have_is_told_with_its_right_name(record: dict[str, Any], noted: str, tmp_path: Path) -> None:
    said = {"speaker": "agent", "text": "x"}
    whole = {**record, "messages": [{**said, **each} for each in record.get("messages", [{}])]}
    _, intake = taken(tmp_path / "c.jsonl", (json.dumps(whole) + "\n") * 2)
    assert [note.partition(": ")[2] for note in intake.notes] == ([noted] if noted else [])


def test_a_key_beside_the_one_it_looks_like_is_no_slip(tmp_path: Path) -> None:
    assert taken(tmp_path / "c.jsonl", row("x", agent="Ann", agents=2))[1].notes == []


def test_a_row_whose_key_is_misspelled_says_so(tmp_path: Path) -> None:
    _, intake = taken(tmp_path / "c.jsonl", row("x") + '{"speeker": "agent", "text": "y"}\n')
    assert intake.notes == [f"{tmp_path / 'c.jsonl'}: 'speeker' is not read; did you mean 'speaker'?"]
    assert "'speaker' is missing" in intake.kept[0].reason
