import os
from pathlib import Path
from tempfile import mkdtemp

import pytest

from tests.cli.program import HERE


@pytest.fixture(scope="session")
def shelf(own_cache: Path) -> Path:
    """A folder with the phrasebook of these tests, one for all that run side by side: it is compiled once."""
    folder = own_cache.parent / "shelf"
    folder.mkdir(exist_ok=True)
    own = folder / f"{os.getpid()}.yaml"
    own.write_bytes((HERE / "book.yaml").read_bytes())
    own.replace(folder / "lexicon.yaml")
    return folder


@pytest.fixture
def place(shelf: Path) -> Path:
    """An empty folder of one test, for which the phrasebook above it holds."""
    return Path(mkdtemp(dir=shelf))
