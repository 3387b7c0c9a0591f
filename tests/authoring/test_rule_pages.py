"""The pages of the rules say what their files say, and those in docs/ are up to date."""

import re
from pathlib import Path

import pytest

from phraselint.authoring.rule_pages import INDEX, asks_alone, index, page_of, rule_rows
from phraselint.book.loader import load_contents
from phraselint.book.rules import sound_rules
from tests.rule_files import SOON, put_rules

PAGES = Path(__file__).parents[2] / "docs" / "rules"


def test_the_pages_in_the_docs_are_those_that_the_files_make() -> None:
    rules = sound_rules()
    made = {f"{rule.id}.md": page_of(rule) for rule in rules} | {INDEX: index(rules)}
    there = {path.name: path.read_text(encoding="utf-8") for path in PAGES.iterdir()}
    assert sorted(there) == sorted(made)
    stale = [name for name in made if there[name] != made[name]]
    assert stale == [], "phraselint rules page renews them"


def test_a_page_tells_all_of_a_rule(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    soon = SOON.replace("settings: {most: 0}", "settings:\n  # so often it may be said\n  most: 0")
    put_rules(tmp_path, monkeypatch, {"style/says-soon": soon})
    (rule,) = sound_rules()
    page = page_of(rule)
    assert page.startswith(
        "# says-soon\n\nThe agent says soon.\n\nGroup `style`, severity `suggestion`, needs the conversation.\n"
    )
    for part in (
        "Nobody knows when soon is. Nobody.",
        "It says: *This says {word}.*",
        '- "By {day}" (review)',
        "```yaml\nsettings:\n  # so often it may be said\n  most: 0\n```",
        "- `says-soon/word`: `soon` and 1 more",
        "> **agent**: It comes **soon**.",
        "Evidence: message 1.",
        "Made from `rules/style/says-soon.yaml`",
    ):
        assert part in page


def test_a_page_says_which_rules_judge_a_draft_alone() -> None:
    alone = {rule.id for rule in sound_rules() if asks_alone(rule)}
    assert {"placeholder-left", "shouting", "disrespect-in-notes"} <= alone
    assert alone.isdisjoint({"promise-without-time", "refusal-without-option", "unsigned"})
    assert "\nA draft alone, without its conversation, is judged by [" in index(sound_rules())


def test_what_markdown_would_read_is_written_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    soon = SOON.replace("It comes [[soon]].", '"Dear [NAME], *it* comes [[soon]] <b>"')
    put_rules(tmp_path, monkeypatch, {"style/says-soon": soon})
    (rule,) = sound_rules()
    assert r"> **agent**: Dear \[NAME\], \*it\* comes **soon** \<b\>" in page_of(rule)


@pytest.mark.parametrize(
    ("change", "severity"),
    [
        pytest.param("", "suggestion", id="as it is"),
        pytest.param("rules: {says-soon: off}", "off", id="off"),
        pytest.param("rules: {says-soon: {severity: error}}", "error", id="graver"),
        pytest.param(
            "rules: {says-soon: {severity: error, when: {channel: chat}}}", "suggestion", id="graver in a chat"
        ),
    ],
)
def test_the_list_tells_what_holds_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: str, severity: str
) -> None:
    put_rules(tmp_path / "rules", monkeypatch, {"style/says-soon": SOON})
    (tmp_path / "lexicon.yaml").write_text(f"name: A\n{change}", encoding="utf-8")
    (row,) = rule_rows(load_contents(str(tmp_path / "lexicon.yaml")))
    assert (row["id"], row["group"], row["severity"], row["settings"]) == ("says-soon", "style", severity, {"most": 0})


def test_the_phrasebooks_on_the_page_about_rules_are_right(tmp_path: Path) -> None:
    page = (PAGES.parent / "rules.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```yaml\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    assert len(blocks) == 2
    for number, block in enumerate(blocks):
        path = tmp_path / f"{number}.yaml"
        path.write_text(f"segments: [vip]\n{block}", encoding="utf-8")
        assert load_contents(str(path)).rules
