"""Regular expressions for the cold path: as ``re`` has them, without loading it for one that is known.

Loading ``re`` and compiling what a draft needs takes a fifth of a cold check. So the program keeps what was compiled,
in the form that CPython's matcher runs (``kept``), and hands it over at its next start (``know``). Where nothing is
known, or on another Python, each expression is compiled by ``re`` as ever. Only for expressions that stand in the code:
what is made of a text is not to be kept.
"""

from __future__ import annotations

try:
    from _sre import MAGIC  # type: ignore[import-not-found,unused-ignore] # built in, without stubs
    from _sre import compile as _ready
except ImportError:  # another Python: nothing is kept
    MAGIC = 0

VERSION: int = MAGIC
"""Of CPython's matcher: what is kept fits this one alone; 0 where nothing is kept."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from re import Match, Pattern
    from typing import Any

ASCII, IGNORECASE, DOTALL = 256, 2, 16
"""The flags of ``re`` by these names."""

_made: dict[tuple[str, int], Pattern[str]] = {}
_known: dict[str, str] = {}
"""By the names of expressions what is known of each, as it was kept: it is read when the expression is needed."""

_fresh: list[tuple[str, int]] = []


def compile(pattern: str, flags: int = 0) -> Pattern[str]:  # noqa: A001 - as ``re`` names it
    """The compiled expression, made once."""
    found = _made.get((pattern, flags))
    if found is None:
        found = _made[pattern, flags] = _from_known(pattern, flags) or _anew(pattern, flags)
    return found


def search(pattern: str, text: str, flags: int = 0) -> Match[str] | None:
    """The first place where the expression matches."""
    return compile(pattern, flags).search(text)


def match(pattern: str, text: str, flags: int = 0) -> Match[str] | None:
    """The match at the start of the text."""
    return compile(pattern, flags).match(text)


def fullmatch(pattern: str, text: str, flags: int = 0) -> Match[str] | None:
    """The match of the whole text."""
    return compile(pattern, flags).fullmatch(text)


def finditer(pattern: str, text: str, flags: int = 0) -> Iterator[Match[str]]:
    """All matches, one after the other."""
    return compile(pattern, flags).finditer(text)


def findall(pattern: str, text: str, flags: int = 0) -> list[Any]:
    """What all matches hold: the whole, or their groups."""
    return compile(pattern, flags).findall(text)


def split(pattern: str, text: str, maxsplit: int = 0) -> list[Any]:
    """The text between the matches, with their groups."""
    return compile(pattern).split(text, maxsplit)


def sub(pattern: str, by: str | Callable[[Match[str]], str], text: str, count: int = 0, flags: int = 0) -> str:
    """The text with its matches replaced."""
    return compile(pattern, flags).sub(by, text, count)


def know(lines: Iterable[str]) -> None:
    """Takes what ``kept`` gave in an earlier run of the same version of Python (``VERSION``)."""
    for line in lines:
        name, tab, code = line.partition("\t")
        if tab:
            _known[name] = code


def kept() -> list[str]:
    """What is to be known at the next start, a line each; empty where nothing new was compiled."""
    if not VERSION or not _fresh:
        return []
    try:
        known = _known | {_name(*each): _code(*each) for each in _fresh}
    except (ImportError, AttributeError, TypeError):  # a Python whose compiler is arranged otherwise
        return []
    return [f"{name}\t{code}" for name, code in known.items()]


def _name(pattern: str, flags: int) -> str:
    """A name without tabs and line ends."""
    return f"{flags} {pattern!a}"


def _from_known(pattern: str, flags: int) -> Pattern[str] | None:
    code = _known.get(_name(pattern, flags)) if _known else None
    try:
        return None if code is None else _read(pattern, *code.split("\t"))
    except (RuntimeError, TypeError, ValueError, OverflowError):
        return None


def _read(pattern: str, flags: str, groups: str, names: str, code: str) -> Pattern[str]:
    """The expression of which ``_code`` has written this; CPython's matcher checks what it is given."""
    numbers = {name: int(number) for name, number in (each.split("=") for each in names.split())}
    by_number = {number: name for name, number in numbers.items()}
    named = tuple([by_number.get(number) for number in range(int(groups) + 1)])
    made: Pattern[str] = _ready(pattern, int(flags), list(map(int, code.split())), int(groups), numbers, named)
    return made


def _anew(pattern: str, flags: int) -> Pattern[str]:
    import re

    _fresh.append((pattern, flags))
    return re.compile(pattern, flags)


def _code(pattern: str, flags: int) -> str:
    """What ``re.compile`` hands to CPython's matcher: flags, groups, the groups' names, code."""
    from re import _compiler, _parser  # type: ignore[attr-defined] # private, hence the way out in ``kept``

    parsed = _parser.parse(pattern, flags)
    names = " ".join([f"{name}={number}" for name, number in parsed.state.groupdict.items()])
    code = " ".join([str(int(each)) for each in _compiler._code(parsed, flags)])
    return f"{int(flags | parsed.state.flags)}\t{parsed.state.groups - 1}\t{names}\t{code}"
