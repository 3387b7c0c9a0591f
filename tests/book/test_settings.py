"""Settings of rules: what YAML means, and what a default lets a phrasebook write."""

from typing import Any

import pytest
from py3langid.langid import MODEL_FILE, LanguageIdentifier

from phraselint.book.marked_yaml import read
from phraselint.book.setting_values import LANGUAGES
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


ODD = (
    "{sure: 0.9, similarity: 90, message: 2, most: 2, languages: [], alike: [da no nb], phone_regions: [US], names: {"
    "birth: the date of birth}, security_questions: [], not_on: [], status_fields: [status], fields: {order: [order]},"
    " allowed: [], cushions: [unfortunately], short_forms: {}}"
)


def odd(text: str) -> tuple[dict[str, Any], list[Mistake]]:
    """What is read of settings that have more to them than a type, where the book has the entry 'no-way'."""
    defaults = native(table(ODD)[0])
    root, source = table(text)
    return read_settings(root.keys, defaults, "the rule 'a'", source, {"no-way"}), source.mistakes


@pytest.mark.parametrize(
    ("text", "column", "message", "hint"),
    [
        pytest.param("sure: 90", 8, "'sure' takes a number from 0 to 1, not 90", "0.9", id="more than all"),
        pytest.param("similarity: -1", 14, "'similarity' takes a number from 0 to 100, not -1", "90",
                     id="less than none"),
        pytest.param("message: 0", 11, "'message' takes a number from 1 on, not 0", "2", id="never reached"),
        pytest.param("most: -1", 8, "'most' takes a number from 0 on, not -1", "2", id="fewer than none"),
        pytest.param("languages: [English]", 14, "'English' is not the code of a language", "such as en",
                     id="a language by its name"),
        pytest.param("alike: [da dansk]", 10, "'dansk' is not the code of a language", "such as en", id="in a group"),
        pytest.param("phone_regions: [us]", 18, "'us' is not the code of a country", "'US'",
                     id="a country in small letters"),
        pytest.param("phone_regions: XX", 17, "'XX' is not the code of a country", "such as US", id="no country"),
        pytest.param("security_questions: [brith]", 23, "'brith' is not a kind of value that is asked for", "'birth'",
                     id="an unknown kind"),
        pytest.param("not_on: [sosial]", 11, "'sosial' is not a channel", "'social'", id="an unknown channel"),
        pytest.param("allowed: [ibna]", 12, "'ibna' is not what may be allowed", "'iban'", id="what is never masked"),
        pytest.param("status_fields: [Status]", 18, "'status_fields' takes small letters, not 'Status'", "'status'",
                     id="capitals that are compared in vain"),
        pytest.param("fields: {order: [Order No]}", 19, "'fields' takes small letters and digits, words joined by _, "
                     "not 'Order No'", "'order_no'", id="a field as its record has it"),
        pytest.param("cushions: [noway]", 13, "'noway' is not an entry of this phrasebook", "'no-way'", id="no entry"),
        pytest.param("names: {birth: ''}", 17, "'names' takes a text, and nothing is written", "date", id="no name"),
        pytest.param("status_fields: ['']", 18, "'status_fields' takes texts, and nothing is written here",
                     "write one", id="an item of nothing"),
        pytest.param("short_forms: {Rob: []}", 21, "'Rob' takes one or more texts, and nothing is written", "",
                     id="an empty list of names"),
        pytest.param("short_forms: {Rob: {a: b}}", 21, "'Rob' takes a text, not keys and values", "", id="no names"),
    ],
)  # fmt: skip
def test_values_that_cannot_be_right(text: str, column: int, message: str, hint: str) -> None:
    (mistake,) = odd(f"{{{text}}}")[1]
    assert (mistake.line, mistake.column) == (1, column)
    assert mistake.message == message
    assert hint in mistake.hint


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        pytest.param("sure: 1", {"sure": 1.0}, id="all"),
        pytest.param("most: 0", {"most": 0}, id="none"),
        pytest.param("alike: [da nb sv, cs sk]", {"alike": ("da nb sv", "cs sk")}, id="groups of languages"),
        pytest.param("phone_regions: []", {"phone_regions": ()}, id="no country"),
        pytest.param("security_questions: birth", {"security_questions": ("birth",)}, id="a known kind"),
        pytest.param("cushions: [no-way, unfortunately]", {"cushions": ("no-way", "unfortunately")}, id="entries"),
        pytest.param("short_forms: {Rob: 5}", {"short_forms": {"Rob": ("5",)}}, id="one for a list of one"),
    ],
)
def test_values_that_may_be(text: str, meant: dict[str, Any]) -> None:
    assert odd(f"{{{text}}}") == (meant, [])


def test_the_languages_are_those_that_can_be_told() -> None:
    told = LanguageIdentifier.from_model_file(MODEL_FILE).nb_classes
    assert set(told) == LANGUAGES
