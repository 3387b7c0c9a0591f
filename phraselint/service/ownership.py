"""A fault that nobody made, and a matter left where it lies."""

from __future__ import annotations

from phraselint.model.conversation import Channel, Speaker
from phraselint.service.case import Case, Fault
from phraselint.service.spots import (
    covered,
    hears,
    length,
    only_names,
    own_sentences,
    sentences,
    stretches,
    touches,
    whole,
    within,
)
from phraselint.service.turns import runs

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import Any

    from phraselint.service.case import Said
    from phraselint.text.words import Sentence


def agentless_fault(case: Case, _: Mapping[str, Any]) -> Iterator[Fault]:
    """A fault told in the passive with nobody who made it: by spaCy's parse, where a word of trouble stands near."""
    from phraselint.text.nlp import passives

    for place in case.judged(Speaker.AGENT):
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


def no_next_step(case: Case, settings: Mapping[str, Any]) -> Iterator[Fault]:
    """The last reply on an open matter, where nothing in the conversation says what happens, and it asks nothing."""
    replies = case.outward(Speaker.AGENT)
    if not case.judges(*replies[-1:]):
        return
    last, customers = replies[-1], [place for place in case.places(Speaker.CUSTOMER) if place < replies[-1]]
    if any(place > last for place in case.places(Speaker.BOT)):
        return
    run = next(run for run, _ in runs(case) if last in run)
    trouble = any(hears(case.said[place], *_TROUBLE) for place in customers)
    unasked = _told(case, customers) and _unasked(case, run) and _understood(case, run, settings["english"])
    if not (trouble or unasked) or not _open(case, customers) or _stepped(case, run, settings["past"]):
        return
    if (unasked and _only_tells(case, run)) or (trouble and (_empty(case, run) or _after_an_answer(case, run))):
        yield Fault(last, *whole(case.said[last]))


_TROUBLE = ("no-next-step/trouble", "complaint")


def _understood(case: Case, run: Sequence[int], english: Sequence[str]) -> bool:
    """Whether both sides write in the language of the signals: of another, no step would be heard."""
    return all(
        any(not each.bag.isdisjoint(english) for place in places for each in own_sentences(case.said[place]))
        for places in (run, case.places(Speaker.CUSTOMER))
    )


def _told(case: Case, customers: Sequence[int]) -> bool:
    """Whether a customer tells something beside thanks and apologies; in public, a complaint: people also just talk."""
    said = [case.said[place] for place in customers]
    if customers and case.channel(customers[-1]) == Channel.SOCIAL:
        return any(hears(one, "complaint", "upset") for one in said)
    return any(_tells(one) for one in said)


def _tells(said: Said) -> bool:
    polite = sentences(said, "thanks", "apology")
    return any(length(each) >= _TOLD and each.number not in polite for each in own_sentences(said))


_TOLD = 5  # words


def _empty(case: Case, run: Sequence[int]) -> bool:
    """Whether nothing is said in a reply that is more than manners, or than what the customer has said."""
    told = {word for place in case.places(Speaker.CUSTOMER) for word in _matter(case.said[place].folded.sentences)}
    return all(_says_nothing(case.said[place], told) for place in run)


def _after_an_answer(case: Case, run: list[int]) -> bool:
    """Whether the company asked, the customer answered, and now it asks no more."""
    before = [each for each, _ in runs(case) if each[-1] < run[0]][-2:]
    asked = [
        any(each.question for place in part for each in own_sentences(case.said[place])) for part in (*before, run)
    ]
    return asked == [True, False, False]


_STEPS = ("no-next-step/step", "promise", "hand-over")


def _stepped(case: Case, run: Sequence[int], past: Sequence[str]) -> bool:
    """Whether the company has said what comes next, or asks for a moment."""
    if any(hears(case.said[place], "no-next-step/moment") for place in run):
        return True
    return any(_steps(case.said[place], past) for place in case.places(Speaker.AGENT))


def _steps(said: Said, past: Sequence[str]) -> bool:
    """Whether a message says what comes next; the time of what is past is none of it."""
    return hears(said, *_STEPS) or any(
        not any(word in past or word.endswith("ed") for word in match.sentence.words)
        for match in said.signal("no-next-step/time")
    )


def _unasked(case: Case, run: Sequence[int]) -> bool:
    """Whether the customer has asked nothing, and is asked nothing in the end."""
    heard = [case.said[place] for place in case.places(Speaker.CUSTOMER)]
    both = (*(case.said[place] for place in run), *heard)
    asked = any(each.question for said in both for each in own_sentences(said))
    return not asked and not any(hears(said, "question", "no-next-step/asked") for said in heard)


def _only_tells(case: Case, run: Sequence[int]) -> bool:
    """Whether what is told to one who asked nothing is neither a cause nor advice."""
    words = sum(length(each) for place in run for each in own_sentences(case.said[place]))
    return words <= _BRIEF and not any(_answers(case.said[place]) for place in case.places(Speaker.AGENT))


_BRIEF = 60  # words: who writes more has something to say


def _answers(said: Said) -> bool:
    """Whether a message tells a cause, advises, or offers something: "I can confirm that" offers nothing."""
    hollow = stretches(said, "no-next-step/hollow")
    options = [each for each in said.signal("option") if not each.sentence.question]
    offers = any(not touches(each.start, each.end, hollow) for each in options)
    return offers or hears(said, "no-next-step/answer")


def _open(case: Case, customers: Sequence[int]) -> bool:
    """Whether the customer has not said that the matter is settled, was play, or that all is well."""
    if any(hears(case.said[place], "no-next-step/settled") for place in case.places(Speaker.CUSTOMER)):
        return False
    latest = [run for run, speaker in runs(case) if speaker == Speaker.CUSTOMER and run[0] <= customers[-1]][-1:]
    said = [case.said[place] for run in latest for place in run]
    if _praised(case, customers) or any(hears(each, "no-next-step/playful") for each in said):
        return False
    return not any(hears(each, "pleased") and not hears(each, "upset") for each in said)


def _praised(case: Case, customers: Sequence[int]) -> bool:
    """Whether the customer began with praise, and nothing said since is a wish or a complaint."""
    first, later = case.said[customers[0]], [case.said[place] for place in customers[1:]]
    if not hears(first, "pleased", "no-next-step/praise") or hears(first, *_MATTER, "question", "no-next-step/trouble"):
        return False
    return not any(hears(each, *_MATTER) for each in later)


_MATTER = ("upset", "complaint", "request")


def _says_nothing(said: Said, told: set[str]) -> bool:
    """Whether every sentence only greets, thanks, names somebody, or says that something is seen and noted."""
    hollow, polite = sentences(said, "no-next-step/hollow"), _polite(said)

    def says_nothing(each: Sentence) -> bool:
        courteous = length(each) <= polite.get(each.number, 0)
        return not each.question and (each.number in hollow or courteous or only_names(each) or _repeats(each, told))

    return all(map(says_nothing, own_sentences(said)))


def _repeats(sentence: Sentence, told: set[str]) -> bool:
    """Whether a sentence only says again what the customer told: two words of it, and no more than a name beside."""
    matter = _matter([sentence])
    return len(matter & told) >= _AGAIN and len(matter - told) <= 1 + (sentence.number == 0)


def _matter(sentences: Iterable[Sentence]) -> set[str]:
    return {word for each in sentences for word in each.words if len(word) > _LONG or word.isdigit()}


_AGAIN = 2
_LONG = 3


def _polite(said: Said) -> dict[int, int]:
    """The sentences that thank or greet, and up to how many words they do no more than that."""
    greeting = dict.fromkeys(sentences(said, "greeting"), _GREETING)
    return greeting | dict.fromkeys(sentences(said, "thanks"), _THANKS)


_GREETING = 5
_THANKS = 9
