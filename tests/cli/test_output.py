"""Where results go: a file is there once it is whole, or as it was."""

import os
import stat
from pathlib import Path

import pytest

from phraselint.cli.output import opened
from phraselint.model.errors import InputError


def test_a_report_that_breaks_off_leaves_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "report.csv"
    path.write_text("old")
    path.chmod(0o640)
    with pytest.raises(ZeroDivisionError), opened(str(path), "csv") as out:
        out.writelines("half" * 10_000 + str(1 / (1 - row)) for row in range(2))
    assert [(each.name, each.read_text()) for each in tmp_path.iterdir()] == [("report.csv", "old")]
    with opened(str(path), "csv") as out:
        out.write("whole")
    assert [(each.name, each.read_text()) for each in tmp_path.iterdir()] == [("report.csv", "whole")]
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_report_that_breaks_off_leaves_no_new_one(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), opened(str(tmp_path / "report.csv"), "csv") as out:
        out.write(str(1 / 0))
    assert list(tmp_path.iterdir()) == []


def test_a_pipe_is_written_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    reading = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    with opened(str(path), "csv") as out:
        out.write("a row")
    assert os.read(reading, 100) == b"a row"
    os.close(reading)
    assert path.is_fifo()


def test_a_dash_is_standard_output(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    with opened("-", "csv") as out:
        out.write("a row")
    assert capsys.readouterr().out == "a row"


def test_without_a_standard_output_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout", None)
    with pytest.raises(InputError, match="there is no standard output to write to"):
        opened(None, "csv")
