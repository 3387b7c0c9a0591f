"""Fits a part of a file to its shape: what does not fit is reported and taken out, so readers meet only what fits."""

import re
import unicodedata

from phraselint.book import nearest
from phraselint.book.shape import (
    OFF,
    QUOTE_A_PHRASE,
    Anything,
    Either,
    Keys,
    Many,
    Name,
    Named,
    Number,
    Shape,
    Text,
    Word,
)
from phraselint.book.source import Listing, Node, Scalar, Source, Table

_SHORT = 40  # so much of a wrong value is repeated
NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
PATH_NAME = re.compile(rf"({NAME.pattern}/)?{NAME.pattern}")
NUMBER = re.compile(r"[1-9][0-9]{0,8}")


def fit(node: Node, shape: Shape, source: Source) -> Node | None:
    """The node without what does not fit ``shape``, which is reported; None where it does not fit itself."""
    match shape:
        case Text() | Word() | Name() | Number():
            return _scalar(node, shape, source)
        case Many():
            return _many(node, shape, source)
        case Keys():
            return _keys(node, shape, source)
        case Named():
            return _named(node, shape, source)
        case Either():
            return _either(node, shape, source)
        case Anything():
            return node


def _scalar(node: Node, shape: Text | Word | Name | Number, source: Source) -> Scalar | None:
    if not isinstance(node, Scalar):
        hint = QUOTE_A_PHRASE if shape.what == "a phrase" else ""
        source.wrong(node, f"expected {shape.what} here, not {_kind(node)}", hint)
        return None
    if isinstance(shape, Word):
        return _word(node, shape, source)
    if isinstance(shape, Number):
        return _number(node, shape, source)
    if not node.value.strip() and not (isinstance(shape, Text) and shape.empty):
        source.wrong(node, f"expected {shape.what} here, and nothing is written")
        return None
    return node if isinstance(shape, Text) else _name(node, shape, source)


def _word(node: Scalar, shape: Word, source: Source) -> Scalar | None:
    if node.value in shape.words:
        return node
    hint = shape.off if shape.off and node.value == OFF else shape.other or nearest.hint(node.value, shape.words)
    source.wrong(node, f"'{node.value}' is not {shape.what}", hint)
    return None


def _number(node: Scalar, shape: Number, source: Source) -> Scalar | None:
    if NUMBER.fullmatch(node.value):
        return node
    source.wrong(node, f"'{_short(node.value)}' is not {shape.what}", "write a whole number from 1 on")
    return None


def _name(node: Scalar, shape: Name, source: Source) -> Scalar | None:
    if (PATH_NAME if shape.path else NAME).fullmatch(node.value):
        return node
    plain = unicodedata.normalize("NFKD", node.value.casefold()).encode("ascii", "ignore").decode()  # été: ete
    parts = plain.split("/", 1 if shape.path else 0)
    proper = "/".join(filter(None, ("-".join(re.findall("[a-z0-9]+", part)) for part in parts)))
    hint = nearest.did_you_mean(proper) or "small letters, digits and hyphens, such as no-problem"
    source.wrong(node, f"'{node.value}' is not {shape.what}: small letters, digits and hyphens only", hint)
    return None


def _many(node: Node, shape: Many, source: Source) -> Listing | None:
    if not isinstance(node, Listing):
        if not shape.single:
            source.wrong(node, f"expected a list of {shape.what} here, not {_kind(node)}", "begin each with '- '")
            return None
        node = Listing([node], node.line, node.column)
    elif not node.items and not shape.empty:
        source.wrong(node, f"the list of {shape.what} is empty", "name at least one, or delete the key")
    kept = (fit(item, shape.shape, source) for item in node.items)
    node.items[:] = [item for item in kept if item is not None]
    return node


def _keys(node: Node, shape: Keys, source: Source) -> Table | None:
    if not isinstance(node, Table):
        hint = shape.hint or f"the keys are {', '.join(shape.fields)}"
        source.wrong(node, f"expected {shape.what} here as 'key: value', not {_kind(node)}", hint)
        return None
    meant = set(node.keys)
    for name, (key, value) in list(node.keys.items()):
        known = shape.fields.get(name)
        inside = known.shape if known else shape.more
        if inside is None:
            meant.update(_unknown(key, shape, source))
            del node.keys[name]
        elif value is not None:
            node.keys[name] = key, fit(value, inside, source)
    _complete(node, shape, meant, source)
    return node


def _unknown(key: Scalar, shape: Keys, source: Source) -> tuple[str, ...]:
    """Reports an unknown key and gives the names that it may have been meant to be."""
    near = nearest.nearest(key.value, shape.fields)
    hint = nearest.hint(key.value, shape.fields)
    if shape.hint and not near:
        hint = f"{shape.hint}; {hint}" if hint else shape.hint
    source.wrong(key, f"unknown key '{key.value}' in {shape.what}", hint)
    return (near, *shape.one_of) if near else shape.one_of


def _complete(node: Table, shape: Keys, meant: set[str], source: Source) -> None:
    """Reports what lacks; a key that was ``meant`` and misspelt has been reported already."""
    for name in shape.required:
        if name not in meant:
            source.wrong(node, f"{shape.what} lacks the key '{name}'", f"add '{name}: ...'")
    there = [name for name in shape.one_of if name in node.keys]
    if len(there) > 1:
        source.wrong(node.keys[there[1]][0], f"{shape.what} has '{there[0]}' and '{there[1]}'", "keep one of them")
    elif shape.one_of and not meant.intersection(shape.one_of):
        source.wrong(node, f"{shape.what} needs {' or '.join(map(repr, shape.one_of))}", shape.hint)
    for name, other in shape.needs.items():
        if name in node.keys and other not in meant:
            source.wrong(node.keys[name][0], f"'{name}' needs '{other}' beside it", f"add '{other}: ...'")


def _named(node: Node, shape: Named, source: Source) -> Table | None:
    if not isinstance(node, Table):
        source.wrong(node, f"expected {shape.what} here as 'name: value', not {_kind(node)}")
        return None
    for name, (key, value) in list(node.keys.items()):
        if _scalar(key, shape.key, source) is None:
            del node.keys[name]
        elif value is not None:
            node.keys[name] = key, fit(value, shape.shape, source)
    return node


def _either(node: Node, shape: Either, source: Source) -> Node | None:
    if isinstance(node, Scalar):
        return fit(node, shape.short, source)
    if isinstance(node, Table):
        return fit(node, shape.long, source)
    source.wrong(node, f"expected {shape.what} here, not a list", shape.long.hint)
    return None


def _kind(node: Node) -> str:
    if isinstance(node, Scalar):
        return f"'{_short(node.value)}'" if node.value.strip() else "nothing"
    return "a list" if isinstance(node, Listing) else "keys and values"


def _short(text: str) -> str:
    return text if len(text) <= _SHORT else text[: _SHORT - 1] + "…"
