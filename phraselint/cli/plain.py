"""The quick parser for plain command lines; all others (help, mistakes, completion) go to Typer, which takes 100 ms."""

from __future__ import annotations

from phraselint.cli.options import CHECK, FIX, CheckOptions, FixOptions, Kind, Names, Switch, split_names

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any


def plain(argv: list[str]) -> CheckOptions | FixOptions | None:
    """What a plain ``check`` or ``fix`` line asks for; None for any other line, right or wrong."""
    match argv[:1]:
        case ["check"]:
            values = _values(argv[1:], CHECK)
            return None if values is None else CheckOptions(**values)
        case ["fix"]:
            values = _values(argv[1:], FIX)
            return None if values is None else FixOptions(**values)
    return None


def _values(words: list[str], kinds: dict[str, Kind]) -> dict[str, Any] | None:
    """The values of the line by field; None where a word is unknown, a value wrong or missing, or no path is given."""
    paths: list[str] = []
    values: dict[str, Any] = {}
    rest = iter(words)
    for word in rest:
        if word == "--":
            paths += rest
        elif not word.startswith("-") or word == "-":
            paths.append(word)
        elif not _take(word, rest, kinds, values):
            return None
    return {**values, "paths": tuple(paths)} if paths else None


def _take(word: str, rest: Iterator[str], kinds: dict[str, Kind], values: dict[str, Any]) -> bool:
    """Puts one option into ``values``; False if it cannot be read."""
    name, has_value, value = word.partition("=")
    field = name[2:].replace("-", "_")
    kind = kinds.get(field)
    if kind is None or name != "--" + field.replace("_", "-"):
        return False
    if isinstance(kind, Switch):
        values[field] = True
        return not has_value
    if not has_value:
        value = next(rest, "--")
        if value.startswith("-") and value != "-":
            return False
    if not value.strip():
        return False
    if isinstance(kind, Names):
        names = split_names([value])
        values[field] = (*values.get(field, ()), *names)
        return not kind.allowed or all(each in kind.allowed for each in names)
    values[field] = value
    return not kind.allowed or value in kind.allowed
