"""Lines and columns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phraselint.text.lines import LineIndex

TEXTS = st.text(alphabet="ab\n\r🙂é\u2028", max_size=40)


@pytest.mark.parametrize(
    ("text", "offset", "place"),
    [
        pytest.param("", 0, (1, 1), id="an empty text has one line"),
        pytest.param("ab", 1, (1, 2), id="columns count from one"),
        pytest.param("a\nb", 1, (1, 2), id="a line break is the last column of its line"),
        pytest.param("a\nb", 2, (2, 1), id="a line feed ends a line"),
        pytest.param("a\r\nb", 3, (2, 1), id="carriage return and line feed end one line"),
        pytest.param("a\rb", 2, (2, 1), id="a carriage return ends a line"),
        pytest.param("a\n\rb", 3, (3, 1), id="the other way round they end two"),
        pytest.param("🙂b", 1, (1, 2), id="an emoji is one column"),
        pytest.param("a\u2028b", 2, (1, 3), id="a line separator ends none"),
        pytest.param("a\n", 2, (2, 1), id="after the last line break a line starts"),
        pytest.param("ab", 9, (1, 3), id="past the end it is the end"),
    ],
)
def test_an_offset_has_a_line_and_a_column(text: str, offset: int, place: tuple[int, int]) -> None:
    assert LineIndex(text).line_column(offset) == place


@given(TEXTS)
def test_every_offset_has_a_line_and_a_column_of_its_own(text: str) -> None:
    index = LineIndex(text)
    places = [index.line_column(offset) for offset in range(len(text) + 1)]
    assert places == sorted(set(places))
