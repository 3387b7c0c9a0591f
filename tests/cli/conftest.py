from collections.abc import Callable
from pathlib import Path
from tempfile import mkdtemp

import pytest

from tests.cli.program import HERE


@pytest.fixture(scope="session")
def shelf(shelved: Callable[[str, str], Path]) -> Path:
    """A folder with the phrasebook of these tests."""
    return shelved("shelf", (HERE / "book.yaml").read_text(encoding="utf-8"))


@pytest.fixture
def place(shelf: Path) -> Path:
    """An empty folder of one test, for which the phrasebook above it holds."""
    return Path(mkdtemp(dir=shelf))
