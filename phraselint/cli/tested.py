"""What ``lexicon test`` tells besides what does not hold: entries that nothing proves, or that hide another."""

from collections.abc import Collection, Iterable

from phraselint.book.contents import Contents, Entry
from phraselint.cli.output import note

NAMED = 10  # entries that are named one by one


def tell(contents: Contents, ids: Collection[str]) -> int:
    """Tells what is odd about the entries that were tested, those of ``ids`` or all; how many have no example."""
    off = contents.off
    asked = [entry for entry in contents.entries if not ids or entry.id in ids]
    tested = [entry for entry in asked if entry.id not in off]
    _tell_off(sorted(off.intersection(ids)))
    _tell_replaced([entry for entry in tested if entry.in_place_of])
    bare = [entry.id for entry in tested if not entry.examples]
    if bare:
        note(f"{_some(bare)} without an example, by which nothing is proved: {_named(bare)}")
    return len(bare)


def _tell_off(ids: list[str]) -> None:
    if ids:
        note(f"switched off under 'rules', and so not tested: {_named(ids)}")


def _tell_replaced(entries: list[Entry]) -> None:
    """Whoever writes a whole entry of a known id may have meant to change a part of it."""
    if entries:
        replaced = _named(f"{each.id} (of {each.in_place_of.pack})" for each in entries if each.in_place_of)
        stand = "stands" if len(entries) == 1 else "stand"
        note(
            f"{_some(entries)} {stand} whole in place of another of the same id, whose phrases are no longer looked "
            f"for: {replaced}; another severity, or off, is said under 'rules'"
        )


def _some(entries: Collection[object]) -> str:
    return f"{len(entries):,} {'entry' if len(entries) == 1 else 'entries'}"


def _named(names: Iterable[str]) -> str:
    told = list(names)
    more = len(told) - NAMED
    return ", ".join(told[:NAMED]) + (f" and {more:,} more" if more > 0 else "")
