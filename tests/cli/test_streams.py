"""Streams that are closed or go away, and Ctrl-C while the program is still being loaded. Never a traceback."""

import os
import subprocess
import sys
from pathlib import Path
from tempfile import mkdtemp

import pytest

from tests.cli.program import command, environment


@pytest.fixture(scope="module")
def desk(shelf: Path) -> Path:
    folder = Path(mkdtemp(dir=shelf))
    (folder / "a.txt").write_text("Calm down.", encoding="utf-8")
    return folder


def run(desk: Path, args: list[str], redirections: str) -> "subprocess.CompletedProcess[bytes]":
    """A run by the shell, which can close what Python's subprocess always opens."""
    line = f'exec "$@" {redirections}'
    shell = ["/bin/sh", "-c", line, "sh", *command(*args)]
    return subprocess.run(shell, cwd=desk, env=environment(), capture_output=True, check=False)


@pytest.mark.parametrize(
    ("args", "redirections", "code", "said"),
    [
        pytest.param(["check", "a.txt"], ">&-", 2, b"there is no standard output", id="check without an output"),
        pytest.param(["check", "a.txt", "--output", "o.txt"], ">&-", 1, b"", id="check to a file without an output"),
        pytest.param(["check", "-"], "<&-", 2, b"-: there is no standard input", id="check without an input"),
        pytest.param(["fix", "-"], "<&-", 2, b"-: there is no standard input", id="fix without an input"),
        pytest.param(["fix", "-"], "<a.txt >&-", 2, b"-: there is no standard output", id="fix without an output"),
        pytest.param(["fix", "a.txt", "--interactive"], "2>&-", 2, b"", id="nobody to ask"),
        pytest.param(["lexicon", "try", "a", "-"], "<&-", 2, b"there is no standard input", id="try without an input"),
        pytest.param(["lexicon", "list"], ">&-", 2, b"there is no standard output", id="list without an output"),
    ],
)
def test_a_closed_stream_is_said(args: list[str], redirections: str, code: int, said: bytes, desk: Path) -> None:
    done = run(desk, args, redirections)
    assert done.returncode == code, done.stderr
    assert said in done.stderr
    assert b"bug" not in done.stderr
    (desk / "o.txt").unlink(missing_ok=True)


@pytest.mark.parametrize("what", [["lexicon", "list"], ["rules", "list"], ["explain", "calm-down"]], ids=" ".join)
def test_who_has_read_enough_of_a_list_may_go(what: list[str], desk: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        command(*what), cwd=desk, env=environment(), stdout=writing, stderr=subprocess.PIPE, check=False
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


def test_ctrl_c_while_it_is_loaded_ends_it_quietly(desk: Path) -> None:
    program = """
import builtins, os, signal, sys
real = builtins.__import__
def load(name, *rest):
    if name == "phraselint.cli.main":
        os.kill(os.getpid(), signal.SIGINT)
    return real(name, *rest)
builtins.__import__ = load
from phraselint.__main__ import program
sys.exit(program())
"""
    line = [sys.executable, "-c", program]
    done = subprocess.run(line, cwd=desk, env=environment(), capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (130, b"")
