"""What a command line asks for: one value a command, whoever parsed it, and one table of the options."""

from __future__ import annotations

from phraselint.model.conversation import ACTS, Channel
from phraselint.model.findings import Severity
from phraselint.model.values import NamedTuple

FORMATS = ("terminal", "jsonl", "json", "csv", "sarif", "github", "junit")
MARKUPS = ("plain", "markdown", "html", "mail")
REPLIES = (*ACTS, "none")
CHANNELS = tuple(Channel)
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


class Choices(NamedTuple):
    """An option with one value; ``allowed`` is empty where any text will do."""

    allowed: tuple[str, ...] = ()


class Names(NamedTuple):
    """An option that may be repeated and may hold several names with commas between them."""

    allowed: tuple[str, ...] = ()


class Switch(NamedTuple):
    """An option without a value."""


Kind = Choices | Names | Switch

ABOUT_THE_TEXT: dict[str, Kind] = {
    "lexicon": Choices(),
    "reply_to": Names(REPLIES),
    "channel": Choices(CHANNELS),
    "segment": Choices(),
    "markup": Choices(MARKUPS),
    "select": Names(),
    "ignore": Names(),
    "conversation": Choices(),
}

CHECK: dict[str, Kind] = {
    **ABOUT_THE_TEXT,
    "format": Choices(FORMATS),
    "output": Choices(),
    "fail_on": Choices(LEVELS),
    "baseline": Choices(),
    "write_baseline": Choices(),
    "strict": Switch(),
    "trace": Switch(),
}

FIX: dict[str, Kind] = {
    **ABOUT_THE_TEXT,
    "review": Switch(),
    "diff": Switch(),
    "interactive": Switch(),
}


def split_names(values: list[str] | tuple[str, ...]) -> tuple[str, ...]:
    """``["a,b", "c"]`` as ``("a", "b", "c")``: ids may be repeated options or stand with commas between them."""
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())
