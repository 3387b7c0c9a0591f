"""Which other entries find what a new one finds, and which of them are shown."""

from typing import NamedTuple

from phraselint.authoring.examples import others, rule_ids, run
from phraselint.book.contents import Entry
from phraselint.engine.linter import Linter


class Beside(NamedTuple):
    """Another entry that finds the words of a new one; ``shown``: still, beside it."""

    id: str
    match: str
    shown: bool


def beside(entry: Entry, linter: Linter) -> list[Beside]:
    """The other entries that find the first example of an entry, each once, in the order of the text."""
    example = next((each for each in entry.examples if each.kind == "flag"), None)
    if example is None:
        return []
    without = run(example, example.text, linter, ignore=rule_ids(linter.book) | {entry.id})
    still = {each.rule for each in run(example, example.text, linter).draft_findings}
    found = {each.rule: each.match for each in others(example, entry.id, without, linter)}
    return [Beside(name, match, name in still) for name, match in found.items()]
