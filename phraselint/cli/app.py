"""The whole command line in Typer: help, mistakes, completion, and every command; ``run`` gives the exit code."""

from collections.abc import Callable
from typing import Annotated, Any

import typer

from phraselint.cli import book_commands, completing, lexicon_commands, rule_commands
from phraselint.cli.named import written
from phraselint.cli.options import OPTIONS, SEVERAL, CheckOptions, FixOptions, split_names
from phraselint.model.version import VERSION

app = typer.Typer(
    name="phraselint",
    help="A linter for how a company speaks to its customers.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.add_typer(lexicon_commands.app)
app.add_typer(rule_commands.app)
app.command("explain")(book_commands.explain)
app.command("init")(book_commands.init)


CLOSED_PIPE = 141  # who read our output has gone (``| head``): no mistake, but no verdict either
VERDICTS = (["check"], ["fix"], ["lexicon", "test"])


def run(argv: list[str]) -> int:
    """Runs a command line; 2 for a mistake in it, as for all else that is wrong with what we were given."""
    try:
        app(args=argv, prog_name="phraselint")
    except SystemExit as stop:
        if isinstance(stop.__context__, BrokenPipeError):
            return CLOSED_PIPE if argv[:1] in VERDICTS or argv[:2] in VERDICTS else 0
        return stop.code if isinstance(stop.code, int) else 0
    return 0


def _option(field: str, about: str) -> Any:
    """An option of the table that the plain parser reads from too; its allowed values are checked and completed."""
    option = OPTIONS[field]
    allowed, many = option.allowed, option.takes == SEVERAL
    kind = "PATH" if option.path else "NAME"
    return typer.Option(
        f"--{field.replace('_', '-')}",
        help=f"{about}: {', '.join(allowed)}." if allowed else f"{about}.",
        metavar=f"{kind},..." if many else kind,
        callback=_one_of(allowed) if allowed else written(kind.lower()),
        autocompletion=(lambda: list(allowed)) if allowed else completing.names if many else None,
    )


def _one_of(allowed: tuple[str, ...]) -> Callable[[Any], Any]:
    """A check of one value, or of a list of names."""

    def check(given: Any) -> Any:
        many = isinstance(given, list | tuple)
        values = [name for each in given for name in split_names([each]) or [each]] if many else [given]
        for value in values:
            if value is not None and value not in allowed:
                raise typer.BadParameter(f"'{value}' is not one of {', '.join(allowed)}")
        return given

    return check


def _show_version(asked: bool) -> None:
    if asked:
        typer.echo(f"phraselint {VERSION}")
        raise typer.Exit


Version = Annotated[bool, typer.Option("--version", help="Show the version.", callback=_show_version, is_eager=True)]


@app.callback()
def phraselint(
    version: Version = False,
) -> None:
    """A linter for how a company speaks to its customers."""


Paths = Annotated[list[str], typer.Argument(metavar="PATH...", help="Files, folders, globs, or - for standard input.")]
Lexicon = Annotated[str | None, _option("lexicon", "The phrasebook; else the nearest lexicon.yaml or the shipped one")]
ReplyTo = Annotated[list[str] | None, _option("reply_to", "What the customer's last message does")]
ChannelName = Annotated[str | None, _option("channel", "Where the draft will be sent, if it does not say so itself")]
Segment = Annotated[str | None, _option("segment", "Who the customer is: a segment that the phrasebook declares")]
Markup = Annotated[str | None, _option("markup", "What the text is, whatever its file ending")]
Select = Annotated[list[str] | None, _option("select", "Only these entries, rules, categories or groups")]
Ignore = Annotated[list[str] | None, _option("ignore", "All but these entries, rules, categories or groups")]
About = Annotated[
    str | None, _option("conversation", "The conversation, as JSON, in which the draft is the agent's next message")
]


@app.command()
def check(  # noqa: PLR0913, PLR0917 - each is a line of its help
    paths: Paths,
    lexicon: Lexicon = None,
    format: Annotated[str | None, _option("format", "How to report")] = None,
    output: Annotated[str | None, _option("output", "Write the report to this file")] = None,
    reply_to: ReplyTo = None,
    channel: ChannelName = None,
    segment: Segment = None,
    markup: Markup = None,
    select: Select = None,
    ignore: Ignore = None,
    conversation: About = None,
    fail_on: Annotated[str | None, _option("fail_on", "The severity from which on the exit code is 1")] = None,
    baseline: Annotated[str | None, _option("baseline", "Leave out the findings that this file knows")] = None,
    write_baseline: Annotated[str | None, _option("write_baseline", "Write such a file instead of a report")] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Exit code 2 where a row was kept aside.")] = False,
    trace: Annotated[bool, typer.Option("--trace", help="Show what let each match stand, or excused it.")] = False,
) -> None:
    """Lint drafts and conversations: exit code 0 clean, 1 findings, 2 something is wrong with what was given."""
    from phraselint.cli.checking import check as check_all

    text = _about_the_text(paths, lexicon, reply_to, channel, segment, markup, select, ignore, conversation)
    options = CheckOptions(
        **text,
        format=format,
        output=output,
        fail_on=fail_on,
        baseline=baseline,
        write_baseline=write_baseline,
        strict=strict,
        trace=trace,
    )
    raise typer.Exit(check_all(options))


@app.command()
def fix(  # noqa: PLR0913, PLR0917 - each is a line of its help
    paths: Paths,
    lexicon: Lexicon = None,
    reply_to: ReplyTo = None,
    channel: ChannelName = None,
    segment: Segment = None,
    markup: Markup = None,
    select: Select = None,
    ignore: Ignore = None,
    conversation: About = None,
    review: Annotated[
        bool, typer.Option("--review", help="Also replacements that may change promise or tone.")
    ] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show what would change, change nothing.")] = False,
    interactive: Annotated[bool, typer.Option("--interactive", help="Ask for each finding; one key answers.")] = False,
) -> None:
    """Write drafts with their safe replacements: - to standard output, files in place.

    Exit code 0 done, whatever is left; 1 with --diff where something would change; 2 something is wrong with what was
    given.
    """
    from phraselint.cli.fixing import fix as fix_all

    text = _about_the_text(paths, lexicon, reply_to, channel, segment, markup, select, ignore, conversation)
    options = FixOptions(**text, review=review, diff=diff, interactive=interactive)
    raise typer.Exit(fix_all(options))


def _about_the_text(  # noqa: PLR0913, PLR0917 - as above
    paths: list[str],
    lexicon: str | None,
    reply_to: list[str] | None,
    channel: str | None,
    segment: str | None,
    markup: str | None,
    select: list[str] | None,
    ignore: list[str] | None,
    conversation: str | None,
) -> dict[str, Any]:
    """The fields that both commands share, as their options hold them."""
    names = {"reply_to": reply_to, "select": select, "ignore": ignore}
    plain = {"lexicon": lexicon, "channel": channel, "segment": segment, "markup": markup}
    plain["conversation"] = conversation
    return {"paths": tuple(paths), **plain, **{field: split_names(given or []) for field, given in names.items()}}
