"""Bad days: closed pipes, Ctrl-C, disks that are full, and texts of any size. Never a traceback."""

import json
import os
import resource
import shutil
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path
from tempfile import mkdtemp

import pytest

from tests.cli.program import command, environment, phraselint


@pytest.fixture(scope="module")
def desk(shelf: Path) -> Path:
    """A folder with a phrasebook and a conversation file of many findings."""
    folder = Path(mkdtemp(dir=shelf))
    row = '{"speaker": "agent", "text": "Calm down."}\n'
    (folder / "many.jsonl").write_text(row * 5_000, encoding="utf-8")
    return folder


@pytest.mark.parametrize("kind", ["jsonl", "terminal", "csv", "sarif"])
def test_a_reader_that_goes_away_is_no_error(kind: str, desk: Path) -> None:
    running = subprocess.Popen(
        command("check", "many.jsonl", "--format", kind),
        cwd=desk,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert running.stdout is not None
    assert running.stderr is not None
    running.stdout.readline()
    running.stdout.close()
    assert running.stderr.read() == b""
    running.stderr.close()
    assert running.wait() in (1, 141)


def test_ctrl_c_ends_it_with_one_line(desk: Path) -> None:
    running = subprocess.Popen(
        command("check", "-"), cwd=desk, env=environment(), stdin=subprocess.PIPE, stderr=subprocess.PIPE
    )
    time.sleep(1.5)  # until it waits for the draft
    running.send_signal(signal.SIGINT)
    _, said = running.communicate()
    assert (running.returncode, said) == (130, b"phraselint: interrupted\n")


def test_a_full_disk_for_the_cache_is_done_without(desk: Path, own_cache: Path, tmp_path: Path) -> None:
    phraselint("check", "-", cwd=desk)
    for part in own_cache.glob("*.part"):  # what is made of the signals, so that the book alone is to be compiled
        shutil.copy(part, tmp_path)
    known = sorted(tmp_path.iterdir())
    cache = {"PHRASELINT_CACHE": str(tmp_path)}
    done = phraselint("check", "-", cwd=desk, stdin=b"Calm down.", env=cache, preexec_fn=_write_nothing)
    assert (done.returncode, done.stderr) == (1, b"")
    assert sorted(tmp_path.iterdir()) == known != []


def test_a_full_disk_for_the_report_is_an_error_of_one_line(desk: Path) -> None:
    done = phraselint("check", "many.jsonl", "--output", "/dev/full", cwd=desk)
    assert done.returncode == 2
    assert done.stderr == b"phraselint: /dev/full: No space left on device\n"


def test_a_full_disk_leaves_the_draft_as_it_was(desk: Path) -> None:
    draft = desk / "full.txt"
    draft.write_text("No problem.", encoding="utf-8")
    done = phraselint("fix", "full.txt", cwd=desk, preexec_fn=_write_nothing)
    assert done.returncode == 2
    assert b"full.txt: cannot be written: " in done.stderr
    assert draft.read_text(encoding="utf-8") == "No problem."
    assert sorted(path.name for path in desk.glob("full.txt*")) == ["full.txt"]


def _write_nothing() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def test_fix_keeps_mode_and_links(desk: Path) -> None:
    draft, link = desk / "draft.txt", desk / "link.txt"
    draft.write_bytes(b"No problem.\r\n")
    draft.chmod(0o640)
    link.symlink_to("draft.txt")
    assert phraselint("fix", "link.txt", cwd=desk).returncode == 0
    assert link.is_symlink()
    assert draft.read_bytes() == b"Certainly.\r\n"
    assert stat.S_IMODE(draft.stat().st_mode) == 0o640


def test_a_clean_draft_is_not_written_at_all(desk: Path) -> None:
    draft = desk / "clean.txt"
    draft.write_text("Fine.", encoding="utf-8")
    os.utime(draft, (1, 1))
    assert phraselint("fix", "clean.txt", cwd=desk).returncode == 0
    assert draft.stat().st_mtime == 1


def test_an_old_text_starts_clean_with_a_baseline(desk: Path) -> None:
    draft = desk / "old.txt"
    draft.write_text("No problem. Calm down.", encoding="utf-8")
    made = phraselint("check", "old.txt", "--write-baseline", "known.json", cwd=desk)
    assert (made.returncode, made.stdout) == (0, b"")
    assert made.stderr == b"phraselint: known.json: a baseline of 2 findings\n"
    assert phraselint("check", "old.txt", "--baseline", "known.json", cwd=desk).returncode == 0
    draft.write_text("New first line.\n\nNo problem. Calm down.\nNo worries!", encoding="utf-8")
    done = phraselint("check", "old.txt", "--baseline", "known.json", "--format", "jsonl", cwd=desk)
    assert done.returncode == 1
    assert [line.count(b"No worries") for line in done.stdout.splitlines()] == [1]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param("line.txt", b"x " * 5_000_000 + b"calm down", id="a line of 10 MB"),
        pytest.param("word.txt", b"x" * 10_000_000 + b" calm down", id="a word of 10 MB"),
        pytest.param("tags.html", b"<b>" * 50_000 + b"calm down" + b"</b>" * 50_000, id="50,000 nested tags"),
        pytest.param("open.html", b"<div" * 50_000 + b"><p>calm down", id="50,000 tags that never end"),
        pytest.param("stars.md", b"*" * 50_000 + b"\n\ncalm down", id="50,000 marks of emphasis"),
        pytest.param("quotes.md", b">" * 50_000 + b" x\n\ncalm down", id="50,000 nested quotes"),
        pytest.param("huge.txt", b"A line of an honest draft.\n" * 3_900_000 + b"calm down", id="a draft of 100 MB"),
    ],
)
def test_a_text_of_any_size_is_judged(name: str, content: bytes, desk: Path) -> None:
    (desk / name).write_bytes(content)
    done = phraselint("check", name, "--format", "jsonl", cwd=desk, timeout=300)
    (desk / name).unlink()
    assert done.stderr == b""
    assert done.returncode == 1
    assert done.stdout.count(b'"rule": "calm-down"') == 1


def test_a_mistake_of_ours_says_so(desk: Path) -> None:
    program = (
        "import sys; from phraselint.cli import main; main.plain = lambda _: 1 / 0; sys.exit(main.main(['check']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], env=environment(), cwd=desk, capture_output=True, check=False
    )
    assert done.returncode == 2
    assert done.stderr.startswith(b"phraselint: this is a bug of phraselint, not of your input: ZeroDivisionError")
    assert b"Traceback" not in done.stderr
    shown = subprocess.run(
        [sys.executable, "-c", program],
        env=environment(PHRASELINT_DEBUG="1"),
        cwd=desk,
        capture_output=True,
        check=False,
    )
    assert b"Traceback" in shown.stderr


def test_a_mistake_of_ours_in_one_conversation_leaves_the_others_judged(desk: Path) -> None:
    rows = [
        {"conversation_id": str(number), "speaker": "agent", "text": f"Calm down. {number}"} for number in range(1, 4)
    ]
    (desk / "c.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    program = """
import sys
from phraselint.cli import main
from phraselint.engine.linter import Linter

found = Linter._found

def failing(linter, conversation, asked, draft):
    if conversation.id == "2":
        raise ZeroDivisionError("no number")
    return found(linter, conversation, asked, draft)

Linter._found = failing
sys.exit(main.main(["check", "c.jsonl", "--format", "jsonl"]))
"""
    done = subprocess.run(
        [sys.executable, "-c", program], env=environment(), cwd=desk, capture_output=True, check=False
    )
    assert done.returncode == 2
    judged = [json.loads(line)["conversation"] for line in done.stdout.splitlines()]
    assert {*judged} == {"1", "3"}
    bug = b"this is a bug of phraselint, not of your input: ZeroDivisionError: no number"
    assert b"c.jsonl: conversation 2 is not judged: " + bug in done.stderr
