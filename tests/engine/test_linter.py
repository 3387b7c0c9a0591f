import copy
import pickle
from typing import Any, cast

import pytest

from phraselint.engine.linter import Linter
from phraselint.model.conversation import Conversation, Message, Speaker
from phraselint.model.errors import InputError
from phraselint.model.findings import Safety, Severity
from tests.engine.conftest import entry

BOOK = (
    "signals:\n  thanks: [thanks]\n  request: [please]\navoid:\n"
    + entry(
        "no-problem",
        """
        phrases: ["no problem"]
        unless: {before: ["there {be}"]}
        instead:
          - {say: "You're welcome", when: {reply_to: thanks}, safety: safe}
          - {say: "Certainly", when: {reply_to: request}, safety: safe}
        """,
    )
    + entry("to-be-honest", 'phrases: ["to be honest"]\ninstead: [{say: "", safety: safe}]')
    + entry("you-need-to", 'phrases: ["you ({need}|have) to"]\ninstead: [{say: Please, safety: review}]')
    + entry("please-change", 'phrases: ["please change"]\ninstead: [{say: Could you change, safety: review}]')
    + entry("within", 'phrases: ["within <duration>"]\ninstead: [{say: "in <duration> or less", safety: safe}]')
    + entry("tell", 'phrases: ["calm down"]\ninstead: ["I hear {what}"]', severity="error")
    + entry("tag", 'phrases: ["A&B"]\ninstead: [{say: "A & B", safety: safe}]')
)


def test_a_finding_says_everything(linter: Linter) -> None:
    result = linter.lint("Hi!\nOk, no problem.", reply_to="thanks")
    (finding,) = result.findings
    assert (finding.rule, finding.category, finding.severity) == ("no-problem", "courtesy", Severity.WARNING)
    assert (finding.message, finding.start, finding.end, finding.line, finding.column) == (0, 8, 18, 2, 5)
    assert (finding.match, finding.why) == ("no problem", "It sounds cold.")
    assert [tuple(each) for each in finding.suggestions] == [("you're welcome", Safety.SAFE, 8, 18)]
    assert result.verdict == "confirm"


@pytest.mark.parametrize(
    ("before", "draft", "fixed"),
    [
        pytest.param("Thanks!", "No problem!", "You're welcome!", id="after thanks"),
        pytest.param("Please send it.", "No problem!", "Certainly!", id="after a request"),
        pytest.param("Hm.", "No problem!", "No problem!", id="after nothing that it fits"),
        pytest.param("Thanks!", "NO PROBLEM!", "YOU'RE WELCOME!", id="shouted"),
        pytest.param("Thanks!", "It's no problem!", "It's no problem!", id="inside a clause"),
        pytest.param(
            "Thanks!", "Ok’s ok, no problem", "Ok’s ok, you’re welcome", id="with the apostrophes of its sentence"
        ),
        pytest.param("Hm.", "To be honest, you need to call.", "Please call.", id="two that meet"),
        pytest.param("Hm.", "You need to call, please.", "Call, please.", id="no second please"),
        pytest.param("Hm.", "You needed to call.", "You needed to call.", id="the past"),
        pytest.param("Hm.", "If you need to call, do.", "If you need to call, do.", id="a condition"),
        pytest.param(
            "Hm.", "All you need to do is call.", "All you need to do is call.", id="not where a clause starts"
        ),
        pytest.param("Hm.", "Why do you need to call?", "Why do you need to call?", id="a question"),
        pytest.param("Hm.", "It isn't that you have to call.", "It isn't that you have to call.", id="a negation"),
        pytest.param(
            "Hm.", '"You need to call" is what it says.', '"You need to call" is what it says.', id="a quotation"
        ),
        pytest.param("Hm.", "Please change it.", "Could you change it?", id="a question at its end"),
        pytest.param("Hm.", "Please change it and we go on.", "Please change it and we go on.", id="two clauses"),
        pytest.param("Hm.", "Within 2 days.", "In 2 days or less.", id="a slot"),
        pytest.param("Hm.", "calm down", "calm down", id="advice"),
        pytest.param("Hm.", "> no problem\n\nOk", "> no problem\n\nOk", id="a quote"),
    ],
)
def test_a_draft_in_its_conversation_is_fixed(linter: Linter, before: str, draft: str, fixed: str) -> None:
    conversation = Conversation((Message(before, Speaker.CUSTOMER), Message(draft)))
    result = linter.lint(conversation)
    assert result.fixed(review=True) == fixed
    assert linter.lint(conversation._replace(messages=(conversation.messages[0], Message(fixed)))).fixed(True) == fixed


def test_without_review_only_what_is_safe_is_fixed(linter: Linter) -> None:
    result = linter.lint("To be honest, you need to call.")
    assert result.fixed() == "You need to call."
    assert result.fixed(review=True) == "Please call."


@pytest.mark.parametrize(
    ("markup", "text", "fixed"),
    [
        pytest.param("html", "<p>No problem!</p>", "<p>You're welcome!</p>", id="inside a paragraph"),
        pytest.param("html", "<p><b>No</b> problem!</p>", "<p><b>No</b> problem!</p>", id="across half a tag"),
        pytest.param("html", "<p>To be honest, we can</p>", "<p>We can</p>", id="dropped in a paragraph"),
        pytest.param("html", "<p>Buy A&amp;B</p>", "<p>Buy A&amp;B</p>", id="an entity stays as it is"),
        pytest.param("html", "<p>Please change <b>it</b>.</p>", "<p>Could you change <b>it</b>?</p>", id="over a tag"),
        pytest.param(
            "html", "<p>You have to <b>please</b> call", "<p><b>Please</b> call", id="before its own word in a tag"
        ),
        pytest.param("markdown", "**No problem!**", "**You're welcome!**", id="inside emphasis"),
        pytest.param("markdown", "**No** problem!", "**No** problem!", id="across half an emphasis"),
        pytest.param("markdown", "`no problem`", "`no problem`", id="code"),
        pytest.param("markdown", "- To be honest, we can", "- We can", id="dropped in a list"),
    ],
)
def test_markup_is_never_broken(linter: Linter, markup: str, text: str, fixed: str | None) -> None:
    assert linter.lint(text, markup=markup, reply_to="thanks").fixed(review=True) == (text if fixed is None else fixed)


def test_a_conversation_is_judged_message_by_message(linter: Linter) -> None:
    talk = Conversation(
        (
            Message("no problem", Speaker.CUSTOMER),
            Message("Calm down, no problem."),
            Message("no problem", Speaker.BOT),
            Message("There is no problem. No problem."),
        )
    )
    result = linter.lint(talk, only=linter.book.ids())
    assert [(each.message, each.rule, each.start) for each in result.findings] == [
        (1, "tell", 0),
        (1, "no-problem", 11),
        (3, "no-problem", 21),
    ]
    assert [(each.message, each.reason) for each in result.excused] == [(3, "excused: before 'there {be}'")]
    assert result.verdict == "block"


def test_as_a_draft_only_the_last_message_is_judged(linter: Linter) -> None:
    talk = Conversation((Message("Calm down."), Message("Thanks", Speaker.CUSTOMER), Message("No problem")))
    result = linter.lint(talk, draft=True, only=linter.book.ids())
    assert [each.rule for each in result.findings] == ["no-problem"]
    assert (result.verdict, result.fixed()) == ("confirm", "You're welcome")


def test_nothing_to_judge(linter: Linter) -> None:
    assert linter.lint("").findings == ()
    assert linter.lint(Conversation(())).verdict == "pass"
    assert linter.lint("All is well.").fixed(True) == "All is well."


def test_several_acts_may_be_answered(linter: Linter) -> None:
    result = linter.lint("No problem", reply_to=["request", "thanks"])
    assert [each.text for each in result.findings[0].suggestions] == ["You're welcome", "Certainly"]


@pytest.mark.parametrize(
    ("option", "said"),
    [
        pytest.param({"reply_to": "thank"}, "no act of a customer's message; did you mean 'thanks'", id="act"),
        pytest.param({"markup": "html5"}, "'html5' is no markup; did you mean 'html'?", id="markup"),
        pytest.param({"channel": "e-mail"}, "'e-mail' is no channel; did you mean 'email'?", id="channel"),
        pytest.param({"segment": "vip"}, "'vip' is no segment of this phrasebook; there is none", id="segment"),
        pytest.param({"only": ["no-problm"]}, "is no entry or rule .*; did you mean 'no-problem'", id="only"),
        pytest.param({"only": [None]}, "'None' is no entry or rule", id="an id that is none"),
        pytest.param({"reply_to": [None]}, "'None' is no act .*; did you mean 'none'", id="an act that is none"),
        pytest.param({"ignore": {"tel"}}, "'tel' is no entry or rule .*; did you mean 'tell'", id="ignore"),
    ],
)
def test_what_does_not_exist_is_refused(option: dict[str, Any], said: str, linter: Linter) -> None:
    with pytest.raises(InputError, match=said):
        linter.lint("No problem", **option)


def test_ids_may_come_one_after_the_other(linter: Linter) -> None:
    text = "No problem, calm down."
    first, *_ = (finding.rule for finding in linter.lint(text).findings)
    assert [each.rule for each in linter.lint(text, only=iter([first])).findings] == [first]
    assert first not in [each.rule for each in linter.lint(text, ignore=iter([first])).findings]


def _of(message: Message) -> Conversation:
    return Conversation((message,))


@pytest.mark.parametrize(
    ("text", "options", "said"),
    [
        pytest.param(None, {}, "a text .* or a Conversation, not NoneType$", id="nothing"),
        pytest.param(b"No problem", {}, "not bytes; decode them first", id="bytes"),
        pytest.param(["No problem"], {}, "not list", id="a list"),
        pytest.param("No problem", {"only": "tell"}, r"ids, such as \['tell'\], not a str", id="an id for ids"),
        pytest.param("No problem", {"ignore": 5}, "a collection of ids, not int$", id="a number for ids"),
        pytest.param("No problem", {"only": b"tell"}, "a collection of ids, not bytes; decode", id="bytes for ids"),
        pytest.param("No problem", {"reply_to": b"thanks"}, "an act .*, not bytes; decode them", id="bytes for an act"),
        pytest.param(_of(Message(cast("str", None))), {}, r"messages\[0\]: .*, not NoneType$", id="no text"),
        pytest.param(Conversation(cast("Any", ("Hi",))), {}, r"messages\[0\]: .* a Message, not str$", id="texts"),
        pytest.param(Conversation(cast("Any", "Hi")), {}, "a tuple of Message .*, not str$", id="a text for messages"),
        pytest.param(Conversation((), customer=cast("Any", "Ann")), {}, "a Person .*, not str$", id="a name"),
    ],
)
def test_what_is_of_another_kind_is_an_error_of_types(
    text: Any, options: dict[str, Any], said: str, linter: Linter
) -> None:
    with pytest.raises(TypeError, match=said):
        linter.lint(text, **options)


@pytest.mark.parametrize(
    ("talk", "said"),
    [
        pytest.param(_of(Message("Hi", cast("Any", "agentt"))), "'agentt' is no speaker; .*'agent'", id="who"),
        pytest.param(_of(Message("Hi", cast("Any", None))), r"messages\[0\]: there is no speaker", id="nobody"),
        pytest.param(_of(Message("Hi", channel=cast("Any", "mail"))), "'mail' is no channel", id="where"),
        pytest.param(Conversation((), channel=cast("Any", "chatt")), "'chatt' is no channel; .*'chat'", id="all of it"),
    ],
)
def test_a_conversation_of_what_does_not_exist_is_refused(talk: Conversation, said: str, linter: Linter) -> None:
    with pytest.raises(ValueError, match=said):
        linter.lint(talk)


def test_a_speaker_may_be_given_by_name(linter: Linter) -> None:
    named = Conversation((Message("Thanks", cast("Any", "customer")), Message("No problem", cast("Any", "agent"))))
    meant = Conversation((Message("Thanks", Speaker.CUSTOMER), Message("No problem")))
    assert linter.lint(named).findings == linter.lint(meant).findings != ()


def test_none_is_an_option_that_is_not_given(linter: Linter) -> None:
    text = "No problem. Calm down."
    assert linter.lint(text, markup=None, ignore=None).findings == linter.lint(text).findings != ()


@pytest.mark.parametrize("book", [pytest.param("lexicon.yaml", id="a path"), pytest.param(None, id="nothing")])
def test_a_linter_is_made_of_a_phrasebook(book: Any) -> None:
    with pytest.raises(TypeError, match=r"a phrasebook, as load\(\) gives it, not "):
        Linter(book)


def test_a_result_lints_texts_only(linter: Linter) -> None:
    with pytest.raises(TypeError, match="not NoneType"):
        linter.lint("No problem").relint(cast("str", None))


def test_a_result_can_be_sent_to_another_process(linter: Linter) -> None:
    result = linter.lint("Ok, no problem. Calm down.", reply_to="thanks", trace=True)
    other = pickle.loads(pickle.dumps(result))  # noqa: S301 - our own
    assert other._replace(relint=result.relint) == result
    assert [type(each) for each in other.findings] == [type(each) for each in result.findings]
    assert other.draft_findings == result.draft_findings
    with pytest.raises(InputError, match="without its linter"):
        other.fixed()
    with pytest.raises(InputError, match="without its linter"):
        pickle.loads(pickle.dumps(other)).fixed()  # noqa: S301 - our own
    assert copy.deepcopy(result).fixed() == result.fixed() == "Ok, you're welcome. Calm down."
