from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

from phraselint.book.contents import Contents
from phraselint.book.loader import load_contents

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
