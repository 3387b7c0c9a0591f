"""Times that cannot be read and channels that are none are told, and nothing is lost for them."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.readers.rows import row, taken


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


@pytest.mark.parametrize(
    ("zone", "hint"),
    [
        pytest.param("Berlin", "did you mean 'Europe/Berlin'?", id="a town alone"),
        pytest.param("Europe/Berln", "did you mean 'Europe/Berlin'?", id="a slip"),
        pytest.param("Europe/Hamburg", "such as Europe/London", id="a town of a region that is like none there"),
        pytest.param("America/Boston", "such as Europe/London", id="a town that only ends like one"),
        pytest.param("here", "such as Europe/London", id="like none"),
        pytest.param("../zone", "such as Europe/London", id="a path"),
        pytest.param("BST", "did you mean 'Europe/London'?", id="an abbreviation, with others like it hours away"),
        pytest.param("EDST", "such as Europe/London", id="an abbreviation that nobody knows"),
        pytest.param("x\0", "such as Europe/London", id="a NUL"),
    ],
)
def test_an_unknown_time_zone_is_none_and_told_once(zone: str, hint: str, tmp_path: Path) -> None:
    whole = {"timezone": zone, "messages": [{"speaker": "agent", "text": "x"}]}
    conversations, intake = taken(tmp_path / "c.jsonl", (json.dumps(whole) + "\n") * 2 + row("x", timezone=zone))
    assert [each.timezone for each in conversations] == [None] * 3
    (note,) = intake.notes
    assert note.endswith(f": unknown time zones are read as none, the first at row 1: '{zone}' ({hint})")
    assert intake.kept == []


def test_a_known_time_zone_is_taken(tmp_path: Path) -> None:
    conversations, intake = taken(tmp_path / "c.jsonl", row("x", timezone="Europe/Berlin"))
    assert [each.timezone for each in conversations] == ["Europe/Berlin"]
    assert intake.notes == []
