"""``phraselint explain`` and ``phraselint init``: what an entry or a rule is about, and a phrasebook to start from."""

from collections.abc import Iterator
from typing import Annotated

import typer

from phraselint.book.contents import Condition, Conditions, Contents, Entry, Patch, Reference, Replacement, Rule
from phraselint.book.pattern import Pattern
from phraselint.book.settings import shown
from phraselint.cli.lexicon_commands import Book, nearest_book
from phraselint.cli.output import opened, say
from phraselint.model.errors import InputError


def explain(
    id: Annotated[str, typer.Argument(help="The id of an entry or a service rule.")],
    lexicon: Book = None,
) -> None:
    """Say why an entry or a rule flags what it flags, what it offers instead, and where it is switched on."""
    from phraselint.book.loader import load_contents

    contents = load_contents(nearest_book(lexicon))
    known = known_entry(contents, id)
    with opened(None, None) as out:
        out.writelines(f"{line}\n" for line in _explained(known, contents))


def init(
    path: Annotated[str, typer.Argument(help="The file to write.")] = "lexicon.yaml",
) -> None:
    """Write a commented phrasebook to start from; a file that is there already stays as it is."""
    from phraselint.authoring.starting import start

    start(path)
    say(f"wrote {path}: change it, then 'phraselint lexicon test'")


def known_entry(contents: Contents, name: str) -> Entry | Rule:
    """The entry or rule of that id. Raises InputError with the nearest id."""
    known: dict[str, Entry | Rule] = {rule.id: rule for rule in contents.rules}
    known.update({entry.id: entry for entry in contents.entries})
    if name in known:
        return known[name]
    from phraselint.book.nearest import nearest

    near = nearest(name, known)
    raise InputError(f"there is no entry or rule '{name}'" + (f"; did you mean '{near}'?" if near else ""))


def _explained(known: Entry | Rule, contents: Contents) -> Iterator[str]:
    if isinstance(known, Entry):
        yield from explained(known)
    else:
        from phraselint.cli.rule_explained import explained_rule

        yield from explained_rule(known, contents)
    yield from (_changed(patch) for patch in contents.patches if patch.id == known.id)


def explained(entry: Entry) -> Iterator[str]:
    """The lines that explain an entry."""
    yield f"{entry.id}: {entry.severity}, {entry.category}"
    if entry.why:
        yield f"why: {' '.join(entry.why.split())}"
    yield "avoid:"
    yield from (f"  {phrase.source}{_conditions(phrase.when or (), phrase.unless or ())}" for phrase in entry.phrases)
    if entry.when or entry.unless:
        yield f"only{_conditions(entry.when, entry.unless)}"
    if entry.instead:
        yield "say instead:"
        yield from (f"  {_offered(each)}" for each in entry.instead)
    if entry.examples:
        yield "examples:"
        yield from (f"  {example.kind}: {_marked(example.text, example.spans)}" for example in entry.examples)
    yield f"switched on by: {entry.place.path}:{entry.place.line} ({entry.pack})"


def _offered(replacement: Replacement) -> str:
    said = f'"{replacement.say}"' if replacement.say else "leave it out"
    return f"{said} ({replacement.safety}){_conditions(replacement.when, replacement.unless)}"


def _conditions(when: Conditions, unless: Conditions) -> str:
    """`` when reply_to is thanks; unless before is "there {be}"``."""
    parts = [f" when {_worded(each)}" for each in when] + [f" unless {_worded(each)}" for each in unless]
    return ";".join(parts)


def _worded(condition: Condition) -> str:
    return f"{condition.name.replace('_', ' ')} is {' or '.join(map(_value, condition.values))}"


def _value(value: str | Pattern | Reference) -> str:
    if isinstance(value, str):
        return value
    return value.name if isinstance(value, Reference) else f'"{value.source}"'


def _marked(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    for start, end in reversed(spans):
        text = f"{text[:start]}[[{text[start:end]}]]{text[end:]}"
    return text.replace("\n", " ")


def _changed(patch: Patch) -> str:
    settings = [f"{name}: {shown(value)}" for name, value in patch.keys.items()]
    changes = [f"severity {patch.severity}"] if patch.severity else []
    what = "switched off" if patch.off else ", ".join(changes + settings) or "changed"
    return f"{what} by: {patch.place.path}:{patch.place.line}{_conditions(patch.when, ())}"
