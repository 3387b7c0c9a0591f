"""How a book's signals are looked for: one by one where few texts are read, the usual ones at once where many are."""

from __future__ import annotations

from phraselint.match.phrasebook import LISTEN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from phraselint.match.phrasebook import Phrasebook
    from phraselint.match.together import Together

MANY = 200
"""So many texts are read one by one before the signals are made one automaton."""

AGAIN = 16
"""After so many times as many texts it is made anew."""

OFTEN = 0.005
"""In this share of the texts a signal must have been looked for to be part of it."""


class Listening:
    """What the texts read so far tell of a book's signals. What is found never depends on it, only how fast."""

    __slots__ = ("_asked", "_due", "_texts", "_together", "_trigger", "book")

    def __init__(self, book: Phrasebook, customers: bool = False) -> None:
        """``customers``: the texts are theirs; else the company's."""
        self.book = book
        self._trigger = "customer" if customers else "signal"
        self._asked: dict[str, int] = {}
        self._texts = 0
        self._due = MANY
        self._together: Together | None = None

    def asked_for(self, signal: str) -> None:
        """Counts a text in which a signal was looked for."""
        self._asked[signal] = self._asked.get(signal, 0) + 1

    def together(self) -> Together | None:
        """Counts a text; gives the automaton to look for its signals with, None while that would not pay."""
        if self._texts >= self._due:
            self._together = self._made()
            self._due = AGAIN * max(self._due, 1)
        self._texts += 1
        return self._together

    def _made(self) -> Together:
        """The automaton of the triggers of rules, asked for in every text, and of what was often asked for so far."""
        from phraselint.match.together import Together

        names = set(self.book.signal_names()) - {""}
        triggers = [trigger for rule in self.book.rules() for trigger in rule["triggers"]]
        waited = names.intersection(each.get(self._trigger) for each in triggers)
        often = waited | {name for name in names if self._asked.get(name, 0) >= OFTEN * self._texts}
        phrases = [phrase for name in sorted(often) for phrase in self.book.signal(name)]
        return Together(self.book.part(LISTEN), phrases, frozenset(names - often))
