"""What ``when`` and ``unless`` may hold: the table of conditions."""

from collections.abc import Mapping

from phraselint.book.shape import ID, PATTERN, QUOTE_A_PHRASE, Either, Field, Keys, Many, Name, Shape, Word
from phraselint.model.conversation import ACTS, Channel

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
