"""A mail as a draft: its body only. Where the file holds the body as it stands, positions are those of the file."""

from email import message_from_string, policy
from email.message import EmailMessage, MIMEPart

from phraselint.model.conversation import Channel, Conversation, Message
from phraselint.model.errors import InputError
from phraselint.readers.decoding import Decoded
from phraselint.readers.source import Frame, Source

UNENCODED = ("7bit", "8bit", "binary")


def read(path: str, file: Decoded) -> Source:
    """The body of the mail that a file holds: its plain text, else its HTML. Raises InputError where it has neither.

    What stands around the body in the file is the frame of the draft. A body in base64 or quoted-printable has none: it
    is judged, but cannot be fixed in place.
    """
    mail = message_from_string(file.text, EmailMessage, policy=policy.default)
    part = mail.get_body(("plain", "html"))
    if part is None:
        raise InputError("a mail without a text")
    body, frame = _standing(part, file.text)
    markup = "html" if part.get_content_subtype() == "html" else "plain"
    return Source(path, Conversation((Message(body),), channel=Channel.EMAIL), True, markup, frame, file)


def _standing(part: MIMEPart, text: str) -> tuple[str, Frame | None]:
    """The body, and what stands around it in the file."""
    if str(part.get("content-transfer-encoding", "7bit")).strip().lower() not in UNENCODED:
        return _decoded(part), None
    body = str(part.get_payload())
    at = text.rfind(body)
    return body, Frame(text[:at], text[at + len(body) :])


def _decoded(part: MIMEPart) -> str:
    try:
        return str(part.get_content())
    except (LookupError, ValueError) as error:
        raise InputError(f"a mail whose text cannot be decoded: {error}") from None
