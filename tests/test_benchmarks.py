"""What the benchmarks count, on cases that can be counted by hand."""

from types import SimpleNamespace
from typing import Any

import pytest

from benchmarks import accuracy, service, slips, texts
from benchmarks.conversations import conversations
from phraselint.engine.linter import Linter
from phraselint.match.library import load
from phraselint.model.conversation import Conversation
from phraselint.model.findings import Evidence

TEXT = "No worries, calm down."
FIRST, SECOND = (0, 10), (12, 21)


def found(*spans: tuple[str, int, int]) -> Any:
    """A linter that finds just these in the last message of any conversation."""

    def lint(conversation: Any, **_: Any) -> Any:
        last = len(conversation.messages) - 1
        return SimpleNamespace(
            findings=[SimpleNamespace(rule=rule, start=start, end=end, message=last) for rule, start, end in spans]
        )

    return SimpleNamespace(lint=lint, book=SimpleNamespace(ids=list, rule_ids=list))


def record(labels: list[Any], unsure: list[Any], previous: str | None = None) -> accuracy.Record:
    names = ("id", "start", "end", "far")
    return {
        "text": TEXT,
        "previous": previous,
        "channel": "chat",
        "labels": [dict(zip(names, each, strict=True)) for each in labels],
        "unsure": [dict(zip(names, each, strict=True)) for each in unsure],
    }


@pytest.mark.parametrize(
    ("findings", "labels", "unsure", "counts"),
    [
        pytest.param([("a", 3, 12)], [("a", *FIRST, False)], [], (1, 0, 1, 0), id="overlap with the same id is a hit"),
        pytest.param([("b", *FIRST)], [("a", *FIRST, False)], [], (0, 1, 0, 1), id="another id is no hit"),
        pytest.param([("a", 10, 12)], [("a", *FIRST, False)], [], (0, 1, 0, 1), id="touching is no overlap"),
        pytest.param([("a", *FIRST)], [], [("a", *FIRST, False)], (0, 0, 0, 0), id="unsure counts neither way"),
        pytest.param(
            [("b", *FIRST)], [], [("a", *FIRST, False)], (0, 1, 0, 0), id="unsure of another id excuses nothing"
        ),
        pytest.param([], [("a", *FIRST, True)], [], (0, 0, 0, 0), id="far labels are no misses"),
        pytest.param([("a", *FIRST)], [("a", *FIRST, True)], [], (1, 0, 0, 0), id="a far label that is found is right"),
        pytest.param(
            [("a", 0, 2), ("a", 3, 9)],
            [("a", *FIRST, False)],
            [],
            (2, 0, 1, 0),
            id="two findings in one label are right",
        ),
        pytest.param(
            [("a", *FIRST), ("a", *SECOND)], [("a", *SECOND, False)], [], (1, 1, 1, 0), id="each finding is judged"
        ),
    ],
)
def test_a_message_is_judged(findings: Any, labels: Any, unsure: Any, counts: tuple[int, ...]) -> None:
    for previous in (None, "Thanks!"):
        verdicts = accuracy.judge(found(*findings), record(labels, unsure, previous))
        assert accuracy.score(verdicts) == counts


def test_figures_are_precision_recall_and_their_harmonic_mean() -> None:
    assert accuracy.Score(hits=9, false_alarms=1, found=6, missed=4).figures() == pytest.approx((0.9, 0.6, 0.72))


def test_halves_share_no_message_and_miss_none() -> None:
    records = [{"n": number} for number in range(101)]
    first, second = (accuracy.half(records, which, seed=3) for which in "ab")
    assert sorted(each["n"] for each in first + second) == list(range(101))
    assert first == accuracy.half(records, "a", seed=3) != accuracy.half(records, "a", seed=4)


def test_made_texts_are_the_same_for_the_same_seed() -> None:
    assert texts.draft(seed=5) == texts.draft(seed=5) != texts.draft(seed=6)
    assert texts.messages(50, seed=5) == texts.messages(50, seed=5)
    assert len(set(texts.phrases(1000))) == 1000


@pytest.mark.parametrize("seed", range(3))
def test_the_core_pack_finds_five_things_in_a_made_draft(seed: int) -> None:
    found = [finding.rule for finding in Linter(load()).lint(texts.draft(seed=seed), draft=True).findings]
    assert found == ["no-problem", "calm-down", "please-change", "wont-argue", "as-i-said"]


def test_slips_change_only_the_order_of_letters() -> None:
    messages = texts.messages(50)
    slipped = slips.with_slips(messages, share=0.5)
    assert slipped != messages
    assert [sorted(text) for text in slipped] == [sorted(text) for text in messages]


TALK = [("customer", "Where is it?"), ("agent", "It comes soon, very soon."), ("agent", "Soon.")]


def talk(expect: list[Any], also_ok: list[str]) -> service.Record:
    names = ("rule", "message", "quote", "evidence_message")
    return {
        "messages": [{"speaker": speaker, "text": text} for speaker, text in TALK],
        "expect": [dict(zip(names, each, strict=True)) for each in expect],
        "also_ok": also_ok,
    }


def rules_find(*places: tuple[str, int, int, int]) -> Any:
    """A linter whose rules are broken at just these places: rule, message, start and end; message 0 is the evidence."""
    evidence = (Evidence(None, 0, None, 0, 1, "W"),)
    findings = [
        SimpleNamespace(rule=rule, message=message, start=start, end=end, match="", evidence=evidence)
        for rule, message, start, end in places
    ]

    def lint(conversation: Any, only: frozenset[str]) -> Any:
        return SimpleNamespace(findings=[each for each in findings if each.rule in only])

    return SimpleNamespace(lint=lint)


@pytest.mark.parametrize(
    ("findings", "expect", "also_ok", "counts"),
    [
        pytest.param([("a", 1, 9, 13)], [("a", 1, "soon", 0)], [], (1, 0, 1, 0), id="on the quoted words"),
        pytest.param([("a", 1, 0, 25)], [("a", 1, "soon", 0)], [], (1, 0, 1, 0), id="around the quoted words"),
        pytest.param([("a", 1, 15, 19)], [("a", 1, "soon", 0)], [], (0, 1, 0, 1), id="beside the quoted words"),
        pytest.param([("a", 1, 0, 2)], [("a", 1, None, 0)], [], (1, 0, 1, 0), id="anywhere where nothing is quoted"),
        pytest.param([("a", 2, 0, 4)], [("a", 1, None, 0)], [], (0, 1, 0, 1), id="on another message"),
        pytest.param([("b", 1, 9, 13)], [("a", 1, "soon", 0)], [], (0, 1, 0, 1), id="of another rule"),
        pytest.param([("b", 1, 9, 13)], [], ["b"], (0, 0, 0, 0), id="a rule that may fire counts neither way"),
        pytest.param([("b", 1, 9, 13)], [], [], (0, 1, 0, 0), id="a false alarm"),
        pytest.param([], [("a", 1, None, 0)], ["a"], (0, 0, 0, 1), id="a miss"),
        pytest.param([], [("c", 1, None, 0)], [], (0, 0, 0, 0), id="a rule that the phrasebook does not hold"),
    ],
)
def test_a_conversation_is_judged(findings: Any, expect: Any, also_ok: list[str], counts: Any) -> None:
    verdicts = service.judge(rules_find(*findings), talk(expect, also_ok), ["a", "b"])
    assert tuple(service.score(verdicts)) == counts


@pytest.mark.parametrize(
    ("evidence", "kinds"),
    [
        pytest.param(0, ["hit", "found"], id="the evidence that is expected"),
        pytest.param(2, ["hit", "found", "no evidence"], id="other evidence"),
        pytest.param(None, ["hit", "found"], id="no evidence expected"),
    ],
)
def test_evidence_is_told_apart(evidence: int | None, kinds: list[str]) -> None:
    verdicts = service.judge(rules_find(("a", 1, 9, 13)), talk([("a", 1, "soon", evidence)], []), ["a"])
    assert [verdict.kind for verdict in verdicts] == kinds


def test_conversations_are_made_the_same_for_the_same_seed() -> None:
    made = list(conversations(5, messages=8, seed=3))
    assert made == list(conversations(5, messages=8, seed=3))
    assert made != list(conversations(5, messages=8, seed=4))
    assert {len(Conversation.from_record(each).messages) for each in made} == {8}
    assert all("{" not in message["text"] for each in made for message in each["messages"])
