"""What the file of a service rule may hold: the table that its reader checks by and its JSON Schema is written from."""

from phraselint.book.book_shape import TEAM
from phraselint.book.condition_shape import SIGNAL
from phraselint.book.entry_shape import EXAMPLE_KINDS, SIGNALS
from phraselint.book.shape import SEVERITY, Anything, Either, Field, Keys, Many, Named, Number, Text, Word
from phraselint.model.conversation import Channel, Speaker
from phraselint.model.findings import Safety

NEEDS = ("message", "conversation", "timestamps", "customer-name", "channel-email", "channel-internal", "nlp")
"""What a rule may need of a conversation; without it the rule is silent."""

TRIGGER = Keys(
    "a trigger",
    {
        "customer": Field(SIGNAL, "a signal in a message of the customer"),
        "text": Field(Many("texts", Text("a text")), "one of these texts, as written, in a message that is judged"),
        "capitals": Field(Number("a number of words"), "so many words in capitals in a message that is judged"),
        "words": Field(Number("a number of words"), "so many words in a message that is judged"),
        "messages": Field(Number("a number of messages"), "so many messages that are judged"),
    },
    one_of=("customer", "text", "capitals", "words", "messages"),
)
MESSAGE = Keys(
    "a message",
    {
        **{speaker: Field(Text("a text", empty=True), "what was written, by whom") for speaker in Speaker},
        "at": Field(Text("a time"), "when, such as 2025-03-04T10:02:00+00:00"),
        "author": Field(Text("a name"), "who wrote it"),
        "channel": Field(Word("a channel", tuple(Channel)), "where, if not where the conversation is"),
    },
    one_of=tuple(Speaker),
)
_MESSAGES = Many("messages", MESSAGE, single=False)
_ABOUT = {
    "evidence": Field(
        Many("evidence", Text("the number of a message or the name of a field"), empty=True),
        "what makes it true: messages, counted from 0, and names of fields",
    ),
    "because": Field(Text("a reason"), "why it is known and not mended"),
    "channel": Field(Word("a channel", tuple(Channel)), "where"),
    "timezone": Field(Text("a time zone"), "of times without one"),
    "customer_name": Field(Text("a name"), "the customer's name in the record"),
    "customer_email": Field(Text("an address"), "the customer's address in the record"),
    "agent_name": Field(Text("a name"), "the agent's name in the record"),
    "fields": Field(Named("fields", Text("a field"), Anything("its value")), "the record's own fields"),
    "status": Field(Text("a status"), "the status in the record"),
    "segment": Field(Text("a segment"), "who the customer is"),
    "team": Field(TEAM, "when and where the team works"),
    "settings": Field(Named("settings", Text("a setting"), Anything("its value")), "settings of the rule, changed"),
}
RULE_EXAMPLE = Keys(
    "an example",
    {
        "flag": Field(_MESSAGES, "a conversation that must be flagged, at [[these words]] exactly"),
        "pass": Field(_MESSAGES, "a conversation that must not be flagged"),
        "known-miss": Field(_MESSAGES, "a conversation that should be flagged and is not yet"),
        "known-false-alarm": Field(_MESSAGES, "a conversation that should pass and does not yet"),
        **_ABOUT,
    },
    one_of=EXAMPLE_KINDS,
    needs={"known-miss": "because", "known-false-alarm": "because"},
)
SUGGESTED = Keys(
    "a suggestion",
    {
        "say": Field(Text("a suggestion"), "what to say or do; {blanks} are filled by the check, else by the reader"),
        "safety": Field(Word("a safety", tuple(Safety)), "guide (default): advice; review: look first; safe: applied"),
    },
    required=("say",),
)
RULE = Keys(
    "a rule",
    {
        "summary": Field(Text("a summary"), "what the rule finds, in one line"),
        "why": Field(Text("a reason"), "what it does to the customer; its first sentence is shown with every finding"),
        "severity": Field(SEVERITY, "error: never send; warning: mend it; suggestion: there is a better way"),
        "needs": Field(Many("needs", Word("a need", NEEDS)), "without these data the rule is silent, and counted"),
        "triggers": Field(
            Many("triggers", Either("a trigger", SIGNAL, TRIGGER)),
            "without one of these the rule is not even asked: signals of the company's messages, or more",
        ),
        "settings": Field(
            Named("settings", Text("a setting"), Anything("its default")),
            "what a phrasebook may change under rules:, with the defaults",
        ),
        "says": Field(Text("a sentence"), "what a finding says; {blanks} are filled by the check"),
        "suggest": Field(
            Many("suggestions", Either("a suggestion", Text("a suggestion"), SUGGESTED), empty=True),
            "what to say or do instead",
        ),
        "signals": Field(SIGNALS, "what the rule listens for: names begin with the rule's id and a slash"),
        "examples": Field(
            Many("examples", RULE_EXAMPLE, single=False), "whole conversations that prove the rule: flag and pass"
        ),
        "description": Field(Text("a description"), "a note for the readers of this file"),
        "source": Field(Text("a source"), "where the advice comes from"),
    },
    required=("summary", "why", "severity", "needs", "says", "examples"),
)
