"""What linting gives: the findings, what was excused and why, and the text with its fixes."""

from __future__ import annotations

from phraselint.model.conversation import Conversation
from phraselint.model.findings import GRAVITY, Excused, Finding, Severity
from phraselint.model.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from phraselint.engine.gates import Silence

STEPS = ("block", "confirm", "suggest")
"""The strictest step first; a book's ``gate`` names the least severity that asks for each."""

DEFAULT = {"block": "error", "confirm": "warning", "suggest": "suggestion"}


class Result(NamedTuple):
    """Findings in the order of the messages, then by start, end and rule.

    ``verdict`` is "pass", "suggest", "confirm" or "block". ``reasons`` says for each finding which condition let it
    stand; it is empty unless tracing was asked for. ``relint`` lints another text of the last message; it and ``fixed``
    raise InputError once they were pickled. ``silent`` names the service rules that lacked what they need, and what.
    """

    conversation: Conversation
    findings: tuple[Finding, ...]
    excused: tuple[Excused, ...]
    verdict: str
    relint: Callable[[str], Result]
    reasons: tuple[str, ...] = ()
    silent: tuple[Silence, ...] = ()

    @property
    def text(self) -> str:
        """The text of the last message: the draft."""
        return self.conversation.messages[-1].text if self.conversation.messages else ""

    @property
    def draft_findings(self) -> tuple[Finding, ...]:
        """The findings of the last message."""
        last = len(self.conversation.messages) - 1
        return tuple(finding for finding in self.findings if finding.message == last)

    def fixed(self, review: bool = False) -> str:
        """The last message with its safe replacements made, with ``review`` those that may change the tone too."""
        from phraselint.engine.fixes import fixed

        return fixed(self.text, self.draft_findings, lambda text: self.relint(text).draft_findings, review)


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
