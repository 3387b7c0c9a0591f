"""What the engine says: values, and which of them are one place. On the cold path, hence no dataclasses."""

from __future__ import annotations

from phraselint.model.values import NamedTuple, StrEnum

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


class Severity(StrEnum):
    """How much a finding matters, the gravest first."""

    ERROR = "error"
    WARNING = "warning"
    SUGGESTION = "suggestion"


GRAVITY = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.SUGGESTION: 2}
"""The place of each severity in the order of gravity: 0 is the gravest."""


class Safety(StrEnum):
    """How far a suggestion may be trusted."""

    SAFE = "safe"  # same meaning: ``fix`` applies it
    REVIEW = "review"  # the promise or the tone may change: ``fix --review`` applies it
    GUIDE = "guide"  # advice with {blanks}: shown, never applied


class Suggestion(NamedTuple):
    """A whole replacement for the text of a finding, in the case of its place; empty text drops the phrase.

    ``start`` and ``end`` say what it replaces (code points, half-open): the finding's span, or a little more where
    dropping or rewording takes a comma, a space or the next word's capital along.
    """

    text: str
    safety: Safety
    start: int
    end: int


class Evidence(NamedTuple):
    """Another place that makes a finding true: of a message (``turn``) or of a field of the conversation."""

    conversation: str | None
    turn: int | None
    field: str | None
    start: int | None
    end: int | None
    match: str | None


class Finding(NamedTuple):
    """One entry or rule broken at one place.

    ``message`` is the place of the message in its conversation, counted from 0 (0 for a draft); ``start`` and ``end``
    are code points in that message's text, half-open; ``line`` and ``column`` are 1-based, within that text.
    """

    rule: str
    category: str
    severity: Severity
    message: int
    start: int
    end: int
    line: int
    column: int
    match: str
    why: str
    suggestions: tuple[Suggestion, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    fingerprint: str = ""


class Excused(NamedTuple):
    """A match that a condition let pass, with the reason; ``check --trace`` shows it and rules may ask for it."""

    rule: str
    category: str
    message: int
    start: int
    end: int
    match: str
    reason: str


def places(findings: Iterable[Finding]) -> list[list[Finding]]:
    """The findings of one text in groups that overlap: what people see as one place with its reasons."""
    groups: list[list[Finding]] = []
    reached = -1
    for finding in sorted(findings, key=lambda each: (each.message, each.start, each.end)):
        if groups and groups[-1][0].message == finding.message and finding.start < reached:
            groups[-1].append(finding)
            reached = max(reached, finding.end)
        else:
            groups.append([finding])
            reached = finding.end
    return groups
