"""Drafts and what becomes of them, as a native speaker would write it: a table, judged by the shipped phrasebook."""

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from phraselint.engine.context import Context, Given, Scene
from phraselint.engine.heard import Heard
from phraselint.engine.linter import Linter
from phraselint.engine.result import Result
from phraselint.match.find import Matcher
from phraselint.match.library import load
from phraselint.model.conversation import ACTS, Conversation, Message, Speaker
from phraselint.model.findings import Finding

ROWS = yaml.safe_load(Path(__file__).with_name("fix_table.yaml").read_text(encoding="utf-8"))
TABLE = [pytest.param(row, id=row["id"]) for row in ROWS]
CORE = Path(__file__).parents[2] / "lexicon" / "core.yaml"


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter(load(str(CORE)))


def linted(linter: Linter, row: dict[str, Any], draft: str) -> Result:
    """The draft as an answer to the row's customer."""
    customer = [Message(row["customer"], Speaker.CUSTOMER)] if "customer" in row else []
    conversation = Conversation((*customer, Message(draft)))
    return linter.lint(conversation, markup=row.get("markup", "plain"), reply_to=row.get("reply_to"), draft=True)


def broken(findings: tuple[Finding, ...]) -> Counter[str]:
    """How often each rule is broken."""
    return Counter(finding.rule for finding in findings)


@pytest.mark.parametrize("row", TABLE)
def test_a_draft_reads_as_written_by_a_person(linter: Linter, row: dict[str, Any]) -> None:
    result = linted(linter, row, row["draft"])
    expected = row.get("fixed", row["draft"])
    assert result.fixed(review=True) == expected
    assert result.fixed() == row.get("safe", expected)


@pytest.mark.parametrize("row", TABLE)
def test_what_is_fixed_stays_so_and_breaks_no_rule_anew(linter: Linter, row: dict[str, Any]) -> None:
    before = broken(linted(linter, row, row["draft"]).findings)
    fixed = linted(linter, row, row.get("fixed", row["draft"]))
    assert fixed.fixed(review=True) == fixed.text
    assert not broken(fixed.findings) - before


def test_every_finding_says_what_to_say_or_do_instead(linter: Linter) -> None:
    entries = yaml.safe_load(CORE.read_text(encoding="utf-8"))["avoid"]
    flagged = [each for entry in entries for each in entry["examples"] if "flag" in each]
    more = [{"flag": f"No problem {rest}."} for rest in ("at all if you come", "to change it", "in that case")]
    for row in [*flagged, *more]:
        findings = linted(linter, row, re.sub(r"\[\[|\]\]", "", row["flag"])).findings
        assert [each for each in findings if not each.suggestions] == [], row["flag"]


def test_every_entry_that_offers_a_rewording_has_a_row(linter: Linter) -> None:
    entries = yaml.safe_load(CORE.read_text(encoding="utf-8"))["avoid"]
    offering = {entry["id"] for entry in entries if re.search("'safety': '(safe|review)'", str(entry))}
    changed = (row for row in ROWS if "fixed" in row)
    assert offering <= {finding.rule for row in changed for finding in linted(linter, row, row["draft"]).findings}


def test_all_that_a_customer_may_do_has_a_row(linter: Linter) -> None:
    matcher = Matcher(linter.book)
    done = {row["reply_to"] for row in ROWS if "reply_to" in row}
    for row in ROWS:
        messages = (Message(row.get("customer", ""), Speaker.CUSTOMER), Message("Hi"))
        scene = Scene(Conversation(messages), [Heard(each, matcher) for each in messages], Given())
        done |= Context(scene, 1).reply_to or set()
    assert done >= {*ACTS, "none"}


def test_no_two_rows_have_one_name() -> None:
    names = Counter(row["id"] for row in ROWS)
    assert [name for name, count in names.items() if count > 1] == []
    assert len(ROWS) >= 110
