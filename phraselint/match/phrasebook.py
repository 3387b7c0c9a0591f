"""The compiled phrasebook: what matching and judging read. Records are decoded only when a phrase is a candidate."""

import json
from array import array
from typing import Any

from phraselint.match.container import Container
from phraselint.match.scanner import Scanner, built, opened
from phraselint.match.slips import SlipIndex

_NONE: dict[str, Any] = {"states": ()}
ENTRY, PREFER, SIGNAL = 0, 1, 2
KINDS = ("entry", "prefer", "signal")


def numbers(data: memoryview) -> "array[int]":
    """A section of unsigned 32-bit numbers."""
    found = array("I")
    found.frombytes(data)
    return found


class Rows:
    """Items of one section, found by their number: offsets in one section, content in another."""

    __slots__ = ("_at", "_content")

    def __init__(self, container: Container, name: str) -> None:
        self._content = container.section(name)
        self._at = numbers(container.section(f"{name} at"))

    def __len__(self) -> int:
        return len(self._at) - 1

    def __getitem__(self, number: int) -> memoryview:
        return self._content[self._at[number] : self._at[number + 1]]


class Phrasebook:
    """A company's phrasebook, ready to match.

    ``phrase(n)`` and ``entry(n)`` give records as ``match/compile.py`` writes them. ``hash`` is that of all source files.
    """

    __slots__ = (
        "_entries",
        "_entry_records",
        "_kinds",
        "_known_users",
        "_phrase_records",
        "_phrases",
        "_serves",
        "_slips",
        "_users",
        "always",
        "container",
        "meta",
        "scanner",
    )

    def __init__(self, container: Container, scanner: Scanner | None = None) -> None:
        self.container = container
        self.meta: dict[str, Any] = json.loads(container.text("meta"))
        self._phrases = Rows(container, "phrases")
        self._entries = Rows(container, "entries")
        self._users = Rows(container, "users")
        self._kinds = bytes(container.section("kinds"))
        self._serves = bytes(container.section("serves"))
        self._known_users: dict[int, array[int]] = {}
        self.always = numbers(container.section("always"))
        self.scanner = scanner or opened(container.tag, bytes(container.section("automaton"))) or self._anew()
        self._phrase_records: dict[int, dict[str, Any]] = {}
        self._entry_records: dict[int, dict[str, Any]] = {}
        self._slips: SlipIndex | None = None

    def _anew(self) -> Scanner:
        return built(self.literals())

    def literals(self) -> list[bytes]:
        """The literals of the scan, by number."""
        text = bytes(self.container.section("literals"))
        return [b" " + line + b" " for line in text.split(b"\n")] if text else []

    @property
    def literal_lengths(self) -> "array[int]":
        """The length of each literal in bytes."""
        return numbers(self.container.section("lengths"))

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

    def patches(self, rule: str) -> list[dict[str, Any]]:
        """What ``rules:`` changes of an entry: records of off, severity and when, in order."""
        return list(self.meta["patches"].get(rule, ()))

    def kind(self, phrase: int) -> int:
        """ENTRY, PREFER or SIGNAL."""
        return self._kinds[phrase]

    def phrase(self, number: int) -> dict[str, Any]:
        """The record of a phrase."""
        record = self._phrase_records.get(number)
        if record is None:
            record = self._phrase_records[number] = json.loads(bytes(self._phrases[number]))
            record["own"] = frozenset(record["own"])
            record["words"] = frozenset(
                word for state in record.get("program", _NONE)["states"] for word in state.get("w", ())
            )
        return record

    def entry(self, number: int) -> dict[str, Any]:
        """The record of an entry."""
        record = self._entry_records.get(number)
        if record is None:
            record = self._entry_records[number] = json.loads(bytes(self._entries[number]))
        return record

    def users(self, literal: int) -> "array[int]":
        """The phrases that a literal stands for."""
        found = self._known_users.get(literal)
        if found is None:
            found = self._known_users[literal] = numbers(self._users[literal])
        return found

    def serves(self, literal: int, kind: int) -> bool:
        """Whether a literal stands for a phrase of the kind."""
        return bool(self._serves[literal] >> kind & 1)

    @property
    def slips(self) -> SlipIndex:
        """What the words of a text may be slips of."""
        if self._slips is None:
            of = self.container
            self._slips = SlipIndex(
                of.text("common"),
                of.text("vocabulary"),
                json.loads(of.text("images")),
                numbers(of.section("deletions")),
                numbers(of.section("owners")),
                of.text("english"),
            )
        return self._slips
