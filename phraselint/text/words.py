"""Words and signs of a sentence (phrase-patterns.md, section 2.7)."""

from __future__ import annotations

import re

from phraselint.text.contractions import spellings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from phraselint.text.fold import Folded


# Marks of scripts whose letters carry them; accents that decompose are gone before.
_MARKS = (
    r"\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u06d6-\u06ed\u0900-\u0963\u0966-\u0dff\u0e31-\u0e4e\u3099\u309a"
)
_LETTER = rf"(?:[^\W_]|[{_MARKS}])"
_HYPHEN = r"(?<![^\W_])-|-(?![^\W_])|(?<=\d)-(?=\d)"  # a hyphen between letters is a space
_ASCII_TOKEN = re.compile(rf"[a-z0-9]+(?:'[a-z0-9]+)*|{_HYPHEN}|[^\s\w-]|_", re.ASCII)
_TOPS = "com|org|net|edu|gov|info|biz|io|co|uk|de|fr|eu|ca|au|us|app|dev|ai|example|ly|me|tv"
_OPAQUE = (
    rf"(?:https?|ftp)://[^\s<>\"]+|www\.[^\s<>\"]+|[\w.+%-]{{1,64}}@[\w-]+(?:\.[\w-]+)+"
    rf"|(?<!\w)@\w*_\w*|(?<![\w@.-])(?:[a-z0-9][a-z0-9-]{{0,62}}\.)+(?:{_TOPS})(?![\w-])(?:/[^\s<>\"]*)?"
)
_MAY_BE_OPAQUE = re.compile(r"\w[.@]\w|://|@\w+_")
_CLOSERS = ".,;:!?)]}'\"*_>"
_unicode_token: re.Pattern[str] | None = None


def _token(text: str) -> re.Pattern[str]:
    global _unicode_token
    if text.isascii():
        return _ASCII_TOKEN
    if _unicode_token is None:
        _unicode_token = re.compile(rf"{_LETTER}+(?:'{_LETTER}+)*|{_HYPHEN}|[^\s\w-]|_")
    return _unicode_token


def opaque_spans(folded: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Where URLs, e-mail addresses and names such as @mara_k stand; nothing matches inside them. Half-open."""
    stop = len(folded) if end is None else end
    if not _MAY_BE_OPAQUE.search(folded, start, stop):
        return []
    found = []
    for match in re.compile(_OPAQUE).finditer(folded, start, stop):
        last = match.end()
        while last > match.start() and folded[last - 1] in _CLOSERS:
            last -= 1
        found.append((match.start(), last))
    return found


def _is_sign(character: str) -> bool:
    """Whether a token of one character is no word."""
    return not character.isalnum() and (character.isascii() or not character.isidentifier())


class Sentence:
    """One sentence and its tokens: words, single signs, and whole URLs and e-mail addresses.

    ``start`` and ``end`` are offsets in the text's ``clean``; ``words[i]`` is the folded token at ``starts[i]:ends[i]``
    of it.
    """

    __slots__ = (
        *("_ends", "_heads", "_opaque", "_signs", "_spoken", "_starts", "_words"),
        *("end", "number", "start", "text"),
    )

    def __init__(self, text: Folded, number: int, start: int, end: int) -> None:
        self.text = text
        self.number = number
        self.start = start
        self.end = end
        self._words: list[str] | None = None
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._opaque: frozenset[int] = frozenset()
        self._signs: list[bool] | None = None
        self._spoken: list[tuple[tuple[str, ...], ...]] | None = None
        self._heads: dict[str, list[int]] | None = None

    @property
    def words(self) -> list[str]:
        """The folded tokens in order."""
        if self._words is None:
            self._words = self._read()
        return self._words

    @property
    def starts(self) -> list[int]:
        """Where each token starts in ``clean``."""
        return self._starts if self.words else []

    @property
    def ends(self) -> list[int]:
        """Where each token ends in ``clean``."""
        return self._ends if self.words else []

    def _read(self) -> list[str]:
        folded = self.text.folded
        pattern = _token(folded)
        spans, opaque, at = [], [], self.start
        for start, end in opaque_spans(folded, self.start, self.end):
            spans += [found.span() for found in pattern.finditer(folded, at, start)]
            if end > start:
                opaque.append(len(spans))
                spans.append((start, end))
            at = end
        spans += [found.span() for found in pattern.finditer(folded, at, self.end)]
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]
        self._opaque = frozenset(opaque)
        words = [folded[start:end] for start, end in spans]
        if "'" in words:
            self._close_possessives(words)
        return words

    def _close_possessives(self, words: list[str]) -> None:
        """The trailing apostrophe of "customers' " belongs to its word, unless it closes a quotation."""
        for place in range(len(words) - 2, 0, -1):
            if (
                words[place] != "'"
                or not words[place - 1].endswith("s")
                or self._starts[place] != self._ends[place - 1]
            ):
                continue
            follows = self._starts[place + 1] > self._ends[place] and words[place + 1][0].isalnum()
            if follows and "'" not in words[:place]:
                self._ends[place - 1] = self._ends[place]
                del words[place], self._starts[place], self._ends[place]
                self._opaque = frozenset(each - (each > place) for each in self._opaque)

    def is_word(self, place: int) -> bool:
        """Whether the token is a word (or an address), not a sign."""
        return not self.signs[place]

    @property
    def signs(self) -> list[bool]:
        """Whether each token is a single sign."""
        if self._signs is None:
            self._signs = [len(word) == 1 and _is_sign(word) for word in self.words]
        return self._signs

    @property
    def spoken(self) -> list[tuple[tuple[str, ...], ...]]:
        """For each token the words that it may be read as: itself, or what it contracts; none for a sign or address."""
        if self._spoken is None:
            pairs = zip(self.words, self.signs, strict=True)
            self._spoken = [() if sign else spellings(word) for word, sign in pairs]
            for place in self._opaque:
                self._spoken[place] = ()
        return self._spoken

    @property
    def heads(self) -> dict[str, list[int]]:
        """The places, ascending, of the tokens that may be read as beginning with a word."""
        if self._heads is None:
            self._heads = {}
            for place, readings in enumerate(self.spoken):
                for word in {reading[0] for reading in readings}:
                    self._heads.setdefault(word, []).append(place)
        return self._heads

    def is_opaque(self, place: int) -> bool:
        """Whether the token is a URL or an e-mail address."""
        return place in self._opaque

    @property
    def question(self) -> bool:
        """Whether the sentence ends in a question mark."""
        words = self.words
        for place in range(len(words) - 1, -1, -1):
            if words[place] == "?":
                return True
            if self.is_word(place):
                return False
        return False

    def first_word(self) -> int:
        """The place of the first word, after bullets, quotation marks and the names of those addressed (@name)."""
        words = self.words
        place = 0
        while place < len(words):
            if place in self._opaque and words[place][0] == "@":
                place += 1
            elif words[place] == "@" and place + 1 < len(words) and self._starts[place + 1] == self._ends[place]:
                place += 2
            elif self.is_word(place):
                break
            else:
                place += 1
        return place

    def after_last_word(self) -> int:
        """The place after the last word."""
        place = len(self.words)
        while place and not self.is_word(place - 1):
            place -= 1
        return place
