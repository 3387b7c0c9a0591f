"""Writes the JSON Schema that editors read from the table that the loader checks by.

``python -m phraselint.book.schema > phraselint/book/lexicon.schema.json`` renews the published file; a test keeps the
two equal. Where YAML makes a number, a switch or nothing of a word, the schema takes it as the loader does: as written.
"""

import json
import sys
from collections.abc import Mapping
from typing import Any

from phraselint.book import shape as table
from phraselint.book.fit import NAME, NUMBER, PATH_NAME
from phraselint.book.shape import OFF, Anything, Either, Keys, Many, Name, Named, Number, Shape, Text, Word

_PARTS: Mapping[str, Keys] = {
    "conditions": table.CONDITIONS,
    "replacement": table.REPLACEMENT,
    "phrase": table.AVOIDED,
    "preferred_phrase": table.PREFERRED,
    "signal_phrase": table.LISTENED,
    "example": table.EXAMPLE,
    "entry": table.ENTRY,
    "prefer": table.PREFER,
    "patch": table.PATCH,
}
_SWITCHES: Mapping[str, Any] = {table.TRUE: True, table.FALSE: False, OFF: False}


def schema() -> dict[str, Any]:
    """The schema of lexicon.yaml, as JSON objects."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "phraselint phrasebook",
        **_keys(table.BOOK),
        "$defs": {name: _keys(keys) for name, keys in _PARTS.items()},
    }


def text() -> str:
    """The published file."""
    return json.dumps(schema(), indent=1, ensure_ascii=False) + "\n"


def _of(shape: Shape) -> dict[str, Any]:
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
            return _many(shape)
        case Keys():
            return _part(shape)
        case Named():
            return {"type": "object", "propertyNames": _of(shape.key), "additionalProperties": _of(shape.shape)}
        case Either():
            return {"anyOf": [_of(shape.short), _of(shape.long)]}
        case Anything():
            return {}


def _text(shape: Text) -> dict[str, Any]:
    written = ["string", "number", "boolean"]
    return {"type": [*written, "null"]} if shape.empty else {"type": written, "pattern": r"\S"}


def _many(shape: Many) -> dict[str, Any]:
    item = _of(shape.shape)
    many = {"type": "array", "items": item, **({} if shape.empty else {"minItems": 1})}
    return {"anyOf": [many, item]} if shape.single else many


def _part(keys: Keys) -> dict[str, Any]:
    """A reference where the part stands among the definitions, else the part itself."""
    for name, part in _PARTS.items():
        if part is keys:
            return {"$ref": f"#/$defs/{name}"}
    return _keys(keys)


def _keys(keys: Keys) -> dict[str, Any]:
    made: dict[str, Any] = {
        "type": "object",
        "properties": {name: {"description": key.help, **_of(key.shape)} for name, key in keys.fields.items()},
        "additionalProperties": _of(keys.more) if keys.more else False,
    }
    if keys.required:
        made["required"] = list(keys.required)
    if keys.one_of:
        made["oneOf"] = [{"required": [name]} for name in keys.one_of]
    if keys.needs:
        made["dependentRequired"] = {name: [other] for name, other in keys.needs.items()}
    return made


if __name__ == "__main__":
    sys.stdout.write(text())
