"""A no that is one only to who wished for something: "no swaps", "late is late"; and what they wished for."""

from __future__ import annotations

from phraselint.service.spots import hears, sentences, within

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from phraselint.match.matches import Match
    from phraselint.service.case import Said

ANSWERED, BARE = "refusal-without-option/answer", "refusal-without-option/bare"
NO_THING = "refusal-without-option/no-thing"
ITSELF = {1: "refusal-without-option/itself", 2: "refusal-without-option/itself-in-two"}
"""What is told of itself, in so many words."""
STEM = 5  # letters by which a word of the matter is known
_LEAST = 4  # letters of a word that tells a thing from another
_BRIEF = 8  # sentences of a reply, its greeting and signature included
_NAY, _WITHOUT = "refusal-without-option/nay", "refusal-without-option/wished-without"
_PLAYFUL = "refusal-without-option/playful"
_WISH = ("request", "refusal-without-option/wish")
_PAUSES = frozenset(",;.!")


def denials(said: Said, latest: Said) -> set[int]:
    """The sentences that say no to what the customer's latest message wishes for; a joke about a joke does not."""
    if not _wishes(latest):
        return set()
    wished_for = hears(latest, *_WISH) and not hears(latest, "refusal-without-option/to-know")
    found = sentences(said, ANSWERED) | (_bare(said, latest) if wished_for else set())
    return found - (sentences(said, _PLAYFUL) if found and _jokes(latest) else set())


def _wishes(said: Said) -> bool:
    asked = hears(said, "request", "question", "refusal-without-option/asked")
    return asked or any(each.question for each in said.folded.sentences)


def _bare(said: Said, latest: Said) -> set[int]:
    """The sentences that are a no only to one who wished for something, and not behind a yes."""
    if len(said.folded.sentences) > _BRIEF:
        return set()  # who writes at length says no in whole sentences
    found = sentences(said, BARE) | _denials(said, latest) | _told_of_itself(said)
    met = min(sentences(said, "refusal-without-option/consent"), default=None) if found else None
    return {number for number in found if met is None or number < met}


def _told_of_itself(said: Said) -> set[int]:
    repeats = ((each, count) for count, name in ITSELF.items() for each in said.signal(name))
    return {each.sentence.number for each, count in repeats if _same(each, count)}


def _denials(said: Said, latest: Said) -> set[int]:
    """The sentences that say no to the very thing that was asked for: "no swaps" to "could I swap it?"."""
    needless = sentences(said, "refusal-without-option/needless")
    denied = [each for each in said.signal(NO_THING) if each.sentence.number not in needless]
    if not denied:
        return set()
    unwanted = {match.sentence.words[match.last - 1][:_LEAST] for match in latest.signal(_WITHOUT)}
    asked = {word[:_LEAST].removesuffix("s") for word in wished(latest)}
    return {each.sentence.number for each in denied if _denies(said, each, asked, unwanted)}


def _denies(said: Said, match: Match, asked: set[str], unwanted: set[str]) -> bool:
    """Whether what stands behind the no of a match is wished for, and was not to be left out."""
    nays = [each for each in within(said, match.sentence.number, _NAY) if match.first <= each.first < match.last]
    begin = nays[0].last if nays else match.first + 1  # "aren't" is one word
    denied = {word[:_LEAST] for word in match.sentence.words[begin : match.last]}
    return denied.isdisjoint(unwanted) and any(word.removesuffix("s") in asked for word in denied)


def _same(match: Match, count: int) -> bool:
    """Whether so many words at the end of a match stand before it, too: "late is late"."""
    words = match.sentence.words
    told = words[match.last - count : match.last]
    if words[max(match.first - count, 0) : match.first] == told:
        return True
    begun = max((at + 1 for at in range(match.first) if words[at] in _PAUSES), default=0)
    ended = match.last == len(words) or words[match.last] in _PAUSES
    return count == 1 and ended and told[0] in words[begun : min(begun + 2, match.first)]


def _jokes(latest: Said) -> bool:
    """Whether the customer laughs where they wish for something, and asks for nothing straight out."""
    laughs = sentences(latest, _PLAYFUL)
    return bool(laughs & sentences(latest, "request")) and not hears(latest, "refusal-without-option/straight")


def wished(said: Said | None) -> set[str]:
    """The words of what the customer asks for; of the whole message, where no sentence of it asks."""
    if said is None:
        return set()
    asking = sentences(said, "request", "question", "refusal-without-option/asked")
    written = said.folded.sentences
    asked = [each for each in written if each.question or each.number in asking] or written
    return {word for each in asked for word in known_by(each.words)}


def known_by(words: Sequence[str]) -> set[str]:
    """What tells one thing from another: its words, and the figures of its number."""
    return {word[:STEM] for word in words if len(word) >= _LEAST or word.isdigit()}
