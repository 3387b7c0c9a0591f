"""The pattern language as a tree: what a phrase may hold, and how it is printed.

A tree is a sequence of nodes; ``column`` is the 1-based place of a node in its source, in code points.
``str(pattern)`` is the printed form, which parses back to an equal tree (columns do not count).
"""

from typing import NamedTuple

GAP = 4  # how many words ``...`` may stand for where it does not say


class Word(NamedTuple):
    """A word as it was written (``won't``, ``iPhone``); ``text`` keeps its case and accents."""

    text: str
    column: int


class Inflected(NamedTuple):
    """``{argue}``: any inflection of a word, given in any form."""

    text: str
    column: int


class Symbol(NamedTuple):
    """A sign that stands by itself and must be there: ``%``, ``*`` (written ``\\*``), a comma."""

    text: str
    column: int


class AnyWord(NamedTuple):
    """``*``: exactly one word."""

    column: int


class Gap(NamedTuple):
    """``...N``: 0 to ``most`` words inside one sentence."""

    most: int
    column: int


class Slot(NamedTuple):
    """``<duration>``: one value of a kind, in figures or words."""

    kind: str
    column: int


class Choice(NamedTuple):
    """``(a|b c)``, or ``[a|b]`` where ``optional``: one of several sequences."""

    options: "tuple[tuple[Node, ...], ...]"
    optional: bool
    column: int


Node = Word | Inflected | Symbol | AnyWord | Gap | Slot | Choice


class Pattern(NamedTuple):
    """One phrase: its nodes, and whether it is bound to the start, the end or the question mark of a sentence."""

    source: str
    nodes: tuple[Node, ...]
    at_start: bool = False
    at_end: bool = False
    question: bool = False

    def __str__(self) -> str:
        return printed(self)


def printed(pattern: Pattern) -> str:
    """The pattern as its author could have typed it; parses back to an equal tree, columns and source aside."""
    parts = ["^"] if pattern.at_start else []
    parts.append(_sequence(pattern.nodes))
    parts += ["$"] if pattern.at_end else []
    parts += ["?"] if pattern.question else []
    return " ".join(parts)


def _sequence(nodes: tuple[Node, ...]) -> str:
    text = ""
    for index, node in enumerate(nodes):
        apart = index and not (_close(nodes, index) or _close(nodes, index - 1) == "both")
        text += (" " if apart else "") + _node(node)
    return text


def _close(nodes: tuple[Node, ...], index: int) -> str:
    """How a sign is set: to "both" neighbours (``24-48``), to the "left" one (``100%``), or apart ("")."""
    node = nodes[index]
    before = nodes[index - 1] if index else None
    after = nodes[index + 1] if index + 1 < len(nodes) else None
    if not isinstance(node, Symbol) or not isinstance(before, Word):
        return ""
    if node.text in "-/*" and isinstance(after, Word) and _figures(before) and _figures(after):
        return "both"
    return "left" if node.text == "%" or (node.text == "," and after) else ""


def _figures(word: Word) -> bool:
    return word.text.isascii() and word.text.isdigit()


def _node(node: Node) -> str:
    match node:
        case Word(text):
            return text
        case Symbol(text):
            return f"\\{text}" if text in r"""()[]{}<>|*^$?!.…\ """ else text
        case Inflected(text):
            return f"{{{text}}}"
        case AnyWord():
            return "*"
        case Gap(most):
            return "..." if most == GAP else f"...{most}"
        case Slot(kind):
            return f"<{kind}>"
        case Choice(options, optional):
            inner = "|".join(map(_sequence, options))
            return f"[{inner}]" if optional else f"({inner})"
