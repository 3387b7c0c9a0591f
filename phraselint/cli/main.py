"""The entry point: a plain ``check`` or ``fix`` runs at once, all else goes to Typer; errors become exit codes."""

from __future__ import annotations

import gc
import os
import sys

from phraselint.cli.expressions import keep, recall
from phraselint.cli.options import CheckOptions
from phraselint.cli.output import say
from phraselint.cli.plain import plain
from phraselint.model.errors import BookError, PhraselintError, reason

WRONG, INTERRUPTED, CLOSED_PIPE = 2, 130, 141
UNCOLLECTED = 100_000  # new objects before Python looks for garbage: some ten megabytes
COMPLETION = "_PHRASELINT_COMPLETE"


def program() -> int:
    """The console script: ``main`` in a process of its own, which starts and ends with little ado.

    Few objects of a draft are ever garbage, and taking a whole interpreter apart takes as long as judging one. What
    Typer runs may have threads and temporary files to look after: it ends as usual.
    """
    recall()
    gc.set_threshold(UNCOLLECTED)
    gc.enable()
    code = main()
    if "typer" not in sys.modules:
        keep()
        for stream in filter(None, (sys.stdout, sys.stderr)):
            stream.flush()
        os._exit(code)
    _end_undisturbed()
    return code


def _end_undisturbed() -> None:
    """From here on nothing is left to interrupt but Python's own clearing up, which would show a traceback."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)


def main(argv: list[str] | None = None) -> int:
    """Runs a command line and gives its exit code."""
    try:
        return _run(sys.argv[1:] if argv is None else argv)
    except BookError as error:
        say(str(error), who="")  # each mistake begins with its place, for editors
        return WRONG
    except PhraselintError as error:
        for line in str(error).split("\n"):
            say(line)
        return WRONG
    except BrokenPipeError:  # the reader of our output has gone (``| head``)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # so that Python's last flush finds a place
        return CLOSED_PIPE
    except OSError as error:  # a disk that is full, a file that is locked
        say(f"{error.filename}: {reason(error, 'use')}" if error.filename else reason(error, "use"))
        return WRONG
    except KeyboardInterrupt:
        say("interrupted")
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the last resort: it says whose fault it is
        from phraselint.cli.bugs import tell_bug

        tell_bug(error)
        return WRONG


def _run(argv: list[str]) -> int:
    options = None if COMPLETION in os.environ else plain(argv)
    if options is None:
        from phraselint.cli.app import run

        return run(argv)
    if isinstance(options, CheckOptions):
        from phraselint.cli.checking import check

        return check(options)
    from phraselint.cli.fixing import fix

    return fix(options)
