"""What the findings of a reply mean for sending it: pass, suggest, confirm or block."""

from __future__ import annotations

from phraselint.model.findings import GRAVITY, Finding, Severity

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


STEPS = ("block", "confirm", "suggest")
"""The strictest step first; a book's ``gate`` names the least severity that asks for each."""

DEFAULT = {"block": "error", "confirm": "warning", "suggest": "suggestion"}


def verdict(findings: Iterable[Finding], gate: Mapping[str, str]) -> str:
    """The strictest step that a finding asks for; "pass" if none does. A step the book does not name is never taken."""
    gravest = min((GRAVITY[finding.severity] for finding in findings), default=None)
    if gravest is None:
        return "pass"
    limits = gate or DEFAULT
    for step in STEPS:
        if limits.get(step) in GRAVITY and gravest <= GRAVITY[Severity(limits[step])]:
            return step
    return "pass"
