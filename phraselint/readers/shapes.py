"""JSON of another shape than a record: what was found, what is expected, and how to come from the one to the other."""

from __future__ import annotations

from phraselint.model.conversation import OTHER_NAMES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

_EXPECTED = "where a message (text, speaker) or a conversation (messages) is expected"
_KINDS = {list: "a JSON array", str: "a text", bool: "true or false", int: "a number", float: "a number"}
_KEYS = frozenset(("messages", "text", "speaker", *(name for names in OTHER_NAMES.values() for name in names)))


def odd_shape(value: object) -> str:
    """What is wrong with a value that is no record, and what to do with it; "" for an object that may be one."""
    if isinstance(value, dict):
        return _wrapped(value) if _KEYS.isdisjoint(map(str.lower, value)) else ""
    kind = _KINDS.get(type(value), "nothing (null)")
    hint = ": write each of its items on a line of its own, or one array alone in a .json file"
    return f"not a JSON object but {kind}, {_EXPECTED}{hint if isinstance(value, list) else ''}"


def _wrapped(value: Mapping[str, Any]) -> str:
    """What to do with the one list of objects that an object wraps, "" where there is none."""
    lists = [name for name, each in value.items() if isinstance(each, list) and each and isinstance(each[0], dict)]
    if len(lists) != 1:
        return ""
    (name,) = lists
    hint = "write that list alone, in a .json file, or each of its items on a line of a .jsonl"
    if value[name][0].keys() >= {"text", "speaker"}:
        hint = f"call it 'messages' if it is one conversation, else {hint}"
    return f"an object with a list under '{name}', {_EXPECTED}: {hint}"


def spread_out(line: str) -> str:
    """What to do where a line begins an array or an object that goes on in the next; "" for any other line."""
    kind = {"[": "array", "{": "object"}.get(line.strip())
    return f"begins a JSON {kind} of several lines, where each line holds a record: name the file .json" if kind else ""
