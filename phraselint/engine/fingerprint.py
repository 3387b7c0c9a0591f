"""A name for a finding that outlives edits elsewhere: version 1 hashes the rule, the folded sentence and its repeat.

Neither path nor offset counts, so that a baseline still fits after text was moved. Of a sentence without an
end, to which any line below would belong, only the lines count that are one: a line goes on in the next one where it is
long enough to have been wrapped and the next one begins with a small letter.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

try:
    from _blake2 import blake2b  # hashlib loads OpenSSL, a tenth of a cold start
except ImportError:
    from hashlib import blake2b

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from phraselint.text.words import Sentence


VERSION = "1"
WRAPPED = 40  # characters of a line that may have been wrapped


class Fingerprints:
    """Makes the fingerprints of one text or conversation, counting what repeats in it."""

    __slots__ = ("_seen",)

    def __init__(self) -> None:
        self._seen: dict[tuple[str, str], int] = {}

    def of(self, rule: str, sentence: str) -> str:
        """The fingerprint of the next finding of ``rule`` in a sentence of that key: version and 16 hex digits."""
        repeat = self._seen[rule, sentence] = self._seen.get((rule, sentence), -1) + 1
        return VERSION + _hash(f"{rule}\0{sentence}\0{repeat}")


class Lines:
    """The lines of one sentence, and the keys of what stands on them, each made once."""

    __slots__ = ("_firsts", "_keys", "_sentence", "_starts")

    def __init__(self, sentence: Sentence) -> None:
        self._sentence = sentence
        self._firsts = _firsts(sentence)  # the number of the first word of each
        starts = (sentence.starts[first] for first in self._firsts)
        self._starts = [sentence.text.span(start, start + 1)[0] for start in starts]
        self._keys: dict[tuple[int, int], str] = {}

    def key(self, start: int, end: int) -> str:
        """The key of the lines that ``start:end`` of the original touches."""
        first = max(bisect_right(self._starts, start), 1)
        last = max(bisect_left(self._starts, end), first)
        if (first, last) not in self._keys:
            stop = self._firsts[last] if last < len(self._firsts) else None
            self._keys[first, last] = key(self._sentence.words[self._firsts[first - 1] if self._firsts else 0 : stop])
        return self._keys[first, last]


def _firsts(sentence: Sentence) -> list[int]:
    """The numbers of the words with which the lines of a sentence begin."""
    text, starts = sentence.text.clean, sentence.starts
    firsts = [0] if starts else []
    line = sentence.start
    at = text.find("\n", line, sentence.end)
    while at >= 0:
        word = bisect_left(starts, at)
        if firsts[-1:] < [word] < [len(starts)] and not _goes_on(text[line:at], text[starts[word]]):
            firsts.append(word)
        line, at = at + 1, text.find("\n", at + 1, sentence.end)
    return firsts


def _goes_on(line: str, following: str) -> bool:
    return len(line.strip()) >= WRAPPED and following.islower()


def key(words: Iterable[str]) -> str:
    """The key of a sentence: a hash of its folded words, made once however many findings it holds."""
    return _hash(" ".join(words))


def _hash(text: str) -> str:
    return blake2b(text.encode(errors="surrogatepass"), digest_size=8).hexdigest()
