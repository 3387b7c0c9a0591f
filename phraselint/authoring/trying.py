"""What one pattern matches in texts: the engine itself, without a phrasebook and without the linter's context."""

from collections.abc import Iterable

from phraselint.book.contents import Contents, Entry, Phrase, Place, Signal
from phraselint.book.parser import parse
from phraselint.book.pattern import Pattern
from phraselint.match.compile import compiled
from phraselint.match.find import Matcher
from phraselint.match.phrasebook import Phrasebook
from phraselint.model.findings import Severity
from phraselint.text.fold import fold

Found = tuple[int, int, str]
"""A match: its start, its end and its text."""

_NOWHERE = Place("", 1, 1)


def try_all(
    source: str, texts: Iterable[str], *, markup: str = "plain", typos: bool = False, case_exact: bool = False
) -> list[list[Found]]:
    """The matches of a pattern in each of several texts, in code points. Raises PatternError."""
    matcher = Matcher(one_entry_book([(parse(source), typos, case_exact)]))
    return [
        [(match.start, match.end, text[match.start : match.end]) for match in matcher.find(fold(text, markup)).entries]
        for text in texts
    ]


def one_entry_book(patterns: list[tuple[Pattern, bool, bool]], engine: str | None = None) -> Phrasebook:
    """A compiled book of one entry: (pattern, typos, case exact) for each phrase."""
    phrases = tuple(
        Phrase(pattern.source, _NOWHERE, pattern=pattern, typos=typos, case_exact=exact)
        for pattern, typos, exact in patterns
    )
    return compiled(contents(entries=(Entry("tried", "tried", Severity.WARNING, phrases, "", _NOWHERE, ""),)), engine)


def contents(entries: tuple[Entry, ...] = (), signals: tuple[Signal, ...] = ()) -> Contents:
    """A phrasebook of these entries and signals, and of nothing else."""
    return Contents(
        name="tried",
        version="",
        language="en",
        entries=entries,
        prefer=(),
        signals=signals,
        patches=(),
        segments=(),
        team={},
        gate={},
        settings={},
        sources=(),
    )
