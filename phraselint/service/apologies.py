"""Apologies: a sorry with nothing after it, and one apology too many."""

from __future__ import annotations

from itertools import pairwise

from phraselint.model.conversation import COMPANY, Channel, Speaker
from phraselint.service.case import Case, Fault
from phraselint.service.spots import (
    hears,
    length,
    only_names,
    sentences,
    span,
    stretches,
    touches,
    within,
)
from phraselint.service.turns import runs

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from phraselint.match.matches import Match
    from phraselint.service.case import Said
    from phraselint.text.words import Sentence


def apology_without_action(case: Case, settings: Mapping[str, Any]) -> Iterator[Fault]:
    """An apology for a fault of ours in a reply that says nothing else: no act, cause, question or next step.

    Messages that an agent sends in a row are one reply. Sympathy with a misfortune is no such apology; "sorry to hear"
    is one where the customer tells of what we did, or the agent that it should not be so.
    """
    pitied = ours = False
    for run, speaker in runs(case):
        saids = [case.said[place] for place in run]
        if speaker == Speaker.CUSTOMER:
            ours = any(hears(said, "apology-without-action/our-doing") for said in saids)
            pitied = not ours and any(hears(said, "apology-without-action/misfortune") for said in saids)
        elif not pitied and case.judges(*run):
            conceded = ours or any(hears(said, "apology-without-action/conceded") for said in saids)
            yield from _bare_apology(case, run, _NOT_OURS if conceded else (*_NOT_OURS, _HEARD), settings["clause"])


_NOT_OURS = ("apology-without-action/sympathy", "apology-without-action/refused")
_HEARD = "apology-without-action/heard"


def _bare_apology(case: Case, run: list[int], spared: Sequence[str], clause: Sequence[str]) -> Iterator[Fault]:
    """The first apology of a reply that is none of what is ``spared``, if no sentence of the reply says more."""
    apologies = {
        place: [each for each in _owned(case.said[place], *spared) if not _slip(case, place, each)] for place in run
    }
    place = next((place for place in run if apologies[place] and case.judges(place)), None)
    if place is None:
        return
    said = [(case.said[at], each, apologies[at]) for at in run for each in case.said[at].own_sentences()]
    if not any(_says_more(*each, clause) for each in said):
        yield Fault(place, *span(case.said[place], apologies[place][0].sentence))


def _slip(case: Case, place: int, apology: Match) -> bool:
    """Whether a speaker only says sorry, as after a slip of the tongue."""
    return case.channel(place) == Channel.VOICE and length(apology.sentence) == 1


def _owned(said: Said, *none: str) -> Iterator[Match]:
    """The apologies of a message, and where it owns up to a fault without one: "our mistake"."""
    yield from _apologies(said, *none)
    yield from said.signal("apology-without-action/owned")


def _apologies(said: Said, *none: str) -> Iterator[Match]:
    """The apologies of a message; what is none of one (sympathy, "sorry?") aside."""
    spared = stretches(said, "apology-pile/no-apology", *none)
    text = said.message.text
    for match in said.signal("apology-pile/apology"):
        initialled = text[match.start - 1 : match.start] == "^"  # "^Corry" is who wrote it
        if not initialled and not touches(match.start, match.end, spared):
            yield match


def _says_more(said: Said, sentence: Sentence, apologies: list[Match], clause: Sequence[str]) -> bool:
    """Whether a sentence holds an act, a cause, a question or a next step."""
    if sentence.question or _adds(said, sentence):
        return True
    sorry = [match for match in apologies if match.sentence.number == sentence.number]
    if sorry:
        return _goes_on(said, sorry[0]) or any(_tells(said, sentence, part, clause) for part in _parts(sorry[0]))
    greeted = sentence.number in sentences(said, "greeting") and length(sentence) <= _GREETING
    hollow = sentences(said, "apology-without-action/hollow")
    named = length(sentence) <= _SHORT or only_names(sentence)
    return not (named or greeted or sentence.number in hollow)


def _adds(said: Said, sentence: Sentence) -> bool:
    """Whether a sentence tells an act, a cause or a time, and does not only wish for it: "we hope you will return"."""
    more = within(said, sentence.number, "apology-without-action/more")
    wishes = within(said, sentence.number, "apology-without-action/wish") if more else []
    reach = [(each.first, _next_comma(sentence, each.first)) for each in wishes]
    empty = [part for part in reach if not any(word[0].isdigit() for word in sentence.words[slice(*part)])]
    return any(not any(first <= each.first < last for first, last in empty) for each in more)


def _next_comma(sentence: Sentence, first: int) -> int:
    commas = (at for at in range(first + 1, len(sentence.words)) if sentence.words[at] in _PARTS)
    return next(commas, len(sentence.words))


_PARTS = frozenset(",;:-–—")
_GREETING = 5  # words up to which a sentence with a greeting is no more than that
_SHORT = 2  # words that say nothing of their own: a name, a sign-off


def _goes_on(said: Said, apology: Match) -> bool:
    """Whether a clause of the apology's sentence tells something, after a colon or after the apology."""
    sentence = apology.sentence
    words, number = sentence.words, sentence.number
    clauses = [each.first for each in within(said, number, "apology-without-action/clause")]
    wished = {each.first for each in within(said, number, "apology-without-action/aside")}
    starts = [at for at in clauses if at >= apology.last and at not in wished]
    starts += [at for at in range(len(words)) if words[at] in _TELLS or (words[at] in _DASHES and at >= apology.last)]
    hollow = [each.first for each in within(said, number, "apology-without-action/hollow")]
    telling = [start for start in starts if not any(start <= first for first in hollow)]
    return any(length(sentence, start) > _SHORT for start in telling)


_TELLS = frozenset(":;")
_DASHES = frozenset("-–—")


def _parts(apology: Match) -> Iterator[tuple[int, int]]:
    """The parts of an apology's sentence that commas set apart from it: their tokens, half-open."""
    words = apology.sentence.words
    commas = [at for at, word in enumerate(words) if word == ","]
    borders = [-1, *commas, len(words)]
    for before, behind in pairwise(borders):
        if behind <= apology.first or before >= apology.last:
            yield before + 1, behind


def _tells(said: Said, sentence: Sentence, part: tuple[int, int], clause: Sequence[str]) -> bool:
    """Whether a part tells something ("three of us were ill"), and neither calls somebody nor only feels with them.

    What is only one more thing to be sorry for ("the noise and the smell") has no verb.
    """
    first, last = part
    number = sentence.number
    actors = (each for each in within(said, number, "apology-without-action/actor") if each.first == first)
    if any(_acts(sentence, each.last, last, clause) for each in actors):
        return True
    if any(each.first < last and first < each.last for each in within(said, number, *_FEELS)):
        return False
    words = [word for word in sentence.words[first:last] if word[0].isalnum()]
    if "@" in sentence.words[first:last]:  # "@8812, sorry for the wait"
        return False
    if any(word[0].isdigit() for word in words):
        return True
    if len(words) < _SHORT or _calls(sentence, first, last):
        return False
    if any(each.first == first for each in within(said, number, "apology-without-action/listed")):
        return _acts(sentence, first, last, clause)
    return True


def _acts(sentence: Sentence, first: int, last: int, clause: Sequence[str]) -> bool:
    """Whether these tokens hold a verb, so that they tell something."""
    spoken = {word for reading in sentence.spoken[first:last] for each in reading for word in each}
    return not spoken.isdisjoint(clause) or any(word.endswith("ed") for word in sentence.words[first:last])


def _calls(sentence: Sentence, first: int, last: int) -> bool:
    """Whether these tokens are only names: "Ms Ray and Mr Bo"."""
    written = sentence.text.clean[sentence.starts[first] : sentence.ends[last - 1]].split()
    return not any(word[0].islower() and word != "and" for word in written)


_FEELS = (
    "apology-without-action/hollow",
    "apology-without-action/aside",
    "feeling-ignored/acknowledges",
    "greeting",
    "thanks",
)


def apology_pile(case: Case, settings: Mapping[str, Any]) -> Iterator[Fault]:
    """The apology of the company that is one too many: of a message, or of the conversation."""
    earlier: list[tuple[int, Match]] = []
    piled = False
    for place in case.outward(*COMPANY):
        own = list(_apologies(case.said[place]))
        for count, match in enumerate(own, 1):
            reached = len(earlier) + 1 == settings["conversation"] and not piled
            if case.judges(place) and (count == settings["message"] or reached):
                evidence = tuple(case.evidence(n, each.start, each.end) for n, each in earlier)
                yield Fault(place, match.start, match.end, evidence, {"count": str(len(earlier) + 1)})
                piled = piled or reached
            earlier.append((place, match))
