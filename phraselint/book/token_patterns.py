"""Reads ``tokens:`` entries: what spaCy's Matcher takes, checked here, so that a mistake shows when the book loads.

Each value is read as its attribute needs it: ``LOWER: 24`` is the text "24", ``LENGTH: 3`` a number. ``REGEX`` is
refused: spaCy runs it with Python's re, whose time may grow without bound, and ``regex:`` entries are there for that.
So are tokens without a limit to their number, with which spaCy's time grows with the cube of a text.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any

from phraselint.book import nearest
from phraselint.book.entry_shape import TOKEN_NUMBERS, TOKEN_SWITCHES, TOKEN_TIMES
from phraselint.book.shape import FALSE, TRUE
from phraselint.book.source import Listing, Node, Scalar, Source, Table

Read = Callable[[Node, Source], Any]

_LISTS = ("IN", "NOT_IN", "IS_SUBSET", "IS_SUPERSET", "INTERSECTS")
_FUZZY = ("FUZZY", *(f"FUZZY{edits}" for edits in range(1, 10)))
_COMPARED = ("==", "!=", ">=", "<=", ">", "<")
_REGEX = "REGEX"
_IOB = "ENT_IOB"  # spaCy compares it with one value only
_WORDS: Mapping[str, tuple[str, ...]] = {
    "POS": tuple("ADJ ADP ADV AUX CCONJ CONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SPACE SYM VERB X".split()),
    _IOB: ("I", "O", "B"),
}
"""The attributes that take words of a fixed list."""

_MORPH = "MORPH"
_FEATURES = re.compile(r"\w{1,40}=[\w,]{1,80}(\|\w{1,40}=[\w,]{1,80})*")

_TIMES = re.compile(r"\?|!|\{(\d{1,2})(?:,(\d{1,2}))?\}|\{,(\d{1,2})\}")
_ENDLESS = re.compile(r"[+*]|\{\d*,\}")
_OPTIONAL = 8  # tokens of one pattern that may be missing: spaCy tries every choice of them at every place


def read_tokens(node: Listing, source: Source) -> tuple[dict[str, Any], ...] | None:
    """The pattern as spaCy takes it; None where it has a mistake, which is reported."""
    before = len(source.mistakes)
    read = tuple(_token(item, source) for item in node.items if isinstance(item, Table))
    if sum(_optional(token.get(TOKEN_TIMES, "")) for token in read) > _OPTIONAL:
        source.wrong(
            node, f"more than {_OPTIONAL} tokens may be missing", "split the pattern, or allow fewer with 'OP'"
        )
    return read if len(source.mistakes) == before else None


def _token(table: Table, source: Source) -> dict[str, Any]:
    """One token: its shape has been checked, so all its attributes are known."""
    given = ((name, value) for name, (_, value) in table.keys.items() if value is not None)
    return {name: _attribute(name, value, source) for name, value in given}


def _attribute(name: str, node: Node, source: Source) -> Any:
    if name == TOKEN_TIMES:
        return _operator(node, source)
    if name in TOKEN_SWITCHES:
        return _switch(node, source)
    if name in TOKEN_NUMBERS:
        return _value(node, _number, (*_COMPARED, *_LISTS[:2]), source)
    read = _text_of(name)
    return read(node, source) if name == _IOB else _value(node, read, (*_LISTS, *_FUZZY), source)


def _value(node: Node, read: Read, predicates: tuple[str, ...], source: Source) -> Any:
    """One value, or what is asked of it: ``{IN: [...]}``."""
    if not isinstance(node, Table):
        return read(node, source)
    return {name: _asked(key, value, read, predicates, source) for name, (key, value) in node.keys.items()}


def _asked(key: Scalar, value: Node | None, read: Read, predicates: tuple[str, ...], source: Source) -> Any:
    if key.value == _REGEX:
        source.wrong(
            key, f"'{_REGEX}' has no place in a phrasebook", "list the words with IN, or write a 'regex:' entry"
        )
    elif key.value not in predicates:
        source.wrong(key, f"a token attribute has no '{key.value}'", nearest.hint(key.value, predicates))
    elif value is not None:
        return _compared(key.value, value, read, source)
    return None


def _compared(name: str, value: Node, read: Read, source: Source) -> Any:
    if name in _LISTS:
        return _list(value, read, source)
    return _value(value, read, _LISTS[:2], source) if name in _FUZZY else read(value, source)


def _list(node: Node, read: Read, source: Source) -> list[Any]:
    if isinstance(node, Listing):
        return [read(item, source) for item in node.items]
    source.wrong(node, "expected a list here", "put the values in [ ]")
    return []


def _text_of(name: str) -> Read:
    words = _WORDS.get(name, ())

    def text(node: Node, source: Source) -> str:
        if not isinstance(node, Scalar):
            source.wrong(node, "expected a text here", "write one word, or {IN: [one, another]}")
            return ""
        if words and node.value not in words:
            source.wrong(node, f"'{node.value}' is no {name}", nearest.hint(node.value, words) or _listed(words))
        if name == _MORPH and not _FEATURES.fullmatch(node.value):
            source.wrong(node, f"'{node.value}' is no {name}", "features and their values, such as Number=Plur")
        return node.value

    return text


def _number(node: Node, source: Source) -> int:
    if isinstance(node, Scalar) and re.fullmatch(r"\d{1,9}", node.value):
        return int(node.value)
    source.wrong(node, "expected a whole number here", "such as 3 or {'>=': 3}")
    return 0


def _switch(node: Node, source: Source) -> bool:
    if not isinstance(node, Scalar) or node.value not in (TRUE, FALSE):
        source.wrong(node, "expected true or false here")
    return isinstance(node, Scalar) and node.value == TRUE


def _operator(node: Node, source: Source) -> str:
    written = node.value if isinstance(node, Scalar) else ""
    if _ENDLESS.fullmatch(written):
        source.wrong(node, f"'{written}' has no end, and spaCy no time for it", "say how many at most, such as '{1,4}'")
    elif not _TIMES.fullmatch(written):
        source.wrong(node, "expected how often the token stands", "'?', '!', '{2}', '{1,4}' or '{,3}', in quotes")
    return written


def _optional(operator: str) -> int:
    """How many of a token's copies may be missing."""
    found = _TIMES.fullmatch(operator)
    if found is None or operator == "!":
        return 0
    least, most, alone = (int(each or 0) for each in found.groups())
    return alone or max(most - least, 0) if operator != "?" else 1


def _listed(words: tuple[str, ...]) -> str:
    return f"expected one of {', '.join(words)}"
