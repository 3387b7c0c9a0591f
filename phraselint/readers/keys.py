"""Keys of records that nobody reads, and that look like one that somebody would."""

from __future__ import annotations

from phraselint.text.spelling import distance

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

ABOUT = ("channel", "customer", "agent", "team", "segment", "status", "timezone", "fields")
"""What a record may say of the conversation."""

MESSAGE = ("text", "speaker", "author", "agent_id", "channel", "timestamp", "turn")
KNOWN = frozenset((*ABOUT, *MESSAGE, "conversation_id", "messages"))
SHORT, LONG = 5, 8  # letters from which one slip, and two, are taken for such


class Keys:
    """Looks at the records of one file and notes each misspelled key once."""

    __slots__ = ("_seen", "notes")

    def __init__(self) -> None:
        self._seen: set[str] = set()
        self.notes: list[str] = []

    def look(self, record: object) -> None:
        """Takes one record, with the messages that it holds."""
        if not isinstance(record, dict):
            return
        messages = record.get("messages")
        if messages and record.get("text") and "text" not in self._seen:
            self._seen.add("text")
            self.notes.append("'text' beside 'messages' is not read; what was said stands in 'messages'")
        for each in (record, *(messages if isinstance(messages, list) else ())):
            if isinstance(each, dict) and not each.keys() <= KNOWN:
                self.notes += self._fresh(each)

    def _fresh(self, record: Mapping[str, Any]) -> Iterator[str]:
        for key in record:
            if key not in KNOWN and key not in self._seen:
                self._seen.add(key)
                near = meant(key)
                if near and near not in record:
                    yield f"'{key}' is not read; did you mean '{near}'?"


def meant(key: str) -> str | None:
    """The known key that a key is a slip of, None for one of its own."""
    plain = _plain(key)
    if plain == "message":  # the other name of a text
        return None
    for known in sorted(KNOWN):
        target = _plain(known)
        most = (len(target) >= SHORT) + (len(target) >= LONG)
        if plain == target or (most and distance(plain, target, most) <= most):
            return known
    return None


def _plain(key: str) -> str:
    return "".join(filter(str.isalnum, key.lower()))
