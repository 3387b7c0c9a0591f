"""Runs the real program as a user does."""

import atexit
import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

from tests.cli.warm import Warm

HERE = Path(__file__).parent
ROOT = HERE.parent.parent


def command(*args: str) -> list[str]:
    """The command line that runs phraselint from this checkout."""
    return [sys.executable, "-m", "phraselint", *args]


def environment(**more: str) -> dict[str, str]:
    """The environment of a run: nothing of the shell that changes what is shown."""
    return {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", **more}


def phraselint(*args: str, cwd: Path, stdin: bytes = b"", **more: Any) -> "subprocess.CompletedProcess[bytes]":
    """One run in a folder, waited for, in a process that has started from nothing."""
    env = environment(**more.pop("env", {}))
    return subprocess.run(command(*args), cwd=cwd, input=stdin, capture_output=True, check=False, env=env, **more)


def warm(
    *args: str, cwd: Path, stdin: bytes = b"", env: dict[str, str] | None = None
) -> "subprocess.CompletedProcess[bytes]":
    """As ``phraselint``, in a process that knows the shipped phrasebook already: for whom the start does not matter."""
    return warm_module("phraselint", *args, cwd=cwd, stdin=stdin, env=env)


def warm_module(
    *line: str, cwd: Path, stdin: bytes = b"", env: dict[str, str] | None = None
) -> "subprocess.CompletedProcess[bytes]":
    """The run of a module, whose name and arguments are given, in that process."""
    with_env = environment(**(env or {}))
    if not hasattr(os, "fork"):  # on Windows each run starts from nothing
        cold = [sys.executable, "-m", *line]
        return subprocess.run(cold, cwd=cwd, input=stdin, capture_output=True, check=False, env=with_env)
    return _warm().run(list(line), str(cwd), with_env, stdin)


@cache
def _warm() -> Warm:
    made = Warm(str(ROOT), environment())
    atexit.register(made.end)
    return made
