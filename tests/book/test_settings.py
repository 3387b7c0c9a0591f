"""Settings of rules: what YAML means, and what a default lets a phrasebook write."""

from typing import Any

import pytest

from phraselint.book.marked_yaml import read
from phraselint.book.settings import native, read_settings, shown
from phraselint.book.source import Source, Table
from phraselint.model.errors import Mistake

DEFAULTS = (
    "{most: 2, share: 0.5, strict: false, wait: 4h, due: half-day, word: none, empty: '', words: [a, b], own: [],"
    " limits: {chat: 60s, email: half-day}, forms: {}, steps: [1]}"
)


def table(text: str) -> tuple[Table, Source]:
    source, root = read("lexicon.yaml", text.encode())
    assert isinstance(root, Table)
    return root, source


def given(text: str) -> tuple[dict[str, Any], list[Mistake]]:
    """What is read of settings, and what is wrong with them."""
    defaults = native(table(DEFAULTS)[0])
    root, source = table(text)
    return read_settings(root.keys, defaults, "the rule 'a'", source), source.mistakes


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        pytest.param("1", 1, id="a whole number"),
        pytest.param("-1", -1, id="a number below zero"),
        pytest.param("0.5", 0.5, id="a number"),
        pytest.param("true", True, id="a switch"),
        pytest.param("no", "no", id="no is a word"),
        pytest.param("'1'", "1", id="a number in quotes is a text"),
        pytest.param("4h", "4h", id="a length of time"),
        pytest.param("", "", id="nothing"),
        pytest.param("[1, a]", (1, "a"), id="a list"),
        pytest.param("{b: 2}", {"b": 2}, id="a mapping"),
        pytest.param("12345678901234567890", "12345678901234567890", id="digits that are no number"),
    ],
)
def test_values_as_yaml_means_them(written: str, meant: object) -> None:
    found = native(table(f"a: {written}")[0])["a"]
    assert (found, type(found)) == (meant, type(meant))


@pytest.mark.parametrize(
    ("text", "name", "meant"),
    [
        pytest.param("most: 3", "most", 3, id="a whole number"),
        pytest.param("share: 1", "share", 1.0, id="a whole number for a number"),
        pytest.param("strict: true", "strict", True, id="a switch"),
        pytest.param("wait: 90m", "wait", "90m", id="a length of time"),
        pytest.param("wait: half-day", "wait", "half-day", id="half a day"),
        pytest.param("due: 2d", "due", "2d", id="days for half a day"),
        pytest.param("word: 12", "word", "12", id="a text of digits"),
        pytest.param("empty: x", "empty", "x", id="a text for nothing"),
        pytest.param("words: [c, 1]", "words", ("c", "1"), id="a list of texts"),
        pytest.param("words: c", "words", ("c",), id="one for a list of one"),
        pytest.param("words: []", "words", (), id="no more words"),
        pytest.param("own: [DE89 3704]", "own", ("DE89 3704",), id="a list that was empty"),
        pytest.param("limits: {email: 4h}", "limits", {"email": "4h"}, id="one of several"),
        pytest.param("forms: {Rob: [Bob]}", "forms", {"Rob": ("Bob",)}, id="keys of one's own"),
        pytest.param("steps: [2, 3]", "steps", (2, 3), id="a list of numbers"),
    ],
)
def test_what_a_default_takes(text: str, name: str, meant: object) -> None:
    assert given(f"{{{text}}}") == ({name: meant}, [])


@pytest.mark.parametrize(
    ("text", "column", "message", "hint"),
    [
        pytest.param("most: few", 8, "'most' takes a whole number, not 'few'", "the default is 2", id="a word"),
        pytest.param("most: true", 8, "'most' takes a whole number, not 'true'", "", id="a switch for a number"),
        pytest.param("most: 0.5", 8, "'most' takes a whole number, not '0.5'", "", id="half a number"),
        pytest.param("most: [1]", 8, "'most' takes a whole number, not a list", "", id="a list for a number"),
        pytest.param("share: half", 9, "'share' takes a number, not 'half'", "0.5", id="no number"),
        pytest.param("strict: yes", 10, "'strict' takes true or false, not 'yes'", "false", id="no switch"),
        pytest.param("wait: 4 hours", 8, "'wait' takes a length of time, not '4 hours'", "4h", id="no length of time"),
        pytest.param("wait: 4", 8, "'wait' takes a length of time, not '4'", "45s, 15m, 4h", id="no unit"),
        pytest.param("word: {a: b}", 8, "'word' takes a text, not keys and values", "none", id="a mapping for a text"),
        pytest.param("words: {a: b}", 9, "'words' takes a text, not keys and values", "", id="a mapping for a list"),
        pytest.param("limits: {mail: 4h}", 11, "'limits' has no setting 'mail'", "'email'", id="an unknown key"),
        pytest.param(
            "limits: {chat: soon}", 17, "'chat' takes a length of time, not 'soon'", "60s", id="a wrong value"
        ),
        pytest.param("limits: 4h", 10, "'limits' takes 'key: value'", "chat, email", id="no mapping"),
        pytest.param("steps: [two]", 10, "'steps' takes a whole number, not 'two'", "1", id="a wrong item"),
        pytest.param("mots: 3", 2, "the rule 'a' has no setting 'mots'", "did you mean 'most'?", id="an unknown name"),
    ],
)
def test_what_a_default_does_not_take(text: str, column: int, message: str, hint: str) -> None:
    read, mistakes = given(f"{{{text}}}")
    (mistake,) = mistakes
    assert (mistake.line, mistake.column) == (1, column)
    assert mistake.message == message
    assert hint in mistake.hint
    assert read in ({}, {"limits": {}}, {"steps": ()}, {"words": ()})


@pytest.mark.parametrize(
    ("value", "written"),
    [
        pytest.param({"a": True, "b": ["c", 1]}, "{a: true, b: [c, 1]}", id="a mapping"),
        pytest.param("", '""', id="nothing"),
        pytest.param(0.5, "0.5", id="a number"),
    ],
)
def test_values_are_shown_as_they_are_written(value: object, written: str) -> None:
    assert shown(value) == written
