"""Proves service rules by their examples: the marked places and no other are flagged, with the evidence they name."""

from collections.abc import Collection, Iterator
from typing import Any, NamedTuple

from phraselint.authoring.failures import shown
from phraselint.book.contents import Place, Rule, RuleExample
from phraselint.book.rules import BLANK
from phraselint.engine.gates import WITHOUT_A_LIBRARY
from phraselint.engine.linter import Linter
from phraselint.engine.result import Result
from phraselint.model.findings import Finding, Safety
from phraselint.service.checks import NoCheck, check_of

_Span = tuple[int, int, int]


def rule_proofs(rule: Rule) -> Iterator["RuleProof"]:
    """All that is to prove of a rule."""
    for example in rule.examples:
        yield RuleProof(rule, example)


class RuleProof(NamedTuple):
    """One example of a rule."""

    rule: Rule
    what: RuleExample

    @property
    def id(self) -> str:
        """The id of the rule."""
        return self.rule.id

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.what.place

    def wrong(self, linter: Linter) -> str:
        """Why it does not hold, in words; "" where it does, or where a library that the rule needs is missing."""
        try:
            check_of(self.id)
        except NoCheck as error:
            return f"nothing carries it out: {error}"
        result = _result(self.rule, self.what, linter)
        if any(silence.reason.startswith(WITHOUT_A_LIBRARY) for silence in result.silent):
            return ""
        return _WRONG[self.what.kind](self, result)

    def spans(self, result: Result) -> tuple[_Span, ...]:
        """Where the rule is broken."""
        return tuple((each.message, each.start, each.end) for each in result.findings)

    def words(self, spans: tuple[_Span, ...]) -> str:
        """Spans as people read them."""
        said = self.what.conversation.messages
        each = (f"{shown(said[n].text[start:end])} at {start}-{end} of message {n}" for n, start, end in spans)
        return ", ".join(each) or "nothing"


def _result(rule: Rule, example: RuleExample, linter: Linter) -> Result:
    """What the rule says of the example, under its defaults: what a phrasebook changes of it does not count here."""
    changed: dict[str, Any] = {"off": False, "severity": None, "when": [], "keys": dict(example.settings)}
    patches = {**linter.book.meta["patches"], rule.id: [changed]}
    book = linter.book.altered(team=dict(example.team), patches=patches)
    return Linter(book).lint(example.conversation, only=(rule.id,))


def _wrong_flag(proof: RuleProof, result: Result) -> str:
    found = proof.spans(result)
    if found != proof.what.spans:
        lack = "".join(f" ({each.rule} is silent: {each.reason})" for each in result.silent)
        return f"expected {proof.words(proof.what.spans)}, found {proof.words(found)}{lack}"
    return _wrong_evidence(proof.what, result) or _unfilled(proof.rule, result)


def _wrong_pass(proof: RuleProof, result: Result) -> str:
    return f"must pass, but flags {proof.words(proof.spans(result))}" if result.findings else ""


def _wrong_miss(proof: RuleProof, result: Result) -> str:
    caught = proof.spans(result) == proof.what.spans if proof.what.spans else bool(result.findings)
    return "is flagged now: make it a 'flag'" if caught else ""


def _wrong_alarm(proof: RuleProof, result: Result) -> str:  # noqa: ARG001 - as the others
    return "" if result.findings else "passes now: make it a 'pass'"


_WRONG = {
    "flag": _wrong_flag,
    "pass": _wrong_pass,
    "known-miss": _wrong_miss,
    "known-false-alarm": _wrong_alarm,
}


def _wrong_evidence(example: RuleExample, result: Result) -> str:
    if example.evidence is None:
        return ""
    found = {
        each.turn if each.field is None else each.field for finding in result.findings for each in finding.evidence
    }
    if found == set(example.evidence):
        return ""
    return f"expected evidence {_listed(example.evidence)}, found {_listed(found)}"


def _listed(places: Collection[int | str | None]) -> str:
    return ", ".join(f"message {each}" if isinstance(each, int) else f"field {each}" for each in places) or "none"


def _unfilled(rule: Rule, result: Result) -> str:
    """Blanks that the check fills with nothing: all of ``says``, and those of what is not advice only."""
    blanks = {found[0] for found in BLANK.finditer(rule.says)}
    for finding in result.findings:
        left = sorted(blank for blank in blanks if blank in finding.why and blank not in finding.match)
        if left:
            return f"says {finding.why!r}, and nobody fills {left[0]}"
    return _unfilled_offer(rule, result.findings)


def _unfilled_offer(rule: Rule, findings: tuple[Finding, ...]) -> str:
    meant = {each.say for each in rule.suggest if each.safety is not Safety.GUIDE}
    for finding in findings:
        for offer in finding.suggestions:
            if offer.text in meant and BLANK.search(offer.text):
                return f"offers {offer.text!r}, and nobody fills its blanks"
    return ""
