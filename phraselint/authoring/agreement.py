"""The form of a verb that goes with the word before it: "that is", "we are", "it does", "to be"."""

from phraselint.book.inflection import inflections

_BE = {
    "am": "i",
    "are": "you we they these those",
    "be": "to will would can could may might must shall should not don't won't can't let's",
}
_BE_AFTER = {word: form for form, words in _BE.items() for word in words.split()}
_ONE = frozenset("he she it this that who".split())
_THIRD = {"have": "has", "do": "does", "go": "goes"}


def agreeing(word: str, before: str) -> str:
    """A form of ``word`` that can follow ``before``; where nothing tells which, the word as it is."""
    known, said = inflections(word), before.lower()
    if "am" in known:
        return _BE_AFTER.get(said, "is" if said else "are")
    if said in _ONE:
        base = next((each for each in _THIRD if each in known), word.lower())
        third = (_THIRD.get(base), f"{base}s", f"{base}es", f"{base[:-1]}ies")
        return next((each for each in third if each in known), word)
    return word
