"""The pages of the service rules in the documentation, made from their files: a page a rule, and a list of all."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from phraselint.book.contents import Contents, Rule, RuleExample, Signal
from phraselint.engine.triggers import SHAPES
from phraselint.model.conversation import Conversation, Message
from phraselint.reporters.record import quoted

INDEX = "README.md"

NEEDED = {
    "message": "a message",
    "conversation": "the conversation",
    "timestamps": "times of all messages",
    "customer-name": "the customer's name",
    "channel-email": "e-mail or ticket",
    "channel-internal": "internal notes",
    "nlp": "spaCy and its model (extra `nlp`)",
}
_KINDS = {
    "flag": "Flagged",
    "pass": "Passes",
    "known-miss": "Should be flagged, and is not yet",
    "known-false-alarm": "Should pass, and does not yet",
}


def rule_rows(contents: Contents) -> list[dict[str, Any]]:
    """The rules of a phrasebook as flat records; the severity is "off" where it switches a rule off."""
    patches = {patch.id: patch for patch in contents.patches if not patch.when}
    return [
        {
            "id": rule.id,
            "group": rule.group,
            "severity": _severity(rule, patches.get(rule.id)),
            "needs": list(rule.needs),
            "summary": rule.summary,
            "settings": dict(rule.settings),
        }
        for rule in contents.rules
    ]


def _severity(rule: Rule, patch: Any) -> str:
    if patch is None:
        return str(rule.severity)
    return "off" if patch.off else str(patch.severity or rule.severity)


def index(rules: Sequence[Rule]) -> str:
    """The page that lists all rules by group."""
    lines = [
        "# Service rules",
        "",
        "Made from `rules/` by `phraselint rules page`. How they work: [rules.md](../rules.md).",
    ]
    alone = ", ".join(_linked(rule) for rule in rules if asks_alone(rule))
    known = ", ".join(_linked(rule) for rule in rules if rule.needs == ("customer-name",))
    lines += [
        "",
        f"A draft alone, without its conversation, is judged by {alone}; a mail to one person by {known}, too.",
    ]
    for group, found in groupby(rules, key=lambda rule: rule.group):
        lines += ["", f"## {group}", "", "| rule | finds | severity | needs |", "| --- | --- | --- | --- |"]
        lines += [
            f"| [`{rule.id}`]({rule.id}.md) | {_cell(rule.summary)} | {rule.severity} | {needs_of(rule)} |"
            for rule in found
        ]
    return "\n".join(lines) + "\n"


def page_of(rule: Rule) -> str:
    """The page of one rule."""
    return "\n".join(_lines(rule)) + "\n"


def _lines(rule: Rule) -> Iterator[str]:
    yield f"# {rule.id}"
    yield f"\n{rule.summary}.\n" if rule.summary[-1:] not in ".?!" else f"\n{rule.summary}\n"
    yield f"Group `{rule.group}`, severity `{rule.severity}`, needs {needs_of(rule)}.\n"
    yield f"{' '.join(rule.why.split())}\n"
    yield f"It says: *{_cell(rule.says)}*\n"
    if rule.suggest:
        yield "It suggests:\n"
        yield from (f"- {_cell(quoted(each.say))} ({each.safety})" for each in rule.suggest)
        yield ""
    if rule.settings:
        yield "## Settings\n"
        yield f"To be changed in a phrasebook under `rules: {{{rule.id}: ...}}`; these are the defaults.\n"
        yield f"```yaml\n{_written(rule, 'settings')}\n```\n"
    if rule.signals:
        yield "## What it listens for\n"
        yield "A phrasebook adds to a list under `signals:`, by its name.\n"
        yield from map(_signal, rule.signals)
        yield ""
    yield "## Examples"
    for example in rule.examples:
        yield from _example(example)
    yield f"\nMade from `rules/{rule.group}/{rule.id}.yaml` by `phraselint rules page`."


def _linked(rule: Rule) -> str:
    return f"[`{rule.id}`]({rule.id}.md)"


def needs_of(rule: Rule) -> str:
    """What a rule needs, in words: where a draft alone is not asked, that is the conversation."""
    named = dict.fromkeys(need if need != "message" or asks_alone(rule) else "conversation" for need in rule.needs)
    return ", ".join(NEEDED[need] for need in named)


def asks_alone(rule: Rule) -> bool:
    """Whether a draft without its conversation is judged by a rule: for what its letters show, and in notes."""
    if "conversation" in rule.needs:
        return False
    return "channel-internal" in rule.needs or any(trigger.kind in SHAPES for trigger in rule.triggers)


def _written(rule: Rule, key: str) -> str:
    """The lines of a key as they stand in the file, with their comments."""
    with open(rule.place.path, encoding="utf-8") as file:
        text = file.read()
    found = re.search(rf"^{key}:.*\n(?:(?:[ #].*)?\n)*", text, re.MULTILINE)
    return found[0].rstrip() if found else ""


def _signal(signal: Signal) -> str:
    sources = [phrase.source for phrase in signal.phrases]
    shown = f"`{_short(sources[0])}`" if sources else ""
    more = f" and {len(sources) - 1} more" if len(sources) > 1 else ""
    return f"- `{signal.name}`: {shown}{more}"


def _short(text: str) -> str:
    return text if len(text) <= 80 else text[:79] + "…"


def _example(example: RuleExample) -> Iterator[str]:
    about, because = _about(example.conversation), example.because
    where, why = f" ({about})" if about else "", f", {because}" if because else ""
    yield f"\n{_KINDS[example.kind]}{where}{why}:\n"
    for place, message in enumerate(example.conversation.messages):
        spans = [(start, end) for number, start, end in example.spans if number == place]
        yield f"> {_who(message)}: {_marked(message.text, spans)}  "
    if example.evidence:
        yield f"\nEvidence: {', '.join(_evidence(each) for each in example.evidence)}."


def _who(message: Message) -> str:
    more = [part for part in (message.author, message.channel, message.timestamp) if part]
    return f"**{message.speaker}**" + (f" ({', '.join(more)})" if more else "")


def _about(conversation: Conversation) -> str:
    fields = [f"{name}: {value}" for name, value in conversation.fields.items()]
    named = {
        "": conversation.channel,
        "customer ": conversation.customer.name,
        "agent ": conversation.agent.name,
        "status ": conversation.status,
        "segment ": conversation.segment,
    }
    return ", ".join([*(f"{name}{value}" for name, value in named.items() if value), *fields])


def _evidence(each: int | str) -> str:
    return f"message {each + 1}" if isinstance(each, int) else f"the field `{each}`"


def _marked(text: str, spans: list[tuple[int, int]]) -> str:
    """A text for Markdown with what is flagged in bold; line ends stay inside the quotation."""
    parts, at = [], 0
    for start, end in sorted(spans):
        parts += [_cell(text[at:start]), f"**{_cell(text[start:end])}**" if start < end else ""]
        at = end
    return "".join([*parts, _cell(text[at:])]).replace("\n", "  \n> ")


def _cell(text: str) -> str:
    """A text whose characters mean nothing to Markdown."""
    return re.sub(r"([\\`*_\[\]<>|#~])", r"\\\1", text)
