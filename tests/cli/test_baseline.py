"""Baselines hold fingerprints, so that old texts can start clean."""

import os
from pathlib import Path

import pytest

from phraselint.cli.baseline import baseline_text, read_baseline
from phraselint.model.errors import InputError
from phraselint.model.findings import Finding, Severity


def finding(rule: str, fingerprint: str) -> Finding:
    return Finding(rule, "c", Severity.WARNING, 0, 0, 1, 1, 1, "x", "", fingerprint=fingerprint)


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "known.json"
    path.write_text(baseline_text([finding("b", "2"), finding("a", "1"), finding("a", "1")]), encoding="utf-8")
    assert read_baseline(str(path)) == {"1", "2"}


def test_the_order_of_findings_does_not_change_the_file() -> None:
    found = [finding("b", "2"), finding("a", "1")]
    assert baseline_text(found) == baseline_text(found[::-1])


def test_without_a_file_it_is_said_how_to_write_one(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none.json: no such baseline; .* --write-baseline .*none.json' writes one"):
        read_baseline(str(tmp_path / "none.json"))


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(InputError, match="not a baseline: not a file"):
        read_baseline(str(tmp_path / "pipe"))


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("{", id="no JSON"),
        pytest.param("[]", id="another shape"),
        pytest.param("[" * 100_000, id="nested too deeply"),
        pytest.param('{"phraselint-baseline": 2, "findings": {}}', id="another version"),
    ],
)
def test_another_file_is_refused(content: str, tmp_path: Path) -> None:
    path = tmp_path / "known.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match="not a baseline"):
        read_baseline(str(path))
