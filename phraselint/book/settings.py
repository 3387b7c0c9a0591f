"""Settings of service rules: values as YAML means them, checked by the type of the default that they change."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from phraselint.book import nearest
from phraselint.book.shape import FALSE, TRUE
from phraselint.book.source import Listing, Node, Scalar, Source, Table
from phraselint.text.durations import seconds

HALF_DAY = "half-day"
"""The one length of time that has no number: received in the morning, answered soon after noon."""

_WHOLE = re.compile(r"-?\d{1,15}")
_DECIMAL = re.compile(r"-?\d{1,15}\.\d{1,15}")


def native(node: Node | None) -> Any:
    """A value as YAML means it: switches and numbers without quotes are such, all else is text; lists are tuples."""
    if isinstance(node, Table):
        return {name: native(value) for name, (_, value) in node.keys.items()}
    if isinstance(node, Listing):
        return tuple(map(native, node.items))
    if node is None:
        return ""
    return node.value if node.style else _plain(node.value)


def _plain(written: str) -> Any:
    if written in (TRUE, FALSE):
        return written == TRUE
    if _WHOLE.fullmatch(written):
        return int(written)
    return float(written) if _DECIMAL.fullmatch(written) else written


def read_settings(
    given: Mapping[str, tuple[Scalar, Node | None]], defaults: Mapping[str, Any], owner: str, source: Source
) -> dict[str, Any]:
    """The settings that are right; wrong names and wrong types are reported, with what would be right."""
    read: dict[str, Any] = {}
    for name, (key, value) in given.items():
        if name not in defaults:
            source.wrong(key, f"{owner} has no setting '{name}'", nearest.hint(name, defaults) or "it has no settings")
        elif value is not None:
            for found in _fitting(value, defaults[name], name, source):
                read[name] = found
    return read


def _fitting(node: Node, default: Any, name: str, source: Source) -> Iterator[Any]:
    """The value where it is of the type of the default, nothing where it is not, which is reported."""
    if isinstance(default, Mapping):
        yield from _table(node, default, name, source)
    elif isinstance(default, tuple):
        yield from _list(node, default, name, source)
    elif not isinstance(node, Scalar):
        _wrong(node, name, default, "a list" if isinstance(node, Listing) else "keys and values", source)
    else:
        value = native(node)
        if _alike(value, default):
            yield float(value) if isinstance(default, float) else value if _typed(default) else node.value
        else:
            _wrong(node, name, default, f"'{node.value}'", source)


def _table(node: Node, default: Mapping[str, Any], name: str, source: Source) -> Iterator[Any]:
    if not isinstance(node, Table):
        source.wrong(node, f"'{name}' takes 'key: value'", f"its keys are {', '.join(default)}" if default else "")
    elif default:
        yield read_settings(node.keys, default, f"'{name}'", source)
    else:
        yield native(node)


def _list(node: Node, default: tuple[Any, ...], name: str, source: Source) -> Iterator[Any]:
    """A list of what the default's first item is, of texts where it has none; one value may stand for a list of one."""
    items = node.items if isinstance(node, Listing) else [node]
    sample = default[0] if default else ""
    yield tuple(found for item in items for found in _fitting(item, sample, name, source))


def _typed(default: Any) -> bool:
    return isinstance(default, bool | int | float)


def _alike(value: Any, default: Any) -> bool:
    """Whether a value may stand where the default stands."""
    if isinstance(default, bool):
        return isinstance(value, bool)
    if isinstance(default, int):
        return isinstance(value, int) and not isinstance(value, bool)
    if isinstance(default, float):
        return isinstance(value, int | float) and not isinstance(value, bool)
    return not is_duration(default) or (isinstance(value, str) and is_duration(value))


def is_duration(value: str) -> bool:
    """Whether a text is a length of time."""
    return value == HALF_DAY or seconds(value) is not None


def kind_of(default: Any) -> str:
    """What a default is, in words."""
    if isinstance(default, bool):
        return "true or false"
    if isinstance(default, int):
        return "a whole number"
    if isinstance(default, float):
        return "a number"
    return "a length of time" if isinstance(default, str) and is_duration(default) else "a text"


def _wrong(node: Node, name: str, default: Any, given: str, source: Source) -> None:
    hint = f"the default is {shown(default)}" if default != "" else ""
    if isinstance(default, str) and is_duration(default):
        hint = f"such as 45s, 15m, 4h, 2d or {HALF_DAY}; {hint}"
    source.wrong(node, f"'{name}' takes {kind_of(default)}, not {given}", hint)


def shown(value: Any) -> str:
    """A value as it is written in YAML."""
    if isinstance(value, bool):
        return TRUE if value else FALSE
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{name}: {shown(each)}' for name, each in value.items())}}}"
    if isinstance(value, tuple | list):
        return f"[{', '.join(map(shown, value))}]"
    return str(value) if value != "" else '""'
