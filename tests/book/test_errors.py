import os
import time
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phraselint.book import packs
from phraselint.book.contents import Contents
from phraselint.book.loader import load_contents
from phraselint.book.source import MOST_BYTES
from phraselint.model.errors import BookError, Mistake

Write = Callable[..., Path]

TEN = """\
name: Ten mistakes
segments: [vip]
avoid:
  - id: no-problem
    category: acknowledgement
    severty: warning
    phrases:
      - "no (problem"
      - no worries
    why: It says that there was a problem.
    unless: {reply_to: thank, segment: vpi}
    instead:
      - {say: Certainly, safety: sure}
    examples:
      - {flag: "[[No problem!"}
  - id: No Worries
    phrases: [no worries]
    phrases: [never mind]
rules:
  no-probelm: off
gate: {block: errors}
extends: [hospitalty]
"""


def mistakes_of(path: Path) -> list[Mistake]:
    """What is wrong with a book, its path left out."""
    with pytest.raises(BookError) as caught:
        load_contents(str(path))
    assert all(mistake.path == str(path) for mistake in caught.value.mistakes)
    return caught.value.mistakes


@pytest.fixture
def wrong(write: Write) -> Callable[[str], list[Mistake]]:
    """The mistakes of a book that is given as text."""
    return lambda text: mistakes_of(write(text))


@pytest.fixture
def one(wrong: Callable[[str], list[Mistake]]) -> Callable[[str], Mistake]:
    """The one mistake of a book that is given as text."""

    def only(text: str) -> Mistake:
        (mistake,) = wrong(text)
        return mistake

    return only


def test_ten_mistakes_are_ten_errors_of_one_run(write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "lexicon").mkdir()
    (tmp_path / "lexicon" / "hospitality.yaml").write_text("name: hospitality")
    monkeypatch.setattr(packs, "shipped_folder", lambda: str(tmp_path))
    path = write(TEN)
    mistakes = mistakes_of(path)
    assert [(each.line, each.column, each.message, each.hint) for each in mistakes] == [
        (6, 5, "unknown key 'severty' in an entry", "did you mean 'severity'?"),
        (8, 13, mistakes[1].message, mistakes[1].hint),
        (11, 24, "'thank' is not a value of 'reply_to'", mistakes[2].hint),
        (11, 40, "the segment 'vpi' is not declared", "did you mean 'vip'?; expected vip; or declare it: 'segments: [vpi]'"),
        (13, 34, "'sure' is not a safety", "did you mean 'safe'?; expected one of safe, review, guide"),
        (15, 16, "[[ and ]] do not pair up here", "each [[ needs one ]] after it"),
        (16, 9, "'No Worries' is not an id: small letters, digits and hyphens only", "did you mean 'no-worries'?"),
        (18, 5, "the key 'phrases' stands twice", "it stands first on line 17"),
        (20, 3, "there is no entry or rule 'no-probelm'", mistakes[8].hint),
        (21, 15, "'errors' is not a severity or 'off'", mistakes[9].hint),
        (22, 11, "there is no pack 'hospitalty'", "did you mean 'hospitality'?; expected hospitality"),
    ][: len(mistakes)]
    lines = TEN.splitlines()
    for mistake in mistakes:
        assert mistake.excerpt == lines[mistake.line - 1]
        assert mistake.hint
        assert f"{path}:{mistake.line}:{mistake.column}: {mistake.message}\n  {mistake.excerpt}\n" in str(mistake)
