"""Writes the JSON Schemas that editors read from the tables that the loader checks by.

``python -m phraselint.book.schema`` renews the published files, lexicon.schema.json and rule.schema.json; a test keeps
them equal. Where YAML makes a number, a switch or nothing of a word, a schema takes it as the loader does: as written.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from phraselint.book import book_shape, entry_shape, rule_shape
from phraselint.book.condition_shape import CONDITIONS
from phraselint.book.fit import NAME, NUMBER, PATH_NAME
from phraselint.book.shape import FALSE, OFF, TRUE, Anything, Either, Keys, Many, Name, Named, Number, Shape, Text, Word

_Parts = Mapping[str, Keys]
_OF_BOOK: _Parts = {
    "conditions": CONDITIONS,
    "replacement": entry_shape.REPLACEMENT,
    "phrase": entry_shape.AVOIDED,
    "preferred_phrase": entry_shape.PREFERRED,
    "signal_phrase": entry_shape.LISTENED,
    "token": entry_shape.TOKEN,
    "example": entry_shape.EXAMPLE,
    "entry": entry_shape.ENTRY,
    "prefer": entry_shape.PREFER,
    "patch": book_shape.PATCH,
}
_OF_RULE: _Parts = {
    "signal_phrase": entry_shape.LISTENED,
    "token": entry_shape.TOKEN,
    "trigger": rule_shape.TRIGGER,
    "message": rule_shape.MESSAGE,
    "example": rule_shape.RULE_EXAMPLE,
}
_SWITCHES: Mapping[str, Any] = {TRUE: True, FALSE: False, OFF: False}


def schema() -> dict[str, Any]:
    """The schema of lexicon.yaml, as JSON objects."""
    return _whole("phraselint phrasebook", book_shape.BOOK, _OF_BOOK)


def rule_schema() -> dict[str, Any]:
    """The schema of rules/<group>/<id>.yaml, as JSON objects."""
    return _whole("phraselint service rule", rule_shape.RULE, _OF_RULE)


def published() -> dict[str, str]:
    """The published files, by their names."""
    made = {"lexicon.schema.json": schema(), "rule.schema.json": rule_schema()}
    return {name: json.dumps(each, indent=1, ensure_ascii=False) + "\n" for name, each in made.items()}


def _whole(title: str, root: Keys, parts: _Parts) -> dict[str, Any]:
    writer = _Writer(parts)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        **writer.keys(root),
        "$defs": {name: writer.keys(keys) for name, keys in parts.items()},
    }


class _Writer:
    """Writes shapes; the ``parts`` stand among the definitions and are referred to."""

    def __init__(self, parts: _Parts) -> None:
        self._parts = parts

    def of(self, shape: Shape) -> dict[str, Any]:
        match shape:
            case Text():
                return _text(shape)
            case Word():
                return {"enum": [*shape.words, *(_SWITCHES[word] for word in shape.words if word in _SWITCHES)]}
            case Name():
                pattern = PATH_NAME.pattern if shape.path else NAME.pattern
                return {"type": ["string", "number"], "pattern": f"^({pattern})$"}
            case Number():
                return {"type": ["integer", "string"], "minimum": 1, "pattern": f"^{NUMBER.pattern}$"}
            case Many():
                return self.many(shape)
            case Keys():
                return self.part(shape)
            case Named():
                return {
                    "type": "object",
                    "propertyNames": self.of(shape.key),
                    "additionalProperties": self.of(shape.shape),
                }
            case Either():
                return {"anyOf": [self.of(shape.short), self.of(shape.long)]}
            case Anything():
                return {}

    def many(self, shape: Many) -> dict[str, Any]:
        item = self.of(shape.shape)
        many = {"type": "array", "items": item, **({} if shape.empty else {"minItems": 1})}
        return {"anyOf": [many, item]} if shape.single else many

    def part(self, keys: Keys) -> dict[str, Any]:
        """A reference where the part stands among the definitions, else the part itself."""
        for name, part in self._parts.items():
            if part is keys:
                return {"$ref": f"#/$defs/{name}"}
        return self.keys(keys)

    def keys(self, keys: Keys) -> dict[str, Any]:
        made: dict[str, Any] = {
            "type": "object",
            "properties": {name: {"description": key.help, **self.of(key.shape)} for name, key in keys.fields.items()},
            "additionalProperties": self.of(keys.more) if keys.more else False,
        }
        if keys.required:
            made["required"] = list(keys.required)
        if keys.one_of:
            made["oneOf"] = [{"required": [name]} for name in keys.one_of]
        if keys.needs:
            made["dependentRequired"] = {name: [other] for name, other in keys.needs.items()}
        return made


def _text(shape: Text) -> dict[str, Any]:
    written = ["string", "number", "boolean"]
    return {"type": [*written, "null"]} if shape.empty else {"type": written, "pattern": r"\S"}


if __name__ == "__main__":
    for file, content in published().items():
        Path(__file__).with_name(file).write_text(content, encoding="utf-8")
