"""A replacement in the case, punctuation and grammar of its place.

One small step after another, each from an edit to an edit: case, words that would stand twice, articles, signs, and the
question mark that a request put as a question asks for.
"""

from __future__ import annotations

from phraselint.engine.clauses import ARTICLES, ASKING, CONSONANT_SOUNDS, COURTESIES, GOVERNORS, VOWEL_SOUNDS
from phraselint.engine.place import Edit, Place, capitalised
from phraselint.text import regex

STOPS = ".!?…"
SIGNS = STOPS + ",;:"
CLOSERS = "\"'"
ADDRESSES = ("email", "url")
REACH = 40
"""How many words away a second "please" is one too many."""
PURPOSE = 12
"""So many words can say what for, and still be one clause."""
LONGEST_QUESTION = 240
"""So many characters can follow "Could you" and still be a question that people read to its end."""
_WORD = regex.compile(r"\w+(?:['’]\w+)*")
_LAST_WORD = regex.compile(r"(\w+(?:['’]\w+)*)$")
# Compiled when first asked for: most drafts need it never, and a cold start has no time to spare.
_NEW_CLAUSE = (
    r"[;:]|\b(?:and|but|or|so|then|otherwise|because)\s+(?:i|we|it|they|you|he|she|this|that)(?:['’]\w+)?\b"
    r"| , (?:the|your|our|my|this|that|there|it|we|i|you|they|he|she) \w+ (?:is|was|are|were|has|have|will|can|\w+s)\b"
)


def placed(place: Place, say: str) -> Edit:
    """The edit that puts ``say`` in the place of the match."""
    edit = Edit(cased(place, say), place.start, place.end)
    for step in (_without_doubles, _with_article, _with_pause, _without_pause, _with_signs, _as_question):
        edit = step(place, edit)
    return edit


def cased(place: Place, say: str) -> str:
    """``say`` in the case of its place: shouted, with a capital where the match had one, else small.

    The value of a slot that it begins with keeps its letters: of an address also the first one.
    """
    slot = place.slot_before(say)
    if slot in ADDRESSES:
        return say
    if place.shouted:
        return say.upper()
    first = place.written[:1]
    if not first.isalpha():
        capital = place.opens
    else:
        capital = place.wants_capital and (place.opens or place.starts_line or not capital_by_itself(place))
    if capital:
        return capitalised(say)
    return say if slot else _small(say)


def capital_by_itself(place: Place) -> bool:
    """Whether the capital of the first word says nothing of its place: "I", "SLA", "can U"."""
    word = _WORD.match(place.written)
    return word is not None and (_first_person(word[0]) or word[0].isupper())


def _first_person(word: str) -> bool:
    return word == "I" or word.startswith(("I'", "I’"))


def _small(say: str) -> str:
    """``say`` with a small first letter, unless its first word is "I" or has capitals inside."""
    word = _WORD.match(say)
    if word is None or _first_person(word[0]) or word[0][1:] != word[0][1:].lower():
        return say
    return say[0].lower() + say[1:]


def _without_doubles(place: Place, edit: Edit) -> Edit:
    """Without a first or last word that stands next to the place already, and without a second "please"."""
    first, last = first_word(edit.text), last_word(edit.text)
    if last and last == place.after:
        return _shortened(place, edit.text[: -len(last)].rstrip())
    if first and (first == place.before or _courteous_already(place, first)):
        return _shortened(place, edit.text[len(first) :].lstrip())
    return edit


def _courteous_already(place: Place, word: str) -> bool:
    near = place.words[max(place.first - REACH, 0) : place.last + REACH]
    return word in COURTESIES and near.count(word) > place.words[place.first : place.last].count(word)


def _shortened(place: Place, text: str) -> Edit:
    """What is left of a replacement; where nothing is left, the next word takes the place and its case."""
    if text:
        return Edit(cased(place, text), place.start, place.end)
    word = place.next_word(place.last)
    if word is None:
        return Edit("", _before_comma(place), place.end)
    between, following = place.text[place.right : word[0]].lstrip(", "), place.text[word[0] : word[1]]
    return Edit(between + (cased(place, following) if following.islower() else following), place.start, word[1])


def _before_comma(place: Place) -> int:
    """Where the comma and the spaces before the match begin."""
    return place.skip_back(place.left - (place.text[max(place.left - 1, 0) : place.left] == ","))


def _with_article(place: Place, edit: Edit) -> Edit:
    """With "a" or "an" before it as its first word asks."""
    if place.before not in ARTICLES or not edit.text[:1].isalpha() or edit.start != place.start:
        return edit
    start, end = place.token(place.first - 1)
    return Edit(article(place.text[start:end], edit.text) + place.text[end : edit.start] + edit.text, start, edit.end)


def article(written: str, following: str) -> str:
    """The article, in the case it was written in, that the following word asks for."""
    wanted = "an" if _sounds_open(following.lower()) else "a"
    if written.lower() == wanted:
        return written
    shouted = len(written) > 1 and written.isupper()
    return wanted.upper() if shouted else capitalised(wanted) if written[0].isupper() else wanted


def _sounds_open(word: str) -> bool:
    """Whether a word is spoken with a vowel first."""
    if word.startswith(("unim", "unin")):
        return True
    return word.startswith(VOWEL_SOUNDS) and not word.startswith(CONSONANT_SOUNDS)


def _with_pause(place: Place, edit: Edit) -> Edit:
    """With a comma before it, where a request follows what it is for: "To return it, please ..."."""
    if first_word(edit.text) in COURTESIES and edit.start == place.start and after_purpose(place):
        return Edit(f", {edit.text}", place.left, edit.end)
    return edit


def after_purpose(place: Place) -> bool:
    """Whether all that stands before the match in its sentence says what for, without a pause: "To return it"."""
    first = place.sentence.first_word()
    if tuple(place.words[first : first + 2]) == ("in", "order"):
        first += 2
    purpose = place.words[first : place.first]
    if not 1 < len(purpose) <= PURPOSE or purpose[0] != "to" or "you" in purpose:
        return False
    return all(map(place.sentence.is_word, range(first, place.first)))


def _without_pause(place: Place, edit: Edit) -> Edit:
    """Without the comma after the match, where the replacement governs what follows it: "I hope", "please"."""
    return edit._replace(end=place.right + 1) if governs_on(place, edit.text) or _begs_on(place, edit) else edit


def _begs_on(place: Place, edit: Edit) -> bool:
    """Whether the replacement is a "please" whose verb stands behind a comma: "Plz, send us a photo"."""
    following = place.text[place.right : place.right + 3]
    if edit.end != place.end or last_word(edit.text) not in COURTESIES or not place.opens:
        return False
    return following[:1] == "," and following[1:2] == " " and following[2:].islower()


def governs_on(place: Place, say: str) -> bool:
    """Whether ``say`` governs a clause that stands behind a comma."""
    if last_word(say) not in GOVERNORS or place.text[place.right : place.right + 1] != ",":
        return False
    return place.last + 1 < len(place.words) and place.sentence.is_word(place.last + 1)


def _with_signs(place: Place, edit: Edit) -> Edit:
    """With one sign where the replacement's last and the text's next would meet, and a capital after a full stop."""
    last = edit.text[-1:]
    if not last or last not in SIGNS:
        return edit
    stop = edit.end
    while stop < len(place.text) and place.text[stop] in SIGNS:
        stop += 1
    if stop == edit.end:
        return _after_stop(place, edit) if last in STOPS else edit
    if last == "?" or (last in STOPS and place.text[edit.end] in ",;:"):
        return _after_stop(place, edit._replace(end=stop))
    return edit._replace(text=edit.text.rstrip(SIGNS))


def _after_stop(place: Place, edit: Edit) -> Edit:
    """With a capital on the word after it, where the match's sentence goes on."""
    word = place.next_word(place.last)
    if word is None:
        return edit
    between = place.text[edit.end : word[0]]
    return Edit(edit.text + between + capitalised(place.text[word[0] : word[1]]), edit.start, word[1])


def _as_question(place: Place, edit: Edit) -> Edit:
    """With a question mark at the sentence's end, where the replacement asks: "Could you ..."."""
    if not asks(edit.text) or edit.text[-1] in STOPS or place.sentence.question:
        return edit
    first, last = _stops(place)
    if first < last:
        end, stop = place.token(first)[0], place.token(last - 1)[1]
    else:
        end = stop = place.token(first - 1)[1]
    return Edit(edit.text + place.text[edit.end : end] + "?", edit.start, stop)


def _stops(place: Place) -> tuple[int, int]:
    """The tokens that end the sentence, after its last word and the quotation mark that closes it; may be none."""
    words = place.words
    first = place.sentence.after_last_word()
    while first < len(words) and words[first] in CLOSERS:
        first += 1
    last = first
    while last < len(words) and words[last] in ".!":
        last += 1
    return first, last


def first_word(say: str) -> str:
    """The first word of a replacement, small; "" if it starts with none."""
    word = _WORD.match(say)
    return word[0].lower() if word else ""


def last_word(say: str) -> str:
    """The last word of a replacement, small; "" if it ends with none."""
    word = _LAST_WORD.search(say)
    return word[1].lower() if word else ""


def asks(say: str) -> bool:
    """Whether a replacement puts a request as a question: it starts with "could", "would", "may" ..."""
    return first_word(say) in ASKING


def may_ask(place: Place) -> bool:
    """Whether the rest of the sentence can follow "Could you": short, of one clause, and nothing is cut off."""
    first, last = _stops(place)
    end, clause = place.token(first - 1)[1], " ".join(place.words[place.last : first])
    cut = (last - first > 1 and place.words[first] == ".") or place.words[last : last + 1] in (["…"], [")"])
    if cut or end - place.end > LONGEST_QUESTION:
        return False
    return regex.search(_NEW_CLAUSE, clause) is None
