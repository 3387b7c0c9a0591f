"""Known findings, by fingerprint, so that old texts can start clean."""

from __future__ import annotations

import json
import os

from phraselint.model.errors import InputError
from phraselint.model.findings import Finding
from phraselint.readers.files import BASELINE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


VERSION = 1


def read_baseline(path: str) -> frozenset[str]:
    """The fingerprints that a baseline file holds; none where there is no such file. Raises InputError."""
    if not os.path.exists(path):
        return frozenset()
    try:
        with open(path, encoding="utf-8") as file:
            content = json.load(file)
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: not a baseline: {error}") from None
    if (
        not isinstance(content, dict)
        or content.get(BASELINE) != VERSION
        or not isinstance(content.get("findings"), dict)
    ):
        raise InputError(f"{path}: not a baseline of version {VERSION}; 'check --write-baseline' makes one")
    return frozenset(content["findings"])


def baseline_text(findings: Iterable[Finding]) -> str:
    """What a baseline file with these findings holds: fingerprints with their rules, sorted to keep diffs small."""
    known = {finding.fingerprint: finding.rule for finding in findings}
    return json.dumps({BASELINE: VERSION, "findings": dict(sorted(known.items()))}, indent=1) + "\n"
