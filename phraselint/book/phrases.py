"""Reads the wordings of an entry: patterns, and the two escape hatches, regular expressions and token patterns."""

import importlib.util
import json
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from phraselint.book.conditions import Names, read_conditions, read_pattern
from phraselint.book.contents import Conditions, Phrase, Replacement
from phraselint.book.pattern import AnyWord, Choice, Gap, Inflected, Slot, Symbol, Word
from phraselint.book.pattern import Node as PatternNode
from phraselint.book.replacements import read_replacements
from phraselint.book.shape import TRUE
from phraselint.book.source import Listing, Node, Scalar, Source, Table
from phraselint.book.token_patterns import read_tokens
from phraselint.model.findings import Severity


class Manner(NamedTuple):
    """How the words of a phrase are compared; ``typos`` None lets the pattern decide: slips from two words on."""

    case_exact: bool = False
    typos: bool | None = None


def read_phrases(owner: Table | None, node: Node | None, names: Names, source: Source) -> tuple[Phrase, ...]:
    """The phrases of a fitted list; ``owner`` is the entry whose ``case`` and ``typos`` hold where they say nothing."""
    manner = _manner(owner, Manner()) if owner else Manner()
    return tuple(_phrases(node, manner, names, source))


def most_words(nodes: tuple[PatternNode, ...]) -> int:
    """How many words the longest way through a pattern has; a gap counts for none."""
    return sum(map(_words, nodes))


def _words(node: PatternNode) -> int:
    match node:
        case Word() | Inflected() | AnyWord() | Slot():
            return 1
        case Choice():
            return max(map(most_words, node.options))
        case Gap() | Symbol():
            return 0


def _manner(table: Table, outer: Manner) -> Manner:
    typos = table.get("typos")
    slips = typos.value == TRUE if isinstance(typos, Scalar) else outer.typos
    return Manner(outer.case_exact or "case" in table.keys, slips)


def _phrases(node: Node | None, manner: Manner, names: Names, source: Source) -> Iterator[Phrase]:
    for item in node.items if isinstance(node, Listing) else []:
        if isinstance(item, Scalar):
            phrase = _pattern(item, manner, source)
        elif isinstance(item, Table):
            phrase = _long(item, manner, names, source)
        else:
            phrase = None
        if phrase is not None:
            yield phrase


def _pattern(scalar: Scalar, manner: Manner, source: Source) -> Phrase | None:
    pattern = read_pattern(scalar, source)
    if pattern is None:
        return None
    typos = most_words(pattern.nodes) > 1 if manner.typos is None else manner.typos
    return Phrase(scalar.value, source.place(scalar), pattern, case_exact=manner.case_exact, typos=typos)


def _long(table: Table, manner: Manner, names: Names, source: Source) -> Phrase | None:
    """A phrase with keys of its own; these are read even where its wording cannot be, for their mistakes."""
    severity = table.get("severity")
    when = _own_conditions(table, "when", names, source)
    unless = _own_conditions(table, "unless", names, source)
    instead = _own_instead(table, names, source)
    phrase = _wording(table, _manner(table, manner), source)
    if phrase is None:
        return None
    own = Severity(severity.value) if isinstance(severity, Scalar) else None
    return replace(phrase, severity=own, when=when, unless=unless, instead=instead)


def _own_conditions(table: Table, key: str, names: Names, source: Source) -> Conditions | None:
    return read_conditions(table.get(key), names, source) if key in table.keys else None


def _own_instead(table: Table, names: Names, source: Source) -> tuple[Replacement, ...] | None:
    return read_replacements(table.get("instead"), names, source) if "instead" in table.keys else None


def _wording(table: Table, manner: Manner, source: Source) -> Phrase | None:
    phrase, regex, tokens = (table.get(key) for key in ("phrase", "regex", "tokens"))
    if isinstance(phrase, Scalar):
        return _pattern(phrase, manner, source)
    if isinstance(regex, Scalar):
        return _regex(regex, manner, source)
    return _tokens(tokens, manner, source) if isinstance(tokens, Listing) else None


def _regex(scalar: Scalar, manner: Manner, source: Source) -> Phrase | None:
    """A regular expression, tried by the engine that will run it."""
    try:
        import re2
    except ImportError:
        source.wrong(scalar, "'regex' needs google-re2", "pip install 'phraselint[regex]'")
        return None
    options = re2.Options()
    options.log_errors = False
    try:
        re2.compile(scalar.value, options)
    except re2.error as error:
        source.wrong(scalar, f"not an RE2 expression: {_said(error)}", "RE2 has no look-around and no back-references")
        return None
    return Phrase(
        scalar.value,
        source.place(scalar),
        regex=scalar.value,
        case_exact=manner.case_exact,
        typos=bool(manner.typos),
    )


def _said(error: Exception) -> str:
    said = error.args[0] if error.args else error
    return said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)


def _tokens(node: Listing, manner: Manner, source: Source) -> Phrase | None:
    """A token pattern; spaCy itself comes when it is looked for in a text."""
    if importlib.util.find_spec("spacy") is None:
        source.wrong(node, "'tokens' needs spaCy", "pip install 'phraselint[nlp]'")
        return None
    read = read_tokens(node, source)
    if read is None:
        return None
    written = json.dumps(read, ensure_ascii=False)
    return Phrase(written, source.place(node), tokens=read, case_exact=manner.case_exact, typos=bool(manner.typos))
