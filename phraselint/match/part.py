"""What one scan looks for: the literals, the automaton, the phrases and the slips of one half of a compiled book."""

from __future__ import annotations

from sys import intern

from phraselint.match.container import Rows, decoded
from phraselint.match.runs import RunScanner
from phraselint.match.scanner import built, opened
from phraselint.match.slips import SlipIndex

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from phraselint.match.container import Container
    from phraselint.match.scanner import Hit, Scanner


_SHORT = 20_000  # bytes
_FEW = 12
"""How many short texts are looked up before the automaton is loaded: one draft and what is asked about it."""


class Part:
    """The half of a book that one scan looks for: what is judged, or what conditions listen for.

    Each has its own literals, automaton, phrases and tables of slips, so that a message is scanned for signals only
    when someone asks. Everything is read when it is first used.
    """

    __slots__ = (
        *("_container", "_known_own", "_known_phrases", "_known_required", "_known_users", "_looked_up", "_own"),
        *("_phrases", "_required", "_runs", "_scanner", "_users"),
        *("always", "first", "forgiving", "lengths", "slips"),
    )

    def __init__(self, container: Container, scanner: Scanner | None = None) -> None:
        self._container = container
        self._scanner = scanner
        self._runs: RunScanner | None = None
        self._looked_up = 0
        self._users = Rows(container, "users")
        self._known_users: dict[int, Sequence[int]] = {}
        self._phrases = Rows(container, "phrases")
        self._known_phrases: dict[int, dict[str, Any]] = {}
        self._required = Rows(container, "required")
        self._known_required: dict[int, tuple[frozenset[str], ...]] = {}
        self._own = Rows(container, "own")
        self._known_own: dict[int, frozenset[str]] = {}
        self.lengths = container.numbers("lengths")
        self.always = container.numbers("always")
        self.first, self.forgiving = container.numbers("about")
        self.slips = SlipIndex(container)

    def scan(self, data: bytes) -> list[Hit]:
        """Every place of every literal in bytes, in no order that matters."""
        if self._scanner is None and len(data) <= _SHORT and self._looked_up < _FEW:
            self._looked_up += 1
            return self.runs.scan(data)
        return self.scanner.scan(data)

    @property
    def runs(self) -> RunScanner:
        """The literals as runs of words."""
        if self._runs is None:
            self._runs = RunScanner(self._container)
        return self._runs

    @property
    def scanner(self) -> Scanner:
        """The automaton, as it was saved or, where that does not fit this machine, built anew."""
        if self._scanner is None:
            saved = bytes(self._container.section("automaton"))
            self._scanner = opened(self._container.tag, saved) or built(self.literals())
        return self._scanner

    def literals(self) -> list[bytes]:
        """The literals of the scan, by number."""
        text = bytes(self._container.section("literals"))
        return [b" " + line + b" " for line in text.split(b"\n")] if text else []

    def users(self, literal: int) -> Sequence[int]:
        """The phrases that a literal stands for, ascending."""
        found = self._known_users.get(literal)
        if found is None:
            found = self._known_users[literal] = self._users[literal].cast("I")
        return found

    def phrase(self, number: int) -> dict[str, Any]:
        """The record of a phrase."""
        record = self._known_phrases.get(number)
        if record is None:
            record = self._known_phrases[number] = decoded(self._phrases[number - self.first])
        return record

    def own_words(self, owner: int) -> frozenset[str]:
        """The words of all phrases of one entry, the owner of their records: none of them is a slip of another."""
        known = self._known_own.get(owner)
        if known is None:
            words = str(self._own[owner], "utf-8", "surrogatepass").split()
            known = self._known_own[owner] = frozenset(map(intern, words))
        return known

    def required(self, phrase: int) -> tuple[frozenset[str], ...]:
        """The words of which a match of the phrase holds one each."""
        known = self._known_required.get(phrase)
        if known is None:
            lines = str(self._required[phrase - self.first], "utf-8", "surrogatepass")
            groups = lines.split("\n") if lines else ()
            known = self._known_required[phrase] = tuple([frozenset(map(intern, words.split(" "))) for words in groups])
        return known
