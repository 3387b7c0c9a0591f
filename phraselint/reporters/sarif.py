"""SARIF 2.1.0, for code hosts."""

import json
from collections.abc import Iterable
from typing import Any, TextIO

from phraselint.model.findings import Finding, Safety, Severity, Suggestion
from phraselint.model.version import VERSION
from phraselint.reporters.record import Judged, end_of, quoted, reason, said, turn_of, wording

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "note"}


def report(results: Iterable[Judged], out: TextIO) -> None:
    """Writes one run; columns count code points.

    Fixes are given for drafts that stand in their files as they are, and of what can be written; the message holds all.
    """
    rules: dict[str, dict[str, Any]] = {}
    found = [_result(finding, judged, rules) for judged in results for finding in judged.findings]
    driver = {
        "name": "phraselint",
        "version": VERSION,
        "semanticVersion": VERSION,
        "rules": list(rules.values()),
    }
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": found}
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    out.write(json.dumps(log, ensure_ascii=False, indent=2) + "\n")


def _result(finding: Finding, judged: Judged, rules: dict[str, dict[str, Any]]) -> dict[str, Any]:
    rules.setdefault(finding.rule, _rule(finding))
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": list(rules).index(finding.rule),
        "level": LEVELS[finding.severity],
        "message": {"text": said(finding, judged)},
        "locations": [_location(finding, judged)],
        "partialFingerprints": {"phraselint/v1": finding.fingerprint},
    }
    written = [each for each in finding.suggestions if each.safety is not Safety.GUIDE]
    if written and judged.draft and not judged.decoded:
        result["fixes"] = [_fix(each, finding, judged) for each in written]
    return result


def _rule(finding: Finding) -> dict[str, Any]:
    return {
        "id": finding.rule,
        "shortDescription": {"text": reason(finding)},
        "defaultConfiguration": {"level": LEVELS[finding.severity]},
        "properties": {"category": finding.category},
    }


def _location(finding: Finding, judged: Judged) -> dict[str, Any]:
    """The place in the file; of a conversation the row, and the message as a logical place within it.

    What is decoded has no place in the file.
    """
    if judged.decoded:
        return {"physicalLocation": {"artifactLocation": _artifact(judged)}}
    if judged.draft:
        return {"physicalLocation": {"artifactLocation": _artifact(judged), "region": _region(finding)}}
    conversation = judged.conversation
    row = conversation.messages[finding.message].row or 1
    name = f"{conversation.id or f'row {row}'}/{turn_of(conversation, finding.message)}"
    return {
        "physicalLocation": {
            "artifactLocation": _artifact(judged),
            "region": {"startLine": row, "snippet": {"text": finding.match}},
        },
        "logicalLocations": [{"fullyQualifiedName": name, "kind": "message"}],
    }


def _region(finding: Finding) -> dict[str, Any]:
    line, column = end_of(finding)
    return {
        "startLine": finding.line,
        "startColumn": finding.column,
        "endLine": line,
        "endColumn": column,
        "charOffset": finding.start,
        "charLength": finding.end - finding.start,
        "snippet": {"text": finding.match},
    }


def _fix(suggestion: Suggestion, finding: Finding, judged: Judged) -> dict[str, Any]:
    region = {"charOffset": suggestion.start, "charLength": suggestion.end - suggestion.start}
    replacement = {"deletedRegion": region, "insertedContent": {"text": suggestion.text}}
    words = wording(suggestion, finding, judged)
    does = f"Say {quoted(words)}" if words else f'Leave out "{finding.match}"'
    return {
        "description": {"text": f"{does} ({suggestion.safety.value})"},
        "artifactChanges": [{"artifactLocation": _artifact(judged), "replacements": [replacement]}],
    }


def _artifact(judged: Judged) -> dict[str, str]:
    """The path as a relative reference of a URI."""
    from urllib.parse import quote

    return {"uri": "stdin" if judged.path == "-" else quote(judged.path.replace("\\", "/"), errors="surrogatepass")}
