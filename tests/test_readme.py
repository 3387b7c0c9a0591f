"""What the README tells its reader to paste works as it stands."""

import re
import shutil
import sys
from pathlib import Path
from subprocess import run
from typing import Any

import pytest
import yaml

from phraselint.readers import ENDINGS
from tests.cli.program import ROOT, environment

README = (ROOT / "README.md").read_text(encoding="utf-8")
HOOKS = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}


def pasted(name: str) -> Any:
    """The block of a file, read as YAML."""
    return yaml.safe_load(README.partition(f"```yaml\n# {name}\n")[2].partition("```")[0])


def lines(heading: str) -> list[str]:
    """The lines below a heading that run phraselint."""
    section = README.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    return [
        line for line in re.findall(r"^ *\$ (.*)$", section, re.MULTILINE) if re.search(r"(^|\| )phraselint ", line)
    ]


@pytest.fixture
def shell(tmp_path: Path) -> dict[str, str]:
    """An environment in which ``phraselint`` is the program of this checkout."""
    program = tmp_path / "bin" / "phraselint"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m phraselint "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    env = environment()
    return {**env, "PATH": f"{program.parent}:{env['PATH']}"}


def test_what_there_is_to_try_finds_something(shell: dict[str, str], tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    assert len(lines("Try it")) == 7
    for line in lines("Try it"):
        done = run(line, shell=True, cwd=tmp_path, env=shell, capture_output=True, text=True, check=False)  # noqa: S602
        assert (done.returncode, done.stdout != "") in {(0, True), (1, True)}, f"{line}\n{done.stderr}"
        assert "no findings" not in done.stdout, line


def test_an_entry_of_ones_own_takes_five_minutes(shell: dict[str, str], tmp_path: Path) -> None:
    steps = lines("Five minutes to an entry of your own")
    (seen,) = [line for line in steps if line.endswith("check -")]
    before = run(seen, shell=True, cwd=tmp_path, env=shell, capture_output=True, text=True, check=False)  # noqa: S602
    assert "no findings" in before.stdout, "the shipped phrasebook says it already"
    for line in ["phraselint init", *steps]:
        done = run(line, shell=True, cwd=tmp_path, env=shell, capture_output=True, text=True, check=False)  # noqa: S602
        assert done.returncode == (line == seen), f"{line}\n{done.stdout}{done.stderr}"
        assert line != seen or " known-quirk\n" in done.stdout


def test_the_workflow_is_whole() -> None:
    workflow = pasted(".github/workflows/wording.yml")
    (job,) = workflow["jobs"].values()
    assert True in workflow  # YAML's reading of the key "on"
    assert [step.get("uses", "").partition("@")[0] for step in job["steps"][:2]] == [
        "actions/checkout",
        "actions/setup-python",
    ]
    assert [step["run"].split()[0] for step in job["steps"][2:]] == ["pip", "phraselint"]


def test_the_hooks_are_those_that_there_are() -> None:
    (repository,) = pasted(".pre-commit-config.yaml")["repos"]
    assert [hook["id"] for hook in repository["hooks"]] == list(HOOKS)
    assert repository.keys() == {"repo", "rev", "hooks"}


@pytest.mark.parametrize(
    ("path", "taken"),
    [
        ("templates/a.txt", True),
        ("help/macros/a.html", True),
        ("saved_replies/a.md", True),
        ("templates/sent.eml", True),
        ("templates/chats.jsonl", False),
        ("templates/README", False),
        ("README.md", False),
        ("docs/templates.md", False),
    ],
)
def test_the_hook_takes_texts_for_customers_only(path: str, taken: bool) -> None:
    hook = HOOKS["phraselint"]
    assert bool(re.search(hook["files"], path) and not re.search(hook["exclude"], path)) is taken


def test_the_hook_takes_all_endings_of_drafts() -> None:
    drafts = [ending for ending, kind in ENDINGS.items() if kind != "conversations"]
    assert not any(re.search(HOOKS["phraselint"]["exclude"], f"a{ending}") for ending in drafts)
