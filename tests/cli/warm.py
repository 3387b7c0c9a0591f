"""A warm process that runs the program: what each start would read anew of the shipped phrasebook it has in memory.

Each run is a fork of it, with streams, folder and environment of its own; what it leaves in memory goes with it.
"""

import json
import os
import socket
import sys
import tempfile
import traceback
from runpy import run_module
from subprocess import DEVNULL, CompletedProcess, Popen
from typing import IO, Any

from phraselint.match.library import load
from phraselint.text import regex

STREAMS = 3
MOST = 1 << 20
"""How many bytes an order may have."""


class Warm:
    """The process, for the one that orders runs of it."""

    def __init__(self, root: str, env: dict[str, str]) -> None:
        self._line, theirs = socket.socketpair()
        with theirs:
            command = [sys.executable, "-m", __name__, str(theirs.fileno())]
            self._process = Popen(command, cwd=root, env=env, stdin=DEVNULL, stdout=DEVNULL, pass_fds=[theirs.fileno()])

    def run(self, line: list[str], cwd: str, env: dict[str, str], stdin: bytes) -> "CompletedProcess[bytes]":
        """One run of a module with its arguments, waited for."""
        with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            given.write(stdin)
            given.seek(0)
            order = json.dumps({"line": line, "cwd": cwd, "env": env}).encode() + b"\n"
            socket.send_fds(self._line, [order], [each.fileno() for each in (given, out, err)])
            code = int(self._line.recv(8))
            return CompletedProcess(line, code, _read(out), _read(err))

    def end(self) -> None:
        """Waits for its end, which comes as nobody can order any more."""
        self._line.close()
        self._process.wait()


def _read(file: IO[bytes]) -> bytes:
    file.seek(0)
    return file.read()


def serve(line: socket.socket) -> None:
    """Runs what is ordered, one after the other, until nobody can order any more."""
    _warm_up()
    while True:
        order, streams = _next(line)
        if not order:
            return
        child = os.fork()
        if child == 0:
            _become(json.loads(order), streams)
        for stream in streams:
            os.close(stream)
        _, status = os.waitpid(child, 0)
        line.send(str(os.waitstatus_to_exitcode(status)).encode())


def _next(line: socket.socket) -> tuple[bytes, list[int]]:
    order, streams, _, _ = socket.recv_fds(line, MOST, STREAMS)
    while order and not order.endswith(b"\n"):
        order += line.recv(MOST)
    return order, list(streams)


def _warm_up() -> None:
    """Compiles a phrasebook: what all of them have in common stays in memory."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "lexicon.yaml")
        with open(path, "w", encoding="utf-8") as file:
            file.write("avoid: [{id: calm-down, phrases: [calm down]}]\n")
        load(path)
    regex._fresh.clear()  # what a run keeps is its own


def _become(order: dict[str, Any], streams: list[int]) -> None:
    """The program, as ``python -m`` runs it."""
    code = 0
    try:
        os.chdir(order["cwd"])
        os.environ.clear()
        os.environ.update(order["env"])
        sys.argv = order["line"]
        for number, stream in enumerate(streams):
            os.dup2(stream, number)
            os.close(stream)
        run_module(sys.argv[0], run_name="__main__", alter_sys=True)
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    except BaseException:  # noqa: BLE001 - it is shown as Python shows it, and goes no further
        traceback.print_exc()
        code = 1
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


if __name__ == "__main__":
    serve(socket.socket(fileno=int(sys.argv[1])))
