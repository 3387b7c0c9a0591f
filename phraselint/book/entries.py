"""Reads the entries of a phrasebook: what to avoid, what to say, what to listen for, and what is changed of it."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from phraselint.book import nearest
from phraselint.book.book_shape import PATCH
from phraselint.book.condition_shape import OF_MESSAGES
from phraselint.book.conditions import Names, read_conditions, read_segment
from phraselint.book.contents import Conditions, Entry, Example, Patch, Prefer, Rule, Signal
from phraselint.book.entry_shape import EXAMPLE_KINDS
from phraselint.book.phrases import read_phrases
from phraselint.book.replacements import check_slots, read_replacements
from phraselint.book.settings import read_settings
from phraselint.book.shape import OFF, TRUE
from phraselint.book.source import Listing, Node, Scalar, Source, Table
from phraselint.model.findings import Severity

_CATEGORY = "house"  # of an entry that names none
_CONTEXT = ("customer", "channel", "segment")
_MARK = re.compile(r"\[\[|\]\](?!\])")  # of "]]]" the last two close, so that [[[name]]] marks [name]


def read_entry(table: Table, pack: str, names: Names, source: Source) -> Entry:
    """An entry of ``avoid``; what cannot be used of it is reported and left out."""
    phrases = read_phrases(table, table.get("phrases"), names, source)
    instead = read_replacements(table.get("instead"), names, source)
    check_slots(instead, phrases, source)
    for phrase in phrases:
        check_slots(phrase.instead or (), [phrase], source)
    within = table.get("in")
    return Entry(
        id=text(table, "id"),
        category=text(table, "category", _CATEGORY),
        severity=Severity(text(table, "severity", Severity.WARNING)),
        phrases=phrases,
        why=text(table, "why"),
        place=source.place(table),
        pack=pack,
        when=read_conditions(table.get("when"), names, source),
        unless=read_conditions(table.get("unless"), names, source),
        instead=instead,
        examples=tuple(_example(kind, each, names, source) for kind, each in examples_in(table.get("examples"))),
        within=texts(within) or ("own",),
    )


def read_prefer(table: Table, names: Names, source: Source) -> Prefer:
    """An entry of ``prefer``."""
    return Prefer(
        text(table, "id"),
        read_phrases(table, table.get("phrases"), names, source),
        source.place(table),
        read_conditions(table.get("when"), names, source),
        read_conditions(table.get("unless"), names, source),
    )


def read_signal(key: Scalar, node: Node | None, names: Names, source: Source) -> Signal:
    """A named list of ``signals``."""
    return Signal(key.value, read_phrases(None, node, names, source), source.place(key))


def read_patch(key: Scalar, node: Node | None, names: Names, source: Source, rule: Rule | None = None) -> Patch:
    """What ``rules`` says of one id. Of an entry the severity can be changed, of a ``rule`` its settings too."""
    if not isinstance(node, Table):
        return Patch(key.value, source.place(key), off=True)
    when = read_conditions(node.get("when"), names, source)
    if rule is None:
        _only_known(node, source)
        settings: Mapping[str, Any] = {}
    else:
        given = {name: pair for name, pair in node.keys.items() if name not in PATCH.fields}
        settings = read_settings(given, rule.settings, f"the rule '{rule.id}'", source, names.entries)
        _only_of_messages(when, source)
    severity, off = text(node, "severity"), text(node, OFF) == TRUE
    return Patch(key.value, source.place(key), off, Severity(severity) if severity else None, when, settings)


def text(table: Table, key: str, default: str = "") -> str:
    """The text of a key, ``default`` where it is missing."""
    node = table.get(key)
    return node.value if isinstance(node, Scalar) else default


def texts(node: Node | None) -> tuple[str, ...]:
    """The texts of a list."""
    items = node.items if isinstance(node, Listing) else []
    return tuple(item.value for item in items if isinstance(item, Scalar))


def plain(node: Node | None) -> Any:
    """A part as mappings, tuples and strings, as written."""
    if isinstance(node, Table):
        return {name: plain(value) for name, (_, value) in node.keys.items()}
    if isinstance(node, Listing):
        return tuple(plain(item) for item in node.items)
    return node.value if node else None


def _only_of_messages(when: Conditions, source: Source) -> None:
    """Reports conditions of a change of a rule that ask about the words of a match: a rule has none."""
    for condition in when:
        if condition.name not in OF_MESSAGES:
            expected = f"expected one of {', '.join(OF_MESSAGES)}"
            source.wrong(condition.place, f"'{condition.name}' asks about a phrase, and a rule has none", expected)


_OWN_ENTRY = "an entry of your own with this id replaces the whole"
_INSTEAD_OF = {
    "unless": "an exception is written '{off: true, when: {after: [wear]}}'",
    **dict.fromkeys(("instead", "phrases", "phrase", "why", "examples", "category"), _OWN_ENTRY),
}
"""How that is done for which one would look for these keys."""


def _only_known(table: Table, source: Source) -> None:
    for name, (key, _) in table.keys.items():
        if name not in PATCH.fields:
            hint = _INSTEAD_OF.get(name) or nearest.hint(name, PATCH.fields)
            source.wrong(key, f"unknown key '{name}' in a change of an entry", hint)


def examples_in(node: Node | None) -> Iterator[tuple[str, Table]]:
    """The examples of a fitted list, each with its kind."""
    for item in node.items if isinstance(node, Listing) else []:
        kind = next((kind for kind in EXAMPLE_KINDS if isinstance(item, Table) and item.get(kind)), None)
        if kind and isinstance(item, Table):
            yield kind, item


def _example(kind: str, table: Table, names: Names, source: Source) -> Example:
    marked = table.get(kind)
    assert isinstance(marked, Scalar)  # its shape has been checked
    segment = table.get("segment")
    if isinstance(segment, Scalar):
        read_segment(segment, names, source)
    bare, spans = unmark(marked, source)
    if kind == "flag" and spans == ():
        source.wrong(marked, "nothing is marked in this 'flag'", "put [[ ]] around the words that must be flagged")
    if kind == "pass" and spans:
        source.wrong(marked, "something is marked in this 'pass'", "write 'flag', or take [[ ]] away")
    becomes, because = _maybe(table, "becomes"), _maybe(table, "because")
    return Example(kind, bare, source.place(table), spans or (), becomes, because, _context(table))


def _context(table: Table) -> Mapping[str, str]:
    return {key: text(table, key) for key in _CONTEXT if key in table.keys}


def _maybe(table: Table, key: str) -> str | None:
    node = table.get(key)
    return node.value if isinstance(node, Scalar) else None


def unmark(scalar: Scalar, source: Source) -> tuple[str, tuple[tuple[int, int], ...] | None]:
    """A text without its ``[[ ]]`` marks, and the spans that they enclosed, None where they do not pair up."""
    marks = list(_MARK.finditer(scalar.value))
    bare = _MARK.sub("", scalar.value)
    for number, mark in enumerate(marks):
        if mark[0] != ("[[", "]]")[number % 2] or (mark is marks[-1] and not number % 2):
            _unpaired(scalar, mark.start(), source)
            return bare, None
    places = [mark.start() - 2 * number for number, mark in enumerate(marks)]
    return bare, tuple(zip(places[::2], places[1::2], strict=True))


def _unpaired(scalar: Scalar, offset: int, source: Source) -> None:
    column = source.column_in(scalar, offset)
    source.wrong_at(scalar.line, column, "[[ and ]] do not pair up here", "each [[ needs one ]] after it")
