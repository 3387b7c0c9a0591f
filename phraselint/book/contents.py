"""What a phrasebook says, as read from YAML: every pack it extends joined, every key with its place."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from phraselint.book.pattern import Pattern
from phraselint.model.conversation import Conversation
from phraselint.model.findings import Safety, Severity


@dataclass(frozen=True, slots=True)
class Place:
    """Where a key or value stands; 1-based line and column in code points."""

    path: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Reference:
    """The name of an entry (``kind`` "entry") or of a signal ("signal") that a condition asks for."""

    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition and its values: words of a fixed list, or patterns and references. Any value satisfies it."""

    name: str
    values: tuple[str | Pattern | Reference, ...]
    place: Place


Conditions = tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Replacement:
    """What to say instead; empty ``say`` drops the phrase. ``<slot>`` in it takes the value that the phrase held."""

    say: str
    safety: Safety
    place: Place
    when: Conditions = ()
    unless: Conditions = ()


@dataclass(frozen=True, slots=True)
class Phrase:
    """One wording of an entry: exactly one of ``pattern``, ``regex`` and ``tokens`` is given.

    ``when``, ``unless``, ``severity`` and ``instead`` are None where the entry's hold.
    """

    source: str
    place: Place
    pattern: Pattern | None = None
    regex: str | None = None
    tokens: tuple[Mapping[str, Any], ...] | None = None
    case_exact: bool = False
    typos: bool = False
    severity: Severity | None = None
    when: Conditions | None = None
    unless: Conditions | None = None
    instead: tuple[Replacement, ...] | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """A text that proves an entry: ``kind`` is flag, pass, known-miss or known-false-alarm.

    ``text`` is without the ``[[ ]]`` marks, ``spans`` what they enclosed (code points, half-open); ``becomes`` is what
    a fix with ``--review`` yields; ``context`` holds customer, channel, segment where given.
    """

    kind: str
    text: str
    place: Place
    spans: tuple[tuple[int, int], ...] = ()
    becomes: str | None = None
    because: str | None = None
    context: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Entry:
    """What to avoid, why, and what to say instead. ``within`` is where it looks: "own" words, "quote", or both.

    ``in_place_of`` is the entry of the same id that a file further down the phrasebook's packs has, and that gives way.
    """

    id: str
    category: str
    severity: Severity
    phrases: tuple[Phrase, ...]
    why: str
    place: Place
    pack: str
    when: Conditions = ()
    unless: Conditions = ()
    instead: tuple[Replacement, ...] = ()
    examples: tuple[Example, ...] = ()
    within: tuple[str, ...] = ("own",)
    in_place_of: "Entry | None" = None


@dataclass(frozen=True, slots=True)
class Prefer:
    """What to say: a shorter entry inside its words is never flagged."""

    id: str
    phrases: tuple[Phrase, ...]
    place: Place
    when: Conditions = ()
    unless: Conditions = ()


@dataclass(frozen=True, slots=True)
class Signal:
    """A named list of patterns that conditions and rules listen for; never a finding."""

    name: str
    phrases: tuple[Phrase, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Patch:
    """What ``rules:`` changes of an entry or a service rule, and when: ``keys`` as written, checked by its owner.

    ``off`` switches it off; ``severity`` replaces its severity.
    """

    id: str
    place: Place
    off: bool = False
    severity: Severity | None = None
    when: Conditions = ()
    keys: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Trigger:
    """What a conversation must hold for a rule to be asked.

    ``kind`` is signal (of a message that is judged), customer (a signal of theirs), text, capitals, words or messages.
    """

    kind: str
    value: str | int | tuple[str, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class RuleExample:
    """A conversation that proves a rule: ``kind`` is flag, pass, known-miss or known-false-alarm.

    ``spans`` are the marked stretches: message (from 0), start and end (code points, half-open). ``evidence`` holds
    places of messages and names of fields, None where it does not matter. ``team`` and ``settings`` change those of
    the phrasebook.
    """

    kind: str
    conversation: Conversation
    place: Place
    spans: tuple[tuple[int, int, int], ...] = ()
    evidence: tuple[int | str, ...] | None = None
    because: str | None = None
    team: Mapping[str, Any] = field(default_factory=dict)
    settings: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rule:
    """A service rule as its file says: what no single phrase can tell. ``settings`` are the defaults."""

    id: str
    group: str
    summary: str
    why: str
    severity: Severity
    place: Place
    needs: tuple[str, ...] = ("message",)
    triggers: tuple[Trigger, ...] = ()
    settings: Mapping[str, Any] = field(default_factory=dict)
    says: str = ""
    suggest: tuple[Replacement, ...] = ()
    signals: tuple[Signal, ...] = ()
    examples: tuple[RuleExample, ...] = ()


@dataclass(frozen=True, slots=True)
class Contents:
    """All that a phrasebook and the packs it extends say, with the shipped service rules.

    ``signals`` holds those of the rules too. ``sources`` are the files read, with their bytes.
    """

    name: str
    version: str
    language: str
    entries: tuple[Entry, ...]
    prefer: tuple[Prefer, ...]
    signals: tuple[Signal, ...]
    patches: tuple[Patch, ...]
    segments: tuple[str, ...]
    team: Mapping[str, Any]
    gate: Mapping[str, str]
    settings: Mapping[str, Any]
    sources: tuple[tuple[str, bytes], ...]
    rules: tuple[Rule, ...] = ()

    @property
    def off(self) -> frozenset[str]:
        """The ids of the entries and rules that it switches off wherever it holds."""
        return frozenset(patch.id for patch in self.patches if patch.off and not patch.when)
