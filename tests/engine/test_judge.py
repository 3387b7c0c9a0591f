from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phraselint.engine.judge import Judgement, selected
from phraselint.engine.linter import Linter
from phraselint.match.matches import Match
from phraselint.model.findings import GRAVITY, Severity
from phraselint.text.fold import fold
from tests.engine.conftest import entry

BOOK = (
    """\
segments: [vip]
avoid:
"""
    + "".join(
        (
            entry(
                "no-problem",
                'phrases: ["no problem", {phrase: np, severity: suggestion, unless: {}}]\nunless: {after: [with]}',
            ),
            entry("no-problem-at-all", 'phrases: ["problem at all"]', severity="error"),
            entry("all-the-best", 'phrases: ["all the best"]', category="goodbye"),
            entry("quoted", 'phrases: ["your mistake"]\nin: quote'),
            entry("anywhere", 'phrases: ["your fault"]\nin: [own, quote]'),
            entry("patched", 'phrases: ["calm down"]'),
            entry("switched-off", 'phrases: ["hang on"]'),
            entry("off-for-some", 'phrases: ["hold on"]'),
            entry("best", 'phrases: ["best"]', category="preferred"),
        )
    )
    + """
prefer:
  - {id: wishes, phrases: ["all the best wishes", "not np"], unless: {before: [not]}}
rules:
  patched: {severity: error}
  switched-off: off
  off-for-some: {severity: error, when: {segment: vip}}
"""
)


def found(linter: Linter, text: str, **context: Any) -> list[tuple[str, str, str]]:
    """Rule, words and severity of each finding."""
    return [(each.rule, each.match, each.severity.value) for each in linter.lint(text, **context).findings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("No problem.", [("no-problem", "No problem", "warning")], id="a phrase with its entry's keys"),
        pytest.param("np with that", [("no-problem", "np", "suggestion")], id="a phrase whose own keys win"),
        pytest.param("no problem with that", [], id="an excused phrase"),
        pytest.param(
            "no problem at all",
            [("no-problem-at-all", "problem at all", "error")],
            id="of two entries of a category the longest stands",
        ),
        pytest.param(
            "no problem at all the best",
            [
                ("no-problem-at-all", "problem at all", "error"),
                ("all-the-best", "all the best", "warning"),
                ("best", "best", "warning"),
            ],
            id="of several categories all stand, by start and end",
        ),
        pytest.param("calm down", [("patched", "calm down", "error")], id="a severity that the book changes"),
        pytest.param("hang on", [], id="an entry that the book switches off"),
        pytest.param("hold on", [("off-for-some", "hold on", "warning")], id="a change whose condition does not hold"),
        pytest.param("all the best wishes", [], id="inside preferred words"),
        pytest.param(
            "not all the best wishes",
            [("all-the-best", "all the best", "warning"), ("best", "best", "warning")],
            id="preferred words whose condition does not hold",
        ),
    ],
)
def test_what_stands(linter: Linter, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(linter, text) == expected


def test_a_change_whose_condition_holds(linter: Linter) -> None:
    assert found(linter, "hold on", segment="vip") == [("off-for-some", "hold on", "error")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("It is your mistake.", [], id="an entry for quotes, in own words"),
        pytest.param("> It is your mistake.\n\nSorry.", ["quoted"], id="an entry for quotes, in a quote"),
        pytest.param("> It is your fault.\n\nYour fault.", ["anywhere", "anywhere"], id="an entry for both"),
        pytest.param("> no problem\n\nOk.", [], id="other entries never look at quotes"),
        pytest.param("Ok.\n\n-- \nno problem", [], id="nor at signatures"),
    ],
)
def test_quotes_are_nobodys_own_words(linter: Linter, text: str, expected: list[str]) -> None:
    assert [each.rule for each in linter.lint(text).findings] == expected


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        pytest.param("> no problem\n\nOk.", "excused: in a quote", id="quoted"),
        pytest.param("It is your mistake.", "not met: in quote", id="not quoted"),
        pytest.param("hang on", "excused: switched off by the phrasebook's rules", id="switched off"),
        pytest.param("no problem with it", "excused: after 'with'", id="a condition"),
    ],
)
def test_why_a_match_does_not_stand(linter: Linter, text: str, reason: str) -> None:
    assert [each.reason for each in linter.lint(text).excused] == [reason]


def test_preferred_words_excuse_by_name(linter: Linter) -> None:
    excused = linter.lint("All the best wishes").excused
    assert {each.reason for each in excused} == {"excused: the phrasebook prefers 'All the best wishes'"}


def test_only_and_ignore_choose_entries(linter: Linter) -> None:
    assert [each[0] for each in found(linter, "calm down, no problem", only={"patched"})] == ["patched"]
    assert [each[0] for each in found(linter, "calm down, no problem", ignore={"patched"})] == ["no-problem"]


SENTENCE = fold("a " * 40).sentences[0]


@st.composite
def judgements(draw: st.DrawFn) -> list[Judgement]:
    """Matches of some entries of two categories, as the scan could find them."""
    found = []
    for number in range(draw(st.integers(0, 12))):
        start = draw(st.integers(0, 30))
        rule = draw(st.integers(0, 4))
        match = Match(number, SENTENCE, start, start + 1, start, start + draw(st.integers(1, 9)))
        record = {"id": f"r{rule}", "category": f"c{rule % 2}", "order": rule}
        found.append(Judgement(match, {}, record, draw(st.sampled_from(list(Severity))), ""))
    return found


def overlap(one: Judgement, other: Judgement) -> bool:
    return one.match.start < other.match.end and other.match.start < one.match.end


def naive(found: list[Judgement]) -> set[int]:
    """What `selected` promises, word by word: the numbers of the phrases that stand."""
    kept: list[Judgement] = []
    for each in sorted(found, key=lambda each: (each.match.start, -each.match.end, each.match.phrase)):
        if not any(overlap(each, other) and each.id == other.id for other in kept):
            kept.append(each)
    weight = {
        id(each): (
            each.match.start - each.match.end,
            GRAVITY[each.severity or Severity.ERROR],
            each.entry["order"],
            each.match.start,
        )
        for each in kept
    }
    standing: list[Judgement] = []
    for each in sorted(kept, key=lambda each: weight[id(each)]):
        if not any(overlap(each, other) and each.entry["category"] == other.entry["category"] for other in standing):
            standing.append(each)
    return {each.match.phrase for each in standing}


@given(judgements())
def test_selection_is_that_of_the_plain_definition(found: list[Judgement]) -> None:
    assert {each.match.phrase for each in selected(found)} == naive(found)


@given(judgements(), st.randoms())
def test_selection_does_not_depend_on_the_order_of_matches(found: list[Judgement], random: Any) -> None:
    shuffled = list(found)
    random.shuffle(shuffled)
    assert {each.match.phrase for each in selected(shuffled)} == {each.match.phrase for each in selected(found)}
