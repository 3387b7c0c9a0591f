"""Where a mistake in YAML was made, often a line above the one that the parser stumbles over, and what it is."""

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

import yaml

QUOTE_IT = "put quotes around text that begins with or holds one of [ ] { } * & ! % @ : # or a quotation mark"
_BEFORE_COLON = re.compile(r"\s*(?:- )?[\w-]+\s*\Z")  # a key and nothing before it


class Fault(NamedTuple):
    """What is wrong, at a 1-based line and column, and what to do."""

    line: int
    column: int
    problem: str
    hint: str


def fault(error: yaml.MarkedYAMLError, lines: Sequence[str], quoted: Any) -> Fault:
    """The mistake behind an error; ``quoted`` is the last text in quotes that runs over several lines, if any does."""
    mark: Any = error.problem_mark or error.context_mark
    problem = error.problem or "cannot be read"
    if quoted is not None and quoted.end_mark.line == mark.line:
        return _unclosed(quoted.start_mark)
    if error.context_mark and "quoted scalar" in (error.context or ""):
        return _unclosed(error.context_mark)
    if error.context_mark and "expected ':'" in problem:
        return _at(error.context_mark, "a ':' is missing on this line", "write 'key: value', or check the indentation")
    if error.context_mark and (sign := re.search(r"',' or '(.)'", problem)) and error.context_mark.line < mark.line:
        opened = {"]": "[", "}": "{"}[sign[1]]
        why = f"the '{opened}' that opens here is not closed, or a comma is missing in it"
        return _at(error.context_mark, why, f"close it by '{sign[1]}'")
    if "mapping values" in problem:
        return _two_colons(mark, lines)
    return _at(mark, problem, _advice(lines[mark.line] if mark.line < len(lines) else ""))


def _at(mark: Any, problem: str, hint: str) -> Fault:
    return Fault(mark.line + 1, mark.column + 1, problem, hint)


def _unclosed(mark: Any) -> Fault:
    return _at(mark, "the quotation mark that opens here is not closed on its line", "close it at the end of the text")


def _two_colons(mark: Any, lines: Sequence[str]) -> Fault:
    """A ': ' inside a text, or a key whose line above lacks its own."""
    above = lines[mark.line - 1] if 0 < mark.line < len(lines) else ""
    if _BEFORE_COLON.match(lines[mark.line][: mark.column]) and above.strip() and ":" not in above:
        column = len(above) - len(above.lstrip(" -")) + 1
        return Fault(mark.line, column, "a ':' is missing on this line", "write 'key: value'")
    hint = "put quotes around text that holds ': ', or check the indentation"
    return _at(mark, "a second ': ' on one line", hint)


def _advice(line: str) -> str:
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return "indent with spaces, not with tabs"
    return QUOTE_IT if re.search(r"[\[\]{}*&!%@`\"']", line) else "check the indentation"
