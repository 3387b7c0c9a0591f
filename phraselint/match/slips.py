"""Spelling slips of a text's words: which words of the book each may stand for.

Every distinct word is looked up once, in tables that the compiled book holds: the words that are known to be no slip,
those that are (an English word a swap or a final -s away), and for all others an index of deletions (Garbe's symmetric
delete method) whose finds are checked by distance.
"""

from __future__ import annotations

from bisect import bisect_left
from zlib import crc32

from phraselint.model.values import NamedTuple
from phraselint.text import regex
from phraselint.text.contractions import readings
from phraselint.text.spelling import budget, deletions, distance, squeezed, swapped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from phraselint.match.container import Container

_WORD = regex.compile(r"[^\W_]+(?:'[^\W_]+)*")
_SPACES = "".join(chr(code) if chr(code).isalnum() or chr(code) == "'" else " " for code in range(128))
_REMEMBERED = 100_000
_LONGEST = 40  # letters; what is longer is no word


class Image(NamedTuple):
    """A word of the book that a word of the text may stand for.

    ``words`` are two where the text lacks their space; ``english`` says that the text's word is itself an English word,
    so that all else of the phrase must be exact; ``touched`` is how many letters are not as they should be at most.
    """

    words: tuple[str, ...]
    english: bool
    touched: int


def slip(word: str, target: str, english: bool) -> Image | None:
    """How ``word`` of a text may stand for ``target`` of a pattern; ``english``: it is an English word itself."""
    if word == target:
        return None
    shorter = squeezed(word)
    if target in shorter:
        return Image((target,), False, 0)
    allowed = budget(target)
    if not allowed:
        return None
    for form in shorter or [word]:
        if english:
            if allowed > 0 and (swapped(form, target) or form == target + "s" or target == form + "s"):
                return Image((target,), True, 2)
        elif allowed < 0:
            if swapped(form, target):
                return Image((target,), False, 2)
        elif (edits := distance(form, target, allowed)) <= allowed:
            return Image((target,), False, 2 * edits)
    return None


def _words(folded: str) -> set[str]:
    """The distinct words of a text, with the apostrophes inside them."""
    if not folded.isascii():
        return set(_WORD.findall(folded))
    words = set(folded.translate(_SPACES).split())
    if "'" in folded:
        for word in [each for each in words if "'" in each]:
            words.remove(word)
            words.update(_WORD.findall(word))
    return words


def keys(word: str, most: int) -> Iterable[int]:
    """The places in the index of a word without up to ``most`` of its letters."""
    if word.isascii():
        return map(crc32, deletions(word.encode(), most))
    return (crc32(each.encode(errors="surrogatepass")) for each in deletions(word, most))


def _listed(word: bytes, lines: bytes) -> bool:
    """Whether a word is one of the lines, which are sorted; each is looked at where it lies."""
    low, high = 0, len(lines)
    while low < high:
        start = lines.rfind(b"\n", low, (low + high) // 2) + 1 or low
        end = lines.find(b"\n", start, high)
        line = lines[start : end if end >= 0 else high]
        if line == word:
            return True
        if line < word:
            low = start + len(line) + 1
        else:
            high = start
    return False


if TYPE_CHECKING:
    Slips = dict[str, tuple[Image, ...]]
    """The words of a text that may be slips, with what they may stand for."""


class SlipIndex:
    """What each word of a text may stand for; answers are remembered, up to a bound."""

    __slots__ = (
        *("_container", "_english", "_filter", "_images", "_keys", "_names", "_nothing", "_owners", "_settled"),
        *("_vocabulary",),
    )

    def __init__(self, container: Container) -> None:
        """The tables are those that slip_tables.py makes; they are read when a text is first asked for."""
        self._container = container
        self._images: dict[str, tuple[Image, ...]] = {}
        self._nothing: set[str] | None = None
        self._settled: dict[str, str] = {}

    def _read(self) -> set[str]:
        of = self._container
        self._names = of.text("vocabulary").split()
        self._vocabulary = frozenset(self._names)
        self._settled = dict(line.split(" ", 1) for line in of.text("settled").split("\n") if line)
        self._english = bytes(of.section("english"))
        self._keys = of.numbers("keys")
        self._owners = of.numbers("owners")
        self._filter = of.section("bits")
        return set(of.text("common").split())

    def slipped(self, folded: str) -> Slips:
        """The words of a folded text that may be slips, with what they may stand for."""
        if self._nothing is None:
            self._nothing = self._read()
        found = {word: self.images(word) for word in _words(folded).difference(self._nothing)}
        return {word: images for word, images in found.items() if images}

    def images(self, word: str) -> tuple[Image, ...]:
        """What one word of a text may stand for."""
        if self._nothing is None:
            self._nothing = self._read()
        if word in self._nothing or not _WORD.fullmatch(word):
            return ()
        images = self._images.get(word)
        if images is None:
            images = self._look_up(word)
            self._remember(word, images, self._nothing)
        return images

    def is_settled(self, word: str) -> bool:
        """Whether the literals of the scan hold a word already where it is a slip."""
        return word in self._settled

    def _remember(self, word: str, images: tuple[Image, ...], nothing: set[str]) -> None:
        if len(nothing) + len(self._images) > _REMEMBERED:
            return
        if images:
            self._images[word] = images
        else:
            nothing.add(word)

    def _look_up(self, word: str) -> tuple[Image, ...]:
        if word in self._settled:
            return tuple(Image((target,), True, 2) for target in self._settled[word].split())
        if not 3 <= len(word) <= _LONGEST or readings(word):
            return ()
        near = [name for form in squeezed(word) or [word] for name in self._near(form)]
        joined = self._joined(word)
        if not near and not joined:
            return ()
        english = _listed(word.encode(errors="surrogatepass"), self._english)
        found = [slip(word, name, english) for name in dict.fromkeys(near)]
        return (*(image for image in found if image), *(() if english else joined))

    def _near(self, form: str) -> list[str]:
        """Words of the book that share a deletion with a form: all that are near enough, and a few more."""
        found = [form] if form in self._vocabulary else []
        bits, mask = self._filter, len(self._filter) - 1
        for wanted in keys(form, 1 if len(form) < 6 else 2):
            if bits[wanted >> 3 & mask] >> (wanted & 7) & 1:
                place = bisect_left(self._keys, wanted)
                while place < len(self._keys) and self._keys[place] == wanted:
                    found.append(self._names[self._owners[place]])
                    place += 1
        return found

    def _joined(self, word: str) -> list[Image]:
        known = self._vocabulary
        return [
            Image((word[:at], word[at:]), False, 0)
            for at in range(1, len(word))
            if word[:at] in known and word[at:] in known
        ]
