"""The words and signs of texts, each with all that it may be read as: worked out once for all texts."""

from __future__ import annotations

from phraselint.match.execution import BARRIERS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Set

    from phraselint.match.part import Part
    from phraselint.match.slips import Image
    from phraselint.text.words import Sentence

_MOST_TOKENS = 50_000


class Token:
    """What a token may be read as, and its ``heads``: all that a state may know it by. An address has none."""

    __slots__ = ("begins", "calls", "heads", "images", "kind", "sign", "spoken", "text")

    def __init__(self, text: str, sign: bool, spoken: tuple[tuple[str, ...], ...], images: tuple[Image, ...]) -> None:
        self.text = text
        self.sign = sign
        self.spoken = spoken
        self.images = images
        heads = [text] if sign else [words[0] for words in self.readings()]
        self.heads = frozenset(heads)
        self.kind = text if sign and text in BARRIERS else ("sign" if sign else "word")
        """All tokens of a kind that a state does not know lead to the same."""
        self.begins = False
        """Whether a phrase may start with it."""
        self.calls: frozenset[int] = frozenset()
        """The phrases left out of the automaton that may stand where it stands."""

    def readings(self) -> list[tuple[str, ...]]:
        """The words that it may stand for."""
        return [*self.spoken, *(image.words for image in self.images)]


class Tokens:
    """The tokens met so far."""

    __slots__ = ("_calls", "_heads", "_known", "_part")

    def __init__(self, part: Part, heads: Set[str], calls: Mapping[str, Set[int]]) -> None:
        """``heads`` are what phrases start with; ``calls`` the phrases left out, by words of which each holds one."""
        self._part = part
        self._heads = heads
        self._calls = calls
        self._known: dict[str, Token] = {}

    def of(self, sentence: Sentence) -> list[Token]:
        """The tokens of a sentence, and one for its end."""
        known = self._known
        tokens = [known.get(word) or self._token(sentence, place) for place, word in enumerate(sentence.words)]
        for place in sentence.opaque:
            tokens[place] = _ADDRESS
        return [*tokens, NO_MORE]

    def without_slips(self, token: Token) -> Token:
        """The token of a #tag or @handle, in which no match starts with a slip."""
        name = f"#{token.text}"
        return self._known.get(name) or self._kept(name, Token(name, token.sign, token.spoken, ()))

    def _token(self, sentence: Sentence, place: int) -> Token:
        word, sign, spoken = sentence.words[place], sentence.signs[place], sentence.spoken[place]
        token = Token(word, sign, spoken, self._part.slips.images(word) if spoken else ())
        token.begins = not self._heads.isdisjoint(token.heads)
        said = [word for words in token.readings() for word in words]
        token.calls = frozenset().union(*[self._calls.get(each, ()) for each in said])
        return self._kept(word, token) if spoken or sign else token

    def _kept(self, name: str, token: Token) -> Token:
        if len(self._known) < _MOST_TOKENS:
            self._known[name] = token
        return token


_ADDRESS = Token("", sign=False, spoken=(), images=())
NO_MORE = Token("", sign=False, spoken=(), images=())
"""What stands after the last token of a sentence."""
