"""What people see."""

import io
import os
import pty
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from phraselint.model.conversation import Conversation, Message
from phraselint.model.findings import Excused, Finding, Safety, Severity, Suggestion
from phraselint.reporters import Judged
from phraselint.reporters.cells import cells, fit, harmless, wrap
from phraselint.reporters.excerpt import excerpt
from phraselint.reporters.terminal import Look, look_of, report


def shown(results: list[Judged], look: Look | None = None) -> str:
    out = io.StringIO()
    report(iter(results), out, look)
    return out.getvalue()


@pytest.mark.parametrize(
    "look",
    [pytest.param(Look(40), id="narrow"), pytest.param(Look(80, colour=True), id="coloured")],
)
def test_looks(look: Look, results: list[Judged], snapshot: SnapshotAssertion) -> None:
    assert shown(results, look) == snapshot


@pytest.mark.parametrize("width", [20, 30, 47, 80, 200])
def test_no_line_is_wider_than_the_terminal(width: int, draft: Judged) -> None:
    lines = shown([draft], Look(width)).splitlines()
    excerpts = [line for line in lines if line.startswith("  ")]
    assert [line for line in excerpts if cells(line) > width] == []


@pytest.mark.parametrize(
    ("kept", "line"),
    [
        pytest.param([0], "5 findings, 2 fixable, 1 more with fix --review", id="a draft"),
        pytest.param(
            [0, 1, 2],
            "6 findings in 1 of 2 drafts and 1 of 1 conversation (2 errors, 2 warnings, 2 suggestions),"
            " 2 fixable, 1 more with fix --review",
            id="all",
        ),
        pytest.param(
            [1, 2], "1 finding in 0 of 1 draft and 1 of 1 conversation (1 warning), 0 fixable", id="others clean"
        ),
        pytest.param([1], "1 finding, 0 fixable", id="one"),
        pytest.param([2], "no findings in 1 draft", id="a clean draft"),
        pytest.param([2, 2], "no findings in 2 drafts", id="clean drafts"),
        pytest.param([], "nothing was checked", id="nothing"),
    ],
)
def test_the_last_line_sums_up(kept: list[int], line: str, results: list[Judged]) -> None:
    assert shown([results[place] for place in kept]).splitlines()[-1] == line


@pytest.mark.parametrize(
    ("text", "safety", "line"),
    [
        pytest.param("Certainly", Safety.SAFE, '  say: "Certainly"', id="what can be written"),
        pytest.param("Sure", Safety.REVIEW, '  say: "Sure" (review)', id="what wants a look"),
        pytest.param("in {words}", Safety.GUIDE, '  tip: "in {words}"', id="advice with a blank"),
        pytest.param('Begin with "Hello"', Safety.GUIDE, '  tip: Begin with "Hello"', id="advice with a quotation"),
        pytest.param("{the plain word}", Safety.GUIDE, "  tip: the plain word", id="what to do"),
        pytest.param("{Greet {name}}", Safety.GUIDE, "  tip: Greet {name}", id="what to do, with a blank"),
        pytest.param("{one} or {other}", Safety.GUIDE, '  tip: "{one} or {other}"', id="two blanks"),
        pytest.param("{one", Safety.GUIDE, '  tip: "{one"', id="half a blank"),
        pytest.param("", Safety.SAFE, "  say: (leave it out)", id="nothing at all"),
    ],
)
def test_what_can_be_written_is_told_from_advice(text: str, safety: Safety, line: str, draft: Judged) -> None:
    finding = draft.findings[0]._replace(suggestions=(Suggestion(text, safety, 0, 10),), why="")
    lines = shown([draft._replace(findings=(finding,))]).splitlines()
    assert lines[3:5] == [line, ""]
    assert not [each for each in lines if "why:" in each]


@pytest.mark.parametrize(
    ("texts", "line"),
    [
        pytest.param(["in {words}", "by {day}"], '  tip: "in {words}" or "by {day}"', id="wordings"),
        pytest.param(["on {day}", "{Say when}"], '  tip: "on {day}"; or: Say when', id="a wording and what to do"),
        pytest.param(["{Go on here}", "{Ask}"], "  tip: Go on here; or: Ask", id="two sentences"),
    ],
)
def test_advice_in_whole_sentences_is_told_apart(texts: list[str], line: str, draft: Judged) -> None:
    suggestions = tuple(Suggestion(text, Safety.GUIDE, 0, 10) for text in texts)
    finding = draft.findings[0]._replace(suggestions=suggestions, why="")
    assert shown([draft._replace(findings=(finding,))]).splitlines()[3] == line


def told(draft: Judged, findings: tuple[Finding, ...]) -> str:
    out = io.StringIO()
    report([draft._replace(findings=findings)], out)
    return out.getvalue()


def test_one_offer_that_wants_a_look_does_not_mark_the_other(draft: Judged) -> None:
    shown = told(draft, draft.findings[:1])
    assert '\n  say: "Certainly"\n  say: (leave it out; review)\n' in shown


def test_beside_others_what_goes_on_over_lines_is_marked_where_it_begins() -> None:
    text = "Hello,\nno problem.\nTom"
    found = [
        Finding("whole", "c", Severity.WARNING, 0, 0, len(text), 1, 1, text, ""),
        Finding("no-problem", "c", Severity.WARNING, 0, 7, 17, 2, 1, "no problem", ""),
    ]
    said = shown([Judged("a.txt", True, Conversation((Message(text),)), tuple(found))]).splitlines()
    assert said[1:6] == ["  Hello,", "  ^^^^^^ whole…", "  no problem.", "  ^^^^^^^^^^ no-problem", "  Tom"]


def test_without_a_reason_the_advice_is_left(draft: Judged) -> None:
    (plain, *_, outer, inner) = [each._replace(why="") for each in draft.findings]
    assert "why:" not in told(draft, (plain,))
    assert "\n  outer: no reason is written\n" in told(draft, (outer, inner))


def test_a_clean_conversation_counts_the_agents_messages(conversation: Judged) -> None:
    clean = conversation._replace(findings=(), excused=(), reasons=())
    assert shown([clean]) == "no findings in 1 message\n"


@pytest.mark.parametrize(
    ("environment", "terminal", "colour"),
    [
        pytest.param({}, True, True, id="a terminal"),
        pytest.param({}, False, False, id="a pipe"),
        pytest.param({"NO_COLOR": "1"}, True, False, id="NO_COLOR"),
        pytest.param({"NO_COLOR": ""}, True, True, id="an empty NO_COLOR"),
        pytest.param({"FORCE_COLOR": "1"}, False, True, id="FORCE_COLOR in a pipe"),
        pytest.param({"FORCE_COLOR": "1", "NO_COLOR": "1"}, True, False, id="NO_COLOR wins"),
        pytest.param({"TERM": "dumb"}, True, False, id="a dumb terminal"),
    ],
)
def test_colour(environment: dict[str, str], terminal: bool, colour: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    ends = pty.openpty() if terminal else os.pipe()
    with os.fdopen(ends[1], "w") as out:
        assert look_of(out).colour is colour
    os.close(ends[0])


@pytest.mark.parametrize(
    ("text", "width"),
    [
        pytest.param("plain", 5, id="letters"),
        pytest.param("日本", 4, id="wide letters"),
        pytest.param("cafe\u0301", 4, id="a combining accent"),
        pytest.param("👍", 2, id="an emoji"),
        pytest.param("👍🏽", 2, id="an emoji with a skin tone"),
        pytest.param("👩‍👩‍👧", 2, id="joined emoji"),
        pytest.param("☎️", 2, id="a sign made an emoji"),
        pytest.param("🇩🇪", 2, id="a flag"),
        pytest.param("ａ", 2, id="a full-width letter"),
    ],
)
def test_cells(text: str, width: int) -> None:
    assert cells(text) == width


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        pytest.param("\x1b[31mred\x07", "␛[31mred␇", id="escape sequences"),
        pytest.param("a\tb", "a b", id="tab"),
        pytest.param("\x9b31m\x7f", "�31m␡", id="the escape in one character, and delete"),
        pytest.param("abc\u202egpj", "abc�gpj", id="a direction override"),
        pytest.param("\ud800", "�", id="a lone surrogate"),
        pytest.param("naïve 日本 👩‍💻", "naïve 日本 👩‍💻", id="honest text stays"),
    ],
)
def test_harmless(text: str, seen: str) -> None:
    assert harmless(text) == seen


@given(st.text(max_size=80), st.integers(1, 20))
def test_fit_gives_a_beginning_that_fits(text: str, most: int) -> None:
    kept = fit(text, most)
    assert text.startswith(kept)
    assert cells(kept) <= most


@given(st.text(st.sampled_from("ab \n日👍"), max_size=60), st.integers(4, 30))
def test_wrap_loses_no_word(text: str, width: int) -> None:
    assert " ".join(wrap(text, width)).split() == text.split()


@given(st.text(st.sampled_from("ab \n\r日👍\u200d\u0301\x1b"), min_size=1, max_size=200), st.data())
def test_carets_stand_below_the_place(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    width = data.draw(st.integers(20, 60))
    for line in excerpt(text, start, end, width):
        assert cells(line.before) == line.mark.count(" ")
        assert cells(line.text) <= width
        assert "\x1b" not in line.text


def test_a_line_of_ten_megabytes_is_cut_around_the_place(draft: Judged) -> None:
    text = "x" * 5_000_000 + " calm down " + "y" * 5_000_000
    (line,) = excerpt(text, 5_000_001, 5_000_010, 60)
    assert line.inside == "calm down"
    assert (line.before[0], line.after[-1]) == ("…", "…")


def test_a_trace_of_many_findings_takes_the_time_of_their_number(draft: Judged) -> None:
    text = "No problem.\n" * 8_000
    at = [n * 12 for n in range(8_000)]
    findings = tuple(draft.findings[0]._replace(start=n, end=n + 10, suggestions=()) for n in at)
    excused = tuple(Excused("plain", "plain", 0, n, n + 10, "No problem", "excused: a quote") for n in at)
    reasons = tuple(f"met: place {n}" for n in at)
    traced = draft._replace(
        conversation=Conversation((Message(text),)), findings=findings, excused=excused, reasons=reasons
    )
    begun = time.perf_counter()
    lines = shown([traced], Look(100)).splitlines()
    assert [line for line in lines if "stands:" in line] == [f"  stands: {each}" for each in reasons]
    assert time.perf_counter() - begun < 5


def test_the_text_of_a_draft_reaches_the_terminal_harmless(draft: Judged) -> None:
    text = "\x1b]0;owned\x07 No problem \x1b[2J"
    start = text.index("No problem")
    finding = draft.findings[0]._replace(start=start, end=start + 10, why="\x1b[31m", rule="plain")
    judged = Judged("\x1b.txt", True, Conversation((Message(text),)), (finding,))
    assert "\x1b" not in shown([judged])
