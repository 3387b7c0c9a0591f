"""What a plain check loads once its phrasebook is in the cache: its start is part of the product."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.program import HERE, ROOT, environment

PROGRAM = """
import json, sys
before = set(sys.modules)
from phraselint.cli.main import main
main(json.loads(sys.argv[1]))
json.dump(sorted(set(sys.modules) - before), sys.stderr)
"""
MODULES = {
    *"__future__ _bisect _blake2 _collections _functools _json _operator _sre _struct array bisect gc".split(),
    *"mmap zlib".split(),
    *"collections collections.abc copyreg enum functools keyword operator reprlib types unicodedata".split(),
    *"json json.decoder json.encoder json.scanner re re._casefix re._compiler re._constants re._parser".split(),
    *"itertools hyperscan._hs_ext ahocorasick_rs".split(),
}
"""What it may load of others; a name more is a decision, not an accident."""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cold")
    shutil.copy(HERE / "book.yaml", folder / "lexicon.yaml")
    (folder / "draft.txt").write_text("Hello!\nNo problem. Calm down.\n" * 40, encoding="utf-8")
    (folder / "chats.jsonl").write_text('{"speaker": "agent", "text": "Calm down."}\n', encoding="utf-8")
    loaded(folder, "check", "draft.txt")  # puts the phrasebook into the cache
    return folder


def loaded(folder: Path, *args: str) -> set[str]:
    command = [sys.executable, "-c", PROGRAM, json.dumps(args)]
    env = environment(PYTHONPATH=str(ROOT))
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=True)
    return set(json.loads(done.stderr[done.stderr.index('["') :]))


@pytest.mark.parametrize(
    "args",
    [
        pytest.param(["check", "draft.txt"], id="a draft"),
        pytest.param(["check", "draft.txt", "--reply-to", "thanks", "--format", "jsonl"], id="a draft, for programs"),
        pytest.param(["check", "chats.jsonl"], id="conversations"),
        pytest.param(["fix", "draft.txt", "--diff"], id="a fix that is shown"),
    ],
)
def test_a_warm_start_loads_no_more_than_it_needs(args: list[str], desk: Path) -> None:
    others = {name for name in loaded(desk, *args) if name.partition(".")[0] != "phraselint"}
    assert others - MODULES <= ({"difflib", "heapq", "_heapq"} if "--diff" in args else set())


def test_a_warm_start_reads_no_yaml(desk: Path) -> None:
    ours = {name for name in loaded(desk, "check", "draft.txt") if name.startswith("phraselint.")}
    assert {name for name in ours if name.startswith("phraselint.book.")} <= {
        "phraselint.book.find",
        "phraselint.book.packs",
    }
    assert "phraselint.match.compile" not in ours
    assert not {name for name in ours if name.startswith("phraselint.authoring")}
