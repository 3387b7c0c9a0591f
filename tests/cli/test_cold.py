"""What a plain check loads once its phrasebook is in the cache: its start is part of the product."""

import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import mkdtemp

import pytest

from phraselint.match import library
from tests.cli.program import environment

PROGRAM = """
import sys
before = set(sys.modules)
from phraselint.cli.expressions import keep, recall
from phraselint.cli.main import main
recall()
main(sys.argv[1:])
sys.stderr.write("\\nloaded: " + " ".join(sorted(set(sys.modules) - before)))
keep()
"""
MODULES = {
    *"__future__ _bisect _blake2 _collections _json _sre bisect gc itertools mmap unicodedata zlib".split(),
    *"hyperscan._hs_ext ahocorasick_rs".split(),
}
"""What it may load of others; a name more is a decision, not an accident."""

EXPRESSIONS = {
    *"re re._casefix re._compiler re._constants re._parser _functools _operator".split(),
    *"collections collections.abc copyreg enum functools keyword operator reprlib types".split(),
}
"""What ``re`` loads; a draft whose expressions are known does without."""

JSON = EXPRESSIONS | {"json", "json.decoder", "json.encoder", "json.scanner", "_struct", "array"}
"""What it may load besides where JSON is read or written."""

DIFF = EXPRESSIONS | {"difflib", "heapq", "_heapq"}


@pytest.fixture(scope="module")
def desk(shelf: Path) -> Path:
    folder = Path(mkdtemp(dir=shelf))
    book = str(shelf / "lexicon.yaml")
    library.load(book)
    (folder / "cache").mkdir()
    shutil.copy2(library.cache_file(book), folder / "cache")
    (folder / "draft.txt").write_text("Hello!\nNo problem. Calm down.\n" * 40, encoding="utf-8")
    (folder / "blank.txt").write_text("Hello {name}, it is on its way.\n", encoding="utf-8")
    (folder / "chats.jsonl").write_text('{"speaker": "agent", "text": "Calm down."}\n', encoding="utf-8")
    loaded(folder, "check", "draft.txt")  # keeps the expressions, in a cache of its own that nobody else changes
    return folder


def loaded(folder: Path, *args: str) -> set[str]:
    command = [sys.executable, "-c", PROGRAM, *args]
    env = environment(PHRASELINT_CACHE=str(folder / "cache"))
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=True)
    return set(done.stderr.rpartition("\nloaded: ")[2].split())


@pytest.mark.parametrize(
    ("args", "besides"),
    [
        pytest.param(["check", "draft.txt"], set(), id="a draft"),
        pytest.param(["check", "draft.txt", "--reply-to", "thanks", "--format", "jsonl"], JSON, id="for programs"),
        pytest.param(["check", "chats.jsonl"], JSON, id="conversations"),
        pytest.param(["check", "blank.txt"], EXPRESSIONS, id="a blank, which is a matter of letters"),
        pytest.param(["fix", "draft.txt", "--diff"], DIFF, id="a fix that is shown"),
    ],
)
def test_a_warm_start_loads_no_more_than_it_needs(args: list[str], besides: set[str], desk: Path) -> None:
    others = {name for name in loaded(desk, *args) if name.partition(".")[0] != "phraselint"}
    assert others - MODULES - besides == set()


def test_a_warm_start_leaves_alone_what_it_does_not_need(desk: Path) -> None:
    ours = {name.removeprefix("phraselint.") for name in loaded(desk, "check", "draft.txt")}
    assert {name for name in ours if name.startswith("book.")} == {"book.find"}
    assert not [name for name in ours if name.startswith(("authoring", "match.compile", "match.program", "service.ti"))]
    assert ours.isdisjoint("text.html text.markdown text.markup text.unicode text.offsets text.slots text.nlp".split())
    assert ours.isdisjoint("text.pasted match.hatches match.packing engine.fixes engine.suppress".split())
    assert ours.isdisjoint("cli.app cli.progress cli.selection readers.mail readers.json_lines".split())
