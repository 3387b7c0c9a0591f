"""Whether a reply says anything to each question: by its words, words like them, or the kind of answer it wants."""

from __future__ import annotations

from phraselint.service.questions import KINDS, MEASURES
from phraselint.service.spots import covered, span, stretches, touches, within
from phraselint.service.telling import (
    ANYWHERE,
    GOES_ON,
    TAKES_UP,
    TELLING,
    THERE_IS,
    TURNS,
    Telling,
    begins,
    clauses,
    covers_all,
    greeting_end,
    is_name_below,
    kinds_of,
    meant_words,
    parted,
    says,
    set_phrases,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from phraselint.service.case import Said
    from phraselint.service.questions import Question
    from phraselint.service.vocabulary import Vocabulary
    from phraselint.text.words import Sentence

_OWN = 2  # words of an answer that stand in no other question
_PAIR = 2  # questions of which the other may well be what a sentence is about
_HOURS = "question-skipped/hours"


class Reply:
    """The run of an agent's messages that answers, sentence by sentence."""

    def __init__(self, messages: Sequence[tuple[Said, int]], vocabulary: Vocabulary) -> None:
        """``messages`` come with the place in their clean text where the signature begins."""
        self._vocabulary = vocabulary
        written = [(said, each) for said, end in messages for each in said.own_sentences() if each.start < end]
        plain = [(said, each, vocabulary.plain(meant_words(said, each))) for said, each in written]
        told = [(said, each, vocabulary.one_for_all(stems)) for said, each, stems in plain]
        self._words = frozenset(word for _, _, words in told for word in words)
        self._plain = frozenset(stem for _, _, stems in plain for stem in stems)
        self._told = [each for each in told if says(*each) and not self._courtesy(each[0], each[1])]
        self._all = any(covers_all(said) for said, _ in messages)

    @property
    def length(self) -> int:
        """How many words it has."""
        return sum(len(sentence.words) for _, sentence, _ in self._told)

    def takes_up(self, question: Question) -> bool:
        """Whether it has a word of the question."""
        return bool(question.words & self._words)

    @property
    def says_yes_or_no(self) -> bool:
        """Whether one of its sentences begins with a yes or a no, or the like."""
        return any(within(said, each.number, "question-skipped/yes-or-no") for said, each, _ in self._told)

    def tells(self, question: Question) -> bool:
        """Whether it tells a time, a sum or a measure, where the question wants one, or begins with a place."""
        told = any(map(self._tells_any, question.kinds & ANYWHERE))
        return told or ("place" in question.kinds and self._tells_where())

    def _tells_any(self, kind: str) -> bool:
        """Whether one of its sentences tells something of a kind; "9 euros a day" tells no time."""
        for said, each, _ in self._told:
            rates = stretches(said, "question-skipped/rate") if kind == "time" else ()
            told = within(said, each.number, f"question-skipped/tells-{kind}")
            if any(not touches(match.start, match.end, rates) for match in told):
                return True
            if kind in MEASURES and any(map(self._vocabulary.measures, each.words)):
                return True
        return False

    def addresses(self, question: Question, asked: Sequence[Question]) -> bool:
        """Whether something in the reply may be meant for a question of those asked."""
        if self._all or self._shares(question, asked) or self._again(question, asked):
            return True
        others = frozenset(word for each in asked if each is not question for word in each.words)
        if question is asked[0] and not question.kinds and self._answers_apart(others):
            return True
        free, opening = self._free(others, question, question is asked[0])
        free = [each for each in free if not self._is_for_another(each, question, asked)]
        if "time" not in question.kinds:
            free = [each for each in free if not each.hears(_HOURS)]
        opening = opening and bool(free)
        alone = question is not asked[0] and self._is_one_answer(others)
        meant = (TAKES_UP,) if alone else (TAKES_UP, GOES_ON)
        if any(each.sentence.question or each.hears(*meant) for each in free):
            return True
        if question.kinds:
            return self._tells(question, asked, free)
        if any(self._tells_beside(each, each.stretches(kinds_of(question, asked)), False) for each in free):
            return True  # "At noon, and just your ticket"
        if alone:
            return False
        if opening or (free and len(question.words) == 1):
            return True
        if free and len(asked) > _PAIR and self._answers_rest(question, asked):
            return True  # what is about none of the others
        return len(free) > 1 or any(each.hears(TURNS) for each in free)

    def _answers_rest(self, question: Question, asked: Sequence[Question]) -> bool:
        """Whether a word of each other question stands in the reply."""
        return all(self.takes_up(each) for each in asked if each is not question)

    def _answers_apart(self, others: frozenset[str]) -> bool:
        """Whether it opens with a yes or no that says much of its own, and takes up the other question later.

        "Yes, half now and half when you bring the bike back. And child seats we have": the bike is told by the way.
        """
        if not self._told:
            return False
        said, sentence, words = self._told[0]
        if not within(said, sentence.number, "question-skipped/yes-or-no"):
            return False
        later = frozenset(word for _, _, told in self._told[1:] for word in told)
        return len(words - others) >= _OWN and bool(words & others) and bool(others & later - words)

    def _is_one_answer(self, others: frozenset[str]) -> bool:
        """Whether all that it tells is one clause, and no courtesy takes up another question: "Dogs are welcome"."""
        if len(self._told) != 1:
            return False
        said, sentence, words = self._told[0]
        polite = self._words.difference(words)
        pairs = covered(within(said, sentence.number, "question-skipped/pair"))
        joined = [each for each in within(said, sentence.number, "question-skipped/joins") if each.first not in pairs]
        return polite.isdisjoint(others) and not joined

    def _shares(self, question: Question, asked: Sequence[Question]) -> bool:
        """Whether a word of the question, best one that no other question has, stands in the reply."""
        others = [each for each in asked if each is not question]
        taken = frozenset(word for each in others for word in each.plain) - question.plain
        if question.kinds & TELLING and self._plain.isdisjoint(question.plain) and not self.tells(question):
            return False  # "When do you close?": "The gate opens with your key"
        told = self._vocabulary.one_for_all(self._plain - taken)
        shared = question.words & told
        own = question.words.difference(*(each.words for each in others))
        return bool(shared & own) or bool(shared and len(own) < 2)

    def _is_for_another(self, told: Telling, question: Question, asked: Sequence[Question]) -> bool:
        """Whether a sentence tells the time or the sum that another question wants, and nothing has answered that."""
        wanted = [each for each in asked if each.words and not self.takes_up(each)]  # "When will it come?" goes on
        kinds = kinds_of(question, wanted)
        answers = question is asked[0] and told.hears("question-skipped/yes-or-no")  # "We do, for 9 euros"
        if not kinds or answers or told.hears(TURNS):
            return False
        theirs = told.stretches(kinds)
        if any(not touches(start, end, theirs) for start, end in told.stretches(question.kinds)):
            return False  # "Just you, at noon": both in one sentence
        if self._tells_beside(told, theirs, question is asked[0]):
            return False  # "We have your form, and it begins at noon"
        return bool(theirs)

    def _tells_beside(self, told: Telling, theirs: Sequence[tuple[int, int]], first: bool) -> bool:
        """Whether a clause without these stretches says something, and is no courtesy.

        To another question than the ``first`` only one behind an "and": "At noon, and just your ticket".
        """
        if not theirs:
            return False
        said, sentence = told.said, told.sentence
        polite = within(said, sentence.number, "question-skipped/courtesy")
        joins = {each.first for each in within(said, sentence.number, "question-skipped/joins")}
        return any(
            len(self._vocabulary.stems(sentence.words[begin:last])) > first
            and (first or begin + 1 in joins)
            and not touches(*span(said, sentence, begin, last), theirs)
            and not any(begin <= each.first < last for each in polite)
            for begin, last in parted(sentence)
        )

    def _tells(self, question: Question, asked: Sequence[Question], free: Sequence[Telling]) -> bool:
        """Whether a time, a sum or the like is told; one that no other question asks for may stand anywhere."""
        if any(each.hears(*(f"question-skipped/tells-{kind}" for kind in question.kinds)) for each in free):
            return True
        taken = frozenset(kind for each in asked if each is not question for kind in each.kinds)
        if "place" in question.kinds - taken and self._tells_where():
            return True
        return any(map(self._tells_any, (question.kinds - taken) & ANYWHERE))

    def _tells_where(self) -> bool:
        """Whether a clause begins with a place: "At the gate", "In English, at the fountain"."""
        for said, sentence, _ in self._told:
            begins = {sentence.first_word(), *(cut + 1 for cut in clauses(sentence))}
            if any(each.first in begins for each in within(said, sentence.number, "question-skipped/tells-place")):
                return True
        return False

    def _again(self, question: Question, asked: Sequence[Question]) -> bool:
        """Whether it is nearly the same as another question, which the reply takes up, or holds all the words of it."""
        others = [each for each in asked if each is not question and self.takes_up(each)]
        same = any(2 * len(each.plain & question.plain) >= len(question.plain) > 1 for each in others)
        return same or any(each.words <= question.words for each in others)

    def _free(self, others: frozenset[str], question: Question, first: bool) -> tuple[list[Telling], bool]:
        """What neither is about another question nor goes on about one; and whether it opens the reply, where the
        ``first`` question is answered.
        """
        goes_on = (GOES_ON,) if question.open else (GOES_ON, THERE_IS)
        found: list[Telling] = []
        about = met = opening = False
        for said, each, words in self._told:
            whole_sentence = Telling(said, each, len(each.words))
            follows = about and begins(whole_sentence).hears(*goes_on)
            about = bool(words & others) or follows
            free = whole_sentence if not about else self._opening_clauses(whole_sentence, others) if first else None
            if free is not None and not follows:
                found.append(free)
                opening = opening or (first and not met)
            met = met or about
        return found, opening

    def _courtesy(self, said: Said, sentence: Sentence) -> bool:
        """Whether a sentence only greets, thanks or wishes well, in each clause that says something; formulas do."""
        if within(said, sentence.number, "question-skipped/formula"):
            return True
        polite = within(said, sentence.number, "question-skipped/courtesy")
        if not polite or within(said, sentence.number, "question-skipped/yes-or-no"):
            return False
        telling = within(said, sentence.number, *(f"question-skipped/tells-{kind}" for kind in KINDS[:3]))
        words: set[str] = set()
        for first, last in parted(sentence):
            signs = last == len(sentence.words) and is_name_below(sentence, first)
            if not signs and not any(first <= each.first < last for each in polite):
                words |= self._vocabulary.stems(sentence.words[first:last])
                if len(words) > 1 or any(first <= each.first < last for each in telling):
                    return False
        return True

    def _opening_clauses(self, told: Telling, others: frozenset[str]) -> Telling | None:
        """The clauses of a sentence before the one that is about another question: "It goes to you, and ..."."""
        begin = greeting_end(told.said, told.sentence)
        idle = set_phrases(told.said, told.sentence)
        for cut in reversed(clauses(told.sentence)):
            before = self._vocabulary.stems([told.sentence.words[n] for n in range(begin, cut) if n not in idle])
            if (before or self._affirms(told, begin, cut)) and not before & others:
                return Telling(told.said, told.sentence, cut)
        return None

    def _affirms(self, told: Telling, begin: int, cut: int) -> bool:
        """Whether a clause is an answer by itself: "We do, and ..."; a mere "yes" may belong to what follows."""
        answers = within(told.said, told.sentence.number, "question-skipped/yes-or-no")
        idle = set_phrases(told.said, told.sentence)
        words = [place for place in range(begin, cut) if told.sentence.is_word(place) and place not in idle]
        return len(words) > 1 and any(begin < each.last <= cut for each in answers)
