"""Command lines as data: what goes in, what comes out, and the exit code, through the real program, which is warm."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.cli.program import HERE, warm

CASES = [
    pytest.param(case, id=f"{path.stem}: {case['name']}")
    for path in sorted((HERE / "cases").glob("*.yaml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]


def raw(content: str | bytes) -> bytes:
    return content.encode() if isinstance(content, str) else content


@pytest.mark.parametrize("case", CASES)
def test_case(case: dict[str, Any], place: Path) -> None:
    for name, content in case.get("files", {}).items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_bytes(raw(content))
    done = warm(*case["args"], cwd=place, stdin=raw(case.get("stdin", "")), env=case.get("env", {}))
    said = {"stdout": done.stdout.decode(), "stderr": done.stderr.decode()}
    assert "Traceback" not in said["stderr"]
    assert done.returncode == case["code"], said
    for stream, text in said.items():
        if stream in case:
            assert text == case[stream]
        for part in case.get(f"{stream}_has", []):
            assert part in text
        for part in case.get(f"{stream}_lacks", []):
            assert part not in text
    for name, content in case.get("after", {}).items():
        assert (place / name).read_bytes() == raw(content)
    left = {path.name for path in place.iterdir()} - {Path(name).parts[0] for name in case.get("files", {})}
    assert left <= set(case.get("after", {})) | set(case.get("makes", [])), "files were left behind"


def test_the_names_of_the_cases_are_all_different() -> None:
    names = [case.id for case in CASES]
    assert len(set(names)) == len(names) > 80
