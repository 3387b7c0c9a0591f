"""Rule files for tests: a folder that stands for the shipped rules, and checks that a test gives its rules."""

import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from textwrap import dedent
from types import ModuleType
from typing import Any

import pytest

from phraselint.book import packs
from phraselint.service.case import Case, Fault
from phraselint.service.checks import CHECKS

Check = Callable[[Case, Mapping[str, Any]], Iterator[Fault]]

SOON = """\
summary: The agent says soon
why: Nobody knows when soon is. Nobody.
severity: suggestion
needs: [message]
triggers: [says-soon/word]
settings: {most: 0}
says: "This says {word}."
suggest:
  - {say: "By {day}", safety: review}
  - {say: "At once, not {word}", safety: review}
signals:
  says-soon/word: [soon, shortly]
examples:
  - flag:
      - customer: Where is it?
      - agent: It comes [[soon]].
    evidence: [0]
  - pass:
      - customer: Where is it?
      - agent: It comes on Friday.
"""
"""A rule that is right, with an example of each kind."""


def changed(old: str, new: str) -> str:
    """SOON with one place of it changed."""
    assert SOON.count(old) == 1
    return SOON.replace(old, new)


def says_soon(case: Case, settings: Mapping[str, Any]) -> Iterator[Fault]:
    """The check of SOON: its evidence is the first message."""
    for place in case.judged("agent"):  # type: ignore[arg-type]  # a speaker is a string
        text = case.said[place].message.text
        for match in case.said[place].signal("says-soon/word")[settings["most"] :]:
            values = {"word": text[match.start : match.end]}
            yield Fault(place, match.start, match.end, (case.evidence(0, 0, 1),), values)


def put_rules(folder: Path, monkeypatch: pytest.MonkeyPatch, files: Mapping[str, str]) -> None:
    """Puts files, by GROUP/ID, in the place of the shipped rules."""
    for name, text in files.items():
        path = folder / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text), encoding="utf-8")
    monkeypatch.setattr(packs, "rules_folder", lambda: str(folder))


def put_checks(monkeypatch: pytest.MonkeyPatch, checks: Mapping[str, Check]) -> None:
    """Lets functions of a test carry out rules, by id."""
    module = ModuleType("phraselint.service.made")
    for rule, check in checks.items():
        name = rule.replace("-", "_")
        setattr(module, name, check)
        monkeypatch.setitem(CHECKS, rule, f"made:{name}")
    monkeypatch.setitem(sys.modules, module.__name__, module)
