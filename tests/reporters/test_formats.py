"""Every format shows the same findings; the snapshots are what people and programs get."""

import csv
import io
import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jsonschema
import pytest
from syrupy.assertion import SnapshotAssertion

from phraselint.cli.options import FORMATS
from phraselint.model.findings import Safety, Severity, Suggestion
from phraselint.reporters import REPORTERS, Judged, reporter
from phraselint.reporters.record import COLUMNS

SARIF = json.loads((Path(__file__).parent / "sarif-schema-2.1.0.json").read_text(encoding="utf-8"))


def written(name: str, results: list[Judged]) -> str:
    out = io.StringIO()
    reporter(name)(iter(results), out)
    return out.getvalue()


@pytest.mark.parametrize("name", FORMATS)
def test_format(name: str, results: list[Judged], snapshot: SnapshotAssertion) -> None:
    assert written(name, results) == snapshot


def test_the_table_has_every_format_of_the_command_line() -> None:
    assert tuple(REPORTERS) == FORMATS


def test_json_lines_have_the_keys_of_the_record_in_order(results: list[Judged]) -> None:
    lines = [json.loads(line) for line in written("jsonl", results).splitlines()]
    assert [list(line) for line in lines] == [list(COLUMNS)] * 6
    assert {key for each in lines for said in each["suggestions"] for key in said} == {"text", "safety", "start", "end"}
    places = [(each["row"], each["conversation"], each["turn"]) for each in lines]
    assert places == [(None, None, None)] * 5 + [(17, "c-1", 5)]
    assert lines[-1]["evidence"][0] == {
        "conversation": "c-1", "turn": 4, "field": None, "start": 8, "end": 25, "match": "My order 58 leaks",
    }  # fmt: skip


def test_json_is_an_array_of_the_same_records(results: list[Judged]) -> None:
    lines = [json.loads(line) for line in written("jsonl", results).splitlines()]
    assert json.loads(written("json", results)) == lines
    assert json.loads(written("json", [])) == []


@pytest.fixture
def dropped(draft: Judged) -> Judged:
    """The draft with one finding, whose words are to go with the comma and the small letter after them."""
    finding = draft.findings[0]._replace(suggestions=(Suggestion("It's", Safety.SAFE, 0, 16),))
    return draft._replace(findings=(finding,))


def test_a_suggestion_says_what_it_replaces(dropped: Judged) -> None:
    (line,) = written("jsonl", [dropped]).splitlines()
    assert json.loads(line)["suggestions"] == [{"text": "It's", "safety": "safe", "start": 0, "end": 16}]
    (result,) = json.loads(written("sarif", [dropped]))["runs"][0]["results"]
    (change,) = result["fixes"][0]["artifactChanges"][0]["replacements"]
    assert change == {"deletedRegion": {"charOffset": 0, "charLength": 16}, "insertedContent": {"text": "It's"}}
    assert result["fixes"][0]["description"]["text"] == 'Leave out "No problem" (safe)'


@pytest.mark.parametrize("name", ["terminal", "csv", "github", "junit"])
def test_what_only_drops_words_is_shown_as_that(name: str, dropped: Judged) -> None:
    assert "leave it out" in written(name, [dropped])
    assert '"It\'s"' not in written(name, [dropped])


@pytest.mark.parametrize("name", ["terminal", "csv", "github", "junit"])
def test_what_can_be_written_is_told_from_advice(name: str, draft: Judged) -> None:
    text = written(name, [draft]).replace('""', '"')  # as a cell of a table doubles them
    for said in ('"Certainly"', "(leave it out; review)", '"please restart" (review)'):
        assert f"say: {said}" in text
    assert 'tip: "in {words}"' in text


@pytest.mark.parametrize("name", ["sarif", "github", "junit"])
def test_without_a_reason_the_id_is_told(name: str, dropped: Judged) -> None:
    (finding,) = dropped.findings
    told = written(name, [dropped._replace(findings=(finding._replace(why=""),))])
    assert {"sarif": '\\": plain\\nsay:', "github": '": plain%0A', "junit": 'message="plain"'}[name] in told


def test_csv_has_a_row_a_finding(results: list[Judged]) -> None:
    rows = list(csv.DictReader(io.StringIO(written("csv", results), newline="")))
    assert [row["rule"] for row in rows] == ["plain", "two-lines", "behind-emoji", "outer", "inner", "plain"]
    assert rows[1]["match"] == "you must\r\nrestart"


@pytest.mark.parametrize("kept", [slice(0, 0), slice(None)], ids=["without findings", "with findings"])
def test_sarif_is_valid(kept: slice, results: list[Judged]) -> None:
    log: dict[str, Any] = json.loads(written("sarif", results[kept]))
    jsonschema.Draft4Validator(SARIF).validate(log)


def test_sarif_regions_hold_the_words_of_the_finding(draft: Judged) -> None:
    log = json.loads(written("sarif", [draft]))
    lines = draft.conversation.messages[0].text.split("\n")
    for result in log["runs"][0]["results"]:
        region = result["locations"][0]["physicalLocation"]["region"]
        inside = lines[region["startLine"] - 1 : region["endLine"]]
        inside[-1] = inside[-1][: region["endColumn"] - 1]
        inside[0] = inside[0][region["startColumn"] - 1 :]
        assert "\n".join(inside) == region["snippet"]["text"]


def test_what_is_decoded_has_no_place_in_its_file(draft: Judged) -> None:
    decoded = draft._replace(decoded=True)
    for result in json.loads(written("sarif", [decoded]))["runs"][0]["results"]:
        assert list(result["locations"][0]["physicalLocation"]) == ["artifactLocation"]
        assert "fixes" not in result
    for line in written("github", [decoded]).splitlines():
        assert line.split("::")[1].partition(" ")[2].startswith("file=drafts/a b%2Cc.txt,title=")


def test_advice_is_no_fix_of_sarif(draft: Judged) -> None:
    (result,) = json.loads(written("sarif", [draft._replace(findings=draft.findings[2:3])]))["runs"][0]["results"]
    assert "fixes" not in result
    assert result["message"]["text"].endswith('\ntip: "in {words}"')


def test_a_finding_over_old_line_ends_ends_in_its_last_line(draft: Judged) -> None:
    finding = draft.findings[1]._replace(match="you must\rrestart")
    (line,) = written("github", [draft._replace(findings=(finding,))]).splitlines()
    assert "line=2,endLine=3,title" in line


def test_standard_input_is_no_file_of_a_pull_request(draft: Judged) -> None:
    lines = written("github", [draft._replace(path="-")]).splitlines()
    assert all(line.split(" ")[1].startswith("line=") for line in lines)


def test_a_conversation_without_an_id_is_named_by_its_row(conversation: Judged) -> None:
    nameless = conversation._replace(conversation=conversation.conversation._replace(id=None))
    assert 'name="plain at row 17 turn 5 1:24"' in written("junit", [nameless])


def test_junit_counts_what_it_holds(results: list[Judged]) -> None:
    root = ElementTree.fromstring(written("junit", results))  # noqa: S314 - our own
    assert (root.get("tests"), root.get("failures")) == ("7", "6")
    assert [(suite.get("tests"), suite.get("failures")) for suite in root] == [("5", "5"), ("1", "1"), ("1", "0")]


def test_what_does_not_fail_the_run_fails_no_case_of_junit(draft: Judged) -> None:
    judged = draft._replace(failing=frozenset([Severity.ERROR]))
    root = ElementTree.fromstring(written("junit", [judged]))  # noqa: S314 - our own
    passed = [each.severity for each in draft.findings if each.severity is not Severity.ERROR]
    assert root.get("failures") == str(len(draft.findings) - len(passed))
    told = [case.findtext("system-out") or "" for case in root.iter("testcase") if case.find("failure") is None]
    assert [each.split("\n")[1].partition(":")[0] for each in told] == passed


def test_xml_holds_no_character_that_xml_cannot_hold(draft: Judged) -> None:
    odd = draft.findings[0]._replace(match="a\x00\x1b\ud800\ufffe<b>")
    root = ElementTree.fromstring(written("junit", [draft._replace(findings=(odd,))]))  # noqa: S314 - our own
    assert "a\ufffd\ufffd\ufffd\ufffd<b>" in "".join(root.itertext())


def test_annotations_take_one_line_each_whatever_the_text(draft: Judged) -> None:
    odd = draft._replace(path="a:b,c%\n::error.txt")
    lines = written("github", [odd]).splitlines()
    assert len(lines) == len(draft.findings)
    for line in lines:
        assert line.startswith(("::error file=a%3Ab%2Cc%25%0A%3A%3Aerror.txt,", "::warning file=", "::notice file="))


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        pytest.param("=1+1", "'=1+1", id="a formula"),
        pytest.param("+49 30 1234", "'+49 30 1234", id="a plus"),
        pytest.param("-2+3", "'-2+3", id="a minus"),
        pytest.param("@SUM(A1)", "'@SUM(A1)", id="an at sign"),
        pytest.param("\t=1", "'\t=1", id="a tab"),
        pytest.param("-", "-", id="standard input"),
        pytest.param("a=b", "a=b", id="a sign inside"),
        pytest.param("a\x1b[2J\x00\x9bb", "a\\x1b[2J\\x00\\x9bb", id="controls"),
        pytest.param("two\r\nlines", "two\r\nlines", id="lines"),
    ],
)
def test_a_cell_is_no_formula(value: str, cell: str, draft: Judged) -> None:
    rows = csv.DictReader(io.StringIO(written("csv", [draft._replace(path=value)]), newline=""))
    assert next(rows)["path"] == cell


def test_annotations_hold_no_controls(draft: Judged) -> None:
    text = written("github", [draft._replace(path="a\x1b[2J\x07.txt")])
    assert "file=a\\x1b[2J\\x07.txt," in text
