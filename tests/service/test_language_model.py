"""The kept model of languages tells what py3langid's own does, and nothing depends on its being kept."""

import mmap
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from py3langid.langid import MODEL_FILE, LanguageIdentifier

from phraselint.match.container import Container
from phraselint.match.tidying import tidy
from phraselint.service import language_model
from phraselint.service.language_model import identifier, ranked

TEXTS = [
    pytest.param("Where is my parcel?", id="English"),
    pytest.param("Où est mon colis ? Je l'attends depuis hier.", id="French"),
    pytest.param("Моя посылка не пришла.", id="Russian"),
    pytest.param("注文した商品が届きません。", id="Japanese"),
    pytest.param("ok", id="a word of two letters"),
    pytest.param("12 - 34", id="no words"),
    pytest.param("", id="nothing"),
    pytest.param("\ud83d half a sign", id="a lone surrogate"),
]


@pytest.fixture(scope="module")
def plain() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The file that holds the model; the next to ask opens it."""
    monkeypatch.setenv("PHRASELINT_CACHE", str(folder))
    identifier.cache_clear()
    identifier()
    identifier.cache_clear()
    (file,) = folder.glob("*.model")
    yield file
    identifier.cache_clear()


def unpacked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The places for which the model is unpacked from now on."""
    places: list[str] = []
    make = language_model._made

    def noted(place: str) -> Container:
        places.append(place)
        return make(place)

    monkeypatch.setattr(language_model, "_made", noted)
    return places


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.usefixtures("kept")
def test_what_is_kept_ranks_as_the_library_does(text: str, plain: LanguageIdentifier) -> None:
    assert identifier().rank(text) == plain.rank(text)


def test_the_second_run_unpacks_nothing(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    places = unpacked(monkeypatch)
    identifier()
    assert places == []
    assert kept.exists()


@pytest.mark.parametrize(
    "damaged",
    [
        pytest.param(lambda data: data[:-1], id="cut short"),
        pytest.param(lambda data: data[:5000] + b"x" + data[5001:], id="a byte that is another"),
        pytest.param(lambda _: b"", id="empty"),
        pytest.param(lambda data: data.replace(b'"owner"', b'"wrong"', 1), id="an index that is another"),
    ],
)
def test_a_damaged_file_is_made_anew(
    damaged: Callable[[bytes], bytes], kept: Path, plain: LanguageIdentifier, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = kept.read_bytes()
    kept.write_bytes(damaged(whole))
    places = unpacked(monkeypatch)
    assert identifier().rank("Où est mon colis ?") == plain.rank("Où est mon colis ?")
    assert places == [str(kept)]
    assert kept.read_bytes() == whole


def test_without_a_folder_it_is_unpacked_each_time(
    tmp_path: Path, plain: LanguageIdentifier, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("PHRASELINT_CACHE", str(tmp_path / "file" / "cache"))
    identifier.cache_clear()
    assert identifier().rank("Guten Tag") == plain.rank("Guten Tag")
    identifier.cache_clear()


def test_one_that_nobody_used_for_long_goes_with_the_old_books(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("phraselint.match.tidying.KEPT", 0)
    monkeypatch.setattr("phraselint.match.tidying.RECENT", -1)
    tidy(str(kept.parent))
    assert not kept.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets go of pages by itself")
@pytest.mark.usefixtures("kept")
def test_what_many_texts_load_is_let_go_of(monkeypatch: pytest.MonkeyPatch, plain: LanguageIdentifier) -> None:
    freed: list[object] = []
    let_go = language_model._let_go

    def noted(pages: object) -> None:
        freed.append(pages)
        let_go(pages)

    monkeypatch.setattr(language_model, "_let_go", noted)
    texts = [f"Where is my parcel of the {day}th?" for day in range(40)]
    assert [ranked(text) for text in texts] == [plain.rank(text) for text in texts]
    assert len(freed) >= 2
    assert all(isinstance(each, mmap.mmap) for each in freed)
