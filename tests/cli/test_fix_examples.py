"""``fix`` on the shipped drafts and on all examples of the core pack: once is enough, and the rest stays as it was."""

import json
from pathlib import Path
from tempfile import mkdtemp

import pytest
import yaml

from tests.cli.program import ROOT, phraselint

DRAFTS = sorted((ROOT / "examples" / "drafts").iterdir())
CORE = ROOT / "lexicon" / "core.yaml"
CASES = [
    *(pytest.param(path.name, [], id=f"{path.name}, nothing known") for path in DRAFTS),
    *(pytest.param(path.name, ["--reply-to", "thanks"], id=f"{path.name}, after thanks") for path in DRAFTS),
    pytest.param("examples.txt", ["--reply-to", "request"], id="all examples of the core pack, after a request"),
]


def all_examples() -> bytes:
    """The examples of the core pack, a paragraph each, with CR LF."""
    entries = yaml.safe_load(CORE.read_text(encoding="utf-8"))["avoid"]
    examples = (example for entry in entries for example in entry["examples"])
    texts = (each.get("flag", each.get("pass", "")).replace("[[", "").replace("]]", "") for each in examples)
    return "".join(f"{text}\r\n\r\n" for text in texts if text).encode()


def found(path: Path, context: list[str]) -> list[dict[str, int]]:
    """The stretches of a draft that findings or their suggestions name."""
    run = phraselint("check", path.name, "--format", "jsonl", *context, cwd=path.parent)
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


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder above those of all drafts, with the phrasebook: compiled once, then read from the cache."""
    folder = tmp_path_factory.mktemp("drafts")
    (folder / "lexicon.yaml").write_text("extends: [core]\nname: Test\nversion: '1'\nlanguage: en\n", "utf-8")
    return folder


def copied(name: str, shelf: Path) -> Path:
    """A copy of a draft, in a folder of its own."""
    path = Path(mkdtemp(dir=shelf)) / name
    shipped = ROOT / "examples" / "drafts" / name
    path.write_bytes(shipped.read_bytes() if shipped.exists() else all_examples())
    return path


@pytest.mark.parametrize(("name", "context"), CASES)
def test_once_is_enough_and_the_rest_stays(name: str, context: list[str], shelf: Path) -> None:
    draft = copied(name, shelf)
    before, kept = draft.read_bytes(), untouched(draft, context)
    first = phraselint("fix", draft.name, "--review", *context, cwd=draft.parent)
    assert first.returncode == 0, first.stderr
    once = draft.read_bytes()
    remaining = iter(once.splitlines(keepends=True))
    assert all(line in remaining for line in kept)
    assert once.count(b"\r") == once.count(b"\r\n")
    again = phraselint("fix", draft.name, "--review", *context, cwd=draft.parent)
    assert again.returncode == 0
    assert b": nothing to fix" in again.stderr
    assert draft.read_bytes() == once
    assert before == once or first.stderr


def test_the_demonstration_answers_as_the_customer_asked(shelf: Path) -> None:
    thanks = phraselint("fix", "-", "--reply-to", "thanks", cwd=shelf, stdin=b"No problem!\r\n")
    assert thanks.stdout == b"You're welcome!\r\n"
    request = phraselint("fix", "-", "--reply-to", "request", cwd=shelf, stdin=b"No problem, I'll see to it.\n")
    assert request.stdout == b"Certainly, I'll see to it.\n"
