"""Imports go down only; a new room is given its place in the contract first."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    """What import-linter says about the package in a folder, by this project's contracts."""
    program = "import sys; sys.path.insert(0, '.'); from importlinter.cli import lint_imports; sys.exit(lint_imports())"
    command = [sys.executable, "-c", program]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the package and its contracts, to be broken."""
    shutil.copytree(ROOT / "phraselint", tmp_path / "phraselint", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_every_contract_is_kept(copy: Path) -> None:
    done = lint_imports(copy)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("module", "source", "complaint"),
    [
        pytest.param(
            "model/shortcut.py", "import phraselint.text.fold", "Imports go down only", id="an import upwards"
        ),
        pytest.param("readers/shortcut.py", "import phraselint.reporters", "Imports go down only", id="between doors"),
        pytest.param("attic/__init__.py", "", "marked as 'exhaustive'", id="a room without a place"),
        pytest.param("engine/shortcut.py", "import typer", "Only cli knows typer and rich", id="typer in the engine"),
        pytest.param("engine/shortcut.py", "import hyperscan", "Only match knows the scanners", id="a second scanner"),
    ],
)
def test_a_broken_contract_is_noticed(copy: Path, module: str, source: str, complaint: str) -> None:
    path = copy / "phraselint" / module
    path.parent.mkdir(exist_ok=True)
    path.write_text(source + "\n", encoding="utf-8")
    done = lint_imports(copy)
    assert done.returncode != 0
    assert complaint.lower() in (done.stdout + done.stderr).lower()


def test_the_contract_names_the_rooms_that_the_page_draws() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = settings["tool"]["importlinter"]["contracts"][0]["layers"]
    line = " > ".join(layer.replace("(", "").replace(")", "") for layer in layers)
    assert line in (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
