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
    from phraselint.text.nlp import passives

    for place in case.judged(Speaker.AGENT):
        if case.internal(place):
            continue
        said = case.said[place]
        clean = said.folded.clean
        for number in sorted(sentences(said, "agentless-fault/fault", "agentless-fault/amiss")):
            sentence = said.folded.sentences[number]
            if sentence.question or _other_cause(said, number):
                continue
            for passive in passives(clean[sentence.start : sentence.end]):
                start, end = sentence.start + passive.start, sentence.start + passive.end
                by = [sentence.start + agent for agent in passive.agents]
                if _nobody(said, sentence, by) and _at_fault(said, *said.folded.span(start, end)):
                    yield Fault(place, *said.folded.span(start, end))


def _other_cause(said: Said, number: int) -> bool:
    """Whether a sentence names who else it was; "by an oversight" names nobody."""
    nobody = covered(within(said, number, "agentless-fault/nobody"))
    return any(each.first not in nobody for each in within(said, number, "agentless-fault/other-cause"))


def _nobody(said: Said, sentence: Sentence, by: list[int]) -> bool:
    """Whether each "by" of a passive is followed by nobody: "by mistake"."""
    spared = {sentence.starts[each.first] for each in within(said, sentence.number, "agentless-fault/nobody")}
    return spared.issuperset(by)


def _at_fault(said: Said, start: int, end: int) -> bool:
    """Whether the passive itself tells the trouble, as something that happened: no repair, rule or possibility."""

    def told(*names: str) -> bool:
        return touches(start, end, stretches(said, *names))

    return told("agentless-fault/fault", "agentless-fault/amiss") and not told("agentless-fault/untold")
