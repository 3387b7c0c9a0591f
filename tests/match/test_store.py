"""The cache folder: where it is, and what is taken out of it."""

import os
import time
from pathlib import Path

import pytest

from phraselint.match.store import folder, write
from phraselint.match.tidying import KEPT, RECENT, tidy
from phraselint.model.errors import InputError


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> None:
    """The time some hours on: what is there has grown old."""
    now = time.time() + 3 * RECENT
    monkeypatch.setattr(time, "time", lambda: now)


def book(number: int) -> str:
    return f"{number:032x}.book"


def laid(folder: Path, names: list[str]) -> None:
    for name in names:
        (folder / name).touch()


def test_a_home_folder_is_spelled_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PHRASELINT_CACHE", os.path.join("~", "x"))
    assert folder() == os.path.join(os.path.expanduser("~"), "x")


def test_a_home_folder_of_nobody_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PHRASELINT_CACHE", "~nobody-of-this-name/x")
    with pytest.raises(InputError, match="PHRASELINT_CACHE: ~nobody-of-this-name/x: there is no user 'nobody-of-this"):
        folder()


def test_who_has_no_home_does_without(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("PHRASELINT_CACHE", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(os.path, "expanduser", str)
    monkeypatch.chdir(tmp_path)
    write(os.path.join(folder(), "x"), b"x")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("later")
def test_what_killed_runs_left_is_taken_away(tmp_path: Path) -> None:
    laid(tmp_path, [f"{book(1)}.4711", f"{book(1)}.4711-99", "0.1.0-cpython-311-1.expressions.12-3"])
    laid(tmp_path, [book(1), "0.1.0-cpython-311-1.expressions", "notes.book", "my.book.12x", "12"])
    (tmp_path / f"{book(2)}.1").mkdir()
    tidy(str(tmp_path))
    assert sorted(os.listdir(tmp_path)) == sorted(
        [book(1), "0.1.0-cpython-311-1.expressions", "notes.book", "my.book.12x", "12", f"{book(2)}.1"]
    )


def test_what_another_run_writes_now_stays(tmp_path: Path) -> None:
    laid(tmp_path, [f"{book(1)}.4711", *map(book, range(KEPT + 5))])
    os.utime(tmp_path / f"{book(1)}.4711", ns=(1, 1))  # the time of a book is a checksum
    tidy(str(tmp_path))
    assert len(os.listdir(tmp_path)) == KEPT + 6


def test_the_books_used_last_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = [book(number) for number in range(KEPT + 3)]
    laid(tmp_path, names)
    now = time.time()
    for number, name in enumerate(names):
        os.utime(tmp_path / name, (now + 60 - number, 4_000_000_000 + number))
    monkeypatch.setattr(time, "time", lambda: now + 3 * RECENT)
    tidy(str(tmp_path))
    assert sorted(os.listdir(tmp_path)) == names[:KEPT]


@pytest.mark.usefixtures("later")
def test_what_cannot_be_taken_away_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    laid(tmp_path, [f"{book(number)}.1" for number in range(3)])
    monkeypatch.setattr(os, "unlink", lambda path: (_ for _ in ()).throw(PermissionError(path)))
    tidy(str(tmp_path))
    tidy(str(tmp_path / "nowhere"))
    assert len(os.listdir(tmp_path)) == 3


def test_a_book_is_used_when_it_is_written(tmp_path: Path) -> None:
    write(str(tmp_path / book(1)), b"", 86_400 * 10**9)
    seen = os.stat(tmp_path / book(1))
    assert seen.st_mtime_ns == 86_400 * 10**9
    assert seen.st_atime > time.time() - 60
