"""The name below a message, which no signal takes for a word."""

import pytest

from phraselint.engine.told import name_below


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("That is closed on Mondays.\nSteph", "Steph", id="on a line of its own"),
        pytest.param("That is closed on Mondays, Steph", "Steph", id="behind a comma"),
        pytest.param("That is closed.\n\nKind regards,\nMark Hill\n", "Mark Hill", id="in full"),
        pytest.param("That is closed. Mark Hill", "Mark Hill", id="in full behind a full stop"),
        pytest.param("Is it open? Yes. Will", "", id="a single word behind a full stop may be an answer"),
        pytest.param("These are the\nsteps", "", id="a word in small letters"),
        pytest.param("That is closed.\nPlease", "", id="a word that is no name"),
        pytest.param("Steph", "", id="nothing but a name"),
        pytest.param("Ask for the\nMark Hill Room For Two", "", id="more words than a name has"),
        pytest.param("", "", id="an empty message"),
    ],
)
def test_the_name_that_ends_a_message(text: str, name: str) -> None:
    assert text[name_below(text) :].strip() == name
