"""What every match of a pattern must hold, apart from its literals: a quick no for most texts and candidates."""

from phraselint.book.pattern import Choice, Inflected, Node, Pattern, Slot, Symbol, Word
from phraselint.match.program import node_words
from phraselint.match.rarity import cost
from phraselint.text.fold import fold_word
from phraselint.text.slot_literals import SLOT_LITERALS

_RAREST = 2  # groups of words that are kept whatever their size
_MOST_GROUPS = 6
_SMALL = 12  # words: a larger group rules out little
_Nodes = tuple[Node, ...]


def needed(pattern: Pattern) -> list[str] | None:
    """For a pattern without literals: substrings of folded text of which every match holds one; None for any text."""
    found = _needed(pattern.nodes)
    return None if found is None else sorted(found)


def required(pattern: Pattern) -> list[list[str]]:
    """Groups of words of which every match holds one each, the rarest groups first: a quick no for most candidates."""
    groups = sorted(_required(pattern.nodes), key=_sum)[:_MOST_GROUPS]
    return [sorted(group) for place, group in enumerate(groups) if place < _RAREST or len(group) <= _SMALL]


def _required(nodes: _Nodes) -> list[set[str]]:
    """The first words of what a word may stand for; of a group of options, what the rarest part of each must hold."""
    found: list[set[str]] = []
    for node in nodes:
        if isinstance(node, Word | Inflected):
            found.append({words[0] for words in node_words(node)})
        elif isinstance(node, Choice) and not node.optional:
            each = [_required(option) for option in node.options]
            if all(each):
                found.append(set().union(*(min(groups, key=_sum) for groups in each)))
    return found


def _sum(words: set[str]) -> tuple[float, list[str]]:
    return sum(map(cost, words)), sorted(words)


def _needed(nodes: _Nodes) -> set[str] | None:
    for node in nodes:
        found = _needed_by(node)
        if found is not None:
            return found
    return None


def _needed_by(node: Node) -> set[str] | None:
    if isinstance(node, Symbol):
        return {fold_word(node.text)}
    if isinstance(node, Slot):
        substrings = SLOT_LITERALS[node.kind]
        return None if substrings is None else set(substrings)
    if not isinstance(node, Choice) or node.optional:
        return None
    each = [_needed(option) for option in node.options]
    return None if any(one is None for one in each) else {text for one in each for text in one or ()}
