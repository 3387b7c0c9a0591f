import re
from collections.abc import Sequence
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phraselint.engine.fixes import fixed
from phraselint.model.findings import Finding, Safety, Severity, Suggestion, places


class Rule(NamedTuple):
    """A rule of a linter made for these tests: a word, what to say instead, and how safe that is."""

    word: str
    say: str
    safety: Safety = Safety.SAFE
    severity: Severity = Severity.WARNING
    more: int = 0  # how much more than the word the suggestion replaces


def lint(text: str, rules: Sequence[Rule]) -> list[Finding]:
    """The findings of a text, by start."""
    found = []
    for rule in rules:
        for hit in re.finditer(rf"\b{rule.word}\b", text, re.IGNORECASE):
            suggestion = Suggestion(rule.say, rule.safety, hit.start(), min(hit.end() + rule.more, len(text)))
            place = (0, hit.start(), hit.end(), 1, hit.start() + 1)
            found.append(Finding(rule.word, rule.word, rule.severity, *place, hit.group(), "why", (suggestion,)))
    return sorted(found, key=lambda each: (each.start, each.end, each.rule))


def fix(text: str, *rules: Rule, review: bool = False) -> str:
    return fixed(text, lint(text, rules), lambda other: lint(other, rules), review)


OOPS = Rule("oops", "sorry")
SOON = Rule("soon", "by noon", Safety.REVIEW)
CALM = Rule("calm down", "{name}", Safety.GUIDE)


@pytest.mark.parametrize(
    ("text", "review", "expected"),
    [
        pytest.param("oops, soon, calm down", False, "sorry, soon, calm down", id="safe ones"),
        pytest.param("oops, soon, calm down", True, "sorry, by noon, calm down", id="with review, those too"),
        pytest.param("oops  oops\r\n oops", False, "sorry  sorry\r\n sorry", id="all of them, spaces as they were"),
        pytest.param("well", True, "well", id="nothing to fix"),
    ],
)
def test_what_is_applied(text: str, review: bool, expected: str) -> None:
    assert fix(text, OOPS, SOON, CALM, review=review) == expected


def test_findings_that_overlap_are_one_place() -> None:
    findings = lint("a b c d", [Rule("a b", ""), Rule("b c", ""), Rule("d", "")])
    assert [[each.rule for each in group] for group in places(findings)] == [["a b", "b c"], ["d"]]


def test_of_two_changes_only_the_one_that_brings_a_fault_is_taken_back() -> None:
    def relint(text: str) -> list[Finding]:
        found = lint(text, [OOPS, Rule("pls", "please")])
        return found if "pls" in text else [*found, *lint(text, [Rule("fault", "{what}", Safety.GUIDE)])]

    text = "pls wait. oops, a fault"
    assert fixed(text, relint(text), relint) == "pls wait. sorry, a fault"


def test_neighbours_that_would_say_the_same_say_it_once() -> None:
    what, clear = Rule("you see", "any questions"), Rule("is it clear", "any questions")
    assert fix("you see? is it clear? well", what, clear) == "any questions? well"
    assert fix("you see? well. is it clear?", what, clear) == "any questions? well. any questions?"


def test_the_gravest_of_a_place_is_applied() -> None:
    mild = Rule("no way", "hardly", severity=Severity.SUGGESTION)
    grave = Rule("way", "chance", severity=Severity.ERROR)
    assert fix("no way", mild, grave) == "no chance"


def test_what_would_hide_the_rest_of_a_graver_finding_is_not_done() -> None:
    grave = Rule("must ring them", "{option}", Safety.GUIDE, Severity.ERROR)
    assert fix("you must ring them", Rule("you must", "please"), grave) == "you must ring them"


def test_the_next_of_a_place_where_the_gravest_only_advises() -> None:
    grave = Rule("way", "{option}", Safety.GUIDE, Severity.ERROR)
    assert fix("no way", Rule("no way", "hardly"), grave) == "hardly"


@pytest.mark.parametrize(
    ("rules", "text", "expected"),
    [
        pytest.param([Rule("oops", "soon"), SOON], "oops, oops", "oops, oops", id="a new finding"),
        pytest.param(
            [Rule("oops", "soon"), SOON, Rule("bad", "poor")], "oops, bad", "oops, poor", id="and one that is fine"
        ),
        pytest.param([OOPS], "sorry oops", "sorry oops", id="a doubled word"),
        pytest.param([Rule("oops", "")], "so oops so", "so oops so", id="a doubled space"),
        pytest.param([Rule("oops", "well,")], "oops, so", "oops, so", id="a doubled sign"),
        pytest.param([Rule("oops", "oops oops")], "oops", "oops", id="more of the same"),
    ],
)
def test_a_fix_that_does_harm_is_taken_back(rules: list[Rule], text: str, expected: str) -> None:
    assert fix(text, *rules) == expected


def test_what_was_doubled_before_may_stay() -> None:
    assert fix("that that  oops", OOPS) == "that that  sorry"


def test_a_fix_that_reaches_into_the_next_waits_for_it() -> None:
    reaching = Rule("please", "kindly bad", more=4)
    assert fix("please bad", reaching, Rule("bad", "poor")) == "kindly poor"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("must go and must run", "please go and must run", id="in one sentence"),
        pytest.param("must go. must run", "please go. please run", id="in two"),
        pytest.param("must go\n\nmust run", "please go\n\nplease run", id="in two paragraphs"),
    ],
)
def test_a_second_please_in_a_sentence_waits(text: str, expected: str) -> None:
    assert fixed(text, lint(text, [Rule("must", "please")]), lambda _: [], review=False) == expected


def test_a_doubled_word_counts_though_a_doubled_space_goes() -> None:
    assert fix("but x  oops but", Rule("x  oops", "", more=1)) == "but x  oops but"


def test_one_that_waits_has_its_turn_where_the_first_is_taken_back() -> None:
    harmful = Rule("please", "soon bad", more=4)
    assert fix("please bad", harmful, Rule("bad", "poor"), Rule("soon", "", Safety.GUIDE)) == "please poor"


WORDS = st.sampled_from(["oops", "soon", "bad", "well", "so", "calm", "down", ",", ".", "\n", " ", "  "])
RULES = st.lists(
    st.builds(
        Rule,
        st.sampled_from(["oops", "soon", "bad", "calm down", "so well"]),
        st.sampled_from(["sorry", "soon", "bad luck", "", "well", "so"]),
        st.sampled_from(list(Safety)),
        st.sampled_from(list(Severity)),
        st.integers(0, 5),
    ),
    max_size=4,
    unique_by=lambda rule: rule.word,
)


@given(st.lists(WORDS, max_size=14).map(" ".join), RULES, st.booleans())
def test_twice_is_once_and_no_finding_is_new(text: str, rules: list[Rule], review: bool) -> None:
    once = fix(text, *rules, review=review)
    assert fix(once, *rules, review=review) == once
    assert len(lint(once, rules)) <= len(lint(text, rules))
