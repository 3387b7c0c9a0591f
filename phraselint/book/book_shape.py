"""What a phrasebook may hold: lexicon.yaml from its name to its defaults of the command line."""

from phraselint.book.condition_shape import CONDITIONS
from phraselint.book.entry_shape import ENTRY, PREFER, SIGNALS
from phraselint.book.shape import (
    ID,
    OFF,
    SEVERITY,
    SWITCH,
    Anything,
    Either,
    Field,
    Keys,
    Many,
    Name,
    Named,
    Text,
    Word,
)
from phraselint.model.conversation import Channel
from phraselint.model.findings import Severity

_OFF = "to switch it off, write 'ID: off', or 'off: true' with a 'when'"
_CHANGE = "write off, or {severity: warning}, error or suggestion"
PATCH = Keys(
    "a change of a rule",
    {
        "severity": Field(Word(SEVERITY.what, SEVERITY.words, _OFF), "its severity here"),
        "when": Field(CONDITIONS, "where this change holds"),
        OFF: Field(SWITCH, "true: switched off here"),
    },
    more=Anything("a setting of the rule"),
)
_GATE = Word("a severity or 'off'", (*Severity, OFF))
_GATED = Field(_GATE, "from which severity on")
GATE = Keys("a gate", {"block": _GATED, "confirm": _GATED, "suggest": _GATED})
TEAM = Keys(
    "a team",
    {
        "time_zone": Field(Text("a time zone"), "such as America/New_York"),
        "hours": Field(Text("business hours"), "such as Mon-Fri 09:00-18:00"),
        "holidays": Field(Many("dates", Text("a date"), empty=True), "days without business hours, such as 2026-12-25"),
    },
)
CHECK = Keys(
    "options of 'check'",
    {
        "fail_on": Field(_GATE, "--fail-on: the severity from which on the exit code is 1"),
        "select": Field(Many("ids", Name("an id or a category"), empty=True), "--select: only these"),
        "ignore": Field(Many("ids", Name("an id or a category"), empty=True), "--ignore: all but these"),
        "format": Field(Text("a format"), "--format"),
        "baseline": Field(Text("a path"), "--baseline"),
        "strict": Field(SWITCH, "--strict"),
        "channel": Field(Word("a channel", tuple(Channel)), "--channel, where the input names none"),
        "segment": Field(Name("a segment"), "--segment, where the input names none"),
    },
    hint="a pyproject.toml may name phrasebook and markup; where results go is said on the command line only",
)
BOOK = Keys(
    "a phrasebook",
    {
        "name": Field(Text("a name"), "the name of the phrasebook"),
        "version": Field(Text("a version"), "the version of the phrasebook"),
        "language": Field(Text("a language"), "such as en"),
        "extends": Field(Many("packs", Text("a pack or a path"), empty=True), "packs, or paths of other phrasebooks"),
        "segments": Field(
            Many("segments", Name("a segment"), empty=True), "the kinds of customers that conditions may ask for"
        ),
        "team": Field(TEAM, "when and where the team works"),
        "avoid": Field(Many("entries", ENTRY, single=False, empty=True), "what not to say"),
        "prefer": Field(Many("entries", PREFER, single=False, empty=True), "what to say: never flagged"),
        "signals": Field(
            SIGNALS,
            "named lists of phrases that conditions and rules listen for",
        ),
        "rules": Field(
            Named("changes of rules", ID, Either("'off' or changes", Word("a change", (OFF,), other=_CHANGE), PATCH)),
            "changes of entries and service rules",
        ),
        "gate": Field(GATE, "what happens before a reply is sent"),
        "check": Field(CHECK, "defaults of the command line"),
    },
    hint="a phrasebook is read from keys such as 'name' and 'avoid'",
)
