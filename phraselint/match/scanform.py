"""What the scan sees of a text: lower-case words between single spaces, as bytes, and the way back."""

from __future__ import annotations

from bisect import bisect_right

from phraselint.text import regex

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from phraselint.text.fold import Folded

_SPACES = bytes(byte if byte > 127 or chr(byte).isalnum() else 32 for byte in range(256))
_NO_WORD = r"[\W_]"
_LONGEST = 300  # bytes in which a few words stand


class ScanForm:
    """The bytes of a text for the scan, one space before and after; ``places`` leads back to ``clean``.

    One space stands for every sign, too, and for runs of white space between words: what the scan finds is a candidate,
    never a match.
    """

    __slots__ = ("_cuts", "_gone", "data", "text")

    def __init__(self, text: Folded) -> None:
        self.text = text
        folded = text.folded
        self._cuts: list[int] = []  # where white space was dropped, in the shortened text
        self._gone: list[int] = []  # how many characters were dropped up to there
        if "  " in folded or "\n" in folded or "\t" in folded or "\r" in folded:
            folded = self._shortened(folded)
        if folded.isascii():
            self.data = b" %b " % folded.encode().translate(_SPACES)
        else:
            self.data = b" %b " % regex.sub(_NO_WORD, " ", folded).encode(errors="surrogatepass")

    def _shortened(self, folded: str) -> str:
        pieces: list[str] = []
        at = length = gone = 0
        for start, end in blanks(folded):
            if not (folded[start - 1 : start].isalnum() and folded[end : end + 1].isalnum()):
                continue
            pieces += [folded[at:start], " "]
            length += start - at + 1
            gone += end - start - 1
            self._cuts.append(length)
            self._gone.append(gone)
            at = end
        return folded if not pieces else "".join(pieces) + folded[at:]

    def places(self, offsets: list[int]) -> list[int]:
        """Byte offsets of ``data``, ascending, as offsets of ``clean``."""
        found: list[int] = []
        done = count = 0
        ascii_only = self.data.isascii()
        for offset in offsets:
            if ascii_only:
                count = offset
            else:
                count += len(self.data[done:offset].decode(errors="surrogatepass"))
                done = offset
            found.append(self._back(count - 1))
        return found

    def all_of(self, word: bytes) -> Iterator[int]:
        """Where a word stands in ``data``: the offset of the space before it."""
        form = b" %b " % word
        at = self.data.find(form)
        while at >= 0:
            yield at
            at = self.data.find(form, at + len(form) - 1)

    def around(self, at: int, reach: int, more: int = 0) -> list[bytes]:
        """The word after the space at ``at`` (and the ``more`` after it), with so many words before and after."""
        before = self.data[max(at - _LONGEST, 0) : at].split()
        after = 1 + more + reach
        return [*before[-reach:], *self.data[at : at + _LONGEST].split(None, after)[:after]]

    def _back(self, place: int) -> int:
        cut = bisect_right(self._cuts, place) - 1
        return place if cut < 0 else place + self._gone[cut]


def blanks(folded: str) -> Iterator[tuple[int, int]]:
    """The spans of runs of white space of two characters or more: quick to find where each holds a line feed."""
    if not folded.isascii() or "  " in folded or "\t" in folded or "\r" in folded:
        yield from (run.span() for run in regex.finditer(r"\s\s+", folded))
        return
    for run in regex.finditer(r"\n\s*", folded):
        start = run.start() - (folded[run.start() - 1 : run.start()] == " ")
        if run.end() > start + 1:
            yield start, run.end()


def literal_form(text: str) -> str:
    """A literal as it stands in the scan's bytes, between two spaces."""
    return f" {regex.sub(_NO_WORD, ' ', text)} "


def scan_word(text: str) -> bytes:
    """Words in the form of the scan, without the spaces around them."""
    return regex.sub(_NO_WORD, " ", text).encode(errors="surrogatepass")
