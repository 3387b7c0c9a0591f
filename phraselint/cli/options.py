"""What a command line asks for: one value a command, whoever parsed it, and one table of the options."""

from __future__ import annotations

from phraselint.model.conversation import ACTS, CHANNELS
from phraselint.model.findings import Severity
from phraselint.model.values import NamedTuple

FORMATS = ("terminal", "jsonl", "json", "csv", "sarif", "github", "junit")
KINDS_OF_TEXT = ("plain", "markdown", "html", "mail")
REPLIES = (*ACTS, "none")
LEVELS = (*Severity, "off")


class CheckOptions(NamedTuple):
    """What ``check`` is to do; None where the command line is silent and a setting may speak."""

    paths: tuple[str, ...] = ()
    lexicon: str | None = None
    format: str | None = None
    output: str | None = None
    reply_to: tuple[str, ...] = ()
    channel: str | None = None
    segment: str | None = None
    markup: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    conversation: str | None = None
    fail_on: str | None = None
    baseline: str | None = None
    write_baseline: str | None = None
    strict: bool = False
    trace: bool = False


class FixOptions(NamedTuple):
    """What ``fix`` is to do; None where the command line is silent and a setting may speak."""

    paths: tuple[str, ...] = ()
    lexicon: str | None = None
    reply_to: tuple[str, ...] = ()
    channel: str | None = None
    segment: str | None = None
    markup: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    conversation: str | None = None
    review: bool = False
    diff: bool = False
    interactive: bool = False


NOTHING, ONE, SEVERAL = "nothing", "one", "several"
"""How many values an option takes; of several, it may be repeated or hold them with commas between them."""


class Option(NamedTuple):
    """What an option takes: how many values, of which (any text where ``allowed`` is empty), and whether it is a path.

    ``setting``: a pyproject.toml may say it too, and all but the phrasebook and the markup a phrasebook may
    (book/book_shape.py: CHECK). One that is found on the way up never says where something is written.
    """

    takes: str
    allowed: tuple[str, ...] = ()
    path: bool = False
    setting: bool = True


OPTIONS: dict[str, Option] = {
    "lexicon": Option(ONE, path=True),
    "reply_to": Option(SEVERAL, REPLIES, setting=False),
    "channel": Option(ONE, CHANNELS),
    "segment": Option(ONE),
    "markup": Option(ONE, KINDS_OF_TEXT),
    "select": Option(SEVERAL),
    "ignore": Option(SEVERAL),
    "conversation": Option(ONE, path=True, setting=False),
    "format": Option(ONE, FORMATS),
    "output": Option(ONE, path=True, setting=False),
    "fail_on": Option(ONE, LEVELS),
    "baseline": Option(ONE, path=True),
    "write_baseline": Option(ONE, path=True, setting=False),
    "strict": Option(NOTHING),
    "trace": Option(NOTHING, setting=False),
    "review": Option(NOTHING, setting=False),
    "diff": Option(NOTHING, setting=False),
    "interactive": Option(NOTHING, setting=False),
}
"""All options of ``check`` and ``fix``: the parsers and the settings read them from here, Typer adds the words."""

CHECK = {name: option for name, option in OPTIONS.items() if name in CheckOptions._fields}
FIX = {name: option for name, option in OPTIONS.items() if name in FixOptions._fields}


def split_names(values: list[str] | tuple[str, ...]) -> tuple[str, ...]:
    """``["a,b", "c"]`` as ``("a", "b", "c")``: ids may be repeated options or stand with commas between them."""
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())
