"""Looked for all at once, the texts that rules wait for are what each is by itself."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from phraselint.match import waited
from phraselint.match.waited import Waited
from tests.service.told import linter

BOOK = linter().book
TRIGGERS = [trigger["text"] for rule in BOOK.rules() for trigger in rule["triggers"] if "text" in trigger]
TEXTS = sorted({text for texts in TRIGGERS for text in texts})


def at_once() -> Waited:
    """With its automaton from the first text on."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(waited, "MANY", 0)
        made = Waited(BOOK)
        made.held_by("")
    return made


ONE_BY_ONE, AT_ONCE = Waited(BOOK), at_once()

pieces = st.sampled_from(TEXTS) | st.text(max_size=3) | st.sampled_from([each[:-1] for each in TEXTS])


@given(st.lists(pieces, max_size=8).map("".join))
@example("")
@example("Dear,\ud800 your c\U0001f600de: 4 digits")
def test_a_text_holds_the_same_however_it_is_looked_for(text: str) -> None:
    few, many = waited.Held(text), AT_ONCE.held_by(text)
    for each in TEXTS:
        assert few.any([each]) == many.any([each]) == (each in text), each


def test_the_automaton_is_made_once_many_texts_were_asked_about(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waited, "MANY", 2)
    made = Waited(BOOK)
    asked = [made.held_by("your PIN, please").any(["PIN"]) for _ in range(4)]
    assert asked == [True] * 4
    assert made._scanner is not None
