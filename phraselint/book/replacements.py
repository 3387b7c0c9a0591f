"""Reads what to say instead of a phrase."""

import re
from collections.abc import Iterable, Iterator

from phraselint.book import nearest
from phraselint.book.conditions import Names, read_conditions
from phraselint.book.contents import Phrase, Replacement
from phraselint.book.pattern import Choice, Slot
from phraselint.book.pattern import Node as PatternNode
from phraselint.book.source import Listing, Node, Scalar, Source, Table
from phraselint.model.findings import Safety

_BLANK = re.compile(r"\{[^{}]*\}")
_SLOT = re.compile(r"<([a-z]+)>")


def read_replacements(node: Node | None, names: Names, source: Source) -> tuple[Replacement, ...]:
    """The replacements of a fitted ``instead``; their safety is ``review``, or ``guide`` where they have {blanks}."""
    return tuple(_replacements(node, names, source))


def check_slots(replacements: Iterable[Replacement], phrases: Iterable[Phrase], source: Source) -> None:
    """Reports each ``<slot>`` of a replacement that no pattern among ``phrases`` can fill."""
    patterns = [phrase.pattern for phrase in phrases if phrase.pattern and not source.sound]
    held = sorted({slot for pattern in patterns for slot in _slots(pattern.nodes)})
    for replacement in replacements if patterns else ():
        for found in _SLOT.finditer(replacement.say):
            if found[1] not in held:
                hint = nearest.hint(found[1], held) or "a replacement may reuse a slot of its phrase"
                source.wrong(replacement.place, f"no phrase here has the slot {found[0]}", hint)


def _replacements(node: Node | None, names: Names, source: Source) -> Iterator[Replacement]:
    for item in node.items if isinstance(node, Listing) else []:
        if isinstance(item, Scalar):
            yield Replacement(item.value, _default(item.value), source.place(item))
        elif isinstance(item, Table):
            yield from _long(item, names, source)


def _long(table: Table, names: Names, source: Source) -> Iterator[Replacement]:
    when = read_conditions(table.get("when"), names, source)
    unless = read_conditions(table.get("unless"), names, source)
    say = table.get("say")
    if isinstance(say, Scalar):
        yield Replacement(say.value, _safety(table, say.value, source), source.place(say), when, unless)


def _safety(table: Table, say: str, source: Source) -> Safety:
    safety = table.get("safety")
    if not isinstance(safety, Scalar):
        return _default(say)
    if safety.value != Safety.GUIDE and _BLANK.search(say):
        source.wrong(safety, f"a replacement with {{blanks}} cannot be '{safety.value}'", "write 'safety: guide'")
    return Safety(safety.value)


def _default(say: str) -> Safety:
    return Safety.GUIDE if _BLANK.search(say) else Safety.REVIEW


def _slots(nodes: Iterable[PatternNode]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, Slot):
            yield node.kind
        elif isinstance(node, Choice):
            for option in node.options:
                yield from _slots(option)
