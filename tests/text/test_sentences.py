"""Where sentences end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phraselint.text import sentences as shortcuts
from phraselint.text.sentences import sentence_spans
from tests.text.made import grows_with_length


def sentences(text: str) -> list[str]:
    """The sentences of a text; the table below parts them by "|"."""
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Please wait. |We are on it.", id="a full stop"),
        pytest.param("Really? |Yes! |Fine.", id="a question mark and an exclamation mark"),
        pytest.param("thanks. |no problem. |bye", id="before a lower-case letter too"),
        pytest.param("What?! |No!!! |ok", id="runs of terminators"),
        pytest.param('He said "stop." |Then he left.', id="a closing quotation mark belongs to its sentence"),
        pytest.param("(Really?) |Yes. |[Sure.] |Good", id="closing brackets belong to theirs"),
        pytest.param('You can relax. |"Relax!" |ok', id="a whole sentence in quotation marks"),
        pytest.param("calm\ndown", id="one line break ends none"),
        pytest.param("calm\n\n|down", id="a blank line"),
        pytest.param("calm\n \t\n|down", id="a line of white space"),
        pytest.param("calm\r\n\r\n|down", id="a blank line with carriage returns"),
        pytest.param("calm\r\r|down", id="a blank line of carriage returns alone"),
        pytest.param("Steps:\n|- one\n|- two", id="bullets"),
        pytest.param("Steps:\n|* one\n|• two\n|– three", id="other bullets"),
        pytest.param("so\n|1. |first\n|2. |second", id="numbered items with a dot"),
        pytest.param("so\n|1) |first\n|b) |second", id="numbered items with a bracket"),
        pytest.param("a well-\nknown case", id="a hyphen at a line end is no bullet"),
        pytest.param("it costs\n-5 degrees", id="nor is a minus"),
        pytest.param("Ask Dr. Smith or Mrs. Jones. |They know.", id="titles"),
        pytest.param("ask dr. smith", id="titles in lower case"),
        pytest.param("Use a file, e.g. a picture, i.e. a photo.", id="e.g. and i.e."),
        pytest.param("We ship to the U.S. and the U.K. too.", id="initialisms"),
        pytest.param("the U.S. Government", id="an initialism before a capital"),
        pytest.param("We live in the U.S. |We ship there.", id="but not before a word that opens a sentence"),
        pytest.param("We open at 9 a.m. on weekdays and close at 5 p.m. |Please call then.", id="times of day"),
        pytest.param("Acme Inc. and Sons vs. the rest, approx. ten, etc. and so on", id="other abbreviations"),
        pytest.param("See no. 5 and No. 7. |No. |Thanks", id="no. is an abbreviation only before a figure"),
        pytest.param("on Jan. 5 at St. Mary", id="months and saints"),
        pytest.param("J. Smith met J.R.R. Tolkien.", id="initials"),
        pytest.param("It was not I. |Then who?", id="I is a word"),
        pytest.param("Take plan B. |We prefer it.", id="a letter is no initial before a word that opens a sentence"),
        pytest.param("It costs 3.50 or 4.", id="decimals"),
        pytest.param("well... maybe", id="three dots before a lower-case letter"),
        pytest.param("well… maybe", id="an ellipsis sign before a lower-case letter"),
        pytest.param("well... |Maybe", id="three dots before a capital"),
        pytest.param("well… |Maybe", id="an ellipsis sign before a capital"),
        pytest.param("well... (maybe) so", id="a bracket hides no lower-case letter"),
        pytest.param("hmm...? |maybe", id="an ellipsis with a question mark"),
        pytest.param("ok 🙂 good", id="an emoji ends none"),
        pytest.param("Use this.|\ufffc", id="a terminator before hidden code ends its sentence"),
        pytest.param("see acme.example/a.b?c=d now", id="no white space after it, no end"),
        pytest.param("  calm  ", id="white space around is left out"),
        pytest.param("...", id="a text of dots"),
    ],
)
def test_sentences_end_where_the_table_says(text: str) -> None:
    assert sentences(text.replace("|", "")) == [each.strip() for each in text.split("|")]


@pytest.mark.parametrize("text", ["", " ", "\n\n \n", "\t\r\n"])
def test_white_space_alone_has_no_sentence(text: str) -> None:
    assert sentence_spans(text) == []


ANY = st.text(alphabet="aA. !?\"')(\n\r\t…-1é🙂•*\ufffc\u2029", max_size=60) | st.text(max_size=40)


@given(ANY)
def test_spans_cover_all_but_white_space(text: str) -> None:
    spans = sentence_spans(text)
    covered = "".join(text[start:end] for start, end in spans)
    assert "".join(covered.split()) == "".join(text.split())


@given(ANY)
def test_spans_are_in_order_and_begin_and_end_with_a_character(text: str) -> None:
    past = 0
    for start, end in sentence_spans(text):
        assert past <= start < end
        assert not text[start].isspace()
        assert not text[end - 1].isspace()
        past = end


@given(
    st.lists(st.sampled_from([*"Dr no Gen gen U.S e.g p.m X I it We lamps 7 inc ".split(" "), "(Mr", ". ", ".", "\n"]))
)
def test_plain_words_before_a_dot_are_told_as_all_others(parts: list[str]) -> None:
    text = "".join(parts)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shortcuts, "_is_plain", lambda _: False)
        expected = sentence_spans(text)
    assert sentence_spans(text) == expected


@pytest.mark.parametrize("unit", [".", "a.b.c.", '."', "\n", "\n ", "a. ", "e.g. ", "... ", "\n1) ", ". (((("])
def test_the_work_grows_with_the_length(unit: str) -> None:
    assert grows_with_length(sentence_spans, unit)
