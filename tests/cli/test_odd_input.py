"""Odd input: what cannot be right is told with its place, and nothing is dropped without a word."""

import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from phraselint.cli import fixing
from phraselint.cli.main import main
from tests.cli.program import command, environment, phraselint, warm


def test_a_setting_that_cannot_be_right_is_a_mistake_of_the_book(tmp_path: Path) -> None:
    book = "avoid: [{id: a, phrases: calm down}]\nrules:\n  asks-again: {phone_regions: [us]}\n"
    (tmp_path / "lexicon.yaml").write_text(book, encoding="utf-8")
    done = warm("check", "-", cwd=tmp_path, stdin=b"Calm down.")
    assert done.returncode == 2
    said = done.stderr.decode().splitlines()
    assert said[0].endswith("lexicon.yaml:3:32: 'us' is not the code of a country")
    assert said[1].strip() == "asks-again: {phone_regions: [us]}"
    assert said[3] == "did you mean 'US'? two capitals, such as US or GB"


def test_a_folder_for_the_cache_that_cannot_be_is_an_error(tmp_path: Path) -> None:
    cache = {"PHRASELINT_CACHE": "~nobody-of-this-name/x"}
    done = phraselint("check", "-", cwd=tmp_path, stdin=b"Calm down.", env=cache)
    assert done.returncode == 2
    assert done.stderr.startswith(b"phraselint: PHRASELINT_CACHE: ~nobody-of-this-name/x: there is no user")
    assert list(tmp_path.iterdir()) == []


def test_a_path_into_the_home_of_nobody_is_an_error(place: Path) -> None:
    done = warm("check", "~nobody-of-this-name/x", cwd=place)
    assert done.returncode == 2
    assert b"no such file or folder; there is no user 'nobody-of-this-name'" in done.stderr


@pytest.fixture
def desk(place: Path) -> Path:
    """A folder with a draft that can be fixed."""
    (place / "draft.txt").write_text("No problem. Calm down.", encoding="utf-8")
    return place


def test_a_draft_that_changes_while_it_is_fixed_keeps_the_change(
    desk: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = desk / "draft.txt"
    fixed = fixing._fixed

    def meanwhile(*given: Any) -> str:
        draft.write_text("No problem. Somebody saved this.", encoding="utf-8")
        return fixed(*given)

    monkeypatch.chdir(desk)
    monkeypatch.setattr(fixing, "_fixed", meanwhile)
    assert main(["fix", "draft.txt"]) == 2
    assert draft.read_text(encoding="utf-8") == "No problem. Somebody saved this."
    assert "draft.txt: was changed while it was being fixed, and is left as it is now" in capsys.readouterr().err


def test_standard_input_is_not_read_twice(desk: Path) -> None:
    done = warm("check", "--conversation", "-", "-", cwd=desk, stdin=b"Calm down.")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"phraselint: standard input holds the draft or the conversation, not both")


def test_a_pipe_for_a_baseline_is_told_once(desk: Path) -> None:
    os.mkfifo(desk / "pipe.json")
    done = warm("check", "draft.txt", "--baseline", "pipe.json", cwd=desk)
    assert (done.returncode, done.stderr) == (2, b"phraselint: pipe.json: not a baseline: not a file\n")


def test_a_folder_that_is_gone_is_named(desk: Path) -> None:
    gone = desk / "gone"
    gone.mkdir()
    script = 'rmdir ../gone && exec "$@"'
    done = subprocess.run(
        ["/bin/sh", "-c", script, "sh", *command("check", "../draft.txt")],
        cwd=gone,
        env=environment(),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr == b"phraselint: the folder that this was started in is no longer there\n"


def test_an_id_with_accents_is_told_without_them(desk: Path) -> None:
    (desk / "lexicon.yaml").write_text('avoid: [{id: "d\u00e9j\u00e0 vu", phrases: calm down}]', encoding="utf-8")
    done = warm("check", "draft.txt", cwd=desk)
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1] == b"did you mean 'deja-vu'?"


def test_odd_files_of_a_folder_are_told_and_the_rest_is_judged(desk: Path) -> None:
    (desk / "loop").symlink_to(".")
    (desk / "self.txt").symlink_to("self.txt")
    os.mkfifo(desk / "pipe.txt")
    Path(os.fsdecode(os.fsencode(desk) + b"/caf\xe9.txt")).write_text("Calm down.", encoding="utf-8")
    spoken = {"LANG": "C", "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = phraselint("check", ".", "--format", "jsonl", cwd=desk, env=spoken, timeout=60)
    assert done.returncode == 2
    assert done.stdout.count(b'"rule": "calm-down"') == 2
    assert done.stderr == b"phraselint: ./self.txt: Too many levels of symbolic links\n"


def test_a_turn_of_thousands_of_digits_is_kept_aside(desk: Path) -> None:
    turn = "9" * 5000
    (desk / "a.jsonl").write_text(f'{{"speaker": "agent", "text": "Calm down.", "turn": "{turn}"}}\n', encoding="utf-8")
    done = warm("check", "a.jsonl", cwd=desk)
    assert done.returncode == 2
    assert done.stderr.startswith(b"phraselint: a.jsonl:1: kept aside: 'turn' is not a whole number\n")


def test_two_names_of_a_file_are_fixed_once(desk: Path) -> None:
    (desk / "other.txt").hardlink_to(desk / "draft.txt")
    done = warm("fix", "other.txt", "draft.txt", cwd=desk)
    assert done.returncode == 0
    assert done.stderr.startswith(b"phraselint: other.txt: fixed")
    assert (desk / "draft.txt").read_bytes() == (desk / "other.txt").read_bytes() != b"No problem. Calm down."


def test_names_that_are_commas_only_select_nothing(desk: Path) -> None:
    done = warm("check", "draft.txt", "--select", " , ", cwd=desk)
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"expected a name here, and nothing is written" in done.stderr


def test_a_phrasebook_that_is_a_dead_link_is_told(desk: Path) -> None:
    (desk / "lexicon.yaml").symlink_to("nowhere.yaml")
    done = warm("check", "draft.txt", cwd=desk)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.endswith(b"lexicon.yaml: No such file or directory\n")
