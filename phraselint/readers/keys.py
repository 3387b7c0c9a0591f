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
PERSON = frozenset(("id", "name", "email"))
SHORT, LONG = 5, 8  # letters from which one slip, and two, are taken for such


class Keys:
    """Looks at the records of one file and notes each key once that may be meant for another."""

    __slots__ = ("_seen", "notes")

    def __init__(self) -> None:
        self._seen: set[tuple[str, str]] = set()
        self.notes: list[str] = []

    def look(self, record: object) -> None:
        """Takes one record, with the messages that it holds."""
        if not isinstance(record, dict):
            return
        messages = record.get("messages")
        if messages and record.get("text") and self._is_fresh("text", ""):
            self.notes.append("'text' beside 'messages' is not read; what was said stands in 'messages'")
        self._look_at(record, "row" if messages is None else "conversation")
        for each in ("customer", "agent"):
            self._look_at(record.get(each), each)
        for each in messages if isinstance(messages, list) else ():
            self._look_at(each, "messages")

    def _look_at(self, record: object, place: str) -> None:
        known = PERSON if place in ("customer", "agent") else KNOWN
        if isinstance(record, dict) and not record.keys() <= known:
            self.notes += self._told(record, known, place)

    def _told(self, record: Mapping[str, Any], known: frozenset[str], place: str) -> Iterator[str]:
        for key, value in record.items():
            if key not in known and value not in (None, "") and self._is_fresh(key, place):
                near = called(key, place) or meant(key, known)
                if near and near.partition(":")[0] not in record:
                    from phraselint.book.nearest import did_you_mean

                    where = "" if place in ("row", "conversation") else f" in '{place}'"
                    yield f"'{key}'{where} is not read; {did_you_mean(near)}"

    def _is_fresh(self, key: str, place: str) -> bool:
        """Whether a key of that place has not been seen; it has been from now on."""
        fresh = (key, place) not in self._seen
        self._seen.add((key, place))
        return fresh


def called(key: str, place: str) -> str | None:
    """The key that others call by this one at a place of a record, None for one of its own."""
    from phraselint.readers.called import KEYS

    plain = _plain(key)
    return next((right for right, others in KEYS[place].items() if plain in others.split()), None)


def meant(key: str, names: frozenset[str] = KNOWN) -> str | None:
    """The known key that a key is a slip of, None for one of its own."""
    plain = _plain(key)
    if plain == "message":  # the other name of a text
        return None
    for known in sorted(names):
        target = _plain(known)
        most = (len(target) >= SHORT) + (len(target) >= LONG)
        if plain == target or (most and distance(plain, target, most) <= most):
            return known
    return None


def _plain(key: str) -> str:
    return "".join(filter(str.isalnum, key.lower()))
