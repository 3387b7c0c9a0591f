"""What matching finds: the phrase, its place, and the sentence around it."""

from __future__ import annotations

from phraselint.model.values import NamedTuple
from phraselint.text.words import Sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


class Match(NamedTuple):
    """One stretch of a text that a phrase matches.

    ``first`` and ``last`` are the tokens of ``sentence`` that it covers (half-open); ``start`` and ``end`` its place in
    the original text, in code points. ``slots`` are the values that slots took, as (kind, text of the original).
    """

    phrase: int
    sentence: Sentence
    first: int
    last: int
    start: int
    end: int
    slots: tuple[tuple[str, str], ...] = ()


def in_order(matches: Iterable[Match]) -> list[Match]:
    """The matches by start, end and phrase."""
    return sorted(matches, key=lambda match: (match.start, match.end, match.phrase))
