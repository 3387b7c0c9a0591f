"""What entries, their phrases, replacements and examples, and signals may hold."""

from phraselint.book.condition_shape import SIGNAL, UNLESS, WHEN
from phraselint.book.shape import (
    ID,
    PATTERN,
    QUOTE_A_PHRASE,
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
from phraselint.model.findings import Safety

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
