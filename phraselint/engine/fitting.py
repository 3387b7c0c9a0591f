"""Whether a replacement can stand in its place at all: what would not read as written by a person is advice only.

A phrasebook's author narrows a replacement by ``when`` and ``unless``; these are the limits that hold for every book.
"""

from __future__ import annotations

from phraselint.engine.clauses import (
    BEFORE_VERBS,
    CLAUSE_SIGNS,
    COURTESIES,
    DETERMINERS,
    EMPTY_WORDS,
    GOVERNORS,
    HALF_ENDINGS,
    HALVES,
    LINKS,
    NEWS,
    NOTHINGS,
    PAST,
    QUESTION_VERBS,
    SUBJECTS,
    TELLERS,
    UNFINISHED,
    conditional,
    opens_clause,
)
from phraselint.engine.conditions import Here
from phraselint.engine.place import Edit, Place
from phraselint.engine.placing import (
    STOPS,
    after_purpose,
    asks,
    first_word,
    governs_on,
    last_word,
    may_ask,
)

MARKS = {"html": frozenset("<>&\n"), "markdown": frozenset("*_`[]()<>~\\|#\n"), "plain": frozenset()}
CLAUSE = 7
"""Within so many words of a clause its verb is looked for."""


def fits(place: Place, say: str, here: Here) -> bool:
    """Whether ``say``, which is not empty, reads well where the match stands."""
    if say[-1] in STOPS and place.after:
        return False  # a whole sentence cannot be followed by the rest of another
    if spelt_out(place, say):
        return first_word(say) not in COURTESIES or _begs_well(place)
    if (last_word(say) in UNFINISHED or asks(say)) and not (place.after or governs_on(place, say)):
        return False
    if asks(say):
        return _asks_well(place)
    if first_word(say) in COURTESIES:
        return _orders_well(place, here)
    if say.endswith("ly") and place.after and place.after not in SUBJECTS:
        return False  # "certainly have a nice day"
    return opens_clause(place.sentence, place.first) or not _needs_clause(place, say)


def leaves_half(place: Place, say: str) -> bool:
    """Whether the match takes a part of the clause after it along that ``say`` does not bring: "*afraid it* left"."""
    if place.last - place.first < 2 or not place.after or (say and last_word(say) not in GOVERNORS):
        return False
    last, further = place.words[place.last - 1], place.words[place.last + 1 : place.last + CLAUSE]
    if last in HALVES or last.endswith(HALF_ENDINGS):
        return not (last == "is" and place.words[place.last - 2] in NEWS)
    if last in TELLERS and place.words[place.first] != "as" and not _tells(place.after, further):
        return True
    if last == "that" or not opens_clause(place.sentence, place.first):
        return False
    return place.after in LINKS or (place.after == "that" and not SUBJECTS.isdisjoint(further[:1]))


def _tells(after: str, further: list[str]) -> bool:
    """Whether a clause starts with the words, not only a thing: "you *know the lid is blue*", not "*the rules*"."""
    if after in SUBJECTS - DETERMINERS:
        return True
    return not QUESTION_VERBS.isdisjoint(further) or any(word.endswith(HALF_ENDINGS) for word in further)


def spelt_out(place: Place, say: str) -> bool:
    """Whether ``say`` only writes out the one word of the match, so that nothing around it can make it wrong."""
    return place.last - place.first == 1 and EMPTY_WORDS.issuperset(say.lower().split())


def _begs_well(place: Place) -> bool:
    """Whether "please" can stand for one word: "could you *kindly* send", but not "we *kindly* ask"."""
    return place.sentence.question or place.before not in BEFORE_VERBS


def _asks_well(place: Place) -> bool:
    """Whether "Could you ..." can start here: where a clause begins, and the rest can be part of the question."""
    before = place.words[place.first - 1] if place.first else ","
    return (place.opens or before in CLAUSE_SIGNS) and may_ask(place)


def _orders_well(place: Place, here: Here) -> bool:
    """Whether "Please ..." can stand for the match: at the start of a clause, in the present, under no condition."""
    past = PAST.intersection(place.words[place.first : place.last])
    if past or place.sentence.question or conditional(here.match) or _stressed(place):
        return False
    if after_purpose(place):
        return True
    if (_goes_on(place) or _told_before(place)) and place.first > 1 and not COURTESIES.intersection(place.words):
        return False  # "it is broken and please send it", but "please open it and turn the key"
    return opens_clause(place.sentence, place.first)


def _stressed(place: Place) -> bool:
    """Whether one word of the match is in capitals for its weight, which would be lost: "*YOU need to*"."""
    return not place.shouted and any(len(word) > 1 and word.isupper() for word in place.written.split())


def _goes_on(place: Place) -> bool:
    """Whether the match goes on with what its sentence began: "... and", "... and then"."""
    return place.before == "and" or (place.before == "then" and place.words[max(place.first - 2, 0)] == "and")


def _told_before(place: Place) -> bool:
    """Whether the sentence told the customer before the match what has to be done: "you *have to* sign, then ..."."""
    words = place.words[: place.first]
    return any(words[n] in ("have", "need") and words[n + 1] == "to" for n in range(len(words) - 1))


def _needs_clause(place: Place, say: str) -> bool:
    """Whether the replacement is a clause or an interjection where the match is none: "it's *no problem*"."""
    head = place.words[place.first]
    return head in NOTHINGS or (first_word(say) in SUBJECTS and head not in SUBJECTS)


def breaks_markup(place: Place, edit: Edit, markup: str) -> bool:
    """Whether the edit would take away or bring a sign of markup, so that half of a tag could be left behind."""
    marks = MARKS[markup]
    replaced = place.text[edit.start : edit.end]
    return [sign for sign in replaced if sign in marks] != [sign for sign in edit.text if sign in marks]
