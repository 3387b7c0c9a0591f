from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

from phraselint.book.contents import Contents
from phraselint.book.loader import load_contents
from phraselint.model.errors import BookError, Mistake

Write = Callable[..., Path]
Load = Callable[..., Contents]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a phrasebook (and others beside it, by name) and gives its path."""

    def written(text: str, **others: str) -> Path:
        for name, other in others.items():
            (tmp_path / f"{name}.yaml").write_text(dedent(other), encoding="utf-8")
        path = tmp_path / "lexicon.yaml"
        path.write_text(dedent(text), encoding="utf-8")
        return path

    return written


@pytest.fixture
def load(write: Write) -> Load:
    """Loads a phrasebook that is given as text, with others beside it."""

    def loaded(text: str, **others: str) -> Contents:
        return load_contents(str(write(text, **others)))

    return loaded


@pytest.fixture
def wrong(write: Write) -> Callable[[str | Path], list[Mistake]]:
    """The mistakes of a book, given as text or by its path."""

    def mistakes(book: str | Path) -> list[Mistake]:
        path = write(book) if isinstance(book, str) else book
        with pytest.raises(BookError) as caught:
            load_contents(str(path))
        assert {mistake.path for mistake in caught.value.mistakes} == {str(path)}
        return caught.value.mistakes

    return mistakes


@pytest.fixture
def one(wrong: Callable[[str | Path], list[Mistake]]) -> Callable[[str], Mistake]:
    """The one mistake of a book that is given as text."""

    def only(text: str) -> Mistake:
        (mistake,) = wrong(text)
        return mistake

    return only
