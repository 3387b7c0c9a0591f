"""The plain definition: a matcher written straight from the pattern language, with no scan, no automaton and no index.

It walks the tree of the pattern over the tokens of every sentence, in every way, and keeps the account of
the slips. The properties hold the engine to it.
"""

from collections.abc import Iterator
from typing import NamedTuple

from phraselint.book.english import is_english
from phraselint.book.pattern import AnyWord, Choice, Gap, Inflected, Node, Pattern, Slot, Symbol, Word
from phraselint.match.execution import slot_stop, spellings
from phraselint.match.program import node_words
from phraselint.match.slips import slip
from phraselint.text.contractions import readings
from phraselint.text.fold import Folded, fold_word
from phraselint.text.words import Sentence


class Account(NamedTuple):
    """What was exact and what was forgiven so far."""

    exact: int = 0
    slips: int = 0
    english: int = 0
    joined: int = 0
    letters: int = 0
    touched: int = 0


class Naive:
    """One pattern, matched by definition."""

    def __init__(self, pattern: Pattern, typos: bool = False, exact: bool = False) -> None:
        self.pattern = pattern
        self.typos = typos
        self.exact = exact
        self.own = set(_words(pattern.nodes, exact))

    def matches(self, text: Folded) -> list[tuple[int, int]]:
        """Leftmost, longest, never overlapping, as offsets of the original."""
        found = []
        for sentence in text.sentences:
            first = 0
            while first < len(sentence.words):
                ends = self.ends(sentence, first)
                if ends:
                    found.append(text.span(sentence.starts[first], sentence.ends[max(ends) - 1]))
                first = max(ends) if ends else first + 1
        return found

    def ends(self, sentence: Sentence, first: int) -> set[int]:
        """Where matches that start at a token end."""
        if self.pattern.question and not sentence.question:
            return set()
        if self.pattern.at_start and first != sentence.first_word():
            return set()
        return {
            at
            for at, account in self._run(self.pattern.nodes, sentence, first, (), Account())
            if at > first and self._allowed(account) and (not self.pattern.at_end or at == sentence.after_last_word())
        }

    def _allowed(self, account: Account) -> bool:
        if not account.slips:
            return True
        if (account.english or account.joined) and account.slips > 1:
            return False
        if account.english and not account.exact:
            return False
        return account.exact > 0 or 2 * account.touched <= account.letters

    def _run(
        self, nodes: tuple[Node, ...], sentence: Sentence, at: int, words: tuple[str, ...], account: Account
    ) -> Iterator[tuple[int, Account]]:
        """Every way to match ``nodes`` from token ``at``; ``words`` are left of a token that reads as several."""
        if not nodes:
            if not words:
                yield at, account
            return
        head, rest = nodes[0], nodes[1:]
        if isinstance(head, Choice):
            for option in [*head.options, *([()] if head.optional else [])]:
                yield from self._run((*option, *rest), sentence, at, words, account)
        elif isinstance(head, Word | Inflected):
            for sequence in node_words(head, self.exact):
                yield from self._spelled(sequence, rest, sentence, at, words, account)
        elif words and isinstance(head, Gap):  # a gap of no words, inside a contraction
            yield from self._run(rest, sentence, at, words, account)
        elif not words:
            yield from self._other(head, rest, sentence, at, account)

    def _spelled(
        self,
        sequence: tuple[str, ...],
        rest: tuple[Node, ...],
        sentence: Sentence,
        at: int,
        words: tuple[str, ...],
        account: Account,
    ) -> Iterator[tuple[int, Account]]:
        if not sequence:
            yield from self._run(rest, sentence, at, words, account)
            return
        wanted, later = sequence[0], sequence[1:]
        if words:
            if words[0] == wanted:
                yield from self._spelled(later, rest, sentence, at, words[1:], account)
            return
        if at >= len(sentence.words) or not sentence.is_word(at) or sentence.is_opaque(at):
            return
        word = sentence.words[at]
        for spelled in spellings(sentence, at, int(self.exact)):
            if spelled[0] == wanted:
                more = account._replace(exact=account.exact + 1, letters=account.letters + sum(map(len, spelled)))
                yield from self._spelled(later, rest, sentence, at + 1, spelled[1:], more)
        if self.typos and word not in self.own and not readings(word) and len(word) <= 40:
            image = slip(word, wanted, is_english(word))
            if image:
                more = account._replace(
                    slips=account.slips + 1,
                    english=account.english + image.english,
                    letters=account.letters + len(wanted),
                    touched=account.touched + image.touched,
                )
                yield from self._spelled(later, rest, sentence, at + 1, (), more)
            if len(word) > len(wanted) and word.startswith(wanted) and not is_english(word) and len(word) >= 3:
                left = word[len(wanted) :]
                more = account._replace(slips=account.slips + 1, joined=1, letters=account.letters + len(word))
                yield from self._joined(left, later, rest, sentence, at + 1, more)

    def _joined(
        self, left: str, later: tuple[str, ...], rest: tuple[Node, ...], sentence: Sentence, at: int, account: Account
    ) -> Iterator[tuple[int, Account]]:
        """The second half of two words that lack their space."""
        yield from self._spelled(later, rest, sentence, at, (left,), account)

    def _other(
        self, head: Node, rest: tuple[Node, ...], sentence: Sentence, at: int, account: Account
    ) -> Iterator[tuple[int, Account]]:
        if isinstance(head, Gap):
            yield from self._gap(head.most, rest, sentence, at, account)
        elif at >= len(sentence.words):
            return
        elif isinstance(head, Symbol):
            if sentence.words[at] == fold_word(head.text) and not sentence.is_word(at):
                yield from self._run(rest, sentence, at + 1, (), account)
        elif isinstance(head, AnyWord):
            if sentence.is_word(at):
                yield from self._run(rest, sentence, at + 1, (), account)
        elif isinstance(head, Slot):
            stop = slot_stop(head.kind, sentence, at)
            if stop is not None:
                yield from self._run(rest, sentence, stop, (), account)

    def _gap(
        self, most: int, rest: tuple[Node, ...], sentence: Sentence, at: int, account: Account
    ) -> Iterator[tuple[int, Account]]:
        yield from self._run(rest, sentence, at, (), account)
        if at < len(sentence.words):
            if sentence.is_word(at):
                if most:
                    yield from self._gap(most - 1, rest, sentence, at + 1, account)
            elif sentence.words[at] not in ";:":
                yield from self._gap(most, rest, sentence, at + 1, account)


def _words(nodes: tuple[Node, ...], exact: bool) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, Word | Inflected):
            yield from (word for sequence in node_words(node, exact) for word in sequence)
        elif isinstance(node, Choice):
            for option in node.options:
                yield from _words(option, exact)
