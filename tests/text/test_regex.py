"""Expressions that are kept from one start to the next match as those of ``re``; what cannot be used is made anew."""

import re
import sys
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phraselint.text import regex

EXPRESSIONS = [
    pytest.param(r"[a-z0-9]+(?:'[a-z0-9]+)*|[^\s\w-]|_", regex.ASCII, id="words of plain letters"),
    pytest.param(r"(?P<word>\w+(?:['’]\w+)*)(?P<end>[.!?])?", 0, id="groups with names"),
    pytest.param(r"(.)\1{2,}", 0, id="runs of one letter"),
    pytest.param(r"[.!?](?<![.!?]{2})[.!?]*+(?!\S)", 0, id="possessive, looking back and ahead"),
    pytest.param(r"\bstraße|ǅ", regex.IGNORECASE, id="letters in any case"),
    pytest.param(r"a.b", regex.DOTALL, id="a dot over lines"),
]


@pytest.fixture(autouse=True)
def _nothing_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, empty in (("_made", {}), ("_known", {}), ("_fresh", [])):
        monkeypatch.setattr(regex, name, empty)


def kept(pattern: str, flags: int = 0) -> list[str]:
    """What a first start keeps of an expression, as it lies on disk."""
    regex.compile(pattern, flags)
    lines = str("\n".join(regex.kept()).encode(), "ascii").split("\n")
    regex._made.clear()
    regex._fresh.clear()
    return lines


def seen(matches: Iterator[re.Match[str]]) -> list[object]:
    return [(match.span(), match.groups(), match.groupdict(), match.lastgroup) for match in matches]


@pytest.mark.skipif(not regex.VERSION, reason="kept on CPython alone")
@pytest.mark.parametrize(("pattern", "flags"), EXPRESSIONS)
@given(text=st.text(st.sampled_from("abzA.!?'’-_ 1\nßSsǆǅé"), max_size=30))
def test_a_kept_expression_matches_as_one_of_re(pattern: str, flags: int, text: str) -> None:
    regex._known.clear()
    regex.know(kept(pattern, flags))
    ours, theirs = regex.compile(pattern, flags), re.compile(pattern, flags)
    assert not regex._fresh
    assert (ours.flags, ours.groups, ours.groupindex) == (theirs.flags, theirs.groups, theirs.groupindex)
    assert seen(ours.finditer(text)) == seen(theirs.finditer(text))
    assert ours.sub("<>", text) == theirs.sub("<>", text)
    regex._made.clear()


def test_what_is_known_is_not_kept_again() -> None:
    regex.know(kept("a+"))
    regex.compile("a+")
    assert regex.kept() == []
    regex.compile("b+")
    assert [line.split("\t")[0] for line in regex.kept()] == ["0 'a+'", "0 'b+'"]


@pytest.mark.parametrize(
    "code",
    [
        pytest.param("0\t0\t\t1 2 3", id="no code of an expression"),
        pytest.param("0\t0\t\ta", id="letters for numbers"),
        pytest.param(f"0\t0\t\t{2**80}", id="a number too large"),
        pytest.param("0\t0\tname\t1", id="a group without its number"),
        pytest.param("0", id="cut short"),
        pytest.param("", id="nothing"),
    ],
)
def test_what_does_not_fit_is_compiled_anew(code: str) -> None:
    regex.know([f"0 'a+b'\t{code}", "[["])
    found = regex.search("a+b", "caab")
    assert found is not None
    assert found.span() == (1, 4)


def test_the_functions_are_those_of_re() -> None:
    text = "one, two,three"
    assert regex.split(r"(,)\s*", text) == re.split(r"(,)\s*", text)
    assert regex.split(r",", text, 1) == re.split(r",", text, maxsplit=1)
    assert regex.findall(r"\w+", text) == re.findall(r"\w+", text)
    assert regex.sub(r"(t)", r"<\1>", text, count=1) == re.sub(r"(t)", r"<\1>", text, count=1)
    assert [match[0] for match in regex.finditer("T", text, regex.IGNORECASE)] == ["t", "t"]
    assert regex.match("two", text) is None
    assert regex.fullmatch("one.*", text) is not None


def test_the_flags_are_those_of_re() -> None:
    assert (regex.ASCII, regex.IGNORECASE, regex.DOTALL) == (re.ASCII, re.IGNORECASE, re.DOTALL)


@pytest.mark.skipif(sys.implementation.name != "cpython", reason="kept on CPython alone")
def test_this_python_keeps_expressions() -> None:
    assert kept("a|b")
