"""In which language a reply is written, and whether it is the customer's."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from phraselint.model.conversation import Speaker
from phraselint.service.case import Case, Fault
from phraselint.service.language_model import ranked

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

ENGLISH = "en"
_LIKELY = 0.5  # a language that is less likely is none: names, numbers, a text of nothing but a link
_USED = 0.3  # how likely a language must be of a message too short to judge
_LETTERS = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]{1,2}|[^\W\d_]+(?:['’][^\W\d_]+)*")
_QUOTED = (  # screen texts, code
    r"\"[^\"\n]{1,300}\"|“[^”\n]{1,300}”|„[^“”\n]{1,300}[“”]|«[^»\n]{1,300}»|`[^`\n]{1,300}`"
    r"|(?<!\w)'[^'\n]{1,300}'(?!\w)"
)
_ADDRESSES = r"|\S*(?://|@)\S*"  # dear to look for
_MARKED = r"|(?m:^>[^\n]*)|www\.\S+|[#^]\w+|[<\[{][^<>\[\]{}\n]{0,80}[>\]}]"  # quoted lines, accounts, tags
_INNER_CAPITAL = re.compile(r"(?<=[^\s])\s+[A-ZÀ-ÖØ-Þ][^\W\d_]+(?:['’-][^\W\d_]+)*")
_UNSPOKEN = {True: re.compile(_QUOTED + _ADDRESSES + _MARKED), False: re.compile(_QUOTED + _MARKED)}


def wrong_language(case: Case, settings: Mapping[str, Any]) -> Iterator[Fault]:
    """The first message of each reply that is in another language than the customer's last long message."""
    long = _last_long(case, settings["words"])
    for place in case.judged(Speaker.AGENT):
        last = long[place]
        if last is None or case.internal(place) or _goes_on(case, place):
            continue
        theirs = _language(case.said[last].message.text, settings)
        if theirs is None:
            continue
        text, asked = case.said[place].message.text, case.said[last].message.text
        ours = _other(text, theirs, settings)
        if ours is not None and not _meets(case, last, place, theirs, ours, settings):
            values = {"theirs": _named(theirs, settings), "ours": _named(ours, settings)}
            yield Fault(place, 0, len(text), (case.evidence(last, 0, len(asked)),), values)


def _named(language: str, settings: Mapping[str, Any]) -> str:
    """What people call a language; its code where the settings know no name."""
    names = settings["called"].get(language)
    return str(names[0]).capitalize() if names else f"'{language}'"


def _goes_on(case: Case, place: int) -> bool:
    """Whether the same run of messages has begun before: one finding stands for all of it."""
    for before in range(place - 1, -1, -1):
        if not case.internal(before) and case.speaker(before) != Speaker.SYSTEM:
            return case.speaker(before) == Speaker.AGENT
    return False


def _last_long(case: Case, words: int) -> list[int | None]:
    """For each message the customer's last one before it, of so many words."""
    found: list[int | None] = []
    last: int | None = None
    for place, said in enumerate(case.said):
        found.append(last)
        if case.speaker(place) == Speaker.CUSTOMER and len(_words(said.message.text)) >= words:
            last = place
    return found


def _meets(case: Case, last: int, place: int, theirs: str, ours: str, settings: Mapping[str, Any]) -> bool:
    """Whether the reply may be in its language: the customer asked for it or used it since, or it speaks both."""
    if list(settings["languages"]) == [ours] and case.said[place].signal("wrong-language/only"):
        return True
    since = [each for each in range(last, place) if case.speaker(each) == Speaker.CUSTOMER]
    own = settings["called"].get(theirs, ())
    asked = [match for each in since for match in case.said[each].signal("wrong-language/asks-for")]
    if any(set(own).isdisjoint(match.sentence.words[match.first : match.last]) for match in asked):
        return True
    kin = like(ours, settings)
    if any(_used(_spoken(case.said[each].message.text), theirs, ours, settings) for each in since[1:]):
        return True
    both = _holds(case, place, like(theirs, settings), settings["reply_words"])
    return both or _holds(case, last, kin, settings["both_words"])


def _used(text: str, theirs: str, ours: str, settings: Mapping[str, Any]) -> bool:
    """Whether a message of any length is in our language: one that is a name or a number is in none."""
    words = _words(text)
    small = set(settings["small"].get(ours, ())).difference(settings["small"].get(theirs, ()))
    if not small.isdisjoint(map(str.lower, words)):
        return True
    if words and ours == ENGLISH and _english(words, settings):
        return True
    best, sure = next(iter(guesses(text).items()), ("", 0.0))
    return best in like(ours, settings) and sure >= _USED


def _holds(case: Case, place: int, languages: frozenset[str], words: int) -> bool:
    """Whether a sentence of a message, of so many words, is in one of these languages; the names in it decide none."""
    parts = map(_spoken, re.split(r"\n+|(?<=[.!?])\s", case.said[place].message.text))
    return any(len(_words(part)) >= words and _is_in(_nameless(part), languages) for part in parts)


def _nameless(text: str) -> str:
    """The text without the words inside it that have a capital; as it stands where all of it is in capitals."""
    return text if text.isupper() else _INNER_CAPITAL.sub(" ", text)


def _language(written: str, settings: Mapping[str, Any]) -> str | None:
    """The language of the customer's message; None where it is too mixed to tell."""
    text = _spoken(written)
    if _english(_words(text), settings):
        return ENGLISH
    found = guesses(text)
    language = next(iter(found), "")
    return language if _likely(found, like(language, settings)) >= settings["sure"] else None


def _other(written: str, theirs: str, settings: Mapping[str, Any]) -> str | None:
    """The language of the reply where it is surely not the customer's; None where it is, or may be."""
    text = _spoken(written)
    words = _words(text)
    if len(words) < settings["reply_words"]:
        return None
    if _english(words, settings):
        return None if theirs == ENGLISH else ENGLISH
    found = guesses(text)
    best = next(iter(found), "")
    sure, theirs_too = _likely(found, like(best, settings)), _likely(found, like(theirs, settings))
    return best if sure >= _LIKELY and theirs_too <= 1 - settings["sure"] else None


def _likely(found: Mapping[str, float], languages: frozenset[str]) -> float:
    return sum(sure for language, sure in found.items() if language in languages)


def _english(words: list[str], settings: Mapping[str, Any]) -> bool:
    english = _set(tuple(settings["english"]))
    common = sum(map(english.__contains__, " ".join(words).lower().replace("’", "'").split(" ")))
    return bool(common >= settings["english_share"] * len(words))


@lru_cache(maxsize=256)
def guesses(text: str) -> dict[str, float]:
    """How likely a text is in each language, from 0 to 1, the likeliest first; nothing for one without words."""
    if not _words(text):
        return {}
    return dict(ranked(text.lower() if text.isupper() else text))


def _is_in(text: str, languages: frozenset[str]) -> bool:
    return next(iter(guesses(text)), "") in languages


def like(language: str, settings: Mapping[str, Any]) -> frozenset[str]:
    """A language and those that short texts do not tell from it, under these settings: ``alike``, a group a line."""
    return _kin(language, tuple(settings["alike"]))


@cache
def _kin(language: str, groups: tuple[str, ...]) -> frozenset[str]:
    return frozenset((language, *(each for group in groups if language in group.split() for each in group.split())))


@cache
def _set(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(words)


def _spoken(text: str) -> str:
    """The text without what decides no language."""
    return _UNSPOKEN["@" in text or "//" in text].sub(" ", text)


def _words(text: str) -> list[str]:
    return _LETTERS.findall(text)
