import pytest

from phraselint.engine.clauses import (
    closes_sentence,
    conditional,
    negated,
    negated_before,
    opens_clause,
    opens_sentence,
)
from tests.engine.marked import marked


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("We can't [[guarantee]] that.", id="a contracted not before it"),
        pytest.param("We cant [[guarantee]] that.", id="a not without its apostrophe"),
        pytest.param("We will never be able to [[guarantee]] that.", id="never, some words before it"),
        pytest.param("There is [[nothing]] to see.", id="inside the match"),
        pytest.param("I hardly [[know]] it.", id="hardly"),
    ],
)
def test_a_negation_in_the_clause_governs_the_match(text: str) -> None:
    assert negated(marked(text))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("No, we [[guarantee]] that.", id="a comma between them"),
        pytest.param("It was not late but we [[guarantee]] that.", id="a but between them"),
        pytest.param("Not only do we [[guarantee]] that.", id="not only"),
        pytest.param("No doubt we [[guarantee]] that.", id="no doubt"),
        pytest.param("No problem we [[guarantee]] that.", id="an answer that negates only itself"),
        pytest.param("It is not. We [[guarantee]] that.", id="another sentence"),
        pytest.param("We [[guarantee]] that it does not leak.", id="after it"),
    ],
)
def test_a_negation_elsewhere_does_not(text: str) -> None:
    assert not negated(marked(text))


def test_what_the_match_negates_itself_is_not_negated_before_it() -> None:
    assert negated(marked("[[No problem]] at all."))
    assert not negated_before(marked("[[No problem]] at all."))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("If [[you need to]] call, do.", id="if"),
        pytest.param("Call us whenever [[you need to]].", id="whenever"),
        pytest.param("Keep it in case [[you need to]] send it back.", id="in case"),
        pytest.param("Should you find that [[you need to]] move, call.", id="should you"),
        pytest.param("Is it fine if [[you need to]] wait?", id="if inside a question"),
    ],
)
def test_a_condition_that_holds_the_match(text: str) -> None:
    assert conditional(marked(text))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("If it blinks, [[you need to]] call.", id="a comma ends the condition"),
        pytest.param("If it blinks then [[you need to]] call.", id="then ends the condition"),
        pytest.param("[[You need to]] call if it blinks.", id="the condition comes after"),
        pytest.param("When do [[you need to]] call?", id="when as a question word"),
        pytest.param("First [[you need to]] call.", id="no condition"),
        pytest.param("Once again [[you did not read]] it.", id="once again"),
    ],
)
def test_a_condition_that_does_not_hold_the_match(text: str) -> None:
    assert not conditional(marked(text))


@pytest.mark.parametrize(
    ("text", "opens", "clause", "closes"),
    [
        pytest.param("[[Relax]], it is fine.", True, True, False, id="at the start"),
        pytest.param("- “[[Relax]]” it is fine", True, True, False, id="after a bullet and a quotation mark"),
        pytest.param("@ann [[relax]]!", True, True, True, id="after a handle"),
        pytest.param("Please [[relax]] 🙂!!", False, False, True, id="before signs only"),
        pytest.param("Well, [[relax]] now", False, True, False, id="after a comma"),
        pytest.param("Sit and [[relax]] now", False, True, False, id="after and"),
    ],
)
def test_where_the_match_stands(text: str, opens: bool, clause: bool, closes: bool) -> None:
    match = marked(text)
    assert opens_sentence(match.sentence, match.first) is opens
    assert opens_clause(match.sentence, match.first) is clause
    assert closes_sentence(match.sentence, match.last) is closes
