"""What holds for every text: fixing twice is fixing once, and what comes out is no worse than what went in."""

import re

from hypothesis import example, given
from hypothesis import strategies as st

from phraselint.engine.linter import Linter
from phraselint.engine.triggers import shouts
from tests.engine import test_linter

BOOK = test_linter.BOOK

PIECES = [
    *("no problem", "No problem", "NO PROBLEM", "to be honest", "To be honest", "you need to", "You have to", "please"),
    *(
        "please change",
        "Please change",
        "calm down",
        "within 2 days",
        "we can",
        "We can",
        "call",
        "it",
        "a",
        "and",
        "but",
    ),
    *("if", "not", "can't", "I", "Hi Ann", "Thanks", "sir", "🙂", "é", "@ann", "https://a.example/b"),
]
SIGNS = ["", "", "", ",", ".", "!", "?", "...", ":", " -", " –", ")", '"', "\n", "\n\n", "\n> "]
TEXTS = st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(SIGNS)), max_size=12).map(
    lambda pairs: " ".join(piece + sign for piece, sign in pairs)
)
MARKED = ["<p>", "</p>", "<b>", "</b>", "<br>", "&amp;", "**", "*", "`", "- ", "<!-- x -->", "\n\n"]
MARKED_TEXTS = st.lists(st.sampled_from([*PIECES, *MARKED]), max_size=12).map(" ".join)
DOUBLED = re.compile(r"\b(\w+) \1\b|(?<=\S)  +(?=\S)", re.IGNORECASE)
SMALL_START = re.compile(r"(?:^|[.!?] )[a-z]")


@given(text=TEXTS, reply_to=st.sampled_from(["thanks", "request", None]), review=st.booleans())
def test_fixing_twice_is_fixing_once(linter: Linter, text: str, reply_to: str | None, review: bool) -> None:
    result = linter.lint(text, reply_to=reply_to)
    once = result.fixed(review)
    again = linter.lint(once, reply_to=reply_to)
    assert again.fixed(review) == once
    assert len(again.findings) < len(result.findings) or once == text


@given(text=TEXTS)
def test_what_is_fixed_reads_no_worse(linter: Linter, text: str) -> None:
    fixed = linter.lint(text, reply_to="thanks").fixed(review=True)
    assert len(DOUBLED.findall(fixed)) <= len(DOUBLED.findall(text))
    assert len(SMALL_START.findall(fixed)) <= len(SMALL_START.findall(text))


@given(text=MARKED_TEXTS, markup=st.sampled_from(["html", "markdown"]))
def test_markup_survives(linter: Linter, text: str, markup: str) -> None:
    result = linter.lint(text, markup=markup, reply_to="thanks")
    fixed = result.fixed(review=True)
    assert re.findall(r"<[^>]*>|\*+|`", fixed) == re.findall(r"<[^>]*>|\*+|`", text)
    assert linter.lint(fixed, markup=markup, reply_to="thanks").fixed(review=True) == fixed


@given(text=TEXTS)
def test_each_finding_names_its_own_words(linter: Linter, text: str) -> None:
    result = linter.lint(text, trace=True)
    places = [(finding.start, finding.end, finding.rule) for finding in result.findings]
    assert places == sorted(places)
    assert len(result.reasons) == len(places)
    for finding in result.findings:
        assert finding.match == text[finding.start : finding.end]
        for each in finding.suggestions:
            assert 0 <= each.start <= finding.start < finding.end <= each.end <= len(text)


@given(texts=st.lists(TEXTS, max_size=4))
def test_a_linter_keeps_nothing_of_the_texts_before(linter: Linter, texts: list[str]) -> None:
    first = [linter.lint(text).findings for text in texts]
    assert [linter.lint(text).findings for text in reversed(texts)] == first[::-1]


@given(st.lists(st.text("AaB1'.-\t \x1cÉé", max_size=4)).map(" ".join), st.integers(1, 3))
@example("I'm", 1)
@example("'A B.", 2)
@example("A1 U.S. X-ray", 2)
@example("AAA BB", 2)
def test_shouted_words_are_those_without_a_small_letter(text: str, least: int) -> None:
    assert shouts(text, least) == (sum(word.isupper() and len(word) > 1 for word in text.split()) >= least)
