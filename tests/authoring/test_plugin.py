"""The examples of a phrasebook as tests of pytest."""

from pathlib import Path

from tests.cli.program import warm_module

BOOK = """\
avoid:
  - id: oops
    phrases: [oops]
    instead: ["one moment"]
    examples:
      - flag: "[[Oops]], sorry."
      - {flag: "Oops, [[sorry]]."}
      - pass: "Whoops."
"""


def pytest_on(*paths: str, cwd: Path) -> tuple[int, str]:
    """The exit code of pytest, and what it says."""
    command = ["pytest", "-p", "no:cacheprovider", "-p", "no:randomly", "-q", *paths]
    if "phraselint" not in _entry_points():
        command += ["-p", "phraselint.authoring.plugin"]
    done = warm_module(*command, cwd=cwd)
    return done.returncode, done.stdout.decode()


def _entry_points() -> set[str]:
    from importlib.metadata import entry_points

    return {each.name for each in entry_points(group="pytest11")}


def test_each_example_and_replacement_is_a_test_that_names_its_line(tmp_path: Path) -> None:
    (tmp_path / "lexicon.yaml").write_text(BOOK, encoding="utf-8")
    (tmp_path / "other.yaml").write_text("- not a phrasebook", encoding="utf-8")
    code, said = pytest_on(".", cwd=tmp_path)
    assert code == 1
    assert "1 failed, 3 passed" in said
    assert "lexicon.yaml:7: oops: 'Oops, sorry.': expected 'sorry' at 6-11, found 'Oops' at 0-4" in said
    assert "Traceback" not in said


def test_of_a_pack_that_is_extended_nothing_is_run_twice(tmp_path: Path) -> None:
    (tmp_path / "lexicon").mkdir()
    (tmp_path / "lexicon" / "base.yaml").write_text(
        BOOK.replace("[[sorry]]", "sorry").replace('flag: "Oops', 'pass: "Whoops'), encoding="utf-8"
    )
    (tmp_path / "lexicon.yaml").write_text("extends: [./lexicon/base.yaml]\n", encoding="utf-8")
    _, said = pytest_on(".", cwd=tmp_path)
    assert "4 passed" in said, said


def test_mistakes_of_a_phrasebook_are_shown_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "lexicon.yaml").write_text("avoid:\n  - {id: a, phrases: ['(']}\n", encoding="utf-8")
    code, said = pytest_on(".", cwd=tmp_path)
    assert code == 2
    assert "lexicon.yaml:2:" in said
    assert "Traceback" not in said
