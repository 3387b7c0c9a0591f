"""Which files a command line means."""

import os
from pathlib import Path

import pytest

from phraselint.model.errors import InputError
from phraselint.readers import ENDINGS, Intake, expand, kind_of, read

TREE = (
    "a.txt",
    "b.md",
    "notes.pdf",
    "mails/c.eml",
    "mails/deep/d.HTML",
    ".git/e.txt",
    "mails/.f.txt",
    "chats.jsonl.gz",
)


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in TREE:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("hi", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("paths", "files"),
    [
        pytest.param(("b.md", "a.txt"), ["b.md", "a.txt"], id="files in the order given"),
        pytest.param(("notes.pdf",), ["notes.pdf"], id="a file of any ending"),
        pytest.param(
            (".",), ["./a.txt", "./b.md", "./chats.jsonl.gz", "./mails/c.eml", "./mails/deep/d.HTML"], id="a folder"
        ),
        pytest.param(("mails", "mails/c.eml"), ["mails/c.eml", "mails/deep/d.HTML"], id="each once"),
        pytest.param(("*.txt",), ["a.txt"], id="a glob"),
        pytest.param(
            ("**/*.*",),
            ["a.txt", "b.md", "chats.jsonl.gz", "mails/c.eml", "mails/deep/d.HTML", "notes.pdf"],
            id="a deep glob",
        ),
        pytest.param(("-", "a.txt"), ["-", "a.txt"], id="standard input"),
    ],
)
def test_expand(paths: tuple[str, ...], files: list[str], tree: Path) -> None:
    assert expand(paths, tuple(ENDINGS)) == [name.replace("/", os.sep) for name in files]


def test_a_file_named_in_two_ways_is_read_once(tree: Path) -> None:
    assert expand(("a.txt", str(tree / "a.txt"), "mails/../a.txt"), tuple(ENDINGS)) == ["a.txt"]


def test_a_file_called_by_a_hyphen_is_not_standard_input(tree: Path) -> None:
    (tree / "-").write_text("x", encoding="utf-8")
    assert expand(("-", "./-", "./-"), tuple(ENDINGS)) == ["-", "./-"]


def test_all_missing_paths_are_named_at_once(tree: Path) -> None:
    with pytest.raises(InputError) as caught:
        expand(("none.txt", "a.txt", "*.doc"), tuple(ENDINGS))
    assert str(caught.value) == "none.txt: no such file or folder\n*.doc: no file matches"


def test_a_name_with_brackets_is_a_file_before_it_is_a_glob(tree: Path) -> None:
    (tree / "draft [1].txt").write_text("hi", encoding="utf-8")
    assert expand(("draft [1].txt",), tuple(ENDINGS)) == ["draft [1].txt"]


def test_a_folder_without_drafts_is_told(tree: Path) -> None:
    (tree / "empty").mkdir()
    intake = Intake()
    assert list(read(("empty",), None, intake)) == []
    assert intake.notes[0].startswith("nothing to read in empty (known endings: .txt")


def test_documents_in_a_folder_are_told_once(tree: Path) -> None:
    for name in ("a.docx", "b.DOCX", "deep/c.csv", "d.png", ".e.docx"):
        (tree / "mails" / name).touch()
    intake = Intake()
    assert [source.path for source in read(("mails",), None, intake)] == ["mails/c.eml", "mails/deep/d.HTML"]
    assert intake.notes == ["3 files of kinds that are not read: .docx (2), .csv (1)"]


def test_all_kinds_are_told_where_nothing_is_read(tree: Path) -> None:
    (tree / "empty").mkdir()
    for name in ("a.png", "b", *(f"c.{number}" for number in range(5))):
        (tree / "empty" / name).touch()
    intake = Intake()
    assert list(read(("empty",), None, intake)) == []
    assert intake.notes[1] == (
        "7 files of kinds that are not read: no ending (1), .0 (1), .1 (1), .2 (1), .3 (1), .4 (1), others"
    )


def test_a_folder_that_cannot_be_read_is_told(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def scandir(path: str) -> object:
        if path.endswith("deep"):
            raise PermissionError(13, os.strerror(13), path)
        return real(path)

    real = os.scandir
    monkeypatch.setattr(os, "scandir", scandir)
    intake = Intake()
    assert [source.path for source in read(("mails",), None, intake)] == ["mails/c.eml"]
    assert intake.failed == ["mails/deep: no permission to read it"]


@pytest.mark.parametrize("paths", [(".",), ("*",), ("**/*",)], ids=["a folder", "a glob", "a deep glob"])
def test_a_pipe_that_nobody_named_is_not_waited_for(paths: tuple[str, ...], tree: Path) -> None:
    os.mkfifo("pipe.txt")
    os.mkfifo("mails/pipe.jsonl")
    assert not [path for path in expand(paths, tuple(ENDINGS)) if "pipe" in path]
    assert expand(("pipe.txt",), tuple(ENDINGS)) == ["pipe.txt"]


def test_a_dead_link_in_a_folder_is_told(tree: Path) -> None:
    os.symlink("gone", "mails/dead.txt")
    intake = Intake()
    assert [source.path for source in read(("mails",), None, intake)] == ["mails/c.eml", "mails/deep/d.HTML"]
    assert intake.failed == ["mails/dead.txt: No such file or directory"]


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("a.txt", "plain"),
        ("A.MD", "markdown"),
        ("a.htm", "html"),
        ("a.eml", "mail"),
        ("a.jsonl.gz", "conversations"),
        ("a.json", "conversations"),
        ("README", "plain"),
        ("-", "plain"),
    ],
)
def test_kind_of(path: str, kind: str) -> None:
    assert kind_of(path) == kind


def test_a_file_that_cannot_be_read_does_not_stop_the_others(tree: Path) -> None:
    (tree / "a.bin").write_bytes(b"\x00\x01")
    intake = Intake()
    sources = list(read(("a.bin", "a.txt", "b.md"), None, intake))
    assert [(source.path, source.markup, source.text) for source in sources] == [
        ("a.txt", "plain", "hi"),
        ("b.md", "markdown", "hi"),
    ]
    assert intake.failed == ["a.bin: is a binary file (it holds NUL bytes), or UTF-16 without a byte order mark"]


def test_markup_overrides_the_ending(tree: Path) -> None:
    assert [source.markup for source in read(("a.txt", "chats.jsonl.gz"), "html", Intake())] == ["html"]


@pytest.mark.parametrize(
    ("content", "read"),
    [
        pytest.param('{"name": "shop", "version": "1"}', False, id="of another program"),
        pytest.param('[{"speaker": "agent", "text": "x"}]', True, id="messages"),
        pytest.param('[{"role": "agent", "body": "x"}]', True, id="messages by other names, which are told"),
        pytest.param("", True, id="empty"),
        pytest.param('{"name": "shop"}'.encode("utf-16"), True, id="in letters of two bytes, which nobody looks into"),
    ],
)
def test_of_json_files_in_a_folder_records_are_read(content: str | bytes, read: bool, tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    passed: list[str] = []
    found = expand((str(tmp_path),), (".json",), None, passed)
    assert (found, passed) == (([str(file)], []) if read else ([], [str(file)]))
    assert expand((str(file),), (".json",)) == [str(file)]


def test_a_json_file_of_another_program_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("hi", encoding="utf-8")
    (tmp_path / "package.json").write_text('{"name": "shop"}', encoding="utf-8")
    intake = Intake()
    assert len(list(read((str(tmp_path),), None, intake))) == 1
    assert intake.notes == [f"1 .json file holds no conversation and is not read: {tmp_path / 'package.json'}"]
    assert intake.failed == []
