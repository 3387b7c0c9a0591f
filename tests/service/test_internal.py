"""Insults in notes: the words, their harmless senses, and who is meant."""

import pytest

from tests.service.told import flagged


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("What an idiot.", ["idiot"], id="a plain insult"),
        pytest.param("Guest is a PITA.", ["PITA"], id="an abbreviation"),
        pytest.param("Twenty pita breads for ward 4.", [], id="bread"),
        pytest.param("Another stupid question from him.", ["stupid question"], id="a question called stupid"),
        pytest.param("I was an idiot, I closed the wrong one.", [], id="self-blame"),
        pytest.param('She wrote "you are idiots".', [], id="the customer's own words"),
        pytest.param("Karen called about the bill.", [], id="a name"),
        pytest.param("What a Karen.", ["What a Karen"], id="a name used as an insult"),
        pytest.param("The clown comes at three.", [], id="a hired clown"),
        pytest.param("Guest was loud, and he has a point.", [], id="plain words"),
    ],
)
def test_disrespect_in_notes(text: str, found: list[str]) -> None:
    assert flagged("disrespect-in-notes", text, "internal") == found


def test_only_notes_are_judged() -> None:
    assert flagged("disrespect-in-notes", "No idiot builds it so.", "chat") == []
