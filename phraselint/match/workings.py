"""What is worked out of each pattern when a phrasebook is compiled: kept, so that an edit works out what is new alone.

A pattern is known by its source. All of it is plain data, which JSON can hold.
"""

from __future__ import annotations

import json
from functools import lru_cache, partial
from typing import Any

from phraselint.book.english import neighbours_of
from phraselint.match import literals as literals_of
from phraselint.match import needs
from phraselint.match import program as program_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from phraselint.book.pattern import Pattern
    from phraselint.match.program import Program

_Known = dict[str, dict[str, Any]]
"""What is known of patterns and words, by what it is and by their source."""


_MANY = 20_000

# Most phrases are those of the shipped packs and rules: who compiles several books in one process meets them again.
program = lru_cache(_MANY)(program_of.program)
literals = lru_cache(_MANY)(literals_of.literals)
required = lru_cache(_MANY)(needs.required)


class Workings:
    """What has been worked out; ``made`` counts what was not known before."""

    __slots__ = ("_known", "made")

    def __init__(self, written: bytes = b"") -> None:
        """``written`` is what an earlier compile has written."""
        self._known: _Known = json.loads(written.decode(errors="surrogatepass")) if written else {}
        self.made = 0

    def written(self) -> bytes:
        """All that is known, for the next compile."""
        return json.dumps(self._known, ensure_ascii=False, separators=(",", ":")).encode(errors="surrogatepass")

    def program(self, pattern: Pattern, exact: bool = False) -> Program:
        """The automaton of a pattern (match/program.py)."""
        found: Program = self._worked("exact" if exact else "program", pattern, partial(program, exact=exact))
        return found

    def needed(self, pattern: Pattern) -> list[str] | None:
        """Substrings of which every match holds one (match/needs.py)."""
        found: list[str] | None = self._worked("needed", pattern, needs.needed)
        return found

    def literals(self, pattern: Pattern) -> list[str] | None:
        """What the scan looks for (match/literals.py)."""
        found: list[str] | None = self._worked("literals", pattern, literals)
        return found

    def required(self, pattern: Pattern) -> list[list[str]]:
        """Groups of words of which every match holds one each (match/needs.py)."""
        found: list[list[str]] = self._worked("required", pattern, required)
        return found

    def _worked(self, kind: str, pattern: Pattern, work: Callable[[Pattern], Any]) -> Any:
        known = self._known.setdefault(kind, {})
        if pattern.source not in known:
            known[pattern.source] = work(pattern)
            self.made += 1
        return known[pattern.source]

    def neighbours(self, words: list[str]) -> dict[str, frozenset[str]]:
        """For each word the English words that a slip of it could be mistaken for (book/english.py)."""
        known = self._known.setdefault("neighbours", {})
        new = [word for word in words if word not in known]
        known.update((word, sorted(found)) for word, found in neighbours_of(new).items())
        self.made += len(new)
        return {word: frozenset(known[word]) for word in words}
