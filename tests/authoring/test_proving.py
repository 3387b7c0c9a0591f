"""What of a phrasebook does not hold, and the cause that is told."""

from pathlib import Path

from phraselint.authoring.proving import failures, proofs
from phraselint.book.loader import load_contents
from phraselint.engine.linter import Linter
from phraselint.match.library import load

BASE = """\
name: Base
avoid:
  - id: sadly
    category: refusal
    phrases: [sadly]
    why: It is a sigh.
    examples: [{flag: "[[Sadly]], it is gone."}, {pass: "It is gone."}]
"""


def entry(name: str, phrase: str, examples: str = "") -> str:
    about = f"id: {name}, category: refusal, why: a reason, phrases: ['{phrase}'], examples: [{examples}]"
    return f"  - {{{about}}}\n"


def failed(path: Path, own: str) -> list[str]:
    (path / "base.yaml").write_text(BASE)
    (path / "own.yaml").write_text("name: Own\nextends: [./base.yaml]\navoid:\n" + own)
    book = str(path / "own.yaml")
    return [each.message for each in failures(proofs(load_contents(book)), Linter(load(book)))]


def test_an_example_of_a_pack_may_be_taken_over_by_a_longer_entry_of_its_category(tmp_path: Path) -> None:
    own = entry("gone", "sadly , it {be} gone", "{flag: '[[Sadly, it is gone]].'}")
    assert failed(tmp_path, own) == []


def test_an_example_of_ones_own_may_not(tmp_path: Path) -> None:
    short = entry("it", "it is gone", "{flag: 'Sadly, [[it is gone]].'}")
    (message,) = failed(tmp_path, entry("gone", "sadly , it {be} gone") + short)
    assert "'gone' of the same category (refusal) flags 'Sadly, it is gone' there" in message


def test_phrases_that_do_not_match_are_told_before_what_else_stands_there(tmp_path: Path) -> None:
    own = entry("lost", "we {lose} it", "{flag: '[[Sadly, we have lost it]].'}")
    (message,) = failed(tmp_path, own)
    assert "found nothing; the phrases do not match these words: try them by 'phraselint lexicon try'" in message
