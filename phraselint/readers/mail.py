"""A mail as a draft: its body only. Where the file holds the body as it stands, positions are those of the file."""

import re
from collections.abc import Iterator
from email import message_from_string, policy
from email.message import EmailMessage, MIMEPart

from phraselint.model.conversation import Channel, Conversation, Message, Person
from phraselint.model.errors import InputError
from phraselint.model.values import NamedTuple
from phraselint.readers.decoding import Decoded
from phraselint.readers.source import Frame, Source
from phraselint.service.given_names import is_given_name
from phraselint.text.fold import fold

UNENCODED = ("7bit", "8bit", "binary")
_SURROGATE = re.compile("[\ud800-\udfff]")  # which Python's parser takes for bytes of its own
TRIED = 20  # places in which a text that stands more than once is looked for


def read(path: str, file: Decoded, notes: list[str] | None = None) -> Source:
    """The body of the mail that a file holds: its plain text, else its HTML. Raises InputError where it has neither.

    What stands around the body in the file is the frame of the draft. A body in base64 or quoted-printable has none: it
    is judged, but cannot be fixed in place. What else the mail says, unread, is told in ``notes``.
    """
    try:
        mail = _read(_SURROGATE.sub("\ufffd", file.text))
    except InputError:
        raise
    except Exception as error:  # noqa: BLE001 - Python's parser of mails falls over hostile headers in many ways
        why = "nested too deeply" if isinstance(error, RecursionError) else f"{type(error).__name__}: {error}"
        raise InputError(f"a mail that cannot be taken apart: {why}") from None
    if notes is not None:
        notes += [f"{path}: {each}" for each in mail.unread]
    body, frame = mail.body, mail.frame
    if frame:
        first, last = len(frame.before), len(file.text) - len(frame.after)
        body, frame = file.text[first:last], Frame(file.text[:first], file.text[last:])
    conversation = Conversation((Message(body),), channel=Channel.EMAIL, customer=mail.to)
    return Source(path, conversation, True, "html" if mail.html else "plain", frame, file, mail.twice)


class _Mail(NamedTuple):
    """The body, whether it is HTML, what stands around it in the file, and whom the mail goes to.

    ``twice`` says that its plain text stands there as HTML, too; ``unread`` tells what else it says.
    """

    body: str
    html: bool
    frame: Frame | None
    to: Person
    twice: bool
    unread: list[str]


def _read(text: str) -> _Mail:
    mail, part = _parsed(text)
    if part is None:
        raise InputError("a mail without a text")
    body, html = _content(part), part.get_content_subtype() == "html"
    frame = None if _is_encoded(part) else _last(body, text) if part is mail else _own(body, text)
    other = None if html else mail.get_body(("html",))
    return _Mail(body, html, frame, _addressee(mail), other is not None, list(_unread(mail, part, other)))


def _unread(mail: EmailMessage, part: MIMEPart, other: MIMEPart | None) -> Iterator[str]:
    """What is to be told of the texts of a mail that are not its body; ``other`` is its body as HTML."""
    if other is not None and not _words(other) <= _words(part):
        yield "its HTML part holds words that its plain text lacks; the plain text is judged"
    more = sum(each not in (part, other) and bool(_words(each)) for each in _texts(mail))
    if more:
        yield f"{more:,} more {'text' if more == 1 else 'texts'} in it {'is' if more == 1 else 'are'} not judged"


def _texts(mail: MIMEPart) -> Iterator[MIMEPart]:
    """The texts that a mail shows: no attachments, and none of the mails that it forwards."""
    if mail.get_content_maintype() == "multipart":
        for each in mail.iter_parts():
            yield from _texts(each)
    elif mail.get_content_type() in ("text/plain", "text/html") and not mail.is_attachment():
        yield mail


def _words(part: MIMEPart) -> set[str]:
    """The words that a reader sees of a part; none where it cannot be decoded."""
    try:
        text = _content(part)
    except InputError:
        return set()
    seen = fold(text, "html" if part.get_content_subtype() == "html" else "plain")
    return set(re.findall(r"\w+", seen.folded))


def _addressee(mail: EmailMessage) -> Person:
    """The one person that a mail goes to; nobody where it goes to several, or to a desk: no given name stands there."""
    to = [each for header in mail.get_all("to", []) for each in header.addresses]
    if len(to) != 1 or not any(map(is_given_name, to[0].display_name.replace(",", " ").lower().split())):
        return Person()
    last, comma, first = to[0].display_name.partition(",")
    return Person(name=f"{first.strip()} {last.strip()}" if comma else last, email=to[0].addr_spec)


def _parsed(text: str) -> tuple[EmailMessage, MIMEPart | None]:
    mail = message_from_string(text, EmailMessage, policy=policy.default)
    plain, html = mail.get_body(("plain",)), mail.get_body(("html",))
    return mail, plain if html is None or (plain is not None and _words(plain)) else html


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


def _is_encoded(part: MIMEPart) -> bool:
    return str(part.get("content-transfer-encoding", "7bit")).strip().lower() not in UNENCODED


def _content(part: MIMEPart) -> str:
    if not _is_encoded(part):
        return str(part.get_payload())
    try:
        return str(part.get_content())
    except (LookupError, ValueError) as error:
        raise InputError(f"a mail whose text cannot be decoded: {error}") from None
