"""An installed wheel to measure: what a user has, compiled modules and all, not a checkout."""

import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).parent.parent
ROOM = ROOT / "build" / "bench"


def program() -> Path:
    """The `phraselint` of a fresh wheel in an environment of its own; the environment is kept for the next run."""
    binaries = ROOM / "venv" / ("Scripts" if os.name == "nt" else "bin")
    if not binaries.exists():
        venv.create(ROOM / "venv", with_pip=True)
        _pip(binaries, "install", "--upgrade", "pip")  # for the program as it is installed today: it loads nothing
    wheel = str(_wheel())
    _pip(binaries, "install", wheel)
    _pip(binaries, "install", "--no-deps", "--force-reinstall", wheel)
    return binaries / "phraselint"


def environment() -> dict[str, str]:
    """The environment of a measured start: a cache of its own, compiled modules kept, no settings of this shell."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "PHRASELINT"))}
    return kept | {"PHRASELINT_CACHE": str(ROOM / "cache")}


def _wheel() -> Path:
    folder = ROOM / "wheel"
    for old in folder.glob("*.whl"):
        old.unlink()
    _pip(Path(sys.executable).parent, "wheel", "--no-deps", "--wheel-dir", str(folder), str(ROOT))
    return next(folder.glob("*.whl"))


def _pip(binaries: Path, *arguments: str) -> None:
    command = [str(binaries / "python"), "-m", "pip", "--quiet", "--disable-pip-version-check", *arguments]
    subprocess.run(command, check=True, env=environment())
