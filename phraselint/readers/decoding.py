"""From bytes to text and back: byte order marks, UTF-8, and a guess (that says so) for all else."""

from __future__ import annotations

from phraselint.model.errors import InputError
from phraselint.model.values import NamedTuple

MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
SAMPLE = 200_000  # bytes that a guess looks at


class Decoded(NamedTuple):
    """The text of a file without its byte order mark, and what it takes to write it back."""

    text: str
    encoding: str = "utf-8"
    mark: bytes = b""
    guessed: bool = False

    def encode(self, text: str) -> bytes:
        """``text`` in the encoding of the file. Raises InputError for a character that the encoding lacks."""
        try:
            errors = "surrogatepass" if self.encoding.startswith("utf") else "strict"
            return self.mark + text.encode(self.encoding, errors)
        except UnicodeEncodeError as error:
            lacking = error.object[error.start]
            raise InputError(f"cannot be written as {self.encoding}, which has no {lacking!r}") from None


def decode(data: bytes) -> Decoded:
    """The text that ``data`` holds. Raises InputError for a binary file and for text that no encoding fits."""
    mark, encoding = mark_of(data)
    if mark:
        return _marked(data, mark, encoding)
    if b"\0" in data:
        raise InputError("is a binary file (it holds NUL bytes), or UTF-16 without a byte order mark")
    for errors in ("strict", "surrogatepass"):
        try:
            return Decoded(data.decode("utf-8", errors))
        except UnicodeDecodeError:
            continue
    return guess(data)


def mark_of(head: bytes) -> tuple[bytes, str]:
    """The byte order mark at the head of a file and the encoding it says; no mark, and UTF-8, where there is none."""
    return next((each for each in MARKS if head.startswith(each[0])), (b"", "utf-8"))


def _marked(data: bytes, mark: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(data[len(mark) :].decode(encoding, "surrogatepass"), encoding, mark)
    except UnicodeDecodeError as error:
        if encoding == "utf-8":
            return guess(data[len(mark) :])._replace(mark=mark)
        raise InputError(f"starts as {encoding} but is none: {error.reason} at byte {error.start}") from None


def guess(data: bytes) -> Decoded:
    """The text of bytes that are not UTF-8, by charset detection; Windows' Western set where it fits as well as any."""
    from charset_normalizer import from_bytes

    matches = from_bytes(data[:SAMPLE])
    best = matches.best()
    alike = [] if best is None else [match for match in matches if match.chaos <= best.chaos]
    fitting = [name for match in alike for name in match.could_be_from_charset]
    ranked = (["cp1252"] if "cp1252" in fitting else []) + fitting + ["cp1252", "latin-1"]
    for encoding in ranked:
        try:
            text = data.decode(encoding)
            if text.encode(encoding) == data:  # or a fix could not write back what it left alone
                return Decoded(text, encoding, guessed=True)
        except (UnicodeError, LookupError):
            continue
    raise InputError("is not text in any known encoding")
