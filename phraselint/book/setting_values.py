"""What a setting of a service rule may be beyond its type: known words, how they are written, how large a number is.

Tables by the name of the setting, which is one thing in whatever rule it stands.
"""

from collections.abc import Callable, Collection, Mapping
from typing import Any, NamedTuple

from phraselint.book import nearest
from phraselint.model.conversation import Channel
from phraselint.text.field_names import joined


class Known(NamedTuple):
    """What decides which words are known: the defaults of the rule, and the ids of the phrasebook's entries."""

    defaults: Mapping[str, Any]
    entries: Collection[str] | None = None


class Wrong(NamedTuple):
    """What cannot be right, and what would be."""

    message: str
    hint: str


class _Word(NamedTuple):
    """One of words that are known; None where nobody can know. ``such`` are examples of many."""

    what: str
    words: Callable[[Known], Collection[str] | None]
    such: str = ""


def _countries(_: Known) -> Collection[str]:
    from phonenumbers import SUPPORTED_REGIONS  # large, and seldom asked

    known: Collection[str] = SUPPORTED_REGIONS
    return known


LANGUAGES = frozenset(
    (
        "ace af am an ar ary arz as az ba bcl be bg bn br bs ca crh cs cy da de dz el en eo es et eu ext fa fi fo "
        "fr fuv fy ga gcf gcr gd gl gom grc gu gug guw ha hbo he hi hr ht hu hy id ig is it ja jv ka kab kik kk km "
        "kn ko ku ky la lb lg lij ln lo lt ltg lv mg mk ml mn mr ms mt my ne nl nn no nso oc om or pa pcm pl ps pt "
        "qu ro ru rw sa sdh se si sk sl sn so sq sr st sv sw ta te tg th tk tl tr tt ug uk ur uz uzs vec vi vo wa "
        "wuu xh yo yue zh zu zxx"
    ).split()
)
"""What py3langid can tell, whose model takes a second to read."""


def _languages(known: Known) -> Collection[str]:
    return LANGUAGES.union(" ".join(known.defaults.get("alike", ())).split())


def _entries(known: Known) -> Collection[str] | None:
    own = {each for name in ("cushions", "answers") for each in known.defaults.get(name, ())}
    return None if known.entries is None else own.union(known.entries)


_LANGUAGE = _Word("the code of a language", _languages, "two or three small letters, such as en or de")
_ENTRY = _Word("an entry of this phrasebook", _entries)
_WORDS = {
    "phone_regions": _Word("the code of a country", _countries, "two capitals, such as US or GB"),
    "security_questions": _Word("a kind of value that is asked for", lambda known: known.defaults.get("names", ())),
    "languages": _LANGUAGE,
    "alike": _LANGUAGE,
    "not_on": _Word("a channel", lambda _: tuple(Channel)),
    "cushions": _ENTRY,
    "answers": _ENTRY,
    "allowed": _Word("what may be allowed", lambda _: ("iban",)),
}
_LINES = ("alike", "same_meaning", "common_words")
"""Of whose texts each word stands for itself, with spaces between them."""

_RANGES: Mapping[str, tuple[float, float | None]] = {
    "sure": (0, 1),
    "english_share": (0, 1),
    "similarity": (0, 100),
    "conversation": (1, None),
    "message": (1, None),
}
_ANY_NUMBER = (0, None)


def _small(text: str) -> str:
    return text.lower().strip()


_WRITTEN: Mapping[str, tuple[str, Callable[[str], str]]] = {
    "status_fields": ("small letters", _small),
    "statuses": ("small letters", _small),
    "english": ("small letters", _small),
    "common_words": ("small letters", _small),
    "same_meaning": ("small letters", _small),
    "fields": ("small letters and digits, words joined by _", joined),
}
"""How values are written, or they would be compared in vain; and a value so written."""


def wrong_value(name: str, value: Any, known: Known) -> Wrong | None:
    """What is wrong with one value (of a list: one item) of the setting of that name; None for nothing."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _out_of_range(name, value)
    if not isinstance(value, str):
        return None
    if not value.strip():
        return Wrong(f"'{name}' takes a text, and nothing is written", "")
    return _unknown(name, value, known) or _miswritten(name, value)


def _out_of_range(name: str, value: float) -> Wrong | None:
    least, most = _RANGES.get(name, _ANY_NUMBER)
    if least <= value and (most is None or value <= most):
        return None
    limits = f"from {least:g} to {most:g}" if most is not None else f"from {least:g} on"
    return Wrong(f"'{name}' takes a number {limits}, not {value:g}", "")


def _unknown(name: str, value: str, known: Known) -> Wrong | None:
    word = _WORDS.get(name)
    words = word.words(known) if word else None
    for each in value.split() if name in _LINES else [value]:
        if word and words is not None and each not in words:
            return Wrong(f"'{each}' is not {word.what}", " ".join(filter(None, (nearest.hint(each, words), word.such))))
    return None


def _miswritten(name: str, value: str) -> Wrong | None:
    how, written = _WRITTEN.get(name, ("", str))
    if written(value) == value:
        return None
    return Wrong(f"'{name}' takes {how}, not '{value}'", nearest.did_you_mean(written(value)))
