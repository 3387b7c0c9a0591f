"""What a phrasebook says, as records of the compiled book."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from phraselint.book.contents import Conditions, Contents, Entry, Phrase, Reference, Replacement, Rule
from phraselint.book.pattern import Pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from phraselint.match.workings import Workings


class ContextPatterns:
    """The patterns that conditions ask for: each once, by its number, apart from the records that name it.

    Most of them are never run, since no word of the sentence may begin them.
    """

    def __init__(self, workings: Workings) -> None:
        self._workings = workings
        self._numbers: dict[str, int] = {}
        self.programs: list[dict[str, Any]] = []
        self.sources: list[str] = []

    def number(self, pattern: Pattern) -> int:
        """The number of a pattern."""
        if pattern.source not in self._numbers:
            self._numbers[pattern.source] = len(self.programs)
            self.programs.append(self._workings.program(pattern))
            self.sources.append(pattern.source)
        return self._numbers[pattern.source]

    def openers(self) -> list[str]:
        """Of each pattern the words that a match begins with; empty where it may begin with anything."""
        return [_opening(each) if each["worded"] else "" for each in self.programs]


def _opening(made: Mapping[str, Any]) -> str:
    return " ".join(made["states"][0].get("w", ()))


class Records:
    """Makes the records; ``contexts`` collects the patterns of their conditions."""

    def __init__(self, workings: Workings) -> None:
        self._workings = workings
        self.contexts = ContextPatterns(workings)

    def phrase(self, phrase: Phrase, name: str, entry: int | None) -> dict[str, Any]:
        """A phrase with what it asks for and offers itself; None where its entry speaks for it."""
        record: dict[str, Any] = {
            "entry": entry,
            "name": name,
            "accented": int(not phrase.source.isascii()),
            "typos": phrase.typos,
            "severity": phrase.severity,
            "when": None if phrase.when is None else self.conditions(phrase.when),
            "unless": None if phrase.unless is None else self.conditions(phrase.unless),
            "instead": None if phrase.instead is None else self._replacements(phrase.instead),
        }
        if phrase.pattern is not None:
            record["program"] = self._workings.program(phrase.pattern, phrase.case_exact)
            record["needs"] = self._workings.needed(phrase.pattern)
        elif phrase.regex is not None:
            record.update(regex=phrase.regex, exact=phrase.case_exact, typos=False, needs=None)
        else:
            record.update(tokens=[dict(token) for token in phrase.tokens or ()], typos=False, needs=None)
        return record

    def entry(self, entry: Entry, place: int) -> dict[str, Any]:
        """An entry, which is at ``place`` in the book."""
        return {
            "id": entry.id,
            "category": entry.category,
            "severity": entry.severity,
            "why": entry.why,
            "in": list(entry.within),
            "when": self.conditions(entry.when),
            "unless": self.conditions(entry.unless),
            "instead": self._replacements(entry.instead),
            "order": place,
        }

    def patches(self, contents: Contents) -> dict[str, list[Mapping[str, Any]]]:
        """What ``rules:`` changes, by the id of the entry or rule."""
        found: dict[str, list[Mapping[str, Any]]] = {}
        for patch in contents.patches:
            when = self.conditions(patch.when)
            found.setdefault(patch.id, []).append(
                {"off": patch.off, "severity": patch.severity, "when": when, "keys": dict(patch.keys)}
            )
        return found

    def conditions(self, conditions: Conditions) -> list[list[Any]]:
        """Conditions, each with its values."""
        return [[each.name, list(map(self._value, each.values))] for each in conditions]

    def _value(self, value: str | Pattern | Reference) -> Any:
        if isinstance(value, Pattern):
            return self.contexts.number(value)
        if isinstance(value, Reference):
            return {value.kind: value.name}
        return value

    def _replacements(self, instead: Iterable[Replacement]) -> list[dict[str, Any]]:
        return [
            {
                "say": each.say,
                "safety": each.safety,
                "when": self.conditions(each.when),
                "unless": self.conditions(each.unless),
            }
            for each in instead
        ]


def gate_record(rule: Rule) -> dict[str, Any]:
    """A service rule as long as it is not clear whether to ask it."""
    triggers = [{trigger.kind: trigger.value} for trigger in rule.triggers]
    return {"id": rule.id, "group": rule.group, "needs": rule.needs, "triggers": triggers}


def rule_record(rule: Rule) -> dict[str, Any]:
    """A service rule that is asked."""
    return {
        "id": rule.id,
        "group": rule.group,
        "severity": rule.severity,
        "because": _first_sentence(rule.why),
        "settings": rule.settings,
        "says": rule.says,
        "suggest": [{"say": each.say, "safety": each.safety} for each in rule.suggest],
    }


def _first_sentence(text: str) -> str:
    """The first sentence of a text of several lines, on one line."""
    return re.split(r"(?<=[.!?])\s", " ".join(text.split()), maxsplit=1)[0]


def written(value: object) -> bytes:
    """A record as it lies in the compiled book."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(errors="surrogatepass")
