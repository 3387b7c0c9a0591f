"""Defaults for what the command line leaves open: ``[tool.phraselint]``, then the phrasebook's ``check:``."""

from __future__ import annotations

import os

from phraselint.book.find import nearest_file
from phraselint.cli.options import CHECK, NOTHING, SEVERAL, CheckOptions, FixOptions, Option, split_names
from phraselint.model.errors import InputError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, TypeVar

    from phraselint.match.phrasebook import Phrasebook

    Options = TypeVar("Options", CheckOptions, FixOptions)

FILE = "pyproject.toml"
TABLE = "tool.phraselint"
SWITCHES = {True: True, False: False, "true": True, "false": False, "yes": True, "no": False}
SETTINGS = {name: option for name, option in CHECK.items() if option.setting}


def project_settings(folder: str | None = None) -> dict[str, Any]:
    """The settings of the nearest pyproject.toml from ``folder`` upwards that has any; paths in them made absolute.

    Raises InputError with the file and the dotted key at fault.
    """
    try:
        path = nearest_file(os.path.abspath(folder or os.getcwd()), (FILE,))
    except FileNotFoundError:
        raise InputError("the folder that this was started in is no longer there") from None
    if path is None:
        return {}
    with open(path, "rb") as file:
        data = file.read().removeprefix(b"\xef\xbb\xbf")
    if not _may_hold_table(data):
        return {}
    settings = read_settings(_table(path, data), f"{path}: {TABLE}")
    return _from_folder_of(path, settings)


def book_settings(path: str | None, book: Phrasebook) -> dict[str, Any]:
    """The settings of a phrasebook; a path in them is relative to its file. Raises InputError naming the key."""
    settings = read_settings(book.settings, f"{book.name}: check")
    return settings if path is None else _from_folder_of(path, settings)


def _from_folder_of(path: str, settings: dict[str, Any]) -> dict[str, Any]:
    folder = os.path.dirname(path)
    return {key: os.path.join(folder, value) if SETTINGS[key].path else value for key, value in settings.items()}


def _may_hold_table(data: bytes) -> bool:
    """A quick no for most files, so that tomllib is not loaded: whether a key or a header may name our table."""
    if b"\0" in data:
        return True  # UTF-16, which is told as no TOML
    inside = False
    for line in data.splitlines() if b"phraselint" in data else ():
        key = line.partition(b"=")[0].translate(None, b" \t\"'[]{}")
        if key.startswith(b"tool.phraselint") or (b"phraselint" in line and (inside or key == b"tool")):
            return True
        if line.lstrip().startswith(b"["):
            inside = key == b"tool"
    return False


def _table(path: str, data: bytes) -> Mapping[str, Any]:
    import tomllib

    try:
        table: Any = tomllib.loads(data.decode())
    except (ValueError, RecursionError) as error:
        raise InputError(f"{path}: not TOML: {error}") from None
    for depth, name in enumerate(parts := TABLE.split("."), 1):
        table = table.get(name, {})
        if not isinstance(table, dict):
            raise InputError(f"{path}: {'.'.join(parts[:depth])}: {table!r} is not a table")
    return dict(table)


def read_settings(table: Mapping[str, Any], where: str) -> dict[str, Any]:
    """The values of a table of settings by field of the options. Raises InputError naming the key at fault."""
    settings = {}
    for key, value in table.items():
        field = key.replace("-", "_")
        if field not in SETTINGS:
            only = field in CHECK and " (only the command line says it)"
            raise InputError(f"{where}.{key}: unknown key{only or _hint(key)}")
        settings[field] = _value(value, SETTINGS[field], f"{where}.{key}")
    return settings


def _value(value: Any, option: Option, where: str) -> Any:
    if option.takes == NOTHING:
        if not isinstance(value, bool | str) or value not in SWITCHES:
            raise InputError(f"{where}: {value!r} is neither true nor false")
        return SWITCHES[value]
    values = [value] if isinstance(value, str) else value
    if not isinstance(values, list | tuple) or not all(isinstance(each, str) for each in values):
        raise InputError(f"{where}: {value!r} is not text")
    if option.takes == SEVERAL:
        return split_names(values)
    if len(values) != 1 or (option.allowed and values[0] not in option.allowed):
        expected = f"one of {', '.join(option.allowed)}" if option.allowed else "one text"
        raise InputError(f"{where}: {value!r} is not {expected}")
    return values[0]


def fill(options: Options, *settings: Mapping[str, Any]) -> Options:
    """``options`` with every field that the line left open taken from the first of the settings that has it."""
    for table in settings:
        open_fields = {
            field: value
            for field, value in table.items()
            if field in options._fields and getattr(options, field) in (None, (), False)
        }
        options = options._replace(**open_fields)
    return options


def _hint(key: str) -> str:
    from phraselint.book.nearest import hint

    known = hint(key.replace("_", "-"), [name.replace("_", "-") for name in SETTINGS])
    return f" ({known})" if known else ""
