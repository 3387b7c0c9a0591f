"""Conversations as JSON Lines: encodings, packed files, documents, and rows that cannot be read."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from phraselint.model.conversation import Channel, Speaker
from phraselint.model.errors import InputError
from phraselint.readers import Intake, json_lines
from phraselint.readers.json_lines import looks_like_records
from tests.readers.rows import row, taken, texts


def test_what_tables_and_people_write(tmp_path: Path) -> None:
    (conversation,), _ = taken(tmp_path / "c.jsonl", row("hi", speaker=" Agent", channel="Email", turn="3"))
    (message,) = conversation.messages
    assert (message.speaker, message.channel, message.turn) == (Speaker.AGENT, Channel.EMAIL, 3)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        pytest.param('{"text"', "not JSON: Expecting ':'", id="half an object"),
        pytest.param("{", "begins a JSON object of several lines", id="the beginning of an object"),
        pytest.param('"text"', "not a JSON object", id="a string"),
        pytest.param("[]", "not a JSON object but a JSON array, where a message (text, speaker)", id="an array"),
        pytest.param("[", "begins a JSON array of several lines", id="the beginning of an array"),
        pytest.param('{"data": [{"text": "x", "speaker": "agent"}]}', "a list under 'data', where a message (text, "
                     "speaker) or a conversation (messages) is expected: call it 'messages' if", id="wrapped messages"),
        pytest.param('{"items": [{"messages": []}], "total": 1}', "a list under 'items', where a message (text, "
                     "speaker) or a conversation (messages) is expected: write that list alone", id="a wrapped list"),
        pytest.param('{"text": "x", "speaker": "agent", "messages": []}', "'text' stands beside 'messages', which is "
                     "empty", id="a text beside no messages"),
        pytest.param('{"speaker": "agent"}', "'text' is missing", id="no text"),
        pytest.param('{"speaker": "agent", "text": 3}', "'text' is not a string", id="a number for a text"),
        pytest.param('{"text": "x", "speaker": "boss"}', "'speaker' is 'boss', not one of agent", id="no such speaker"),
        pytest.param('{"text": "x", "speaker": []}', "'speaker' is '[]', not one of", id="a list for a speaker"),
        pytest.param(
            '{"text": "x", "speaker": "agent", "turn": "one"}', "'turn' is not a whole number", id="a text for a turn"
        ),
        pytest.param('{"text": "x", "role": "agent"}', "found 'role': call it 'speaker'", id="another speaker"),
        pytest.param('{"Text": "x", "speaker": "agent"}', "found 'Text': call it 'text'", id="a key in capitals"),
        pytest.param('{"body": "x", "speaker": "agent"}', "found 'body': call it 'text'", id="another word for text"),
        pytest.param(
            '{"text": "x", "speaker": "agent", "team": {}}', "'team' is not a string", id="an object for a team"
        ),
        pytest.param(
            '{"text": "x", "speaker": "agent", "conversation_id": [1]}', "'conversation_id'", id="a list for an id"
        ),
        pytest.param(
            '{"messages": [{"text": "x"}]}', "messages[0]: 'speaker' is missing", id="no speaker in a conversation"
        ),
        pytest.param('{"messages": [], "fields": [1]}', "'fields' is not an object", id="a list for fields"),
        pytest.param('{"messages": 3}', "'messages' is not a list", id="a number for messages"),
        pytest.param("[" * 100_000, "nested too deeply", id="nested too deeply"),
        pytest.param("1" * 10_000, "not JSON", id="a number without end"),
    ],
)  # fmt: skip
def test_a_row_that_cannot_be_read_is_kept_aside(line: str, reason: str, tmp_path: Path) -> None:
    conversations, intake = taken(tmp_path / "c.jsonl", row("one") + "\n" + line + "\n" + row("two"))
    assert texts(conversations) == [["one"], ["two"]]
    (kept,) = intake.kept
    assert (kept.path, kept.row) == (str(tmp_path / "c.jsonl"), 3)
    assert reason in kept.reason
    assert (intake.rows, intake.failed) == (2, [])


def test_a_text_beside_messages_is_told_once(tmp_path: Path) -> None:
    record = json.dumps({"text": "x", "messages": [{"speaker": "agent", "text": "hi"}]}) + "\n"
    conversations, intake = taken(tmp_path / "c.jsonl", record * 2)
    assert texts(conversations) == [["hi"], ["hi"]]
    assert [note.partition(": ")[2] for note in intake.notes] == [
        "'text' beside 'messages' is not read; what was said stands in 'messages'"
    ]


def test_a_json_file_is_not_told_to_be_one(tmp_path: Path) -> None:
    _, intake = taken(tmp_path / "c.json", "[\n" + row("x") + row("y") + "]")
    assert "begins a JSON array" not in intake.kept[0].reason


def test_a_file_without_a_row_that_can_be_read_is_given_up(tmp_path: Path) -> None:
    _, intake = taken(tmp_path / "c.jsonl", "one\ntwo\n")
    assert intake.failed == [f"{tmp_path / 'c.jsonl'}: no row of it could be read"]


def test_an_empty_file_is_no_mistake(tmp_path: Path) -> None:
    conversations, intake = taken(tmp_path / "c.jsonl", "\n")
    assert (conversations, intake.failed, intake.kept) == ([], [], [])


def test_of_a_cut_gz_the_rows_before_the_cut_are_kept(tmp_path: Path) -> None:
    whole = gzip.compress("".join(row(f"text {number}") for number in range(5000)).encode())
    conversations, intake = taken(tmp_path / "c.jsonl.gz", whole[: len(whole) // 2])
    assert 100 < len(conversations) < 5000
    assert conversations[-1].messages[0].text == f"text {len(conversations) - 1}"
    assert "file is damaged from here on" in intake.kept[-1].reason


def test_damage_inside_a_gz_is_kept_aside(tmp_path: Path) -> None:
    whole = bytearray(gzip.compress(row("x").encode() * 10, mtime=0))
    whole[12] ^= 0xFF
    _, intake = taken(tmp_path / "c.jsonl.gz", bytes(whole))
    assert "file is damaged" in intake.kept[-1].reason


def test_of_a_small_gz_the_rows_before_the_damage_are_kept(tmp_path: Path) -> None:
    conversations, intake = taken(tmp_path / "c.jsonl.gz", gzip.compress(row("x").encode()) + b"no gz")
    assert [each.messages[0].text for each in conversations] == ["x"]
    assert [(each.row, each.reason[:20]) for each in intake.kept] == [(2, "the file is damaged ")]


def test_gz_is_known_by_its_content(tmp_path: Path) -> None:
    conversations, _ = taken(tmp_path / "c.jsonl", gzip.compress(row("x").encode()))
    assert texts(conversations) == [["x"]]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param(b"\xef\xbb\xbf" + row("x").encode(), "x", id="UTF-8 with a mark"),
        pytest.param(row("x").encode("utf-16"), "x", id="UTF-16"),
        pytest.param(b'{"speaker": "agent", "text": "\\ud800"}', "\ud800", id="a lone surrogate"),
        pytest.param('{"speaker": "agent", "text": "déjà vu"}'.encode("latin-1"), "déjà vu", id="one byte a letter"),
        pytest.param(row("a\x00b").encode(), "a\x00b", id="an escaped NUL"),
    ],
)
def test_encodings(content: bytes, expected: str, tmp_path: Path) -> None:
    conversations, _ = taken(tmp_path / "c.jsonl", content)
    assert texts(conversations) == [[expected]]


def test_guessed_rows_are_told(tmp_path: Path) -> None:
    content = row("one").encode() + '{"speaker": "agent", "text": "déjà vu"}\n'.encode("latin-1")
    _, intake = taken(tmp_path / "c.jsonl", content)
    assert intake.notes == [f"{tmp_path / 'c.jsonl'}: 1 rows not UTF-8; read as cp1252"]


def test_a_binary_file_is_refused(tmp_path: Path) -> None:
    _, intake = taken(tmp_path / "c.jsonl", b"\x00\x01\x02")
    assert "is a binary file" in intake.failed[0]


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(row("x") + row("y"), id="lines"),
        pytest.param(json.dumps([json.loads(row("x")), json.loads(row("y"))], indent=1), id="an array over many lines"),
    ],
)
def test_a_json_file_may_hold_lines_or_an_array(content: str, tmp_path: Path) -> None:
    conversations, _ = taken(tmp_path / "c.json", content)
    assert texts(conversations) == [["x"], ["y"]]
    assert [each.messages[0].row for each in conversations] == [1, 2]


def test_messages_of_several_speakers_in_an_array_are_one_conversation(tmp_path: Path) -> None:
    rows = [{"speaker": who, "text": what} for who, what in (("Customer", "a"), ("agent", "b"), ("customer", "c"))]
    rows[0]["customer"] = "Dana"
    (conversation,), _ = taken(tmp_path / "c.json", json.dumps(rows))
    assert texts([conversation]) == [["a", "b", "c"]]
    assert (conversation.id, conversation.customer.name) == (None, "Dana")


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param([{"conversation_id": "1"}, {"conversation_id": "2"}], [["0"], ["1"]], id="ids of their own"),
        pytest.param([{}, {"conversation_id": "2"}], [["0"], ["1"]], id="one with an id"),
        pytest.param([{}, {"conversation_id": 0, "speaker": "customer"}], [["0"], ["1"]], id="one with the id 0"),
        pytest.param(
            [{}, {"speaker": None}, {"speaker": "agent"}], [["0"], ["2"]], id="one speaker, and a row without"
        ),
        pytest.param([{}, {"speaker": "customer"}], [["0", "1"]], id="two speakers"),
    ],
)
def test_what_an_array_of_messages_is(rows: list[dict[str, Any]], expected: list[list[str]], tmp_path: Path) -> None:
    records = [{"speaker": "agent", "text": str(place), **each} for place, each in enumerate(rows)]
    conversations, intake = taken(tmp_path / "c.json", json.dumps(records))
    assert texts(conversations) == expected
    together = f"{tmp_path / 'c.json'}: 2 messages without conversation_id are read as one conversation"
    assert intake.notes == ([together] if len(expected) < 2 else [])


def test_a_json_file_may_hold_one_conversation(tmp_path: Path) -> None:
    content = json.dumps({"messages": [{"speaker": "agent", "text": "x"}]}, indent=2)
    assert texts(taken(tmp_path / "c.json", content)[0]) == [["x"]]


GOOD = '{"speaker": "agent", "text": "hi"}'


@pytest.mark.parametrize(
    ("data", "records"),
    [
        pytest.param(GOOD, True, id="a row"),
        pytest.param('{"speaker": "agent", "text": "h', True, id="a row that breaks off"),
        pytest.param(f"garbage\n{GOOD}\n", True, id="a broken row before a whole one"),
        pytest.param('{"id": 1, "speaker": "agent", "text": "hi"}', True, id="another key first"),
        pytest.param('[\n {"speaker":\n "agent", "text": "hi"}]', True, id="an array over several lines"),
        pytest.param('{\n"messages": []}', True, id="an object over several lines"),
        pytest.param("{name}, thanks for your patience.", False, id="a blank"),
        pytest.param(f"Please send this:\n\n{GOOD}\n\nKind regards\nAnn", False, id="a letter with a row in it"),
        pytest.param('{"colour": "red"}\nis what to write.', False, id="a letter that begins with JSON"),
        pytest.param("", False, id="nothing"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_what_looks_like_records(data: str, records: bool, encoding: str) -> None:
    assert looks_like_records(data.encode(encoding)) is records


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(f"[{GOOD},\n{GOOD}]", id="an array"),
        pytest.param('{\n"messages": [\n' + f"{GOOD},\n{GOOD}" + "]}", id="an object"),
    ],
)
def test_a_document_on_standard_input_is_read_whole(data: str) -> None:
    intake = Intake()
    found = list(json_lines.read("-", "plain", data.encode(), intake))
    assert sum(len(each.conversation.messages) for each in found) == 2
    assert intake.kept == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_row_of_any_length_is_kept_aside_unread(
    encoding: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(json_lines, "MOST", 100)
    long = GOOD.replace("hi", "x" * 1_000)
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(f"{GOOD}\n{long}\n{GOOD}\n{long}".encode(encoding)))
    intake = Intake()
    assert len(list(json_lines.read(str(path), "plain", b"", intake))) == 2
    assert [each.row for each in intake.kept] == [2, 4]
    assert intake.kept[0].reason.startswith("longer than ")


def test_a_packed_document_of_any_length_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(json_lines, "MOST_WHOLE", 100)
    path = tmp_path / "a.json.gz"
    path.write_bytes(gzip.compress(f"[{GOOD * 10}]".encode()))
    with pytest.raises(InputError, match=r"holds more than .* when unpacked"):
        list(json_lines.read(str(path), "plain", b"", Intake()))
