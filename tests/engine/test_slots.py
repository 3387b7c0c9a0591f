"""The values of slots in a replacement: they keep the letters that the writer gave them."""

import pytest

from phraselint.engine.linter import Linter
from tests.engine.conftest import entry

BOOK = (
    "avoid:\n"
    + entry("asks", 'phrases: ["ask <name> about it"]\ninstead: [{say: "<name> knows", safety: safe}]')
    + entry("fixes", 'phrases: ["[okay,] <date> it is"]\ninstead: [{say: "<date> is fine", safety: safe}]')
    + entry("sends", 'phrases: ["drop a line to <email>"]\ninstead: [{say: "<email> reads it", safety: safe}]')
)


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        pytest.param("Please ask Dana Hill about it.", "Please Dana Hill knows.", id="a name inside"),
        pytest.param("Yes, okay, Monday it is.", "Yes, Monday is fine.", id="a weekday inside"),
        pytest.param("Okay, tomorrow it is.", "Tomorrow is fine.", id="a capital at the start"),
        pytest.param("Drop a line to dana@acme.example.", "dana@acme.example reads it.", id="an address at the start"),
    ],
)
def test_a_value_at_the_start_keeps_its_letters(linter: Linter, text: str, fixed: str) -> None:
    assert linter.lint(text).fixed() == fixed
