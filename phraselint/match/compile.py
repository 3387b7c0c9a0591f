"""From what a phrasebook says to the compiled book: programs, literals, the automaton, and the tables of slips."""

from __future__ import annotations

from array import array
from typing import Any

from phraselint.book.contents import Contents, Phrase
from phraselint.match.container import Container, content_hash
from phraselint.match.packing import packed, row_sections
from phraselint.match.phrasebook import AVOID, ENTRY, LISTEN, PARTS, PREFER, SIGNAL, Phrasebook
from phraselint.match.records import Records, gate_record, rule_record, written
from phraselint.match.runs import run_table
from phraselint.match.scanner import built
from phraselint.match.slip_tables import SlipTables
from phraselint.match.workings import Workings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from phraselint.match.scanner import Scanner

    Kept = Callable[[bytes, Callable[[], bytes]], bytes]
    """Gives the bytes that were made of something (the first argument) before, else has them made."""


class _Row:
    """One phrase on its way into the book: whose it is, and its record."""

    __slots__ = ("kind", "owner", "phrase", "record")

    def __init__(self, kind: int, owner: str, phrase: Phrase, record: dict[str, Any]) -> None:
        self.kind = kind
        self.owner = (kind, owner)
        self.phrase = phrase
        self.record = record


def _made(_: bytes, make: Callable[[], bytes]) -> bytes:
    return make()


def compiled(contents: Contents, engine: str | None = None) -> Phrasebook:
    """The compiled book; ``engine`` forces one of the scanner's engines."""
    data, scanners = compiled_bytes(contents, engine)
    return Phrasebook(Container(data), scanners)


def compiled_bytes(
    contents: Contents,
    engine: str | None = None,
    owner: str = "",
    kept: Kept = _made,
    workings: Workings | None = None,
) -> tuple[bytes, dict[str, Scanner]]:
    """The compiled book as bytes that name their ``owner``, and the scanners that were made for it, by part.

    ``kept`` may know the part that listens, which is the same in most books; ``workings`` what is made of patterns.
    """
    workings = Workings() if workings is None else workings
    records = Records(workings)
    rows = _rows(contents, records)
    hashes = [(path, content_hash(content)) for path, content in contents.sources]
    avoid = _Part(rows, AVOID, engine, workings)
    scanners = {AVOID: avoid.scanner}
    known_by = _known_by(rows)

    def listening() -> bytes:
        part = _Part(rows, LISTEN, engine, workings)
        scanners[LISTEN] = part.scanner
        return packed(part.tag, [], part.sections(), owner=content_hash(known_by))

    more = kept(known_by, listening)
    sections = {
        **row_sections("meta", [written(_meta(contents, records, hashes))]),
        **row_sections("ids", [" ".join(entry.id for entry in contents.entries).encode()]),
        **row_sections("signals", ["\n".join(_signal_rows(rows)).encode()]),
        **row_sections("gates", [written(list(map(gate_record, contents.rules)))]),
        **row_sections("rules", (written(rule_record(rule)) for rule in contents.rules)),
        **row_sections("entries", (written(records.entry(each, place)) for place, each in enumerate(contents.entries))),
        **row_sections("contexts", map(written, records.contexts.programs)),
        **row_sections("context sources", map(_encoded, records.contexts.sources)),
        **row_sections("openers", map(_encoded, records.contexts.openers())),
        **row_sections("kinds", [bytes(row.kind for row in rows)]),
        **avoid.sections(),
    }
    return packed(avoid.tag, hashes, sections, more, owner), scanners


def _known_by(rows: list[_Row]) -> bytes:
    """All that the part that listens is made of."""
    return written([(row.record, row.phrase.source) for row in rows if PARTS[row.kind] == LISTEN])


class _Part:
    """The phrases that one scan looks for: their literals, the automaton, and the slips that they forgive."""

    def __init__(self, rows: list[_Row], name: str, engine: str | None, workings: Workings) -> None:
        self._workings = workings
        own = [(number, row) for number, row in enumerate(rows) if PARTS[row.kind] == name]
        self.first = own[0][0] if own else 0  # the phrases of a part stand together
        self.rows = [row for _, row in own]
        self.own = _own_words(self.rows)
        self.slips = SlipTables({word for row in self.rows if row.record["typos"] for word in _words(row)}, workings)
        self.users: dict[str, list[int]] = {}
        self.always: list[int] = []
        self.forgiving: dict[str, list[int]] = {}  # as ``users``, of phrases that forgive slips
        for number, row in own:
            self._add(number, row)
        for literal, phrases in self.forgiving.items():
            for variant in self.slips.variants(literal):
                self.users[variant] = sorted({*self.users.get(variant, ()), *phrases})
        self.literals = sorted(self.users)
        self.scanner = built([f" {literal} ".encode(errors="surrogatepass") for literal in self.literals], engine)

    @property
    def tag(self) -> str:
        """What made the automaton that is saved; "" where none is."""
        return self.scanner.tag if self.scanner.saved() else ""

    def _add(self, number: int, row: _Row) -> None:
        found = self._workings.literals(row.phrase.pattern) if row.phrase.pattern else None
        if found is None:
            self.always.append(number)
        for literal in found or ():
            self.users.setdefault(literal.strip(" "), []).append(number)
            if row.record["typos"]:
                self.forgiving.setdefault(literal.strip(" "), []).append(number)

    def sections(self) -> dict[str, bytes]:
        """The part as sections of the compiled book."""
        literals = list(map(_encoded, self.literals))
        return {
            "about": array("I", [self.first, any(row.record["typos"] for row in self.rows)]).tobytes(),
            **row_sections("users", (array("I", self.users[literal]).tobytes() for literal in self.literals)),
            "literals": b"\n".join(literals),
            **run_table(self.literals),
            "lengths": array("I", [len(literal) + 2 for literal in literals]).tobytes(),
            "always": array("I", self.always).tobytes(),
            "automaton": self.scanner.saved(),
            **row_sections("own", (_encoded(" ".join(sorted(words))) for words in self.own)),
            **row_sections("required", (_encoded(self._required(row.phrase)) for row in self.rows)),
            **row_sections("phrases", (written(row.record) for row in self.rows)),
            **self.slips.sections(),
        }

    def _required(self, phrase: Phrase) -> str:
        """A line for each group of words of which a match holds one: what makes most candidates none."""
        if phrase.pattern is None:
            return ""
        return "\n".join(" ".join(words) for words in self._workings.required(phrase.pattern))


def _rows(contents: Contents, records: Records) -> list[_Row]:
    """All phrases by their number. Those that listen come first, so that no entry changes anything of them."""
    rows: list[_Row] = []

    def add(kind: int, owner: str, phrase: Phrase, entry: int | None = None) -> None:
        rows.append(_Row(kind, owner, phrase, records.phrase(phrase, owner, entry)))

    for signal in contents.signals:
        for phrase in signal.phrases:
            add(SIGNAL, signal.name, phrase)
    for place, entry in enumerate(contents.entries):
        for phrase in entry.phrases:
            add(ENTRY, entry.id, phrase, place)
    for prefer in contents.prefer:
        for phrase in prefer.phrases:
            add(PREFER, prefer.id, _conditioned(phrase, prefer))
    return rows


def _conditioned(phrase: Phrase, owner: Any) -> Phrase:
    from dataclasses import replace

    return replace(
        phrase,
        when=owner.when if phrase.when is None else phrase.when,
        unless=owner.unless if phrase.unless is None else phrase.unless,
    )


def _own_words(rows: list[_Row]) -> list[set[str]]:
    """The words of the forgiving phrases of each owner, by its number; the records take the number."""
    own: dict[tuple[int, str], set[str]] = {}
    for row in rows:
        own.setdefault(row.owner, set()).update(_words(row) if row.record["typos"] else ())
    places = {owner: place for place, owner in enumerate(own)}
    for row in rows:
        row.record["owner"] = places[row.owner]
    return list(own.values())


def _words(row: _Row) -> set[str]:
    states = row.record.get("program", {}).get("states", ())
    return {word for state in states for words in state.get("w", ()) for word in words.split(" ")}


def _encoded(text: str) -> bytes:
    return text.encode(errors="surrogatepass")


def _meta(contents: Contents, records: Records, hashes: list[tuple[str, str]]) -> dict[str, Any]:
    return {
        "name": contents.name,
        "version": contents.version,
        "language": contents.language,
        "segments": list(contents.segments),
        "team": dict(contents.team),
        "gate": dict(contents.gate),
        "settings": dict(contents.settings),
        "speakers": sorted(_speakers(contents)),
        "patches": records.patches(contents),
        "hash": content_hash("\n".join(each for _, each in hashes).encode()),
    }


def _speakers(contents: Contents) -> set[str]:
    """Whose messages any entry asks for: the agents', unless its conditions say otherwise."""
    found: set[str] = set()
    for entry in contents.entries:
        for when in [entry.when, *(phrase.when for phrase in entry.phrases if phrase.when is not None)]:
            asked = [str(value) for each in when if each.name == "speaker" for value in each.values]
            found.update(asked or ["agent"])
    return found


def _signal_rows(rows: list[_Row]) -> list[str]:
    """The name and the rows of each signal, half-open: those of one signal stand together."""
    found: dict[str, tuple[int, int]] = {}
    for number, row in enumerate(rows):
        if row.kind == SIGNAL:
            name = row.record["name"]
            found[name] = found.get(name, (number, 0))[0], number + 1
    return [f"{name} {first} {last}" for name, (first, last) in found.items()]
