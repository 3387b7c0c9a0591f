"""From judgements to findings: place, words, suggestions, fingerprint; what is suppressed is excused."""

from typing import TYPE_CHECKING

from phraselint.engine.conditions import Here
from phraselint.engine.fingerprint import Fingerprints, key
from phraselint.engine.say import suggestions
from phraselint.model.findings import Excused, Finding, Severity
from phraselint.text.lines import LineIndex

if TYPE_CHECKING:
    from phraselint.engine.context import Context
    from phraselint.engine.judge import Judged, Judgement
    from phraselint.engine.suppress import Problem
    from phraselint.match.phrasebook import Phrasebook
    from phraselint.text.words import Sentence

SUPPRESSION = "suppression"
"""The category of findings about suppressions."""


class Report:
    """Gathers the findings of one draft or conversation, message by message.

    ``whole`` says whether all entries are judged: only then is a suppression that nothing needed worth a finding.
    """

    __slots__ = ("_book", "_fingerprints", "_keys", "_whole", "excused", "findings", "reasons")

    def __init__(self, book: "Phrasebook", whole: bool) -> None:
        self._book = book
        self._whole = whole
        self._fingerprints = Fingerprints()
        self._keys: dict[tuple[int, int], str] = {}
        self.findings: list[Finding] = []
        self.excused: list[Excused] = []
        self.reasons: list[str] = []

    def add(self, context: "Context", judged: "Judged") -> None:
        """Adds what was judged of one message."""
        self.excused += [_excused(each, context, each.reason) for each in judged.excused]
        suppressions = context.heard.suppressions
        if not judged.standing and suppressions is None:
            return
        lines = LineIndex(context.heard.message.text)
        found: list[tuple[Finding, str]] = []
        for each in judged.standing:
            suppressed = suppressions.reason(each.rule, each.match.start) if suppressions else ""
            if suppressed:
                self.excused.append(_excused(each, context, f"suppressed: {suppressed}"))
            else:
                found.append((self._finding(each, context, lines), each.reason))
        if suppressions and self._whole:
            problems = suppressions.problems(self._book.ids())
            found += [(self._problem(each, context, lines), "") for each in problems]
            found.sort(key=lambda each: (each[0].start, each[0].end, each[0].rule))
        self.findings += [finding for finding, _ in found]
        self.reasons += [reason for _, reason in found]

    def _finding(self, judgement: "Judgement", context: "Context", lines: LineIndex) -> Finding:
        match, entry = judgement.match, judgement.entry
        assert judgement.severity is not None
        return Finding(
            judgement.rule,
            entry["category"],
            judgement.severity,
            context.place,
            match.start,
            match.end,
            *lines.line_column(match.start),
            context.heard.message.text[match.start : match.end],
            entry["why"],
            suggestions(judgement, Here(match, context)),
            fingerprint=self._fingerprints.of(judgement.rule, self._key(context.place, match.sentence)),
        )

    def _key(self, place: int, sentence: "Sentence") -> str:
        number = place, sentence.number
        if number not in self._keys:
            self._keys[number] = key(sentence.words)
        return self._keys[number]

    def _problem(self, problem: "Problem", context: "Context", lines: LineIndex) -> Finding:
        comment = context.heard.message.text[problem.start : problem.end]
        return Finding(
            problem.rule,
            SUPPRESSION,
            Severity.SUGGESTION,
            context.place,
            problem.start,
            problem.end,
            *lines.line_column(problem.start),
            comment,
            problem.why,
            fingerprint=self._fingerprints.of(problem.rule, key([comment])),
        )


def _excused(judgement: "Judgement", context: "Context", reason: str) -> Excused:
    match = judgement.match
    words = context.heard.message.text[match.start : match.end]
    return Excused(judgement.rule, judgement.entry["category"], context.place, match.start, match.end, words, reason)
