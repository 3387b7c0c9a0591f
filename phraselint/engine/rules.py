"""The service rules over one conversation: what they find, with the severity and the settings that hold there."""

from __future__ import annotations

from phraselint.engine.conditions import Here, holds
from phraselint.engine.judge import patched
from phraselint.model.findings import Safety, Severity, Suggestion
from phraselint.model.values import NamedTuple
from phraselint.service.case import Fault
from phraselint.service.checks import check_of
from phraselint.text import regex

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from typing import Any

    from phraselint.engine.gates import Gate
    from phraselint.match.phrasebook import Phrasebook

    Patch = Mapping[str, Any]
    Rule = Mapping[str, Any]
    """The record of a rule in the compiled book, as match/records.py writes it."""

NO_MATCH: Any = None
"""What conditions of a change of a rule ask about: messages only (book/condition_shape.py: OF_MESSAGES)."""

_BLANK = regex.compile(r"\{([a-z][a-z_]*)\}")


class Broken(NamedTuple):
    """One fault with the rule that it breaks, and its severity here; ``patched`` says who changed that."""

    rule: Rule
    severity: Severity
    fault: Fault
    patched: str = ""

    @property
    def id(self) -> str:
        """The id of the rule."""
        return str(self.rule["id"])

    @property
    def category(self) -> str:
        """The group of the rule."""
        return str(self.rule["group"])

    @property
    def start(self) -> int:
        """Where the fault begins in the message."""
        return self.fault.start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.fault.end

    def says(self) -> str:
        """What the finding tells: what was found, and the first sentence of why that matters."""
        return f"{filled(self.rule['says'], self.fault.values)} {self.rule['because']}".strip()

    def suggestions(self) -> tuple[Suggestion, ...]:
        """What to say or do instead; with a blank left it is advice."""
        return tuple(self._suggestion(each["say"], Safety(each["safety"])) for each in self.rule["suggest"])

    def _suggestion(self, say: str, safety: Safety) -> Suggestion:
        left = any(found[1] not in self.fault.values for found in _BLANK.finditer(say))
        text = filled(say, self.fault.values)
        return Suggestion(text, Safety.GUIDE if left else safety, self.fault.start, self.fault.end)


def broken(name: str, gate: Gate) -> Iterator[Broken]:
    """What a rule finds in a conversation."""
    check, rule = check_of(name), gate.book.rule(name)
    for settings, places in _settings(rule, gate):
        for fault in check(gate.case, settings):
            if places is None or fault.message in places:
                yield from _with_severity(rule, fault, gate)


def _with_severity(rule: Rule, fault: Fault, gate: Gate) -> Iterator[Broken]:
    """The fault with the severity that the phrasebook gives it; nothing where it is switched off there."""
    here = Here(NO_MATCH, gate.told[fault.message].context)
    severity, reason = patched(rule["severity"], rule["id"], here)
    if severity is not None:
        yield Broken(rule, severity, fault, reason)


def _settings(rule: Rule, gate: Gate) -> Iterator[tuple[dict[str, Any], Collection[int] | None]]:
    """The settings of a rule, each with the messages that they hold for: None for all, since few change by place."""
    patches = gate.book.patches(rule["id"])
    if not any(patch["keys"] and patch["when"] for patch in patches):
        yield settings_of(rule, patches), None
        return
    groups: dict[tuple[int, ...], list[int]] = {}
    for place, told in enumerate(gate.told):
        here = Here(NO_MATCH, told.context)
        holding = tuple(number for number, patch in enumerate(patches) if holds(patch, here))
        groups.setdefault(holding, []).append(place)
    for holding, places in groups.items():
        yield settings_of(rule, [patches[number] for number in holding]), places


def settings_of(rule: Rule, patches: Collection[Patch]) -> dict[str, Any]:
    """The rule's settings with these changes; a mapping is changed key by key."""
    settings: dict[str, Any] = dict(rule["settings"])
    for patch in patches:
        for name, value in patch["keys"].items():
            before = settings.get(name)
            settings[name] = {**before, **value} if isinstance(before, dict) and isinstance(value, dict) else value
    return settings


def defaults(book: Phrasebook, rule: str) -> dict[str, Any]:
    """The settings that hold for a rule wherever a phrasebook's changes have no condition."""
    return settings_of(book.rule(rule), [patch for patch in book.patches(rule) if not patch["when"]])


def filled(words: str, values: Mapping[str, str]) -> str:
    """``words`` with the blanks that there is a value for filled."""
    return _BLANK.sub(lambda blank: values.get(blank[1], blank[0]), words)
