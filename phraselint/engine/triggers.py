"""Whether a trigger of a service rule is in sight: a signal, a text, a count, or the shape of the letters."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from phraselint.engine.gates import Gate

_CASES = (  # white space from 9 to 13 and from 28 to 32
    b"x" * 9 + b" " * 5 + b"x" * 14 + b" " * 5 + b"x" * 32 + b"U" * 26 + b"x" * 6 + b"l" * 26 + b"x" * 133
)
"""For ``translate``: ASCII letters by their case, signs, and white space."""

SHAPES = frozenset({"text", "capitals", "words"})
"""The triggers that look at letters alone: they need no conversation and no scan for signals."""


def _capitals(gate: Gate, least: int) -> bool:
    return any(shouts(gate.told[n].message.text, least) for n in gate.judged())


def shouts(text: str, least: int) -> bool:
    """Whether a text has so many words of two characters or more, with a capital and no small letter."""
    if not _may_shout(text, least):
        return False
    return sum([len(word) > 1 for word in filter(str.isupper, text.split())]) >= least


def _may_shout(text: str, least: int) -> bool:
    """A quick no for most: in such a word a capital stands beside a capital or a sign, with no small letter after."""
    if not text.isascii():
        return True
    cases = text.encode().translate(_CASES)
    beside = cases.count(b"UU") + cases.count(b"Ux") + cases.count(b"xU")
    return beside >= least and beside - cases.count(b"Uxl") - cases.count(b"xUl") >= least


def _words(gate: Gate, least: int) -> bool:
    return any(len(gate.told[n].message.text.split(None, least - 1)) >= least for n in gate.judged())


def _messages(gate: Gate, least: int) -> bool:
    return len(gate.judged()) >= least


TRIGGERS: dict[str, Callable[[Gate, Any], bool]] = {
    "signal": lambda gate, name: gate.says(True, name),
    "customer": lambda gate, name: gate.says(False, name),
    "text": lambda gate, texts: gate.held().any(texts),
    "capitals": _capitals,
    "words": _words,
    "messages": _messages,
}
"""Whether a trigger of each kind is in sight."""
