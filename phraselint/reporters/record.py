"""What every format is made of: what was judged, and the one record shape of a finding."""

from __future__ import annotations

from phraselint.model.conversation import Conversation
from phraselint.model.findings import Evidence, Excused, Finding, Safety, Severity, Suggestion
from phraselint.model.values import NamedTuple
from phraselint.text.lines import LineIndex

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container
    from typing import Any

    from phraselint.engine.gates import Silence


class Judged(NamedTuple):
    """One draft or conversation with what was found in it; ``path`` is as the user gave it, "-" for stdin.

    ``excused`` and ``reasons`` are filled where a trace is asked for: ``reasons`` says of each finding which conditions
    let it stand. ``silent`` names the service rules that lacked what they need. ``decoded`` says of a draft that its
    file holds another text (base64), so that lines and columns are not those of the file. ``failing`` are the
    severities that make the run fail.
    """

    path: str
    draft: bool
    conversation: Conversation
    findings: tuple[Finding, ...]
    excused: tuple[Excused, ...] = ()
    reasons: tuple[str, ...] = ()
    silent: tuple[Silence, ...] = ()
    decoded: bool = False
    failing: frozenset[Severity] = frozenset(Severity)

    def without(self, known: Container[str]) -> Judged:
        """The same without the findings whose fingerprints are known."""
        kept = [place for place, finding in enumerate(self.findings) if finding.fingerprint not in known]
        reasons = tuple(self.reasons[place] for place in kept) if self.reasons else ()
        return self._replace(findings=tuple(self.findings[place] for place in kept), reasons=reasons)


COLUMNS = (
    "rule",
    "category",
    "severity",
    "path",
    "row",
    "conversation",
    "turn",
    "start",
    "end",
    "line",
    "column",
    "match",
    "why",
    "suggestions",
    "evidence",
    "fingerprint",
)


def as_record(finding: Finding, judged: Judged) -> dict[str, Any]:
    """A finding as one flat object, the same in all formats and doors. A draft has no row, conversation and turn."""
    message = judged.conversation.messages[finding.message]
    return {
        "rule": finding.rule,
        "category": finding.category,
        "severity": finding.severity.value,
        "path": judged.path,
        "row": None if judged.draft else message.row,
        "conversation": None if judged.draft else judged.conversation.id,
        "turn": None if judged.draft else turn_of(judged.conversation, finding.message),
        "start": finding.start,
        "end": finding.end,
        "line": finding.line,
        "column": finding.column,
        "match": finding.match,
        "why": finding.why,
        "suggestions": [_suggestion(each) for each in finding.suggestions],
        "evidence": [_evidence(each) for each in finding.evidence],
        "fingerprint": finding.fingerprint,
    }


def _suggestion(suggestion: Suggestion) -> dict[str, Any]:
    """What may stand from ``start`` to ``end``, which may reach a little further than the finding."""
    return {**suggestion._asdict(), "safety": suggestion.safety.value}


def wording(suggestion: Suggestion, finding: Finding, judged: Judged) -> str:
    """What to say instead, to be shown; "" where nothing is left but the words around the finding."""
    text = judged.conversation.messages[finding.message].text
    around = text[suggestion.start : finding.start] + text[finding.end : suggestion.end]
    return "" if _letters(suggestion.text) == _letters(around) else suggestion.text


LABELS = {Safety.SAFE: "say:", Safety.REVIEW: "say:", Safety.GUIDE: "tip:"}
"""What can be written as it is, what wants a look (and says so), what is advice: a line each."""


def offers(finding: Finding, judged: Judged, most: int | None = None) -> list[tuple[str, str]]:
    """What to say instead, for people: a label and what it labels, such as ``("say:", '"Certainly" (review)')``."""
    lines = []
    for safety, label in LABELS.items():
        kind = [each for each in finding.suggestions[:most] if each.safety is safety]
        if kind:
            lines.append((label, _one_or_other([_offer(each, wording(each, finding, judged)) for each in kind])))
    return lines


def _one_or_other(said: list[str]) -> str:
    """Offers in one line; advice that is no quotation as a whole is a sentence, which "or" alone would run together."""
    short = all(each.startswith(('"', "(")) for each in said)
    return (" or " if short else "; or: ").join(said)


def _offer(suggestion: Suggestion, words: str) -> str:
    look_first = suggestion.safety is Safety.REVIEW
    if not words:
        return f"(leave it out{'; review' if look_first else ''})"
    return f"{quoted(words)} (review)" if look_first else quoted(words)


def quoted(words: str) -> str:
    """A wording in quotation marks; advice that is one blank as a whole says what to do, and has none."""
    if is_one_blank(words):
        return words[1:-1]
    return words if '"' in words else f'"{words}"'  # advice may quote words of its own


def is_one_blank(words: str) -> bool:
    """Whether the brace that opens the text is closed by the one that ends it, and by none before."""
    if not (words.startswith("{") and words.endswith("}")):
        return False
    ends = [place for place in range(1, len(words)) if words[:place].count("{") <= words[:place].count("}")]
    return not ends


def reason(finding: Finding) -> str:
    """Why, for people: the id where the phrasebook does not say."""
    return finding.why or finding.rule


def said(finding: Finding, judged: Judged) -> str:
    """What was found, why, and what to say instead: the lines of a message for people."""
    return "\n".join([f'"{finding.match}": {reason(finding)}', *map(" ".join, offers(finding, judged))])


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).lower()


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return dict(evidence._asdict())


def turn_of(conversation: Conversation, place: int) -> int:
    """The message's own turn, else its place counted from 0."""
    turn = conversation.messages[place].turn
    return place if turn is None else turn


def turn_named(conversation: Conversation, turn: int | None) -> str:
    """A message for people: by its own turn, else by its place, counted from 1."""
    own = any(each.turn is not None for each in conversation.messages)
    return f"turn {turn}" if own or turn is None else f"message {turn + 1}"


def is_fixable(finding: Finding) -> bool:
    """Whether ``fix`` rewrites it without being asked for more."""
    return any(each.safety is Safety.SAFE for each in finding.suggestions)


def is_reviewable(finding: Finding) -> bool:
    """Whether ``fix --review`` rewrites it, and ``fix`` does not."""
    return not is_fixable(finding) and any(each.safety is Safety.REVIEW for each in finding.suggestions)


def end_of(finding: Finding) -> tuple[int, int]:
    """Line and column (1-based, half-open) where a finding ends."""
    line, column = LineIndex(finding.match).line_column(len(finding.match))
    return (finding.line + line - 1, column) if line > 1 else (finding.line, finding.column + column - 1)
