"""Reads ``when`` and ``unless``: conditions of the table in ``condition_shape``, with words, patterns or names."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from phraselint.book import nearest
from phraselint.book.condition_shape import ELSEWHERE, NEIGHBOURS
from phraselint.book.contents import Condition, Conditions, Reference
from phraselint.book.parser import parse
from phraselint.book.pattern import Pattern
from phraselint.book.source import Listing, Node, Scalar, Source, Table
from phraselint.model.errors import PatternError

Value = str | Pattern | Reference

_parsed = lru_cache(20_000)(parse)  # who adds an entry reads the same packs and rules several times


@dataclass(frozen=True, slots=True)
class Names:
    """The names that a phrasebook and the packs that it extends declare."""

    entries: frozenset[str]
    signals: frozenset[str]
    segments: frozenset[str]


def read_conditions(node: Node | None, names: Names, source: Source) -> Conditions:
    """The conditions of a fitted ``when`` or ``unless``; values that cannot be used are reported and left out."""
    if not isinstance(node, Table):
        return ()
    return tuple(
        Condition(name, tuple(_values(name, value, names, source)), source.place(key))
        for name, (key, value) in node.keys.items()
        if value is not None
    )


def read_pattern(scalar: Scalar, source: Source, *, beside: bool = False) -> Pattern | None:
    """The pattern that a scalar holds, unread of a sound file; the mark at fault is reported where it has one."""
    if source.sound:
        return Pattern(scalar.value, ())
    try:
        return _parsed(scalar.value, beside=beside)
    except PatternError as error:
        column = source.column_in(scalar, error.column - 1)
        source.wrong_at(scalar.line, column, error.message, error.hint)
        return None


def read_segment(scalar: Scalar, names: Names, source: Source) -> str:
    """A segment, reported where no phrasebook declares it."""
    if scalar.value not in names.segments:
        hint = nearest.hint(scalar.value, sorted(names.segments))
        declare = f"declare it: 'segments: [{scalar.value}]'"
        source.wrong(
            scalar, f"the segment '{scalar.value}' is not declared", f"{hint} or {declare}" if hint else declare
        )
    return scalar.value


def _values(name: str, value: Node, names: Names, source: Source) -> Iterator[Value]:
    read = _READERS.get(name)
    for item in value.items if isinstance(value, Listing) else []:
        found = read(item, names, source) if read else _word(item)
        if found is not None:
            yield found


def _word(node: Node) -> str | None:
    return node.value if isinstance(node, Scalar) else None


def _segment(node: Node, names: Names, source: Source) -> Value | None:
    return read_segment(node, names, source) if isinstance(node, Scalar) else None


def _near(node: Node, names: Names, source: Source) -> Value | None:
    if isinstance(node, Scalar):
        return read_pattern(node, source, beside=True)
    return _reference(node, names, source) if isinstance(node, Table) else None


def _far(node: Node, names: Names, source: Source) -> Value | None:
    if isinstance(node, Scalar) and node.value in names.entries:
        return Reference("entry", node.value)
    return _near(node, names, source)


def _reference(table: Table, names: Names, source: Source) -> Reference | None:
    """What ``{entry: id}`` or ``{signal: name}`` names."""
    for kind, known in (("entry", names.entries), ("signal", names.signals)):
        name = table.get(kind)
        if not isinstance(name, Scalar):
            continue
        if name.value in known:
            return Reference(kind, name.value)
        hint = nearest.hint(name.value, sorted(known))
        source.wrong(name, f"there is no {kind} '{name.value}'", hint or f"no {kind} is known here")
    return None


_Read = Callable[[Node, Names, Source], Value | None]
_READERS: Mapping[str, _Read] = {
    "segment": _segment,
    **dict.fromkeys(NEIGHBOURS, _near),
    **dict.fromkeys(ELSEWHERE, _far),
}
