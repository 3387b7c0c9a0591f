import pytest

from phraselint.engine.fingerprint import Fingerprints, key
from phraselint.engine.linter import Linter
from tests.engine.conftest import MakeLinter, entry

BOOK = "avoid:\n" + entry("calm-down", 'phrases: ["calm down"]') + entry("relax", "phrases: [relax]")


def prints(linter: Linter, text: str) -> list[str]:
    return [finding.fingerprint for finding in linter.lint(text).findings]


def test_version_one_stays_as_it_is() -> None:
    assert Fingerprints().of("calm-down", key(["please", "calm", "down"])) == "105ea344d77f1e299"


def test_it_outlives_edits_elsewhere_and_of_case_and_spaces(make_linter: MakeLinter) -> None:
    linter = make_linter(BOOK)
    before = prints(linter, "Please calm down.")
    assert prints(linter, "Hello Ann!\n\nPLEASE  calm\ndown. Bye!") == before


def test_it_tells_rules_sentences_and_repeats_apart(make_linter: MakeLinter) -> None:
    linter = make_linter(BOOK)
    found = prints(linter, "Calm down and relax. Calm down and relax. Calm down. Calm down.")
    assert len(found) == len(set(found)) == 6


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("Please calm down", "Please calm down\nsecond line", id="a line below, without a full stop"),
        pytest.param("calm down", "Hi Ann\ncalm down", id="a line above, without a full stop"),
        pytest.param("We ask you to\ncalm down", "We ask you to\ncalm down\nLee", id="a name below"),
        pytest.param(
            "We would like to ask you once more today to please calm down before you call.",
            "We would like to ask you once more today to please calm\ndown before you call.",
            id="wrapped inside the phrase",
        ),
        pytest.param(
            "We would like to ask you once more today to please calm down before you call.",
            "We would like to ask you once more today to\nplease calm down before you call.",
            id="wrapped before the phrase",
        ),
        pytest.param("Please calm down.", "Please calm\ndown.", id="the phrase over two short lines"),
    ],
)
def test_lines_that_are_put_around_it_change_nothing(before: str, after: str, make_linter: MakeLinter) -> None:
    linter = make_linter(BOOK)
    assert prints(linter, after)[:1] == prints(linter, before)


def test_lines_of_one_sentence_are_told_apart(make_linter: MakeLinter) -> None:
    one, other = prints(make_linter(BOOK), "calm down Ann\ncalm down Lee")
    assert {one, other} == {*prints(make_linter(BOOK), "calm down Ann"), *prints(make_linter(BOOK), "calm down Lee")}
