"""``phraselint rules list|new|page``: the service rules, and what their writers do."""

import os
from typing import Annotated

import typer

from phraselint.cli.listing import show_list
from phraselint.cli.named import Book, contents_of, nearest_book, one_of
from phraselint.cli.output import say
from phraselint.model.errors import InputError

app = typer.Typer(
    name="rules",
    help="List service rules; for those who work on phraselint: start one, write their pages.",
    no_args_is_help=True,
)


@app.command("list")
def list_(
    lexicon: Book = None,
    format: Annotated[str, typer.Option("--format", metavar="text|json", help="How to show them.")] = "text",
) -> None:
    """List the service rules: id, group, severity, what they need and find."""
    from phraselint.authoring.rule_pages import needs_of, rule_rows

    one_of("--format", format, ("text", "json"))
    contents = contents_of(nearest_book(lexicon))
    needs = {rule.id: needs_of(rule) for rule in contents.rules}
    columns = ("id", "group", "severity")
    show_list(rule_rows(contents), columns, lambda row: f"{row['summary']} (needs {needs[row['id']]})", format)


@app.command("new")
def new(
    name: Annotated[str, typer.Argument(metavar="GROUP/ID", help="The group and the id of the rule.")],
) -> None:
    """Start a service rule of phraselint itself, in a checkout of it: a file whose examples fail with what to do next.

    A company changes the rules that there are, and what they listen for, in its phrasebook: under rules and signals.
    """
    from phraselint.authoring.new_rule import start_rule

    path = _seen_from_here(start_rule(name))
    say(f"wrote {path}: change it, then 'phraselint lexicon test --id {name.rpartition('/')[2]}' says what to do next")


def _seen_from_here(path: str) -> str:
    """A path of the checkout; to who stands outside of it, why the file is not where they stand."""
    from phraselint.book.packs import rules_folder

    checkout, here = os.path.realpath(os.path.dirname(rules_folder())), os.path.realpath(".")
    if os.path.join(here, "").startswith(os.path.join(checkout, "")):
        return os.path.relpath(os.path.realpath(path), here)
    return f"{path} (not here: a rule needs a check, which is code of the checkout that this phraselint runs from)"


@app.command("page")
def page(
    id: Annotated[list[str] | None, typer.Argument(help="The ids of rules; without one, all of them.")] = None,
    folder: Annotated[str, typer.Option("--folder", metavar="PATH", help="Where the pages go.")] = "docs/rules",
) -> None:
    """Write the pages of the service rules, made from their files."""
    from phraselint.authoring.rule_pages import INDEX, index, page_of
    from phraselint.book.rules import sound_rules
    from phraselint.reporters.writing import write

    rules = sound_rules()
    pages = {f"{rule.id}.md": page_of(rule) for rule in rules if not id or rule.id in id}
    unknown = sorted(set(id or ()) - {rule.id for rule in rules})
    if unknown:
        from phraselint.book.nearest import hint

        near = hint(unknown[0], [rule.id for rule in rules])
        raise InputError(f"there is no rule '{unknown[0]}'" + (f"; {near}" if near else ""))
    os.makedirs(folder, exist_ok=True)
    for name, content in {**pages, INDEX: index(rules)}.items():
        write(f"{folder}/{name}", content.encode())
    say(f"wrote {len(pages)} {'page' if len(pages) == 1 else 'pages'} and {INDEX} to {folder}")
