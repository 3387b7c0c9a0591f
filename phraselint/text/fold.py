"""A text made comparable, with the way back to the original: the start of every message's way."""

from __future__ import annotations

from bisect import bisect_right

from phraselint.text.sentences import sentence_spans
from phraselint.text.words import Sentence, may_be_opaque

TYPE_CHECKING = False
if TYPE_CHECKING:
    from phraselint.text.offsets import OffsetMap
    from phraselint.text.zones import Zone

    Seen = tuple[str, OffsetMap, list[Zone]]
    """The visible text of marked-up source, the map back to the source, and the zones that the markup tells."""


MARKUPS = ("plain", "html", "markdown")


class Letters:
    """The characters of a folded text: all of it that a sentence knows, so that neither keeps the other alive."""

    __slots__ = ("_addresses", "_offsets", "clean", "folded", "original")

    def __init__(self, original: str, clean: str, folded: str, offsets: OffsetMap | None) -> None:
        self.original = original
        self.clean = clean
        self.folded = folded
        self._offsets = offsets
        self._addresses: bool | None = None

    @property
    def may_hold_addresses(self) -> bool:
        """A quick no for most texts: whether a URL or an e-mail address stands in it."""
        if self._addresses is None:
            self._addresses = may_be_opaque(self.folded, 0, len(self.folded))
        return self._addresses

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the original that ``start:end`` of ``clean`` came from."""
        if self._offsets is None:
            return start, end
        return self._offsets.start(start), self._offsets.stop(end)


class Folded(Letters):
    """One text, folded: what counts as the same is the same in it.

    ``clean`` is the original without markup, accents and invisible characters, with straight quotes and its own case;
    ``folded`` is ``clean`` in lower case, of the same length. Sentences and tokens are offsets in these two; ``span``
    leads back to the original. All offsets are code points, half-open.
    """

    __slots__ = ("_sentences", "_starts", "_visible", "_zones", "markup")

    def __init__(self, original: str, markup: str, clean: str, offsets: OffsetMap | None, visible: Seen | None) -> None:
        super().__init__(original, clean, clean.lower(), offsets)
        self.markup = markup
        self._visible = visible
        self._sentences: list[Sentence] | None = None
        self._starts: list[int] = []
        self._zones: list[Zone] | None = None

    @property
    def sentences(self) -> list[Sentence]:
        """The sentences in order; their words are read when first asked for."""
        if self._sentences is None:
            spans = sentence_spans(self.clean)
            letters = Letters(self.original, self.clean, self.folded, self._offsets)
            self._sentences = [Sentence(letters, place, start, end) for place, (start, end) in enumerate(spans)]
            self._starts = [start for start, _ in spans]
        return self._sentences

    def sentence_at(self, place: int) -> Sentence | None:
        """The sentence that holds the offset ``place`` of ``clean``, if one does."""
        sentences = self.sentences
        number = bisect_right(self._starts, place) - 1
        if number < 0 or place >= sentences[number].end:
            return None
        return sentences[number]

    def sentence_after(self, start: int) -> Sentence | None:
        """The first sentence that ends after the offset ``start`` of the original, if one does."""
        sentences = self.sentences
        number = bisect_right(sentences, start, key=lambda each: self.span(each.start, each.end)[1])
        return sentences[number] if number < len(sentences) else None

    def unread(self) -> list[tuple[int, int]]:
        """Where in the original code and scripts stand, of which ``clean`` holds no words."""
        from phraselint.text.markup import HIDDEN

        return [self.span(place, place + 1) for place, sign in enumerate(self.clean) if sign == HIDDEN]

    @property
    def zones(self) -> list[Zone]:
        """Where the original is not the writer's own words: quoted, forwarded, signature, code."""
        if self._zones is None:
            self._zones = self._foreign()
        return self._zones

    def _foreign(self) -> list[Zone]:
        from phraselint.text.quotes import foreign_spans
        from phraselint.text.zones import Zone

        if self._visible is None:
            return foreign_spans(self.original)
        text, offsets, marked = self._visible
        return [
            Zone(offsets.start(zone.start), offsets.stop(zone.end), zone.kind)
            for zone in sorted([*marked, *foreign_spans(text, self.markup, marked)])
        ]


def fold(text: str, markup: str = "plain") -> Folded:
    """The folded form of a text whose markup is "plain", "html" or "markdown"."""
    visible = _visible(text, markup)
    shown = text if visible is None else visible[0]
    offsets: OffsetMap | None = None if visible is None else visible[1]
    clean = shown
    if not shown.isascii():
        from phraselint.text.unicode import clean as cleaned

        clean, moved = cleaned(shown)
        if moved is not None:
            offsets = moved if offsets is None else moved.over(offsets)
    return Folded(text, markup, clean, offsets, visible)


def fold_word(word: str) -> str:
    """A word of a pattern, folded as texts are."""
    return fold(word).folded


def _visible(text: str, markup: str) -> Seen | None:
    if markup == "html":
        from phraselint.text import html

        return html.visible(text)
    if markup == "markdown":
        from phraselint.text import markdown

        return markdown.visible(text)
    return None
