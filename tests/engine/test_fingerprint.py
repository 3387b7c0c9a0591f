from phraselint.engine.fingerprint import Fingerprints, key
from phraselint.engine.linter import Linter
from tests.engine.conftest import MakeLinter, entry

BOOK = "avoid:\n" + entry("calm-down", 'phrases: ["calm down"]') + entry("relax", "phrases: [relax]")


def prints(linter: Linter, text: str) -> list[str]:
    return [finding.fingerprint for finding in linter.lint(text).findings]


def test_version_one_stays_as_it_is() -> None:
    assert Fingerprints().of("calm-down", key(["please", "calm", "down"])) == "105ea344d77f1e299"


def test_it_outlives_edits_elsewhere_and_of_case_and_spaces(make_linter: MakeLinter) -> None:
    linter = make_linter(BOOK)
    before = prints(linter, "Please calm down.")
    assert prints(linter, "Hello Ann!\n\nPLEASE  calm\ndown. Bye!") == before


def test_it_tells_rules_sentences_and_repeats_apart(make_linter: MakeLinter) -> None:
    linter = make_linter(BOOK)
    found = prints(linter, "Calm down and relax. Calm down and relax. Calm down. Calm down.")
    assert len(found) == len(set(found)) == 6
