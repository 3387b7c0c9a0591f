"""How we speak of customers among ourselves."""

from __future__ import annotations

from phraselint.model.conversation import Speaker
from phraselint.service.case import Case, Fault
from phraselint.service.spots import covered, within

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from phraselint.match.matches import Match
    from phraselint.service.case import Said


_INSULTS = ("disrespect-in-notes/insult", "disrespect-in-notes/called")
_SPARED = ("disrespect-in-notes/harmless", "disrespect-in-notes/self", "disrespect-in-notes/said")


def disrespect_in_notes(case: Case, _: Mapping[str, Any]) -> Iterator[Fault]:
    """Insults in internal notes; what a writer says of themselves, names and harmless senses of a word aside."""
    for place in case.judged(Speaker.AGENT):
        if not case.internal(place):
            continue
        said = case.said[place]
        insults = [match for name in _INSULTS for match in said.signal(name)]
        called = {_last_word(match) for match in said.signal("disrespect-in-notes/called")}
        plain = called & _plainly_said(case, said) if called else called
        for insult in _apart(insults):
            spared = _harmless(said, insult) or _last_word(insult) in plain
            if not spared and not _name(case, said, insult):
                yield Fault(place, insult.start, insult.end)


def _apart(insults: list[Match]) -> list[Match]:
    """One match for words that several patterns cover, in the order of the text."""
    kept: list[Match] = []
    for each in sorted(insults, key=lambda match: (match.start, -match.end)):
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return kept


def _harmless(said: Said, insult: Match) -> bool:
    number = insult.sentence.number
    spared = covered(within(said, number, *_SPARED))
    return bool(spared & set(range(insult.first, insult.last)))


def _last_word(match: Match) -> str:
    return match.sentence.words[match.last - 1]


def _plainly_said(case: Case, said: Said) -> frozenset[str]:
    """The words that a calm customer uses, or the note itself in a harmless sense: "I hired a clown for Sunday"."""
    asked = (case.said[place] for place in case.places(Speaker.CUSTOMER))
    calm = {word for each in asked if not each.signal("upset") for one in each.own_sentences() for word in one.words}
    harmless = said.signal("disrespect-in-notes/harmless")
    return frozenset(calm.union(*(match.sentence.words[match.first : match.last] for match in harmless)))


def _name(case: Case, said: Said, insult: Match) -> bool:
    """Whether the word is the name of someone in the conversation."""
    word = said.message.text[insult.start : insult.end].split()[-1].lower()
    people = (
        case.conversation.customer.name,
        case.conversation.agent.name,
        *(each.message.author for each in case.said),
    )
    return any(word in name.lower().split() for name in people if name)
