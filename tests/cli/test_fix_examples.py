"""``fix`` on the shipped drafts and on all examples of the core pack: once is enough, and the rest stays as it was."""

import json
from functools import cache
from pathlib import Path

import pytest
import yaml

from tests.cli.program import ROOT, phraselint

DRAFTS = sorted((ROOT / "examples" / "drafts").iterdir())
CORE = ROOT / "lexicon" / "core.yaml"
BOOK = ["--lexicon", str(CORE)]
PARTS = 12
"""Drafts that hold all examples of the core pack between them."""

CASES = [
    *(pytest.param(path.name, [], id=f"{path.name}, nothing known") for path in DRAFTS),
    *(pytest.param(path.name, ["--reply-to", "thanks"], id=f"{path.name}, after thanks") for path in DRAFTS),
    *(
        pytest.param(f"examples-{part}.txt", ["--reply-to", "request"], id=f"examples of the core pack, part {part}")
        for part in range(PARTS)
    ),
]


@cache
def examples() -> list[str]:
    """The examples of the core pack."""
    entries = yaml.safe_load(CORE.read_text(encoding="utf-8"))["avoid"]
    examples = (example for entry in entries for example in entry["examples"])
    texts = (each.get("flag", each.get("pass", "")).replace("[[", "").replace("]]", "") for each in examples)
    return [text for text in texts if text]


def draft_of(part: int) -> bytes:
    """The next of ``PARTS`` runs of examples, a paragraph each, with CR LF."""
    size = -(-len(examples()) // PARTS)
    return "".join(f"{text}\r\n\r\n" for text in examples()[part * size : (part + 1) * size]).encode()


def found(path: Path, context: list[str]) -> list[dict[str, int]]:
    """The stretches of a draft that findings or their suggestions name."""
    run = phraselint("check", path.name, "--format", "jsonl", *context, *BOOK, cwd=path.parent)
    findings = [json.loads(line) for line in run.stdout.decode().splitlines()]
    return [{"start": each["start"], "end": each["end"]} for f in findings for each in (f, *f["suggestions"])]


def untouched(path: Path, context: list[str]) -> list[bytes]:
    """The lines of a draft that no finding or suggestion reaches into, with their ends."""
    stretches, lines, start = found(path, context), [], 0
    for line in path.read_bytes().decode().splitlines(keepends=True):
        end = start + len(line)
        if not any(each["start"] <= end and each["end"] >= start for each in stretches):
            lines.append(line.encode())
        start = end
    return lines


def copied(name: str, folder: Path) -> Path:
    """A copy of a draft, in a folder."""
    path = folder / name
    shipped = ROOT / "examples" / "drafts" / name
    path.write_bytes(shipped.read_bytes() if shipped.exists() else draft_of(int(path.stem.partition("-")[2])))
    return path


@pytest.mark.parametrize(("name", "context"), CASES)
def test_once_is_enough_and_the_rest_stays(name: str, context: list[str], tmp_path: Path) -> None:
    draft = copied(name, tmp_path)
    before, kept = draft.read_bytes(), untouched(draft, context)
    first = phraselint("fix", draft.name, "--review", *context, *BOOK, cwd=draft.parent)
    assert first.returncode == 0, first.stderr
    once = draft.read_bytes()
    remaining = iter(once.splitlines(keepends=True))
    assert all(line in remaining for line in kept)
    assert once.count(b"\r") == once.count(b"\r\n")
    again = phraselint("fix", draft.name, "--review", *context, *BOOK, cwd=draft.parent)
    assert again.returncode == 0
    assert b": nothing to fix" in again.stderr
    assert draft.read_bytes() == once
    assert before == once or first.stderr


def test_the_demonstration_answers_as_the_customer_asked(tmp_path: Path) -> None:
    thanks = phraselint("fix", "-", "--reply-to", "thanks", *BOOK, cwd=tmp_path, stdin=b"No problem!\r\n")
    assert thanks.stdout == b"You're welcome!\r\n"
    request = phraselint(
        "fix", "-", "--reply-to", "request", *BOOK, cwd=tmp_path, stdin=b"No problem, I'll see to it.\n"
    )
    assert request.stdout == b"Certainly, I'll see to it.\n"
