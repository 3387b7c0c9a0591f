"""`regex:` and `tokens:` entries as they are read, with and without their libraries."""

import sys
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from phraselint.book.contents import Contents, Entry
from phraselint.book.entry_shape import TOKEN_SWITCHES, TOKEN_TEXTS
from phraselint.model.errors import BookError

Load = Callable[..., Contents]


def entry_of(load: Load, keys: str) -> Entry:
    """The one entry of a book; ``keys`` are written in flow style."""
    (entry,) = load(f"avoid: [{{id: no-problem, {keys}}}]").entries
    return entry


def fake_re2(compile_one: Callable[[str, object], Any]) -> SimpleNamespace:
    return SimpleNamespace(Options=SimpleNamespace, error=ValueError, compile=compile_one)


def test_a_regular_expression_is_kept_where_its_engine_takes_it(load: Load, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "re2", fake_re2(lambda *_: None))
    (phrase,) = entry_of(load, r"phrases: [{regex: 'REF-\d+'}]").phrases
    assert (phrase.regex, phrase.source, phrase.pattern, phrase.typos) == (r"REF-\d+", r"REF-\d+", None, False)


def test_a_regular_expression_that_its_engine_refuses_is_a_mistake(load: Load, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(source: str, options: object) -> None:
        raise ValueError(b"invalid perl operator: (?=")

    monkeypatch.setitem(sys.modules, "re2", fake_re2(refuse))
    with pytest.raises(BookError) as caught:
        entry_of(load, "phrases: [{regex: '(?=x)'}]")
    (mistake,) = caught.value.mistakes
    assert mistake.message == "not an RE2 expression: invalid perl operator: (?="
    assert "look-around" in mistake.hint


@pytest.mark.parametrize(
    ("phrase", "extra"),
    [pytest.param("{regex: x}", "regex", id="google-re2"), pytest.param("{tokens: [{LEMMA: be}]}", "nlp", id="spaCy")],
)
def test_what_an_extra_brings_is_asked_for_by_its_name(
    load: Load, monkeypatch: pytest.MonkeyPatch, phrase: str, extra: str
) -> None:
    monkeypatch.setitem(sys.modules, "re2", None)
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(BookError) as caught:
        entry_of(load, f"phrases: [{phrase}]")
    assert [mistake.hint for mistake in caught.value.mistakes] == [f"pip install 'phraselint[{extra}]'"]


def test_token_attributes_are_numbers_and_switches_where_unquoted(load: Load, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: object())
    tokens = "[{LOWER: {IN: [a, true, 24]}, IS_ALPHA: true, LENGTH: {'>=': 3}}, {OP: '?'}, {LOWER: 24}]"
    (phrase,) = entry_of(load, f"phrases: [{{tokens: {tokens}}}]").phrases
    assert phrase.tokens == (
        {"LOWER": {"IN": ["a", "true", "24"]}, "IS_ALPHA": True, "LENGTH": {">=": 3}},
        {"OP": "?"},
        {"LOWER": "24"},
    )


@pytest.mark.parametrize(
    ("token", "at", "message", "hint"),
    [
        pytest.param(
            "{lower: calm}", "lower:", "unknown key 'lower' in a token pattern", "'LOWER'", id="small letters"
        ),
        pytest.param("{LEMMMA: calm}", "LEMMMA", "unknown key 'LEMMMA'", "'LEMMA'", id="a misspelt attribute"),
        pytest.param("{BANANA: calm}", "BANANA", "unknown key 'BANANA'", "such as LOWER, LEMMA", id="no attribute"),
        pytest.param("{_: {own: 1}}", "_:", "unknown key '_'", "such as LOWER", id="an extension of one's own"),
        pytest.param("calm", "calm", "expected a token pattern here", "such as LOWER", id="a word"),
        pytest.param("{LOWER: {REGEX: '(a+)+$'}}", "REGEX", "'REGEX' has no place", "'regex:' entry", id="Python's re"),
        pytest.param(
            "{LOWER: {FUZZY: {REGEX: a}}}", "REGEX", "'REGEX' has no place", "IN", id="Python's re inside another"
        ),
        pytest.param("{LOWER: {INN: [a]}}", "INN", "no 'INN'", "'IN'", id="a misspelt comparison"),
        pytest.param("{LOWER: {IN: a}}", "a}", "expected a list", "[ ]", id="a text for a list"),
        pytest.param("{LOWER: [a]}", "[a]", "expected a text", "{IN: [one, another]}", id="a list for a text"),
        pytest.param("{LENGTH: {'>=': x}}", "x}", "expected a whole number", "", id="a text for a number"),
        pytest.param("{LENGTH: three}", "three", "expected a whole number", "", id="a word for a number"),
        pytest.param("{IS_ALPHA: yes}", "yes", "expected true or false", "", id="yes for true"),
        pytest.param("{POS: NOUNN}", "NOUNN", "'NOUNN' is no POS", "'NOUN'", id="a misspelt part of speech"),
        pytest.param("{MORPH: plural}", "plural", "'plural' is no MORPH", "Number=Plur", id="a form that is none"),
        pytest.param("{OP: '**'}", "'**'", "how often", "'?', '!'", id="an operator that is none"),
        pytest.param("{OP: '{}'}", "'{}'", "how often", "'{2}'", id="no number of times"),
        pytest.param("{OP: '+'}", "'+'", "'+' has no end", "'{1,4}'", id="any number of times"),
        pytest.param("{OP: '{2,}'}", "'{2,}'", "'{2,}' has no end", "'{1,4}'", id="twice and more"),
        pytest.param("{OP: '{900}'}", "'{900}'", "how often", "", id="more often than anyone says"),
        pytest.param("{OP: '{1,6}'}, {OP: '{,4}'}", "[{OP", "more than 8 tokens", "split", id="too many choices"),
    ],
)
def test_a_mistake_in_a_token_is_told_when_the_book_loads(
    load: Load, monkeypatch: pytest.MonkeyPatch, token: str, at: str, message: str, hint: str
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: object())
    with pytest.raises(BookError) as caught:
        entry_of(load, f"phrases: [{{tokens: [{token}]}}]")
    (mistake,) = caught.value.mistakes
    assert mistake.excerpt[mistake.column - 1 :].startswith(at)
    assert message in mistake.message
    assert hint in mistake.hint


@pytest.mark.extras
def test_spacy_takes_every_token_that_a_book_may_hold(load: Load) -> None:
    from phraselint.text.nlp import token_spans

    lists = ", ".join(f"{name}: [a]" for name in ("IN", "NOT_IN", "IS_SUBSET", "IS_SUPERSET", "INTERSECTS"))
    texts = [
        f"{name}: {{{lists}, FUZZY: a, FUZZY1: {{IN: [a]}}}}"
        for name in TOKEN_TEXTS
        if name not in ("POS", "ENT_IOB", "MORPH")
    ]
    numbers = ["LENGTH: {'==': 1, '!=': 2, '>=': 1, '<=': 1, '>': 0, '<': 2, IN: [1], NOT_IN: [2]}", "LENGTH: 1"]
    others = [
        "MORPH: {IN: ['Number=Plur|Case=Nom']}",
        "POS: {IN: [NOUN]}",
        "POS: X",
        "ENT_IOB: B",
        *(f"{name}: true" for name in TOKEN_SWITCHES),
    ]
    often = [f"LOWER: a, OP: '{each}'" for each in ("?", "!", "{2}", "{,3}", "{2,3}")]
    for token in (*texts, *numbers, *others, *often):
        (phrase,) = entry_of(load, f"phrases: [{{tokens: [{{{token}}}]}}]").phrases
        assert phrase.tokens is not None
        token_spans("a cup of tea", phrase.tokens)
