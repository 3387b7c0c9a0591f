"""The rule menu-maze: steps of a bot that demand a choice or an input, without an answer between them."""

from __future__ import annotations

from phraselint.model.conversation import COMPANY, Speaker
from phraselint.service.case import Fault
from phraselint.service.spots import length, whole, within

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from phraselint.service.case import Case, Said
    from phraselint.text.words import Sentence


def menu_maze(case: Case, settings: Mapping[str, Any]) -> Iterator[Fault]:
    """The first step of a bot beyond ``most`` without an answer or a person between them."""
    if len(case.places(Speaker.BOT)) <= settings["most"]:
        return
    steps: list[int] = []
    asked = min(case.places(Speaker.CUSTOMER), default=0)
    for place in case.outward(*COMPANY):
        said = case.said[place]
        if case.speaker(place) is Speaker.AGENT or (place > asked and _answers(said)):
            steps = []
        elif _is_step(said):
            steps.append(place)
        if len(steps) == settings["most"] + 1 and steps[-1] == place and case.judges(place):
            evidence = tuple(case.evidence(each, *whole(case.said[each])) for each in steps[:-1])
            yield Fault(place, *whole(said), evidence, {"step": str(len(steps))})


_DEMANDS = ("menu-maze/choice", "menu-maze/input")


def _is_step(said: Said) -> bool:
    """Whether a bot's message demands a choice or an input."""
    return any(_demands(said, sentence) for sentence in said.own_sentences())


def _demands(said: Said, sentence: Sentence) -> bool:
    number = sentence.number
    if within(said, number, "menu-maze/none"):
        return False
    asks = sentence.question or "?" in sentence.words or _lists(sentence, _BUTTONS)
    return asks or bool(within(said, number, *_DEMANDS))


_TELLING, _LONG = 4, 8  # words of a sentence that may tell something; after "Great, ..."


def _answers(said: Said) -> bool:
    """Whether a bot's message tells something: a sentence that neither demands nor is mere courtesy."""
    for each in said.own_sentences():
        least = _LONG if within(said, each.number, "menu-maze/opening") else _TELLING
        told = bool(within(said, each.number, "menu-maze/done"))
        long = told or length(each) >= least
        listed = _lists(each) and not told
        if long and not (_demands(said, each) or listed or _mere_courtesy(said, each.number)):
            return True
    return False


def _mere_courtesy(said: Said, number: int) -> bool:
    """Whether a sentence is a greeting, a hand-over or the like; "sorry, that one is sold out" tells something."""
    polite = within(said, number, "menu-maze/polite") and not within(said, number, "menu-maze/refused")
    return bool(polite or within(said, number, "menu-maze/none"))


_BUTTONS = "|•["
_BETWEEN = ",/" + _BUTTONS


def _lists(sentence: Sentence, between: str = _BETWEEN) -> bool:
    """Whether a sentence ends in a list of choices: "Clothing, Shoes, Home", "Which card? Debit | Credit | Gift"."""
    words = sentence.words
    signs = [place for place in range(len(words)) if not sentence.is_word(place)]
    start = max((place for place in signs if words[place] == ":"), default=-1) + 1
    marks = sum(place >= start and (words[place] in between or _letters(words, place)) for place in signs)
    pair = between == _BETWEEN and "or" in words and len(words) <= _PAIR
    return pair or (marks >= _SIGNS and len(words) - start <= 4 * (marks + 1))


_SIGNS, _PAIR = 2, 6  # commas and the like of a list of three; words of "250 g or 1 kg"


def _letters(words: Sequence[str], place: int) -> bool:
    """Whether a sign ends the letter or figure of a choice: "A) washer B) dryer"."""
    return words[place] == ")" and place > 0 and len(words[place - 1]) == 1
