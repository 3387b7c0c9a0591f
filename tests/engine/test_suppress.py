import time

import pytest

from phraselint.engine.linter import Linter
from phraselint.engine.suppress import Suppressions
from tests.engine.conftest import entry

BOOK = "avoid:\n" + entry("no-problem", 'phrases: ["no problem"]') + entry("calm-down", 'phrases: ["calm down"]')


def rules(linter: Linter, text: str, markup: str = "markdown") -> list[str]:
    return [finding.rule for finding in linter.lint(text, markup=markup).findings]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("<!-- phraselint: ignore no-problem -- a quote -->\nNo problem.", id="the next line"),
        pytest.param("<!-- phraselint: ignore no-problem -- a quote -->\n\nNo problem.", id="after a blank line"),
        pytest.param("No problem. <!-- phraselint: ignore no-problem -- a quote -->", id="the same line, after it"),
        pytest.param("<!-- phraselint: ignore no-problem -- a quote --> No problem.", id="the same line, before it"),
        pytest.param("<!--phraselint:ignore no-problem -- a quote-->\nNo problem.", id="without spaces"),
        pytest.param(
            "<!-- phraselint: ignore no-problem, calm-down -- a quote -->\nNo problem, calm down.", id="several ids"
        ),
        pytest.param(
            "<!-- phraselint: ignore no-problem -- a -->\n<!-- phraselint: ignore calm-down -- b -->\n"
            "No problem, calm down.",
            id="several comments",
        ),
        pytest.param(
            "<!-- phraselint: ignore no-problem -- a --> <!-- phraselint: ignore calm-down -- b -->\n"
            "No problem, calm down.",
            id="several comments on one line",
        ),
        pytest.param("<!-- PhraseLint: Ignore no-problem -- a -->\nNo problem.", id="in capitals"),
        pytest.param(
            "<!-- phraselint: ignore: no-problem; calm-down -- a -->\nNo problem, calm down.", id="with signs"
        ),
        pytest.param("No problem. <!-- phraselint: ignore no-problem --\na quote --> No problem.", id="both its lines"),
        pytest.param("<!-- phraselint: ignore no-problem -- a -->\r\rNo problem.", id="over old line ends"),
        pytest.param("<!-- phraselint: ignore-file no-problem -- a -->\nOk.\n\nNo problem.", id="the whole file"),
        pytest.param("Ok.\n\nNo problem.\n\n<!-- phraselint: ignore-file no-problem -- a -->", id="from its end"),
    ],
)
@pytest.mark.parametrize("markup", ["markdown", "html"])
def test_a_comment_suppresses(linter: Linter, text: str, markup: str) -> None:
    assert rules(linter, text, markup) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "<!-- phraselint: ignore no-problem -- a -->\nOk.\nNo problem.",
            ["unused-suppression", "no-problem"],
            id="another line",
        ),
        pytest.param(
            "<!-- phraselint: ignore calm-down -- a -->\nNo problem.",
            ["unused-suppression", "no-problem"],
            id="another entry",
        ),
        pytest.param(
            "<!-- phraselint: ignore no-problem -->\nNo problem.",
            ["suppression-without-reason", "no-problem"],
            id="without a reason",
        ),
        pytest.param(
            "<!-- phraselint: ignore -- because -->\nNo problem.",
            ["suppression-without-reason", "no-problem"],
            id="without an id",
        ),
        pytest.param(
            "<!-- phraselint: ignore no-problems -- a -->\nNo problem.",
            ["unknown-suppression", "no-problem"],
            id="an id that is not known",
        ),
        pytest.param(
            "<!-- phraselint: ignore-next no-problem -- a -->\nNo problem.",
            ["unknown-suppression", "no-problem"],
            id="another word than ignore",
        ),
        pytest.param(
            "<!-- phraselint: disable no-problem -- a -->\nNo problem.",
            ["unknown-suppression", "no-problem"],
            id="the word of another tool",
        ),
        pytest.param(
            "<!-- phraselint: no-problem -- a -->\nNo problem.", ["unknown-suppression", "no-problem"], id="no word"
        ),
        pytest.param(
            "<!-- phraselint ignore-next no-problem -- a -->\nNo problem.",
            ["unknown-suppression", "no-problem"],
            id="no colon",
        ),
        pytest.param("<!-- phraselint reads this -->\nNo problem.", ["no-problem"], id="a comment about phraselint"),
        pytest.param(
            "No problem.\n<!-- phraselint: ignore no-problem -- a -->",
            ["no-problem", "unused-suppression"],
            id="with no line after it",
        ),
        pytest.param("<!-- phraselint: ignore no-problem -- a", [], id="a comment that is never closed is none"),
    ],
)
def test_a_comment_that_does_not_suppress_is_a_finding(linter: Linter, text: str, expected: list[str]) -> None:
    assert rules(linter, text) == expected


COMMENT = "<!-- phraselint: ignore-file no-problem -- a -->"


@pytest.mark.parametrize(
    ("text", "markup"),
    [
        pytest.param(f"```html\n{COMMENT}\n```\n\nNo problem.", "markdown", id="a fenced block"),
        pytest.param(f"> ```\n> {COMMENT}\n> ```\n\nNo problem.", "markdown", id="a fenced block that is quoted"),
        pytest.param(f"So:\n\n    {COMMENT}\n\nNo problem.", "markdown", id="an indented block"),
        pytest.param(f"Write `{COMMENT}`. No problem.", "markdown", id="a code span"),
        pytest.param(f"<script>\n// {COMMENT}\n</script>\n\nNo problem.", "markdown", id="a script of Markdown"),
        pytest.param(f"<script>// {COMMENT}</script><p>No problem.</p>", "html", id="a script"),
        pytest.param(f"<style>{COMMENT}</style><p>No problem.</p>", "html", id="a style"),
    ],
)
def test_a_comment_that_code_shows_is_none(linter: Linter, text: str, markup: str) -> None:
    assert rules(linter, text, markup) == ["no-problem"]


def test_a_comment_behind_code_is_one(linter: Linter) -> None:
    assert rules(linter, f"`{COMMENT}` {COMMENT} `é` No problem.") == []


def test_plain_text_has_no_suppressions(linter: Linter) -> None:
    text = "<!-- phraselint: ignore no-problem -- a -->\nNo problem."
    assert rules(linter, text, "plain") == ["no-problem", "no-problem"]


def test_what_is_suppressed_is_excused_with_its_reason(linter: Linter) -> None:
    result = linter.lint("<!-- phraselint: ignore no-problem -- a quote -->\nNo problem.", markup="html")
    assert [(each.rule, each.match, each.reason) for each in result.excused] == [
        ("no-problem", "No problem", "suppressed: a quote")
    ]


def test_an_unknown_id_is_told_its_nearest(linter: Linter) -> None:
    result = linter.lint("<!-- phraselint: ignore no-problems -- a -->\nOk.", markup="markdown")
    finding = result.findings[0]
    assert (finding.why, finding.start, finding.line, finding.severity.value) == (
        "no entry 'no-problems'; did you mean 'no-problem'?",
        0,
        1,
        "suggestion",
    )


def test_a_run_of_some_entries_says_nothing_of_the_comments_of_others(linter: Linter) -> None:
    text = "<!-- phraselint: ignore no-problem -- a -->\nNo problem."
    assert linter.lint(text, markup="markdown", only={"calm-down"}).findings == ()


def test_another_word_than_ignore_is_told_what_there_is(linter: Linter) -> None:
    result = linter.lint("<!-- phraselint: ignore-next no-problem -- a -->\nOk.", markup="html")
    assert result.findings[0].why.startswith("no suppression 'ignore-next'; 'ignore' covers its line or,")


@pytest.mark.parametrize("end", [pytest.param("\n", id="each on its line"), pytest.param(" ", id="on one line")])
def test_ten_thousand_comments_take_the_time_of_their_number(end: str) -> None:
    text = f"No problem. <!-- phraselint: ignore no-problem -- a -->{end}" * 10_000
    begun = time.perf_counter()
    suppressions = Suppressions(text)
    found = [suppressions.reason("no-problem", place) for place in range(0, len(text), len(text) // 10_000)]
    assert set(found) == {"a"}
    assert list(suppressions.problems({"no-problem"})) == []
    assert time.perf_counter() - begun < 3
