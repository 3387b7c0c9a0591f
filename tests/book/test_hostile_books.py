import time
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phraselint.book import packs
from phraselint.book.contents import Contents
from phraselint.book.loader import load_contents
from phraselint.book.source import MOST_BYTES
from phraselint.model.errors import BookError, Mistake

Write = Callable[..., Path]
Wrong = Callable[[str | Path], list[Mistake]]
One = Callable[[str], Mistake]


def test_a_bomb_of_aliases_is_refused_at_once(write: Write, wrong: Wrong) -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    path = write("\n".join(lines))
    begun = time.perf_counter()
    assert {each.message.split(" '")[0] for each in wrong(path)} >= {"the alias", "the anchor"}
    assert time.perf_counter() - begun < 1


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_nesting_without_end_is_refused_at_once(write: Write, wrong: Wrong, opening: str) -> None:
    path = write(opening * 200_000)
    begun = time.perf_counter()
    assert wrong(path)
    assert time.perf_counter() - begun < 1


def test_a_huge_file_is_refused_before_it_is_parsed(tmp_path: Path, wrong: Wrong) -> None:
    path = tmp_path / "lexicon.yaml"
    path.write_bytes(b"#" * (MOST_BYTES + 1))
    (mistake,) = wrong(path)
    assert mistake.message == "the file is larger than 20 MB"


def test_parts_without_end_are_refused_before_they_fill_the_memory(
    write: Write, wrong: Wrong, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("phraselint.book.marked_yaml._MOST_PARTS", 1000)
    (mistake,) = wrong(write("name: [" + "a, " * 2000 + "]"))
    assert mistake.message == "more than 1,000 keys and values"
    assert mistake.column > 2000


def test_of_a_file_that_is_all_mistakes_the_first_are_told(write: Write, wrong: Wrong) -> None:
    mistakes = wrong(write("\n".join(f"k{number}: v" for number in range(5000))))
    assert [mistake.line for mistake in mistakes] == list(range(1, 1001))


@pytest.mark.parametrize(
    ("data", "place", "message"),
    [
        pytest.param(b"name: A\nwhy: caf\xe9\n", (2, 9), "not UTF-8: byte 0xe9", id="Latin-1"),
        pytest.param("name: A\n".encode("utf-16"), (1, 1), "UTF-16, not UTF-8", id="UTF-16"),
        pytest.param("é🙂: \xff".encode()[:-1], (1, 5), "not UTF-8", id="cut inside a character"),
        pytest.param(b"name: \x00\x00", (1, 7), "the character U+0000", id="NUL"),
        pytest.param(b"\x89PNG\r\n\x1a\n", (1, 1), "not UTF-8", id="a picture"),
        pytest.param("\ufeffnmae: A".encode(), (1, 1), "unknown key 'nmae'", id="a byte order mark takes no column"),
        pytest.param(b"a: 1\r\nb: 2\rc: 3\n", (3, 1), "unknown key 'c'", id="every kind of line end"),
        pytest.param("name: '🙂🙂', x".encode(), (1, 11), "not YAML", id="an emoji is one column"),
    ],
)
def test_bytes_that_are_no_text(
    tmp_path: Path, wrong: Wrong, data: bytes, place: tuple[int, int], message: str
) -> None:
    path = tmp_path / "lexicon.yaml"
    path.write_bytes(data)
    last = wrong(path)[-1]
    assert (last.line, last.column) == place
    assert message in last.message


def test_an_excerpt_cannot_garble_the_terminal(one: One) -> None:
    mistake = one("nmae:\t'\u202eAcme'")
    assert mistake.excerpt == "nmae: '\ufffdAcme'"


@given(st.binary(max_size=200))
def test_any_bytes_are_a_book_or_a_book_error(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any.yaml"
    path.write_bytes(data)
    check(path)


SOUND = dedent(
    """\
    name: "Acme"
    segments: [vip]
    avoid:
      - id: no-problem
        phrases: ["no problem [at all]", {phrase: np, case: exact}]
        unless: {before: ["there {be}"], segment: vip, message: {entry: no-problem}}
        instead: [{say: Certainly, when: {reply_to: thanks}, safety: safe}]
        examples: [{flag: "[[No problem]]!", customer: 'It''s me'}]
    rules: {no-problem: {severity: error}}
    """
)


@given(st.data())
def test_a_book_with_anything_put_in_is_a_book_or_a_book_error(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(SOUND)))
    end = data.draw(st.integers(start, min(len(SOUND), start + 6)))
    put = data.draw(st.text("[]{}():,'\"|*&!?-~<> \n\tab\\🙂^$.", max_size=4))
    path = tmp_path_factory.getbasetemp() / "any.yaml"
    path.write_text(SOUND[:start] + put + SOUND[end:], encoding="utf-8")
    check(path)


def check(path: Path) -> Contents | None:
    """What a book says, None where it is wrong; every mistake stands inside the file and shows its line."""
    try:
        with pytest.MonkeyPatch.context() as patched:  # the shipped signals are sound, and read again each time
            patched.setattr(packs, "shipped_folder", lambda: str(path.parent / "nowhere"))
            return load_contents(str(path))
    except BookError as error:
        lines = path.read_bytes().decode("utf-8-sig", "replace").replace("\r\n", "\n").splitlines() or [""]
        for mistake in error.mistakes:
            assert 1 <= mistake.line <= len(lines) + 1
            assert mistake.column >= 1
            assert mistake.message
        return None
