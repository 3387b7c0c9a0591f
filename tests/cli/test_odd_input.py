"""Odd input: what cannot be right is told with its place, and nothing is dropped without a word."""

from pathlib import Path

from tests.cli.program import phraselint


def test_a_setting_that_cannot_be_right_is_a_mistake_of_the_book(tmp_path: Path) -> None:
    book = "avoid: [{id: a, phrases: calm down}]\nrules:\n  asks-again: {phone_regions: [us]}\n"
    (tmp_path / "lexicon.yaml").write_text(book, encoding="utf-8")
    done = phraselint("check", "-", cwd=tmp_path, stdin=b"Calm down.")
    assert done.returncode == 2
    said = done.stderr.decode().splitlines()
    assert said[0].endswith("lexicon.yaml:3:32: 'us' is not the code of a country")
    assert said[1].strip() == "asks-again: {phone_regions: [us]}"
    assert said[3] == "did you mean 'US'? two capitals, such as US or GB"


def test_a_folder_for_the_cache_that_cannot_be_is_an_error(tmp_path: Path) -> None:
    cache = {"PHRASELINT_CACHE": "~nobody-of-this-name/x"}
    done = phraselint("check", "-", cwd=tmp_path, stdin=b"Calm down.", env=cache)
    assert done.returncode == 2
    assert done.stderr.startswith(b"phraselint: PHRASELINT_CACHE: ~nobody-of-this-name/x: there is no user")
    assert list(tmp_path.iterdir()) == []


def test_a_path_into_the_home_of_nobody_is_an_error(tmp_path: Path) -> None:
    done = phraselint("check", "~nobody-of-this-name/x", cwd=tmp_path)
    assert done.returncode == 2
    assert b"no such file or folder; there is no user 'nobody-of-this-name'" in done.stderr
