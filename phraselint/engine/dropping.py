"""Dropping a phrase: what goes with it so that the sentence reads as if it had never been there.

At the start of a sentence the sign after it goes and the next word takes its capital; between two commas one or both
go; brackets around it go. Where that cannot be told, nothing is dropped.
"""

from __future__ import annotations

from itertools import islice

from phraselint.engine.clauses import (
    ARTICLES,
    BEARERS,
    CARRIERS,
    CONJUNCTIONS,
    DETERMINERS,
    GREETINGS,
    INTERJECTIONS,
    LEFTOVERS,
    LINKS,
    OPENERS,
    PERSONS,
    PREDICATES,
    QUESTION_TAGS,
    QUESTION_VERBS,
    SECOND_CLAUSES,
    SUBJECTS,
)
from phraselint.engine.place import LINE_ENDS, Edit, Place, capitalised, is_space
from phraselint.engine.placing import STOPS, article, capital_by_itself
from phraselint.text import regex

PAUSES = ",;:–—-"
NEAR = 200
"""Within so many characters other words must stand where a whole sentence is dropped."""
LONGEST_GREETING = 5
"""Tokens, with the comma: "Dear Mr de Boer,"."""
ODD = frozenset("\"'“”‘’*_`<>[]{}|/\\~#=&")
"""Signs next to which a phrase is not dropped: it may be quoted, marked up, or one of two."""
_OPENING = r"(?:<(?:a|b|em|i|span|strong|u)\b[^<>]*>|[*_]{1,3}|\[)+"


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
    return _only_a_name(place, words) or (len(words) == 1 and place.words[words[0]] in LEFTOVERS)


def _only_a_name(place: Place, words: list[int]) -> bool:
    """Whether all that is left is whom the phrase was said to: "Don't worry, *Mr Lee*."."""
    if not (place.opens and 0 < len(words) < 3 and place.text[place.right : place.right + 1] == ",") or place.shouted:
        return False
    written = [place.text[slice(*place.token(n))] for n in words]
    return all(word[0].isupper() for word in written) and place.words[words[0]] not in INTERJECTIONS | PERSONS


def _odd(place: Place) -> bool:
    if not place.opens and (_sign(place.text, place.left - 1) in ODD or _after_entity(place)):
        return True
    spaced = place.right > place.end
    return _sign(place.text, place.right) in ODD and not (spaced and (_emphasis_opens(place) or _signed(place)))


def _after_entity(place: Place) -> bool:
    """Whether the sign before the phrase is written as an entity of HTML, whose semicolon is no pause."""
    return regex.search(r"&#?\w+;$", place.text[max(place.left - 12, 0) : place.left]) is not None


def _emphasis_opens(place: Place) -> bool:
    """Whether the words after the phrase are emphasised, by Markdown or an inline tag of HTML."""
    word = place.next_word(place.last)
    return word is not None and regex.fullmatch(_OPENING, place.text[place.right : word[0]]) is not None


def _signed(place: Place) -> bool:
    """Whether only a signature or kisses stand after the phrase, perhaps with a link: "Thanks, *hun* ^KT"."""
    first, *more = place.text[place.right :].split(None, 2) or [""]
    initials = first[:1] in tuple("^~/*") and first[1:].isalpha()
    return len(more) < 2 and (initials or (bool(first) and not first.strip("xX")))


def _sign(text: str, at: int) -> str:
    return text[at] if 0 <= at < len(text) else "\n"


def _whole_sentence(place: Place) -> Edit | None:
    """The sentence with its stops and the space that parted it from its neighbour, or its whole line."""
    end = place.end
    while end < len(place.text) and place.text[end] in STOPS + ",":
        end += 1
    stop = place.skip_spaces(end)
    start = place.start if stop < len(place.text) and stop > end else place.left
    around = _sign(place.text, start - 1), _sign(place.text, stop)
    rest = place.text[max(start - NEAR, 0) : start] + place.text[stop : stop + NEAR]
    if around[0] in ODD or around[1] in ODD or not any(map(str.isalnum, rest)):
        return None
    if place.starts_line and around[1] in PAUSES:
        return None  # a dash left at the start of a line would be a bullet, as in _at_start
    if _sign(place.text, stop) in LINE_ENDS:
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

    A "but" goes with a phrase of several words: "I did say so, *but* it is late"; before an "and" they are not dropped.
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
    if _of_several(place) and following.lower() in ("and", "or", "which"):
        return None
    if place.written[:1].isupper():
        if "@" in following or "/" in following:
            return None
        following = _with_capital(following)
    return Edit(between + following, place.start, word[1])


def _past_but(place: Place) -> int:
    """The token after the phrase, and after a "but" that a phrase of several words brings along."""
    at = place.last
    while at < len(place.words) and place.words[at] in PAUSES:
        at += 1
    return at + 1 if _of_several(place) and place.words[at : at + 1] == ["but"] else place.last


def _of_several(place: Place) -> bool:
    return place.last - place.first > 1


def _at_end(place: Place) -> Edit | None:
    """The phrase with the pause and the spaces before it."""
    start = place.left
    if place.starts_line or _carries(place) or _concludes(place):
        return None
    if _sign(place.text, start - 1) in PAUSES:
        start -= 1
        while start and is_space(place.text[start - 1]):
            start -= 1
    return Edit("", start, place.end)


def _concludes(place: Place) -> bool:
    """Whether the phrase is the main clause of its sentence: "If it is late, *that is obvious*"."""
    first, begun = place.words[place.sentence.first_word()], place.words[: max(place.first - 1, 0)]
    return first in OPENERS and "," not in begun and _of_several(place) and place.words[place.first] in SUBJECTS


def _between(place: Place) -> Edit | None:
    """The phrase inside its sentence, with one, both or none of the pauses around it."""
    before, after = _pause_before(place), _pause_after(place)
    if before is not None and after is not None:
        return _with_pauses(place, before, after)
    if before is not None:
        return _at_end(place) if _signed(place) else _raised(place, Edit("", place.start, place.right))
    if _carries(place) or (after is not None and place.before in BEARERS | PERSONS):
        return None
    if after is None and _before_a_name(place):
        return Edit(",", place.left, place.end)
    if after is not None:
        joined = place.before in CONJUNCTIONS
        return Edit("", place.start, after[1]) if joined else Edit("", place.left, place.end)
    return _with_article(place)


def _before_a_name(place: Place) -> bool:
    """Whether the phrase is a clause of its own, and only a name stands after it: "It left I'm *afraid* Ann."."""
    after = place.last + 1
    if place.words[place.first] not in SUBJECTS or (after < len(place.words) and place.sentence.is_word(after)):
        return False
    return bool(place.after) and place.text[place.token(place.last)[0]].isupper() and place.after not in PERSONS


def _with_pauses(place: Place, before: int, after: tuple[int, int]) -> Edit:
    """The phrase with one of its pauses, the one that says less; with both where it is an aside within a clause."""
    first, last = place.text[place.left - 1], place.text[after[0] - 1]
    if first == "," != last:
        return Edit("", before, place.end)
    if last == "," != first or _parts_clauses(place):
        return _raised(place, Edit("", place.start, after[1]))
    return Edit("", before, after[0])


def _raised(place: Place, edit: Edit) -> Edit:
    """The edit with the capital of the phrase on the next word, where it stood after more than a comma."""
    word = place.next_word(place.last)
    starts = place.text[place.left - 1] != "," and place.written[:1].isupper() and not capital_by_itself(place)
    if not starts or word is None or word[0] != edit.end:
        return edit
    return Edit(edit.text + _with_capital(place.text[word[0] : word[1]]), edit.start, word[1])


def _with_capital(word: str) -> str:
    """The word with a capital, unless it has capitals of its own: "iPhone"."""
    return capitalised(word) if word == word.lower() else word


def _carries(place: Place) -> bool:
    """Whether the words before the phrase need it: "it is *common sense*", but not "it is *clearly* late"."""
    return place.before in BEARERS and not place.words[place.last - 1].endswith("ly")


def _parts_clauses(place: Place) -> bool:
    """Whether one pause must stay: a clause starts after the phrase, or only "yes" or "well" stands before it."""
    before = place.words[max(place.first - 2, 0)]
    if _greeted(place):
        return True
    if before in INTERJECTIONS or before in ("and", "but", "or", "so", "then"):
        return before in INTERJECTIONS
    words = (place.words[n] for n in range(place.last, len(place.words)) if place.sentence.is_word(n))
    first, *more = islice(words, 2)
    second = more[0] if more else ""
    if before in BEARERS and first in PREDICATES:
        return False
    if _thanked(place):
        return first not in LINKS or first in ("so", "because")
    if first in ("and", "or", "so"):
        return second in SUBJECTS - DETERMINERS
    if first in SUBJECTS:
        return first not in DETERMINERS or before not in CARRIERS
    if first in SECOND_CLAUSES and before not in BEARERS | PERSONS:
        return True
    return first == "but" or first in QUESTION_TAGS | INTERJECTIONS or (first in QUESTION_VERBS and second in PERSONS)


def _greeted(place: Place) -> bool:
    """Whether only a greeting stands before the phrase: "Hi Ann, *as I said*, ..."."""
    first = place.sentence.first_word()
    return place.words[first] in GREETINGS and place.first - first <= LONGEST_GREETING


def _thanked(place: Place) -> bool:
    """Whether a thank-you stands before the phrase: "Thank you, *sir*, have a good day"."""
    return place.words[max(place.first - 3, 0) : max(place.first - 1, 0)] == ["thank", "you"]


def _bracketed(place: Place) -> bool:
    return _sign(place.text, place.left - 1) == "(" and _sign(place.text, place.right) == ")"


def _without_brackets(place: Place) -> Edit:
    start, end = place.left - 1, place.right + 1
    while start and is_space(place.text[start - 1]):
        start -= 1
    return Edit("", start, end if start else place.skip_spaces(end))


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
    if place.before not in ARTICLES:
        return Edit("", start, end)
    first, last = place.token(place.first - 1)
    fitting = article(place.text[first:last], place.after)
    return Edit(fitting + place.text[last:start], first, end)
