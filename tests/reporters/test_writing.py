"""A file is written whole or not at all, and only a file is."""

import errno
import os
from pathlib import Path

import pytest

from phraselint.reporters import writing
from phraselint.reporters.writing import write


def test_a_file_is_replaced_and_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old")
    path.chmod(0o640)
    write(str(path), b"new")
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"new", 0o640)


def test_a_pipe_is_not_replaced_by_a_file(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    with pytest.raises(OSError, match="not a regular file"):
        write(str(path), b"new")
    assert path.is_fifo()


def test_a_folder_is_not_replaced_by_a_file(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="not a regular file"):
        write(str(tmp_path), b"new")
    assert list(tmp_path.iterdir()) == []


def test_a_file_of_several_names_keeps_them(tmp_path: Path) -> None:
    path, other = tmp_path / "a.txt", tmp_path / "b.txt"
    path.write_text("a longer old text")
    os.link(path, other)
    write(str(path), b"new")
    assert (path.read_bytes(), other.read_bytes()) == (b"new", b"new")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.txt", "b.txt"]


@pytest.mark.skipif(getattr(os, "geteuid", lambda: 1)() != 0, reason="only root gives files away")
def test_a_file_keeps_its_owner(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old")
    os.chown(path, 1234, 55)
    path.chmod(0o4640)
    write(str(path), b"new")
    held = path.stat()
    assert (path.read_bytes(), held.st_uid, held.st_gid, held.st_mode & 0o7777) == (b"new", 1234, 55, 0o4640)


def test_an_owner_that_cannot_be_given_is_kept_by_writing_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("a longer old text")
    there = path.stat().st_ino
    monkeypatch.setattr(writing, "_like", lambda *_: False)
    write(str(path), b"new")
    assert (path.read_bytes(), path.stat().st_ino) == (b"new", there)


def test_a_file_that_is_mounted_by_itself_is_written_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(*_: str) -> None:
        raise OSError(errno.EBUSY, "busy")

    path = tmp_path / "a.txt"
    path.write_text("a longer old text")
    monkeypatch.setattr(os, "replace", busy)
    write(str(path), b"new")
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("a.txt", b"new")]


@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="Linux has them")
def test_a_file_keeps_its_attributes(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old")
    try:
        os.setxattr(path, "user.label", b"private")
    except OSError:
        pytest.skip("this file system has none")
    write(str(path), b"new")
    assert os.getxattr(path, "user.label") == b"private"
