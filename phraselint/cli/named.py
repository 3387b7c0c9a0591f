"""What the words of a command line name: a phrasebook, an entry or a rule, one of several values."""

from collections.abc import Callable, Iterable
from typing import Annotated, Any

import typer

from phraselint.book.contents import Contents, Entry, Rule
from phraselint.model.errors import InputError


def written(what: str) -> Callable[[Any], Any]:
    """A check that a value is written, not empty (a variable of the shell that is not set)."""

    def check(given: Any) -> Any:
        many = isinstance(given, list | tuple)
        values = given if many else [given]
        if any(value is not None and not value.strip(", " if many else None) for value in values):
            raise typer.BadParameter(f"expected a {what} here, and nothing is written")
        return given

    return check


Book = Annotated[
    str | None,
    typer.Option("--lexicon", metavar="PATH", help="The phrasebook; else the nearest one.", callback=written("path")),
]


def nearest_book(lexicon: str | None) -> str | None:
    """The phrasebook asked for, else of pyproject.toml, else the nearest one; None for the shipped one."""
    from phraselint.book.find import find_book
    from phraselint.cli.settings import project_settings

    return lexicon or project_settings().get("lexicon") or find_book(".")


def contents_of(path: str | None) -> Contents:
    """What a phrasebook says, to be shown or proved: of one that is compiled already the patterns are not read again.

    Raises BookError, InputError.
    """
    from phraselint.book.loader import load_contents
    from phraselint.match.library import is_kept

    return load_contents(path, sound=is_kept(path))


def known_entry(contents: Contents, name: str, others: Iterable[str] = ()) -> Entry | Rule:
    """The entry or rule of that id. Raises InputError with the nearest id, or of ``others`` that may be meant."""
    known: dict[str, Entry | Rule] = {rule.id: rule for rule in contents.rules}
    known.update({entry.id: entry for entry in contents.entries})
    if name in known:
        return known[name]
    from phraselint.book.nearest import meant

    hint = meant(name, {*known, *others}) or "; 'phraselint lexicon list' and 'phraselint rules list' name them all"
    raise InputError(f"there is no entry or rule '{name}'{hint}")


def one_of(option: str, value: str, allowed: tuple[str, ...]) -> None:
    """Raises typer.BadParameter where the value of an option is none of those allowed."""
    if value not in allowed:
        raise typer.BadParameter(f"'{value}' is not one of {', '.join(allowed)}", param_hint=option)
