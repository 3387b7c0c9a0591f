"""A matter left where it lies: the last reply says nothing of what comes next."""

from __future__ import annotations

from phraselint.model.conversation import Channel, Speaker
from phraselint.service.case import Case, Fault
from phraselint.service.spots import (
    hears,
    length,
    only_names,
    own_sentences,
    sentences,
    span,
    stretches,
    touches,
    whole,
    within,
)
from phraselint.service.stated import stated
from phraselint.service.turns import runs

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import Any

    from phraselint.service.case import Said
    from phraselint.text.words import Sentence

_TROUBLE = ("no-next-step/trouble", "complaint")
_MATTER = ("upset", "complaint", "request")
_STEPS = ("no-next-step/step", "promise", "hand-over")
_TOLD = 5  # words of a sentence that tells something
_BRIEF = 60  # words: who writes more has something to say
_AGAIN = 2
_LONG = 3
_GREETING = 5
_THANKS = 9
_MANNERS = 24  # words: a longer sentence is more than manners
_PARTING = 3
_WE = frozenset(("i", "we"))


def no_next_step(case: Case, settings: Mapping[str, Any]) -> Iterator[Fault]:
    """The last reply on an open matter, where nothing in the conversation says what happens, and it asks nothing."""
    replies = case.outward(Speaker.AGENT)
    if not case.judges(*replies[-1:]) or any(place > replies[-1] for place in case.places(Speaker.BOT)):
        return
    last = replies[-1]
    before = [(run, speaker) for run, speaker in runs(case) if run[0] <= last]
    run, before = before[-1][0], before[:-1]
    if not before or any(_questions(case.said[place]) for place in run):
        return
    matter = _matter(case, before)
    asked = any(_asks(case.said[place]) for place in matter)
    trouble = any(hears(case.said[place], *_TROUBLE) for place in matter)
    told = not asked and _told(case, matter) and _understood(case, run, settings["english"])
    if not (trouble or told) or not _open(case, run, matter, settings) or _stepped(case, run, matter, settings):
        return
    if (told and _only_tells(case, run, matter)) or _empty(case, run, asked):
        yield Fault(last, *whole(case.said[last]))


def _matter(case: Case, before: Sequence[tuple[list[int], Speaker]]) -> list[int]:
    """The customer's messages on the last matter: all of them, unless what came before it were only questions."""
    customers = [place for run, speaker in before if speaker == Speaker.CUSTOMER for place in run]
    begun = _begun(case, before)
    earlier = [place for place in customers if place < begun]
    if not earlier or not hears(case.said[begun], *_TROUBLE):
        return customers
    goes_on = any(hears(case.said[place], *_TROUBLE, "upset") for place in earlier)
    return customers if goes_on else customers[len(earlier) :]


def _begun(case: Case, before: Sequence[tuple[list[int], Speaker]]) -> int:
    """Where the customer began the last matter: back over the messages that only answer what the company asked."""
    begun = 0
    for number in range(len(before) - 1, -1, -1):
        run, speaker = before[number]
        if speaker != Speaker.CUSTOMER:
            continue
        begun = run[0]
        if number < 2:  # nothing of theirs stands before
            break
        asked = any(_questions(case.said[place]) for place in before[number - 1][0])
        if not asked and any(_begins(case.said[place]) for place in run):
            break
    return begun


def _begins(said: Said) -> bool:
    return _tells(said) or hears(said, "question", "request", *_TROUBLE)


# --- whether the matter is open ---------------------------------------------------------------------------------------


def _open(case: Case, run: Sequence[int], matter: Sequence[int], settings: Mapping[str, Any]) -> bool:
    """Whether the customer has not said that the matter is settled, was play, or that all is well."""
    since = [place for place in case.places(Speaker.CUSTOMER) if place >= matter[0]]
    settled = any(hears(case.said[place], "no-next-step/settled") for place in since)
    glad = any(hears(case.said[place], "no-next-step/glad") for place in run)
    if settled or glad or _praised(case, run[-1]):
        return False
    after = [case.said[place] for place in since if place > run[-1]]
    if after and all(_parts(said, settings["waits"]) for said in after):
        return False
    latest = [case.said[place] for place in matter if place > _reply_before(case, matter[-1])]
    if any(hears(each, "no-next-step/playful") for each in latest):
        return False
    return not any(_pleased(each) and not hears(each, "upset") for each in latest)


def _pleased(said: Said) -> bool:
    """Whether a message is pleased, and not only before it comes to a trouble: "Lovely. And the lamp is out."."""
    pleased = sentences(said, "pleased")
    return bool(pleased) and max(pleased) >= max(sentences(said, "no-next-step/trouble"), default=0)


def _reply_before(case: Case, place: int) -> int:
    return next((each for each in reversed(case.outward(Speaker.AGENT)) if each < place), -1)


def _parts(said: Said, waits: Sequence[str]) -> bool:
    """Whether a customer leaves content: in a few words that ask nothing, deny nothing, and do not only wait."""
    if hears(said, "question", *_TROUBLE, *_MATTER):
        return False
    words = [word for each in own_sentences(said) for word in each.words if word[0].isalnum()]
    polite = hears(said, "thanks", "no-next-step/bye")
    return (
        bool(words)
        and not said.folded.clean.rstrip().endswith(("..", "?"))
        and (polite or (len(words) <= _PARTING and not any(word in waits for word in words)))
    )


def _praised(case: Case, last: int) -> bool:
    """Whether the customer began with praise, and nothing said since is a wish or a complaint."""
    customers = [case.said[place] for place in case.before(last, Speaker.CUSTOMER)]
    first, later = customers[0], customers[1:]
    if not hears(first, "pleased", "no-next-step/praise") or hears(first, *_MATTER, "question", "no-next-step/trouble"):
        return False
    return not any(hears(each, *_MATTER) for each in later)


# --- whether the customer tells or asks -------------------------------------------------------------------------------


def _told(case: Case, matter: Sequence[int]) -> bool:
    """Whether a customer tells something beside thanks and apologies; in public, a complaint: people also just talk."""
    said = [case.said[place] for place in matter]
    if case.channel(matter[-1]) == Channel.SOCIAL:
        return any(hears(one, "complaint", "upset") for one in said)
    return any(_tells(one) for one in said)


def _tells(said: Said) -> bool:
    polite = sentences(said, "thanks", "apology")
    return any(length(each) >= _TOLD and each.number not in polite for each in own_sentences(said))


def _asks(said: Said) -> bool:
    """Whether a customer asks something, beside for a deed."""
    asked = _questions(said) | sentences(said, "question", "no-next-step/asked")
    return bool(asked - sentences(said, "no-next-step/wish"))


def _questions(said: Said) -> set[int]:
    return {each.number for each in own_sentences(said) if each.question}


def _understood(case: Case, run: Sequence[int], english: Sequence[str]) -> bool:
    """Whether both sides write in the language of the signals: of another, no step would be heard."""
    return all(
        any(not each.bag.isdisjoint(english) for place in places for each in own_sentences(case.said[place]))
        for places in (run, case.places(Speaker.CUSTOMER))
    )


# --- what the company says of it --------------------------------------------------------------------------------------


def _stepped(case: Case, run: Sequence[int], matter: Sequence[int], settings: Mapping[str, Any]) -> bool:
    """Whether the company has said what comes next, has done it, or asks for a moment."""
    if any(hears(case.said[place], "no-next-step/moment") for place in run):
        return True
    return any(_steps(said, settings) for said in _replies(case, matter)) or _agreed(case, run, matter, settings)


def _replies(case: Case, matter: Sequence[int]) -> list[Said]:
    """What the company has said on a matter."""
    begun = 0 if matter[0] == case.places(Speaker.CUSTOMER)[0] else matter[0]
    return [case.said[place] for place in case.places(Speaker.AGENT) if place > begun]


def _steps(said: Said, settings: Mapping[str, Any]) -> bool:
    """Whether a message says what comes next or was done; "please accept" and "I have noted" are none of it."""
    spared = stretches(said, "no-next-step/no-step")
    for match in (match for name in _STEPS for match in said.signal(name)):
        if not match.sentence.question and not touches(match.start, match.end, spared):
            return True
    hollow = stretches(said, "no-next-step/hollow")
    for match in said.signal("no-next-step/deed"):
        done = match.sentence.words[match.last - 1]
        if (done.endswith("ed") or done in settings["done"]) and not touches(match.start, match.end, hollow):
            return True
    return False


def _agreed(case: Case, run: Sequence[int], matter: Sequence[int], settings: Mapping[str, Any]) -> bool:
    """Whether a reply names a time to come: not one of what has been, nor only the customer's own again."""
    offered = _words(case, case.before(run[0], Speaker.AGENT))
    own = _words(case, matter) - offered
    return any(not own.issuperset(words) for place in run for words in _times(case.said[place], settings["past"]))


def _words(case: Case, places: Iterable[int]) -> set[str]:
    return {word for place in places for each in own_sentences(case.said[place]) for word in each.words}


def _times(said: Said, past: Sequence[str]) -> Iterator[Sequence[str]]:
    """The words of each time to come that a message names: "have a good evening" is none."""
    hollow = stretches(said, "no-next-step/hollow")
    for each in own_sentences(said):
        seen = any(
            _WE & set(match.sentence.words[match.first : match.last])
            for match in within(said, each.number, "no-next-step/hollow")
        )
        if seen or any(word in past or word.endswith("ed") for word in each.words):
            continue
        for time in stated(each):
            if not touches(*span(said, each, time.first, time.last), hollow):
                yield each.words[time.first : time.last]


def _only_tells(case: Case, run: Sequence[int], matter: Sequence[int]) -> bool:
    """Whether what is told to one who asked nothing is neither a cause nor advice."""
    words = sum(length(each) for place in run for each in own_sentences(case.said[place]))
    return words <= _BRIEF and not any(map(_answers, _replies(case, matter)))


def _answers(said: Said) -> bool:
    """Whether a message tells a cause, advises, or offers something: "I can confirm that" offers nothing."""
    hollow = stretches(said, "no-next-step/hollow", "no-next-step/moment")
    options = [each for each in said.signal("option") if not each.sentence.question]
    offers = any(not touches(each.start, each.end, hollow) for each in options)
    return offers or hears(said, "no-next-step/answer", "no-next-step/state", "refusal")


def _empty(case: Case, run: Sequence[int], asked: bool) -> bool:
    """Whether nothing is said in a reply that is more than manners, or, unless asked, what the customer said."""
    told = set() if asked else _words(case, case.places(Speaker.CUSTOMER))
    return all(_says_nothing(case.said[place], told) for place in run)


def _says_nothing(said: Said, told: set[str]) -> bool:
    """Whether every sentence only greets, thanks, names somebody, or says that something is seen and noted."""
    hollow, polite = sentences(said, "no-next-step/hollow") - sentences(said, "no-next-step/state"), _polite(said)

    def says_nothing(each: Sentence) -> bool:
        courteous = length(each) <= polite.get(each.number, 0)
        noted = each.number in hollow and length(each) <= _MANNERS
        return not each.question and (noted or courteous or only_names(each) or _repeats(each, told))

    return all(map(says_nothing, own_sentences(said)))


def _repeats(sentence: Sentence, told: set[str]) -> bool:
    """Whether a sentence only says again what the customer told: two words of it, and no more than a name beside."""
    matter = {word for word in sentence.words if len(word) > _LONG or word.isdigit()}
    return len(matter & told) >= _AGAIN and len(matter - told) <= 1 + (sentence.number == 0)


def _polite(said: Said) -> dict[int, int]:
    """The sentences that thank or greet, and up to how many words they do no more than that."""
    greeting = dict.fromkeys(sentences(said, "greeting"), _GREETING)
    return greeting | dict.fromkeys(sentences(said, "thanks"), _THANKS)
