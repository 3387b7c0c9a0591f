"""Dropping a phrase: what goes with it so that the sentence reads as if it had never been there.

At the start of a sentence the sign after it goes and the next word takes its capital; between two commas one or both
go; brackets around it go. Where that cannot be told, nothing is dropped.
"""

from __future__ import annotations

from phraselint.engine.clauses import INTERJECTIONS, LEFTOVERS, PERSONS
from phraselint.engine.place import LINE_ENDS, PAUSES, Edit, Place, with_capital
from phraselint.engine.placing import STOPS
from phraselint.text import regex

NEAR = 200
"""Within so many characters other words must stand where a whole sentence is dropped."""
ODD = frozenset("\"'“”‘’*_`<>[]{}|/\\~#=&")
"""Signs next to which a phrase is not dropped: it may be quoted, marked up, or one of two."""
JOINING = frozenset(("and", "or", "but", "which"))
_OPENING = r"(?:<(?:a|b|em|i|span|strong|u)\b[^<>]*>|[*_]{1,3}|\[)+"


def dropped(place: Place) -> Edit | None:
    """The edit that drops the match; None where what is left would not read well."""
    if place.opens and place.closes:
        return _whole_sentence(place)
    if _leftover(place) or _odd(place):
        return None
    if _bracketed(place):
        return _without_brackets(place)
    if not place.closes and (place.opens or _starts_afresh(place)):
        return _at_start(place)
    from phraselint.engine.pauses import at_end, between  # late, as a phrase often begins its sentence

    return at_end(place) if place.closes else between(place)


def _starts_afresh(place: Place) -> bool:
    """Whether the match starts a line, or follows an emoji or a bracket, as if a sentence began there."""
    before = "" if place.starts_line else place.text[place.left - 1]
    return not before or not (before.isalnum() or before in PAUSES or before in ")%$€£")


def _leftover(place: Place) -> bool:
    """Whether the one word left of the sentence could not stand by itself."""
    if len(place.words) > place.last - place.first + 8:
        return False
    words = [n for n in range(len(place.words)) if place.sentence.is_word(n) and not place.first <= n < place.last]
    return _only_a_name(place, words) or (len(words) == 1 and place.words[words[0]] in LEFTOVERS)


def _only_a_name(place: Place, words: list[int]) -> bool:
    """Whether all that is left is whom the phrase was said to: "Don't worry, *Mr Lee*."."""
    if not (place.opens and 0 < len(words) < 3 and place.text[place.right : place.right + 1] == ",") or place.shouted:
        return False
    written = [place.text[slice(*place.token(n))] for n in words]
    return all(word[0].isupper() for word in written) and place.words[words[0]] not in INTERJECTIONS | PERSONS


def _odd(place: Place) -> bool:
    if not place.opens and (place.sign(place.left - 1) in ODD or _after_entity(place)):
        return True
    spaced = place.right > place.end
    return place.sign(place.right) in ODD and not (spaced and (_emphasis_opens(place) or place.signed))


def _after_entity(place: Place) -> bool:
    """Whether the sign before the phrase is written as an entity of HTML, whose semicolon is no pause."""
    return regex.search(r"&#?\w+;$", place.text[max(place.left - 12, 0) : place.left]) is not None


def _emphasis_opens(place: Place) -> bool:
    """Whether the words after the phrase are emphasised, by Markdown or an inline tag of HTML."""
    word = place.next_word(place.last)
    return word is not None and regex.fullmatch(_OPENING, place.text[place.right : word[0]]) is not None


def _whole_sentence(place: Place) -> Edit | None:
    """The sentence with its stops and the space that parted it from its neighbour, or its whole line."""
    end = place.end
    while end < len(place.text) and place.text[end] in STOPS + ",":
        end += 1
    stop = place.skip_spaces(end)
    start = place.start if stop < len(place.text) and stop > end else place.left
    around = place.sign(start - 1), place.sign(stop)
    rest = place.text[max(start - NEAR, 0) : start] + place.text[stop : stop + NEAR]
    if around[0] in ODD or around[1] in ODD or not any(map(str.isalnum, rest)):
        return None
    if place.starts_line and around[1] in PAUSES:
        return None  # a dash left at the start of a line would be a bullet, as in _at_start
    if place.sign(stop) in LINE_ENDS:
        return _line(place, start, stop)
    return Edit("", start, stop if stop > end and stop < len(place.text) else end)


def _line(place: Place, start: int, stop: int) -> Edit | None:
    """The end of a line from ``start``; where nothing else stands on it, with the blank lines after it."""
    first = start
    while first and place.text[first - 1] not in LINE_ENDS:
        first -= 1
    if any(map(str.isalnum, place.text[first:start])):
        return Edit("", start, stop)
    if place.text[first:start].strip():
        return None
    while stop < len(place.text) and place.text[stop].isspace():
        stop += 1
    if stop < len(place.text):
        while place.text[stop - 1] not in LINE_ENDS:
            stop -= 1  # how the next line is indented is not ours
        return Edit("", first, stop)
    return Edit("", len(place.text[:first].rstrip()), len(place.text.rstrip()))


def _at_start(place: Place) -> Edit | None:
    """The phrase with the pause or dots after it; the next word takes its capital, where it has no case of its own.

    A "but" goes with a phrase of several words: "I did say so, *but* it is late". Before any other word that joins what
    follows to the phrase ("Sadly, *and* I know ...") it is not dropped.
    """
    last = _past_but(place)
    end = place.right if last == place.last else place.skip_spaces(place.token(last - 1)[1])
    while end < len(place.text) and (place.text[end] in PAUSES or place.text[end] in ".…"):
        end += 1
    while end < len(place.text) and place.text[end].isspace():
        end += 1
    word = place.next_word(last)
    if word is None or word[0] < end:
        return None
    between = place.text[end : word[0]]
    if ODD & set(between) and regex.fullmatch(_OPENING, between) is None:
        return None
    if place.starts_line and between.startswith(tuple(PAUSES)):
        return None
    following = place.text[word[0] : word[1]]
    if following.lower() in JOINING:
        return None
    if place.wants_capital:
        if "@" in following or "/" in following:
            return None
        following = with_capital(following)
    return Edit(between + following, place.start, word[1])


def _past_but(place: Place) -> int:
    """The token after the phrase, and after a "but" that a phrase of several words brings along."""
    at = place.last
    while at < len(place.words) and place.words[at] in PAUSES:
        at += 1
    return at + 1 if place.several and place.words[at : at + 1] == ["but"] else place.last


def _bracketed(place: Place) -> bool:
    return place.sign(place.left - 1) == "(" and place.sign(place.right) == ")"


def _without_brackets(place: Place) -> Edit:
    start, end = place.skip_back(place.left - 1), place.right + 1
    return Edit("", start, end if start else place.skip_spaces(end))
