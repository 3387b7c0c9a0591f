"""Who waits for long is told what for, and nobody else."""

import os
import pty
import select
import sys
import time
from pathlib import Path

import pytest

from phraselint.cli.patience import patience
from tests.cli.program import environment


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        pytest.param(0.0, "phraselint: still at it\n", id="longer than that"),
        pytest.param(600.0, "", id="not so long"),
    ],
)
def test_it_is_said_once_and_in_time(seconds: float, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    with patience("still at it", seconds):
        time.sleep(0.2)
    assert capsys.readouterr().err == said


IMPATIENT = """
import sys
from phraselint.__main__ import program
from phraselint.cli.patience import patience
patience.__init__.__defaults__ = (0.01,)
sys.exit(program())
"""
"""The program, to which any work is long: also where a phrasebook is compiled fast."""


def on_a_terminal(folder: Path, *args: str) -> str:
    """What the program writes to the terminal that it runs on."""
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(folder)
        line = [sys.executable, "-c", IMPATIENT, *args]
        os.execve(line[0], line, environment())  # noqa: S606 - the program under test
    screen = b""
    while select.select([terminal], [], [], 120)[0]:
        try:
            screen += os.read(terminal, 65536)
        except OSError:  # the program has closed its terminal
            break
    os.waitpid(child, 0)
    os.close(terminal)
    return screen.decode()


def test_a_terminal_is_told_that_the_phrasebook_is_compiled(tmp_path: Path) -> None:
    (tmp_path / "lexicon.yaml").write_text("name: Small\n", encoding="utf-8")
    (tmp_path / "draft.txt").write_text("Fine.", encoding="utf-8")
    screen = on_a_terminal(tmp_path, "check", "draft.txt")
    assert "no findings in 1 draft" in screen
    assert "compiling the phrasebook" in screen


def test_a_terminal_is_told_once_what_an_addition_waits_for(tmp_path: Path) -> None:
    (tmp_path / "lexicon.yaml").write_text("name: Small\n", encoding="utf-8")
    screen = on_a_terminal(tmp_path, "lexicon", "add", "known quirk", "--instead", "fault of ours")
    assert screen.count("compiling the phrasebook") == 1
    assert "added 'known-quirk'" in screen
