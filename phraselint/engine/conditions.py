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

    Conditions = Sequence[tuple[str, Sequence[Any]]]
    """Conditions of a compiled record: the name of each, and its values."""

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
    if "pattern" in value:
        program = here.context.heard.book.contexts.of(value["context"], here.match.sentence)
        return program is not None and ends_at(program, here.match.sentence, here.match.first)
    return any(last == here.match.first for _, last in here.context.heard.stretches(value, here.match.sentence))


def after(value: Reference, here: Here) -> bool | None:
    """The words directly after the match, inside its sentence."""
    if "pattern" in value:
        program = here.context.heard.book.contexts.of(value["context"], here.match.sentence)
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


def unmet(when: Conditions, here: Here) -> str:
    """The first condition of ``when`` that does not hold, in words; "" if all hold."""
    for name, values in when:
        answers = []
        for value in values:
            answers.append(CONDITIONS[name](value, here))
            if answers[-1]:
                break
        else:
            unknown = " (not known)" if None in answers else ""
            return f"not met: {name} {' or '.join(map(worded, values))}{unknown}"
    return ""


def excuse(unless: Conditions, here: Here) -> str:
    """The first condition of ``unless`` that holds, in words; "" if none does."""
    for name, values in unless:
        for value in values:
            if CONDITIONS[name](value, here):
                return f"excused: {name} {worded(value)}"
    return ""


def holds(record: Mapping[str, Any], here: Here) -> bool:
    """Whether the ``when`` and ``unless`` of a record let it hold here."""
    return not unmet(record.get("when") or (), here) and not excuse(record.get("unless") or (), here)


def worded(value: Any) -> str:
    """A value as a person would write it: a word as it is, a pattern in quotes, a reference with its kind."""
    if isinstance(value, str):
        return value
    if "pattern" in value:
        return f"'{value['pattern']}'"
    kind = "entry" if "entry" in value else "signal"
    return f"{kind} {value[kind]}"
