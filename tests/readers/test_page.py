"""The page about conversations is true: its examples are read, and every key that is read is on it."""

import json
import re
from pathlib import Path

import pytest

from phraselint.model.conversation import Channel, Speaker
from phraselint.readers.keys import ABOUT, KNOWN, MESSAGE, PERSON
from tests.cli.program import ROOT, warm

PAGE = (ROOT / "docs" / "conversations.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)


def table(heading: str) -> dict[str, str]:
    """The example of each key below a heading."""
    section = PAGE.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    return dict(re.findall(r"^\| `(\w+)` \| [^|]+ \| `([^`]+)` \|", section, re.MULTILINE))


def checked(content: str, name: str, folder: Path) -> str:
    """What a check of a file without a finding says on standard error."""
    (folder / name).write_text(content, encoding="utf-8")
    (folder / "lexicon.yaml").write_text("segments: [vip]\navoid: [{id: a, phrases: [oops]}]\n", encoding="utf-8")
    done = warm("check", name, cwd=folder)
    assert b"no findings in" in done.stdout, done.stdout
    return done.stderr.decode()


def test_every_key_is_told() -> None:
    assert set(table("Of a message")) == set(MESSAGE)
    assert set(table("Of a conversation")) == {*ABOUT, "messages", "conversation_id"}
    words = set(re.findall(r"`([\w-]+)`", PAGE))
    assert words >= {*KNOWN, *PERSON, *Channel, *Speaker}


def test_the_example_of_each_key_is_read(tmp_path: Path) -> None:
    said = {"speaker": "agent", "text": "Hello."}
    rows = [{**said, key: json.loads(example)} for key, example in table("Of a message").items()]
    rows += [{"messages": [said], key: json.loads(example)} for key, example in table("Of a conversation").items()]
    noted = checked("".join(json.dumps(row) + "\n" for row in rows), "talk.jsonl", tmp_path)
    assert "talk.jsonl" not in noted


@pytest.mark.parametrize("name", ["talk.json", "talk.jsonl"])
def test_both_shapes_are_judged_by_all_rules(name: str, tmp_path: Path) -> None:
    whole, lines = BLOCKS
    noted = checked(whole if name == "talk.json" else lines, name, tmp_path)
    assert [part for part in ("talk", "timestamps", "name", "channel") if part in noted] == []
