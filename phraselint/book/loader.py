"""Reads a phrasebook with all that it extends: ``load_contents``. Every mistake of every file is reported at once."""

import gc
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from phraselint.book import nearest, packs
from phraselint.book.conditions import Names, read_segment
from phraselint.book.contents import Contents, Entry, Patch, Prefer, Signal
from phraselint.book.entries import plain, read_entry, read_patch, read_prefer, read_signal, text
from phraselint.book.files import File, Files, read_files
from phraselint.book.find import shipped_book
from phraselint.book.rules import RuleFile, mistakes_of, read_rules
from phraselint.book.source import Listing, Scalar, Table
from phraselint.book.team import check_team
from phraselint.model.errors import BookError, Mistake
from phraselint.model.findings import Severity

_GATE = {"block": Severity.ERROR.value, "confirm": Severity.WARNING.value, "suggest": Severity.SUGGESTION.value}


def load_contents(path: str | None = None, sound: bool = False) -> Contents:
    """What the phrasebook at ``path`` (None: the shipped sample) says, joined with its packs; what stands last wins.

    ``sound`` says that it is known to hold no mistake: to show it, its patterns are left unread, which takes a third.

    Raises BookError with all mistakes, the phrasebook's own first, each file's in its order; InputError where the
    phrasebook cannot be opened.
    """
    with without_collection():
        files = read_files(path if path is not None else shipped_book(), sound)
        rules = read_rules(sound)
        names = _names(files, rules)
        contents = _join(files, rules, names)
        _check_ids(files)
        _check_settings(files, names, contents)
    mistakes = _mistakes(files) + mistakes_of(rules, names)
    if mistakes:
        raise BookError(mistakes)
    return contents


@contextmanager
def without_collection() -> Iterator[None]:
    """Keeps the garbage collector out: a book is many small values without a cycle, which it would walk in vain."""
    collected = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collected:
            gc.enable()


def _names(files: Files, rules: list[RuleFile]) -> Names:
    """What conditions and patches of any file may name."""
    signals = {key.value for file in files.layers for key, _ in _pairs(file, "signals")}
    return Names(
        frozenset(node.value for file in files.layers for node in _ids(file, "avoid")),
        frozenset(signals.union(signal.name for signal in _of_rules(rules))),
        frozenset(_segments(files)),
    )


def _of_rules(rules: list[RuleFile]) -> Iterator[Signal]:
    """The signals that the rules bring."""
    for file in rules:
        yield from file.rule.signals if file.rule else ()


def _join(files: Files, rules: list[RuleFile], names: Names) -> Contents:
    own = next(iter(files.read.values()))
    languages = [text(file.table, "language") for file in files.layers if "language" in file.table.keys]
    return Contents(
        name=text(own.table, "name", own.stem),
        version=text(own.table, "version"),
        language=languages[-1] if languages else "en",
        entries=tuple(_entries(files, names)),
        prefer=tuple(_prefer(files, names)),
        signals=tuple(_signals(files, rules, names)),
        patches=tuple(_patches(files, rules, names)),
        segments=tuple(_segments(files)),
        team=_settings(files, "team"),
        gate={**_GATE, **_settings(files, "gate")},
        settings=_settings(files, "check"),
        sources=(
            *((file.real, file.data) for file in files.read.values()),
            *((file.real, file.data) for file in rules),
        ),
        rules=tuple(file.rule for file in rules if file.rule),
    )


def _entries(files: Files, names: Names) -> Iterable[Entry]:
    """The entries by id: the last wins, at the place of the first."""
    joined: dict[str, Entry] = {}
    for file in files.layers:
        for item in file.listed("avoid"):
            if isinstance(item, Table):
                entry = read_entry(item, file.stem, names, file.source)
                before = joined.get(entry.id)
                joined[entry.id] = replace(entry, in_place_of=before) if before else entry
    return joined.values()


def _prefer(files: Files, names: Names) -> Iterable[Prefer]:
    joined: dict[str, Prefer] = {}
    for file in files.layers:
        for item in file.listed("prefer"):
            if isinstance(item, Table):
                prefer = read_prefer(item, names, file.source)
                joined[prefer.id] = prefer
    return joined.values()


def _signals(files: Files, rules: list[RuleFile], names: Names) -> Iterable[Signal]:
    """The signals by name, each with the phrases that its rule and all files give it."""
    joined: dict[str, Signal] = {signal.name: signal for signal in _of_rules(rules)}
    of_rules = sorted(joined)
    for file in files.layers:
        for key, value in _pairs(file, "signals"):
            signal = read_signal(key, value, names, file.source)
            if "/" in signal.name and signal.name not in of_rules:
                file.source.wrong(key, f"no rule has the signal '{signal.name}'", nearest.hint(signal.name, of_rules))
            before = joined.get(signal.name)
            joined[signal.name] = (
                Signal(signal.name, before.phrases + signal.phrases, before.place) if before else signal
            )
    return joined.values()


def _patches(files: Files, rules: list[RuleFile], names: Names) -> Iterable[Patch]:
    """All changes in their order: of two that hold at one place the later wins."""
    by_id = {file.rule.id: file.rule for file in rules if file.rule}
    known = names.entries | packs.rule_files().keys()
    for file in files.layers:
        for key, value in _pairs(file, "rules"):
            if key.value not in known:
                hint = nearest.hint(key.value, known)
                file.source.wrong(key, f"there is no entry or rule '{key.value}'", hint)
            elif value is not None and (key.value in names.entries or key.value in by_id):
                yield read_patch(key, value, names, file.source, by_id.get(key.value))


def _segments(files: Files) -> Iterable[str]:
    found = [item.value for file in files.layers for item in file.listed("segments") if isinstance(item, Scalar)]
    return dict.fromkeys(found)


def _settings(files: Files, key: str) -> Mapping[str, Any]:
    """A mapping of settings: each key as the last file gives it."""
    joined: dict[str, Any] = {}
    for file in files.layers:
        joined.update({name.value: plain(value) for name, value in _pairs(file, key)})
    return joined


def _pairs(file: File, key: str) -> Iterable[tuple[Scalar, Any]]:
    """The keys and values of a mapping of the book."""
    node = file.table.get(key)
    return node.keys.values() if isinstance(node, Table) else ()


def _check_ids(files: Files) -> None:
    """Reports ids that stand twice in a file, or name two different things."""
    rules = packs.rule_files()
    avoided: set[str] = set()
    for file in files.layers:
        first: dict[str, int] = {}
        for key in ("avoid", "prefer"):
            for node in _ids(file, key):
                if node.value in first:
                    file.source.wrong(node, f"the id '{node.value}' stands twice", f"first on line {first[node.value]}")
                elif node.value in rules:
                    file.source.wrong(node, f"'{node.value}' is the id of a service rule", "choose another id")
                elif key == "prefer" and node.value in avoided:
                    file.source.wrong(node, f"'{node.value}' is the id of an entry of 'avoid'", "choose another id")
                first.setdefault(node.value, node.line)
        avoided.update(node.value for node in _ids(file, "avoid"))


def _ids(file: File, key: str) -> Iterable[Scalar]:
    for item in file.listed(key):
        node = item.get("id") if isinstance(item, Table) else None
        if isinstance(node, Scalar):
            yield node


def _check_settings(files: Files, names: Names, contents: Contents) -> None:
    ids = names.entries | packs.rule_files().keys()
    known = ids | {entry.category for entry in contents.entries} | {rule.group for rule in contents.rules}
    for file in files.layers:
        for key, value in _pairs(file, "check"):
            if key.value in ("select", "ignore") and isinstance(value, Listing):
                for item in value.items:
                    if isinstance(item, Scalar) and item.value not in known:
                        hint = nearest.hint(item.value, known)
                        file.source.wrong(item, f"there is no entry, rule or category '{item.value}'", hint)
            elif key.value == "segment" and isinstance(value, Scalar):
                read_segment(value, names, file.source)
        check_team(file.table.get("team"), file.source)


def _mistakes(files: Files) -> list[Mistake]:
    return [
        mistake
        for file in files.read.values()
        for mistake in sorted(file.source.mistakes, key=lambda found: (found.line, found.column))
    ]
