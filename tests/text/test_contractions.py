import pytest
from hypothesis import given
from hypothesis import strategies as st

from phraselint.text.contractions import readings, said_by, spellings


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        pytest.param("won't", {("will", "not")}, id="an irregular one"),
        pytest.param("it's", {("it", "is"), ("it", "has")}, id="a pronoun has no possessive"),
        pytest.param("lamp's", {("lamp", "is"), ("lamp", "has"), ("lamp",)}, id="a noun has one"),
        pytest.param("lamps'", {("lamps",)}, id="so have several"),
        pytest.param("lamp" + "'s" * 40, set(), id="a row of them, each of which would double the readings"),
    ],
)
def test_a_word_is_read_as_what_it_contracts(word: str, expected: set[tuple[str, ...]]) -> None:
    assert set(readings(word)) == expected


@given(st.sets(st.sampled_from(["lamp", "don't", "dont", "we'll", "its", "gonna", "7", "i'm"])))
def test_words_say_all_that_they_may_be_read_as(words: set[str]) -> None:
    expected = {word for each in words for reading in spellings(each) for word in reading}
    assert said_by(words) == said_by(set(words)) == expected
