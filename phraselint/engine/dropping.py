"""Dropping a phrase: what goes with it so that the sentence reads as if it had never been there.

At the start of a sentence the sign after it goes and the next word takes its capital; between two commas one or both
go; brackets around it go. Where that cannot be told, nothing is dropped.
"""

from itertools import islice

from phraselint.engine.clauses import QUESTION_VERBS, SUBJECTS
from phraselint.engine.place import Edit, Place, capitalised, is_space
from phraselint.engine.placing import article

PAUSES = ",;:–—-"
ENDS = ".!?…;:)\r\n"
CONJUNCTIONS = frozenset("and but so because that if as or yet when while since though although which".split())
LEFTOVERS = frozenset("not so but and then or".split())
INTERJECTIONS = frozenset("yes no yeah yep nope ok okay well hi hello hey thanks sure right alright now".split())
BEARERS = frozenset(
    "is are was were be been am it's that's there's you're we're they're i'm he's she's isn't aren't wasn't weren't"
    " a an the to of for my your our his her its their".split()
)
PERSONS = frozenset("i you we they he she".split())
ODD = frozenset("\"'“”‘’*_`<>[]{}|/\\~#=&")
"""Signs next to which a phrase is not dropped: it may be quoted, marked up, or one of two."""


def dropped(place: Place) -> Edit | None:
    """The edit that drops the match; None where what is left would not read well."""
    if place.opens and place.closes:
        return _whole_sentence(place)
    if _leftover(place) or _odd(place):
        return None
    if _bracketed(place):
        return _without_brackets(place)
    if place.closes:
        return _at_end(place)
    return _at_start(place) if place.opens or _starts_afresh(place) else _between(place)


def _starts_afresh(place: Place) -> bool:
    """Whether the match starts a line, or follows an emoji or a bracket, as if a sentence began there."""
    before = "" if place.starts_line else place.text[place.left - 1]
    return not before or not (before.isalnum() or before in PAUSES or before in ")%$€£")


def _leftover(place: Place) -> bool:
    """Whether the one word left of the sentence could not stand by itself."""
    if len(place.words) > place.last - place.first + 8:
        return False
    words = [n for n in range(len(place.words)) if place.sentence.is_word(n) and not place.first <= n < place.last]
    return len(words) == 1 and place.words[words[0]] in LEFTOVERS


def _odd(place: Place) -> bool:
    return (not place.opens and _sign(place.text, place.left - 1) in ODD) or _sign(place.text, place.right) in ODD


def _sign(text: str, at: int) -> str:
    return text[at] if 0 <= at < len(text) else "\n"


def _whole_sentence(place: Place) -> Edit | None:
    """The sentence with its stops and the space that parted it from its neighbour."""
    end = place.end
    while end < len(place.text) and place.text[end] in ".!?…,":
        end += 1
    stop = place.skip_spaces(end)
    start = place.start if stop < len(place.text) and stop > end else place.left
    around = _sign(place.text, start - 1), _sign(place.text, stop)
    if around[0] in ODD or around[1] in ODD or not (place.text[:start].strip() or place.text[stop:].strip()):
        return None
    return Edit("", start, stop if stop > end and stop < len(place.text) else end)


def _at_start(place: Place) -> Edit | None:
    """The phrase with the pause or dots after it; the next word takes its capital, where it has no case of its own."""
    end = place.right
    while end < len(place.text) and (place.text[end] in PAUSES or place.text[end] in ".…"):
        end += 1
    while end < len(place.text) and place.text[end].isspace():
        end += 1
    word = place.next_word(place.last)
    if word is None or word[0] < end:
        return None
    between = place.text[end : word[0]]
    if ODD & set(between):
        return None
    following = place.text[word[0] : word[1]]
    if place.written[:1].isupper():
        if "@" in following or "/" in following:
            return None
        following = capitalised(following) if following == following.lower() else following
    return Edit(between + following, place.start, word[1])


def _at_end(place: Place) -> Edit | None:
    """The phrase with the pause and the spaces before it."""
    start = place.left
    if place.starts_line or _carries(place):
        return None
    if _sign(place.text, start - 1) in PAUSES:
        start -= 1
        while start and is_space(place.text[start - 1]):
            start -= 1
    return Edit("", start, place.end)


def _between(place: Place) -> Edit | None:
    """The phrase inside its sentence, with one, both or none of the pauses around it."""
    before, after = _pause_before(place), _pause_after(place)
    if before is not None and after is not None:
        return Edit("", place.start, after[1]) if _parts_clauses(place) else Edit("", before, after[0])
    if before is not None:
        return Edit("", place.start, place.right)
    if _carries(place) or (after is not None and place.before in BEARERS):
        return None
    if after is not None:
        joined = place.before in CONJUNCTIONS
        return Edit("", place.start, after[1]) if joined else Edit("", place.left, place.end)
    return _with_article(place)


def _carries(place: Place) -> bool:
    """Whether the words before the phrase need it: "it is *common sense*", but not "it is *clearly* late"."""
    return place.before in BEARERS and not place.words[place.last - 1].endswith("ly")


def _parts_clauses(place: Place) -> bool:
    """Whether one pause must stay: a clause starts after the phrase, or only "yes" or "well" stands before it."""
    before = place.words[max(place.first - 2, 0)]
    if before in INTERJECTIONS or before in ("and", "but", "or", "so"):
        return before in INTERJECTIONS
    words = (place.words[n] for n in range(place.last, len(place.words)) if place.sentence.is_word(n))
    following = list(islice(words, 2))
    return following[0] in SUBJECTS or (following[0] in QUESTION_VERBS and following[-1] in PERSONS)


def _bracketed(place: Place) -> bool:
    return _sign(place.text, place.left - 1) == "(" and _sign(place.text, place.right) == ")"


def _without_brackets(place: Place) -> Edit:
    start, end = place.left - 1, place.right + 1
    while start and is_space(place.text[start - 1]):
        start -= 1
    return Edit("", start, end)


def _pause_before(place: Place) -> int | None:
    """Where the pause before the phrase, with the spaces before it, begins; a hyphen counts between spaces only."""
    at = place.left - 1
    if _sign(place.text, at) not in PAUSES or (place.text[at] in "–—-" and not is_space(_sign(place.text, at - 1))):
        return None
    while at and is_space(place.text[at - 1]):
        at -= 1
    return at


def _pause_after(place: Place) -> tuple[int, int] | None:
    """Where the pause after the phrase ends, without and with the spaces after it."""
    at = place.right
    if _sign(place.text, at) not in PAUSES or (place.text[at] in "–—-" and at == place.end):
        return None
    return at + 1, place.skip_spaces(at + 1)


def _with_article(place: Place) -> Edit:
    """The phrase and the space after it; an article before it fits the word that follows."""
    start, end = place.start, place.right
    if place.before not in ("a", "an"):
        return Edit("", start, end)
    first, last = place.token(place.first - 1)
    fitting = article(place.text[first:last], place.after)
    return Edit(fitting + place.text[last:start], first, end)
