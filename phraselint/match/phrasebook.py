"""The compiled phrasebook: what matching and judging read. Records are decoded only when a phrase is a candidate."""

from __future__ import annotations

from phraselint.match.container import Container, Rows, decoded
from phraselint.match.part import Part
from phraselint.match.slips import SlipIndex

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from phraselint.match.scanner import Scanner


ENTRY, PREFER, SIGNAL = 0, 1, 2
AVOID, LISTEN = "avoid", "listen"
PARTS = {ENTRY: AVOID, PREFER: AVOID, SIGNAL: LISTEN}
"""Which scan looks for the phrases of a kind."""


class Phrasebook:
    """A company's phrasebook, ready to match.

    ``phrase(n)`` and ``entry(n)`` give records as ``match/compile.py`` writes them. ``hash`` is that of all source
    files.
    """

    __slots__ = (
        "_entries",
        "_entry_records",
        "_kinds",
        "_own",
        "_own_words",
        "_parts",
        "_phrase_records",
        "_phrases",
        "_rule_records",
        "_signals",
        "container",
        "meta",
    )

    def __init__(self, container: Container, scanners: dict[str, Scanner] | None = None) -> None:
        """Raises Damaged."""
        self.container = container
        self.meta: dict[str, Any] = decoded(container.section("meta"))
        self._phrases = Rows(container, "phrases")
        self._entries = Rows(container, "entries")
        self._own = Rows(container, "own")
        self._own_words: dict[int, frozenset[str]] = {}
        self._kinds = container.section("kinds")
        made = scanners or {}
        slips = SlipIndex(container)
        self._parts = {name: Part(container, name, slips, made.get(name)) for name in (AVOID, LISTEN)}
        self._phrase_records: dict[int, dict[str, Any]] = {}
        self._entry_records: dict[int, dict[str, Any]] = {}
        self._rule_records: list[dict[str, Any]] | None = None
        self._signals: dict[str, range] | None = None

    def altered(self, **meta: Any) -> Phrasebook:
        """The same book with other settings: ``meta`` as match/compile.py writes it, such as team and patches."""
        made = object.__new__(Phrasebook)
        for name in Phrasebook.__slots__:
            setattr(made, name, getattr(self, name))
        made.meta = {**self.meta, **meta}
        return made

    def part(self, name: str) -> Part:
        """What one scan looks for: AVOID or LISTEN."""
        return self._parts[name]

    @property
    def name(self) -> str:
        """The book's own name."""
        return str(self.meta["name"])

    @property
    def version(self) -> str:
        """The version that the book gives itself."""
        return str(self.meta["version"])

    @property
    def hash(self) -> str:
        """The hash of everything that the book was read from."""
        return str(self.meta["hash"])

    @property
    def gate(self) -> dict[str, str]:
        """Which severity blocks, asks back or suggests before a reply is sent."""
        return dict(self.meta["gate"])

    @property
    def settings(self) -> dict[str, Any]:
        """Defaults for the options of ``check`` and ``fix``."""
        return dict(self.meta["settings"])

    @property
    def segments(self) -> list[str]:
        """The segments of customers that the book declares."""
        return list(self.meta["segments"])

    def ids(self) -> list[str]:
        """The ids of all entries, in the order of the book."""
        return self.container.text("ids").split()

    def rules(self) -> list[dict[str, Any]]:
        """The records of the service rules, read when first asked for."""
        if self._rule_records is None:
            rows = Rows(self.container, "rules")
            self._rule_records = [decoded(rows[number]) for number in range(len(rows))]
        return self._rule_records

    def signal(self, name: str) -> range:
        """The phrases of a signal: they stand together."""
        if self._signals is None:
            rows = (line.split() for line in self.container.text("signals").split("\n") if line)
            self._signals = {each: range(int(first), int(stop)) for each, first, stop in rows}
        return self._signals.get(name, range(0))

    def patches(self, rule: str) -> list[dict[str, Any]]:
        """What ``rules:`` changes of an entry or a rule: records of off, severity, when and keys, in order."""
        return list(self.meta["patches"].get(rule, ()))

    def kind(self, phrase: int) -> int:
        """ENTRY, PREFER or SIGNAL."""
        return self._kinds[phrase]

    def phrase(self, number: int) -> dict[str, Any]:
        """The record of a phrase."""
        record = self._phrase_records.get(number)
        if record is None:
            record = self._phrase_records[number] = decoded(self._phrases[number])
        return record

    def entry(self, number: int) -> dict[str, Any]:
        """The record of an entry."""
        record = self._entry_records.get(number)
        if record is None:
            record = self._entry_records[number] = decoded(self._entries[number])
        return record

    def own_words(self, phrase: int) -> frozenset[str]:
        """The words of all phrases of the same entry: none of them is a slip of another."""
        owner: int = self.phrase(phrase)["owner"]
        known = self._own_words.get(owner)
        if known is None:
            known = self._own_words[owner] = frozenset(str(self._own[owner], "utf-8", "surrogatepass").split())
        return known
