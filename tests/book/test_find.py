import subprocess
import sys
from pathlib import Path

import pytest

from phraselint.book import packs
from phraselint.book.find import find_book, shipped_book, shipped_folder


@pytest.fixture
def folders(tmp_path: Path) -> Path:
    """Two phrasebooks, one inside the folder of the other, and a draft two folders below."""
    (tmp_path / "team" / "mails" / "june").mkdir(parents=True)
    (tmp_path / "lexicon.yaml").write_text("name: company")
    (tmp_path / "team" / "lexicon.yaml").write_text("name: team")
    (tmp_path / "team" / "mails" / "june" / "draft.txt").write_text("Hello")
    return tmp_path


@pytest.mark.parametrize(
    ("start", "found"),
    [
        pytest.param("team/mails/june/draft.txt", "team/lexicon.yaml", id="from a draft upwards"),
        pytest.param("team/mails", "team/lexicon.yaml", id="from a folder upwards"),
        pytest.param("team", "team/lexicon.yaml", id="in the folder itself"),
        pytest.param("notes.txt", "lexicon.yaml", id="from a draft that is not there"),
        pytest.param(".", "lexicon.yaml", id="past the books below"),
    ],
)
def test_the_nearest_phrasebook_holds(folders: Path, start: str, found: str) -> None:
    assert find_book(str(folders / start)) == str(folders / found)


def test_a_relative_path_starts_where_we_are(folders: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folders / "team" / "mails")
    assert find_book("june/draft.txt") == str(folders / "team" / "lexicon.yaml")


def test_the_other_ending_will_do(tmp_path: Path) -> None:
    (tmp_path / "lexicon.yml").write_text("name: other")
    assert find_book(str(tmp_path)) == str(tmp_path / "lexicon.yml")
    (tmp_path / "lexicon.yaml").write_text("name: company")
    assert find_book(str(tmp_path)) == str(tmp_path / "lexicon.yaml")


def test_a_folder_of_that_name_is_no_phrasebook(tmp_path: Path) -> None:
    (tmp_path / "lexicon.yaml").write_text("name: company")
    (tmp_path / "team" / "lexicon.yaml").mkdir(parents=True)
    assert find_book(str(tmp_path / "team")) == str(tmp_path / "lexicon.yaml")


def test_where_no_folder_has_one_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.path.isfile", lambda _: False)
    assert find_book("draft.txt") is None


def test_the_shipped_files_are_there() -> None:
    assert Path(shipped_book()).is_file()
    assert Path(packs.shipped(packs.SIGNALS)).is_file()
    assert packs.SIGNALS not in packs.pack_names()


def test_a_wheel_carries_its_data_inside_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "data").mkdir()
    monkeypatch.setattr("phraselint.book.find._PACKAGE", str(tmp_path))
    assert shipped_folder() == str(tmp_path / "data")


def test_packs_and_rules_are_known_by_their_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "lexicon").mkdir()
    (tmp_path / "rules" / "speed").mkdir(parents=True)
    for name in ("lexicon/core.yaml", "lexicon/signals.yaml", "lexicon/notes.txt", "rules/speed/slow-reply.yaml"):
        (tmp_path / name).touch()
    monkeypatch.setattr(packs, "shipped_folder", lambda: str(tmp_path))
    assert packs.pack_names() == ["core"]
    assert packs.rule_files() == {"slow-reply": str(tmp_path / "rules" / "speed" / "slow-reply.yaml")}


def test_finding_a_phrasebook_loads_neither_yaml_nor_pathlib() -> None:
    program = "import sys, phraselint.book.find, phraselint.book.packs; print(*sys.modules)"
    root = str(Path(__file__).parents[2])
    run = subprocess.run([sys.executable, "-S", "-c", program], capture_output=True, text=True, check=True, cwd=root)
    loaded = set(run.stdout.split())
    assert "phraselint.book.packs" in loaded
    assert (
        loaded & {"yaml", "pathlib", "dataclasses", "inspect", "argparse", "rapidfuzz", "phraselint.book.shape"}
        == set()
    )
