"""From judgements to findings: place, words, suggestions, fingerprint; what is suppressed is excused."""

from __future__ import annotations

from phraselint.engine.conditions import Here
from phraselint.engine.fingerprint import Fingerprints, Lines, key
from phraselint.engine.say import suggestions
from phraselint.model.findings import Excused, Finding, Severity
from phraselint.text.lines import LineIndex

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import TypeVar

    from phraselint.engine.context import Context
    from phraselint.engine.judge import Judgement, Judgements
    from phraselint.engine.masking import Mask
    from phraselint.engine.rules import Broken
    from phraselint.engine.suppress import Problem
    from phraselint.match.matches import Match
    from phraselint.match.phrasebook import Phrasebook
    from phraselint.text.words import Sentence

    _Found = TypeVar("_Found", Judgement, Broken)

MASKED = "match"
"""The value of a fault that stands for its words where these are not to be shown; it has their length."""

SUPPRESSION = "suppression"
"""The category of findings about suppressions."""


class Report:
    """Gathers the findings of one draft or conversation, message by message.

    ``whole`` says whether all entries are judged: only then is a suppression that nothing needed worth a finding.
    """

    __slots__ = ("_book", "_fingerprints", "_lines", "_masks", "_whole", "excused", "findings", "reasons")

    def __init__(self, book: Phrasebook, whole: bool) -> None:
        self._book = book
        self._whole = whole
        self._fingerprints = Fingerprints()
        self._lines: dict[tuple[int, int], Lines] = {}
        self._masks: list[Mask] = []
        self.findings: list[Finding] = []
        self.excused: list[Excused] = []
        self.reasons: list[str] = []

    def add(self, context: Context, judged: Judgements, broken: Sequence[Broken] = ()) -> None:
        """Adds what was judged of one message, and the service rules that are broken there."""
        self.excused += [_excused(each, context, each.reason) for each in judged.excused]
        suppressions = context.heard.suppressions
        if not judged.standing and not broken and suppressions is None:
            return
        lines = LineIndex(context.heard.message.text)
        found = [(self._finding(each, context, lines), each.reason) for each in self._kept(judged.standing, context)]
        found += [(self._fault(each, context, lines), each.patched) for each in self._kept(broken, context)]
        if suppressions and self._whole:
            problems = suppressions.problems({*self._book.ids(), *self._book.rule_ids()})
            found += [(self._problem(each, context, lines), "") for each in problems]
        if suppressions or broken:
            found.sort(key=lambda each: (each[0].start, each[0].end, each[0].rule))
        self.findings += [finding for finding, _ in found]
        self.reasons += [reason for _, reason in found]

    def mask(self) -> None:
        """Masks in all that was added what one of the findings masks."""
        if self._masks:
            from phraselint.engine.masking import excused_masked, finding_masked

            self.findings = [finding_masked(each, self._masks) for each in self.findings]
            self.excused = [excused_masked(each, self._masks) for each in self.excused]

    def _kept(self, found: Iterable[_Found], context: Context) -> Iterator[_Found]:
        """Those that no suppression covers; the others are excused."""
        suppressions = context.heard.suppressions
        for each in found:
            suppressed = suppressions.reason(each.id, each.start) if suppressions else ""
            if suppressed:
                self.excused.append(_excused(each, context, f"suppressed: {suppressed}"))
            else:
                yield each

    def _finding(self, judgement: Judgement, context: Context, lines: LineIndex) -> Finding:
        match, entry = judgement.match, judgement.entry
        assert judgement.severity is not None
        return Finding(
            judgement.id,
            entry["category"],
            judgement.severity,
            context.place,
            match.start,
            match.end,
            *lines.line_column(match.start),
            context.heard.message.text[match.start : match.end],
            entry["why"],
            suggestions(judgement, Here(match, context)),
            fingerprint=self._fingerprints.of(judgement.id, self._key(context.place, match.sentence, match)),
        )

    def _fault(self, broken: Broken, context: Context, lines: LineIndex) -> Finding:
        text = context.heard.message.text
        sentence = context.heard.folded.sentence_after(broken.start)
        name = key([text]) if sentence is None else self._key(context.place, sentence, broken)
        return Finding(
            broken.id,
            broken.category,
            broken.severity,
            context.place,
            broken.start,
            broken.end,
            *lines.line_column(broken.start),
            self._shown(broken, context.place, text[broken.start : broken.end]),
            broken.says(),
            broken.suggestions(),
            broken.fault.evidence,
            self._fingerprints.of(broken.id, name),
        )

    def _shown(self, broken: Broken, place: int, words: str) -> str:
        """The words of a fault, or what stands for them."""
        shown = broken.fault.values.get(MASKED)
        if shown:
            from phraselint.engine.masking import Mask

            self._masks.append(Mask(place, broken.start, broken.end, words, shown))
        return shown or words

    def _key(self, place: int, sentence: Sentence, found: Match | Broken) -> str:
        number = place, sentence.number
        if number not in self._lines:
            self._lines[number] = Lines(sentence)
        return self._lines[number].key(found.start, found.end)

    def _problem(self, problem: Problem, context: Context, lines: LineIndex) -> Finding:
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


def _excused(found: Judgement | Broken, context: Context, reason: str) -> Excused:
    words = context.heard.message.text[found.start : found.end]
    return Excused(found.id, found.category, context.place, found.start, found.end, words, reason)
