"""`regex:` and `tokens:` entries as they are read, with and without their libraries."""

import sys
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from phraselint.book.contents import Contents, Entry
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
    tokens = "[{LOWER: {IN: [a, 'true']}, IS_ALPHA: true, LENGTH: {'>=': 3}}, {OP: '?'}]"
    (phrase,) = entry_of(load, f"phrases: [{{tokens: {tokens}}}]").phrases
    assert phrase.tokens == ({"LOWER": {"IN": ["a", "true"]}, "IS_ALPHA": True, "LENGTH": {">=": 3}}, {"OP": "?"})
