"""The half of a compiled book that one scan looks for: what is judged, or what conditions listen for.

Each has its own literals and automaton, so that a message is scanned for signals only when someone
asks.
"""

from __future__ import annotations

from phraselint.match.container import Container, Rows
from phraselint.match.scanner import built, opened
from phraselint.match.slips import SlipIndex

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from phraselint.match.scanner import Scanner


class Part:
    """Literals, the phrases that they stand for, and slips. Everything is read when it is first used."""

    __slots__ = ("_container", "_known_users", "_name", "_scanner", "_users", "always", "forgiving", "lengths", "slips")

    def __init__(self, container: Container, name: str, slips: SlipIndex, scanner: Scanner | None = None) -> None:
        self._container = container
        self._name = name
        self._scanner = scanner
        self.slips = slips
        self._users = Rows(container, f"{name} users")
        self._known_users: dict[int, Sequence[int]] = {}
        self.lengths = container.numbers(f"{name} lengths")
        self.always = container.numbers(f"{name} always")
        self.forgiving = bool(container.section(f"{name} forgiving")[0])

    @property
    def scanner(self) -> Scanner:
        """The automaton, as it was saved or, where that does not fit this machine, built anew."""
        if self._scanner is None:
            saved = bytes(self._container.section(f"{self._name} automaton"))
            self._scanner = opened(self._container.tag, saved) or built(self.literals())
        return self._scanner

    def literals(self) -> list[bytes]:
        """The literals of the scan, by number."""
        text = bytes(self._container.section(f"{self._name} literals"))
        return [b" " + line + b" " for line in text.split(b"\n")] if text else []

    def users(self, literal: int) -> Sequence[int]:
        """The phrases that a literal stands for, ascending."""
        found = self._known_users.get(literal)
        if found is None:
            found = self._known_users[literal] = self._users[literal].cast("I")
        return found
