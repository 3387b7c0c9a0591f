"""All that a phrasebook has to prove: the examples and replacements of its entries, the examples of the service rules."""

from collections.abc import Iterable, Iterator

from phraselint.authoring.examples import Proof, entry_proofs
from phraselint.authoring.failures import Failure
from phraselint.authoring.rule_proofs import RuleProof, rule_proofs
from phraselint.book.contents import Contents
from phraselint.engine.linter import Linter


def proofs(contents: Contents) -> Iterator[Proof | RuleProof]:
    """What is to be proved, in the order of the book; of what it switches off there is nothing."""
    off = {patch.id for patch in contents.patches if patch.off and not patch.when}
    for entry in contents.entries:
        if entry.id not in off:
            yield from entry_proofs(entry)
    for rule in contents.rules:
        if rule.id not in off:
            yield from rule_proofs(rule)


def failures(wanted: Iterable[Proof | RuleProof], linter: Linter) -> Iterator[Failure]:
    """What does not hold, and why."""
    for proof in wanted:
        message = proof.wrong(linter)
        if message:
            yield Failure(proof.place, proof.id, message)
