"""The plain texts that service rules wait for: which of them a message holds.

Looked for one by one where few messages are read, all at once where many are.
"""

from __future__ import annotations

from phraselint.match.scanner import built

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from phraselint.match.phrasebook import Phrasebook
    from phraselint.match.scanner import Scanner

MANY = 200
"""So many texts are looked through one by one before an automaton is made."""

_ASCII = bytes(range(128)).decode()  # to look for each of them takes less time than to collect a text's letters


class Held:
    """What one text holds of what rules wait for: to be asked about one rule after the other."""

    __slots__ = ("_found", "_letters", "_text")

    def __init__(self, text: str, found: set[str] | None = None) -> None:
        """``found`` is all that it holds, where that is known."""
        self._text = text
        self._found = found
        self._letters: frozenset[str] | None = None

    def any(self, texts: Iterable[str]) -> bool:
        """Whether it holds one of the texts; most of them have a letter that is not there, and are not looked for."""
        if self._found is not None:
            return not self._found.isdisjoint(texts)
        if self._letters is None:
            self._letters = frozenset(filter(self._text.__contains__, _ASCII) if self._text.isascii() else self._text)
        return any(map(self._text.__contains__, filter(self._letters.issuperset, texts)))


class Waited:
    """The texts that a book's rules wait for. Safe to use from several threads."""

    __slots__ = ("_asked", "_letters", "_longer", "_scanner", "book")

    def __init__(self, book: Phrasebook) -> None:
        self.book = book
        self._asked = 0
        self._letters: list[str] = []
        """Those of one letter, which stand in many messages many times."""
        self._longer: list[str] = []
        """The others, by their numbers in the scan."""
        self._scanner: Scanner | None = None

    def held_by(self, text: str) -> Held:
        """What a text holds of them."""
        if self._scanner is None:
            self._asked += 1
            if self._asked <= MANY:
                return Held(text)
            self._scanner = self._built()
        longer = self._longer
        found = {longer[number] for number, _ in self._scanner.scan(text.encode(errors="surrogatepass"))}
        return Held(text, found.union(filter(text.__contains__, self._letters)))

    def _built(self) -> Scanner:
        triggers = [trigger for rule in self.book.rules() for trigger in rule["triggers"]]
        texts = {text for trigger in triggers for text in trigger.get("text", ())}
        self._letters = sorted(each for each in texts if len(each) == 1)
        self._longer = sorted(each for each in texts if len(each) > 1)
        return built([each.encode(errors="surrogatepass") for each in self._longer])
