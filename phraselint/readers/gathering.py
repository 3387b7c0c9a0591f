"""Whole conversations from rows: a message each or a conversation each, wherever those of one conversation stand."""

from __future__ import annotations

from phraselint.model.conversation import Conversation, Message, message_from
from phraselint.model.errors import InputError
from phraselint.readers.keys import ABOUT
from phraselint.readers.shapes import odd_shape

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

TOGETHER = "\0"  # the id of the messages of an array that have none and are one conversation


class Gathering:
    """Rows in, whole conversations out: the rows of one conversation are brought together by its id."""

    __slots__ = ("by_id", "places")

    def __init__(self) -> None:
        self.by_id: dict[str, tuple[dict[str, Any], list[Message]]] = {}
        self.places: list[Conversation | str] = []  # in order: a whole conversation, or the id of a gathered one

    def add(self, record: object, row: int) -> None:
        """Takes one row. Raises InputError naming what is wrong with it."""
        odd = odd_shape(record)
        if odd or not isinstance(record, dict):
            raise InputError(odd)
        if "messages" in record:
            if record.get("text") and not record["messages"]:
                raise InputError("'text' stands beside 'messages', which is empty: put it in there, or leave that out")
            self.places.append(Conversation.from_record(record, row))
            return
        message = message_from(record, None, row)
        if record.get("conversation_id") in (None, ""):
            about = Conversation.from_record({**record, "messages": []})
            self.places.append(about._replace(messages=(message,)))
            return
        self._join(str(record["conversation_id"]), record, message)

    def _join(self, name: str, record: dict[str, Any], message: Message) -> None:
        about, messages = self.by_id.get(name, ({}, []))
        told = {key: record[key] for key in ABOUT if key not in about and record.get(key) is not None}
        if told or name not in self.by_id:
            Conversation.from_record({**record, "messages": []})  # its keys are right, or the row is kept aside
        if name not in self.by_id:
            self.by_id[name] = about, messages
            self.places.append(name)
        about.update(told)
        if "agent" not in about and record.get("agent_id") and message.speaker == "agent":
            about["agent"] = {"id": record["agent_id"]}
        messages.append(message)

    def conversations(self) -> Iterator[Conversation]:
        """Each conversation whole, its messages by turn where all have one, else as the rows stood."""
        for place in self.places:
            if isinstance(place, Conversation):
                yield place
                continue
            about, messages = self.by_id.pop(place)
            if all(message.turn is not None for message in messages):
                messages.sort(key=lambda message: message.turn or 0)
            name = None if place == TOGETHER else place
            whole = Conversation.from_record({**about, "conversation_id": name, "messages": []})
            yield whole._replace(messages=tuple(messages))
