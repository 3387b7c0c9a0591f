"""The quick answers about the words of a text."""

import re

from hypothesis import given
from hypothesis import strategies as st

from phraselint.text.fold import fold
from phraselint.text.words import may_be_opaque

ADDRESS = re.compile(r"(?<=\w)[.@](?=\w)|:(?=//)|@(?=\w+_)")
"""The signs of which an address holds one."""


@given(st.text("a.@:/_ ", max_size=12), st.integers(0, 3))
def test_addresses_are_ruled_out_where_none_can_stand(text: str, start: int) -> None:
    signs = [found.start() for found in ADDRESS.finditer(text)]
    assert may_be_opaque(text, start, len(text)) == any(start <= sign for sign in signs)


PIECES = "don't it's no - a@b.example gonna cats' ? u e-mail a_b 'so' 7-8 don't' 'tis café".split()


@given(st.lists(st.sampled_from(PIECES), max_size=12), st.booleans())
def test_a_bag_holds_what_the_words_may_be_read_as_whether_they_are_read_before_it_or_not(
    words: list[str], before: bool
) -> None:
    for sentence in fold(" ".join(words)).sentences:
        if before:
            sentence.first_word()
        bag = sentence.bag
        assert bag == {word for readings in sentence.spoken for reading in readings for word in reading}


def test_a_sentence_is_looked_through_once_for_its_question_mark() -> None:
    class Counted(list[str]):
        looks = 0

        def __contains__(self, word: object) -> bool:
            self.looks += 1
            return super().__contains__(word)

    sentence = fold("You need to know that it is open").sentences[0]
    sentence._words = words = Counted(sentence.words)
    assert [sentence.question, sentence.question] == [False, False]
    assert words.looks == 1
