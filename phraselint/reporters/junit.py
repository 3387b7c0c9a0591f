"""JUnit XML, for build servers that show test results."""

from collections.abc import Iterable
from itertools import groupby
from typing import TextIO
from xml.etree import ElementTree

from phraselint.model.findings import Finding
from phraselint.reporters.record import Judged, offers, reason, turn_of


def report(results: Iterable[Judged], out: TextIO) -> None:
    """Writes a test suite a file: a case a finding, failed where the run fails of it, else one passed case."""
    root = ElementTree.Element("testsuites", name="phraselint")
    for path, group in groupby(results, key=lambda judged: judged.path):
        root.append(_suite(path, group))
    for key in ("tests", "failures"):
        root.set(key, str(sum(int(suite.get(key, "0")) for suite in root)))
    ElementTree.indent(root)
    out.write('<?xml version="1.0" encoding="utf-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n")


def _suite(path: str, group: Iterable[Judged]) -> ElementTree.Element:
    suite = ElementTree.Element("testsuite", name=_clean(path))
    for judged in group:
        for finding in judged.findings:
            suite.append(_case(finding, judged))
    failures = len(suite.findall("testcase/failure"))
    if not len(suite):
        ElementTree.SubElement(suite, "testcase", classname=_clean(path), name="no findings")
    suite.set("tests", str(len(suite)))
    suite.set("failures", str(failures))
    suite.set("errors", "0")
    return suite


def _case(finding: Finding, judged: Judged) -> ElementTree.Element:
    where = f"{finding.line}:{finding.column}"
    if not judged.draft:
        conversation = judged.conversation
        name = conversation.id or f"row {conversation.messages[finding.message].row}"
        where = f"{name} turn {turn_of(conversation, finding.message)} {where}"
    case = ElementTree.Element("testcase", classname=_clean(judged.path), name=_clean(f"{finding.rule} at {where}"))
    why = _clean(reason(finding))
    lines = [f"{judged.path}:{where}: {finding.match}", *map(" ".join, offers(finding, judged))]
    if finding.severity in judged.failing:
        told = ElementTree.SubElement(case, "failure", type=finding.severity.value, message=why)
    else:
        told = ElementTree.SubElement(case, "system-out")
        lines[1:1] = [f"{finding.severity.value}: {why}"]
    told.text = _clean("\n".join(lines))
    return case


def _clean(text: str) -> str:
    """``text`` with what XML 1.0 cannot hold, even escaped, made visible as U+FFFD."""
    return "".join(char if char in "\t\n\r" or _is_allowed(char) else "\ufffd" for char in text)


def _is_allowed(char: str) -> bool:
    return " " <= char <= "\ud7ff" or "\ue000" <= char <= "\ufffd" or char >= "\U00010000"
