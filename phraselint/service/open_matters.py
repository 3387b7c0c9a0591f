"""A matter left where it lies: the last reply says nothing of what comes next."""

from __future__ import annotations

from phraselint.model.conversation import Channel, Speaker
from phraselint.service.case import Case, Fault
from phraselint.service.next_steps import empty, only_tells, questions, replied_before, stepped
from phraselint.service.spots import hears, length, sentences, stretches, tells, touches, whole
from phraselint.service.turns import runs

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from phraselint.service.case import Said
    from phraselint.text.words import Sentence

_TROUBLE = ("no-next-step/trouble", "complaint")
_MATTER = ("upset", "complaint", "request")
_FEW = 6  # words too few to tell a language by
_PARTING = 3  # words with which one leaves content
_PLEASED = 8  # and who says "lovely" with them


def no_next_step(case: Case, settings: Mapping[str, Any]) -> Iterator[Fault]:
    """The last reply on an open matter, where nothing in the conversation says what happens, and it asks nothing."""
    replies = case.outward(Speaker.AGENT)
    if not case.judges(*replies[-1:]) or any(place > replies[-1] for place in case.places(Speaker.BOT)):
        return
    last = replies[-1]
    before = [(run, speaker) for run, speaker in runs(case) if run[0] <= last]
    run, before = before[-1][0], before[:-1]
    if not before or any(questions(case.said[place]) for place in run):
        return
    matter = _matter(case, before)
    if not _open(case, run, matter, settings):
        return
    told = _told(case, run, matter, settings)
    troubled = told or any(hears(case.said[place], *_TROUBLE) for place in matter)
    if not troubled or stepped(case, run, matter, settings, told):
        return
    if (told and only_tells(case, run, matter)) or empty(case, run, any(_asks(case.said[place]) for place in matter)):
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
        asked = any(questions(case.said[place]) for place in before[number - 1][0])
        if not asked and any(_begins(case.said[place]) for place in run):
            break
    return begun


def _begins(said: Said) -> bool:
    return _tells(said) or hears(said, "question", "request", *_TROUBLE)


# --- whether the matter is open ---------------------------------------------------------------------------------------


def _open(case: Case, run: Sequence[int], matter: Sequence[int], settings: Mapping[str, Any]) -> bool:
    """Whether the customer has not said that the matter is settled, was play, or that all is well."""
    since = [place for place in case.places(Speaker.CUSTOMER) if place >= matter[0]]
    settled = any(_settled(case, place, place == since[0]) for place in since)
    glad = any(hears(case.said[place], "no-next-step/glad") for place in run)
    if settled or glad or _praised(case, run[-1]) or _given(case, run):
        return False
    after = [case.said[place] for place in since if place > run[-1]]
    if after and all(_parts(said, settings["waits"]) for said in after):
        return False
    answered = max(replied_before(case, matter[-1]), default=-1)
    latest = [case.said[place] for place in matter if place > answered]
    if any(hears(each, "no-next-step/playful") for each in latest):
        return False
    return not any(_pleased(each) and not hears(each, "upset") for each in latest)


def _given(case: Case, run: Sequence[int]) -> bool:
    """Whether the customer only had something to give, a reading or an address, and the reply says that it is kept."""
    if not any(hears(case.said[place], "no-next-step/kept") for place in run):
        return False
    said = [case.said[place] for place in case.before(run[0], Speaker.CUSTOMER)]
    gives = any(hears(each, "no-next-step/gives") for each in said)
    return gives and not any(hears(each, "upset", "complaint") for each in said)


def _settled(case: Case, place: int, first: bool) -> bool:
    """Whether a message says that it is settled; "I haven't got it" does not, nor do thanks under a first letter."""
    said = case.said[place]
    if not (first and _tells(said)) and hears(said, "no-next-step/thanked"):
        return True
    settled = said.signal("no-next-step/settled")
    trouble = stretches(said, "no-next-step/trouble") if settled else []
    answers = stretches(said, "no-next-step/replies") if settled and _answering(case, place) else []
    return any(
        not any(start < match.start < end for start, end in trouble) and not touches(match.start, match.end, answers)
        for match in settled
    )


def _answering(case: Case, place: int) -> bool:
    """Whether the company asked before a message, and not only whether there is anything else."""
    asked = case.latest(place, Speaker.AGENT)
    return any(questions(said) and not hears(said, "no-next-step/anything-else") for said in asked)


def _pleased(said: Said) -> bool:
    """Whether a message is pleased, and not only before it comes to a trouble: "Lovely. And the lamp is out."."""
    pleased = sentences(said, "pleased")
    if pleased and hears(said, "no-next-step/trouble") and not hears(said, "no-next-step/rescue"):
        pleased -= sentences(said, "no-next-step/irony")
    return bool(pleased) and max(pleased) >= max(sentences(said, "no-next-step/trouble"), default=0)


def _parts(said: Said, waits: Sequence[str]) -> bool:
    """Whether a customer leaves content: in a few words that ask nothing, deny nothing, and do not only wait."""
    if hears(said, "question", *_TROUBLE, *_MATTER):
        return False
    words = [word for each in said.own_sentences() for word in each.words if word[0].isalnum()]
    polite = hears(said, "thanks", "no-next-step/bye")
    most = _PLEASED if hears(said, "pleased") else _PARTING
    return (
        bool(words)
        and not said.folded.clean.rstrip().endswith(("..", "?"))
        and (polite or (len(words) <= most and not any(word in waits for word in words)))
    )


def _praised(case: Case, last: int) -> bool:
    """Whether the customer began with praise, and nothing said since is a wish or a complaint."""
    customers = [case.said[place] for place in case.before(last, Speaker.CUSTOMER)]
    first, later = customers[0], customers[1:]
    if not hears(first, "pleased", "no-next-step/praise") or hears(first, *_MATTER, "question", "no-next-step/trouble"):
        return False
    return not any(hears(each, *_MATTER) for each in later)


# --- whether the customer tells or asks -------------------------------------------------------------------------------


def _told(case: Case, run: Sequence[int], matter: Sequence[int], settings: Mapping[str, Any]) -> bool:
    """Whether a customer tells something and asks nothing; in public, a complaint: people also just talk."""
    said = [case.said[place] for place in matter]
    ours = any(hears(case.said[place], "no-next-step/ours") for place in run)
    public = case.channel(matter[-1]) == Channel.SOCIAL and not ours
    if not any(hears(one, "complaint", "upset") if public else _tells(one) for one in said):
        return False
    return not any(map(_asks, said)) and _understood(case, run, settings["english"])


def _tells(said: Said) -> bool:
    return tells(said, "thanks", "apology")


def _asks(said: Said) -> bool:
    """Whether a customer asks something, beside for a deed."""
    asked = questions(said) | sentences(said, "question", "no-next-step/asked")
    return bool(asked - sentences(said, "no-next-step/wish"))


def _understood(case: Case, run: Sequence[int], english: Sequence[str]) -> bool:
    """Whether both sides write in the language of the signals: of another, no step would be heard.

    A few words of a reply may hold none of it, but in public, where it is banter.
    """
    replied = [each for place in run for each in case.said[place].own_sentences()]
    written = [each for place in case.places(Speaker.CUSTOMER) for each in case.said[place].own_sentences()]
    brief = case.channel(run[-1]) != Channel.SOCIAL and sum(map(length, replied)) <= _FEW
    return _english(written, english) and (brief or _english(replied, english))


def _english(written: Sequence[Sentence], english: Sequence[str]) -> bool:
    return any(not each.bag.isdisjoint(english) for each in written)
