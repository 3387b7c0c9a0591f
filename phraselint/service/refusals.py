"""A no with nothing beside it: no other way, no reason, no next step."""

from __future__ import annotations

from phraselint.model.conversation import Speaker
from phraselint.service.case import Case, Fault
from phraselint.service.denials import ANSWERED, BARE, ITSELF, NO_THING, STEM, denials, known_by, wished
from phraselint.service.spots import hears, length, sentences, span, stretches, touches, within
from phraselint.service.turns import runs

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from phraselint.match.matches import Match
    from phraselint.service.case import Said, Verdict
    from phraselint.text.words import Sentence

_REASON = "refusal-without-option/reason"
_WAYS = ("refusal-without-option/way", _REASON, "option", "promise", "hand-over")


def refusal_without_option(case: Case, settings: Mapping[str, Any]) -> Iterator[Fault]:
    """What the phrasebook finds as a refusal, with nothing that helps in the same or the next sentences.

    Messages that an agent sends in a row are one reply. A reason may also stand in the sentence before.
    """
    latest: Said | None = None
    for run, speaker in runs(case):
        if speaker == Speaker.CUSTOMER:
            latest = case.said[run[-1]]
        elif case.judges(*run) and (latest is None or not hears(latest, "refusal-without-option/let-go")):
            yield from _bare_refusals(case, run, latest, settings)


def _bare_refusals(case: Case, run: list[int], latest: Said | None, settings: Mapping[str, Any]) -> Iterator[Fault]:
    """The sentences of a reply that refuse and have nothing near them; a no said again at once is the same no."""
    refusing = {place: _refusals(case.said[place], latest, settings) for place in run}
    line = [(place, each) for place in run for each in case.said[place].folded.sentences]
    for place, number in _kept_from(case, line, latest, settings):
        refusing[place].add(number)
    if not any(refusing.values()):
        return
    helping = {place: _helping(case.said[place]) for place in run}
    told = -2
    for at, (place, sentence) in enumerate(line):
        if sentence.number not in refusing[place] or not case.judges(place):
            continue
        near = line[at : at + settings["sentences"] + 1]
        reasoned = any(_reasons(case.said[before], each) for before, each in line[max(at - 1, 0) : at])
        helped = (
            each.number in helping[there] and not _turns(case.said[there], each, sentence, latest)
            for there, each in near
        )
        if not reasoned and not any(helped):
            if told < at - 1:
                yield Fault(place, *span(case.said[place], sentence))
            told = at


def _kept_from(
    case: Case, line: list[tuple[int, Sentence]], latest: Said | None, settings: Mapping[str, Any]
) -> Iterator[tuple[int, int]]:
    """The sentences by which something stays as it is that was to change: message and number of each."""
    for at, (place, sentence) in enumerate(line):
        for match in within(case.said[place], sentence.number, _UNCHANGED):
            near = line[max(at - settings["sentences"], 0) : at + settings["sentences"] + 1]
            done = [each for there, each in near if within(case.said[there], each.number, _CHANGED, _AGREED)]
            if not _reassures(match, done, latest):
                yield place, sentence.number


def _reassures(match: Match, done: Sequence[Sentence], latest: Said | None) -> bool:
    """Whether what stays as it is was meant to, or is another thing than what the customer wished changed.

    "Room 12 has a cot now. Room 14 stays as it is": what the sentence names beside the ``done``.
    """
    if latest is not None:
        if hears(latest, "refusal-without-option/feared", "refusal-without-option/wished-kept"):
            return True
        if hears(latest, "refusal-without-option/wished-all"):
            return False
    words = match.sentence.words
    begin = max((place + 1 for place in range(match.first) if words[place] == ","), default=0)
    here = [words[:begin] if each is match.sentence else each.words for each in done]
    own = known_by(words[begin : match.first]).difference(*map(known_by, here))
    return bool(own and here) and own.isdisjoint(wished(latest))


def _turns(said: Said, each: Sentence, refusal: Sentence, latest: Said | None) -> bool:
    """Whether a sentence turns to another matter of the customer's: "As for the certificate, it is in the post"."""
    if latest is None or each.number not in sentences(said, "refusal-without-option/as-for"):
        return False
    opening = each.words[: each.words.index(",")] if "," in each.words else ()
    topic = _topics(opening)
    asked = {word for one in latest.folded.sentences for word in _topics(one.words)}
    refused = _topics(refusal.words) & asked
    return bool(topic & asked and refused) and topic.isdisjoint(refused)


def _topics(words: Sequence[str]) -> set[str]:
    return {word[:STEM] for word in words if len(word) >= STEM}


def _refusals(said: Said, latest: Said | None, settings: Mapping[str, Any]) -> set[int]:
    """The sentences that refuse; "we never sell your data" only reassures, and a matter may be closed with all well."""
    refusing = set(_refusing(said, latest, settings)) - sentences(said, "refusal-without-option/reassures")
    return refusing - _well_closed(said) if refusing else refusing


def _well_closed(said: Said) -> set[int]:
    """The sentences that close a matter after one that tells of its good end: "Your payment has come in"."""
    closing = sentences(said, "refusal-without-option/closing")
    ends = sentences(said, "refusal-without-option/good-end", _CHANGED) if closing else set()
    return {number for number in closing if any(end <= number for end in ends)}


def _refusing(said: Said, latest: Said | None, settings: Mapping[str, Any]) -> Iterator[int]:
    """The sentences in which the phrasebook finds a refusal.

    A cushion is one where its sentence says no; a mere "no" where the customer wished for something, and did not
    hope for a no: "Will it hurt?".
    """
    hoped = latest is not None and hears(latest, "refusal-without-option/feared")
    for verdict in said.verdicts():
        sentence = said.folded.sentence_after(verdict.start) if _is_refusal(verdict) else None
        if sentence is None:
            continue
        if verdict.rule in settings["cushions"] and sentence.number not in sentences(said, "refusal-without-option/no"):
            continue
        if verdict.rule in settings["answers"] and latest is not None and (hoped or not hears(latest, "request")):
            continue
        yield sentence.number
    yield from sentences(said, _REFUSED)
    if latest is not None and not hoped:
        yield from denials(said, latest)


_REFUSED = "refusal-without-option/refusal"
_UNCHANGED, _CHANGED = "refusal-without-option/unchanged", "refusal-without-option/changed"
_AGREED = "refusal-without-option/agreed"
_NEAR = ("same_sentence", "next_sentences")
"""The conditions that look at the words around a refusal."""


def _is_refusal(verdict: Verdict) -> bool:
    """Standing refusals, and those that an option near them excused."""
    return verdict.category == "refusal" and (not verdict.excused or verdict.by in _NEAR)


def _helping(said: Said) -> set[int]:
    """The sentences that hold a way or a reason outside the words of a refusal, or ask, and are no farewell."""
    inside = [(each.start, each.end) for each in said.verdicts() if _is_refusal(each)]
    inside += stretches(said, _REFUSED, _UNCHANGED, ANSWERED, BARE)
    ways = [way for name in _WAYS for way in said.signal(name)]
    ways += [each for each in said.signal("refusal-without-option/when") if not _same_clause(said, each.start, inside)]
    bare = inside + stretches(said, NO_THING, *ITSELF.values())
    ways += [each for each in said.signal("refusal-without-option/clause") if _behind(said, each, bare)]
    free = {way.sentence.number for way in ways if _apart(way.start, way.end, inside)}
    free |= {each.sentence.number for each in said.signal(_REASON) if _caused(said, each, inside)}
    asking = {sentence.number for sentence in said.folded.sentences if sentence.question}
    explained = {sentence.number for sentence in said.folded.sentences if _explains(said, sentence, bare)}
    return (free | asking | explained) - sentences(said, "refusal-without-option/hollow")


def _behind(said: Said, clause: Match, refusals: list[tuple[int, int]]) -> bool:
    """Whether a clause goes on after a refusal of its sentence: "we don't match prices, ours hold all year"."""
    begun = span(said, clause.sentence)[0]
    refused = any(begun <= start and end <= clause.start for start, end in refusals)
    return refused and not touches(clause.start, clause.end, refusals)


def _caused(said: Said, reason: Match, refusals: list[tuple[int, int]]) -> bool:
    """Whether what would be a no of its own says why to one before it: "we can't, we're fully booked"."""
    begun = span(said, reason.sentence)[0]
    return any(begun <= start and end <= reason.start for start, end in refusals)


def _apart(start: int, end: int, refusals: list[tuple[int, int]]) -> bool:
    """Whether a stretch says more than the words of refusals: "the law forbids lorries" holds all of one, and more."""
    held = ((first, last) for first, last in refusals if start <= first and last <= end and last - first < end - start)
    return not touches(start, end, set(refusals).difference(held))


def _same_clause(said: Said, start: int, refusals: list[tuple[int, int]]) -> bool:
    """Whether a time belongs to a refusal before it: "we can't come on Friday"; nothing parts them."""
    between = [said.message.text[end:start] for _, end in refusals if end <= start]
    return any(not any(sign in text for sign in ".,;:!?\n–—") and " but " not in text for text in between)


def _explains(said: Said, sentence: Sentence, refusals: list[tuple[int, int]]) -> bool:
    """Whether a sentence goes on after its refusal, behind a colon: "we can't: the match has begun"."""
    for at, word in enumerate(sentence.words):
        if word in _COLONS and length(sentence, at) > _SHORT:
            place = said.folded.span(sentence.starts[at], sentence.ends[at])[0]
            begin = said.folded.span(sentence.start, sentence.end)[0]
            return any(begin <= start and end <= place for start, end in refusals)
    return False


_COLONS = frozenset(":;")
_SHORT = 2  # words that give no reason: "company policy"


def _reasons(said: Said, sentence: Sentence) -> bool:
    return sentence.number in sentences(said, _REASON)
