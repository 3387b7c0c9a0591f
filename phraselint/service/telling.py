"""The sentences of a reply: what each says, its clauses, and the words that may answer a question."""

from __future__ import annotations

from phraselint.model.values import NamedTuple
from phraselint.service.questions import MEASURES
from phraselint.service.spots import covered, only_names, stretches, touches, within

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from phraselint.service.case import Said
    from phraselint.service.questions import Question
    from phraselint.text.words import Sentence

TELLING = frozenset(("time", "money"))
"""The kinds of answers that can be told from other words."""
ANYWHERE = TELLING.union(MEASURES)
"""The kinds whose answer may stand in any sentence."""
TAKES_UP, GOES_ON, TURNS, THERE_IS = (
    f"question-skipped/{each}" for each in ("takes-up", "goes-on", "turns", "there-is")
)
_NAME = 3  # words of a name


def says(said: Said, sentence: Sentence, words: frozenset[str]) -> bool:
    """Whether a sentence tells something: more than a name under a letter, or a mere yes or no with its verb."""
    if within(said, sentence.number, "question-skipped/it-does"):
        return True
    if len(words) > 1:
        return not only_names(sentence)
    if any(map(str.isdigit, sentence.words)) or within(said, sentence.number, TAKES_UP):
        return True
    told = words or within(said, sentence.number, "question-skipped/yes-or-no")
    return len(sentence.words) > _NAME and bool(told)


def meant_words(said: Said, sentence: Sentence) -> list[str]:
    """The words of a sentence without the name that it greets, and those of set phrases: "free of charge"."""
    idle = set_phrases(said, sentence)
    greeted = greeting_end(said, sentence)
    return [word for place, word in enumerate(sentence.words) if place >= greeted and place not in idle]


def set_phrases(said: Said, sentence: Sentence) -> set[int]:
    """The tokens of set phrases, in which words mean something else."""
    return covered(within(said, sentence.number, "question-skipped/set-phrase"))


def greeting_end(said: Said, sentence: Sentence) -> int:
    """The sign behind "Hello Kim,", or the start of a sentence that greets nobody."""
    greeted = [each.last for each in within(said, sentence.number, "greeting")]
    return next((cut for cut in clauses(sentence) if greeted and greeted[0] <= cut <= greeted[0] + _NAME), 0)


def clauses(sentence: Sentence) -> list[int]:
    """The signs that part a sentence's clauses."""
    return [place for place, word in enumerate(sentence.words) if word in ",;:" and not sentence.is_word(place)]


def parted(sentence: Sentence) -> Iterable[tuple[int, int]]:
    """The tokens of each clause of a sentence."""
    cuts = clauses(sentence)
    return zip([0, *cuts], [*cuts, len(sentence.words)], strict=True)


def is_name_below(sentence: Sentence, first: int) -> bool:
    """Whether what follows a comma is a line of a few words in capitals: "See you on Saturday,", and the name."""
    written = sentence.text.clean[sentence.starts[first] + 1 : sentence.end]
    words = written.split()
    return written[:1] == "\n" and len(words) <= _NAME and all(word[0].isupper() for word in words)


def covers_all(said: Said) -> bool:
    """Whether a message says something to all questions, or of the rest; "thanks for both" does not."""
    thanked = stretches(said, "question-skipped/thanks-for")
    return any(not touches(*place, thanked) for place in stretches(said, "question-skipped/covers-all"))


def kinds_of(question: Question, asked: Sequence[Question]) -> frozenset[str]:
    """What the others of those asked want to know that may be told anywhere, and this question does not."""
    others = (each for each in asked if each is not question)
    return frozenset(kind for each in others for kind in each.kinds & ANYWHERE) - question.kinds


class Telling(NamedTuple):
    """A sentence of a reply, or its first clauses (``last`` is the token after them)."""

    said: Said
    sentence: Sentence
    last: int

    def hears(self, *names: str) -> bool:
        """Whether one of these signals stands in it."""
        return any(match.first < self.last for match in within(self.said, self.sentence.number, *names))

    def stretches(self, kinds: Iterable[str]) -> list[tuple[int, int]]:
        """Where it tells something of these kinds."""
        names = [f"question-skipped/tells-{kind}" for kind in kinds]
        found = within(self.said, self.sentence.number, *names)
        return [(each.start, each.end) for each in found if each.first < self.last]


def begins(told: Telling) -> Telling:
    """A sentence that turns to another point, up to its first comma: "We fly there, and that costs 9"."""
    cuts = clauses(told.sentence)
    return told._replace(last=cuts[0]) if cuts and told.hears(TURNS) else told
