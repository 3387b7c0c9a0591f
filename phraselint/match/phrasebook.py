"""The compiled phrasebook: what matching and judging read. Records are decoded only when a phrase is a candidate."""

from __future__ import annotations

from sys import intern

from phraselint.match.container import Rows, decoded
from phraselint.match.part import Part

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from phraselint.match.container import Container
    from phraselint.match.scanner import Scanner
    from phraselint.text.words import Sentence

    Program = dict[str, Any]


ENTRY, PREFER, SIGNAL = 0, 1, 2
AVOID, LISTEN = "avoid", "listen"
PARTS = {ENTRY: AVOID, PREFER: AVOID, SIGNAL: LISTEN}
"""Which scan looks for the phrases of a kind."""


class Phrasebook:
    """A company's phrasebook, ready to match.

    ``phrase(n)`` and ``entry(n)`` give records as ``match/records.py`` writes them. ``hash`` is that of all source
    files.
    """

    __slots__ = (
        *("_entries", "_entry_records", "_kinds", "_parts", "_ranges"),
        *("_rule_records", "_rules", "_rules_on", "_scanners", "_signals", "container", "contexts", "meta"),
    )

    def __init__(self, container: Container, scanners: dict[str, Scanner] | None = None) -> None:
        self.container = container
        self.meta: dict[str, Any] = decoded(Rows(container, "meta")[0])
        self.contexts = Contexts(container)
        self._entries = Rows(container, "entries")
        self._entry_records: dict[int, dict[str, Any]] = {}
        self._kinds = Rows(container, "kinds")[0]
        self._scanners = scanners or {}
        self._parts = {AVOID: Part(container, self._scanners.get(AVOID))}
        self._rules: list[dict[str, Any]] | None = None
        self._rule_records: dict[str, dict[str, Any]] = {}
        self._rules_on: list[dict[str, Any]] | None = None
        self._signals: list[str] | None = None
        self._ranges: dict[str, range] = {}

    def altered(self, **meta: Any) -> Phrasebook:
        """The same book with other settings: ``meta`` as match/compile.py writes it, such as team and patches."""
        made = object.__new__(Phrasebook)
        for name in Phrasebook.__slots__:
            setattr(made, name, getattr(self, name))
        made.meta = {**self.meta, **meta}
        made._rules_on = None
        return made

    def part(self, name: str) -> Part:
        """What one scan looks for: AVOID or LISTEN."""
        if name not in self._parts:
            self._parts[name] = Part(self.container.more(), self._scanners.get(name))
        return self._parts[name]

    def mended(self) -> Phrasebook | None:
        """The book made anew from its sources where its cache has been damaged; None where that is whole."""
        if self.container.whole():
            return None
        return Phrasebook(self.container.anew()).altered(**self.meta)

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

    def rule_ids(self) -> list[str]:
        """The ids of all service rules, in the order of the book."""
        return [rule["id"] for rule in self.rules()]

    def rules(self) -> list[dict[str, Any]]:
        """The service rules in the order of the book, each with its group, its needs and its triggers."""
        if self._rules is None:
            self._rules = decoded(Rows(self.container, "gates")[0])
        return self._rules

    def rule(self, name: str) -> dict[str, Any]:
        """The record of a rule: what it takes to carry it out and to tell what it finds."""
        record = self._rule_records.get(name)
        if record is None:
            number = next(number for number, rule in enumerate(self.rules()) if rule["id"] == name)
            record = self._rule_records[name] = decoded(Rows(self.container, "rules")[number])
        return record

    def rules_on(self) -> list[dict[str, Any]]:
        """The rules that the book has not switched off everywhere, as ``rules`` gives them."""
        if self._rules_on is None:
            off = {name for name, patches in self.meta["patches"].items() if any(map(_everywhere_off, patches))}
            self._rules_on = [rule for rule in self.rules() if rule["id"] not in off]
        return self._rules_on

    def signal_names(self) -> list[str]:
        """The name of the signal that each phrase belongs to, "" for those of entries."""
        if self._signals is None:
            rows = [line.split() for line in self.container.text("signals").split("\n") if line]
            self._signals = [""] * len(self._kinds)
            for name, first, stop in rows:
                self._signals[int(first) : int(stop)] = [name] * (int(stop) - int(first))
        return self._signals

    def signal(self, name: str) -> range:
        """The phrases of a signal: they stand together."""
        names = self.signal_names()
        if name not in self._ranges:
            count = names.count(name)
            first = names.index(name) if count else 0
            self._ranges[name] = range(first, first + count)
        return self._ranges[name]

    def patches(self, rule: str) -> list[dict[str, Any]]:
        """What ``rules:`` changes of an entry or a rule: records of off, severity, when and keys, in order."""
        return list(self.meta["patches"].get(rule, ()))

    def kind(self, phrase: int) -> int:
        """ENTRY, PREFER or SIGNAL."""
        return self._kinds[phrase]

    def phrase(self, number: int) -> dict[str, Any]:
        """The record of a phrase."""
        return self.part(PARTS[self._kinds[number]]).phrase(number)

    def entry(self, number: int) -> dict[str, Any]:
        """The record of an entry."""
        record = self._entry_records.get(number)
        if record is None:
            record = self._entry_records[number] = decoded(self._entries[number])
        return record


def _everywhere_off(patch: dict[str, Any]) -> bool:
    return bool(patch["off"]) and not patch["when"]


class Contexts:
    """The patterns that conditions ask for, by the numbers that records name them with.

    Each is decoded when a sentence holds a word that it may begin with.
    """

    __slots__ = ("_known", "_openers", "_programs", "_sources", "_words")

    def __init__(self, container: Container) -> None:
        self._programs = Rows(container, "contexts")
        self._openers = Rows(container, "openers")
        self._sources = Rows(container, "context sources")
        self._known: dict[int, Program] = {}
        self._words: dict[int, frozenset[str]] = {}

    def source(self, number: int) -> str:
        """A pattern as it is written in the book."""
        return str(self._sources[number], "utf-8", "surrogatepass")

    def of(self, number: int, sentence: Sentence) -> Program | None:
        """The automaton of a pattern; None where no word of the sentence may begin a match."""
        words = self._words.get(number)
        if words is None:
            begin = str(self._openers[number], "utf-8", "surrogatepass").split()
            words = self._words[number] = frozenset(map(intern, begin))
        if words and words.isdisjoint(sentence.heads):
            return None
        known = self._known.get(number)
        if known is None:
            known = self._known[number] = decoded(self._programs[number])
        return known
