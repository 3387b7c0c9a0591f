"""The phrasebook that a company starts from is right by itself."""

from collections.abc import Callable
from pathlib import Path

import pytest

from phraselint.authoring.proving import failures, proofs
from phraselint.authoring.starting import STARTER, start
from phraselint.book.loader import load_contents
from phraselint.engine.linter import Linter
from phraselint.match.library import load
from phraselint.model.errors import InputError


@pytest.fixture(scope="module")
def path(shelved: Callable[[str, str], Path], tmp_path_factory: pytest.TempPathFactory) -> str:
    """The phrasebook as it is started, compiled once."""
    started = tmp_path_factory.mktemp("started") / "lexicon.yaml"
    start(str(started))
    return str(shelved("started", started.read_text(encoding="utf-8")) / "lexicon.yaml")


@pytest.fixture(scope="module")
def linter(path: str) -> Linter:
    return Linter(load(path))


def test_its_own_examples_hold(path: str, linter: Linter) -> None:
    contents = load_contents(path)
    own = [entry.id for entry in contents.entries if entry.place.path == path]
    assert own == ["think-nothing-of-it", "ticket-closed"]
    wanted = [proof for proof in proofs(contents) if proof.id in own]
    assert [str(each) for each in failures(wanted, linter)] == []


def test_it_finds_all_that_the_shipped_phrasebook_finds(linter: Linter) -> None:
    shipped = load(None)
    assert {*linter.book.ids()} > {*shipped.ids()}
    for text in ("Your ticket is now closed.", "I'm closing this ticket now.", "Gonna check."):
        assert [each[:3] for each in linter.lint(text).findings] == [
            each[:3] for each in Linter(shipped).lint(text).findings
        ]


@pytest.mark.parametrize("text", ["Think nothing of it!", "Please think nothing of it.", "You bet!"])
def test_what_it_avoids_is_found_once_and_by_no_shipped_entry(text: str, linter: Linter) -> None:
    assert [each.rule for each in linter.lint(text).findings] == ["think-nothing-of-it"]


@pytest.mark.parametrize(
    "text",
    [
        "It's nothing to do with your account.",
        "You may think nothing of it, but it costs you a day.",
        "If you bet on Friday, you may lose a day.",
        "You bet on the last race of the day.",
    ],
)
def test_what_sounds_like_it_passes(text: str, linter: Linter) -> None:
    assert linter.lint(text).findings == ()


def test_it_does_not_overwrite(tmp_path: Path) -> None:
    path = tmp_path / "lexicon.yaml"
    path.write_text("name: A", encoding="utf-8")
    with pytest.raises(InputError, match="is there already"):
        start(str(path))
    assert path.read_text(encoding="utf-8") == "name: A"


def test_every_part_is_commented() -> None:
    parts = STARTER.split("\n\n")
    assert all(part.lstrip().startswith(("#", "avoid:\n  #")) for part in parts)
