"""Runs the real program as a user does."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
ROOT = HERE.parent.parent


def command(*args: str) -> list[str]:
    """The command line that runs phraselint from this checkout."""
    return [sys.executable, "-m", "phraselint", *args]


def environment(**more: str) -> dict[str, str]:
    """The environment of a run: nothing of the shell that changes what is shown."""
    return {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", **more}


def phraselint(*args: str, cwd: Path, stdin: bytes = b"", **more: Any) -> "subprocess.CompletedProcess[bytes]":
    """One run in a folder, waited for."""
    env = environment(**more.pop("env", {}))
    return subprocess.run(command(*args), cwd=cwd, input=stdin, capture_output=True, check=False, env=env, **more)
