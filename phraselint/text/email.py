"""E-mail files: the body that a reader sees, and what its headers say."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from email.message import MIMEPart

_ASKED = {"subject": "Subject", "from": "From", "to": "To", "date": "Date", "in_reply_to": "In-Reply-To"}


class Mail(NamedTuple):
    """A mail's own text; offsets of findings are code points of ``text``.

    ``markup`` is "plain" or "html". ``context`` holds those headers that were there: subject, from, to, date,
    in_reply_to. ``line`` is how many lines of the file stand before the body, None where the lines of the body are not
    those of the file (base64, quoted-printable).
    """

    text: str
    markup: str
    context: dict[str, str]
    line: int | None


def read_mail(source: bytes) -> Mail:
    """The best body of an .eml file (plain text before HTML), its headers, and where it stands.

    A broken mail is read as far as it goes; a file without headers is all body.
    """
    from email import message_from_bytes, policy

    mail = message_from_bytes(source, policy=policy.default)
    context = {name: found for name, header in _ASKED.items() if (found := _header(mail, header))}
    body = _body(mail)
    if body is None:
        return Mail("", "plain", context, None)
    text = _text(body)
    markup = "html" if body.get_content_type() == "text/html" else "plain"
    return Mail(text, markup, context, _line(source, body))


def _body(mail: "MIMEPart") -> "MIMEPart | None":
    try:
        best = mail.get_body(("plain", "html"))
    except (AttributeError, KeyError, ValueError):
        best = None
    if best is not None:
        return best
    for part in mail.walk():
        if part.get_content_maintype() == "text" and not part.is_multipart():
            return part
    return None


def _text(body: "MIMEPart") -> str:
    """The decoded text of a part; characters that its charset does not know are U+FFFD."""
    payload = body.get_payload(decode=True)
    raw = payload if isinstance(payload, bytes) else b""
    charset = body.get_content_charset() or "utf-8"
    try:
        return raw.decode(charset, errors="replace").replace("\r\n", "\n")
    except LookupError:
        return raw.decode("utf-8", errors="replace").replace("\r\n", "\n")


def _header(mail: "MIMEPart", name: str) -> str:
    try:
        return " ".join(str(mail.get(name, "")).split())
    except Exception:  # noqa: BLE001 - the parser of headers fails on broken ones in many ways, none of which matters
        return ""


def _line(source: bytes, body: "MIMEPart") -> int | None:
    """How many lines stand before the body, if it stands in the file as it is."""
    if str(body.get("Content-Transfer-Encoding", "")).strip().lower() in ("base64", "quoted-printable"):
        return None
    payload = body.get_payload(decode=True)
    if not isinstance(payload, bytes) or not payload.strip():
        return None
    place = source.find(payload)
    if place < 0:
        place = source.find(payload.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))
    return source.count(b"\n", 0, place) if place >= 0 else None
