"""The expressions kept beside the compiled books: read at the next start, and done without where they are damaged."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from phraselint.cli import expressions
from phraselint.text import regex

LINES = ["0 'a+'\t32\t0\t\t1 2"]


@pytest.fixture(autouse=True)
def known(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[object]:
    """What is made known, in a cache of its own."""
    found: list[object] = []
    monkeypatch.setenv("PHRASELINT_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(regex, "know", found.extend)
    monkeypatch.setattr(regex, "kept", lambda: LINES)
    return found


def place() -> Path:
    return Path(expressions._place())


def test_what_is_kept_is_known_at_the_next_start(known: list[object]) -> None:
    expressions.recall()
    assert known == []
    expressions.keep()
    expressions.recall()
    assert known == LINES
    assert [each.name for each in place().parent.iterdir()] == [place().name]


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda data: data[:0], id="empty"),
        pytest.param(lambda data: data[:-3], id="cut short"),
        pytest.param(lambda data: data.replace(b"a+", b"b+"), id="one letter"),
        pytest.param(lambda data: b"00000000\n" + data[9:], id="the checksum"),
        pytest.param(lambda data: data.replace(b"a", b"o")[9:], id="another file"),
    ],
)
def test_a_damaged_file_is_done_without(damage: Callable[[bytes], bytes], known: list[object]) -> None:
    expressions.keep()
    place().write_bytes(damage(place().read_bytes()))
    expressions.recall()
    assert known == []


def test_nothing_new_is_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(regex, "kept", list)
    expressions.keep()
    assert not place().parent.exists()


def test_a_folder_that_cannot_be_made_is_done_without(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("PHRASELINT_CACHE", os.fspath(tmp_path / "file"))
    expressions.keep()
    assert (tmp_path / "file").read_text(encoding="utf-8") == ""
