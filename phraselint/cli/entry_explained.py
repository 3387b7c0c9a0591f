"""What ``phraselint explain`` says of an entry."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from phraselint.book.contents import Condition, Conditions, Entry, Phrase, Reference, Replacement
from phraselint.book.pattern import Pattern
from phraselint.reporters.record import quoted

FEW = 3  # examples of a kind, and phrases, that are shown at first
MORE = "  and {} more; --all shows them"


def explained(entry: Entry, whole: bool) -> Iterator[str]:
    """The lines that explain an entry; ``whole`` with every phrase, condition and example."""
    yield f"{entry.id}: {entry.severity}, {entry.category}"
    if entry.in_place_of:
        yield f"stands whole in place of: {_where(entry.in_place_of)}"
    if entry.why:
        yield f"why: {' '.join(entry.why.split())}"
    if entry.instead:
        own = any(phrase.instead for phrase in entry.phrases)
        yield "say instead, where a phrase below has no wording of its own:" if own else "say instead:"
        yield from (f"  {each}" for each in _wordings(entry.instead, whole))
    if entry.examples:
        yield "examples:"
        yield from few([f"  {kind}: {text}" for kind, text in _examples(entry, whole)], whole, of=2 * FEW)
    yield "avoid:"
    yield from few([f"  {_avoided(each, whole)}" for each in entry.phrases], whole, of=FEW)
    if whole and (entry.when or entry.unless):
        yield f"only{conditions(entry.when, entry.unless)}"
    yield f"switched on by: {_where(entry)}"


def _where(entry: Entry) -> str:
    return f"{entry.place.path}:{entry.place.line} ({entry.pack})"


def few(lines: list[str], whole: bool, of: int) -> Iterator[str]:
    """The lines, or the first of them and how many more."""
    shown = lines if whole or len(lines) <= of else lines[:of]
    yield from shown
    if len(shown) < len(lines):
        yield MORE.format(len(lines) - len(shown))


def _avoided(phrase: Phrase, whole: bool) -> str:
    """A phrase with what to say instead of it, where that is its own."""
    named = phrase.source + (conditions(phrase.when or (), phrase.unless or ()) if whole else "")
    return f"{named} -> {' or '.join(_wordings(phrase.instead, whole))}" if phrase.instead else named


def _wordings(offered: Sequence[Replacement], whole: bool) -> Iterator[str]:
    """Each wording once, with what the customer must have done for it; or ``whole``, with all its conditions."""
    if whole:
        yield from map(_offered, offered)
        return
    first = {each.say: each for each in reversed(offered)}
    for say in dict.fromkeys(each.say for each in offered):
        asked = tuple(each for each in first[say].when if each.name == "reply_to")
        yield _offered(replace(first[say], when=asked, unless=()))


def _examples(entry: Entry, whole: bool) -> list[tuple[str, str]]:
    """The examples, or the first that are flagged and the first that pass."""
    found = [(each.kind, marked(each.text, each.spans)) for each in entry.examples]
    if whole:
        return found
    flagged, passing = ([each for each in found if each[0] == kind] for kind in ("flag", "pass"))
    return [*flagged[:FEW], *passing[:FEW], *flagged[FEW:], *passing[FEW:]]


def _offered(replacement: Replacement) -> str:
    said = quoted(replacement.say) if replacement.say else "leave it out"
    return f"{said} ({replacement.safety}){conditions(replacement.when, replacement.unless)}"


def conditions(when: Conditions, unless: Conditions) -> str:
    """`` when reply_to is thanks; unless before is "there {be}"``."""
    parts = [f" when {_worded(each)}" for each in when] + [f" unless {_worded(each)}" for each in unless]
    return ";".join(parts)


def _worded(condition: Condition) -> str:
    return f"{condition.name.replace('_', ' ')} is {' or '.join(map(_value, condition.values))}"


def _value(value: str | Pattern | Reference) -> str:
    if isinstance(value, str):
        return value
    return value.name if isinstance(value, Reference) else f'"{value.source}"'


def marked(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """The text on one line, with [[ ]] around what is flagged."""
    for start, end in reversed(spans):
        text = f"{text[:start]}[[{text[start:end]}]]{text[end:]}"
    return text.replace("\n", " ")
