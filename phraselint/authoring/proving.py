"""What a phrasebook has to prove: the examples and replacements of its entries, the examples of service rules."""

import os
from collections.abc import Collection, Iterable, Iterator

from phraselint.authoring.examples import Proof, entry_proofs
from phraselint.authoring.failures import Failure
from phraselint.authoring.rule_proofs import RuleProof, rule_proofs
from phraselint.book.contents import Contents, Rule
from phraselint.book.find import shipped_book
from phraselint.engine.linter import Linter


def proofs(contents: Contents, ids: Collection[str] = ()) -> Iterator[Proof | RuleProof]:
    """What is to be proved, in the order of the book, or of ``ids`` only; of what it switches off there is nothing.

    The rules are proved with the shipped phrasebook, whose entries some of them read; another one proves those whose
    signals it adds to, and those of ``ids``.
    """
    off, own = contents.off, _own(contents)
    for entry in contents.entries:
        if entry.id not in off and (not ids or entry.id in ids):
            yield from entry_proofs(entry, frozenset() if entry.id in own else own)
    for rule in contents.rules:
        if rule.id not in off and (rule.id in ids if ids else _concerns(rule, contents)):
            yield from rule_proofs(rule)


def _own(contents: Contents) -> frozenset[str]:
    """The entries that stand in the phrasebook itself, and in no pack that it extends."""
    path = os.path.realpath(contents.sources[0][0])
    return frozenset(entry.id for entry in contents.entries if os.path.realpath(entry.place.path) == path)


def _concerns(rule: Rule, contents: Contents) -> bool:
    """Whether a phrasebook is the shipped one, or listens for more than the rule itself does."""
    if contents.sources[0][0] == os.path.realpath(shipped_book()):
        return True
    own = (signal for signal in contents.signals if signal.name.startswith(f"{rule.id}/"))
    return any(phrase.place.path != rule.place.path for signal in own for phrase in signal.phrases)


def failures(wanted: Iterable[Proof | RuleProof], linter: Linter) -> Iterator[Failure]:
    """What does not hold, and why."""
    for proof in wanted:
        message = proof.wrong(linter)
        if message:
            yield Failure(proof.place, proof.id, message)
