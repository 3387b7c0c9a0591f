"""From the source of a phrase pattern to its tree."""

from phraselint.book.lexer import Token, stray, tokens
from phraselint.book.pattern import Choice, Gap, Node, Pattern, Symbol
from phraselint.book.sound import check
from phraselint.model.errors import PatternError

LONGEST_PATTERN = 100_000  # code points: some 10,000 alternatives, far more than a person writes
DEEPEST = 50  # groups inside groups


def parse(source: str, *, beside: bool = False) -> Pattern:
    """The pattern that a phrase says.

    ``beside`` is for what a condition asks for beside a phrase: there a comma or any one word will do.

    Raises PatternError, with the 1-based column of the mark at fault, for everything that the language cannot read.
    """
    if len(source) > LONGEST_PATTERN:
        advice = "split it into several phrases"
        raise PatternError(LONGEST_PATTERN + 1, f"a pattern longer than {LONGEST_PATTERN:,} characters", advice)
    builder = _Builder()
    for token in tokens(source):
        builder.take(token)
    nodes = _without_final(builder.finished(), frozenset(builder.attached))
    check(nodes, beside)
    marks = builder.marks
    return Pattern(source, nodes, at_start="^" in marks, at_end="$" in marks, question="?" in marks)


class _Group:
    """A group that is not closed yet."""

    __slots__ = ("nodes", "opening", "options")

    def __init__(self, opening: Token) -> None:
        self.opening = opening
        self.options: list[tuple[Node, ...]] = []
        self.nodes: list[Node] = []

    def option(self, mark: Token) -> None:
        """What was read so far is one option, which ``mark`` ends."""
        if not self.nodes:
            advice = "write [a|b] for a group that may be left out, or \\ before the mark for the sign itself"
            raise PatternError(mark.column, f"nothing stands before '{mark.mark}'", advice)
        self.options.append(tuple(self.nodes))
        self.nodes = []


class _Builder:
    __slots__ = ("attached", "groups", "marks")

    def __init__(self) -> None:
        self.groups = [_Group(Token("", None, 1))]
        self.marks: set[str] = set()
        self.attached: set[int] = set()  # the columns of punctuation set directly behind something

    def take(self, token: Token) -> None:
        if token.node is not None:
            self.groups[-1].nodes.append(token.node)
            if token.attached:
                self.attached.add(token.column)
        elif token.mark in ("(", "["):
            self.open(token)
        elif token.mark == "|":
            self.bar(token)
        elif token.mark in (")", "]"):
            self.close(token)
        else:
            self.marks.add(token.mark)

    def open(self, token: Token) -> None:
        if len(self.groups) > DEEPEST:
            raise PatternError(token.column, f"more than {DEEPEST} groups inside each other", "split the phrase")
        self.groups.append(_Group(token))

    def bar(self, token: Token) -> None:
        if len(self.groups) == 1:
            advice = "put the alternatives in a group: (a|b); write \\| for the sign itself"
            raise PatternError(token.column, "'|' outside a group", advice)
        self.groups[-1].option(token)

    def close(self, token: Token) -> None:
        opening = self.groups[-1].opening
        if len(self.groups) == 1:
            raise stray(token.mark, token.column)
        if opening.mark + token.mark not in ("()", "[]"):
            closing = ")" if opening.mark == "(" else "]"
            message = f"'{token.mark}' does not close the '{opening.mark}' of column {opening.column}"
            raise PatternError(token.column, message, f"write '{closing}'")
        group = self.groups.pop()
        group.option(token)
        choice = Choice(tuple(group.options), opening.mark == "[", opening.column)
        self.groups[-1].nodes.append(choice)

    def finished(self) -> tuple[Node, ...]:
        if len(self.groups) > 1:
            opening = self.groups[-1].opening
            closing = ")" if opening.mark == "(" else "]"
            advice = f"write '{closing}' after the last alternative, or \\{opening.mark} for the sign itself"
            raise PatternError(opening.column, f"'{opening.mark}' is not closed", advice)
        return tuple(self.groups[0].nodes)


def _without_final(nodes: tuple[Node, ...], attached: frozenset[int]) -> tuple[Node, ...]:
    """The nodes without punctuation set directly behind the last word, in every alternative that may be the end."""
    end = len(nodes)
    while end and isinstance(nodes[end - 1], Symbol | Gap) and nodes[end - 1].column in attached:
        end -= 1
    last = nodes[end - 1] if end else None
    if not isinstance(last, Choice):
        return nodes[:end]
    options = tuple(_without_final(option, attached) for option in last.options)
    return (*nodes[: end - 1], last._replace(options=options))
