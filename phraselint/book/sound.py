"""What a pattern may not be although each of its marks can be read: open at an end, or able to match anything."""

import unicodedata

from phraselint.book.pattern import AnyWord, Choice, Gap, Node, Symbol
from phraselint.model.errors import PatternError

_NOTHING, _ANYTHING, _PUNCTUATION, _SOMETHING = range(4)
_REFUSED = {
    _NOTHING: ("this could match nothing", "leave at least one word outside [ ]"),
    _ANYTHING: ("this could match anything", "write at least one word beside '*' and '...'"),
    _PUNCTUATION: ("this could match punctuation alone", "write at least one word"),
}


def check(nodes: tuple[Node, ...], beside: bool = False) -> None:
    """Raises PatternError where the nodes, as a whole, are no pattern; ``beside`` a phrase, any word or sign is one."""
    if not nodes:
        raise PatternError(1, "no words", "write the phrase as a person would type it")
    gap = _edge(nodes) or _edge(nodes, backwards=True)
    if gap is not None:
        raise PatternError(gap.column, "a gap at the start or end", "write the words that stand there, or drop it")
    _check_neighbours(nodes)
    least = _least(nodes)
    if least == _NOTHING or (least != _SOMETHING and not beside):
        raise PatternError(nodes[0].column, *_REFUSED[least])


def _edge(nodes: tuple[Node, ...], backwards: bool = False) -> Gap | None:
    """A gap that may be the first (or last) thing of the nodes, groups that may be left out aside."""
    for node in reversed(nodes) if backwards else nodes:
        if isinstance(node, Gap):
            return node
        if not isinstance(node, Choice):
            return None
        for option in node.options:
            if gap := _edge(option, backwards):
                return gap
        if not node.optional and all(_least(option) != _NOTHING for option in node.options):
            return None
    return None


def _check_neighbours(nodes: tuple[Node, ...]) -> None:
    for index, node in enumerate(nodes):
        if isinstance(node, Gap) and index and isinstance(nodes[index - 1], Gap):
            raise PatternError(node.column, "a gap next to a gap", "write one gap, such as ...8")
        if isinstance(node, Choice):
            for option in node.options:
                _check_neighbours(option)


def _least(nodes: tuple[Node, ...]) -> int:
    """How much the least demanding way through the nodes asks for."""
    most = _NOTHING
    for node in nodes:
        most = max(most, _asks(node))
        if most == _SOMETHING:  # as of most patterns the first word does
            break
    return most


def _asks(node: Node) -> int:
    match node:
        case Gap():
            return _NOTHING
        case AnyWord():
            return _ANYTHING
        case Symbol(text):
            return _PUNCTUATION if unicodedata.category(text)[0] == "P" else _SOMETHING
        case Choice(options, optional):
            return _NOTHING if optional else min(map(_least, options))
    return _SOMETHING
