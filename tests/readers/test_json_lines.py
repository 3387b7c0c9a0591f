"""Conversations as JSON Lines: encodings, packed files, documents, and rows that cannot be read."""

import gzip
import json
import re
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
    assert "file is damaged" in intake.kept[0].reason


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


@pytest.mark.parametrize(
    ("time", "noted"),
    [
        pytest.param("2026-03-02T09:14:00Z", False, id="as it is written"),
        pytest.param("2026-03-02 09:14", False, id="as tables write it"),
        pytest.param("Mon, 2 Mar 2026 09:14:00 +0100", False, id="of a mail"),
        pytest.param(1772442840, False, id="seconds"),
        pytest.param("0001-01-01T00:00:00", False, id="as exports write none"),
        pytest.param("", False, id="none"),
        pytest.param("03/02/2026 09:14", True, id="a month or a day first"),
        pytest.param("2026-03-02", True, id="a day"),
        pytest.param("9:14", True, id="a time without a day"),
    ],
)
def test_a_time_that_cannot_be_read_is_told(time: Any, noted: bool, tmp_path: Path) -> None:
    conversations, intake = taken(tmp_path / "c.jsonl", row("x", timestamp=time) * 3)
    assert len(conversations) == 3
    assert [re.findall(r"(\d) times .* the first at (row \d)", note) for note in intake.notes] == (
        [[("3", "row 1")]] if noted else []
    )


@pytest.mark.parametrize(
    ("channel", "hint"),
    [
        pytest.param("e-mail", " (did you mean 'email'?)", id="another spelling"),
        pytest.param("WhatsApp", " (did you mean 'chat'?)", id="a messenger"),
        pytest.param("Instagram", " (did you mean 'social'?)", id="a network"),
        pytest.param("private note", " (did you mean 'internal'?)", id="a note"),
        pytest.param("pigeon", "", id="like none"),
        pytest.param(7, "", id="a number"),
    ],
)
def test_an_unknown_channel_is_none_and_told_once(channel: Any, hint: str, tmp_path: Path) -> None:
    whole = {"channel": channel, "messages": [{"speaker": "agent", "text": "x", "channel": channel}]}
    conversations, intake = taken(tmp_path / "c.jsonl", (json.dumps(whole) + "\n") * 2 + row("x", channel=channel))
    assert [(each.channel, each.messages[0].channel) for each in conversations] == [(None, None)] * 3
    (note,) = intake.notes
    assert f"the first at row 1: '{channel}'{hint}; known are email, chat, " in note
    assert intake.kept == []


def test_of_many_unknown_channels_the_first_are_named(tmp_path: Path) -> None:
    content = "".join(row("x", channel=f"~{number}") for number in range(9))
    _, intake = taken(tmp_path / "c.jsonl", content)
    assert "the first at row 1: '~0', '~1', '~2', '~3', others; known" in intake.notes[0]


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
