"""What a reply says of what comes next: a step, a deed, a time agreed on, an answer, or no more than manners."""

from __future__ import annotations

from phraselint.model.conversation import Speaker
from phraselint.service.spots import hears, length, only_names, sentences, span, stretches, touches
from phraselint.service.stated import stated
from phraselint.service.turns import runs

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import Any

    from phraselint.match.matches import Match
    from phraselint.service.case import Case, Said
    from phraselint.text.words import Sentence

_STEPS = ("no-next-step/step", "promise", "hand-over")
_BRIEF = 60  # words: who writes more has something to say
_MANNERS = 24  # words: a longer sentence is more than manners
_GREETING = 5  # words of a greeting, and of thanks, that say no more
_THANKS = 9
_AGAIN = 2  # words of the customer's that make a sentence repeat them
_LONG = 3  # letters: a longer word carries matter
_WE = frozenset(("i", "we"))
_NO_ORDER = ("ed", "ing", "ly")  # how no order ends
_YOURS = frozenset(("your",))  # what the customer calls "my"


def stepped(case: Case, run: Sequence[int], matter: Sequence[int], settings: Mapping[str, Any], told: bool) -> bool:
    """Whether the company has said what comes next, has done it, or asks for a moment.

    To one who asked nothing (``told``) it is none how it came.
    """
    if any(hears(case.said[place], "no-next-step/moment") for place in run):
        return True
    if _as_wished(case, run, matter):
        return True
    none = ("no-next-step/no-step", "no-next-step/history") if told else ("no-next-step/no-step",)
    if any(_steps(said, settings, none) for said in _replies(case, matter)) or _agreed(case, run, matter, settings):
        return True
    return _accepted(case, matter[-1])


def _accepted(case: Case, latest: int) -> bool:
    """Whether the customer has taken up what the company said before: "ok, I'll watch for that"."""
    taken = hears(case.said[latest], "no-next-step/accepts")
    earlier = replied_before(case, latest) if taken else []
    told = _words(case, case.places(Speaker.CUSTOMER)) if earlier else set()
    return any(not _says_nothing(case.said[place], told) for place in earlier)


def _replies(case: Case, matter: Sequence[int]) -> list[Said]:
    """What the company has said on a matter."""
    begun = 0 if matter[0] == case.places(Speaker.CUSTOMER)[0] else matter[0]
    return [case.said[place] for place in case.outward(Speaker.AGENT) if place > begun]


def replied_before(case: Case, place: int) -> list[int]:
    """The places of the agents' messages before one; a note among colleagues tells the customer nothing."""
    return [each for each in case.outward(Speaker.AGENT) if each < place]


def _steps(said: Said, settings: Mapping[str, Any], none: Sequence[str]) -> bool:
    """Whether a message says what comes next or was done; "please accept" and "I have noted" are none of it."""
    if _any_apart(said, _told(said, *_STEPS), *none):
        return True
    deeds = [match for match in said.signal("no-next-step/deed") if _done(match, settings["done"])]
    deeds += [match for match in _told(said, "no-next-step/doing") if _doing(match, settings["idle"])]
    return _any_apart(said, deeds, "no-next-step/hollow", *none) or any(_orders(said, settings))


def _told(said: Said, *names: str) -> list[Match]:
    """The matches of these signals that ask nothing."""
    return [match for name in names for match in said.signal(name) if not match.sentence.question]


def _any_apart(said: Said, matches: Sequence[Match], *names: str) -> bool:
    """Whether one of these matches has nothing in common with these signals."""
    spared = stretches(said, *names) if matches else ()
    return any(not touches(match.start, match.end, spared) for match in matches)


def _done(match: Match, done: Sequence[str]) -> bool:
    last = match.sentence.words[match.last - 1]
    return last.endswith("ed") or last in done


def _doing(match: Match, idle: Sequence[str]) -> bool:
    last = match.sentence.words[match.last - 1]
    return last.endswith("ing") and last not in idle


def _orders(said: Said, settings: Mapping[str, Any]) -> Iterator[bool]:
    """Whether sentences or clauses tell the customer what to do with something: "Pour a litre of water down it"."""
    objects, none, leads = settings["objects"], settings["no_orders"], settings["lead_orders"]
    for each in said.own_sentences():
        begins = True
        for place, word in enumerate(each.words[:-1]):
            plain = word not in none and "'" not in word and not word.endswith(_NO_ORDER)
            yield begins and plain and each.words[place + 1] in objects
            begins = each.signs[place] or (begins and word in leads)


def _agreed(case: Case, run: Sequence[int], matter: Sequence[int], settings: Mapping[str, Any]) -> bool:
    """Whether a reply names a time to come: not one of what has been, nor only the customer's own again."""
    offered = _words(case, replied_before(case, run[0]))
    own = _words(case, matter) - offered
    return any(not own.issuperset(words) for place in run for words in _times(case.said[place], settings["past"]))


def _words(case: Case, places: Iterable[int]) -> set[str]:
    return {word for place in places for each in case.said[place].own_sentences() for word in each.words}


def _times(said: Said, past: Sequence[str]) -> Iterator[Sequence[str]]:
    """The words of each time to come that a message names: "have a good evening" is none."""
    hollow = stretches(said, "no-next-step/hollow", "no-next-step/day")
    aside = _seen(said) | sentences(said, "no-next-step/sigh")
    for each in said.own_sentences():
        if each.number in aside or any(word in past or word.endswith("ed") for word in each.words):
            continue
        for time in stated(each):
            if not touches(*span(said, each, time.first, time.last), hollow):
                yield each.words[time.first : time.last]


def only_tells(case: Case, run: Sequence[int], matter: Sequence[int]) -> bool:
    """Whether one who asked nothing is only told what is seen, or something after an answer: no cause, no advice.

    In a trouble it is no more to be told anything else with an apology or thanks; and where a thing is broken, or a
    deed was wished for, without them: how old the boiler is, or that it is cold today.
    """
    words = sum(length(each) for place in run for each in case.said[place].own_sentences())
    if words > _BRIEF or any(map(_answers, _replies(case, matter))):
        return False
    if any(_seen(case.said[place]) for place in run) or _after_an_answer(case, run):
        return True
    if any(hears(case.said[place], "apology") for place in run):
        return True
    if any(hears(case.said[place], "no-next-step/broken") for place in matter):
        return True
    troubled = any(hears(case.said[place], "no-next-step/trouble", "complaint") for place in matter)
    return troubled and any(hears(case.said[place], "thanks") for place in run)


def _as_wished(case: Case, run: Sequence[int], matter: Sequence[int]) -> bool:
    """Whether a wish is met by how it stands now: "Both are gone from the plan"."""
    wished = any(hears(case.said[place], "request") for place in matter)
    return wished and any(hears(case.said[place], "no-next-step/result") for place in run)


def _seen(said: Said) -> set[int]:
    """The sentences that say that we see, know or hope something."""
    hollow = said.signal("no-next-step/hollow")
    return {each.sentence.number for each in hollow if _WE.intersection(each.sentence.words[each.first : each.last])}


def _after_an_answer(case: Case, run: Sequence[int]) -> bool:
    """Whether the company asked, the customer answered, and the reply does not take up what was chosen."""
    asked, answered = ([], *(part for part, _ in runs(case) if part[0] < run[0]))[-2:]
    if not any(questions(case.said[place]) for place in asked):
        return False
    chosen = _words(case, asked) & _words(case, run)
    if not _agrees(case, asked, answered):
        chosen &= _words(case, answered)
    return not any(len(word) > _LONG or word.isdigit() for word in chosen)


def _agrees(case: Case, asked: Sequence[int], answered: Sequence[int]) -> bool:
    """Whether the customer said yes to an offer: "Shall it be 80?", "Yes"."""
    offered = any(hears(case.said[place], "no-next-step/offer") for place in asked)
    return offered and any(hears(case.said[place], "no-next-step/yes") for place in answered)


def _answers(said: Said) -> bool:
    """Whether a message tells a cause, advises, or offers something: "I can confirm that" offers nothing."""
    told = _told(said, "option", "no-next-step/answer")
    if _any_apart(said, told, "no-next-step/hollow", "no-next-step/moment", "no-next-step/history"):
        return True
    return hears(said, "no-next-step/state", "refusal")


def empty(case: Case, run: Sequence[int], asked: bool) -> bool:
    """Whether nothing is said in a reply that is more than manners, or, unless asked, what the customer said."""
    told = set() if asked else _words(case, case.places(Speaker.CUSTOMER))
    return all(_says_nothing(case.said[place], told) for place in run)


def _says_nothing(said: Said, told: set[str]) -> bool:
    """Whether every sentence only asks, greets, thanks, names somebody, or says that something is seen and noted."""
    hollow, polite = sentences(said, "no-next-step/hollow") - sentences(said, "no-next-step/state"), _polite(said)

    def says_nothing(each: Sentence) -> bool:
        courteous = length(each) <= polite.get(each.number, 0)
        noted = each.number in hollow and length(each) <= _MANNERS
        return each.question or noted or courteous or only_names(each) or _repeats(each, told)

    return all(map(says_nothing, said.own_sentences()))


def _repeats(sentence: Sentence, told: set[str]) -> bool:
    """Whether a sentence only says again what the customer told: two words of it, and no more than a name beside."""
    matter = {word for word in sentence.words if len(word) > _LONG or word.isdigit()} - _YOURS
    return len(matter & told) >= _AGAIN and len(matter - told) <= 1 + (sentence.number == 0)


def _polite(said: Said) -> dict[int, int]:
    """The sentences that thank or greet, and up to how many words they do no more than that."""
    greeting = dict.fromkeys(sentences(said, "greeting"), _GREETING)
    return greeting | dict.fromkeys(sentences(said, "thanks"), _THANKS)


def questions(said: Said) -> set[int]:
    """The sentences of a message that ask something."""
    return {each.number for each in said.own_sentences() if each.question}
