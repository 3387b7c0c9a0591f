"""All inflections of a word given in any form, for ``{word}`` in patterns. Compile time only: lemminflect loads slowly.

What lemminflect says is kept but for three things: auxiliaries and words without inflection have tables of their own, a
comparison must look like its adjective (``wrong`` has no ``worse``), and possessives are added to nouns.
"""

import sys
from functools import cache
from importlib import import_module
from types import ModuleType, SimpleNamespace
from typing import Any

from phraselint.text.unicode import clean

_MODALS = ("can could", "will would", "may might", "shall should", "must", "ought")
_NEGATED = (
    "isn't aren't wasn't weren't",
    "don't doesn't didn't",
    "haven't hasn't hadn't",
    "can't couldn't",
    "won't wouldn't",
    "mightn't",
    "shan't shouldn't",
    "mustn't",
    "needn't",
)
_AUXILIARIES = ("be am is are was were been being", "have has had having", "do does did doing done")
_FIXED = {form: frozenset(forms.split()) for forms in (*_MODALS, *_NEGATED, *_AUXILIARIES) for form in forms.split()}
_UNCHANGED = frozenset(
    "i you he she it we they me him her us them my your his its our their mine yours hers ours theirs myself yourself "
    "the a an this that these those and or but if of in on at by to from with for as than not no yes who what when "
    "where why how which there here so too very just".split()
)
_ALSO = {"person": "people", "people": "person"}
_IRREGULAR_COMPARISON = frozenset("good well bad much many little far".split())
_PARTS = ("NOUN", "VERB", "ADJ", "ADV")


@cache
def inflections(word: str) -> frozenset[str]:
    """Every form of the word in the parts of speech that it can be, folded: lower case, no accents, straight quotes.

    Possessives are those in 's; that of a plural in s is the plural itself, since texts are read so. A word that no
    list knows is inflected as a regular noun and verb.
    """
    folded = clean(word)[0].lower()
    if folded in _FIXED:
        return _FIXED[folded]
    stem = folded.removesuffix("'s").rstrip("'")
    if folded in _UNCHANGED or stem in _UNCHANGED or not stem.isalpha():
        return frozenset([folded])
    lemmas = _lemmas(stem) or _unknown_lemmas(stem)
    forms = {form for part, lemma in lemmas for form in _forms(part, lemma)} | {stem}
    return frozenset(clean(form)[0].lower() for form in forms)


def _lemmas(word: str) -> set[tuple[str, str]]:
    """The lemmas of a word that the lexicon knows, each with its part of speech."""
    found = _library().getAllLemmas(word)
    return {(part, lemma) for part in _PARTS for lemma in found.get(part, ()) if _plausible(part, lemma, word)}


def _plausible(part: str, lemma: str, form: str) -> bool:
    """Whether a form of an adjective is truly one: it begins alike, or the adjective is irregular."""
    return part in ("NOUN", "VERB") or lemma[:2] == form[:2] or lemma in _IRREGULAR_COMPARISON


def _unknown_lemmas(word: str) -> set[tuple[str, str]]:
    verbs = _library().getAllLemmasOOV(word, "VERB").get("VERB", ())
    if word.endswith(("ed", "ing")):
        return {("VERB", lemma) for lemma in verbs}
    if word.endswith("s") and not word.endswith("ss"):
        nouns = _library().getAllLemmasOOV(word, "NOUN").get("NOUN", ())
        return {("VERB", lemma) for lemma in verbs} | {("NOUN", lemma) for lemma in nouns}
    return {("NOUN", word), ("VERB", word)}


def _forms(part: str, lemma: str) -> set[str]:
    found = _library().getAllInflections(lemma, upos=part) or _library().getAllInflectionsOOV(lemma, part)
    forms = {form for tagged in found.values() for form in tagged if _plausible(part, lemma, form)} | {lemma}
    if part == "NOUN":
        forms |= {_ALSO[lemma]} if lemma in _ALSO else set()
        plurals = {form for form in forms if form != lemma and form.endswith("s")}
        forms |= {f"{form}'s" for form in forms - plurals}
    return forms


@cache
def _library() -> Any:
    """lemminflect, without the spaCy that it would load and add to, wherever that is installed."""
    if "spacy" in sys.modules:
        return import_module("lemminflect")
    stand_in: Any = ModuleType("spacy")
    stand_in.__version__ = "9"
    stand_in.tokens = SimpleNamespace(Token=SimpleNamespace(set_extension=lambda *_, **__: None))
    sys.modules["spacy"] = stand_in
    try:
        return import_module("lemminflect")
    finally:
        del sys.modules["spacy"]
