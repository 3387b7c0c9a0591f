"""What a run reads it never writes over: drafts, phrasebook, conversation."""

import os
from pathlib import Path

import pytest

from tests.cli.program import warm

BOOK = "avoid: [{id: calm-down, phrases: [calm down], why: It does not.}]\n"


@pytest.mark.parametrize(
    "args",
    [
        pytest.param(["d.txt", "--output", "d.txt"], id="the draft, by its own name"),
        pytest.param(["d.txt", "--output", "link.txt"], id="the draft, by a link"),
        pytest.param([".", "--output", "d.txt"], id="a draft of the folder"),
        pytest.param(["d.txt", "--output", "lexicon.yaml"], id="the phrasebook"),
        pytest.param(["d.txt", "--write-baseline", "d.txt"], id="the draft, by a baseline"),
    ],
)
def test_an_input_is_never_the_output(args: list[str], tmp_path: Path) -> None:
    (tmp_path / "d.txt").write_text("Calm down.")
    (tmp_path / "lexicon.yaml").write_text(BOOK)
    os.symlink("d.txt", tmp_path / "link.txt")
    done = warm("check", *args, cwd=tmp_path)
    assert (done.returncode, b"this run reads it" in done.stderr) == (2, True)
    assert (tmp_path / "d.txt").read_text() == "Calm down."
    assert (tmp_path / "lexicon.yaml").read_text() == BOOK


def test_a_report_may_be_written_again(tmp_path: Path) -> None:
    (tmp_path / "d.txt").write_text("Calm down.")
    (tmp_path / "lexicon.yaml").write_text(BOOK)
    for _ in range(2):
        assert warm("check", "d.txt", "--output", "report.csv", "--format", "csv", cwd=tmp_path).returncode == 1
    assert "calm-down" in (tmp_path / "report.csv").read_text()
