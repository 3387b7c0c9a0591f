"""What the words of a text are read as, and the quick answers about them."""

import re

from hypothesis import given
from hypothesis import strategies as st

from phraselint.text.contractions import spellings
from phraselint.text.words import may_be_opaque, said_by

ADDRESS = re.compile(r"(?<=\w)[.@](?=\w)|:(?=//)|@(?=\w+_)")
"""The signs of which an address holds one."""


@given(st.text("a.@:/_ ", max_size=12), st.integers(0, 3))
def test_addresses_are_ruled_out_where_none_can_stand(text: str, start: int) -> None:
    signs = [found.start() for found in ADDRESS.finditer(text)]
    assert may_be_opaque(text, start, len(text)) == any(start <= sign for sign in signs)


@given(st.sets(st.sampled_from(["lamp", "don't", "dont", "we'll", "its", "gonna", "7", "i'm"])))
def test_words_say_all_that_they_may_be_read_as(words: set[str]) -> None:
    expected = {word for each in words for reading in spellings(each) for word in reading}
    assert said_by(words) == said_by(set(words)) == expected
