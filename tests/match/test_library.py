"""The cache of compiled phrasebooks: what is stale or damaged is made anew, what cannot be written is done without."""

import json
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from phraselint.engine.linter import Linter
from phraselint.match import library, store, tidying
from phraselint.match.container import Container, Damaged
from phraselint.match.packing import packed

plain = json.dumps

BOOK = """\
name: Small
version: "1"
language: en
avoid:
  - id: no-problem
    category: words
    severity: warning
    phrases: ["no problem"]
    why: It speaks of problems.
    unless: {reply_to: thanks}
signals:
  thanks: ["you saved my day"]
"""


@pytest.fixture(scope="module")
def listening(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The part of the book that listens, made once for all tests."""
    folder = tmp_path_factory.mktemp("listening")
    (folder / "lexicon.yaml").write_text(BOOK, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("PHRASELINT_CACHE", str(folder))
        library.load(folder / "lexicon.yaml")
    return list(folder.glob("*.part"))


@pytest.fixture
def book(tmp_path: Path, listening: list[Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """A phrasebook that is not compiled but for the part of it that listens."""
    monkeypatch.setenv("PHRASELINT_CACHE", str(tmp_path / "cache"))
    (tmp_path / "cache").mkdir()
    for part in listening:
        shutil.copy(part, tmp_path / "cache")
    path = tmp_path / "lexicon.yaml"
    path.write_text(BOOK, encoding="utf-8")
    return path


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the books that were compiled, as they are."""
    paths: list[str] = []
    compile_book = library._compiled

    def compiled(path: str, owner: str) -> bytes:
        paths.append(path)
        return compile_book(path, owner)

    monkeypatch.setattr(library, "_compiled", compiled)
    return paths


def found(path: Path) -> list[str]:
    return [finding.match for finding in Linter(library.load(str(path))).lint("No problem!").findings]


def kept(path: Path) -> Path:
    return Path(library.cache_file(str(path)))


@pytest.mark.parametrize(
    ("path", "kind", "said"),
    [
        pytest.param(b"lexicon.yaml", TypeError, "not bytes$", id="bytes"),
        pytest.param(5, TypeError, "not int$", id="a number"),
        pytest.param("", ValueError, "the path of a phrasebook, and nothing is written", id="nothing"),
    ],
)
def test_what_is_no_path_is_refused(path: Any, kind: type[Exception], said: str) -> None:
    with pytest.raises(kind, match=said):
        library.load(path)


def test_a_path_may_be_of_pathlib(book: Path) -> None:
    assert library.load(book).hash == library.load(str(book)).hash


def test_a_book_is_compiled_once(book: Path, made: list[str]) -> None:
    assert found(book) == found(book) == ["No problem"]
    assert made == [str(book)]


def parts(book: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in (book.parent / "cache").glob("*.part")}


def test_what_listens_is_made_once_for_all_books_of_the_same_signals(book: Path) -> None:
    first = library._compiled(str(book), "owner")
    known = parts(book)
    assert library._compiled(str(book), "owner") == first
    book.write_text(BOOK.replace('"no problem"', '"no trouble", "calm down"'), encoding="utf-8")
    assert library._compiled(str(book), "owner") != first
    assert parts(book) == known
    book.write_text(BOOK.replace("saved my day", "made my day"), encoding="utf-8")
    library._compiled(str(book), "owner")
    assert len(parts(book)) == len(known) + 1


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda data: data[:-1], id="cut"),
        pytest.param(lambda _: b"", id="emptied"),
        pytest.param(lambda data: data[:-9] + bytes(9), id="other bytes"),
        pytest.param(lambda _: packed("", [], {}), id="whole, of another book"),
    ],
)
def test_a_part_that_is_damaged_is_made_anew(book: Path, damage: Callable[[bytes], bytes]) -> None:
    first = library._compiled(str(book), "owner")
    known = parts(book)
    for name, data in known.items():
        (book.parent / "cache" / name).write_bytes(damage(data))
    assert library._compiled(str(book), "owner") == first
    assert known.items() & parts(book).items()


def test_a_book_that_was_changed_is_compiled_again(book: Path, made: list[str]) -> None:
    found(book)
    changed = os.stat(book)
    book.write_text(BOOK.replace('"no problem"', '"no trouble"'), encoding="utf-8")
    os.utime(book, ns=(changed.st_atime_ns, changed.st_mtime_ns))  # the content counts, not the time
    assert found(book) == []
    assert len(made) == 2


def flipped(data: bytes, at: int) -> bytes:
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda _: b"", id="emptied"),
        pytest.param(lambda data: data[:5000], id="cut"),
        pytest.param(lambda data: data[:20], id="cut in its head"),
        pytest.param(lambda _: b"something else", id="another file"),
        pytest.param(lambda data: flipped(data, 18), id="another checksum"),
        pytest.param(lambda data: flipped(data, 30), id="another length"),
        pytest.param(lambda data: data[:-10], id="cut at its end"),
        pytest.param(lambda data: flipped(data, 110), id="one bit of the index"),
        pytest.param(lambda data: flipped(data, 5000), id="one bit of a section"),
    ],
)
def test_a_damaged_cache_is_made_anew(book: Path, made: list[str], damage: Callable[[bytes], bytes]) -> None:
    found(book)
    whole = kept(book).read_bytes()
    kept(book).write_bytes(damage(whole))
    assert found(book) == ["No problem"]
    assert len(made) == 2
    assert kept(book).read_bytes() == whole


def test_damage_where_signals_lie_is_noticed_when_they_are_asked_for(book: Path, made: list[str]) -> None:
    found(book)
    whole = kept(book).read_bytes()
    kept(book).write_bytes(flipped(whole, len(whole) - 10))
    loaded = library.load(str(book))
    assert len(made) == 1
    assert b" saved my day " in loaded.part("listen").literals()
    assert len(made) == 2
    assert kept(book).read_bytes() == whole


def damaged_unseen(path: Path, places: Iterable[int], by: int = 0xFF) -> None:
    """Changes bytes of a cached book and keeps its time, so that it is taken for whole."""
    seen = os.stat(path)
    data = bytearray(path.read_bytes())
    for at in places:
        data[at] ^= by
    path.write_bytes(data)
    os.utime(path, ns=(seen.st_atime_ns, seen.st_mtime_ns))


def sections(path: Path) -> dict[str, range]:
    """Where each section of a cached book lies in its file; those of the half that is read later with a "+"."""
    whole = path.read_bytes()
    first = Container(whole)
    found: dict[str, range] = {}
    for mark, half, stop in (("", first, len(whole) - len(first._more)), ("+", first.more(), len(whole))):
        start = stop - len(half._data)
        found |= {name + mark: range(start + at, start + at + size) for name, (at, size) in half._places.items()}
    return found


@pytest.fixture
def again(book: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths that are compiled from here on: each gives at once what the cache holds now."""
    found(book)
    whole = kept(book).read_bytes()
    paths: list[str] = []

    def compiled(path: str, owner: str) -> bytes:
        paths.append(path)
        return whole

    monkeypatch.setattr(library, "_compiled", compiled)
    return paths


@pytest.mark.parametrize("by", [0xFF, 1], ids=["nonsense", "one bit"])
def test_a_record_that_was_damaged_unseen_is_made_anew_once(book: Path, again: list[str], by: int) -> None:
    whole = kept(book).read_bytes()
    for name in ("meta", "ids", "kinds", "entries", "phrases", "phrases at", "phrases sums", "users", "required"):
        again.clear()
        damaged_unseen(kept(book), sections(kept(book))[name], by)
        linter = Linter(library.load(str(book)))
        assert linter.book.ids() == ["no-problem"]
        for _ in range(2):
            found = linter.lint("No problem! Sorry, he said.", reply_to="request").findings
            assert [(each.rule, each.match, each.why) for each in found] == [
                ("no-problem", "No problem", "It speaks of problems.")
            ]
        assert again == [str(book)], name
        assert kept(book).read_bytes() == whole


@pytest.mark.skipif(sys.platform == "win32", reason="when a file was summed up cannot be noted there")
def test_a_table_that_was_damaged_unseen_is_made_anew_after_a_day(
    book: Path, again: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, noted = kept(book).read_bytes(), os.stat(kept(book)).st_ctime_ns
    assert found(book) == ["No problem"]
    assert os.stat(kept(book)).st_ctime_ns == noted
    monkeypatch.setattr(store, "time", lambda: time.time() + store.DAY)
    assert found(book) == ["No problem"]
    assert os.stat(kept(book)).st_ctime_ns > noted
    assert again == []
    damaged_unseen(kept(book), sections(kept(book))["runs"], 1)
    assert found(book) == ["No problem"]
    assert again == [str(book)]
    assert kept(book).read_bytes() == whole


@pytest.mark.usefixtures("again")
@pytest.mark.parametrize("length", [0, 2000], ids=["a draft", "too long for runs of words"])
@pytest.mark.parametrize("by", [0xFF, 1], ids=["nonsense", "one bit"])
def test_no_damage_leads_to_an_error(book: Path, by: int, length: int) -> None:
    whole, when = kept(book).read_bytes(), os.stat(kept(book))
    for place in filter(len, sections(kept(book)).values()):
        damaged_unseen(kept(book), place, by)
        linter = Linter(library.load(str(book)))
        linter.lint("No problem! No probelms. You saved my day." + " It is fine." * length)
        kept(book).write_bytes(whole)
        os.utime(kept(book), ns=(when.st_atime_ns, when.st_mtime_ns))


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda data: data[:-1], id="a byte is missing"),
        pytest.param(lambda data: data[: len(data) // 2], id="half of it"),
        pytest.param(lambda data: data + b"\0", id="a byte more"),
        pytest.param(lambda data: data + data, id="twice"),
    ],
)
def test_a_length_that_was_changed_unseen_is_noticed_at_once(
    book: Path, made: list[str], damage: Callable[[bytes], bytes]
) -> None:
    expected = found(book)
    path, seen = kept(book), os.stat(kept(book))
    path.write_bytes(damage(path.read_bytes()))
    os.utime(path, ns=(seen.st_atime_ns, seen.st_mtime_ns))
    assert found(book) == expected
    assert found(book) == expected
    assert len(made) == 2


def test_an_error_of_our_own_is_not_taken_for_damage(book: Path, made: list[str]) -> None:
    linter = Linter(library.load(str(book)))
    linter.book.meta["gate"] = None
    linter.book.meta["patches"] = None
    with pytest.raises(AttributeError):
        linter.lint("No problem!")
    assert len(made) == 1


def test_a_book_that_was_changed_since_is_not_read_by_the_places_of_the_old_one(book: Path) -> None:
    found(book)
    damaged_unseen(kept(book), sections(kept(book))["entries"])
    linter = Linter(library.load(str(book)))
    book.write_text(BOOK.replace("no-problem", "other"), encoding="utf-8")
    with pytest.raises(Damaged):
        linter.lint("No problem!")


def test_the_cache_of_another_book_is_made_anew(book: Path, made: list[str]) -> None:
    other = book.with_name("other.yaml")
    other.write_text(BOOK.replace('"no problem"', '"no trouble"'), encoding="utf-8")
    assert (found(book), found(other)) == (["No problem"], [])
    whole = kept(book).read_bytes()
    kept(book).write_bytes(kept(other).read_bytes())
    assert found(book) == ["No problem"]
    assert len(made) == 3
    assert kept(book).read_bytes() == whole


@pytest.mark.parametrize(
    "index",
    [
        pytest.param({}, id="an index that holds nothing"),
        pytest.param([], id="an index that is a list"),
        pytest.param({"owner": "", "tag": "", "sources": [], "sections": {}}, id="nobody's, from nothing"),
    ],
)
def test_a_whole_file_that_is_no_book_is_made_anew(
    book: Path, made: list[str], index: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    found(book)
    with monkeypatch.context() as patch:
        patch.setattr(json, "dumps", lambda _: plain(index))
        kept(book).write_bytes(packed("", [], {}))
    assert found(book) == ["No problem"]
    assert len(made) == 2


def test_a_book_from_no_sources_is_made_anew(book: Path, made: list[str]) -> None:
    kept(book).write_bytes(packed("", [], {}, owner=kept(book).name))
    assert found(book) == ["No problem"]
    assert made == [str(book)]


def test_who_writes_a_book_tidies_the_folder(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tidied: list[str] = []
    monkeypatch.setattr(tidying, "tidy", tidied.append)
    found(book)
    found(book)
    assert tidied == [str(kept(book).parent)]


def test_a_cache_that_cannot_be_written_is_done_without(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (book.parent / "file").touch()
    monkeypatch.setenv("PHRASELINT_CACHE", str(book.parent / "file" / "cache"))
    assert found(book) == ["No problem"]


def test_runs_side_by_side_leave_a_whole_file(book: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(found, [book] * 16)) == [["No problem"]] * 16
    assert [path.name for path in kept(book).parent.iterdir() if path.suffix != ".part"] == [kept(book).name]


def test_a_phrasebook_is_kept_until_one_of_its_files_changes(book: Path) -> None:
    assert not library.is_kept(str(book))
    library.load(book)
    assert library.is_kept(str(book))
    book.write_text(BOOK.replace("no problem", "no (problem"), encoding="utf-8")
    assert not library.is_kept(str(book))
