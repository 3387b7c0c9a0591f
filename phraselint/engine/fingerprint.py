"""A name for a finding that outlives edits elsewhere: version 1 hashes the rule, the folded sentence and its repeat.

Neither path nor offset counts, so that a baseline still fits after text was moved.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


VERSION = "1"


class Fingerprints:
    """Makes the fingerprints of one text or conversation, counting what repeats in it."""

    __slots__ = ("_seen",)

    def __init__(self) -> None:
        self._seen: dict[tuple[str, str], int] = {}

    def of(self, rule: str, sentence: str) -> str:
        """The fingerprint of the next finding of ``rule`` in a sentence of that key: version and 16 hex digits."""
        repeat = self._seen[rule, sentence] = self._seen.get((rule, sentence), -1) + 1
        return VERSION + _hash(f"{rule}\0{sentence}\0{repeat}")


def key(words: Iterable[str]) -> str:
    """The key of a sentence: a hash of its folded words, made once however many findings it holds."""
    return _hash(" ".join(words))


def _hash(text: str) -> str:
    try:
        from _blake2 import blake2b  # hashlib loads OpenSSL, a tenth of a cold start
    except ImportError:
        from hashlib import blake2b
    return blake2b(text.encode(errors="surrogatepass"), digest_size=8).hexdigest()
