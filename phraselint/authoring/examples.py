"""Proves entries by their examples and replacements, and says of what does not hold why."""

from collections.abc import Iterator
from typing import NamedTuple

from phraselint.authoring.failures import shown
from phraselint.book.contents import Entry, Example, Place, Replacement
from phraselint.engine.linter import Linter
from phraselint.engine.result import Result
from phraselint.match.phrasebook import Phrasebook
from phraselint.model.conversation import Channel, Conversation, Message, Speaker
from phraselint.model.findings import Finding, Safety


class Proof(NamedTuple):
    """One thing to prove of an entry: an example, or that a replacement is not itself flagged.

    ``above`` are the entries of a phrasebook that extends the one in which this stands: one of them that is shown in
    the place of this, since it is of the same category and longer, is no mistake.
    """

    id: str
    what: Example | Replacement
    above: frozenset[str] = frozenset()

    @property
    def place(self) -> Place:
        """Where it stands in the book."""
        return self.what.place

    def wrong(self, linter: Linter) -> str:
        """Why it does not hold, in words; "" where it does."""
        if isinstance(self.what, Example):
            return _wrong_example(self.what, self.id, linter, self.above)
        return _wrong_offer(self.what, linter)


def entry_proofs(entry: Entry, above: frozenset[str] = frozenset()) -> Iterator[Proof]:
    """All that is to prove of an entry."""
    for example in entry.examples:
        yield Proof(entry.id, example, above)
    for offer in [*entry.instead, *(each for phrase in entry.phrases for each in phrase.instead or ())]:
        if offer.say and offer.safety is not Safety.GUIDE and "<" not in offer.say:
            yield Proof(entry.id, offer)


def _wrong_example(example: Example, rule: str, linter: Linter, above: frozenset[str]) -> str:
    result = run(example, example.text, linter)
    found = spans(result, rule)
    match example.kind:
        case "flag":
            if found == example.spans:
                return _wrong_fix(example, result, linter)
            if above and _covered(example, rule, found, result, linter, above):
                return ""
            expected = _words(example, example.spans)
            instead = _instead(example, rule, result, linter)
            return f"{shown(example.text)}: expected {expected}, found {_words(example, found)}{instead}"
        case "pass":
            return f"{shown(example.text)}: must pass, but flags {_words(example, found)}" if found else ""
        case "known-miss":
            caught = found == example.spans if example.spans else bool(found)
            return f"{shown(example.text)}: is flagged now: make it a 'flag'" if caught else ""
    return "" if found else f"{shown(example.text)}: passes now: make it a 'pass'"


def rule_ids(book: Phrasebook) -> frozenset[str]:
    """The ids of the service rules: they judge whole messages, which an offer or an example of an entry is not."""
    return frozenset(book.rule_ids())


def _wrong_offer(offer: Replacement, linter: Linter) -> str:
    flagged = next(iter(linter.lint(offer.say, ignore=rule_ids(linter.book)).findings), None)
    return f"offers {offer.say!r}, in which {flagged.rule} flags {flagged.match!r}" if flagged else ""


def run(
    example: Example,
    text: str,
    linter: Linter,
    ignore: frozenset[str] = frozenset(),
    only: frozenset[str] | None = None,
) -> Result:
    """What the linter says of ``text`` in the place of the example's own: its customer, channel and segment."""
    customer = example.context.get("customer")
    before = (Message(customer, Speaker.CUSTOMER),) if customer is not None else ()
    channel = example.context.get("channel")
    conversation = Conversation(
        (*before, Message(text)), channel=Channel(channel) if channel else None, segment=example.context.get("segment")
    )
    return linter.lint(conversation, ignore=ignore, only=only)


def others(example: Example, rule: str, result: Result, linter: Linter) -> list[Finding]:
    """The findings of other entries at the places that an example marks."""
    left_out = {rule, *rule_ids(linter.book)}
    spans = example.spans
    found = (each for each in result.draft_findings if each.rule not in left_out)
    return [each for each in found if any(each.start < end and start < each.end for start, end in spans)]


def spans(result: Result, rule: str) -> tuple[tuple[int, int], ...]:
    """Where a result has findings of one entry in its last message."""
    return tuple((each.start, each.end) for each in result.draft_findings if each.rule == rule)


def _wrong_fix(example: Example, result: Result, linter: Linter) -> str:
    """What is wrong with ``becomes``: it must be what the fix yields, and nothing in it may be flagged."""
    if example.becomes is None:
        return ""
    fixed = result.fixed(review=True)
    if fixed != example.becomes:
        return f"{shown(example.text)}: expected to become {example.becomes!r}, became {fixed!r}"
    rules = rule_ids(linter.book)
    left = [each for each in run(example, fixed, linter).draft_findings if each.rule not in rules]
    return f"becomes {shown(fixed)}, in which {left[0].rule} flags {left[0].match!r}" if left else ""


def _instead(example: Example, rule: str, result: Result, linter: Linter) -> str:
    """Why nothing was found there: the phrases do not match, or another entry of the same category was."""
    if not _matches(example, rule, linter):
        return "; the phrases do not match these words: try them by 'phraselint lexicon try'"
    won = next(_shown_instead(example, rule, result, linter), None)
    where = f"'{won.rule}' of the same category ({won.category}) flags {won.match!r} there" if won else ""
    todo = "give it a category of its own to see both, or leave these words to the other"
    return f"; {where}, and of those one is shown: the longest, else the first; {todo}" if won else ""


def _matches(example: Example, rule: str, linter: Linter) -> bool:
    """Whether an entry, asked alone, has a match at the places that its example marks, be it excused there."""
    alone = run(example, example.text, linter, only=frozenset((rule,)))
    places = [(each.start, each.end) for each in alone.draft_findings]
    places += [(each.start, each.end) for each in alone.excused]
    return any(first < end and start < last for first, last in places for start, end in example.spans)


def _shown_instead(example: Example, rule: str, result: Result, linter: Linter) -> Iterator[Finding]:
    """The findings of other entries of the same category at the places that an example marks."""
    book = linter.book
    category = book.entry(book.ids().index(rule))["category"]
    return (each for each in others(example, rule, result, linter) if each.category == category)


def _covered(
    example: Example,
    rule: str,
    found: tuple[tuple[int, int], ...],
    result: Result,
    linter: Linter,
    above: frozenset[str],
) -> bool:
    """Whether at each place that is marked and not found an entry of ``above`` is, of the same category."""
    if not set(found).issubset(example.spans):
        return False
    shown = [each for each in _shown_instead(example, rule, result, linter) if each.rule in above]
    left = set(example.spans).difference(found)
    return all(any(each.start < end and start < each.end for each in shown) for start, end in left)


def _words(example: Example, found: tuple[tuple[int, int], ...]) -> str:
    """Spans as people read them: the words and where they stand."""
    return ", ".join(f"{example.text[start:end]!r} at {start}-{end}" for start, end in found) or "nothing"
