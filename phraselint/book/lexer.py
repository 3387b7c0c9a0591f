"""The marks and words of a phrase pattern, one after the other, as its author typed them.

Words are told apart by the same rules as those of a text: a hyphen between letters is a space, an inner apostrophe
belongs to its word, every other sign stands by itself.
"""

from collections.abc import Iterator
from typing import NamedTuple

from phraselint.book.characters import SPACE, WORD, Characters, Cursor, characters
from phraselint.book.nearest import hint
from phraselint.book.pattern import GAP, AnyWord, Gap, Inflected, Node, Slot, Symbol, Word
from phraselint.model.errors import PatternError
from phraselint.text.slots import SLOTS

LONGEST_GAP = 50  # words; a longer one spans any sentence, and each word of it costs the matcher a state
_FINAL = ".!?,"
_DOTS = ".\N{HORIZONTAL ELLIPSIS}"


class Token(NamedTuple):
    """A node, or a mark of the language: one of ``( ) [ ] | ^ $ ?`` (for the nodes of braces and slots, "mark").

    ``attached`` says that the node is punctuation set directly behind something, which does not count at the end.
    """

    mark: str
    node: Node | None
    column: int
    attached: bool = False


def tokens(source: str) -> Iterator[Token]:
    """The tokens of a pattern in order; a PatternError where one cannot be read."""
    return _Lexer(characters(source)).run()


class _Lexer(Cursor):
    __slots__ = ("last", "quoted")

    def __init__(self, source: Characters) -> None:
        super().__init__(source)
        self.last = ""  # the mark of the token before, "word" for a node, "" at the start
        self.quoted = False

    def run(self) -> Iterator[Token]:
        while self.at < len(self.shape):
            token = self.token()
            if token is not None:
                self.last = token.mark or "word"
                yield token

    def token(self) -> Token | None:
        """The token that starts here; None for space, and for a hyphen between letters."""
        mark, column = self.shape[self.at], self.columns[self.at]
        if mark == WORD:
            return Token("", Word(self.word(), column), column)
        if mark == SPACE or (mark == "-" and self.joins()):
            self.at += 1
            return None
        match mark:
            case "\\":
                return self.escaped(column)
            case "(" | "[" | ")" | "]" | "|":
                return self.grouping(mark, column)
            case "{":
                return self.inflected(column)
            case "<":
                return self.slot(column)
            case "^" | "$":
                return self.anchor(mark, column)
            case "*":
                return self.node(AnyWord(column))
            case "}" | ">":
                raise stray(mark, column)
        return self.gap(column) or self.question(mark, column) or self.symbol(mark, column)

    def attached(self) -> bool:
        return self.last not in ("", "(", "[", "|", "^") and self.peek(self.at - 1) != SPACE

    def node(self, node: Node, length: int = 1, attached: bool = False) -> Token:
        self.at += length
        return Token("", node, node.column, attached)

    # ---- one function a kind of token

    def word(self) -> str:
        start = self.at
        self.at = self.letters(start)
        text = self.text[start : self.at]
        if text[-1] in "sS" and not self.quoted and self.peek(self.at) == "'":
            self.at += 1  # "customers'": the apostrophe belongs to the word, and is not compared
        self.apart(start, text)
        return text

    def apart(self, start: int, text: str) -> None:
        """A group, slot or inflection may not be part of a word: it would never match."""
        opening = self.peek(self.at)
        if opening in ("(", "[", "{", "<") and self.peek(self.at + 1) == WORD:
            advice = "put a space before it, or write every form out: (problem|problems)"
            raise PatternError(self.columns[self.at], f"'{opening}' inside a word", advice)
        if self.peek(start - 1) in (")", "]", "}", ">") and self.last in (")", "]", "mark"):
            advice = "put a space before it, or write every form out: (problem|problems)"
            raise PatternError(self.columns[start], f"'{text}' is stuck to the mark before it", advice)

    def escaped(self, column: int) -> Token:
        following = self.peek(self.at + 1)
        if following in ("", SPACE):
            raise PatternError(column, "nothing follows '\\'", "write \\\\ for a backslash")
        if following == WORD:
            raise PatternError(column, "'\\' before a letter or figure", "write \\\\ for a backslash")
        return self.node(Symbol(following, column), 2)

    def grouping(self, mark: str, column: int) -> Token:
        self.at += 1
        if mark in ")]":
            self.unpossessed("group")
        return Token(mark, None, column)

    def unpossessed(self, what: str) -> None:
        if self.peek(self.at) == "'" and self.peek(self.at + 1) == WORD:
            column = self.columns[self.at]
            advice = "{word} has its possessive forms already; write (I'll|we'll) for (I|we)'ll"
            raise PatternError(column, f"an apostrophe directly after a {what}", advice)

    def inflected(self, column: int) -> Token:
        self.at += 1
        written = self.until("}")
        if written is None:
            raise PatternError(column, "'{' is not closed", "write {word}, or \\{ for the sign itself")
        words = _one_word(written)
        if len(words) != 1:
            advice = " ".join(f"{{{each}}}" for each in words) or "{word}"
            raise PatternError(column, "'{}' takes exactly one word", f"write {advice}")
        self.unpossessed("word in braces")
        return Token("mark", Inflected(words[0], column), column)

    def slot(self, column: int) -> Token:
        self.at += 1
        kind = self.until(">")
        if kind is None:
            raise PatternError(column, "'<' is not closed", "write \\< for the sign itself")
        if kind not in SLOTS:
            raise PatternError(column, f"unknown slot '<{kind}>'", hint(kind, SLOTS))
        return Token("mark", Slot(kind, column), column)

    def anchor(self, mark: str, column: int) -> Token:
        if mark == "^" and self.last:
            raise PatternError(column, "'^' not at the start", "write \\^ for the sign itself")
        if mark == "$" and not self.ends_with("" if self.last == "?" else "?"):
            raise PatternError(column, "'$' not at the end", "write \\$ for the sign, or <money> for an amount")
        self.at += 1
        return Token(mark, None, column)

    def ends_with(self, other: str) -> bool:
        """Whether nothing but space, and ``other`` once at most, follows the mark here."""
        return self.shape[self.at + 1 :].replace(SPACE, "") in ("", other)

    def gap(self, column: int) -> Token | None:
        end = self.at
        while self.peek(end) and self.peek(end) in _DOTS:
            end += 1
        dots = self.shape[self.at : end]
        if len(dots) < 3 and "\N{HORIZONTAL ELLIPSIS}" not in dots:
            return None
        figures = self.figures(end)
        most = self.most(figures, column) if figures else GAP
        attached = self.attached() and not figures
        return self.node(Gap(most, column), len(dots) + len(figures), attached)

    def figures(self, start: int) -> str:
        """The number that stands at ``start``; "" where a word does, or nothing."""
        after = self.shape[start:].lstrip(WORD)
        text = self.text[start : len(self.shape) - len(after)]
        return text if text.isascii() and text.isdigit() else ""

    def most(self, figures: str, column: int) -> int:
        most = int(figures) if len(figures) <= 4 else LONGEST_GAP + 1
        if not 1 <= most <= LONGEST_GAP:
            raise PatternError(column, f"a gap of {figures} words", f"a gap takes 1 to {LONGEST_GAP}, such as ...{GAP}")
        return most

    def question(self, mark: str, column: int) -> Token | None:
        if mark != "?" or self.peek(self.at - 1) not in (SPACE, "$") or self.last in ("", "^", "(", "[", "|"):
            return None
        if not self.ends_with("" if self.last == "$" else "$"):
            raise PatternError(column, "'?' after a space, not at the end", "write \\? for the sign itself")
        self.at += 1
        return Token("?", None, column)

    def symbol(self, sign: str, column: int) -> Token:
        self.quoted = self.quoted or sign == "'"
        return self.node(Symbol(sign, column), attached=sign in _FINAL and self.attached())


def _one_word(written: str) -> list[str]:
    """The words of what stands in braces; [] where anything else stands there, too."""
    lexer = _Lexer(characters(written))
    words = []
    while lexer.at < len(lexer.shape):
        kind = lexer.peek(lexer.at)
        if kind == WORD:
            words.append(lexer.word())
        elif kind == SPACE or (kind == "-" and lexer.joins()):
            lexer.at += 1
        else:
            return []
    return words


def stray(mark: str, column: int) -> PatternError:
    """A closing mark without its opening."""
    opening = {"}": "{", ">": "<", ")": "(", "]": "["}[mark]
    return PatternError(
        column, f"'{mark}' closes nothing", f"write '{opening}' before it, or \\{mark} for the sign itself"
    )
