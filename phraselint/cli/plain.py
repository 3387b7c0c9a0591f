"""The quick parser for plain command lines; all others (help, mistakes, completion) go to Typer, which takes 100 ms."""

from __future__ import annotations

from phraselint.cli.options import CHECK, FIX, NOTHING, SEVERAL, CheckOptions, FixOptions, Option, split_names

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


def _values(words: list[str], options: dict[str, Option]) -> dict[str, Any] | None:
    """The values of the line by field; None where a word is unknown, a value wrong or missing, or no path is given."""
    paths: list[str] = []
    values: dict[str, Any] = {}
    rest = iter(words)
    for word in rest:
        if word == "--":
            paths += rest
        elif not word.startswith("-") or word == "-":
            paths.append(word)
        elif not _take(word, rest, options, values):
            return None
    return {**values, "paths": tuple(paths)} if paths else None


def _take(word: str, rest: Iterator[str], options: dict[str, Option], values: dict[str, Any]) -> bool:
    """Puts one option into ``values``; False if it cannot be read."""
    name, has_value, value = word.partition("=")
    field = name[2:].replace("-", "_")
    option = options.get(field)
    if option is None or name != "--" + field.replace("_", "-"):
        return False
    if option.takes == NOTHING:
        values[field] = True
        return not has_value
    if not has_value:
        value = next(rest, "--")
        if value.startswith("-") and value != "-":
            return False
    if not value.replace(",", "").strip():
        return False
    if option.takes == SEVERAL:
        names = split_names([value])
        values[field] = (*values.get(field, ()), *names)
        return not option.allowed or all(each in option.allowed for each in names)
    values[field] = value
    return not option.allowed or value in option.allowed
