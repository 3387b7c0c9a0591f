"""The nearest right spelling, for every error that knows what would have been right."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_ALIKE = 0.55  # at least this similar, from 0 to 1; below it a guess puzzles more than it helps
_LISTED = 14  # so many names are listed in full


def nearest(word: str, names: Iterable[str]) -> str | None:
    """The name most like ``word`` (case and separators do not count), or None where none is alike."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    found = process.extractOne(
        word, sorted(names), scorer=OSA.normalized_similarity, processor=_plain, score_cutoff=_ALIKE
    )
    return found[0] if found else None


def hint(word: str, names: Iterable[str]) -> str:
    """What to write instead of ``word``: the nearest name, and all names where they are few."""
    known = list(names)
    near = nearest(word, known)
    parts = [did_you_mean(near)] if near else []
    if 0 < len(known) <= _LISTED and known != [near]:
        parts.append(f"expected {'one of ' if len(known) > 1 else ''}{', '.join(known)}")
    return " ".join(parts)


def meant(word: str, names: Iterable[str]) -> str:
    """The nearest name as a message ends with it: "; did you mean 'tell'?", or "" where none is alike."""
    near = nearest(word, names)
    return f"; {did_you_mean(near)}" if near else ""


def did_you_mean(name: str | None) -> str:
    """The question whether a name was meant; "" for none."""
    return f"did you mean '{name}'?" if name else ""


def _plain(name: str) -> str:
    return name.casefold().replace("_", "-").replace(" ", "-")
