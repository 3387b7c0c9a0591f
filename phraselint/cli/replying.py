"""``check --conversation``: a draft as the agent's next message in a conversation that a file holds."""

from __future__ import annotations

from phraselint.cli.output import note
from phraselint.model.conversation import Conversation
from phraselint.model.errors import InputError, reason
from phraselint.readers.files import data_of
from phraselint.readers.source import Intake, Source


def read_conversation(path: str) -> Conversation:
    """The one conversation of a JSON or JSON Lines file. Raises InputError where it holds none, or several."""
    from phraselint.readers.json_lines import read

    intake = Intake()
    try:
        data = data_of(path) if path == "-" else b""
        found = [source.conversation for source in read(path, "plain", data, intake)]
    except OSError as error:
        raise InputError(f"{path}: {reason(error)}") from None
    if intake.kept:
        raise InputError(f"{path}:{intake.kept[0].row}: {intake.kept[0].reason}")
    if len(found) != 1:
        raise InputError(f"{path}: --conversation takes one conversation, and here are {len(found):,}")
    for each in intake.notes:
        note(each)
    return found[0]


def replying(source: Source, about: Conversation) -> Source:
    """The draft at the end of a conversation. Raises InputError for what is no draft."""
    if not source.draft:
        raise InputError(f"{source.path}: with --conversation a draft is judged, not another conversation")
    (draft,) = source.conversation.messages
    channel = about.channel or source.conversation.channel
    turns = [each.turn for each in about.messages if each.turn is not None]
    turn = max(turns) + 1 if turns else None
    draft = draft._replace(author=about.agent.name, channel=draft.channel or channel, turn=turn)
    return source._replace(conversation=about._replace(messages=(*about.messages, draft), channel=channel))
