"""One message as a service rule sees it: its signals in the writer's own words, and what its entries found."""

from __future__ import annotations

from phraselint.engine.judge import judged
from phraselint.model.conversation import Speaker
from phraselint.service.case import Verdict

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from phraselint.engine.context import Context
    from phraselint.engine.judge import Judgement, Judgements
    from phraselint.match.matches import Match
    from phraselint.model.conversation import Message
    from phraselint.text.fold import Folded
    from phraselint.text.words import Sentence


_NAMES = 3  # words of a name


class Told:
    """A message of a case (service/case.py: Said). Nothing is worked out twice."""

    __slots__ = (
        "_all_own",
        "_heard",
        "_judged",
        "_own_sentences",
        "_signals",
        "_signed",
        "_verdicts",
        "context",
        "message",
    )

    def __init__(self, context: Context, judged: Judgements | None = None) -> None:
        """``judged`` is what all entries found, where that is known."""
        self.context = context
        self.message: Message = context.heard.message
        self._judged = judged
        self._all_own: bool | None = None
        self._heard: Collection[str] | None = None  # the signals that it may hold
        self._own_sentences: list[Sentence] | None = None
        self._signals: dict[str, Sequence[Match]] = {}
        self._signed: int | None = None
        self._verdicts: tuple[Verdict, ...] | None = None

    @property
    def folded(self) -> Folded:
        """The text, folded, with its sentences."""
        return self.context.heard.folded

    def signal(self, name: str) -> Sequence[Match]:
        """Where a signal stands in the writer's own words, in order."""
        found = self._signals.get(name)
        if found is None:
            matches = self.context.heard.found.signal(name) if name in self.heard else ()
            if matches and not self._is_all_own():
                matches = [each for each in matches if self.own(each.start, each.end)]
            if matches and matches[-1].start >= self._name_below():
                matches = [each for each in matches if each.start < self._name_below()]
            found = self._signals[name] = matches
        return found

    @property
    def heard(self) -> Collection[str]:
        """The signals that it may hold, and perhaps a few more: a quick no."""
        if self._heard is None:
            self._heard = self.context.heard.found.heard
        return self._heard

    def own(self, start: int, end: int) -> bool:
        """Whether a stretch is the writer's own words: not quoted, forwarded, code, signature or pasted."""
        if self._is_all_own():
            return True
        if self._may_paste:
            return not self.context.foreign(start, end)
        return not self.context.heard.foreign(start, end)

    def _name_below(self) -> int:
        """Where the name below the message begins, which says nothing: Steph is no slip of "steps"."""
        if self._signed is None:
            self._signed = name_below(self.message.text)
        return self._signed

    def _is_all_own(self) -> bool:
        if self._all_own is None:
            self._all_own = not self.context.heard.quotes and not (self._may_paste and self.context.pastes)
        return self._all_own

    @property
    def _may_paste(self) -> bool:
        """Whether what it repeats of the customer's is not its writer's own."""
        return self.message.speaker is Speaker.AGENT

    def own_sentences(self) -> Sequence[Sentence]:
        """The sentences that are the writer's own and hold a word."""
        if self._own_sentences is None:
            spoken = (each for each in self.folded.sentences if each.first_word() < len(each.words))
            self._own_sentences = [each for each in spoken if self._is_all_own() or self._is_own(each)]
        return self._own_sentences

    def _is_own(self, sentence: Sentence) -> bool:
        """Whether a sentence is the writer's own; one that only holds a quotation is, by its first or its last word."""
        span = self.folded.span
        if self.own(*span(sentence.start, sentence.end)):
            return True
        words = [place for place in range(len(sentence.words)) if sentence.is_word(place)]
        return any(self.own(*span(sentence.starts[at], sentence.ends[at])) for at in (words[0], words[-1]))

    def verdicts(self) -> Sequence[Verdict]:
        """What the phrasebook's entries found in it, standing and excused, whichever entries were asked for."""
        if self._verdicts is None:
            found = self._judged or judged(self.context, _every)
            self._verdicts = tuple(sorted(map(_verdict, (*found.standing, *found.excused)), key=_place))
        return self._verdicts


def name_below(text: str) -> int:
    """Where the given name, or name in full, that ends a text on its own begins; the text's end where there is none.

    By its form alone: service/signing.py, which knows the people of a conversation, asks the signals themselves.
    """
    body = text.rstrip()
    line, comma, stop = (body.rfind(sign) for sign in ("\n", ", ", ". "))
    start = max(line, comma, stop)
    words = body[start + 1 :].split()
    fewest = 2 if start == stop else 1  # behind a full stop a single word may be an answer
    if start < 0 or not fewest <= len(words) <= _NAMES or not all(word[0].isupper() for word in words):
        return len(text)
    from phraselint.service.given_names import is_given_name  # few texts end so

    return start + 1 if is_given_name(words[0].strip(".,-–").casefold()) else len(text)


def _every(_: str) -> bool:
    return True


def _verdict(judgement: Judgement) -> Verdict:
    excused = judgement.reason if judgement.severity is None else ""
    return Verdict(judgement.id, judgement.category, judgement.start, judgement.end, excused, judgement.by)


def _place(verdict: Verdict) -> tuple[int, int, str]:
    return verdict.start, verdict.end, verdict.rule
