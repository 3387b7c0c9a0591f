"""Service rules in the linter: who is asked, what is found, what a phrasebook changes, and what is silent."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from phraselint.book.loader import load_contents
from phraselint.engine.linter import Linter
from phraselint.match.compile import compiled
from phraselint.model.conversation import Channel, Conversation, Message, Person, Speaker
from phraselint.model.errors import MissingExtra
from phraselint.model.findings import Safety, Suggestion
from phraselint.service.case import Case, Fault
from tests.rule_files import SOON, Check, put_checks, put_rules, says_soon

MakeRules = Callable[..., Linter]
BOOK = "avoid: [{id: calm-down, phrases: calm down, why: It does not., unless: {after: [yourself]}}]\n"
RULE = """\
summary: a
why: b
severity: warning
needs: [NEEDS]
triggers: [TRIGGERS]
says: c
signals: {listening/hello: [hello]}
examples: [{pass: [{agent: d}]}]
"""


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MakeRules:
    """A linter with the rule `says-soon`, and one called `listening` whose needs, triggers and check are given."""

    def make(
        book: str = "", needs: str = "message", triggers: str = "", check: Check | None = None, soon: str = SOON
    ) -> Linter:
        listening = RULE.replace("NEEDS", needs).replace("TRIGGERS", triggers)
        listening = listening if triggers else listening.replace("triggers: []\n", "")
        put_rules(tmp_path / "rules", monkeypatch, {"style/says-soon": soon, "effort/listening": listening})
        put_checks(monkeypatch, {"says-soon": says_soon, "listening": check or nothing})
        (tmp_path / "lexicon.yaml").write_text(BOOK + book, encoding="utf-8")
        return Linter(compiled(load_contents(str(tmp_path / "lexicon.yaml"))))

    return make


def nothing(case: Case, settings: Mapping[str, Any]) -> Iterator[Fault]:
    yield from ()


def everywhere(case: Case, settings: Mapping[str, Any]) -> Iterator[Fault]:
    for place, each in enumerate(case.said):
        yield Fault(place, 0, len(each.message.text))


def chat(*lines: tuple[str, str], **about: Any) -> Conversation:
    messages = tuple(Message(text, Speaker(speaker)) for speaker, text in lines)
    return Conversation(messages, id="c-1", **about)


ASKED = ("customer", "Where is it?")


def reply(text: str) -> Conversation:
    """A text as the answer to a customer."""
    return chat(ASKED, ("agent", text))


def test_a_finding_says_what_was_found_and_why_it_matters(made: MakeRules) -> None:
    (finding,) = made().lint(chat(ASKED, ("agent", "Well,\nit comes soon."))).findings
    assert (finding.rule, finding.category, finding.severity) == ("says-soon", "style", "suggestion")
    assert (finding.message, finding.start, finding.end, finding.match) == (1, 15, 19, "soon")
    assert (finding.line, finding.column) == (2, 10)
    assert finding.why == "This says soon. Nobody knows when soon is."
    assert [(each.conversation, each.turn, each.match) for each in finding.evidence] == [("c-1", 0, "W")]


def test_what_is_offered_with_a_blank_left_is_advice(made: MakeRules) -> None:
    (finding,) = made().lint(reply("It comes soon.")).findings
    assert finding.suggestions == (
        Suggestion("By {day}", Safety.GUIDE, 9, 13),
        Suggestion("At once, not soon", Safety.REVIEW, 9, 13),
    )


def test_findings_of_rules_and_entries_stand_in_the_order_of_the_text(made: MakeRules) -> None:
    text = "It comes soon. Calm down. It comes shortly."
    findings = made().lint(reply(text)).findings
    assert [(each.rule, each.match) for each in findings] == [
        ("says-soon", "soon"),
        ("calm-down", "Calm down"),
        ("says-soon", "shortly"),
    ]
    assert len({each.fingerprint for each in findings}) == 3


def test_the_same_words_twice_in_a_sentence_have_fingerprints_of_their_own(made: MakeRules) -> None:
    first, second = made().lint(reply("Soon, very soon.")).findings
    assert first.fingerprint != second.fingerprint


def test_a_rule_reads_the_writers_own_words(made: MakeRules) -> None:
    said = 'You wrote "it comes soon". It comes on Friday.'
    assert made().lint(chat(("customer", "It comes soon."), ("agent", said))).findings == ()


def test_a_rule_that_is_not_wanted_is_not_asked(made: MakeRules) -> None:
    linter = made()
    text = reply("Calm down, it comes soon.")
    assert [each.rule for each in linter.lint(text, only=["says-soon"]).findings] == ["says-soon"]
    assert [each.rule for each in linter.lint(text, ignore=["says-soon"]).findings] == ["calm-down"]


@pytest.mark.parametrize(
    ("change", "context", "severity"),
    [
        pytest.param("", {}, "suggestion", id="as the rule says"),
        pytest.param("off", {}, None, id="switched off"),
        pytest.param("{severity: error}", {}, "error", id="graver"),
        pytest.param("{severity: error, when: {channel: email}}", {"channel": "email"}, "error", id="graver in a mail"),
        pytest.param(
            "{severity: error, when: {channel: email}}", {"channel": "chat"}, "suggestion", id="not in a chat"
        ),
        pytest.param("{off: true, when: {segment: vip}}", {"segment": "vip"}, None, id="off for some"),
        pytest.param("{off: true, when: {segment: vip}}", {}, "suggestion", id="on for the others"),
        pytest.param("{most: 1}", {}, None, id="another setting"),
        pytest.param("{most: 1, when: {channel: chat}}", {"channel": "chat"}, None, id="another setting in a chat"),
        pytest.param("{most: 1, when: {channel: chat}}", {"channel": "sms"}, "suggestion", id="as it was elsewhere"),
    ],
)
def test_what_a_phrasebook_changes(made: MakeRules, change: str, context: dict[str, Any], severity: str | None) -> None:
    linter = made(f"segments: [vip]\nrules: {{says-soon: {change}}}" if change else "")
    findings = linter.lint(reply("It comes soon."), **context).findings
    assert [each.severity for each in findings] == ([severity] if severity else [])


def test_settings_hold_message_by_message(made: MakeRules) -> None:
    linter = made("rules: {says-soon: {most: 1, when: {channel: email}}}")
    conversation = Conversation(
        (Message("Soon.", channel=Channel.EMAIL), Message("Soon.", channel=Channel.CHAT), Message("Soon."))
    )
    assert [each.message for each in linter.lint(conversation).findings] == [1, 2]


def test_the_last_change_wins_and_mappings_change_key_by_key(made: MakeRules) -> None:
    seen: list[Mapping[str, Any]] = []

    def noting(case: Case, settings: Mapping[str, Any]) -> Iterator[Fault]:
        seen.append(settings)
        yield from ()

    soon = SOON.replace("settings: {most: 0}", "settings: {most: 0, limits: {chat: 60s, email: 4h}, words: [a]}")
    linter = made("rules: {says-soon: {limits: {email: 2h}, words: [b, c]}}", soon=soon)
    with pytest.MonkeyPatch.context() as patch:
        put_checks(patch, {"says-soon": noting})
        linter.lint(reply("soon"))
    assert seen == [{"most": 0, "limits": {"chat": "60s", "email": "2h"}, "words": ["b", "c"]}]


@pytest.mark.parametrize(
    ("triggers", "conversation", "asked"),
    [
        pytest.param("", chat(("agent", "Hi")), True, id="none: always"),
        pytest.param("listening/hello", chat(("agent", "Hello.")), True, id="a signal of the agent"),
        pytest.param("listening/hello", chat(("bot", "Hello.")), True, id="a signal of the bot"),
        pytest.param("listening/hello", chat(("customer", "Hello.")), False, id="not of the customer"),
        pytest.param("listening/hello", chat(("agent", "> Hello.")), False, id="not in a quotation"),
        pytest.param("{customer: listening/hello}", chat(("customer", "Hello.")), True, id="a signal of the customer"),
        pytest.param("{customer: listening/hello}", chat(("agent", "Hello.")), False, id="not of the agent"),
        pytest.param("{text: ['{', '[']}", chat(("agent", "Dear [name]")), True, id="one of several texts"),
        pytest.param("{text: ['{', '[']}", chat(("customer", "[name]")), False, id="no text of the customer's"),
        pytest.param("{capitals: 3}", chat(("agent", "CALL US NOW, please")), True, id="words in capitals"),
        pytest.param("{capitals: 3}", chat(("agent", "I AM A B C")), False, id="single letters are none"),
        pytest.param("{words: 3}", chat(("agent", "one two three")), True, id="words"),
        pytest.param("{words: 4}", chat(("agent", "one two three")), False, id="too few words"),
        pytest.param("{messages: 2}", chat(("agent", "a"), ("bot", "b")), True, id="messages of the company"),
        pytest.param("{messages: 2}", chat(("agent", "a"), ("customer", "b")), False, id="too few messages"),
        pytest.param("{words: 9}, listening/hello", chat(("agent", "Hello.")), True, id="any trigger suffices"),
    ],
)
def test_triggers(made: MakeRules, triggers: str, conversation: Conversation, asked: bool) -> None:
    linter = made(triggers=triggers, check=everywhere)
    around = conversation._replace(messages=(Message("Where is it?", Speaker.CUSTOMER), *conversation.messages))
    assert bool(linter.lint(around, only=["listening"]).findings) is asked


@pytest.mark.parametrize(
    ("triggers", "asked"),
    [
        pytest.param("", False, id="none"),
        pytest.param("listening/hello", False, id="a signal"),
        pytest.param("{text: Hello}", True, id="a text"),
        pytest.param("{words: 2}", True, id="words"),
        pytest.param("{capitals: 1}, {text: Bye}", False, id="shapes that it has not"),
    ],
)
def test_a_draft_without_its_conversation_is_asked_only_for_what_its_letters_show(
    made: MakeRules, triggers: str, asked: bool
) -> None:
    linter = made(triggers=triggers, check=everywhere)
    assert bool(linter.lint("Hello there.", only=["listening"]).findings) is asked


TIMED = Message("Hi", Speaker.CUSTOMER, timestamp="2026-03-02T09:00:00+00:00")


@pytest.mark.parametrize(
    ("needs", "conversation", "reason"),
    [
        pytest.param("message", chat(ASKED, ("agent", "Hi")), None, id="a message is enough"),
        pytest.param("conversation", chat(("agent", "Hi")), "of a single message", id="a lone message of an agent"),
        pytest.param("conversation", chat(("customer", "Hi")), None, id="a lone message of a customer"),
        pytest.param("conversation", chat(("agent", "Hi"), ("agent", "Ho")), None, id="two messages"),
        pytest.param("timestamps", chat(ASKED), "without timestamps", id="no times"),
        pytest.param("timestamps", Conversation((TIMED, TIMED)), None, id="all times"),
        pytest.param(
            "timestamps", Conversation((TIMED, TIMED._replace(timestamp=None))), "without timestamps", id="some times"
        ),
        pytest.param("customer-name", chat(ASKED), "without the customer's name", id="no name"),
        pytest.param("customer-name", chat(ASKED, customer=Person(name="Ada")), None, id="a name in the record"),
        pytest.param("customer-name", chat(("customer", "Hi\n\nBest,\nAda Bell")), None, id="a name that was told"),
        pytest.param(
            "channel-email", chat(ASKED, ("agent", "a"), channel=Channel.TICKET), None, id="a ticket is a mail"
        ),
        pytest.param("channel-email", chat(("agent", "a")), "without a channel", id="no channel"),
        pytest.param("channel-internal", chat(("agent", "a"), channel=Channel.INTERNAL), None, id="a note"),
    ],
)
def test_needs(made: MakeRules, needs: str, conversation: Conversation, reason: str | None) -> None:
    result = made(needs=needs, check=everywhere).lint(conversation, only=["listening"])
    assert [each.reason for each in result.silent] == ([reason] if reason else [])
    assert bool(result.findings) is (reason is None)


def test_a_rule_about_other_channels_is_not_asked_and_not_silent(made: MakeRules) -> None:
    linter = made(needs="channel-email", check=everywhere)
    result = linter.lint(chat(("agent", "a"), channel=Channel.CHAT), only=["listening"])
    assert (result.findings, result.silent) == ((), ())


def test_a_rule_that_is_off_is_not_silent(made: MakeRules) -> None:
    linter = made("rules: {listening: off}", needs="timestamps")
    assert linter.lint(chat(ASKED)).silent == ()


def test_without_a_library_a_rule_is_silent_once_it_is_asked(made: MakeRules) -> None:
    def missing(case: Case, settings: Mapping[str, Any]) -> Iterator[Fault]:
        raise MissingExtra("pip install it")
        yield

    linter = made(triggers="listening/hello", check=missing)
    (silence,) = linter.lint(reply("Hello.")).silent
    assert silence == ("listening", "because this machine lacks an optional library: pip install it")
    assert linter.lint(reply("Hi.")).silent == ()


def test_without_a_check_a_rule_is_silent(made: MakeRules, monkeypatch: pytest.MonkeyPatch) -> None:
    linter = made()
    monkeypatch.delitem(__import__("phraselint.service.checks", fromlist=["CHECKS"]).CHECKS, "listening")
    (silence,) = linter.lint(reply("Hi")).silent
    assert silence.rule == "listening"
    assert silence.reason.startswith("without a check: name the function that carries out 'listening'")


def test_of_a_draft_in_its_conversation_only_the_draft_is_judged(made: MakeRules) -> None:
    conversation = chat(("agent", "Soon."), ASKED, ("agent", "Shortly."))
    linter = made(check=everywhere)
    found = linter.lint(conversation, draft=True).findings
    assert [(each.rule, each.message) for each in found] == [("says-soon", 2), ("listening", 2)]


def test_what_entries_found_is_told_to_rules(made: MakeRules) -> None:
    told: list[tuple[int, str, str, bool]] = []

    def noting(case: Case, settings: Mapping[str, Any]) -> Iterator[Fault]:
        for place, said in enumerate(case.said):
            told.extend(
                (place, each.rule, said.message.text[each.start : each.end], each.excused == "")
                for each in said.verdicts()
            )
        yield from ()

    conversation = chat(("agent", "Calm down yourself. Calm down."), ("customer", "Calm down!"), ("agent", "Hi"))
    for only in (None, ["listening"]):
        told.clear()
        made(check=noting).lint(conversation, only=only)
        assert told == [
            (0, "calm-down", "Calm down", False),
            (0, "calm-down", "Calm down", True),
            (1, "calm-down", "Calm down", False),
        ]


def test_a_suppression_names_a_rule_too(made: MakeRules) -> None:
    text = "It comes soon. <!-- phraselint: ignore says-soon -- the shop opens soon -->"
    result = made().lint(reply(text), markup="markdown")
    assert result.findings == ()
    assert [(each.rule, each.reason) for each in result.excused] == [("says-soon", "suppressed: the shop opens soon")]


def test_a_trace_says_what_changed_the_severity(made: MakeRules) -> None:
    linter = made("rules: {says-soon: {severity: error}}")
    assert linter.lint(reply("Soon."), trace=True).reasons == ("met: error by the phrasebook's rules",)


def test_the_verdict_counts_rules(made: MakeRules) -> None:
    assert made().lint(reply("Soon.")).verdict == "suggest"
    assert made("rules: {says-soon: {severity: error}}").lint(reply("Soon.")).verdict == "block"


@pytest.mark.parametrize(
    "conversation",
    [
        pytest.param(Conversation(()), id="no messages"),
        pytest.param(chat(ASKED, ("agent", "")), id="an empty text"),
        pytest.param(chat(*[("system", " ")] * 3), id="blank lines of the system"),
        pytest.param(chat(*[ASKED, ("agent", "later")] * 5000), id="ten thousand messages"),
        pytest.param(
            Conversation((TIMED, TIMED._replace(timestamp="yesterday"), TIMED._replace(timestamp="2020-01-01"))),
            id="times that are none, and out of order",
        ),
    ],
)
def test_nothing_breaks(made: MakeRules, conversation: Conversation) -> None:
    findings = made(check=everywhere).lint(conversation).findings
    assert {each.message for each in findings} == set(range(len(conversation.messages)))
