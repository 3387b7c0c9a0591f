"""Settings of service rules: values as YAML means them, checked by the type of the default that they change."""

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from phraselint.book import nearest
from phraselint.book.setting_values import Known, wrong_value
from phraselint.book.shape import FALSE, TRUE
from phraselint.book.source import Listing, Node, Scalar, Source, Table
from phraselint.text.durations import HALF_DAY, seconds

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
    given: Mapping[str, tuple[Scalar, Node | None]],
    defaults: Mapping[str, Any],
    owner: str,
    source: Source,
    entries: Collection[str] | None = None,
) -> dict[str, Any]:
    """The settings that are right; wrong names, types and values are reported, with what would be right.

    ``entries`` are the ids of the phrasebook's, where they are known.
    """
    return _Reading(Known(defaults, entries), source).table(given, defaults, owner)


class _Reading:
    """Reads the settings of one rule."""

    def __init__(self, known: Known, source: Source) -> None:
        self._known = known
        self._source = source

    def table(
        self, given: Mapping[str, tuple[Scalar, Node | None]], defaults: Mapping[str, Any], owner: str, within: str = ""
    ) -> dict[str, Any]:
        """The settings, or what a setting (``within``) has for each of its keys."""
        read: dict[str, Any] = {}
        for name, (key, value) in given.items():
            if name not in defaults:
                hint = nearest.hint(name, defaults) or "it has no settings"
                self._source.wrong(key, f"{owner} has no setting '{name}'", hint)
            elif value is not None:
                for found in self._fitting(value, defaults[name], name, within or name):
                    read[name] = found
        return read

    def _fitting(self, node: Node, default: Any, name: str, setting: str) -> Iterator[Any]:
        """The value where it is right, nothing where it is not, which is reported."""
        if isinstance(default, Mapping):
            yield from self._table(node, default, name)
        elif isinstance(default, tuple):
            yield from self._list(node, default, name, setting)
        elif not isinstance(node, Scalar):
            _wrong(node, name, default, "a list" if isinstance(node, Listing) else "keys and values", self._source)
        else:
            value = native(node)
            if not _alike(value, default):
                _wrong(node, name, default, f"'{node.value}'", self._source)
            elif self._right(node, value if _typed(default) else node.value, setting, default):
                yield float(value) if isinstance(default, float) else value if _typed(default) else node.value

    def _right(self, node: Node, value: Any, setting: str, default: Any) -> bool:
        """Whether a value of the right type may be; nothing may stand where nothing is the default."""
        wrong = wrong_value(setting, value, self._known) if value != default else None
        if wrong:
            hint = wrong.hint or (f"the default is {shown(default)}" if default != "" else "")
            self._source.wrong(node, wrong.message, hint)
        return wrong is None

    def _table(self, node: Node, default: Mapping[str, Any], name: str) -> Iterator[Any]:
        if not isinstance(node, Table):
            hint = f"its keys are {', '.join(default)}" if default else ""
            self._source.wrong(node, f"'{name}' takes 'key: value'", hint)
        elif default:
            yield self.table(node.keys, default, f"'{name}'", name)
        else:
            yield {key.value: found for key, value in node.keys.values() for found in self._own(key, value)}

    def _own(self, key: Scalar, node: Node | None) -> Iterator[Any]:
        """The texts that stand at a key of the writer's own: at least one."""
        if node is None or (isinstance(node, Listing) and not node.items):
            self._source.wrong(node or key, f"'{key.value}' takes one or more texts, and nothing is written")
        else:
            yield from self._list(node, (), key.value, key.value)

    def _list(self, node: Node, default: tuple[Any, ...], name: str, setting: str) -> Iterator[Any]:
        """A list of what the default's first item is, else of texts; one value may stand for a list of one."""
        items = node.items if isinstance(node, Listing) else [node]
        sample = default[0] if default else ""
        there = [item for item in items if self._is_there(item, name)]
        yield tuple(found for item in there for found in self._fitting(item, sample, name, setting))

    def _is_there(self, item: Node, name: str) -> bool:
        """Whether an item of a list says anything."""
        if isinstance(item, Scalar) and not item.value.strip():
            self._source.wrong(item, f"'{name}' takes texts, and nothing is written here", "write one, or delete it")
            return False
        return True


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
