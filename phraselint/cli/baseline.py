"""Known findings, by fingerprint, so that old texts can start clean."""

from __future__ import annotations

import json
import os
import stat

from phraselint.model.errors import InputError, reason
from phraselint.model.findings import Finding
from phraselint.readers.files import BASELINE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


VERSION = 1


def read_baseline(path: str) -> frozenset[str]:
    """The fingerprints that a baseline file holds. Raises InputError where it holds none, or is not there."""
    try:
        _check_file(path)
        with open(path, encoding="utf-8-sig") as file:
            content = json.load(file)
    except FileNotFoundError:
        raise InputError(f"{path}: no such baseline; 'check PATH... --write-baseline {path}' writes one") from None
    except OSError as error:
        raise InputError(f"{path}: {reason(error)}") from None
    except InputError:
        raise
    except (ValueError, RecursionError) as error:
        why = "nested too deeply" if isinstance(error, RecursionError) else error
        raise InputError(f"{path}: not a baseline: {why}") from None
    if (
        not isinstance(content, dict)
        or content.get(BASELINE) != VERSION
        or not isinstance(content.get("findings"), dict)
    ):
        raise InputError(f"{path}: not a baseline of version {VERSION}; 'check --write-baseline' makes one")
    return frozenset(content["findings"])


def _check_file(path: str) -> None:
    """Raises InputError where there is no file, nor what the shell puts in place of one: a pipe would be waited for."""
    if not stat.S_ISREG(os.stat(path).st_mode) and not path.startswith(("/dev/", "/proc/")):
        raise InputError(f"{path}: not a baseline: not a file")


def baseline_text(findings: Iterable[Finding]) -> str:
    """What a baseline file with these findings holds: fingerprints with their rules, sorted to keep diffs small."""
    known = {finding.fingerprint: finding.rule for finding in findings}
    return json.dumps({BASELINE: VERSION, "findings": dict(sorted(known.items()))}, indent=1) + "\n"
