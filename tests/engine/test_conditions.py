import pytest

from phraselint.book.condition_shape import CONDITIONS as DECLARED
from phraselint.engine.conditions import CONDITIONS, SENTENCES
from phraselint.engine.linter import Linter
from phraselint.model.conversation import Channel, Conversation, Message, Speaker
from tests.engine.conftest import entry

CONDITIONS_BY_ID = {
    "by-channel": "{channel: [chat, sms]}",
    "by-segment": "{segment: vip}",
    "by-reply": "{reply_to: thanks}",
    "by-none": "{reply_to: none}",
    "by-mood": "{mood: upset}",
    "by-first": "{position: first_reply}",
    "by-later": "{position: reply}",
    "by-last": "{position: last_reply}",
    "by-whole": "{sentence: whole}",
    "by-start": "{sentence: start}",
    "by-end": "{sentence: end}",
    "by-question": "{sentence: question}",
    "by-negated": "{sentence: negated}",
    "by-conditional": "{sentence: conditional}",
    "by-before": '{before: ["there {be}", {signal: thanks}]}',
    "by-after": "{after: [with, {signal: upset}]}",
    "by-same": '{same_sentence: ["refund", {signal: thanks}, {entry: other}]}',
    "by-next": '{next_sentences: ["refund", {signal: thanks}, {entry: other}]}',
    "by-message": '{message: ["refund", {signal: thanks}, {entry: other}]}',
    "by-earlier": '{earlier: ["refund", {signal: thanks}, {entry: other}]}',
    "by-customer": "{speaker: customer}",
    "by-anyone": "{speaker: any}",
}
BOOK = (
    "segments: [vip]\nsignals:\n  thanks: [thanks, thank you]\n  upset: [furious]\n  pleased: [delighted]\navoid:\n"
    + entry("other", 'phrases: ["by tomorrow"]\nunless: {before: [maybe]}')
    + "".join(entry(name, f'phrases: ["calm down"]\nwhen: {when}') for name, when in CONDITIONS_BY_ID.items())
    + "".join(
        entry(f"un{name}", f'phrases: ["calm down"]\nunless: {when}')
        for name, when in CONDITIONS_BY_ID.items()
        if "speaker" not in when
    )
)


def talk(*messages: str) -> Conversation:
    """A conversation: "c: ..." is the customer's, "a: ..." an agent's, "b: ..." a bot's message."""
    speakers = {"c": Speaker.CUSTOMER, "a": Speaker.AGENT, "b": Speaker.BOT}
    return Conversation(tuple(Message(text[3:], speakers[text[0]]) for text in messages))


def flagged(linter: Linter, name: str, text: str | Conversation, **context: str) -> list[int]:
    """The messages in which an entry finds its phrase."""
    result = linter.lint(text, only={name}, **context)  # type: ignore[arg-type]
    return [finding.message for finding in result.findings]


def test_every_condition_of_the_book_has_a_function() -> None:
    assert CONDITIONS.keys() == set(DECLARED.fields)
    assert set(SENTENCES) == {"whole", "start", "end", "question", "negated", "conditional"}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("by-whole", "Hi. Calm down! Ok.", id="the whole sentence"),
        pytest.param("by-start", "Calm down, it is fine.", id="the start of a sentence"),
        pytest.param("by-end", "It is fine, calm down.", id="the end of a sentence"),
        pytest.param("by-question", "Could you calm down?", id="a question"),
        pytest.param("by-negated", "You need not calm down.", id="a negated phrase"),
        pytest.param("by-conditional", "I'll call if you calm down.", id="a condition"),
        pytest.param("by-before", "There was calm down the hall.", id="an inflected word before it"),
        pytest.param("by-before", "Thanks calm down.", id="a signal before it"),
        pytest.param("by-after", "Calm down with it.", id="a word after it"),
        pytest.param("by-after", "Calm down furious customer.", id="a signal after it"),
        pytest.param("by-same", "The refund is here, calm down.", id="a pattern in the sentence"),
        pytest.param("by-same", "Calm down and thanks.", id="a signal in the sentence"),
        pytest.param(
            "by-same", "It comes maybe by tomorrow, calm down.", id="an excused match of an entry in the sentence"
        ),
        pytest.param("by-next", "Calm down. Ok. Your refund is here.", id="a pattern in the second next sentence"),
        pytest.param("by-next", "Calm down. Thanks.", id="a signal in the next sentence"),
        pytest.param("by-next", "Calm down. It comes by tomorrow.", id="an entry in the next sentence"),
        pytest.param(
            "by-message", "Your refund is here. Ok. Fine. Sure. Calm down.", id="a pattern elsewhere in the message"
        ),
        pytest.param("by-message", "Thanks. Ok. Fine. Sure. Calm down.", id="a signal elsewhere in the message"),
        pytest.param("by-message", "By tomorrow. Ok. Fine. Sure. Calm down.", id="an entry elsewhere in the message"),
    ],
)
def test_what_a_text_itself_tells(linter: Linter, name: str, text: str) -> None:
    assert flagged(linter, name, text) == [0]
    assert flagged(linter, f"un{name}", text) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("by-whole", "Now calm down!", id="a word before is not the whole sentence"),
        pytest.param("by-start", "Now calm down.", id="a word before is not the start"),
        pytest.param("by-end", "Calm down now.", id="a word after is not the end"),
        pytest.param("by-question", "Calm down. Ok?", id="another sentence asks"),
        pytest.param("by-negated", "Do not fret, calm down.", id="another clause is negated"),
        pytest.param("by-conditional", "If it beeps, calm down.", id="another clause is conditional"),
        pytest.param("by-before", "There was a calm down.", id="a word lies between"),
        pytest.param("by-after", "Calm down, with it.", id="a comma lies between"),
        pytest.param("by-same", "Calm down. Your refund is here.", id="the next sentence is not the same"),
        pytest.param("by-next", "Your refund is here. Calm down.", id="the sentence before is not the next"),
        pytest.param("by-next", "Calm down. Ok. Fine. Your refund is here.", id="the third sentence is too far"),
        pytest.param("by-message", "> Your refund\n\nCalm down.", id="quoted text is not said"),
    ],
)
def test_what_a_text_does_not_tell(linter: Linter, name: str, text: str) -> None:
    assert flagged(linter, name, text) == []
    assert flagged(linter, f"un{name}", text) == [0]


@pytest.mark.parametrize(
    ("name", "messages", "found"),
    [
        pytest.param("by-reply", ["c: thanks!", "a: Calm down."], [1], id="thanks are answered"),
        pytest.param("by-reply", ["c: thanks!", "c: Bye", "a: Calm down."], [2], id="a run of messages is one"),
        pytest.param("by-reply", ["c: thanks!", "a: Ok", "c: Hm", "a: Calm down."], [], id="an older run is over"),
        pytest.param("by-reply", ["c: thanks!", "a: Ok", "a: Calm down."], [2], id="the agent writes twice"),
        pytest.param("by-reply", ["c: thanks!", "b: Ok", "a: Calm down."], [2], id="a bot does not end the run"),
        pytest.param("by-reply", ["c: > thanks!\n\nHm", "a: Calm down."], [], id="quoted thanks are not meant"),
        pytest.param("by-reply", ["c: Thanks for nothing!", "a: Calm down."], [], id="mocking thanks are not meant"),
        pytest.param("by-reply", ["c: Thanks for nothing. No, thanks!", "a: Calm down."], [1], id="some of them are"),
        pytest.param("by-none", ["c: Hm", "a: Calm down."], [1], id="a message that does nothing"),
        pytest.param("by-none", ["c: Why?", "a: Calm down."], [], id="a question does something"),
        pytest.param("by-none", ["a: Calm down."], [], id="no message before is not known"),
        pytest.param("by-mood", ["c: I'm furious", "a: Calm down."], [1], id="upset"),
        pytest.param("by-mood", ["c: I'm furious", "a: Ok", "c: 1234", "a: Calm down."], [3], id="still upset"),
        pytest.param("by-mood", ["c: furious", "a: Ok", "c: delighted", "a: Calm down."], [], id="not upset any more"),
        pytest.param("by-first", ["a: Calm down.", "c: Hi", "a: Calm down.", "a: Calm down."], [2], id="first reply"),
        pytest.param("by-later", ["c: Hi", "a: Calm down.", "a: Calm down.", "a: Calm down."], [2, 3], id="later ones"),
        pytest.param("by-last", ["c: Hi", "a: Calm down.", "a: Calm down.", "c: Hm"], [2], id="last reply"),
        pytest.param("by-first", ["a: Calm down."], [], id="a draft alone has no position"),
        pytest.param("by-earlier", ["a: Your refund!", "c: Hi", "a: Calm down."], [2], id="an earlier pattern"),
        pytest.param("by-earlier", ["a: Thanks!", "c: Hi", "a: Calm down."], [2], id="an earlier signal"),
        pytest.param("by-earlier", ["a: By tomorrow!", "c: Hi", "a: Calm down."], [2], id="an earlier entry"),
        pytest.param("by-earlier", ["c: Your refund!", "a: Calm down."], [], id="somebody else said it"),
        pytest.param("by-earlier", ["c: Hi", "a: Calm down.", "a: Your refund!"], [], id="it is said later"),
    ],
)
def test_what_the_conversation_tells(linter: Linter, name: str, messages: list[str], found: list[int]) -> None:
    assert flagged(linter, name, talk(*messages)) == found


@pytest.mark.parametrize(
    ("name", "context", "found"),
    [
        pytest.param("by-channel", {"channel": "chat"}, [0], id="the channel given"),
        pytest.param("by-channel", {"channel": "email"}, [], id="another channel"),
        pytest.param("by-channel", {}, [], id="no channel satisfies no when"),
        pytest.param("unby-channel", {}, [0], id="no channel satisfies no unless"),
        pytest.param("by-segment", {"segment": "vip"}, [0], id="the segment given"),
        pytest.param("unby-segment", {}, [0], id="no segment"),
        pytest.param("by-reply", {"reply_to": "thanks"}, [0], id="what is answered is given"),
        pytest.param("unby-reply", {}, [0], id="nothing to answer"),
    ],
)
def test_what_the_caller_tells(linter: Linter, name: str, context: dict[str, str], found: list[int]) -> None:
    assert flagged(linter, name, "Calm down.", **context) == found


def test_a_message_knows_its_channel_better_than_its_conversation(linter: Linter) -> None:
    messages = (Message("Calm down.", channel=Channel.EMAIL), Message("Calm down."))
    assert flagged(linter, "by-channel", Conversation(messages, channel=Channel.CHAT)) == [1]


def test_only_agents_are_judged_unless_an_entry_asks_for_others(linter: Linter) -> None:
    conversation = talk("c: Calm down.", "b: Calm down.", "a: Calm down.")
    assert flagged(linter, "unby-channel", conversation) == [2]
    assert flagged(linter, "by-customer", conversation) == [0]
    assert flagged(linter, "by-anyone", conversation) == [0, 1, 2]


@pytest.mark.parametrize(
    ("name", "text", "context", "reason"),
    [
        pytest.param("unby-after", "Calm down with it.", {}, "excused: after 'with'", id="a pattern"),
        pytest.param("unby-next", "Calm down. By tomorrow.", {}, "excused: next_sentences entry other", id="an entry"),
        pytest.param("unby-same", "Thanks, calm down.", {}, "excused: same_sentence signal thanks", id="a signal"),
        pytest.param("by-channel", "Calm down.", {"channel": "email"}, "not met: channel chat or sms", id="a word"),
        pytest.param("by-reply", "Calm down.", {}, "not met: reply_to thanks (not known)", id="not known"),
    ],
)
def test_an_excused_match_says_why(linter: Linter, name: str, text: str, context: dict[str, str], reason: str) -> None:
    result = linter.lint(text, only={name}, **context)  # type: ignore[arg-type]
    assert result.findings == ()
    assert [each.reason for each in result.excused] == [reason]


def test_a_finding_says_which_condition_let_it_stand(linter: Linter) -> None:
    result = linter.lint("Calm down.", reply_to="thanks", only={"by-reply", "unby-channel"}, trace=True)
    assert dict(zip([each.rule for each in result.findings], result.reasons, strict=True)) in (
        {"by-reply": "met: reply_to thanks"},
        {"unby-channel": ""},
    )
