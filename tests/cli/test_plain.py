"""The plain parser and Typer build the same options from the same line."""

from typing import Any

import pytest

from phraselint.cli import app, checking, fixing
from phraselint.cli.options import CheckOptions, FixOptions
from phraselint.cli.plain import plain

LINES = [
    pytest.param("check draft.txt", CheckOptions(("draft.txt",)), id="a file"),
    pytest.param("check a.txt b/ *.md -", CheckOptions(("a.txt", "b/", "*.md", "-")), id="many paths and stdin"),
    pytest.param("check -- --odd.txt", CheckOptions(("--odd.txt",)), id="a path that begins with a dash"),
    pytest.param("check - --format jsonl", CheckOptions(("-",), format="jsonl"), id="a value after a space"),
    pytest.param("check --format=json -", CheckOptions(("-",), format="json"), id="a value after ="),
    pytest.param("check - --output=a=b", CheckOptions(("-",), output="a=b"), id="= inside a value"),
    pytest.param("check - --output -", CheckOptions(("-",), output="-"), id="a dash as a value"),
    pytest.param(
        "check --format csv x --format sarif", CheckOptions(("x",), format="sarif"), id="the last of two values wins"
    ),
    pytest.param(
        "check x --select a,b --select=c --ignore d",
        CheckOptions(("x",), select=("a", "b", "c"), ignore=("d",)),
        id="names repeated and with commas",
    ),
    pytest.param(
        "check x --reply-to thanks,request --channel email --segment vip --markup html",
        CheckOptions(("x",), reply_to=("thanks", "request"), channel="email", segment="vip", markup="html"),
        id="what is known of the text",
    ),
    pytest.param("check x --conversation c", CheckOptions(("x",), conversation="c"), id="a conversation"),
    pytest.param("fix x --conversation c", FixOptions(("x",), conversation="c"), id="a conversation of fix"),
    pytest.param(
        "check x --lexicon l.yaml --fail-on error --baseline b --write-baseline w --strict --trace --output o",
        CheckOptions(
            ("x",),
            lexicon="l.yaml",
            fail_on="error",
            baseline="b",
            write_baseline="w",
            strict=True,
            trace=True,
            output="o",
        ),
        id="everything of check",
    ),
    pytest.param("check x --fail-on off", CheckOptions(("x",), fail_on="off"), id="never fail"),
    pytest.param("fix draft.txt", FixOptions(("draft.txt",)), id="fix a file"),
    pytest.param(
        "fix - --review --diff --interactive --lexicon l --reply-to none --ignore a",
        FixOptions(
            ("-",), lexicon="l", reply_to=("none",), ignore=("a",), review=True, diff=True, interactive=True
        ),
        id="everything of fix",
    ),
]  # fmt: skip


@pytest.fixture
def by_typer(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """The options that Typer builds, put here instead of being carried out."""
    built: list[Any] = []

    def note(options: Any) -> int:
        built.append(options)
        return 0

    monkeypatch.setattr(checking, "check", note)
    monkeypatch.setattr(fixing, "fix", note)
    return built


@pytest.mark.parametrize(("line", "options"), LINES)
def test_both_parsers_build_the_same_options(
    line: str, options: CheckOptions | FixOptions, by_typer: list[Any]
) -> None:
    assert plain(line.split()) == options
    assert app.run(line.split()) == 0
    assert by_typer == [options]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        pytest.param("", 2, id="nothing"),
        pytest.param("check", 2, id="no path"),
        pytest.param("check --help", 0, id="help"),
        pytest.param("check x -h", 0, id="short help"),
        pytest.param("--version", 0, id="version"),
        pytest.param("chek x", 2, id="an unknown command"),
        pytest.param("check x --formt json", 2, id="an unknown option"),
        pytest.param("check x --reply_to thanks", 2, id="an underscore for a dash"),
        pytest.param("check x --format", 2, id="a value is missing"),
        pytest.param("check x --format xml", 2, id="a value that is not allowed"),
        pytest.param("check x --reply-to thanks,anger", 2, id="a name that is not allowed"),
        pytest.param("check x --segment=", 2, id="an empty value"),
        pytest.param("check x --select=", 2, id="an empty list of names"),
        pytest.param("check x --format=csv,json", 2, id="two values where one may be"),
        pytest.param("check x --strict=yes", 2, id="a value where none may be"),
        pytest.param("check x --review", 2, id="an option of another command"),
        pytest.param("fix x --format json", 2, id="fix has no format"),
    ],
)
def test_other_lines_go_to_typer(line: str, code: int, by_typer: list[Any], capsys: pytest.CaptureFixture[str]) -> None:
    assert plain(line.split()) is None
    assert app.run(line.split()) == code
    assert by_typer == []
    assert capsys.readouterr() != ("", "")
