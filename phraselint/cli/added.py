"""What ``lexicon add`` finds out about an entry and tells of it: what fails, what it lacks, who finds the same."""

import sys
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING

from phraselint.cli.output import note, say

if TYPE_CHECKING:
    from phraselint.authoring.beside import Beside
    from phraselint.authoring.failures import Failure


def compiling() -> AbstractContextManager[None]:
    """Who waits at a terminal is told what for, from the reading of the phrasebook on, which is slow as well."""
    from phraselint.cli.books import COMPILING
    from phraselint.cli.patience import patience

    return patience(COMPILING) if sys.stderr is not None and sys.stderr.isatty() else nullcontext()


def lacking(why: str, passes: list[str] | None) -> str:
    """What an entry still lacks, and the options that would have said it; the blank is for the file."""
    if why:
        return "" if passes else "say what must pass, in {} (or by --pass)"
    return "say why, in {} (or by --why)" if passes else "say why, and what must pass, in {} (or by --why and --pass)"


def told(path: str, name: str, failed: "list[Failure]", lacking: str, found: "list[Beside]") -> int:
    """Says what was added, or why nothing was; the exit code. ``found`` are entries that find the same."""
    if failed:
        say(f"{path}: '{name}' was not added, and the file is as it was:")
        for each in failed:
            say(f"  {each.message}", who="")
        return 1
    say(f"{path}: added '{name}'; its examples hold")
    for other in found:
        then = "both are shown there" if other.shown else f"'{name}' is shown there instead"
        note(f"'{other.id}' finds {other.match!r} as well: {then}; 'phraselint explain {other.id}' tells about it")
    if lacking:
        say(lacking.format(path))
    return 0


def others(path: str, name: str) -> "list[Beside]":
    """The other entries of the phrasebook that find what a new one does."""
    from phraselint.authoring.beside import beside
    from phraselint.book.loader import load_contents
    from phraselint.engine.linter import Linter
    from phraselint.match.library import load

    entry = next(each for each in load_contents(path).entries if each.id == name)
    return beside(entry, Linter(load(path)))


def failed(path: str, name: str) -> "list[Failure]":
    """What does not hold of an entry: an example, or something it offers that the phrasebook flags."""
    from phraselint.authoring.proving import failures, proofs
    from phraselint.book.loader import load_contents
    from phraselint.engine.linter import Linter
    from phraselint.match.library import load

    return list(failures(proofs(load_contents(path), [name]), Linter(load(path))))
