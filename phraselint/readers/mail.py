"""A mail as a draft: its body only. Where the file holds the body as it stands, positions are those of the file."""

import re
from collections.abc import Iterator
from email import message_from_string, policy
from email.message import EmailMessage, MIMEPart

from phraselint.model.conversation import Channel, Conversation, Message, Person
from phraselint.model.errors import InputError
from phraselint.readers.decoding import Decoded
from phraselint.readers.source import Frame, Source
from phraselint.service.given_names import is_given_name

UNENCODED = ("7bit", "8bit", "binary")
TRIED = 20  # places in which a text that stands more than once is looked for


def read(path: str, file: Decoded) -> Source:
    """The body of the mail that a file holds: its plain text, else its HTML. Raises InputError where it has neither.

    What stands around the body in the file is the frame of the draft. A body in base64 or quoted-printable has none: it
    is judged, but cannot be fixed in place.
    """
    try:
        body, html, frame, to = _read(file.text)
    except InputError:
        raise
    except Exception as error:  # noqa: BLE001 - Python's parser of mails falls over hostile headers in many ways
        why = "nested too deeply" if isinstance(error, RecursionError) else f"{type(error).__name__}: {error}"
        raise InputError(f"a mail that cannot be taken apart: {why}") from None
    conversation = Conversation((Message(body),), channel=Channel.EMAIL, customer=to)
    return Source(path, conversation, True, "html" if html else "plain", frame, file)


def _read(text: str) -> tuple[str, bool, Frame | None, Person]:
    """The body, whether it is HTML, what stands around it in the file, and whom it goes to."""
    mail, part = _parsed(text)
    if part is None:
        raise InputError("a mail without a text")
    html = part.get_content_subtype() == "html"
    if str(part.get("content-transfer-encoding", "7bit")).strip().lower() not in UNENCODED:
        return _decoded(part), html, None, _addressee(mail)
    body = str(part.get_payload())
    return body, html, _last(body, text) if part is mail else _own(body, text), _addressee(mail)


def _addressee(mail: EmailMessage) -> Person:
    """The one person that a mail goes to; nobody where it goes to several, or to a desk: no given name stands there."""
    to = [each for header in mail.get_all("to", []) for each in header.addresses]
    if len(to) != 1 or not any(map(is_given_name, to[0].display_name.replace(",", " ").lower().split())):
        return Person()
    last, comma, first = to[0].display_name.partition(",")
    return Person(name=f"{first.strip()} {last.strip()}" if comma else last, email=to[0].addr_spec)


def _parsed(text: str) -> tuple[EmailMessage, MIMEPart | None]:
    mail = message_from_string(text, EmailMessage, policy=policy.default)
    return mail, mail.get_body(("plain", "html"))


def _last(body: str, text: str) -> Frame | None:
    """What stands before the body of a mail of one part, which ends the file."""
    return Frame(text[: len(text) - len(body)], "") if text.endswith(body) else None


def _own(body: str, text: str) -> Frame | None:
    """What stands around the body of a mail of several parts, which may say the same: None where that is not known."""
    changed = body + "."
    for at in _places(body, text):
        frame = Frame(text[:at], text[at + len(body) :])
        _, part = _parsed(frame.before + changed + frame.after)
        if part is not None and part.get_payload() == changed:
            return frame
    return None


def _places(body: str, text: str) -> Iterator[int]:
    """Where the text of a whole part may stand: after a line, and before a boundary or the end of the file."""
    whole = re.compile(r"(?<=[\r\n])(?=" + re.escape(body) + r"(?:\r?\n--|\r--|\Z))")
    for count, found in enumerate(whole.finditer(text)):
        if count == TRIED:
            return
        yield found.start()


def _decoded(part: MIMEPart) -> str:
    try:
        return str(part.get_content())
    except (LookupError, ValueError) as error:
        raise InputError(f"a mail whose text cannot be decoded: {error}") from None
