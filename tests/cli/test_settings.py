"""Defaults of the command line from pyproject.toml and from the phrasebook."""

from pathlib import Path
from typing import Any

import pytest

from phraselint.cli.options import CheckOptions, FixOptions
from phraselint.cli.settings import fill, project_settings, read_settings
from phraselint.model.errors import InputError


def project(folder: Path, table: str) -> dict[str, Any]:
    (folder / "pyproject.toml").write_text(table, encoding="utf-8")
    inside = folder / "drafts" / "mails"
    inside.mkdir(parents=True)
    return project_settings(str(inside))


def test_the_nearest_project_file_is_read_and_its_paths_are_relative_to_it(tmp_path: Path) -> None:
    table = '[tool.phraselint]\nfail-on = "error"\nselect = ["a", "b"]\nstrict = true\nbaseline = "known.json"\n'
    assert project(tmp_path, table) == {
        "fail_on": "error",
        "select": ("a", "b"),
        "strict": True,
        "baseline": str(tmp_path / "known.json"),
    }


def test_a_project_file_without_our_table_says_nothing(tmp_path: Path) -> None:
    assert project(tmp_path, "[tool.other]\nthis is not even TOML") == {}


@pytest.mark.parametrize(
    "table",
    [
        pytest.param('[tool.phraselint]\nfail-on = "error"', id="a header"),
        pytest.param('[ "tool" . phraselint ]\nfail-on = "error"', id="a header with spaces and quotes"),
        pytest.param('[tool]\nother = 1\nphraselint = {fail-on = "error"}', id="a value of the table tool"),
        pytest.param('[tool]\nphraselint.fail-on = "error"', id="dotted keys in the table tool"),
        pytest.param('tool.phraselint.fail-on = "error"', id="dotted keys at the top"),
        pytest.param('tool = {phraselint = {fail-on = "error"}}', id="an inline table"),
        pytest.param('[project]\nname = "phraselint"\n[tool.phraselint]\nfail-on = "error"', id="after other tables"),
        pytest.param('\ufeff[tool.phraselint]\nfail-on = "error"', id="after a byte order mark"),
    ],
)
def test_our_table_is_found_however_it_is_written(table: str, tmp_path: Path) -> None:
    assert project(tmp_path, table) == {"fail_on": "error"}


def test_a_project_that_only_names_us_costs_no_reading(tmp_path: Path) -> None:
    named = '[project]\ndependencies = ["phraselint"]\n[project.scripts]\nphraselint = "x:y"\n'
    named += '[tool.other]\nroot = "phraselint"\n'
    assert project(tmp_path, named + "this is not even TOML") == {}


@pytest.mark.parametrize(
    ("line", "error"),
    [
        pytest.param('fail-onn = "error"', r"tool.phraselint.fail-onn: unknown key .*fail-on", id="unknown key"),
        pytest.param('fail-on = "grave"', "tool.phraselint.fail-on: 'grave' is not one of error", id="unknown value"),
        pytest.param("strict = 3", "tool.phraselint.strict: 3 is neither true nor false", id="no switch"),
        pytest.param('segment = ["a", "b"]', r"segment: \['a', 'b'\] is not one text$", id="two texts for one"),
        pytest.param("select = 3", "tool.phraselint.select: 3 is not text", id="no text"),
        pytest.param("format = [[", "not TOML", id="broken TOML"),
        pytest.param('output = "x"', r"output: unknown key \(only the command line says it\)", id="where to write"),
        pytest.param('write-baseline = "x"', r"write-baseline: unknown key \(only the", id="what to write"),
    ],
)
def test_mistakes_name_the_file_and_the_key(line: str, error: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=error) as caught:
        project(tmp_path, f"[tool.phraselint]\n{line}\n")
    assert str(caught.value).startswith(str(tmp_path / "pyproject.toml"))


@pytest.mark.parametrize(
    ("table", "error"),
    [
        pytest.param("tool = 5 # phraselint", "tool: 5 is not a table", id="tools that are none"),
        pytest.param("tool.phraselint = 3", "tool.phraselint: 3 is not a table", id="a number"),
        pytest.param("[tool]\nphraselint = [1]", r"tool.phraselint: \[1\] is not a table", id="a list"),
        pytest.param("tool.phraselint = " + "[" * 9_000, "not TOML", id="nested too deeply"),
    ],
)
def test_what_is_no_table_is_said(table: str, error: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=error) as caught:
        project(tmp_path, table)
    assert str(caught.value).startswith(str(tmp_path / "pyproject.toml"))


def test_the_command_line_wins_over_the_project_and_the_project_over_the_book() -> None:
    options = CheckOptions(("x",), format="csv")
    filled = fill(options, {"format": "json", "fail_on": "error"}, {"fail_on": "warning", "channel": "chat"})
    assert filled == CheckOptions(("x",), format="csv", fail_on="error", channel="chat")


def test_fix_takes_the_settings_that_it_has_an_option_for() -> None:
    assert fill(FixOptions(("x",)), {"format": "json", "ignore": ("a",)}) == FixOptions(("x",), ignore=("a",))


def test_the_words_of_a_phrasebook_are_read_as_written() -> None:
    assert read_settings({"strict": "yes", "ignore": "a"}, "Acme: check") == {"strict": True, "ignore": ("a",)}
