"""Streams that are closed or go away, and Ctrl-C while the program is still being loaded. Never a traceback."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from tempfile import mkdtemp
from time import sleep

import pytest

from tests.cli.program import command, environment


@pytest.fixture(scope="module")
def desk(shelf: Path) -> Path:
    folder = Path(mkdtemp(dir=shelf))
    (folder / "a.txt").write_text("Calm down.", encoding="utf-8")
    (folder / "fine.jsonl").write_text('{"speaker": "agent", "text": "Fine."}\n', encoding="utf-8")
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


@pytest.mark.parametrize(
    ("args", "code"),
    [
        pytest.param(["check", "fine.jsonl"], 0, id="nothing found, rules are silent"),
        pytest.param(["check", "a.txt", "--write-baseline", "/dev/null"], 0, id="a baseline"),
        pytest.param(["check", "a.txt", "nosuch"], 2, id="no such file"),
        pytest.param(["check", "--nosuch"], 2, id="no such option"),
        pytest.param(["fix", "a.txt"], 0, id="findings left"),
    ],
)
def test_where_nobody_can_be_told_the_code_is_that_of_the_result(args: list[str], code: int, desk: Path) -> None:
    done = run(desk, args, "2>/dev/full")
    assert done.returncode == code


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_who_is_ended_takes_away_what_was_written_aside(number: signal.Signals, desk: Path) -> None:
    line = command("check", "-", "--output", "report.txt")
    with subprocess.Popen(line, cwd=desk, env=environment(), stdin=subprocess.PIPE) as running:
        while running.poll() is None and not list(desk.glob("report.txt.*.tmp")):
            sleep(0.05)
        running.send_signal(number)
        assert running.wait() == 128 + number
    assert list(desk.glob("report.txt*")) == []


def test_keys_that_are_no_text_are_none_of_these(desk: Path) -> None:
    line = command("fix", "a.txt", "--interactive")
    done = subprocess.run(line, cwd=desk, env=environment(), input=b"\xff\xffq", capture_output=True, check=False)
    assert (done.returncode, done.stderr.count(b"that is none of these")) == (0, 2)


def test_a_pipe_is_not_waited_for_to_be_fixed(desk: Path) -> None:
    os.mkfifo(desk / "pipe")
    line = command("fix", "pipe")
    done = subprocess.run(line, cwd=desk, env=environment(), capture_output=True, check=False, timeout=300)
    assert (done.returncode, done.stderr) == (2, b"phraselint: pipe: cannot be written: not a regular file\n")
    (desk / "pipe").unlink()


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
