"""What every reader yields: drafts and conversations, and what is told of those that could not be read."""

from __future__ import annotations

from phraselint.model.conversation import Conversation, Message
from phraselint.model.values import NamedTuple
from phraselint.readers.decoding import Decoded


class Frame(NamedTuple):
    """What stands around a draft in its file (a mail's headers): the file's text is before + draft + after."""

    before: str = ""
    after: str = ""


class Source(NamedTuple):
    """One thing to judge: a draft, or one conversation of a file. ``path`` is as the user gave it, "-" for stdin.

    A draft knows the ``file`` that it was read from, so that it can be written back as it was encoded, and whether that
    says it ``twice``: a mail as plain text and as HTML.
    """

    path: str
    conversation: Conversation
    draft: bool = False
    markup: str = "plain"
    frame: Frame | None = Frame()  # None where the file does not hold the text as it stands (base64)
    file: Decoded | None = None
    twice: bool = False

    @property
    def text(self) -> str:
        """The text of a draft."""
        return self.conversation.messages[0].text


class KeptAside(NamedTuple):
    """A row that could not be read, and why; ``row`` counts the lines of the input from 1."""

    path: str
    row: int
    reason: str


class Intake:
    """What happened while reading: rows kept aside, files given up, and notes for the user's eyes."""

    __slots__ = ("failed", "kept", "notes", "rows")

    def __init__(self) -> None:
        self.kept: list[KeptAside] = []
        self.failed: list[str] = []
        self.notes: list[str] = []
        self.rows = 0


def draft(path: str, file: Decoded, markup: str = "plain") -> Source:
    """A whole file as a draft: a conversation of one message."""
    return Source(path, Conversation((Message(file.text),)), True, markup, file=file)
