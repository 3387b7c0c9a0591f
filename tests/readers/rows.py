"""Rows of JSON Lines, and what is read from a file of them."""

import json
from pathlib import Path
from typing import Any

from phraselint.model.conversation import Conversation
from phraselint.readers import Intake, read


def taken(path: Path, content: str | bytes) -> tuple[list[Conversation], Intake]:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    intake = Intake()
    return [source.conversation for source in read((str(path),), None, intake)], intake


def row(text: str, **more: Any) -> str:
    return json.dumps({"speaker": "agent", "text": text, **more}) + "\n"


def texts(conversations: list[Conversation]) -> list[list[str]]:
    return [[message.text for message in each.messages] for each in conversations]
