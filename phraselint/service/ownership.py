"""A fault that nobody made."""

from __future__ import annotations

from phraselint.model.conversation import Speaker
from phraselint.service.case import Case, Fault
from phraselint.service.spots import (
    covered,
    sentences,
    stretches,
    touches,
    within,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from phraselint.service.case import Said
    from phraselint.text.words import Sentence


def agentless_fault(case: Case, _: Mapping[str, Any]) -> Iterator[Fault]:
    """A fault told in the passive with nobody who made it: by spaCy's parse, where a word of trouble stands near."""
    for place in case.replies(Speaker.AGENT):
        said = case.said[place]
        for number in sorted(sentences(said, "agentless-fault/fault", "agentless-fault/amiss")):
            sentence = said.folded.sentences[number]
            if _asks(said, sentence) or _other_cause(said, number):
                continue
            yield from (Fault(place, start, end) for start, end in _told(said, sentence))


def _asks(said: Said, sentence: Sentence) -> bool:
    """Whether a sentence only asks; "it was mislabelled, could you come again?" tells first."""
    return sentence.question and not within(said, sentence.number, "agentless-fault/asks-then")


def _told(said: Said, sentence: Sentence) -> list[tuple[int, int]]:
    """The passives of a sentence that tell a fault and name nobody; none where an active clause tells the cause."""
    from phraselint.text.nlp import passives

    found: list[tuple[int, int]] = []
    for passive in passives(said.folded.clean[sentence.start : sentence.end]):
        start, end = said.folded.span(sentence.start + passive.start, sentence.start + passive.end)
        by = [sentence.start + agent for agent in passive.agents]
        if _nobody(said, sentence, by) and _at_fault(said, start, end):
            found.append((start, end))
    return [] if found and _because(said, sentence, found[-1][1]) else found


def _other_cause(said: Said, number: int) -> bool:
    """Whether a sentence names who else it was; "by an oversight" names nobody."""
    nobody = covered(within(said, number, "agentless-fault/nobody"))
    return any(each.first not in nobody for each in within(said, number, "agentless-fault/other-cause"))


def _because(said: Said, sentence: Sentence, end: int) -> bool:
    """Whether a clause behind ``end`` tells of somebody what it came of: "because ice blocked the lock" does."""
    nobody = {each.first for each in within(said, sentence.number, "agentless-fault/because-nobody")}
    causes = within(said, sentence.number, "agentless-fault/because")
    return any(each.start >= end and each.first not in nobody for each in causes)


def _nobody(said: Said, sentence: Sentence, by: list[int]) -> bool:
    """Whether each "by" of a passive is followed by nobody: "by mistake"."""
    spared = {sentence.starts[each.first] for each in within(said, sentence.number, "agentless-fault/nobody")}
    return spared.issuperset(by)


def _at_fault(said: Said, start: int, end: int) -> bool:
    """Whether the passive itself tells the trouble, as something that happened: no repair, rule or possibility."""

    def told(*names: str) -> bool:
        return touches(start, end, stretches(said, *names))

    return told("agentless-fault/fault", "agentless-fault/amiss") and not told("agentless-fault/untold")
