"""Whether a replacement can stand in its place at all: what would not read as written by a person is advice only.

A phrasebook's author narrows a replacement by ``when`` and ``unless``; these are the limits that hold for every book.
"""

from phraselint.engine.clauses import PAUSES, SUBJECTS, conditional, opens_clause
from phraselint.engine.conditions import Here
from phraselint.engine.place import Edit, Place
from phraselint.engine.placing import COURTESIES, STOPS, asks, first_word, last_word, may_ask

PAST = frozenset("had needed was were".split())
UNFINISHED = frozenset("please you to is that and the a an for with of".split())
NOTHINGS = frozenset("no not np none nothing".split())
MARKS = {"html": frozenset("<>&\n"), "markdown": frozenset("*_`[]()<>~\\|#\n"), "plain": frozenset()}


def fits(place: Place, say: str, here: Here) -> bool:
    """Whether ``say``, which is not empty, reads well where the match stands."""
    if say[-1] in STOPS and place.after:
        return False  # a whole sentence cannot be followed by the rest of another
    if last_word(say) in UNFINISHED and not place.after:
        return False
    if asks(say):
        return _asks_well(place)
    if first_word(say) in COURTESIES:
        return _orders_well(place, here)
    if say.endswith("ly") and place.after and place.after not in SUBJECTS:
        return False  # "certainly have a nice day"
    return opens_clause(place.sentence, place.first) or not _needs_clause(place, say)


def _asks_well(place: Place) -> bool:
    """Whether "Could you ..." can start here: where a clause begins, and the rest can be part of the question."""
    before = place.words[place.first - 1] if place.first else ","
    return (place.opens or before in PAUSES) and may_ask(place)


def _orders_well(place: Place, here: Here) -> bool:
    """Whether "Please ..." can stand for the match: at the start of a clause, in the present, under no condition."""
    past = PAST.intersection(place.words[place.first : place.last])
    if past or place.sentence.question or conditional(here.match):
        return False
    return opens_clause(place.sentence, place.first)


def _needs_clause(place: Place, say: str) -> bool:
    """Whether the replacement is a clause or an interjection where the match is none: "it's *no problem*"."""
    head = place.words[place.first]
    return head in NOTHINGS or (first_word(say) in SUBJECTS and head not in SUBJECTS)


def breaks_markup(place: Place, edit: Edit, markup: str) -> bool:
    """Whether the edit would take away or bring a sign of markup, so that half of a tag could be left behind."""
    marks = MARKS[markup]
    replaced = place.text[edit.start : edit.end]
    return [sign for sign in replaced if sign in marks] != [sign for sign in edit.text if sign in marks]
