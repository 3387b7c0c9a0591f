"""A rule that is started leads its writer from one failure to the next, until it holds."""

import os
import sys
from pathlib import Path
from types import ModuleType

import pytest

from phraselint.authoring.new_rule import start_rule, starter
from phraselint.authoring.proving import failures, proofs
from phraselint.book import packs
from phraselint.book.loader import load_contents
from phraselint.cli import rule_commands
from phraselint.engine.linter import Linter
from phraselint.match.compile import compiled
from phraselint.model.errors import InputError
from phraselint.service.checks import CHECKS


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout without rules."""
    (tmp_path / "phraselint" / "service").mkdir(parents=True)
    (tmp_path / "rules").mkdir()
    monkeypatch.setattr(packs, "rules_folder", lambda: str(tmp_path / "rules"))
    monkeypatch.setattr("phraselint.authoring.new_rule.rules_folder", lambda: str(tmp_path / "rules"))
    (tmp_path / "lexicon.yaml").write_text("name: A", encoding="utf-8")
    return tmp_path


def failed(checkout: Path) -> list[str]:
    contents = load_contents(str(checkout / "lexicon.yaml"))
    wanted = [proof for proof in proofs(contents) if proof.id == "says-soon"]
    return [each.message for each in failures(wanted, Linter(compiled(contents)))]


def test_each_failure_says_what_to_do_next(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = start_rule("made/says-soon")
    assert Path(path) == checkout / "rules" / "made" / "says-soon.yaml"
    assert all("name the function that carries out 'says-soon' in CHECKS" in each for each in failed(checkout))

    monkeypatch.setitem(CHECKS, "says-soon", "made:says_soon")
    assert all("write phraselint/service/made.py with the function 'says_soon'" in each for each in failed(checkout))

    module = ModuleType("phraselint.service.made")
    monkeypatch.setitem(sys.modules, module.__name__, module)
    assert all("write the function 'says_soon' in phraselint/service/made.py" in each for each in failed(checkout))

    exec(_check_of(starter("made", "says-soon")), module.__dict__)  # noqa: S102 - the comment that the file carries
    assert failed(checkout) == []


def _check_of(text: str) -> str:
    """The check that the comments of a new rule show, as code."""
    lines = text.splitlines()
    first = next(n for n, line in enumerate(lines) if line.startswith("#   def "))
    shown = [line.removeprefix("#").removeprefix("   ") for line in lines[first:] if line.startswith("#   ")]
    imports = "from phraselint.model.conversation import Speaker\nfrom phraselint.service.case import Case, Fault\n"
    return "from __future__ import annotations\n" + imports + "\n".join(shown)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        pytest.param("says-soon", "is no GROUP/ID", id="without a group"),
        pytest.param("style/Says Soon", "is no GROUP/ID", id="no name"),
        pytest.param("style/a/b", "is no GROUP/ID", id="three names"),
    ],
)
def test_names_that_are_none(checkout: Path, name: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        start_rule(name)


def test_a_rule_that_is_there_stays_as_it_is(checkout: Path) -> None:
    start_rule("made/says-soon")
    with pytest.raises(InputError, match="there is a rule 'says-soon' already"):
        start_rule("other/says-soon")


def test_a_group_that_is_none_is_told_with_those_that_are(checkout: Path) -> None:
    for group in ("effort", "style"):
        (checkout / "rules" / group).mkdir()
    said = r"there is no group 'styl'; did you mean 'style'\? expected one of effort, style; for a new one, make"
    with pytest.raises(InputError, match=said):
        start_rule("styl/says-soon")
    assert not (checkout / "rules" / "styl").exists()


@pytest.mark.parametrize(
    ("here", "said"),
    [
        pytest.param(".", "wrote rules/made/says-soon.yaml: change it, ", id="in the checkout"),
        pytest.param("rules", "wrote made/says-soon.yaml: change it, ", id="in a folder of it"),
        pytest.param("..", "/rules/made/says-soon.yaml (not here: a rule needs a check, ", id="above it"),
    ],
)
def test_it_is_told_where_the_rule_is(
    checkout: Path, here: str, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(checkout / here)
    rule_commands.new("made/says-soon")
    assert said.replace("/", os.sep) in capsys.readouterr().err.replace("/", os.sep)
    assert (checkout / "rules" / "made" / "says-soon.yaml").is_file()


def test_outside_of_a_checkout_there_is_nowhere_to_put_it(checkout: Path) -> None:
    (checkout / "phraselint" / "service").rmdir()
    with pytest.raises(InputError, match="only a checkout of it can start one"):
        start_rule("made/says-soon")
