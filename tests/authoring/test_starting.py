"""The phrasebook that a company starts from is right by itself."""

from pathlib import Path

import pytest

from phraselint.authoring.proving import failures, proofs
from phraselint.authoring.starting import STARTER, start
from phraselint.book.loader import load_contents
from phraselint.engine.linter import Linter
from phraselint.match.library import load
from phraselint.model.errors import InputError


def test_its_own_examples_hold(tmp_path: Path) -> None:
    path = str(tmp_path / "lexicon.yaml")
    start(path)
    contents = load_contents(path)
    own = [entry.id for entry in contents.entries if entry.place.path == path]
    assert own == ["no-biggie"]
    wanted = [proof for proof in proofs(contents) if proof.id in own]
    assert [str(each) for each in failures(wanted, Linter(load(path)))] == []


def test_it_does_not_overwrite(tmp_path: Path) -> None:
    path = tmp_path / "lexicon.yaml"
    path.write_text("name: A", encoding="utf-8")
    with pytest.raises(InputError, match="is there already"):
        start(str(path))
    assert path.read_text(encoding="utf-8") == "name: A"


def test_every_part_is_commented() -> None:
    parts = STARTER.split("\n\n")
    assert all(part.startswith(("#", "avoid:\n  #")) for part in parts)
