"""What holds for every draft that the shipped phrasebook mends, whatever it is made of."""

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from phraselint.engine.linter import Linter
from phraselint.engine.result import Result
from phraselint.match.library import load
from phraselint.model.conversation import Conversation, Message, Speaker

CORE = Path(__file__).parents[2] / "lexicon" / "core.yaml"
CUSTOMERS = ["", "Thanks!", "Could you send it?", "Sorry, my mistake.", "It is broken again!", "Hi", "I'm away today."]
LEADS = [
    "",
    "",
    "Hi Ann,",
    "Okay,",
    "Yes,",
    "But",
    "and",
    "@jo_91",
    "If it rains,",
    "Well,",
    "so",
    "We hope that",
    "Note:",
]
PHRASES = [
    *("No problem", "no worries", "that's no problem", "np", "NO PROBLEM", "you need to", "You have to", "you must"),
    *("please change", "Kindly", "kindly", "please be advised that", "as per your request", "with regard to", "hereby"),
    *("Unfortunately", "unfortunately", "I'm afraid", "We're afraid that", "to be honest", "Frankly", "obviously"),
    *("as I said", "As you can see", "rest assured that", "I assure you", "don't worry", "With all due respect"),
    *("sir", "buddy", "my friend", "guys", "you guys", "hey guys", "oops", "my bad", "lol", "yeah", "u", "ur", "pls"),
    *(
        "gonna",
        "thx",
        "tho",
        "you claim that",
        "why don't you",
        "there is nothing I can do",
        "please accept our apologies",
    ),
    *("do you understand", "at your earliest convenience", "Look", "calm down", "please", "Thank you"),
]
RESTS = [
    *(
        "",
        "",
        "it is late",
        "we can send it",
        "I can't",
        "send us a photo",
        "not",
        "for the wait",
        "the box",
        "iPhones fit",
    ),
    *("change it", "be there", "is it here", "and we close", "but it fits", "a big one", "in the mail", "right"),
]
SIGNS = ["", ",", ",", ".", ".", "!", "?", "...", ":", ";", " -", " –", " 🙂", ")", "\n", "\r\n\r\n"]
CLAUSES = st.tuples(
    *map(st.sampled_from, (LEADS, PHRASES, ["", "", ",", " -"], RESTS, ["", "", ","], ["", *PHRASES], SIGNS))
)
DRAFTS = st.lists(CLAUSES, min_size=1, max_size=4).map(
    lambda clauses: " ".join(re.sub(" +", " ", " ".join(clause)) for clause in clauses)
)
MARKED = ["<p>", "</p>", "<b>", "</b>", "<br>", "&amp;", "**", "*", "- ", "\n\n"]
MARKED_DRAFTS = st.lists(st.sampled_from([*MARKED, *PHRASES, *RESTS]), max_size=12).map(" ".join)

DOUBLED_WORD = re.compile(r"\b(\w+(?:['’]\w+)?) \1\b", re.IGNORECASE)
DOUBLED_SPACE = re.compile(r"(?<=\S)  +(?=\S)")
DOUBLED_SIGN = re.compile(r",,|, ,|[,;:][.!?]")
SMALL_START = re.compile(r"(?:^|(?<=[.!?] )|(?<=\n))[a-z]")


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter(load(str(CORE)))


def linted(linter: Linter, customer: str, draft: str, markup: str = "plain") -> Result:
    before = (Message(customer, Speaker.CUSTOMER),) if customer else ()
    return linter.lint(Conversation((*before, Message(draft))), markup=markup, draft=True)


def broken(result: Result) -> Counter[str]:
    return Counter(finding.rule for finding in result.findings)


def more_often(pattern: re.Pattern[str], after: str, before: str) -> bool:
    return len(pattern.findall(after)) > len(pattern.findall(before))


@given(customer=st.sampled_from(CUSTOMERS), draft=DRAFTS, review=st.booleans())
def test_fixing_makes_nothing_worse(linter: Linter, customer: str, draft: str, review: bool) -> None:
    result = linted(linter, customer, draft)
    fixed = result.fixed(review)
    again = linted(linter, customer, fixed)
    assert again.fixed(review) == fixed
    assert not broken(again) - broken(result)
    assert fixed == draft or len(again.findings) < len(result.findings)
    assert fixed == draft or result.findings
    worse = [each.pattern for each in (DOUBLED_WORD, DOUBLED_SPACE, DOUBLED_SIGN) if more_often(each, fixed, draft)]
    assert worse == []


@given(customer=st.sampled_from(CUSTOMERS), draft=DRAFTS)
@example(customer="", draft=" No problem \r\n\r\n  no worries ")
def test_a_sentence_keeps_its_capital(linter: Linter, customer: str, draft: str) -> None:
    assert not more_often(SMALL_START, linted(linter, customer, draft).fixed(review=True), draft)


@given(customer=st.sampled_from(CUSTOMERS), draft=DRAFTS)
def test_please_is_said_once_in_a_sentence(linter: Linter, customer: str, draft: str) -> None:
    fixed = linted(linter, customer, draft).fixed(review=True)
    twice = re.compile(r"\bplease\b(?:(?!\n\s*\n)[^.!?])*\bplease\b", re.IGNORECASE)
    assert not more_often(twice, fixed, draft)


@given(draft=MARKED_DRAFTS, markup=st.sampled_from(["html", "markdown"]))
def test_markup_survives(linter: Linter, draft: str, markup: str) -> None:
    fixed = linted(linter, "Thanks!", draft, markup).fixed(review=True)
    marks = r"<[^>]*>|&\w+;|\*+" + ("|^- " if markup == "markdown" else "")
    assert re.findall(marks, fixed, re.MULTILINE) == re.findall(marks, draft, re.MULTILINE)
    assert linted(linter, "Thanks!", fixed, markup).fixed(review=True) == fixed
