from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phraselint.match.container import Container, WordTable
from phraselint.match.packing import packed, word_table

WORDS = st.text(st.characters(exclude_characters="\t\n"), min_size=1, max_size=6)
NOTES = st.text(st.characters(exclude_characters="\t\n"), max_size=6).map(str.strip)


def laid(notes: dict[str, str]) -> WordTable:
    return WordTable(Container(packed("", [], word_table("words", notes))), "words")


def note(found: WordTable, word: str) -> str | None:
    kept = found.get(word.encode(errors="surrogatepass"))
    return None if kept is None else kept.decode(errors="surrogatepass")


@given(st.dictionaries(WORDS, NOTES, max_size=40), st.lists(WORDS, max_size=20))
def test_it_knows_its_words_and_no_others(notes: dict[str, str], others: list[str]) -> None:
    found = laid(notes)
    assert {word: note(found, word) for word in notes} == notes
    assert [note(found, word) for word in others] == [notes.get(word) for word in others]


@pytest.mark.parametrize(
    ("word", "kept"),
    [
        pytest.param("can", "=cane cave", id="a word with a note"),
        pytest.param("cane", "", id="one without"),
        pytest.param("ca", None, id="the beginning of one"),
        pytest.param("canes", None, id="one that goes on"),
        pytest.param("", None, id="no word"),
        pytest.param("no problem", "7", id="a run of words"),
        pytest.param("no", None, id="its first word"),
    ],
)
def test_a_word_is_found_whole(word: str, kept: str | None) -> None:
    assert note(laid({"can": "=cane cave", "cane": "", "no problem": "7"}), word) == kept


def test_half_of_its_places_are_free_at_least() -> None:
    slots = array("I")
    slots.frombytes(word_table("words", {str(number): "" for number in range(1000)})["words slots"])
    assert 2 * sum(map(bool, slots)) <= len(slots)
