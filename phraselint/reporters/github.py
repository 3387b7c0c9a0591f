"""Annotations of a pull request: GitHub's workflow commands."""

from collections.abc import Iterable
from typing import TextIO

from phraselint.model.findings import Finding, Severity
from phraselint.reporters.cells import escaped
from phraselint.reporters.record import Judged, end_of, said

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "notice"}


def report(results: Iterable[Judged], out: TextIO) -> None:
    """Writes one workflow command a finding."""
    for judged in results:
        for finding in judged.findings:
            place = ",".join(f"{key}={_property(str(value))}" for key, value in _place(finding, judged).items())
            out.write(f"::{LEVELS[finding.severity]} {place}::{_data(said(finding, judged))}\n")


def _place(finding: Finding, judged: Judged) -> dict[str, object]:
    """The file, where there is one, the place in it, and a title."""
    file = {} if judged.path == "-" else {"file": judged.path}
    return {**file, **_lines(finding, judged), "title": f"{finding.rule} ({finding.category})"}


def _lines(finding: Finding, judged: Judged) -> dict[str, object]:
    """The lines; of a conversation the row that the message stands in; what is decoded has none in the file."""
    if judged.decoded:
        return {}
    if not judged.draft:
        return {"line": judged.conversation.messages[finding.message].row or 1}
    line, column = end_of(finding)
    lines: dict[str, object] = {"line": finding.line, "endLine": line}
    if line == finding.line:  # GitHub takes columns within one line only
        lines |= {"col": finding.column, "endColumn": column}
    return lines


def _data(text: str) -> str:
    return escaped(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
