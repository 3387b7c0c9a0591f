"""The house rules: short files, no machine's paths, and pages that say what is true."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

import phraselint
from phraselint.book import book_shape, condition_shape, entry_shape
from phraselint.book.shape import Keys
from phraselint.cli import app, options
from phraselint.cli.main import main

ROOT = Path(__file__).parent.parent
PARTS = (".ci", "benchmarks", "docs", "examples", "integrations", "lexicon", "phraselint", "rules", "tests")
APART = (".ci", "docs", "integrations", "phraselint")
TEXTS = {".cfg", ".csv", ".html", ".json", ".jsonl", ".md", ".py", ".sh", ".svg", ".toml", ".txt", ".yaml", ".yml", ""}
PLACES = re.compile(r"(?<![\w.~-])/(?:work|root|home|Users|opt|srv|tmp/\w)/?\w+/")
PAGES = (
    "README.md",
    "CONTRIBUTING.md",
    *(f"docs/{name}.md" for name in ("architecture", "cli", "patterns", "phrasebook")),
)


def files() -> Iterator[Path]:
    """The project's own text files."""
    candidates = [path for path in ROOT.iterdir() if path.is_file() and not path.name.startswith(".git")]
    for part in PARTS:
        candidates += (ROOT / part).rglob("*")
    return (path for path in sorted(candidates) if path.is_file() and path.suffix in TEXTS)


def page(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def block(name: str, language: str) -> str:
    """The first block of a page in a language."""
    return page(name).partition(f"```{language}\n")[2].partition("```")[0]


def commands(name: str) -> list[str]:
    """What a page tells its reader to type: lines of console blocks, and inline code."""
    blocks = re.findall(r"^ *\$ (.*)$", page(name), re.MULTILINE)
    return blocks + re.findall(r"`((?:phraselint|make|python -m benchmarks) [^`]*)`", page(name))


def test_no_file_of_code_is_over_400_lines() -> None:
    sizes = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in files() if path.suffix == ".py"}
    assert len(sizes) > 50
    assert {str(path.relative_to(ROOT)): size for path, size in sizes.items() if size > 400} == {}


def test_no_file_names_a_place_on_somebodys_machine() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {place.group()}"
        for path in files()
        for place in PLACES.finditer(path.read_text(encoding="utf-8", errors="replace"))
    ]
    assert found == []


def test_every_module_says_what_it_is_for() -> None:
    silent = [
        path for path in (ROOT / "phraselint").rglob("*.py") if not path.read_text("utf-8").startswith(('"""', "'''"))
    ]
    assert silent == []


@pytest.mark.parametrize("name", PAGES)
def test_every_command_of_a_page_exists(name: str) -> None:
    targets = set(re.findall(r"^([a-z-]+):", page("Makefile"), re.MULTILINE))
    benchmarks = set(re.findall(r'^    "([a-z]+)": \(', page("benchmarks/__main__.py"), re.MULTILINE))
    known = set(_commands())
    assert commands(name)
    for command in commands(name):
        for program, rest in re.findall(r"(phraselint|make|python -m benchmarks) ([^|&]*)", command.split("#")[0]):
            words = rest.split()
            if program == "make":
                assert words[0] in targets, command
            elif program == "python -m benchmarks":
                assert words[0] in benchmarks, command
            elif not words[0].startswith("-") and words[0] != "COMMAND":
                assert words[0] in known or " ".join(words[:2]) in known, command


def test_the_page_of_commands_tells_all_of_them() -> None:
    told = {" ".join(words[:2]) if words[0] in ("lexicon", "rules") else words[0] for words in map(str.split, _told())}
    assert told == set(_commands())


def _commands(group: Any = None, before: str = "") -> Iterator[str]:
    """The names of all commands: ``check``, ``lexicon try``."""
    commands: dict[str, Any] = getattr(group or typer.main.get_command(app.app), "commands", {})
    for name, command in commands.items():
        if hasattr(command, "commands"):
            yield from _commands(command, f"{before}{name} ")
        else:
            yield before + name


def _told() -> list[str]:
    return re.findall(r"^\| `phraselint ([^`]*)`", page("docs/cli.md"), re.MULTILINE)


@pytest.mark.parametrize("option", sorted({*options.CHECK, *options.FIX}))
def test_the_page_of_commands_tells_every_option(option: str) -> None:
    assert f"`--{option.replace('_', '-')}" in page("docs/cli.md")


@pytest.mark.parametrize("name", options.FORMATS)
def test_the_page_of_commands_tells_every_format(name: str) -> None:
    assert f"`{name}`" in page("docs/cli.md")


@pytest.mark.parametrize(
    "keys",
    [
        book_shape.BOOK,
        entry_shape.ENTRY,
        entry_shape.AVOIDED,
        entry_shape.PREFER,
        entry_shape.REPLACEMENT,
        condition_shape.CONDITIONS,
        entry_shape.EXAMPLE,
        book_shape.PATCH,
        book_shape.GATE,
        book_shape.TEAM,
        book_shape.CHECK,
    ],
    ids=lambda keys: keys.what,
)
def test_the_page_of_the_phrasebook_tells_every_key(keys: Keys) -> None:
    told = page("docs/phrasebook.md")
    assert [key for key in keys.fields if f"`{key}`" not in told] == []


def test_the_page_of_the_phrasebook_names_the_shipped_categories() -> None:
    section = page("docs/phrasebook.md").partition("### Categories\n")[2].partition("`.")[0] + "`"
    shipped = re.findall(r"^    category: (.+)$", page("lexicon/core.yaml"), re.MULTILINE)
    assert re.findall(r"`([a-z-]+)`", section) == sorted(set(shipped))


def test_the_rooms_that_the_page_draws_are_the_rooms_there_are() -> None:
    drawn = set(re.findall(r"^\| `([a-z./]+)` \|", page("docs/architecture.md"), re.MULTILINE))
    rooms = {f"phraselint/{path.parent.name}/" for path in (ROOT / "phraselint").glob("*/*.py")}
    assert {path for path in drawn if not (ROOT / path).exists()} == set()
    assert rooms | {f"{part}/" for part in PARTS if part not in APART} <= drawn


@pytest.mark.parametrize(
    "place", [("home", "ann", "notes.txt"), ("work", "main", "x"), ("tmp", "x", "y"), ("root", "x")]
)
def test_a_place_on_somebodys_machine_would_be_noticed(place: tuple[str, ...]) -> None:
    assert PLACES.search("see /" + "/".join(place) + "/")


def test_the_phrasebook_of_its_page_keeps_its_promises(tmp_path: Path) -> None:
    book = tmp_path / "lexicon.yaml"
    book.write_text(block("docs/phrasebook.md", "yaml"), encoding="utf-8")
    assert main(["lexicon", "test", "--lexicon", str(book), "--id", "no-problem"]) == 0


def test_the_python_of_its_page_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "lexicon.yaml").write_text(block("docs/phrasebook.md", "yaml"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    exec(block("docs/cli.md", "python"), {})  # noqa: S102 - our own page
    assert capsys.readouterr().out.splitlines()[-1] == "You're welcome!"


def test_the_versions_agree() -> None:
    settings = tomllib.loads(page("pyproject.toml"))
    version = phraselint.__version__
    assert f'VERSION = "{version}"' in page(settings["tool"]["hatch"]["version"]["path"])
    assert f"## {version}" in page("CHANGELOG.md")
