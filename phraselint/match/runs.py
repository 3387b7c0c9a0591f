"""The scan of a short text without an automaton: its runs of words are looked up one by one.

Slower than the automaton, but ready at once: a lone draft is judged before an automaton would have been loaded.
"""

from __future__ import annotations

from phraselint.match.container import WordTable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from phraselint.match.container import Container
    from phraselint.match.scanner import Hit

    Note = tuple[int | None, bool]
    """The number of the literal that a run is, if it is one, and whether a longer one begins with it."""

    Ways = Sequence[tuple[bytes, int]]

_LONGER = b"+"


class RunScanner:
    """Finds what the automaton finds (scanner.py): the literals of a part of the book, in the form of the scan."""

    __slots__ = ("_known", "_table")

    def __init__(self, container: Container) -> None:
        self._table = WordTable(container, "runs")
        self._known: dict[bytes, Note | None] = {}

    def scan(self, data: bytes) -> list[Hit]:
        """Every place of every literal."""
        hits: list[Hit] = []
        words = data.split(b" ")
        notes = {word: self._note(word) for word in set(words)}
        at = 0
        for place, word in enumerate(words):
            at += len(word) + 1
            note = notes[word]
            run, end, last = word, at, place
            while note:
                number, longer = note
                if number is not None:
                    hits.append((number, end))
                last += 1
                if not longer or last == len(words) or not words[last]:
                    break
                run = b"%b %b" % (run, words[last])
                end += len(words[last]) + 1
                note = self._note(run)
        return hits

    def readings(self, ways: Sequence[Ways]) -> set[int]:
        """The literals in a few words that may be read in many ways: no way is followed that no literal begins with.

        ``ways`` are, for each word, what may stand from there on, and how many of the words that takes the place of.
        """
        found: set[int] = set()
        begun: set[tuple[bytes, int]] = {(b"", place) for place in range(len(ways))}
        while begun:
            run, place = begun.pop()
            for words, taken in ways[place]:
                longer = self._follow(run, words.split(b" "), found, anywhere=not run)
                if place + taken < len(ways):
                    begun |= {(each, place + taken) for each in longer}
        return found

    def _follow(self, run: bytes, words: list[bytes], found: set[int], anywhere: bool) -> set[bytes]:
        """Goes on from a run over words, adds literals to ``found``; gives the runs that a longer one begins with."""
        runs = {run}
        for number, word in enumerate(words):
            after = set()
            for each in runs | ({b""} if anywhere and number else set()):
                step = b"%b %b" % (each, word) if each else word
                note = self._note(step)
                if note and note[0] is not None:
                    found.add(note[0])
                if note and note[1]:
                    after.add(step)
            runs = after
        return runs

    def _note(self, run: bytes) -> Note | None:
        if run not in self._known:
            found = self._table.get(run)
            self._known[run] = None if found is None else _read(found)
        return self._known[run]


def _read(note: bytes) -> Note:
    number = note.rstrip(_LONGER)
    return int(number) if number else None, note.endswith(_LONGER)


def run_table(literals: Sequence[str]) -> dict[str, bytes]:
    """The sections that a ``RunScanner`` reads, for these literals, numbered in their order."""
    from phraselint.match.packing import word_table  # late, as only a book that is made needs it

    notes = {literal: str(number) for number, literal in enumerate(literals)}
    for literal in literals:
        words = literal.split(" ")
        for count in range(1, len(words)):
            begun = " ".join(words[:count])
            notes[begun] = notes.get(begun, "").rstrip("+") + "+"
    return word_table("runs", notes)
