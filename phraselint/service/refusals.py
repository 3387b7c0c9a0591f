"""A no with nothing beside it: no other way, no reason, no next step."""

from __future__ import annotations

from phraselint.model.conversation import Speaker
from phraselint.service.case import Case, Fault
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
    own = _known_by(words[begin : match.first]).difference(*map(_known_by, here))
    return bool(own and here) and own.isdisjoint(_wished(latest))


def _wished(said: Said | None) -> set[str]:
    """The words of what the customer asks for; of the whole message, where no sentence of it asks."""
    if said is None:
        return set()
    asking = sentences(said, "request", "question", "refusal-without-option/asked")
    written = said.folded.sentences
    asked = [each for each in written if each.question or each.number in asking] or written
    return {word for each in asked for word in _known_by(each.words)}


def _known_by(words: Sequence[str]) -> set[str]:
    """What tells one thing from another: its words, and the figures of its number."""
    return {word[:_STEM] for word in words if len(word) >= _LEAST or word.isdigit()}


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
    return {word[:_STEM] for word in words if len(word) >= _STEM}


_STEM = 5  # letters by which a word of the matter is known
_LEAST = 4  # letters of a word that tells a thing from another


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
    if latest is not None and not hoped and _wishes(latest):
        wished = hears(latest, *_WISH) and not hears(latest, "refusal-without-option/to-know")
        answers = sentences(said, _ANSWERED) | (_bare(said, latest) if wished else set())
        yield from answers - (sentences(said, _PLAYFUL) if answers and _jokes(latest) else set())


def _bare(said: Said, latest: Said) -> set[int]:
    """The sentences that are a no only to one who wished for something, and not behind a yes."""
    found = sentences(said, *_BARE)
    if len(said.folded.sentences) <= _BRIEF:  # who writes at length says no in whole sentences
        found |= _denials(said, latest)
        found |= {each.sentence.number for at in (1, 2) for each in said.signal(_ITSELF[at]) if _same(each, at)}
    met = min(sentences(said, "refusal-without-option/consent"), default=None) if found else None
    return {number for number in found if met is None or number < met}


def _denials(said: Said, latest: Said) -> set[int]:
    """The sentences that say no to the very thing that was asked for: "no swaps" to "could I swap it?"."""
    needless = sentences(said, "refusal-without-option/needless")
    denied = [each for each in said.signal(_NO_THING) if each.sentence.number not in needless]
    if not denied:
        return set()
    unwanted = {match.sentence.words[match.last - 1][:_LEAST] for match in latest.signal(_WITHOUT)}
    wished = {word[:_LEAST].removesuffix("s") for word in _wished(latest)}
    return {each.sentence.number for each in denied if _denies(said, each, wished, unwanted)}


def _denies(said: Said, match: Match, wished: set[str], unwanted: set[str]) -> bool:
    """Whether what stands behind the no of a match is wished for, and was not to be left out."""
    nays = [each for each in within(said, match.sentence.number, _NAY) if match.first <= each.first < match.last]
    begin = nays[0].last if nays else match.first + 1  # "aren't" is one word
    denied = {word[:_LEAST] for word in match.sentence.words[begin : match.last]}
    return denied.isdisjoint(unwanted) and any(word.removesuffix("s") in wished for word in denied)


def _same(match: Match, count: int) -> bool:
    """Whether so many words at the end of a match stand before it, too: "late is late"."""
    words = match.sentence.words
    told = words[match.last - count : match.last]
    if words[max(match.first - count, 0) : match.first] == told:
        return True
    begun = max((at + 1 for at in range(match.first) if words[at] in _PAUSES), default=0)
    ended = match.last == len(words) or words[match.last] in _PAUSES
    return count == 1 and ended and told[0] in words[begun : min(begun + 2, match.first)]


_PAUSES = frozenset(",;.!")


def _jokes(latest: Said) -> bool:
    """Whether the customer laughs where they wish for something, and asks for nothing straight out."""
    laughs = sentences(latest, _PLAYFUL)
    return bool(laughs & sentences(latest, "request")) and not hears(latest, "refusal-without-option/straight")


_BRIEF = 8  # sentences of a reply, its greeting and signature included
_WISH = ("request", "refusal-without-option/wish")
_ITSELF = {1: "refusal-without-option/itself", 2: "refusal-without-option/itself-in-two"}
_PLAYFUL = "refusal-without-option/playful"


def _wishes(said: Said) -> bool:
    asked = hears(said, "request", "question", "refusal-without-option/asked")
    return asked or any(each.question for each in said.folded.sentences)


_REFUSED, _ANSWERED = "refusal-without-option/refusal", "refusal-without-option/answer"
_BARE = ("refusal-without-option/bare",)
_UNCHANGED, _CHANGED = "refusal-without-option/unchanged", "refusal-without-option/changed"
_NAY, _WITHOUT = "refusal-without-option/nay", "refusal-without-option/wished-without"
_AGREED, _NO_THING = "refusal-without-option/agreed", "refusal-without-option/no-thing"


def _is_refusal(verdict: Verdict) -> bool:
    """Standing refusals, and those that an option near them excused."""
    return verdict.category == "refusal" and (not verdict.excused or "sentence" in verdict.excused)


def _helping(said: Said) -> set[int]:
    """The sentences that hold a way or a reason outside the words of a refusal, or ask, and are no farewell."""
    inside = [(each.start, each.end) for each in said.verdicts() if _is_refusal(each)]
    inside += stretches(said, _REFUSED, _ANSWERED, _UNCHANGED, *_BARE)
    ways = [way for name in _WAYS for way in said.signal(name)]
    ways += [each for each in said.signal("refusal-without-option/when") if not _same_clause(said, each.start, inside)]
    bare = inside + stretches(said, _NO_THING, *_ITSELF.values())
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
