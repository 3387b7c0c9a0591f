"""``phraselint explain`` and ``phraselint init``: what an entry or a rule is about, and a phrasebook to start from."""

import os
from collections.abc import Iterable, Iterator
from typing import Annotated

import typer

from phraselint.book.contents import Contents, Entry, Patch, Rule
from phraselint.book.find import BOOK, NAMES
from phraselint.book.settings import shown
from phraselint.cli.completing import ids
from phraselint.cli.entry_explained import conditions, explained
from phraselint.cli.named import Book, contents_of, known_entry, nearest_book, written
from phraselint.cli.output import opened, say


def explain(
    id: Annotated[
        str, typer.Argument(help="The id of an entry or a service rule; a category or a group.", autocompletion=ids)
    ],
    lexicon: Book = None,
    whole: Annotated[bool, typer.Option("--all", help="Every phrase, condition, list and example.")] = False,
) -> None:
    """Say why an entry or a rule flags what it flags, what it offers instead, and where it is switched on."""
    from phraselint.engine.suppress import ABOUT

    if id in ABOUT:
        _show([f"{id}: suggestion, suppression", f"why: {ABOUT[id]}"])
        return
    contents = contents_of(nearest_book(lexicon))
    everything: list[Entry | Rule] = [*contents.entries, *contents.rules]
    members = [each for each in everything if _kind(each) == id]
    if members and all(each.id != id for each in everything):
        _show(_listed(id, members))
        return
    known = known_entry(contents, id, map(_kind, everything))
    _show(_explained(known, contents, whole))


def _kind(each: Entry | Rule) -> str:
    """The category of an entry, the group of a rule."""
    return each.category if isinstance(each, Entry) else each.group


def _listed(name: str, members: list[Entry | Rule]) -> Iterator[str]:
    """What a category of entries or a group of rules holds: each one's id, and why or what it finds."""
    what = "a category of entries" if isinstance(members[0], Entry) else "a group of rules"
    yield f"{name}: {what}, which --select and --ignore take as well"
    for each in members:
        about = " ".join((each.why if isinstance(each, Entry) else each.summary).split())
        yield f"  {each.id}: {about}" if about else f"  {each.id}"


def _show(lines: Iterable[str]) -> None:
    """Writes lines to standard output."""
    with opened(None, None) as out:
        out.writelines(f"{line}\n" for line in lines)


def init(
    path: Annotated[str, typer.Argument(help="The file to write.", callback=written("path"))] = BOOK,
) -> None:
    """Write a commented phrasebook to start from; a file that is there already stays as it is."""
    from phraselint.authoring.starting import start

    start(path)
    found = os.path.basename(path) in NAMES
    named = "" if found else f" --lexicon {path}"
    only = "" if found else f"; only a file called {' or '.join(NAMES)} is found without being named"
    say(f"wrote {path}: change it, then 'phraselint lexicon test{named}'{only}")


def _explained(known: Entry | Rule, contents: Contents, whole: bool) -> Iterator[str]:
    if isinstance(known, Entry):
        lines = explained(known, whole)
    else:
        from phraselint.cli.rule_explained import explained_rule

        lines = explained_rule(known, contents, whole)
    yield next(lines)
    yield from (_changed(patch) for patch in contents.patches if patch.id == known.id)
    yield from lines


def _changed(patch: Patch) -> str:
    settings = [f"{name}: {shown(value)}" for name, value in patch.keys.items()]
    changes = [f"severity {patch.severity}"] if patch.severity else []
    what = "switched off" if patch.off else ", ".join(changes + settings) or "changed"
    return f"{what} by: {patch.place.path}:{patch.place.line}{conditions(patch.when, ())}"
