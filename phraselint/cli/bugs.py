"""What is told where phraselint itself is at fault: the program ends, or one conversation of many is not judged."""

from __future__ import annotations

import os

from phraselint.cli.output import say

TYPE_CHECKING = False
if TYPE_CHECKING:
    from phraselint.readers import Source

MOST = 100
"""So many conversations may fail before the whole run is given up."""

DEBUG = "PHRASELINT_DEBUG"
_AGAIN = f"run again with {DEBUG}=1 for the details that a report should hold"


def debugging() -> bool:
    """Whether an error of ours is to end the run, and to show where it was."""
    return bool(os.environ.get(DEBUG))


def tell_bug(error: Exception) -> None:
    """Says that the program ends by a mistake of ours."""
    say(_named(error))
    if debugging():
        from traceback import format_exc

        say(format_exc())
    else:
        say(_AGAIN)


def not_judged(source: Source, error: Exception) -> str:
    """The line for one conversation that a mistake of ours has left out."""
    name = source.conversation.id
    where = source.path if name is None else f"{source.path}: conversation {name}"
    return f"{where} is not judged: {_named(error)}; {_AGAIN}"


def _named(error: Exception) -> str:
    return f"this is a bug of phraselint, not of your input: {type(error).__name__}: {error}"
