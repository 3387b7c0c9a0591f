"""All signals at once are what each is by itself, on generated books and texts."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from phraselint.authoring.trying import contents
from phraselint.book.contents import Phrase, Place, Signal
from phraselint.book.parser import parse
from phraselint.match import listening, subsets, tokens
from phraselint.match.compile import compiled
from phraselint.match.listening import Listening
from phraselint.match.phrasebook import Phrasebook
from phraselint.match.scanform import ScanForm
from phraselint.match.signals import Signals
from phraselint.text.fold import fold
from tests.match.test_properties import patterns, texts

NEVER = 10**9
NOWHERE = Place("", 1, 1)


def book_of(signals: list[tuple[str, str]], typos: bool = True, exact: bool = False) -> Phrasebook:
    """A book that only listens: a name and a pattern for each phrase."""
    phrases = [
        (name, Phrase(each, NOWHERE, pattern=parse(each), typos=typos, case_exact=exact)) for name, each in signals
    ]
    names = dict.fromkeys(name for name, _ in signals)
    listened = (Signal(name, tuple(each for other, each in phrases if other == name), NOWHERE) for name in names)
    return compiled(contents(signals=tuple(listened)))


def ears(book: Phrasebook, many: int) -> Listening:
    """How a book listens that makes its automaton after so many texts."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(listening, "MANY", many)
        return Listening(book)


def said(by: Listening, text: str) -> list[list[tuple[object, ...]]]:
    """The signals of a text: phrase, tokens, place and slots of each match."""
    folded = fold(text)
    signals = Signals(by, folded, lambda: ScanForm(folded))
    names = sorted(set(by.book.signal_names()) - {""})
    return [[(match[0], match.sentence.number, *match[2:]) for match in signals.of(name)] for name in names]


@pytest.fixture(autouse=True)
def often(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every signal joins the automaton, however seldom it was asked for."""
    monkeypatch.setattr(listening, "OFTEN", 0)


@given(st.lists(patterns(), min_size=1, max_size=5), st.lists(texts(), min_size=1, max_size=4), st.booleans())
@example(["(please|no) ... problem", "no problem"], ["No, probelm; no policy no problem."], True)
@example(["<number> hours", "in [order] <duration> please"], ["In 24 hours please"], True)
@example(["no problem", "problem"], ["@noprobelm #probelm and #problem, no #probelm"], True)
@example(["(<number> orders|please)", "no"], ["No 24 orders, please"], True)
@example(["u", "(u|r) ok"], ["Ú ok, u ok"], True)
@example(["change with the", "can't {please}"], ["The change's with the", "Ca'n't PLEASE"], True)
@example(["{change} order", "change"], ["Order chagnes, change order"], True)
def test_signals_found_at_once_are_those_found_one_by_one(sources: list[str], written: list[str], typos: bool) -> None:
    heard = [("even" if number % 2 else "odd", source) for number, source in enumerate(sources)]
    book = book_of(heard, typos)
    one_by_one, at_once = ears(book, NEVER), ears(book, 0)
    for text in written:
        assert said(at_once, text) == said(one_by_one, text)


@given(st.lists(patterns(), min_size=1, max_size=5), texts(), st.booleans())
@example(["problem", "NO"], "NO problem, no PROBLEM", True)
def test_signals_that_ask_for_case_are_found_at_once_too(sources: list[str], text: str, typos: bool) -> None:
    book = book_of([("one", source) for source in sources], typos, exact=True)
    assert said(ears(book, 0), text) == said(ears(book, NEVER), text)


def test_what_was_worked_out_may_be_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subsets, "_MOST_STATES", 2)
    monkeypatch.setattr(tokens, "_MOST_TOKENS", 2)
    book = book_of([("loud", "calm down please"), ("quiet", "calm ... order")])
    text = "Calm down. Please calm down please. Calm my order. Calm, calm down please!"
    assert said(ears(book, 0), text) == said(ears(book, NEVER), text) != [[], []]


def test_signals_that_are_seldom_asked_for_are_found_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listening, "OFTEN", 1)
    book = book_of([("loud", "calm down please"), ("quiet", "calm ... order")])
    text = "Calm down please, or calm my order."
    assert said(ears(book, 0), text) == said(ears(book, NEVER), text) != [[], []]
