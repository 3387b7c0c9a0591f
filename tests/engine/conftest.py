from collections.abc import Callable
from textwrap import dedent, indent

import pytest

from phraselint.engine.linter import Linter
from phraselint.match.library import load

MakeLinter = Callable[[str], Linter]

_HEAD = 'name: Acme\nversion: "1"\nlanguage: en\n'
_ENTRY = {"category": "courtesy", "severity": "warning", "why": "It sounds cold."}


@pytest.fixture(scope="session")
def make_linter(tmp_path_factory: pytest.TempPathFactory) -> MakeLinter:
    """A linter of a phrasebook that is given as text without its head; each text is compiled once."""
    made: dict[str, Linter] = {}

    def make(text: str) -> Linter:
        if text not in made:
            path = tmp_path_factory.mktemp("book") / "lexicon.yaml"
            path.write_text(_HEAD + dedent(text), encoding="utf-8")
            made[text] = Linter(load(path))
        return made[text]

    return make


@pytest.fixture(scope="module")
def linter(request: pytest.FixtureRequest, make_linter: MakeLinter) -> Linter:
    """A linter of the phrasebook that a module of tests calls BOOK."""
    return make_linter(request.module.BOOK)


def entry(name: str, keys: str, **others: str) -> str:
    """An entry as YAML: its own keys (phrases, when, ...), and what every entry must have."""
    lines = [f"id: {name}"]
    lines += [f"{key}: {value}" for key, value in {**_ENTRY, **others}.items()]
    body = indent("\n".join([*lines, dedent(keys).strip()]), "    ")
    return f"  - {body.strip()}\n"
