"""Files of service rules: what is read of them, and what is wrong with them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from phraselint.book.contents import Contents, Rule, Trigger
from phraselint.book.loader import load_contents
from phraselint.book.rules import read_rules, sound_rules
from phraselint.model.conversation import Channel, Message, Speaker
from phraselint.model.errors import BookError, Mistake
from phraselint.model.findings import Safety
from tests.rule_files import SOON, changed, put_rules

ReadRule = Callable[[str], Rule]
WrongRule = Callable[[str], list[Mistake]]


@pytest.fixture
def rule(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ReadRule:
    """The rule of a file that is given as text."""

    def made(text: str) -> Rule:
        put_rules(tmp_path / "rules", monkeypatch, {"style/says-soon": text})
        (found,) = sound_rules()
        return found

    return made


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Contents]:
    """A phrasebook that is given as text, beside one rule."""

    def made(text: str, rule: str = SOON) -> Contents:
        put_rules(tmp_path / "rules", monkeypatch, {"style/says-soon": rule})
        (tmp_path / "lexicon.yaml").write_text(text, encoding="utf-8")
        return load_contents(str(tmp_path / "lexicon.yaml"))

    return made


@pytest.fixture
def wrong(book: Callable[..., Contents]) -> WrongRule:
    """The mistakes of a rule that is given as text."""

    def mistakes(text: str) -> list[Mistake]:
        with pytest.raises(BookError) as caught:
            book("name: A", text)
        return caught.value.mistakes

    return mistakes


def test_a_rule_is_read_whole(rule: ReadRule) -> None:
    found = rule(SOON)
    assert (found.id, found.group, found.severity, found.needs) == ("says-soon", "style", "suggestion", ("message",))
    assert [(trigger.kind, trigger.value) for trigger in found.triggers] == [("signal", "says-soon/word")]
    assert found.settings == {"most": 0}
    assert [(each.say, each.safety) for each in found.suggest] == [
        ("By {day}", Safety.REVIEW),
        ("At once, not {word}", Safety.REVIEW),
    ]
    assert [(each.name, len(each.phrases)) for each in found.signals] == [("says-soon/word", 2)]


def test_an_example_is_a_conversation_with_its_marks_and_evidence(rule: ReadRule) -> None:
    flag, passing = rule(SOON).examples
    assert [(each.speaker, each.text) for each in flag.conversation.messages] == [
        ("customer", "Where is it?"),
        ("agent", "It comes soon."),
    ]
    assert (flag.kind, flag.spans, flag.evidence) == ("flag", ((1, 9, 13),), (0,))
    assert (passing.kind, passing.spans, passing.evidence) == ("pass", (), None)


FULL = SOON + """\
  - flag:
      - {agent: "Dear [[[NAME]]], [[soon]]", at: "2026-03-02T09:00:00+00:00", author: Tom, channel: internal}
    evidence: [order_id]
    channel: email
    timezone: Europe/Berlin
    customer_name: Ada
    customer_email: ada@example.com
    agent_name: Tom Reed
    fields: {order_id: 12, paid: true}
    status: open
    segment: vip
    team: {hours: "Mon-Fri 09:00-17:00"}
    settings: {most: 3}
"""  # fmt: skip


def test_an_example_may_say_all_that_a_record_says(rule: ReadRule) -> None:
    example = rule(FULL).examples[2]
    conversation = example.conversation
    assert conversation.messages == (
        Message("Dear [NAME], soon", Speaker.AGENT, "Tom", Channel.INTERNAL, "2026-03-02T09:00:00+00:00"),
    )
    assert example.spans == ((0, 5, 11), (0, 13, 17))
    assert (conversation.channel, conversation.timezone, conversation.status) == ("email", "Europe/Berlin", "open")
    assert (conversation.customer.name, conversation.customer.email) == ("Ada", "ada@example.com")
    assert (conversation.agent.name, conversation.segment) == ("Tom Reed", "vip")
    assert conversation.fields == {"order_id": 12, "paid": True}
    assert (example.evidence, example.team, example.settings) == (
        ("order_id",),
        {"hours": "Mon-Fri 09:00-17:00"},
        {"most": 3},
    )


@pytest.mark.parametrize(
    ("written", "trigger"),
    [
        pytest.param("thanks", ("signal", "thanks"), id="a signal that all share"),
        pytest.param("{customer: says-soon/word}", ("customer", "says-soon/word"), id="a signal of the customer"),
        pytest.param("{text: ['{', '[']}", ("text", ("{", "[")), id="texts"),
        pytest.param("{text: '{'}", ("text", ("{",)), id="a text"),
        pytest.param("{capitals: 3}", ("capitals", 3), id="words in capitals"),
        pytest.param("{words: 40}", ("words", 40), id="words"),
        pytest.param("{messages: 2}", ("messages", 2), id="messages"),
    ],
)
def test_triggers(rule: ReadRule, written: str, trigger: tuple[str, object]) -> None:
    (found,) = rule(SOON.replace("triggers: [says-soon/word]", f"triggers: [{written}]")).triggers
    assert isinstance(found, Trigger)
    assert (found.kind, found.value) == trigger


@pytest.mark.parametrize(
    ("text", "place", "message", "hint"),
    [
        pytest.param(
            changed("severity: suggestion", "severity: advice"), (3, 11), "'advice' is not a severity", "suggestion",
            id="an unknown severity",
        ),
        pytest.param(
            changed("[message]", "[mesage]"), (4, 9), "'mesage' is not a need", "did you mean 'message'?",
            id="an unknown need",
        ),
        pytest.param(
            changed("triggers: [says-soon/word]", "triggers: [says-soon/wrd]"), (5, 12),
            "there is no signal 'says-soon/wrd'", "did you mean 'says-soon/word'?", id="a trigger that no one declares",
        ),
        pytest.param(
            changed("triggers: [says-soon/word]", "triggers: [{customer: soon}]"), (5, 23),
            "there is no signal 'soon'", "", id="a trigger of the customer that no one declares",
        ),
        pytest.param(
            changed("triggers: [says-soon/word]", "triggers: [{capitals: few}]"), (5, 23),
            "'few' is not a number of words", "from 1 on", id="a number that is none",
        ),
        pytest.param(
            changed("This says {word}.", "This says {the word}."), (7, 18), "nobody fills {the word}", "small letters",
            id="a blank that no value can have the name of",
        ),
        pytest.param(
            changed("  says-soon/word: [soon, shortly]", "  soon/word: [soon]\n  says-soon/word: [soon]"), (12, 3),
            "the signal 'soon/word' does not belong to this rule", "write 'says-soon/word'",
            id="a signal of another rule",
        ),
        pytest.param(
            changed("[soon, shortly]", "['soon (']"), (12, 26), "'(' is not closed", "",
            id="a pattern that cannot be read",
        ),
        pytest.param(
            changed("It comes [[soon]].", "It comes soon."), (15, 7), "nothing is marked in this 'flag'", "[[ ]]",
            id="a flag without a mark",
        ),
        pytest.param(
            changed("It comes on Friday.", "It [[comes]] on Friday."), (19, 7), "something is marked in this 'pass'",
            "write 'flag'", id="a pass with a mark",
        ),
        pytest.param(
            changed("[[soon]]", "[[soon"), (16, 25), "[[ and ]] do not pair up here", "", id="half a mark",
        ),
        pytest.param(
            changed("evidence: [0]", "evidence: [2]"), (17, 16), "there is no message 2", "from 0",
            id="evidence that is not there",
        ),
        pytest.param(
            changed("evidence: [0]", "settings: {mots: 1}"), (17, 16), "the rule has no setting 'mots'",
            "did you mean 'most'?", id="an unknown setting of an example",
        ),
        pytest.param(
            changed("- agent: It comes [[", "- agnet: It comes [["), (16, 9), "unknown key 'agnet' in a message",
            "did you mean 'agent'?", id="an unknown speaker",
        ),
        pytest.param(
            changed("summary: The agent says soon\n", ""), (1, 1), "a rule lacks the key 'summary'", "",
            id="a key that lacks",
        ),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_rule(
    wrong: WrongRule, text: str, place: tuple[int, int], message: str, hint: str
) -> None:
    mistake = wrong(text)[0]
    assert (mistake.line, mistake.column) == place
    assert message in mistake.message
    assert hint in mistake.hint
    assert mistake.path.endswith("says-soon.yaml")


def test_all_mistakes_of_all_files_are_told_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = SOON.replace("[message]", "[mail]"), SOON.replace("style", "x").replace("severity:", "svrity:")
    put_rules(tmp_path / "rules", monkeypatch, {"style/says-soon": one, "style/says-late": other})
    (tmp_path / "lexicon.yaml").write_text("nam: A", encoding="utf-8")
    with pytest.raises(BookError) as caught:
        load_contents(str(tmp_path / "lexicon.yaml"))
    names = [Path(mistake.path).name for mistake in caught.value.mistakes]
    assert list(dict.fromkeys(names)) == ["lexicon.yaml", "says-late.yaml", "says-soon.yaml"]


def test_the_name_of_a_file_is_the_id_of_its_rule(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put_rules(tmp_path / "rules", monkeypatch, {"style/Says_Soon": SOON})
    with pytest.raises(BookError, match="'Says_Soon' is no name of a rule"):
        sound_rules()


def test_a_file_is_read_anew_once_it_has_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put_rules(tmp_path / "rules", monkeypatch, {"style/says-soon": SOON})
    before = read_rules()
    put_rules(tmp_path / "rules", monkeypatch, {"style/says-soon": SOON.replace("soon, shortly", "soon")})
    after = read_rules()
    assert [len(found[0].rule.signals[0].phrases) for found in (before, after) if found[0].rule] == [2, 1]


@pytest.mark.parametrize(
    ("patch", "place", "message", "hint"),
    [
        pytest.param("{mots: 3}", 21, "the rule 'says-soon' has no setting 'mots'", "'most'", id="an unknown setting"),
        pytest.param("{most: few}", 27, "'most' takes a whole number, not 'few'", "default is 0", id="a wrong type"),
        pytest.param("{severity: grave}", 31, "'grave' is not a severity", "one of", id="a wrong severity"),
        pytest.param(
            "{when: {before: soon}}", 28, "'before' asks about a phrase, and a rule has none", "channel",
            id="a condition about words",
        ),
        pytest.param("{off: maybe}", 26, "'maybe' is not a switch", "true", id="a switch that is none"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_change_of_a_rule(
    book: Callable[..., Contents], patch: str, place: int, message: str, hint: str
) -> None:
    with pytest.raises(BookError) as caught:
        book(f"rules: {{says-soon: {patch}}}")
    (mistake,) = caught.value.mistakes
    assert (mistake.line, mistake.column) == (1, place)
    assert message in mistake.message
    assert hint in mistake.hint


def test_a_rule_may_be_changed_where_a_message_is(book: Callable[..., Contents]) -> None:
    (patch,) = book(
        "segments: [vip]\nrules: {says-soon: {most: 2, off: true, when: {segment: vip, channel: chat}}}"
    ).patches
    assert (patch.off, patch.keys, [each.name for each in patch.when]) == (True, {"most": 2}, ["segment", "channel"])


def test_an_entry_has_no_settings(book: Callable[..., Contents]) -> None:
    with pytest.raises(BookError, match="unknown key 'most' in a change of an entry"):
        book("avoid: [{id: a, phrases: b}]\nrules: {a: {most: 2}}")
