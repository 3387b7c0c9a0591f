"""Dropping a phrase from inside its sentence, or from its end: which of the pauses around it go, and which stays."""

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
    LINKS,
    OPENERS,
    PERSONS,
    PREDICATES,
    QUESTION_TAGS,
    QUESTION_VERBS,
    SECOND_CLAUSES,
    SUBJECTS,
)
from phraselint.engine.place import PAUSES, Edit, Place, is_space, with_capital
from phraselint.engine.placing import article, capital_by_itself

LONGEST_GREETING = 5
"""Tokens, with the comma: "Dear Mr de Boer,"."""


def at_end(place: Place) -> Edit | None:
    """The phrase with the pause and the spaces before it."""
    start = place.left
    if place.starts_line or _carries(place) or _concludes(place):
        return None
    if place.sign(start - 1) in PAUSES:
        start = place.skip_back(start - 1)
    return Edit("", start, place.end)


def _concludes(place: Place) -> bool:
    """Whether the phrase is the main clause of its sentence: "If it is late, *that is obvious*"."""
    first, begun = place.words[place.sentence.first_word()], place.words[: max(place.first - 1, 0)]
    return first in OPENERS and "," not in begun and place.several and place.words[place.first] in SUBJECTS


def between(place: Place) -> Edit | None:
    """The phrase inside its sentence, with one, both or none of the pauses around it."""
    before, after = _pause_before(place), _pause_after(place)
    if before is not None and after is not None:
        return _with_pauses(place, before, after)
    if before is not None:
        return at_end(place) if place.signed else _raised(place, Edit("", place.start, place.right))
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
    return Edit(edit.text + with_capital(place.text[word[0] : word[1]]), edit.start, word[1])


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
    """Whether a thank-you or its answer stands before the phrase: "Thank you, *sir*, have a good day"."""
    said = place.words[max(place.first - 3, 0) : max(place.first - 1, 0)]
    return said in (["thank", "you"], ["are", "welcome"], ["you're", "welcome"])


def _pause_before(place: Place) -> int | None:
    """Where the pause before the phrase, with the spaces before it, begins; a hyphen counts between spaces only."""
    at = place.left - 1
    if place.sign(at) not in PAUSES or (place.text[at] in "–—-" and not is_space(place.sign(at - 1))):
        return None
    return place.skip_back(at)


def _pause_after(place: Place) -> tuple[int, int] | None:
    """Where the pause after the phrase ends, without and with the spaces after it."""
    at = place.right
    if place.sign(at) not in PAUSES or (place.text[at] in "–—-" and at == place.end):
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
