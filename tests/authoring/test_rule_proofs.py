"""Rules are proved by their examples: marks, evidence, blanks, and what a phrasebook changes does not count."""

from pathlib import Path

import pytest

from phraselint.authoring.proving import failures, proofs
from phraselint.authoring.rule_proofs import RuleProof
from phraselint.book.loader import load_contents
from phraselint.engine.linter import Linter
from phraselint.match.compile import compiled
from phraselint.model.errors import MissingExtra
from phraselint.service.checks import CHECKS, check_of
from tests.rule_files import SOON, Check, changed, put_checks, put_rules, says_soon


def failed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rule: str, check: Check | None = says_soon, book: str = ""
) -> list[str]:
    """What does not hold of a rule, each with its line."""
    put_rules(tmp_path / "rules", monkeypatch, {"style/says-soon": rule})
    if check:
        put_checks(monkeypatch, {"says-soon": check})
    (tmp_path / "lexicon.yaml").write_text(book or "name: A", encoding="utf-8")
    contents = load_contents(str(tmp_path / "lexicon.yaml"))
    wanted = [proof for proof in proofs(contents, ["says-soon"]) if isinstance(proof, RuleProof)]
    return [str(each).partition("says-soon.yaml:")[2] for each in failures(wanted, Linter(compiled(contents)))]


GUIDED = changed('{say: "By {day}", safety: review}', '{say: "By {day}", safety: guide}')


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        pytest.param("most", "most", "", id="a rule that is right"),
        pytest.param(
            "It comes [[soon]].",
            '"[[It comes soon.]]"',
            "expected 'It comes soon.' at 0-14 of message 1",
            id="other words",
        ),
        pytest.param(
            "on Friday.", "soon.", "must pass, but flags 'soon' at 9-13 of message 1", id="a pass that is flagged"
        ),
        pytest.param(
            "evidence: [0]", "evidence: [1]", "expected evidence message 1, found message 0", id="other evidence"
        ),
        pytest.param("evidence: [0]", "evidence: []", "expected evidence none, found message 0", id="no evidence"),
        pytest.param("evidence: [0]", "settings: {most: 1}", "found nothing", id="settings of the example"),
        pytest.param("This says {word}.", "This says {wort}.", "nobody fills {wort}", id="a blank that is not filled"),
        pytest.param("- flag:", "- known-miss:", "is flagged now: make it a 'flag'", id="a known miss that is caught"),
        pytest.param(
            "- pass:", "- known-false-alarm:", "passes now: make it a 'pass'", id="a known false alarm that is gone"
        ),
    ],
)
def test_an_example_holds_or_says_why_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, old: str, new: str, message: str
) -> None:
    rule = GUIDED.replace(old, new)
    if "known" in new:
        rule = rule.replace(
            "    evidence: [0]\n", "    evidence: [0]\n    because: it is hard\n" if "miss" in new else ""
        )
        rule += "    because: it is hard\n" if "alarm" in new else ""
    found = failed(tmp_path, monkeypatch, rule)
    assert len(found) == bool(message)
    assert all(message in each for each in found)


def test_what_is_offered_as_a_wording_may_keep_no_blank(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (found,) = failed(tmp_path, monkeypatch, SOON)
    assert found.endswith("says-soon: offers 'By {day}', and nobody fills its blanks")


def test_without_a_check_it_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = failed(tmp_path, monkeypatch, GUIDED, check=None)
    assert len(found) == 2
    assert "name the function that carries out 'says-soon' in CHECKS of phraselint/service/checks.py" in found[0]


def test_without_its_library_a_rule_cannot_be_proved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(case: object, settings: object) -> None:
        raise MissingExtra("pip install it")

    assert failed(tmp_path, monkeypatch, GUIDED, check=missing) == []  # type: ignore[arg-type]


@pytest.mark.parametrize("change", ["{most: 5}", "{severity: error}", "{off: true, when: {channel: chat}}"])
def test_what_a_phrasebook_changes_of_a_rule_does_not_count(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    assert failed(tmp_path, monkeypatch, GUIDED, book=f"rules: {{says-soon: {change}}}") == []


def test_of_a_rule_that_is_off_nothing_is_proved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert failed(tmp_path, monkeypatch, SOON, book="rules: {says-soon: off}") == []


def test_the_words_that_a_phrasebook_adds_count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    book = "signals: {says-soon/word: [on friday]}"
    (found,) = failed(tmp_path, monkeypatch, GUIDED, book=book)
    assert "must pass, but flags 'on Friday'" in found


@pytest.mark.parametrize(
    ("book", "proved"),
    [
        pytest.param("name: A", False, id="not with any phrasebook: the shipped one proves it"),
        pytest.param("signals: {thanks: [ta]}", False, id="not where other words are added"),
        pytest.param("signals: {says-soon/word: [anon]}", True, id="where it listens for more"),
    ],
)
def test_a_phrasebook_proves_the_rules_that_it_concerns(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, book: str, proved: bool
) -> None:
    put_rules(tmp_path / "rules", monkeypatch, {"style/says-soon": GUIDED})
    (tmp_path / "lexicon.yaml").write_text(book, encoding="utf-8")
    found = list(proofs(load_contents(str(tmp_path / "lexicon.yaml"))))
    assert bool(found) is proved


def test_the_shipped_phrasebook_proves_all_rules() -> None:
    contents = load_contents()
    proved = {proof.id for proof in proofs(contents) if isinstance(proof, RuleProof)}
    assert proved == {rule.id for rule in contents.rules}


def test_every_rule_has_a_check_and_every_check_a_rule() -> None:
    assert {rule.id for rule in load_contents().rules} == set(CHECKS)
    assert all(callable(check_of(rule)) for rule in CHECKS)
