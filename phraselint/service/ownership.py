"""A no without an option, a sorry without an act, a fault that nobody made, a matter left where it lies."""

from __future__ import annotations

from phraselint.model.conversation import Speaker
from phraselint.service.case import Case, Fault
from phraselint.service.spots import hears, own_sentences, sentences, span, whole

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from phraselint.match.matches import Match
    from phraselint.service.case import Said, Verdict
    from phraselint.text.words import Sentence

COMPANY = (Speaker.AGENT, Speaker.BOT)


def refusal_without_option(case: Case, settings: Mapping[str, Any]) -> Iterator[Fault]:
    """What the phrasebook finds as a refusal, with nothing that helps in the same or the next sentences."""
    for place in case.judged(Speaker.AGENT):
        said = case.said[place]
        refusals = [each for each in said.verdicts() if _refuses(said, each, settings)]
        helping = _helping(said, refusals) if refusals else set()
        told: set[int] = set()
        for refusal in refusals:
            sentence = _sentence(said, refusal.start)
            if sentence is None or sentence.number in told:
                continue
            near = range(sentence.number, sentence.number + settings["sentences"] + 1)
            if not any(number in helping or _offers(said, number) for number in near):
                told.add(sentence.number)
                yield Fault(place, *span(said, sentence))


def _helping(said: Said, refusals: list[Verdict]) -> set[int]:
    """The sentences that hold a way or a reason outside the words of the refusals, and are no farewell."""
    ways = [*said.signal("refusal-without-option/way"), *said.signal("refusal-without-option/reason")]
    inside = [(each.start, each.end) for each in refusals]
    free = {
        way.sentence.number for way in ways if not any(way.start < end and start < way.end for start, end in inside)
    }
    return free - sentences(said, "refusal-without-option/hollow")


def _refuses(said: Said, verdict: Verdict, settings: Mapping[str, Any]) -> bool:
    """Standing refusals, and those that an option near them excused; a cushion is one where its sentence says no."""
    if verdict.category != "refusal":
        return False
    if verdict.rule in settings["cushions"]:
        sentence = _sentence(said, verdict.start)
        if sentence is None or sentence.number not in sentences(said, "refusal-without-option/no"):
            return False
    return not verdict.excused or "sentence" in verdict.excused


def _sentence(said: Said, start: int) -> Sentence | None:
    folded = said.folded
    return next((each for each in folded.sentences if folded.span(each.start, each.end)[1] > start), None)


def _offers(said: Said, number: int) -> bool:
    """Whether a sentence asks the customer something that is more than a farewell."""
    every = said.folded.sentences
    return (
        number < len(every)
        and every[number].question
        and number not in sentences(said, "refusal-without-option/hollow")
    )


def apology_without_action(case: Case, _: Mapping[str, Any]) -> Iterator[Fault]:
    """An apology for a fault of ours in a message that says nothing else: no act, cause, question or next step."""
    for place in case.judged(Speaker.AGENT):
        said = case.said[place]
        apologies = list(_apologies(said, "apology-without-action/sympathy"))
        if apologies and not any(_says_more(said, each, apologies) for each in own_sentences(said)):
            yield Fault(place, *span(said, apologies[0].sentence))


def _apologies(said: Said, *none: str) -> Iterator[Match]:
    """The apologies of a message; what is none of one (sympathy, "sorry?") aside."""
    spared = [match for name in ("apology-pile/no-apology", *none) for match in said.signal(name)]
    for match in said.signal("apology-pile/apology"):
        inside = any(each.start < match.end and match.start < each.end for each in spared)
        if not inside:
            yield match


def _says_more(said: Said, sentence: Sentence, apologies: list[Match]) -> bool:
    """Whether a sentence holds an act, a cause, a question or a next step."""
    if sentence.question:
        return True
    if sentence.number in {match.sentence.number for match in apologies}:
        return sentence.number in sentences(said, "apology-without-action/more") or _goes_on(sentence)
    if sentence.number in sentences(said, "apology-without-action/more"):
        return True
    hollow = sentences(said, "apology-without-action/hollow", "thanks", "greeting")
    return _length(sentence) > 3 and sentence.number not in hollow


def _length(sentence: Sentence) -> int:
    """How many words a sentence has."""
    return sum(map(sentence.is_word, range(len(sentence.words))))


def _goes_on(sentence: Sentence) -> bool:
    """Whether a colon or semicolon in the sentence is followed by a clause: what happened."""
    words = sentence.words
    return any(words[at] in ":;" and sum(map(sentence.is_word, range(at, len(words)))) > 3 for at in range(len(words)))


def apology_pile(case: Case, settings: Mapping[str, Any]) -> Iterator[Fault]:
    """The apology of the company that is one too many: of a message, or of the conversation."""
    earlier: list[tuple[int, Match]] = []
    piled = False
    for place in case.places(*COMPANY):
        own = list(_apologies(case.said[place]))
        judged = case.draft is None or place == case.draft
        for count, match in enumerate(own, 1):
            reached = len(earlier) + 1 == settings["conversation"] and not piled
            if judged and (count == settings["message"] or reached):
                evidence = tuple(case.evidence(n, each.start, each.end) for n, each in earlier)
                yield Fault(place, match.start, match.end, evidence, {"count": str(len(earlier) + 1)})
                piled = piled or reached
            earlier.append((place, match))


def agentless_fault(case: Case, _: Mapping[str, Any]) -> Iterator[Fault]:
    """A fault told in the passive with nobody who made it: by spaCy's parse, where a word of trouble stands near."""
    from phraselint.text.nlp import passives

    for place in case.judged(Speaker.AGENT):
        said = case.said[place]
        clean = said.folded.clean
        for number in sorted(sentences(said, "agentless-fault/fault", "agentless-fault/amiss")):
            sentence = said.folded.sentences[number]
            if sentence.question or number in sentences(said, "agentless-fault/other-cause"):
                continue
            for passive in passives(clean[sentence.start : sentence.end]):
                start, end = sentence.start + passive.start, sentence.start + passive.end
                if not passive.agent and _at_fault(said, *said.folded.span(start, end)):
                    yield Fault(place, *said.folded.span(start, end))


def _at_fault(said: Said, start: int, end: int) -> bool:
    """Whether the passive itself tells the trouble, as something that happened: no repair, rule or possibility."""

    def told(*names: str) -> bool:
        return any(match.start < end and start < match.end for name in names for match in said.signal(name))

    return told("agentless-fault/fault", "agentless-fault/amiss") and not told("agentless-fault/untold")


def no_next_step(case: Case, _: Mapping[str, Any]) -> Iterator[Fault]:
    """The last reply on an open matter, where nothing in the conversation says what happens, and it asks nothing."""
    replies = case.places(Speaker.AGENT)
    if not replies or (case.draft is not None and case.draft != replies[-1]):
        return
    last = replies[-1]
    customers = case.places(Speaker.CUSTOMER)
    said = case.said[last]
    if not _open(case, customers) or any(each.question for each in own_sentences(said)):
        return
    if _says_nothing(said) and not any(hears(case.said[place], "no-next-step/step") for place in replies):
        yield Fault(last, *whole(said))


def _open(case: Case, customers: list[int]) -> bool:
    """Whether the customer has told a trouble or a wish, and not that it is settled."""
    trouble = any(hears(case.said[place], "no-next-step/trouble") for place in customers)
    return trouble and not any(hears(case.said[place], "no-next-step/settled") for place in customers)


def _says_nothing(said: Said) -> bool:
    """Whether every sentence only greets, thanks, or says that something is seen and noted."""
    hollow, polite = sentences(said, "no-next-step/hollow"), sentences(said, "thanks", "greeting")
    return all(
        sentence.number in hollow or (sentence.number in polite and _length(sentence) < 10) or _length(sentence) <= 3
        for sentence in own_sentences(said)
    )
