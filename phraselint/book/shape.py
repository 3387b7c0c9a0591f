"""What each part of a phrasebook may hold: the table that the loader checks by and the JSON Schema is written from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from phraselint.model.conversation import ACTS, Channel
from phraselint.model.findings import Safety, Severity


@dataclass(frozen=True, slots=True)
class Text:
    """Any text; ``empty`` where it may be empty."""

    what: str
    empty: bool = False


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a fixed list."""

    what: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Name:
    """A name in small letters, digits and hyphens; where ``path``, it may have a part before a slash."""

    what: str
    path: bool = False


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number from 1 on."""

    what: str


@dataclass(frozen=True, slots=True)
class Many:
    """A list; where ``single``, one value may stand for a list of one; ``empty`` where it may hold nothing."""

    what: str
    shape: "Shape"
    single: bool = True
    empty: bool = False


class Field(NamedTuple):
    """One key: what it holds, and what editors say about it."""

    shape: "Shape"
    help: str


@dataclass(frozen=True, slots=True)
class Keys:
    """A mapping with known keys.

    ``required`` must be there, exactly one of ``one_of``, and with a key of ``needs`` the key that it names. ``more``
    is what other keys hold, where there may be others. ``hint`` helps who wrote a mapping by mistake.
    """

    what: str
    fields: Mapping[str, Field]
    required: tuple[str, ...] = ()
    one_of: tuple[str, ...] = ()
    needs: Mapping[str, str] = field(default_factory=dict)
    more: "Shape | None" = None
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """A mapping from names of one's own to one shape each; ``key`` is the shape of the names."""

    what: str
    key: Text | Name
    shape: "Shape"


@dataclass(frozen=True, slots=True)
class Either:
    """A short form in one scalar, or a long form in a mapping."""

    what: str
    short: "Text | Word | Name"
    long: Keys


@dataclass(frozen=True, slots=True)
class Anything:
    """Whatever its owner makes of it, later."""

    what: str


Shape = Text | Word | Name | Number | Many | Keys | Named | Either | Anything

OFF = "off"
TRUE, FALSE = "true", "false"
QUOTE_A_PHRASE = "put quotes around a phrase that begins with [ or {"

SEVERITY = Word("a severity", tuple(Severity))
ID = Name("an id")
SWITCH = Word("a switch", (TRUE, FALSE))
PATTERN = Text("a phrase")

# --- conditions -----------------------------------------------------------------------------------------------------

WORDS: Mapping[str, tuple[str, ...]] = {
    "speaker": ("agent", "customer", "bot", "any"),
    "channel": tuple(Channel),
    "reply_to": (*ACTS, "none"),
    "mood": ("upset", "neutral", "pleased"),
    "position": ("first_reply", "reply", "last_reply"),
    "sentence": ("whole", "start", "end", "question", "negated", "conditional"),
}
"""The conditions that take words of a fixed list."""

NEIGHBOURS = ("before", "after")
"""The conditions that take patterns and signals."""

ELSEWHERE = ("same_sentence", "next_sentences", "message", "earlier")
"""The conditions that take patterns, signals and entries."""

OF_MESSAGES = ("speaker", "channel", "segment", "reply_to", "mood", "position", "earlier")
"""The conditions that ask about a message and what stands around it, not about the words of a match."""

_ASKS = {
    "speaker": "who wrote the message (default: agent)",
    "channel": "where",
    "segment": "who the customer is: names that the phrasebook declares",
    "reply_to": "what the customer's last message does",
    "mood": "how the customer's last messages sound",
    "position": "where in the conversation",
    "sentence": "the sentence it stands in, and where",
    "before": "the words directly before the phrase, inside its sentence",
    "after": "the words directly after the phrase, inside its sentence",
    "same_sentence": "what else the sentence says: patterns, or the id of an entry",
    "next_sentences": "what the next two sentences say: patterns, or the id of an entry",
    "message": "what else the message says: patterns, or the id of an entry",
    "earlier": "what an earlier message says: patterns, or the id of an entry",
}

SIGNAL = Name("the name of a signal", path=True)
_SIGNAL = Field(SIGNAL, "a list of signals: in the phrasebook, or of a rule")
_NEAR = Keys("a signal", {"signal": _SIGNAL}, one_of=("signal",), hint=QUOTE_A_PHRASE)
_FAR = Keys(
    "an entry or a signal",
    {"entry": Field(ID, "the id of an entry"), "signal": _SIGNAL},
    one_of=("entry", "signal"),
    hint=QUOTE_A_PHRASE,
)


def _condition(name: str) -> Shape:
    """What one condition takes."""
    if name in WORDS:
        return Many(name, Word(f"a value of '{name}'", WORDS[name]))
    if name == "segment":
        return Many(name, Name("a segment"))
    return Many(name, Either("a phrase or a reference", PATTERN, _NEAR if name in NEIGHBOURS else _FAR))


CONDITIONS = Keys("conditions", {name: Field(_condition(name), asks) for name, asks in _ASKS.items()})
WHEN = Field(CONDITIONS, "all of these must hold")
UNLESS = Field(CONDITIONS, "none of these may hold")

# --- entries --------------------------------------------------------------------------------------------------------

CASE = Field(Word("a way to compare case", ("exact",)), "exact: small and capital letters count")
TYPOS = Field(SWITCH, "whether spelling slips match too (default: for patterns of two words or more)")
_ID = Field(ID, "the name of this entry: small letters, digits, hyphens")
_DESCRIPTION = Field(Text("a description"), "a note for the readers of this file")

TOKEN_TEXTS = tuple("ORTH TEXT LOWER NORM LEMMA POS TAG MORPH DEP SHAPE ENT_TYPE ENT_IOB ENT_ID ENT_KB_ID".split())
TOKEN_NUMBERS = ("LENGTH",)
TOKEN_SWITCHES = tuple(
    "IS_ALPHA IS_ASCII IS_DIGIT IS_LOWER IS_UPPER IS_TITLE IS_PUNCT IS_SPACE IS_BRACKET IS_QUOTE IS_LEFT_PUNCT"
    " IS_RIGHT_PUNCT IS_CURRENCY IS_STOP IS_SENT_START LIKE_NUM LIKE_URL LIKE_EMAIL SPACY".split()
)
TOKEN_TIMES = "OP"  # noqa: S105 - a key
_TOKEN_VALUES = {
    **dict.fromkeys(TOKEN_TEXTS, "a text, or {IN: [texts]}"),
    **dict.fromkeys(TOKEN_NUMBERS, "a number, or {'>=': number}"),
    **dict.fromkeys(TOKEN_SWITCHES, "true or false"),
    TOKEN_TIMES: "how often the token stands: '?', '!', '{n}' or '{n,m}'",
}
TOKEN = Keys(
    "a token pattern",
    {name: Field(Anything("its value"), what) for name, what in _TOKEN_VALUES.items()},
    hint="its keys are attributes of spaCy's Matcher, in capitals, such as LOWER, LEMMA, POS and OP",
)
"""One token of a spaCy Matcher pattern; book/token_patterns.py reads the values."""

REPLACEMENT = Keys(
    "a replacement",
    {
        "say": Field(
            Text("a replacement", empty=True), 'what to say; "" drops the phrase, <slot> takes its value over'
        ),
        "when": WHEN,
        "unless": UNLESS,
        "safety": Field(Word("a safety", tuple(Safety)), "safe: same meaning; review: look first; guide: advice"),
    },
    required=("say",),
)
INSTEAD = Field(
    Many("replacements", Either("a replacement", Text("a replacement", empty=True), REPLACEMENT)), "what to say instead"
)

_WORDING = {
    "phrase": Field(PATTERN, "the words, with the marks of the pattern language"),
    "regex": Field(Text("a regular expression"), "an RE2 regular expression (extra 'regex')"),
    "tokens": Field(
        Many("token patterns", TOKEN, single=False),
        "a spaCy Matcher pattern (extra 'nlp')",
    ),
    "case": CASE,
    "typos": TYPOS,
}
_WORDINGS = ("phrase", "regex", "tokens")
_OWN_SEVERITY = Field(SEVERITY, "the severity of this phrase, where it is not the entry's")
_CONDITIONAL = _WORDING | {"when": WHEN, "unless": UNLESS}

LISTENED = Keys("a phrase", _WORDING, one_of=_WORDINGS, hint=QUOTE_A_PHRASE)
PREFERRED = Keys("a phrase", _CONDITIONAL, one_of=_WORDINGS, hint=QUOTE_A_PHRASE)
AVOIDED = Keys(
    "a phrase",
    _CONDITIONAL | {"severity": _OWN_SEVERITY, "instead": INSTEAD},
    one_of=_WORDINGS,
    hint=QUOTE_A_PHRASE,
)


def _phrases(long: Keys) -> Many:
    return Many("phrases", Either("a phrase", PATTERN, long))


SIGNALS = Named("signals", SIGNAL, _phrases(LISTENED))


EXAMPLE_KINDS = ("flag", "pass", "known-miss", "known-false-alarm")
EXAMPLE = Keys(
    "an example",
    {
        "flag": Field(Text("a text"), "a text that must be flagged, at [[these words]] exactly"),
        "pass": Field(Text("a text"), "a text that must not be flagged"),
        "known-miss": Field(Text("a text"), "a text that should be flagged and is not yet"),
        "known-false-alarm": Field(Text("a text"), "a text that should pass and does not yet"),
        "becomes": Field(Text("a text", empty=True), "what 'fix --review' makes of it"),
        "because": Field(Text("a reason"), "why it is known and not mended"),
        "customer": Field(Text("a text"), "what the customer wrote before"),
        "channel": Field(Word("a channel", tuple(Channel)), "where"),
        "segment": Field(Name("a segment"), "who the customer is"),
    },
    one_of=EXAMPLE_KINDS,
    needs={"becomes": "flag", "known-miss": "because", "known-false-alarm": "because"},
)

ENTRY = Keys(
    "an entry",
    {
        "id": _ID,
        "category": Field(Name("a category"), "entries of one category that overlap are reported once"),
        "severity": Field(SEVERITY, "error: never send; warning: reword; suggestion: better wording exists"),
        "phrases": Field(_phrases(AVOIDED), "what to avoid, in the pattern language"),
        "why": Field(Text("a reason"), "what the customer hears; shown with every finding"),
        "when": WHEN,
        "unless": UNLESS,
        "instead": INSTEAD,
        "examples": Field(Many("examples", EXAMPLE, single=False, empty=True), "texts that prove the entry"),
        "case": CASE,
        "typos": TYPOS,
        "in": Field(
            Many("places", Word("a place", ("own", "quote"))), "own (default): the writer's words; quote: quoted ones"
        ),
        "description": _DESCRIPTION,
        "since": Field(Text("a version"), "the version of the phrasebook that brought the entry"),
        "source": Field(Text("a source"), "where the advice comes from"),
    },
    required=("id", "phrases"),
)
PREFER = Keys(
    "an entry of 'prefer'",
    {
        "id": _ID,
        "phrases": Field(_phrases(PREFERRED), "what to say, in the pattern language"),
        "when": WHEN,
        "unless": UNLESS,
        "case": CASE,
        "typos": TYPOS,
        "description": _DESCRIPTION,
    },
    required=("id", "phrases"),
)

# --- the book -------------------------------------------------------------------------------------------------------

PATCH = Keys(
    "a change of a rule",
    {
        "severity": Field(SEVERITY, "its severity here"),
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
            Named("changes of rules", ID, Either("'off' or changes", Word("a switch", (OFF,)), PATCH)),
            "changes of entries and service rules",
        ),
        "gate": Field(GATE, "what happens before a reply is sent"),
        "check": Field(CHECK, "defaults of the command line"),
    },
    hint="a phrasebook is read from keys such as 'name' and 'avoid'",
)
