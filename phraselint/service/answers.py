"""Rules about answers: unanswered, question-skipped."""

from __future__ import annotations

from phraselint.model.conversation import COMPANY, Speaker
from phraselint.service.case import Fault
from phraselint.service.effort import WISHES
from phraselint.service.spots import covered, hears, length, span, whole, within
from phraselint.service.turns import exchanges

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from phraselint.service.case import Case, Said
    from phraselint.service.questions import Question
    from phraselint.service.replies import Reply
    from phraselint.text.words import Sentence


# --- unanswered -------------------------------------------------------------------------------------------------------


def unanswered(case: Case, _: Mapping[str, Any]) -> Iterator[Fault]:
    """What the customer asks after the last reply: one finding for each run of messages, on the first that asks."""
    if case.draft is not None:
        return
    last, runs = _open_runs(case)
    first: tuple[int, int, int] | None = None
    for run in runs:
        found = _first_asking(case, run, last)
        if found is not None:
            yield Fault(*found, (case.evidence(*first),) if first else ())
            first = first or found


def _open_runs(case: Case) -> tuple[int, list[list[int]]]:
    """The place of the last reply (-1: there is none), and the runs of the customer's messages after it."""
    last, runs = -1, [[]]  # type: tuple[int, list[list[int]]]
    for place, said in enumerate(case.said):
        speaker = said.message.speaker
        if speaker is Speaker.CUSTOMER:
            runs[-1].append(place)
        elif speaker is Speaker.BOT and hears(said, "unanswered/acknowledgement") and not _handed(case, runs[-1], said):
            runs.append([])
        elif speaker in COMPANY and not case.internal(place):
            last, runs = place, [[]]
    return last, runs


def _handed(case: Case, run: list[int], said: Said) -> bool:
    """Whether a bot hands over to a person whom the customer asked for: then that is the answer."""
    wished = any(hears(case.said[place], *WISHES) for place in run)
    return wished and hears(said, "human-request-ignored/granted")


def _first_asking(case: Case, run: list[int], last: int) -> tuple[int, int, int] | None:
    """The first message of a run that asks, and from where to where it asks."""
    put = _questions(case, last)
    if (put or _offers(case, last)) and _only_answers(case, run):
        return None
    invited = put is None and _opens(case, last)
    for place in run:
        said = case.said[place]
        asking = [each for each in said.own_sentences() if _asks(said, each, last < 0 or put is None)]
        if invited and not asking:
            asking = _tells(said)
        if asking and not _closes(said, asking):
            if any(_solves(case.said[each]) for each in run if each > place):
                return None
            return place, span(said, asking[0], asking[0].first_word())[0], span(said, asking[-1])[1]
    return None


def _opens(case: Case, last: int) -> bool:
    """Whether a reply is the company's first word: "how can I help?", after which whatever is told is a request.

    After a question it answers that: "No, sorry. Anything else?"
    """
    before = [case.said[place] for place in case.before(last, Speaker.CUSTOMER)]
    asked = any(_asks(said, each, first=True) for said in before for each in said.own_sentences())
    return not asked and not any(place < last for place in case.outward(*COMPANY))


def _tells(said: Said) -> list[Sentence]:
    """The sentences of a message that tell something, where it neither thanks nor says goodbye."""
    if hears(said, "unanswered/closing", "thanks"):
        return []
    return [each for each in said.own_sentences() if length(each) >= _TELLING]


_TELLING = 4  # words of a sentence that tells what it is about


def _asks(said: Said, sentence: Sentence, first: bool) -> bool:
    """Whether a sentence is a question or a request; of a first message also a complaint, later what is still wrong."""
    number = sentence.number
    if within(said, number, "unanswered/rhetorical") or _marvels(said, sentence):
        return False
    if sentence.question:
        words = length(sentence)
        closed = any(each.sentence.number >= number for each in said.signal("unanswered/closing"))
        short = words < 2 and max(map(len, sentence.words)) < _WORD
        loose = short or words > _TAG or closed  # "I guess it's solved now?"
        if not loose or within(said, number, "unanswered/asking", *_WORDED[: words > 1]):
            return True
        return first and words > _TAG and bool(within(said, number, "complaint", "unanswered/in-vain"))
    if within(said, number, "unanswered/no-request"):
        return False
    reasons = covered(within(said, number, "unanswered/because"))
    if any(each.first not in reasons for each in within(said, number, "question", "unanswered/asking")):
        return True
    if not first:
        if len(said.folded.sentences) - number > _LAST:
            return False
        return _persists(said, number, "complaint")
    return bool(within(said, number, "complaint", "unanswered/still", "unanswered/in-vain", "no-next-step/trouble"))


_WORD = 4  # letters of a word that asks by itself: "Milk?"
_WORDED = ("question-skipped/asks",)  # a "what?" alone asks nothing


def _marvels(said: Said, sentence: Sentence) -> bool:
    """Whether a question of a glad message only marvels: "Thank you! Why can't everyone be like you?"."""
    if hears(said, "unanswered/laughed-off") and _stumbles(said, sentence):
        return True
    if not hears(said, "thanks", "pleased", "unanswered/closing"):
        return False
    if within(said, sentence.number, "unanswered/musing"):
        return True
    cries = "!" in said.folded.clean[sentence.end - 2 : sentence.end + 1]  # "No charge?!"
    return cries and sentence.question and not within(said, sentence.number, "question-skipped/begins")


def _stumbles(said: Said, sentence: Sentence) -> bool:
    """Whether a question is about a name, or only says a word of the reply again: "a camel?"."""
    if within(said, sentence.number, "unanswered/startled"):
        return True
    asks = within(said, sentence.number, "question-skipped/begins", "unanswered/asking")
    return sentence.question and length(sentence) <= _ECHO and not asks


_ECHO = 2  # words that one says again


def _closes(said: Said, asking: list[Sentence]) -> bool:
    """Whether a message says goodbye or that all is well, and asks nothing after that, nor a true question."""
    if any(each.question for each in asking):
        return False
    first = asking[0].number if within(said, asking[0].number, "question", "unanswered/asking") else 0
    closed = any(each.sentence.number >= first for each in said.signal("unanswered/closing"))
    return closed or hears(said, "unanswered/solved")


def _solves(said: Said) -> bool:
    """Whether a message says how the matter was settled, asks nothing, and tells of no trouble that goes on."""
    own = said.own_sentences()
    if any(each.question for each in own) or not hears(said, "unanswered/solved"):
        return False
    if within(said, own[-1].number, "upset"):
        return False
    return not any(_persists(said, each.number, "complaint", "no-next-step/trouble") for each in own)


def _persists(said: Said, number: int, *troubles: str) -> bool:
    """Whether a sentence says that something is still, or again, as wrong as it was."""
    wrong = within(said, number, *troubles) and within(said, number, "unanswered/still")
    return bool(wrong or within(said, number, "unanswered/in-vain"))


_FEW = 12  # words of a mere answer
_TAG = 8  # words up to which any sentence with a question mark asks
_LAST = 2  # sentences at the end of a message that say how things stand; what went wrong before them may be a tale


def _only_answers(case: Case, run: list[int]) -> bool:
    """Whether a run after a question of ours is short and holds no question: it may only answer."""
    texts = [case.said[place].message.text for place in run]
    short = sum(len(each.split()) for each in texts) <= _FEW
    return short and not any("?" in each for each in texts) and not any(_adds(case.said[place]) for place in run)


def _adds(said: Said) -> bool:
    """Whether an answer has a request beside it: "On the site. Please also delete my data."."""
    later = [each for each in said.own_sentences() if each.number and length(each) >= _TELLING]
    return any(within(said, each.number, "unanswered/adds") for each in later)


def _offers(case: Case, last: int) -> bool:
    """Whether the last reply leaves the customer a choice: "or I can call you back"."""
    return last >= 0 and hears(case.said[last], "unanswered/offers")


def _questions(case: Case, last: int) -> bool | None:
    """Whether the last reply puts a question; None where it is only "how can I help?" or "anything else?"."""
    if last < 0:
        return False
    reply = case.said[last]
    put = [each for each in reply.own_sentences() if each.question]
    open_ones = [each for each in put if within(reply, each.number, "unanswered/anything-else")]
    return None if put and len(open_ones) == len(put) else bool(put)


# --- question-skipped -------------------------------------------------------------------------------------------------


def question_skipped(case: Case, settings: Mapping[str, Any]) -> Iterator[Fault]:
    """A reply that says nothing to one of several questions of one message; the question is the evidence."""
    from phraselint.service.replies import Reply
    from phraselint.service.signing import signature_start
    from phraselint.service.vocabulary import vocabulary

    for run, replies in exchanges(case, Speaker.AGENT):
        if not case.judges(*replies):
            continue
        several = {place: each for place in run if len(each := _several(case.said[place], settings)) > 1}
        if not several or len(run) > _SOON:
            continue
        reply = Reply([(case.said[each], signature_start(case, each)) for each in replies], vocabulary(settings))
        for place, asked in several.items():
            skipped = _skipped(asked, reply) if reply.length <= settings["longest_reply"] else []
            if skipped:
                at = case.draft if case.draft is not None else replies[0]
                evidence = tuple(case.evidence(place, each.start, each.end) for each in skipped)
                yield Fault(at, *whole(case.said[at]), evidence, {"question": " ".join(skipped[0].text.split())})


_SOON = 3  # messages of the customer after which a reply still answers the first


def _several(said: Said, settings: Mapping[str, Any]) -> list[Question]:
    """The questions of a message that is short enough to be judged."""
    from phraselint.service.questions import questions
    from phraselint.service.vocabulary import vocabulary

    short = said.message.text.count(" ") < settings["longest_message"]
    return questions(said, vocabulary(settings)) if short else []


def _skipped(asked: list[Question], reply: Reply) -> list[Question]:
    """The questions that a reply says nothing to, if it does answer another of them."""
    if not (reply.says_yes_or_no or any(reply.takes_up(each) or reply.tells(each) for each in asked)):
        return []
    return [each for each in asked if not reply.addresses(each, asked)]
