"""What all tests share: nothing of the machine they run on may leak in."""

import os
import signal
from pathlib import Path

import pytest
from hypothesis import settings

collect_ignore_glob = ["cli/cases/*.yaml"]  # command lines and what they print: no phrasebooks

settings.register_profile("project", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.register_profile("quick", settings.get_profile("project"), max_examples=40)  # what `make test` asks for
settings.load_profile("project")


@pytest.fixture(autouse=True, scope="session")
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Compiled phrasebooks go to a folder of this run, which child processes use too, and tests that run beside."""
    own = tmp_path_factory.getbasetemp()
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "cache"
    os.environ["PHRASELINT_CACHE"] = str(folder)
    return folder


@pytest.fixture(autouse=True, scope="session")
def interruptible() -> None:
    """Ctrl-C reaches the programs under test, even where the tests run in the background and ignore it."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(autouse=True)
def plain_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """No settings of the shell that runs the tests."""
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
