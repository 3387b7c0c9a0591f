"""What all tests share: nothing of the machine they run on may leak in."""

import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).parent.parent
FOUND = [ROOT / room for room in ("rules", "lexicon", "tests/engine", "tests/service")]

collect_ignore_glob = ["cli/cases/*.yaml"]  # command lines and what they print: no phrasebooks

settings.register_profile("project", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.register_profile("quick", settings.get_profile("project"), max_examples=40)  # what `make test` asks for
settings.load_profile("project")


def pytest_sessionstart(session: pytest.Session) -> None:
    """Compiled phrasebooks go to a folder of this run, which child processes use too, and tests that run beside.

    Before tests are collected: phrasebooks and rules are compiled then, to be asked for their examples.
    """
    factory: pytest.TempPathFactory = session.config._tmp_path_factory  # type: ignore[attr-defined] # as its fixture
    own = factory.getbasetemp()
    folder = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    os.environ["PHRASELINT_CACHE"] = str(folder / "cache")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks the tests of what is found, which may be more where the optional libraries are there."""
    for item in items:
        if any(item.path.is_relative_to(room) for room in FOUND):
            item.add_marker("found")


@pytest.fixture(scope="session")
def own_cache() -> Path:
    """The folder to which the compiled phrasebooks of this run go."""
    return Path(os.environ["PHRASELINT_CACHE"])


@pytest.fixture(scope="session")
def shelved(own_cache: Path) -> Callable[[str, str], Path]:
    """Puts a phrasebook into the folder of a name, one for all tests that run side by side: it is compiled once."""

    def put(name: str, book: str) -> Path:
        folder = own_cache.parent / name
        folder.mkdir(exist_ok=True)
        own = folder / f"{os.getpid()}.yaml"
        own.write_text(book, encoding="utf-8")
        own.replace(folder / "lexicon.yaml")
        return folder

    return put


@pytest.fixture(autouse=True, scope="session")
def interruptible() -> None:
    """Ctrl-C reaches the programs under test, even where the tests run in the background and ignore it."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(autouse=True)
def plain_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """No settings of the shell that runs the tests."""
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
