"""Adds an entry to a phrasebook as a person would: lines put after the last entry, all other lines left as they are."""

import json
import os
import re
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

import yaml

from phraselint.authoring.agreement import agreeing
from phraselint.authoring.failures import Failure
from phraselint.book.contents import Contents
from phraselint.book.fit import NAME
from phraselint.book.loader import load_contents
from phraselint.book.parser import parse
from phraselint.book.pattern import AnyWord, Choice, Gap, Inflected, Node, Pattern, Slot, Symbol, Word
from phraselint.book.source import LINE_END
from phraselint.model.errors import BookError, InputError, Mistake
from phraselint.reporters.writing import write

BREAKS = ("\n", "\r", "\x85", "\u2028", "\u2029")
VALUES = {
    "number": "3",
    "money": "$20",
    "date": "May 5",
    "time": "3 pm",
    "duration": "two days",
    "email": "ann@example.com",
    "url": "https://example.com",
    "name": "Ann",
}


class NewEntry(NamedTuple):
    """What ``lexicon add`` was told."""

    phrase: str
    instead: tuple[str, ...] = ()
    id: str = ""
    category: str = "own"
    why: str = ""
    passes: tuple[str, ...] = ()


def add_entry(path: str, new: NewEntry) -> str:
    """Adds an entry with a first example to the phrasebook at ``path``, and gives its id.

    Raises PatternError; BookError where the book is wrong, without or with the entry; InputError where the id is taken,
    or where the file has a form that lines cannot be added to. The file is then as it was.
    """
    pattern = parse(new.phrase)
    contents = load_contents(path)
    spoken = sample(pattern)
    new = new._replace(id=new.id or slug(spoken))
    _check_id(new.id, contents)
    with open(path, encoding="utf-8", newline="") as file:
        text = file.read()
    longer = with_entry(text, new, spoken, question=pattern.question)
    _prove(path, text, longer)
    write(path, longer.encode())
    return new.id


def add_proved(path: str, new: NewEntry, prove: Callable[[str], list[Failure]]) -> tuple[str, list[Failure]]:
    """Adds an entry that holds: its id, and what ``prove`` finds wrong with it. Raises as ``add_entry`` does.

    Where that is anything, or proving is broken off, the file is put back as it was.
    """
    with open(path, "rb") as file:
        before = file.read()
    name = add_entry(path, new)
    failed = None
    try:
        failed = prove(name)
    finally:
        if failed != []:
            write(path, before)
    return name, failed


def with_entry(text: str, new: NewEntry, spoken: str, question: bool = False) -> str:
    """``text`` of a phrasebook with the entry after the last one of ``avoid``. Raises InputError."""
    found = LINE_END.search(text)
    end = found[0] if found else "\n"
    place, indent, head = _place(text)
    lines = [*head, *(" " * indent + line for line in entry_lines(new, spoken, question))]
    before = text[:place]
    if before and not before.endswith(BREAKS):
        before += end
    return before + end.join(lines) + end + text[place:]


def entry_lines(new: NewEntry, spoken: str, question: bool = False) -> list[str]:
    """The lines of the entry, its first example among them."""
    example = f"[[{spoken[:1].upper()}{spoken[1:]}]]{'?' if question else '.'}"
    lines = [f"- id: {_name(new.id)}", f"  category: {_name(new.category)}", "  severity: warning"]
    lines.append(f"  phrases: [{_quoted(new.phrase)}]")
    if new.why:
        lines.append(f"  why: {_quoted(new.why)}")
    if new.instead:
        lines += ["  instead:", *(f"    - {_quoted(each)}" for each in new.instead)]
    passes = (f"    - pass: {_quoted(each)}" for each in new.passes)
    return [*lines, "  examples:", f"    - flag: {_quoted(example)}", *passes]


def sample(pattern: Pattern) -> str:
    """The shortest text that a pattern matches, as it would be typed."""
    words = " ".join(_sampled(pattern.nodes))
    return re.sub(r"(?<=\d) (?=[%*])|(?<=\*) (?=\d)", "", words)


def _sampled(nodes: Iterable[Node], before: str = "") -> list[str]:
    words: list[str] = []
    for node in nodes:
        match node:
            case Word(text=text) | Symbol(text=text):
                words.append(text)
            case Inflected(text=text):
                words.append(agreeing(text, words[-1] if words else before))
            case AnyWord():
                words.append("really")
            case Slot(kind=kind):
                words.append(VALUES[kind])
            case Choice(options=options, optional=False):
                said = words[-1] if words else before
                words += min((_sampled(option, said) for option in options), key=_count)
            case Choice() | Gap():
                continue
    return words


def _count(words: Iterable[str]) -> int:
    return len(list(words))


def slug(text: str) -> str:
    """An id from words: ``no-biggie``."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower().replace("'", "").replace("’", "")).strip("-") or "entry"


def _check_id(name: str, contents: Contents) -> None:
    place = next((entry.place for entry in contents.entries if entry.id == name), None)
    if place:
        raise InputError(f"there is an entry '{name}' already, at {place.path}:{place.line}; give another one by --id")


def _place(text: str) -> tuple[int, int, list[str]]:
    """Where the lines go (the offset of a line's start), their indentation, and lines to put before them.

    ``text`` is a phrasebook that could be read: keys and values, where ``avoid`` is a list.
    """
    root: Any = yaml.compose(text, Loader=yaml.SafeLoader)
    if root.flow_style:
        raise InputError("the phrasebook is written in { }; write its keys on lines of their own first")
    key, avoid = next(((key, value) for key, value in root.value if key.value == "avoid"), (None, None))
    if key is None or avoid is None:
        return len(text), 2, ["", "avoid:"]
    if not avoid.flow_style:
        return _line_after(text, _last_index(avoid)), avoid.start_mark.column, []
    line = key.start_mark.line + 1
    raise InputError(f"line {line}: 'avoid' is written in [ ]; write its entries as a list of '- id: ...' first")


def _last_index(node: yaml.Node) -> int:
    """The offset of the last character of the last value in a node, comments after it not counted."""
    if isinstance(node, yaml.ScalarNode) or getattr(node, "flow_style", False):
        last: int = node.end_mark.index - 1
        return last
    children = [each[1] for each in node.value] if isinstance(node, yaml.MappingNode) else node.value
    return _last_index(children[-1]) if children else int(node.end_mark.index) - 1


def _line_after(text: str, index: int) -> int:
    """The offset of the line after the one of ``index``."""
    found = LINE_END.search(text, index)
    return found.end() if found else len(text)


def _name(text: str) -> str:
    """A name as it is, and quoted where it is none, so that the error says so and nothing else."""
    return text if NAME.fullmatch(text) else _quoted(text)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _prove(path: str, old: str, text: str) -> None:
    """Reads the new text as a phrasebook, beside the old one so that what it extends is found. Raises BookError."""
    aside = os.path.join(os.path.dirname(os.path.abspath(path)), f".{os.getpid()}-{os.path.basename(path)}")
    try:
        write(aside, text.encode())
        load_contents(aside)
    except BookError as error:
        raise BookError([_placed(each, path, aside, old, text) for each in error.mistakes]) from None
    finally:
        if os.path.exists(aside):
            os.unlink(aside)


def _placed(mistake: Mistake, path: str, aside: str, old: str, new: str) -> Mistake:
    """A mistake of the longer text as the writer sees it: in the new entry, which no file holds, or in the file."""
    if mistake.path != aside:
        return mistake
    start = _place(old)[0]
    first = _lines(old[:start]) + (start > 0 and not old[:start].endswith(BREAKS)) + 1
    more = _lines(new) - _lines(old)
    if mistake.line < first:
        return mistake._replace(path=path)
    if mistake.line < first + more:
        return mistake._replace(path="the new entry", line=mistake.line - first + 1)
    return mistake._replace(path=path, line=mistake.line - more)


def _lines(text: str) -> int:
    """How many lines end in a text."""
    return sum(1 for _ in LINE_END.finditer(text))
