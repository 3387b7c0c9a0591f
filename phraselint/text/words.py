"""Words and signs of a sentence."""

from __future__ import annotations

from sys import intern

from phraselint.text import regex
from phraselint.text.contractions import distinct_words, read_as, said_by

TYPE_CHECKING = False
if TYPE_CHECKING:
    from array import array
    from collections.abc import Mapping, Sequence
    from re import Pattern

    from phraselint.text.fold import Letters

    Numbers = list[int] | array[int]


# Marks of scripts whose letters carry them; accents that decompose are gone before.
_MARKS = (
    r"\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u06d6-\u06ed\u0900-\u0963\u0966-\u0dff\u0e31-\u0e4e\u3099\u309a"
)
_LETTER = rf"(?:[^\W_]|[{_MARKS}])"
_HYPHEN = r"(?<![^\W_])-|-(?![^\W_])|(?<=\d)-(?=\d)"  # a hyphen between letters is a space
_ASCII_TOKEN = regex.compile(rf"[a-z0-9]+(?:'[a-z0-9]+)*|{_HYPHEN}|[^\s\w-]|_", regex.ASCII)
_TOPS = "com|org|net|edu|gov|info|biz|io|co|uk|de|fr|eu|ca|au|us|app|dev|ai|example|ly|me|tv"
_OPAQUE = (
    rf"(?:https?|ftp)://[^\s<>\"]+|www\.[^\s<>\"]+|[\w.+%-]{{1,64}}@[\w-]+(?:\.[\w-]+)+"
    rf"|(?<!\w)@\w*_\w*|(?<![\w@.-])(?:[a-z0-9][a-z0-9-]{{0,62}}\.)+(?:{_TOPS})(?![\w-])(?:/[^\s<>\"]*)?"
)
_MAY_BE_OPAQUE = regex.compile(r"[.@:](?:(?<=\w[.@])\w|(?<=:)//|(?<=@)\w+_)")  # begins with what few letters are
_DOTTED = regex.compile(r"\.(?<=\w\.)\w")  # begins with one letter, for which the search is faster still
_CLOSERS = ".,;:!?)]}'\"*_>"
_LONG = 100  # tokens: so long a sentence is not walked for a few of them
_VAST = 1_000_000  # letters of a text whose tokens fill the memory
_FEW = 30  # tokens that are looked at one by one
_unicode_token: Pattern[str] | None = None


def _token(text: str) -> Pattern[str]:
    global _unicode_token
    if text.isascii():
        return _ASCII_TOKEN
    if _unicode_token is None:
        _unicode_token = regex.compile(rf"{_LETTER}+(?:'{_LETTER}+)*|{_HYPHEN}|[^\s\w-]|_|[\x1c-\x1f]")
    return _unicode_token


_SIGN_OFFS = frozenset("^*/~-–—")


def may_be_opaque(folded: str, start: int, stop: int) -> bool:
    """A quick no for most stretches: whether an address may stand there."""
    if folded.find("@", start, stop) < 0 and folded.find("://", start, stop) < 0:
        return _DOTTED.search(folded, start, stop) is not None
    return _MAY_BE_OPAQUE.search(folded, start, stop) is not None


def opaque_spans(folded: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Where URLs, e-mail addresses and names such as @mara_k stand; nothing matches inside them. Half-open."""
    stop = len(folded) if end is None else end
    if not may_be_opaque(folded, start, stop):
        return []
    found = []
    for match in regex.compile(_OPAQUE).finditer(folded, start, stop):
        last = match.end()
        while last > match.start() and folded[last - 1] in _CLOSERS:
            last -= 1
        found.append((match.start(), last))
    return found


def _numbers(found: list[int], folded: str) -> Numbers:
    """The numbers, packed where the text is so long that they would fill the memory."""
    if len(folded) < _VAST:
        return found
    from array import array  # late, as it loads all collections

    return array("I", found)


class Sentence:
    """One sentence and its tokens: words, single signs, and whole URLs and e-mail addresses.

    ``start`` and ``end`` are offsets in the text's ``clean``; ``words[i]`` is the folded token at ``starts[i]:ends[i]``
    of it.
    """

    __slots__ = (
        *("_asks", "_bag", "_heads", "_opaque", "_places", "_several", "_signs", "_spoken", "_words"),
        *("end", "number", "start", "text"),
    )

    # Made when the words are first asked for: a long text has many sentences, of which few are looked at.
    _places: tuple[Numbers, Numbers] | None
    _opaque: frozenset[int]
    _spoken: list[tuple[tuple[str, ...], ...]]
    _several: list[int]

    def __init__(self, text: Letters, number: int, start: int, end: int) -> None:
        self.text = text
        self.number = number
        self.start = start
        self.end = end
        self._words: list[str] | None = None
        self._signs: list[bool] | None = None
        self._bag: frozenset[str] | None = None
        self._heads: frozenset[str] | None = None
        self._asks: bool | None = None

    @property
    def words(self) -> list[str]:
        """The folded tokens in order."""
        if self._words is None:
            self._words = self._read()
        return self._words

    @property
    def starts(self) -> Sequence[int]:
        """Where each token starts in ``clean``."""
        return self._located()[0] if self.words else ()

    @property
    def ends(self) -> Sequence[int]:
        """Where each token ends in ``clean``."""
        return self._located()[1] if self.words else ()

    def _located(self) -> tuple[Numbers, Numbers]:
        if self._places is None:
            self._read_places()
            assert self._places
        return self._places

    def _read(self) -> list[str]:
        """The tokens; their places are not asked for in most sentences."""
        if self.text.may_hold_addresses:
            return self._read_places()
        folded = self.text.folded
        words = list(map(intern, _token(folded).findall(folded, self.start, self.end)))  # one string for all its places
        if "'" in words:
            return self._read_places()
        self._places, self._opaque = None, frozenset()
        return words

    def _read_places(self) -> list[str]:
        """The tokens with their places, which of them are addresses, and apostrophes that close a possessive."""
        folded = self.text.folded
        pattern = _token(folded)
        spans, opaque, at = [], [], self.start
        for start, end in opaque_spans(folded, self.start, self.end) if self.text.may_hold_addresses else ():
            spans += [found.span() for found in pattern.finditer(folded, at, start)]
            if end > start:
                opaque.append(len(spans))
                spans.append((start, end))
            at = end
        spans += [found.span() for found in pattern.finditer(folded, at, self.end)]
        starts = _numbers([start for start, _ in spans], folded)
        ends = _numbers([end for _, end in spans], folded)
        self._places, self._opaque = (starts, ends), frozenset(opaque)
        words = [intern(folded[start:end]) for start, end in spans]
        if "'" in words:
            self._close_possessives(words, starts, ends)
        return words

    def _close_possessives(self, words: list[str], starts: Numbers, ends: Numbers) -> None:
        """The trailing apostrophe of "customers' " belongs to its word, unless it closes a quotation."""
        for place in range(len(words) - 2, 0, -1):
            if words[place] != "'" or not words[place - 1].endswith("s") or starts[place] != ends[place - 1]:
                continue
            follows = starts[place + 1] > ends[place] and words[place + 1][0].isalnum()
            if follows and "'" not in words[:place]:
                ends[place - 1] = ends[place]
                del words[place], starts[place], ends[place]
                self._opaque = frozenset(each - (each > place) for each in self._opaque)

    def is_word(self, place: int) -> bool:
        """Whether the token is a word (or an address), not a sign."""
        return not self.signs[place]

    @property
    def signs(self) -> list[bool]:
        """Whether each token is a single sign."""
        if self._signs is None:
            self._spell()
            assert self._signs is not None
        return self._signs

    @property
    def spoken(self) -> list[tuple[tuple[str, ...], ...]]:
        """For each token the words that it may be read as: itself, or what it contracts; none for a sign or address."""
        if self._signs is None:
            self._spell()
        return self._spoken

    def _spell(self) -> None:
        self._spoken = [read_as[word] for word in self.words]
        self._signs = [not readings for readings in self._spoken]
        for place in self._opaque:
            self._spoken[place] = ()
            self._signs[place] = False

    @property
    def bag(self) -> frozenset[str]:
        """All that its tokens may be read as, in no order: mostly told without their places and signs."""
        if self._bag is None:
            self._bag = frozenset(said_by(self._distinct()))
        return self._bag

    def _distinct(self) -> set[str]:
        if self._words is None and not self.text.may_hold_addresses:
            return distinct_words(self.text.folded[self.start : self.end])
        words = self.words
        if self._opaque:
            words = [word for place, word in enumerate(words) if place not in self._opaque]
        return set(words)

    @property
    def heads(self) -> frozenset[str]:
        """The words that its tokens may be read as beginning with."""
        if self._heads is None:
            self._heads = frozenset([reading[0] for readings in self.spoken for reading in readings])
            self._several = [place for place, readings in enumerate(self.spoken) if len(readings) > 1]
        return self._heads

    def beginning(self, words: Mapping[str, object]) -> list[int]:
        """The places, ascending, of the tokens that may be read as beginning with one of these words."""
        common = words.keys() & self.heads
        if not common:
            return []
        found = [place for place, word in enumerate(self.words) if word in common]
        short = [place for place in self._several if any(reading[0] in common for reading in self.spoken[place])]
        return sorted({*found, *short}) if short else found

    def beginning_among(self, words: Mapping[str, object], first: int, stop: int) -> list[int]:
        """As ``beginning``, of the tokens ``first:stop``: what stands elsewhere in a long sentence costs nothing."""
        if len(self.words) < _LONG or stop - first > _FEW:
            return [place for place in self.beginning(words) if first <= place < stop]
        spoken = self.spoken
        near = range(max(first, 0), min(stop, len(spoken)))
        return [place for place in near if any(reading[0] in words for reading in spoken[place])]

    @property
    def opaque(self) -> frozenset[int]:
        """The places of the tokens that are URLs or e-mail addresses."""
        return self._opaque if self.words else frozenset()

    def is_opaque(self, place: int) -> bool:
        """Whether the token is a URL or an e-mail address."""
        return place < len(self.words) and place in self._opaque

    @property
    def question(self) -> bool:
        """Whether the sentence ends in a question mark; a sign-off may follow it ("is it red?^MA")."""
        if self._asks is None:
            self._asks = "?" in self.words and self._ends_asking()
        return self._asks

    def _ends_asking(self) -> bool:
        words, after = self.words, 0
        for place in range(len(words) - 1, -1, -1):
            if words[place] == "?":
                return not after or words[place + 1] in _SIGN_OFFS or self.ends[place] == self.starts[place + 1]
            after += self.is_word(place)
            if after > 1:
                return False
        return False

    def first_word(self) -> int:
        """The place of the first word, after bullets, quotation marks and the names of those addressed (@name)."""
        words = self.words
        place = 0
        if words and words[0][0].isalnum():
            return 0
        while place < len(words):
            if place in self._opaque and words[place][0] == "@":
                place += 1
            elif words[place] == "@" and place + 1 < len(words) and self.starts[place + 1] == self.ends[place]:
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
