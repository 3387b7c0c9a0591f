"""Given names and their short forms: Jim for James, Greg for Grzegorz. They stand in ``given_names.txt``."""

import os
from functools import cache

_LISTED = os.path.join(os.path.dirname(os.path.abspath(__file__)), "given_names.txt")
_Family = tuple[frozenset[str], frozenset[str]]


@cache
def _families() -> dict[str, list[_Family]]:
    """The families of each name: the full names and the short forms; none where a name has no short forms."""
    found: dict[str, list[_Family]] = {}
    for line in _lines():
        full, _, short = line.partition("|")
        family = frozenset(full.split()), frozenset(short.split())
        for name in family[0] | family[1]:
            families = found.setdefault(name, [])
            if family[1]:
                families.append(family)
    return found


def _lines() -> list[str]:
    with open(_LISTED, encoding="utf-8") as file:
        return [line for line in file if not line.startswith("#")]


def is_given_name(name: str) -> bool:
    """Whether a word, folded, is a given name that we know."""
    return name in _families()


def related(one: str, other: str) -> bool:
    """Whether of two names, folded, one is a short form of the other, or both are of a third."""
    if one == other:
        return True
    families = _families().get(one, ())
    return any(other in short or (one in short and other in full) for full, short in families)
