"""Spelling slips of a text's words: which words of the book each may stand for.

Every distinct word is looked up once, in tables that the compiled book holds: English words, with what they may stand
for (by a swap or a final -s, if at all), and for all others an index of deletions (Garbe's symmetric delete method)
whose finds are checked by distance.
"""

from __future__ import annotations

from bisect import bisect_left
from zlib import crc32

from phraselint.match.container import WordTable
from phraselint.model.values import NamedTuple
from phraselint.text.contractions import WORD, readings
from phraselint.text.spelling import LONGEST, budget, deletions, distance, squeezed, swapped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from phraselint.match.container import Container

_REMEMBERED = 100_000
SETTLED, LOOSE = b"=", b"~"
"""How the note of an English word begins: whether the scan looks for it as it is, or around it."""


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


def keys(word: str, most: int) -> Iterable[int]:
    """The places in the index of a word without up to ``most`` of its letters."""
    if word.isascii():
        return map(crc32, deletions(word.encode(), most))
    return (crc32(each.encode(errors="surrogatepass")) for each in deletions(word, most))


if TYPE_CHECKING:
    Slips = dict[str, tuple[Image, ...]]
    """The words of a text that may be slips, with what they may stand for."""


class SlipIndex:
    """What each word of a text may stand for; answers are remembered, up to a bound."""

    __slots__ = ("_container", "_filter", "_images", "_keys", "_known", "_names", "_nothing", "_owners", "_vocabulary")

    def __init__(self, container: Container) -> None:
        """The tables are those that slip_tables.py makes; they are read when a text is first asked for."""
        self._container = container
        self._images: dict[str, tuple[Image, ...]] = {}
        self._nothing: set[str] = set()  # words that are no slips
        self._known: WordTable | None = None
        self._vocabulary: frozenset[str] | None = None

    def slipped(self, words: set[str]) -> Slips:
        """Those of a text's distinct words that may be slips, with what they may stand for."""
        found = {word: self.images(word) for word in words.difference(self._nothing)}
        return {word: images for word, images in found.items() if images}

    def images(self, word: str) -> tuple[Image, ...]:
        """What one word of a text may stand for."""
        images = () if word in self._nothing else self._images.get(word)
        if images is None:
            images = self._look_up(word)
            self._remember(word, images)
        return images

    def is_settled(self, word: str) -> bool:
        """Whether the literals of the scan hold a word already where it is a slip."""
        return (self._note(word) or b"").startswith(SETTLED)

    def _remember(self, word: str, images: tuple[Image, ...]) -> None:
        if len(self._nothing) + len(self._images) > _REMEMBERED:
            return
        if images:
            self._images[word] = images
        else:
            self._nothing.add(word)

    def _note(self, word: str) -> bytes | None:
        if self._known is None:
            self._known = WordTable(self._container, "english")
        return self._known.get(word.encode(errors="surrogatepass"))

    def _look_up(self, word: str) -> tuple[Image, ...]:
        note = self._note(word)
        if note is not None:
            return tuple([Image((target,), True, 2) for target in note[1:].decode(errors="surrogatepass").split()])
        if not 3 <= len(word) <= LONGEST or readings(word) or not WORD.fullmatch(word):
            return ()
        known = self._read() if self._vocabulary is None else self._vocabulary
        near = [name for form in squeezed(word) or [word] for name in self._near(form, known)]
        found = [slip(word, name, english=False) for name in dict.fromkeys(near)]
        return (*(image for image in found if image), *_joined(word, known))

    def _read(self) -> frozenset[str]:
        of = self._container
        self._names = of.text("vocabulary").split()
        self._keys = of.numbers("keys")
        self._owners = of.numbers("owners")
        self._filter = of.section("bits")
        self._vocabulary = frozenset(self._names)
        return self._vocabulary

    def _near(self, form: str, known: frozenset[str]) -> list[str]:
        """Words of the book that share a deletion with a form: all that are near enough, and a few more."""
        found = [form] if form in known else []
        bits, mask = self._filter, len(self._filter) - 1
        for wanted in keys(form, 1 if len(form) < 6 else 2):
            if bits[wanted >> 3 & mask] >> (wanted & 7) & 1:
                place = bisect_left(self._keys, wanted)
                while place < len(self._keys) and self._keys[place] == wanted:
                    found.append(self._names[self._owners[place]])
                    place += 1
        return found


def _joined(word: str, known: frozenset[str]) -> list[Image]:
    return [
        Image((word[:at], word[at:]), False, 0)
        for at in range(1, len(word))
        if word[:at] in known and word[at:] in known
    ]
