"""What is worked out of patterns is kept from one compile to the next, and changes nothing of what is compiled."""

from pathlib import Path

import pytest

from phraselint.book.loader import load_contents
from phraselint.book.pattern import Pattern
from phraselint.match import library, workings
from phraselint.match.compile import compiled_bytes
from phraselint.match.program import Program
from phraselint.match.workings import Workings

BOOK = """\
name: Small
version: "1"
language: en
avoid:
  - id: calm-down
    category: words
    severity: warning
    phrases: ["calm down", "{take} it (easy|slowly)", {phrase: "IT", case: exact}, "<number> [of] your problems"]
    why: It tells people how to feel.
    unless: {reply_to: thanks, before: ["no [need] to"]}
signals:
  thanks: ["you saved my dây"]
"""


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PHRASELINT_CACHE", str(tmp_path / "cache"))
    path = tmp_path / "lexicon.yaml"
    path.write_text(BOOK, encoding="utf-8")
    return path


def test_with_what_is_known_the_same_is_compiled(book: Path) -> None:
    contents = load_contents(str(book))
    first = Workings()
    plain, _ = compiled_bytes(contents, workings=first)
    again = Workings(first.written())
    assert compiled_bytes(contents, workings=again)[0] == plain
    assert again.made == 0


def test_an_edit_works_out_what_is_new_alone(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library.load(book)
    asked: list[str] = []
    program = workings.program

    def noted(pattern: Pattern, exact: bool) -> Program:
        asked.append(pattern.source)
        return program(pattern, exact)

    monkeypatch.setattr(workings, "program", noted)
    book.write_text(BOOK.replace("calm down", "calm yourself"), encoding="utf-8")
    library.load(book)
    assert asked == ["calm yourself"]
