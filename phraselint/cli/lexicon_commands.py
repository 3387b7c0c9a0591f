"""``phraselint lexicon try|test|list|add``: what the writers of a phrasebook do."""

import json
import os
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from phraselint.cli import added, tested
from phraselint.cli.completing import ids
from phraselint.cli.listing import Row, show_list
from phraselint.cli.named import Book, contents_of, known_entry, nearest_book, one_of
from phraselint.cli.output import opened, say
from phraselint.model.errors import InputError, PatternError
from phraselint.reporters.record import is_one_blank, quoted

if TYPE_CHECKING:
    from phraselint.authoring.examples import Proof
    from phraselint.authoring.rule_proofs import RuleProof
    from phraselint.authoring.trying import Found
    from phraselint.book.contents import Contents

app = typer.Typer(name="lexicon", help="Try patterns; test, list and add entries.", no_args_is_help=True)


_QUOTES = "; a phrase of several words needs quotes around it"


@app.command("try", context_settings={"ignore_unknown_options": True})  # a text may start with a dash
def try_(
    pattern: Annotated[str, typer.Argument(help="A phrase pattern.")],
    text: Annotated[list[str] | None, typer.Argument(help="Texts to try it on, - for standard input.")] = None,
    markup: Annotated[str, typer.Option("--markup", metavar="html|markdown|plain", help="What the text is.")] = "plain",
    typos: Annotated[bool, typer.Option("--typos", help="Forgive spelling slips.")] = False,
    case: Annotated[str, typer.Option("--case", metavar="exact|any", help="Whether case counts.")] = "any",
    format: Annotated[str, typer.Option("--format", metavar="text|json", help="How to answer.")] = "text",
) -> None:
    """Show what one pattern matches in texts, without the linter's context."""
    from phraselint.authoring.trying import try_all
    from phraselint.text.fold import MARKUPS

    one_of("--markup", markup, MARKUPS)
    one_of("--case", case, ("exact", "any"))
    one_of("--format", format, ("text", "json"))
    if not text:
        raise InputError(f"no text to try it on: lexicon try '{pattern}' 'a text', or - for standard input{_QUOTES}")
    texts = [_stdin() if each == "-" else each for each in text]
    exact = case == "exact"
    try:
        found = try_all(pattern, texts, markup=markup, typos=typos, case_exact=exact)
    except PatternError as error:
        raise _wrong(error, pattern, format) from None
    if format == "json":
        _show_json(found)
        return
    missed = [] if typos else [each for each, matches in zip(texts, found, strict=True) if not matches]
    tried = try_all(pattern, missed, markup=markup, typos=True, case_exact=exact) if missed else []
    slips = dict(zip(missed, map(len, tried), strict=True))
    _show_text(found, texts, slips)
    if (
        not any(found)
        and not any(slips.values())
        and "-" not in text
        and not any(map(str.isspace, pattern + "".join(texts)))
    ):
        say(f"'{pattern}' was tried on {' and '.join(map(repr, texts))}{_QUOTES}")


def _show_json(found: "list[list[Found]]") -> None:
    """Writes a line for each text."""
    with opened(None, "json") as out:
        for matches in found:
            rows = [{"start": start, "end": end, "text": words} for start, end, words in matches]
            out.write(json.dumps({"matches": rows}, ensure_ascii=False) + "\n")


def _wrong(error: PatternError, pattern: str, format: str = "text") -> typer.Exit:
    """Tells what is wrong with a pattern; the end of the program, to be raised."""
    if format == "json":
        _show_error(error)
    else:
        say(_pointed(error, pattern))
    return typer.Exit(2)


def _show_error(error: PatternError) -> None:
    """Writes a pattern's error as JSON."""
    about = {"column": error.column, "message": error.message, "hint": error.hint}
    with opened(None, "json") as out:
        out.write(json.dumps({"error": about}, ensure_ascii=False) + "\n")


def _pointed(error: PatternError, pattern: str) -> str:
    """The error with the pattern and a caret below the mark at fault."""
    return f"column {error.column}: {error.message}\n  {pattern}\n  {' ' * (error.column - 1)}^\n{error.hint}".rstrip()


def _show_text(found: "list[list[Found]]", texts: list[str], slips: dict[str, int]) -> None:
    """Writes each match in its line, the texts without one where there are several, and the sum; ``slips`` by text."""
    from phraselint.reporters.excerpt import excerpt

    with opened(None, None) as out:
        for text, matches in zip(texts, found, strict=True):
            for start, end, _ in matches:
                for line in excerpt(text, start, end, 98):
                    out.write(f"  {line.text}\n  {line.mark}\n")
            if not matches and len(texts) > 1:
                none = "no match as it is written, one as a spelling slip" if slips.get(text) else "no match"
                out.writelines(f"  {line.text}\n  {none}\n" for line in excerpt(text, 0, 0, 98)[:1])
        count, slipped = sum(map(len, found)), sum(slips.get(text, 0) for text in texts)
        more = f"; {slipped} more as a spelling slip, which a phrasebook forgives and --typos shows" if slipped else ""
        out.write(f"{count} {'match' if count == 1 else 'matches'}{more}\n")


@app.command("test")
def prove(
    lexicon: Book = None,
    id: Annotated[
        list[str] | None, typer.Option("--id", help="Only this entry or rule; may be repeated.", autocompletion=ids)
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Exit code 1 where an entry has no example.")] = False,
) -> None:
    """Prove every entry and rule by its examples; nothing that an entry offers may be flagged."""
    from phraselint.authoring.proving import failures, proofs
    from phraselint.cli.books import open_book
    from phraselint.engine.linter import Linter

    path = nearest_book(lexicon)
    contents = contents_of(path)
    ids = [known_entry(contents, each).id for each in id or []]
    wanted = list(proofs(contents, ids))
    failed = [str(each) for each in failures(wanted, Linter(open_book(path)))]
    of = " and ".join(_counted(wanted)) + _own(wanted, contents)
    with opened(None, None) as out:
        out.writelines(f"{line}\n" for line in failed)
        out.write(f"{len(wanted) - len(failed):,} of {len(wanted):,} examples and replacements of {of} hold\n")
    bare = tested.tell(contents, ids)
    raise typer.Exit(1 if failed or (strict and bare) else 0)


def _own(proofs: "list[Proof | RuleProof]", contents: "Contents") -> str:
    """How many of them stand in the phrasebook itself, where others stand in what it extends."""
    path = contents.sources[0][0]
    own = sum(os.path.realpath(proof.place.path) == path for proof in proofs)
    return f" ({own:,} of them in {os.path.basename(path)})" if 0 < own < len(proofs) else ""


def _counted(proofs: "list[Proof | RuleProof]") -> Iterator[str]:
    """``57 entries``, ``33 rules``."""
    from phraselint.authoring.rule_proofs import RuleProof

    rules = {proof.id for proof in proofs if isinstance(proof, RuleProof)}
    entries = {proof.id for proof in proofs} - rules
    if entries or not rules:
        yield f"{len(entries):,} {'entry' if len(entries) == 1 else 'entries'}"
    if rules:
        yield f"{len(rules):,} {'rule' if len(rules) == 1 else 'rules'}"


@app.command("list")
def list_(
    lexicon: Book = None,
    format: Annotated[str, typer.Option("--format", metavar="text|json", help="How to show them.")] = "text",
) -> None:
    """List the entries of the phrasebook: id, category, severity, pack and what they offer first."""
    one_of("--format", format, ("text", "json"))
    contents = contents_of(nearest_book(lexicon))
    off = contents.off
    rows = [
        {
            "id": entry.id,
            "category": entry.category,
            "severity": "off" if entry.id in off else str(entry.severity),
            "pack": entry.pack,
            "in_place_of": entry.in_place_of.pack if entry.in_place_of else None,
            "phrases": [phrase.source for phrase in entry.phrases],
            "instead": [each.say for each in entry.instead],
        }
        for entry in contents.entries
    ]
    own = {entry.id for entry in contents.entries if any(phrase.instead for phrase in entry.phrases)}
    show_list(rows, ("id", "category", "severity", "pack"), lambda row: _about(row, own), format)


def _about(row: Row, own: set[str]) -> str:
    """What an entry offers first, and which pack's entry of the same id it stands in place of."""
    replaced = f"(in place of the one of {row['in_place_of']})" if row["in_place_of"] else ""
    return f"{_first_offer(row, own)} {replaced}".strip()


def _first_offer(row: Row, own: set[str]) -> str:
    """The first wording that an entry offers; else whether to leave it out, or what to do. ``own`` do so by phrase."""
    instead: list[str] = row["instead"]
    if not instead and row["id"] in own:
        return "(each phrase has its own)"
    wordings = [each for each in instead if each and not is_one_blank(each)]
    return next(iter(wordings), "(leave it out)" if "" in instead else "".join(map(quoted, instead[:1])))


@app.command("add")
def add(  # noqa: PLR0913, PLR0917 - each is a line of its help
    phrase: Annotated[str, typer.Argument(help="What to avoid: a phrase pattern.")],
    instead: Annotated[
        list[str] | None, typer.Option("--instead", help="What to say instead; may be repeated.")
    ] = None,
    id: Annotated[str, typer.Option("--id", help="The id; else it is made from the phrase.")] = "",
    category: Annotated[str, typer.Option("--category", help="Its category.")] = "own",
    why: Annotated[str, typer.Option("--why", help="Why to avoid it: what the customer hears.")] = "",
    passes: Annotated[list[str] | None, typer.Option("--pass", help="A text that is fine; may be repeated.")] = None,
    lexicon: Book = None,
) -> None:
    """Add an entry with examples to the phrasebook, if it can be proved; all other lines stay as they are."""
    from phraselint.authoring.adding import NewEntry, add_proved

    path = nearest_book(lexicon)
    if path is None:
        raise InputError("there is no lexicon.yaml here or above; 'phraselint init' makes one")
    if not all(each.strip() for each in instead or ()):
        raise InputError('--instead: nothing is written; what is to be left out is marked by say: "" in the phrasebook')
    try:
        new = NewEntry(phrase, tuple(instead or ()), id, category, why, tuple(passes or ()))
        with added.compiling():
            name, failed = add_proved(path, new, lambda name: added.failed(path, name))
            found = [] if failed else added.others(path, name)
    except PatternError as error:
        raise _wrong(error, phrase) from None
    raise typer.Exit(added.told(path, name, failed, added.lacking(why, passes), found))


def _stdin() -> str:
    from phraselint.readers.decoding import decode
    from phraselint.readers.files import data_of

    return decode(data_of("-")).text
