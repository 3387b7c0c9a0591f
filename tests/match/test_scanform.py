"""The form of the scan: where white space is dropped from it."""

import re

from hypothesis import given
from hypothesis import strategies as st

from phraselint.match.scanform import blanks


@given(st.text(alphabet="a. \n\t\r\u2003é", max_size=20) | st.text(alphabet="a. \n", max_size=20))
def test_blanks_are_the_runs_of_white_space(text: str) -> None:
    assert list(blanks(text)) == [run.span() for run in re.finditer(r"\s\s+", text)]
