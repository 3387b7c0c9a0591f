"""Reads the shipped service rules, rules/<group>/<id>.yaml: ``read_rules``. What is wrong is reported at its place."""

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from phraselint.book import nearest, packs
from phraselint.book.conditions import Names
from phraselint.book.contents import Replacement, Rule, Signal, Trigger
from phraselint.book.entries import read_signal, text, texts
from phraselint.book.fit import NAME, fit
from phraselint.book.marked_yaml import read
from phraselint.book.rule_examples import read_examples
from phraselint.book.rule_shape import RULE
from phraselint.book.settings import native
from phraselint.book.source import MOST_BYTES, Listing, Node, Scalar, Source, Table
from phraselint.model.errors import BookError, Mistake
from phraselint.model.findings import Safety, Severity

BLANK = re.compile(r"\{([^{}]*)\}")
_BLANK_NAME = re.compile(r"[a-z][a-z_]*")
_NO_NAMES = Names(frozenset(), frozenset(), frozenset())


class RuleFile(NamedTuple):
    """One file of a rule: ``real`` its absolute path, ``data`` its bytes; ``rule`` is None where it cannot be used."""

    source: Source
    real: str
    data: bytes
    rule: Rule | None


def read_rules(sound: bool = False) -> list[RuleFile]:
    """The shipped rules, by group and id; ``sound`` says that there are no mistakes in them. Raises OSError."""
    found = []
    for name, path in packs.rule_files().items():
        with open(path, "rb") as file:
            data = file.read(MOST_BYTES + 1)
        found.append(_read(name, path, data, sound))
    return found


def sound_rules() -> list[Rule]:
    """The shipped rules alone. Raises BookError with all that is wrong with their files."""
    files = read_rules()
    mistakes = [mistake for file in files for mistake in file.source.mistakes]
    if mistakes:
        raise BookError(mistakes)
    return [file.rule for file in files if file.rule]


@lru_cache(maxsize=256)  # a rule depends on nothing but its file; books are many in a test run
def _read(name: str, path: str, data: bytes, sound: bool) -> RuleFile:
    source, root = read(path, data)
    source.sound = sound
    table = fit(root, RULE, source) if root is not None else None
    if not NAME.fullmatch(name):
        source.wrong_at(1, 1, f"'{name}' is no name of a rule", "small letters, digits and hyphens: no-name.yaml")
    rule = _rule(name, path, table, source) if isinstance(table, Table) else None
    return RuleFile(source, os.path.realpath(path), data, rule)


def mistakes_of(files: Iterable[RuleFile], names: Names) -> list[Mistake]:
    """All that is wrong with the rules; ``names`` says which signals there are for their triggers."""
    found: list[Mistake] = []
    for file in files:
        mistakes = [*file.source.mistakes, *_unheard(file, names)]
        found += sorted(mistakes, key=lambda each: (each.line, each.column))
    return found


def _unheard(file: RuleFile, names: Names) -> list[Mistake]:
    """The triggers whose signal no one declares."""
    source = replace(file.source, mistakes=[])
    for trigger in file.rule.triggers if file.rule else ():
        if trigger.kind in ("signal", "customer") and trigger.value not in names.signals:
            hint = nearest.hint(str(trigger.value), names.signals)
            source.wrong(trigger.place, f"there is no signal '{trigger.value}'", hint)
    return source.mistakes


def _rule(name: str, path: str, table: Table, source: Source) -> Rule:
    settings = native(table.get("settings")) or {}
    _check_blanks(table, source)
    return Rule(
        id=name,
        group=os.path.basename(os.path.dirname(path)),
        summary=text(table, "summary"),
        why=text(table, "why"),
        severity=Severity(text(table, "severity", Severity.WARNING)),
        place=source.place(table),
        needs=texts(table.get("needs")),
        triggers=tuple(_triggers(table.get("triggers"), source)),
        settings=settings,
        says=text(table, "says"),
        suggest=tuple(_suggestions(table.get("suggest"), source)),
        signals=tuple(_signals(name, table.get("signals"), source)),
        examples=tuple(read_examples(table.get("examples"), settings, source)),
    )


def _triggers(node: Node | None, source: Source) -> Iterator[Trigger]:
    for item in node.items if isinstance(node, Listing) else []:
        if isinstance(item, Scalar):
            yield Trigger("signal", item.value, source.place(item))
        elif isinstance(item, Table):
            for kind, (_, value) in item.keys.items():
                if isinstance(value, Listing):
                    yield Trigger(kind, texts(value), source.place(value))
                elif isinstance(value, Scalar):
                    yield Trigger(kind, value.value if kind == "customer" else int(value.value), source.place(value))


def _signals(rule: str, node: Node | None, source: Source) -> Iterator[Signal]:
    for key, value in node.keys.values() if isinstance(node, Table) else ():
        if not key.value.startswith(f"{rule}/"):
            own = f"{rule}/{key.value.rpartition('/')[2]}"
            source.wrong(key, f"the signal '{key.value}' does not belong to this rule", f"write '{own}'")
        yield read_signal(key, value, _NO_NAMES, source)


def _suggestions(node: Node | None, source: Source) -> Iterator[Replacement]:
    for item in node.items if isinstance(node, Listing) else []:
        if isinstance(item, Scalar):
            yield Replacement(item.value, Safety.GUIDE, source.place(item))
        elif isinstance(item, Table) and isinstance(item.get("say"), Scalar):
            yield Replacement(text(item, "say"), Safety(text(item, "safety", Safety.GUIDE)), source.place(item))


def _check_blanks(table: Table, source: Source) -> None:
    """Reports a blank of ``says`` that no check could fill, since no value can have its name."""
    says = table.get("says")
    if isinstance(says, Scalar):
        for found in BLANK.finditer(says.value):
            if not _BLANK_NAME.fullmatch(found[1]):
                column = source.column_in(says, found.start())
                source.wrong_at(says.line, column, f"nobody fills {found[0]}", "a blank is a word in small letters")
