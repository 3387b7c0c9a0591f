"""What ``when`` and ``unless`` may ask: one function a condition, one table.

A function answers for one value: True, False, or None where it is not known; any value satisfies its condition, and
what is not known satisfies neither ``when`` nor ``unless``. To add a condition, write its function, name it in
CONDITIONS, and give the book its name and values.
"""

from __future__ import annotations

from phraselint.engine.clauses import closes_sentence, conditional, negated, opens_sentence
from phraselint.match.execution import ends_at, starts_at
from phraselint.model.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import Any

    from phraselint.engine.context import Context
    from phraselint.engine.heard import Reference
    from phraselint.match.matches import Match

    Condition = tuple[str, Sequence[Any]]
    """A condition of a compiled record: its name and its values."""

    Conditions = Sequence[Condition]

NEXT_SENTENCES = 2
"""How many sentences after the match's own ``next_sentences`` reads."""


class Here(NamedTuple):
    """What is asked about: a match, and the message around it."""

    match: Match
    context: Context


def speaker(value: str, here: Here) -> bool | None:
    """Who wrote the message."""
    return value in ("any", here.context.speaker)


def channel(value: str, here: Here) -> bool | None:
    """Where it was written."""
    return None if here.context.channel is None else value == here.context.channel


def segment(value: str, here: Here) -> bool | None:
    """Who the customer is."""
    return None if here.context.segment is None else value == here.context.segment


def reply_to(value: str, here: Here) -> bool | None:
    """What the customer's last message does."""
    return None if here.context.reply_to is None else value in here.context.reply_to


def mood(value: str, here: Here) -> bool | None:
    """How the customer sounds."""
    return None if here.context.moods is None else value in here.context.moods


def position(value: str, here: Here) -> bool | None:
    """Where in the conversation the message stands."""
    return None if here.context.positions is None else value in here.context.positions


def sentence(value: str, here: Here) -> bool | None:
    """The sentence that the match stands in, and where in it."""
    return SENTENCES[value](here.match)


def before(value: Reference, here: Here) -> bool | None:
    """The words directly before the match, inside its sentence."""
    if isinstance(value, int):
        program = here.context.heard.book.contexts.of(value, here.match.sentence)
        return program is not None and ends_at(program, here.match.sentence, here.match.first)
    return any(last == here.match.first for _, last in here.context.heard.stretches(value, here.match.sentence))


def after(value: Reference, here: Here) -> bool | None:
    """The words directly after the match, inside its sentence."""
    if isinstance(value, int):
        program = here.context.heard.book.contexts.of(value, here.match.sentence)
        return program is not None and starts_at(program, here.match.sentence, here.match.last)
    return any(first == here.match.last for first, _ in here.context.heard.stretches(value, here.match.sentence))


def same_sentence(value: Reference, here: Here) -> bool | None:
    """What else the sentence of the match says; what lies inside the match is nothing else."""
    stretches = here.context.heard.stretches(value, here.match.sentence)
    return any(first < here.match.first or last > here.match.last for first, last in stretches)


def next_sentences(value: Reference, here: Here) -> bool | None:
    """What the two sentences after that of the match say."""
    number = here.match.sentence.number + 1
    following = here.context.heard.folded.sentences[number : number + NEXT_SENTENCES]
    return any(here.context.heard.stretches(value, each) for each in following)


def message(value: Reference, here: Here) -> bool | None:
    """What else the message says."""
    numbers = here.context.heard.numbers(value)
    return len(numbers) > (here.match.sentence.number in numbers) or same_sentence(value, here)


def earlier(value: Reference, here: Here) -> bool | None:
    """What the same speaker's earlier messages say."""
    return here.context.said_earlier(value)


CONDITIONS: dict[str, Callable[[Any, Here], bool | None]] = {
    "speaker": speaker,
    "channel": channel,
    "segment": segment,
    "reply_to": reply_to,
    "mood": mood,
    "position": position,
    "sentence": sentence,
    "before": before,
    "after": after,
    "same_sentence": same_sentence,
    "next_sentences": next_sentences,
    "message": message,
    "earlier": earlier,
}

SENTENCES: dict[str, Callable[[Match], bool]] = {
    "whole": lambda match: opens_sentence(match.sentence, match.first) and closes_sentence(match.sentence, match.last),
    "start": lambda match: opens_sentence(match.sentence, match.first),
    "end": lambda match: closes_sentence(match.sentence, match.last),
    "question": lambda match: match.sentence.question,
    "negated": negated,
    "conditional": conditional,
}


def unmet(when: Conditions, here: Here) -> Condition | None:
    """The first condition of ``when`` that does not hold; None if all hold."""
    for condition in when:
        name, values = condition
        holding = CONDITIONS[name]
        for value in values:
            if holding(value, here):
                break
        else:
            return condition
    return None


def excuse(unless: Conditions, here: Here) -> Condition | None:
    """The first condition of ``unless`` that holds, with the value that makes it; None if none does."""
    for name, values in unless:
        holding = CONDITIONS[name]
        for value in values:
            if holding(value, here):
                return name, (value,)
    return None


def holds(record: Mapping[str, Any], here: Here) -> bool:
    """Whether the ``when`` and ``unless`` of a record let it hold here."""
    return unmet(record.get("when") or (), here) is None and excuse(record.get("unless") or (), here) is None


def in_words(condition: Condition, here: Here) -> str:
    """A condition as a person would write it."""
    name, values = condition
    return f"{name} {' or '.join([_worded(value, here) for value in values])}"


def is_unknown(condition: Condition, here: Here) -> bool:
    """Whether nobody knows the answer for one of its values."""
    name, values = condition
    return any(CONDITIONS[name](value, here) is None for value in values)


def _worded(value: Any, here: Here) -> str:
    """A word as it is, a pattern in quotes, a reference with its kind."""
    if isinstance(value, str):
        return value
    if isinstance(value, int):
        return f"'{here.context.heard.book.contexts.source(value)}'"
    kind = "entry" if "entry" in value else "signal"
    return f"{kind} {value[kind]}"
