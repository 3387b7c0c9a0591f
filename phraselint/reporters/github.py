"""Annotations of a pull request: GitHub's workflow commands."""

from collections.abc import Iterable
from typing import TextIO

from phraselint.model.findings import Finding, Severity
from phraselint.reporters.cells import escaped
from phraselint.reporters.record import Judged, end_of, offers, reason

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "notice"}


def report(results: Iterable[Judged], out: TextIO) -> None:
    """Writes one workflow command a finding."""
    for judged in results:
        for finding in judged.findings:
            place = ",".join(f"{key}={_property(str(value))}" for key, value in _place(finding, judged).items())
            out.write(f"::{LEVELS[finding.severity]} {place}::{_data(_said(finding, judged))}\n")


def _place(finding: Finding, judged: Judged) -> dict[str, object]:
    """File and lines; of a conversation the row that the message stands in."""
    title = f"{finding.rule} ({finding.category})"
    if not judged.draft:
        return {"file": judged.path, "line": judged.conversation.messages[finding.message].row or 1, "title": title}
    line, column = end_of(finding)
    place: dict[str, object] = {"file": judged.path, "line": finding.line, "endLine": line}
    if line == finding.line:  # GitHub takes columns within one line only
        place |= {"col": finding.column, "endColumn": column}
    return {**place, "title": title}


def _said(finding: Finding, judged: Judged) -> str:
    return "\n".join([f'"{finding.match}": {reason(finding)}', *map(" ".join, offers(finding, judged))])


def _data(text: str) -> str:
    return escaped(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
