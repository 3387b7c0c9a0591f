"""The place that a suggestion goes to: the match, what stands on either side of it, and how it is written."""

from __future__ import annotations

from phraselint.engine.clauses import SHORT_FORMS, closes_sentence, opens_sentence
from phraselint.model.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from phraselint.match.matches import Match
    from phraselint.text.words import Sentence


LINE_ENDS = "\r\n"
PAUSES = ",;:–—-"


class Edit(NamedTuple):
    """A stretch of the original text and what is to stand there; code points, half-open."""

    text: str
    start: int
    end: int


class Place:
    """A match seen from the original text around it; all offsets are code points of the original."""

    __slots__ = ("_slots", "end", "first", "last", "sentence", "start", "text", "words")

    def __init__(self, match: Match) -> None:
        self.sentence: Sentence = match.sentence
        self.text: str = match.sentence.text.original
        self.words: list[str] = match.sentence.words
        self.first, self.last = match.first, match.last
        self.start, self.end = match.start, match.end
        self._slots = match.slots

    @property
    def written(self) -> str:
        """The words of the match as they are written."""
        return self.text[self.start : self.end]

    @property
    def opens(self) -> bool:
        """Whether no word of the sentence stands before the match."""
        return opens_sentence(self.sentence, self.first)

    @property
    def wants_capital(self) -> bool:
        """Whether the match has a capital, or opens a sentence of a writer who uses them: "Hi Jo. *np*"."""
        if self.written[:1].isupper() or not self.opens:
            return self.written[:1].isupper()
        return next(filter(str.isalpha, self.text), "").isupper()

    @property
    def closes(self) -> bool:
        """Whether no word of the sentence stands after the match."""
        return closes_sentence(self.sentence, self.last)

    @property
    def owns(self) -> bool:
        """Whether the match ends in a possessive, whose thing a replacement would leave without its owner."""
        last = self.written.lower().replace("’", "'").split()[-1]
        return last.endswith(("'s", "s'")) and last not in SHORT_FORMS

    @property
    def before(self) -> str:
        """The folded word directly before the match; "" at a sign or at the sentence's start."""
        return self.words[self.first - 1] if self.first and self.sentence.is_word(self.first - 1) else ""

    @property
    def after(self) -> str:
        """The folded word directly after the match; "" at a sign or at the sentence's end."""
        return self.words[self.last] if self.last < len(self.words) and self.sentence.is_word(self.last) else ""

    @property
    def starts_line(self) -> bool:
        """Whether nothing but spaces stands before the match on its line."""
        left = self.left
        return left == 0 or self.text[left - 1] in LINE_ENDS

    @property
    def left(self) -> int:
        """Where the spaces before the match begin, on its line."""
        return self.skip_back(self.start)

    @property
    def right(self) -> int:
        """Where the spaces after the match end, on its line."""
        return self.skip_spaces(self.end)

    def skip_spaces(self, at: int) -> int:
        """The first place from ``at`` on that is no space, on its line."""
        while at < len(self.text) and is_space(self.text[at]):
            at += 1
        return at

    def skip_back(self, at: int) -> int:
        """The last place up to ``at`` before which no space stands, on its line."""
        while at and is_space(self.text[at - 1]):
            at -= 1
        return at

    def token(self, place: int) -> tuple[int, int]:
        """Where a token of the sentence stands in the original."""
        return self.sentence.text.span(self.sentence.starts[place], self.sentence.ends[place])

    def next_word(self, place: int) -> tuple[int, int] | None:
        """Where the first word from the token ``place`` on stands in the original, if there is one."""
        for token in range(place, len(self.words)):
            if self.sentence.is_word(token):
                return self.token(token)
        return None

    def sign(self, at: int) -> str:
        """The character at a place of the original; a line's end before its first and after its last."""
        return self.text[at] if 0 <= at < len(self.text) else "\n"

    @property
    def several(self) -> bool:
        """Whether the match is of several words."""
        return self.last - self.first > 1

    @property
    def signed(self) -> bool:
        """Whether only a signature or kisses stand after the match, perhaps with a link: "Thanks, *hun* ^KT"."""
        first, *more = self.text[self.right :].split(None, 2) or [""]
        initials = first[:1] in tuple("^~/*") and first[1:].isalpha()
        return len(more) < 2 and (initials or (bool(first) and not first.strip("xX")))

    @property
    def shouted(self) -> bool:
        """Whether the match is written in capitals as shouting is: several words, or one beside others like it."""
        letters = sum(map(str.isalpha, self.written))
        if not self.written.isupper():
            return False
        if self.several:
            return True
        beside = [self.text[slice(*self.token(n))] for n in (self.first - 1, self.last) if 0 <= n < len(self.words)]
        words = [word for word in beside if word.isalpha() and word != "I"]
        return all(map(str.isupper, words)) and (bool(words) or letters > 3)

    def slot_before(self, say: str) -> str:
        """The kind of the slot whose value ``say`` begins with; "" where it begins with words of its own."""
        return next((kind for kind, value in self._slots if say.startswith(value)), "")

    def around(self, reach: int) -> str:
        """The text from so many characters before the match to so many after it."""
        return self.text[max(self.start - reach, 0) : self.end + reach]


def is_space(character: str) -> bool:
    """Whether a character is white space that ends no line."""
    return character.isspace() and character not in "\r\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"


def capitalised(text: str) -> str:
    """The text with its first letter a capital."""
    return text[:1].upper() + text[1:]


def with_capital(word: str) -> str:
    """The word with a capital, unless it has capitals of its own: "iPhone"."""
    return capitalised(word) if word == word.lower() else word
