import os
from collections.abc import Callable
from pathlib import Path

import pytest

from phraselint.book import packs
from phraselint.book.loader import load_contents
from phraselint.model.errors import BookError, Mistake

Write = Callable[..., Path]
Wrong = Callable[[str | Path], list[Mistake]]
One = Callable[[str], Mistake]

TEN = """\
name: Ten mistakes
segments: [vip]
avoid:
  - id: no-problem
    category: acknowledgement
    severty: warning
    phrases:
      - "no (problem"
      - no worries
    why: It says that there was a problem.
    unless: {reply_to: thank, segment: vpi}
    instead:
      - {say: Certainly, safety: sure}
    examples:
      - {flag: "[[No problem!"}
  - id: No Worries
    phrases: [no worries]
    phrases: [never mind]
rules:
  no-probelm: off
extends: [hospitalty]
"""


def test_ten_mistakes_are_ten_errors_of_one_run(
    write: Write, wrong: Wrong, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "lexicon").mkdir()
    (tmp_path / "lexicon" / "hospitality.yaml").write_text("name: hospitality")
    monkeypatch.setattr(packs, "shipped_folder", lambda: str(tmp_path))
    path = write(TEN)
    mistakes = wrong(path)
    assert [(each.line, each.column, each.message) for each in mistakes] == [
        (6, 5, "unknown key 'severty' in an entry"),
        (8, 13, "'(' is not closed"),
        (11, 24, "'thank' is not a value of 'reply_to'"),
        (11, 40, "the segment 'vpi' is not declared"),
        (13, 34, "'sure' is not a safety"),
        (15, 17, "[[ and ]] do not pair up here"),
        (16, 9, "'No Worries' is not an id: small letters, digits and hyphens only"),
        (18, 5, "the key 'phrases' stands twice"),
        (20, 3, "there is no entry or rule 'no-probelm'"),
        (21, 11, "there is no pack 'hospitalty'"),
    ]
    nearest = {6: "severity", 11: "vip", 16: "no-worries", 20: "no-problem", 21: "hospitality"}
    for mistake in mistakes:
        assert mistake.excerpt == TEN.splitlines()[mistake.line - 1]
        assert mistake.hint
        assert f"{path}:{mistake.line}:{mistake.column}: {mistake.message}\n  {mistake.excerpt}\n" in str(mistake)
    assert all(
        f"did you mean '{right}'?" in str([m for m in mistakes if m.line == line]) for line, right in nearest.items()
    )


def test_the_mistakes_of_all_files_are_told_the_books_own_first(write: Write, tmp_path: Path) -> None:
    path = write("extends: [base.yaml]\nnmae: Acme", base="lnaguage: en")
    with pytest.raises(BookError) as caught:
        load_contents(str(path))
    assert [(os.path.basename(each.path), each.line) for each in caught.value.mistakes] == [
        ("lexicon.yaml", 2),
        ("base.yaml", 1),
    ]


@pytest.mark.parametrize(
    ("text", "place", "message", "hint"),
    [
        pytest.param("", (1, 1), "the file is empty", "name", id="an empty file"),
        pytest.param("# only a comment\n", (1, 1), "the file is empty", "name", id="a file of comments"),
        pytest.param(
            "- no problem\n", (1, 1), "expected a phrasebook here as 'key: value', not a list", "name", id="a list"
        ),
        pytest.param("no problem\n", (1, 1), "as 'key: value', not 'no problem'", "name", id="a word"),
        pytest.param(
            "name: !!python/object:os.system x", (1, 7), "the tag '!!python/object:os.system'", "", id="a Python tag"
        ),
        pytest.param("name: !important", (1, 7), "the tag '!important'", "quotes", id="any tag"),
        pytest.param("name: !!str no", (1, 7), "the tag '!!str'", "quotes", id="a harmless tag too"),
        pytest.param("name: &a Acme", (1, 7), "the anchor '&a'", "quotes", id="an anchor"),
        pytest.param("name: *a", (1, 7), "the alias '*a'", "quotes", id="an alias"),
        pytest.param("name: A\n<<: {version: 1}", (2, 1), "merge keys", "write the keys out", id="a merge key"),
        pytest.param("name: A\nname: B", (2, 1), "the key 'name' stands twice", "line 1", id="a duplicate key"),
        pytest.param("name: A\n---\nname: B", (2, 1), "a second document", "---", id="two documents"),
        pytest.param("[a]: b", (1, 1), "a key must be a word", "quotes", id="a list as a key"),
        pytest.param("name: A\n\tversion: 1", (2, 1), "not YAML", "spaces, not with tabs", id="a tab"),
        pytest.param("name: A: B", (1, 8), "a second ': ' on one line", "quotes", id="a colon in a text"),
        pytest.param(
            "name: 'A", (1, 7), "mark that opens here is not closed", "close it", id="a quotation mark left open"
        ),
        pytest.param(
            'name: "A\nversion: 1\nlanguage: "en"',
            (1, 7),
            "mark that opens here is not closed",
            "close it",
            id="a quotation mark left open, and another one lines below",
        ),
        pytest.param("name: A\nversion 1\nlanguage: en", (2, 1), "a ':' is missing", "'key: value'", id="no colon"),
        pytest.param("name\nversion: 1", (1, 1), "a ':' is missing", "'key: value'", id="no colon in the first line"),
        pytest.param(
            "avoid:\n  - id a\n    why: x", (2, 5), "a ':' is missing", "'key: value'", id="no colon in an item"
        ),
        pytest.param("extends: [core\nname: A", (1, 10), "the '[' that opens here", "']'", id="a bracket left open"),
        pytest.param("name: @acme", (1, 7), "cannot start any token", "quotes", id="a sign that YAML keeps for itself"),
        pytest.param("name: A\x07", (1, 8), "the character U+0007", "delete", id="a control character"),
        pytest.param("name: " + "[" * 200, (1, 36), "nested more than 30 deep", "", id="deep nesting"),
        pytest.param(
            "extends: 'nowhere.yaml'", (1, 10), "there is no file 'nowhere.yaml'", "", id="a file that is not there"
        ),
        pytest.param("extends: lexicn.yaml", (1, 10), "there is no file", "'lexicon.yaml'", id="a misspelt file"),
        pytest.param(
            "extends: lexicon.yaml", (1, 10), "may not extend itself: lexicon.yaml -> lexicon.yaml", "", id="itself"
        ),
        pytest.param("extends: ..", (1, 10), "cannot be opened: not a file", "", id="a folder"),
        pytest.param('extends: "a\\0b/c.yaml"', (1, 12), "the character U+0000", "leave it out", id="no path at all"),
        pytest.param(
            "avoid: no problem",
            (1, 8),
            "expected a list of entries here, not 'no problem'",
            "- ",
            id="a text for a list",
        ),
        pytest.param("avoid:", (1, 7), "expected a list of entries here, not nothing", "- ", id="nothing for a list"),
        pytest.param("name: [A]", (1, 7), "expected a name here, not a list", "", id="a list for a text"),
        pytest.param("name: ''", (1, 7), "expected a name here, and nothing is written", "", id="nothing for a text"),
        pytest.param("name: {a: b}", (1, 7), "expected a name here, not keys and values", "", id="keys for a text"),
        pytest.param(
            "signals: [a]", (1, 10), "expected signals here as 'name: value', not a list", "", id="a list of signals"
        ),
        pytest.param(
            "signals: {Hand over: a}", (1, 11), "is not the name of a signal", "'hand-over'", id="a signal with a space"
        ),
        pytest.param("segments: [VIP]", (1, 12), "is not a segment", "'vip'", id="a segment in capitals"),
        pytest.param(
            "team: {time_zone: Europe/Londn}", (1, 19), "no time zone", "'Europe/London'", id="a zone that is none"
        ),
        pytest.param(
            "team: {hours: 'Mon-Fri 9-17'}", (1, 24), "'9-17' is no stretch", "Mon-Fri 09:00-18:00", id="hours of none"
        ),
        pytest.param(
            "team: {hours: 'Mon-Fri 18:00-09:00'}", (1, 24), "ends before it begins", "24:00", id="hours over midnight"
        ),
        pytest.param(
            "team: {holidays: [2026-12-25, 2026-13-01]}", (1, 31), "is no day", "2026-12-25", id="a day that is none"
        ),
        pytest.param(
            'avoid: [{id: a, phrases: a, instead: "b\\0c"}]',
            (1, 40),
            "the character U+0000",
            "leave it out",
            id="a NUL",
        ),
        pytest.param("gate: {block: eror}", (1, 15), "is not a severity or 'off'", "'error'", id="a misspelt severity"),
        pytest.param(
            "check: {fail-on: error}", (1, 9), "unknown key 'fail-on'", "'fail_on'", id="a hyphen for an underscore"
        ),
        pytest.param("check: {ignore: [no-problm]}", (1, 18), "no entry, rule or category", "", id="an id to ignore"),
        pytest.param("check: {segment: vip}", (1, 18), "not declared", "segments: [vip]", id="an option's segment"),
        pytest.param(
            "avoid: [{id: a, phrases: a}]\nrules: {a: on}",
            (2, 12),
            "'on' is not a change",
            "write off, or {severity: warning}",
            id="a rule that is switched on",
        ),
        pytest.param(
            "avoid: [{id: a, phrases: a}]\nrules: {a: warning}",
            (2, 12),
            "'warning' is not a change",
            "{severity: warning}",
            id="a severity alone",
        ),
        pytest.param(
            "avoid: [{id: a, phrases: a}]\nrules: {a: {unless: {after: [b]}}}",
            (2, 13),
            "unknown key 'unless' in a change",
            "{off: true, when: {after: [wear]}}",
            id="an exception of an entry",
        ),
        pytest.param(
            "avoid: [{id: a, phrases: a}]\nrules: {a: {instead: c}}",
            (2, 13),
            "unknown key 'instead' in a change",
            "an entry of your own with this id replaces the whole",
            id="another wording of an entry",
        ),
    ],
)
def test_what_is_wrong_with_a_file(one: One, text: str, place: tuple[int, int], message: str, hint: str) -> None:
    mistake = one(text)
    assert (mistake.line, mistake.column) == place
    assert message in mistake.message
    assert hint in mistake.hint


ENTRY = "avoid:\n- id: no-problem\n  phrases: [no problem]\n  "


@pytest.mark.parametrize(
    ("keys", "column", "message", "hint"),
    [
        pytest.param("why: [a]", 8, "expected a reason here, not a list", "", id="a list of reasons"),
        pytest.param("severity: warn", 13, "'warn' is not a severity", "'warning'", id="an unknown severity"),
        pytest.param("case: exakt", 9, "is not a way to compare case", "'exact'", id="an unknown case"),
        pytest.param("typos: yes", 10, "'yes' is not a switch", "true, false", id="a switch by another word"),
        pytest.param("in: quotes", 7, "'quotes' is not a place", "'quote'", id="an unknown place"),
        pytest.param(
            "when: {chanel: chat}", 10, "unknown key 'chanel' in conditions", "'channel'", id="an unknown condition"
        ),
        pytest.param("when: {channel: mail}", 19, "is not a value of 'channel'", "'email'", id="an unknown channel"),
        pytest.param("when: {before: []}", 18, "is empty", "delete the key", id="a condition without a value"),
        pytest.param(
            "when: {before: {entry: no-problem}}", 19, "unknown key 'entry' in a signal", "signal", id="an entry before"
        ),
        pytest.param(
            "when: {message: {entry: no-prblem}}", 27, "no entry 'no-prblem'", "'no-problem'", id="an unknown entry"
        ),
        pytest.param("when: {message: {signal: upste}}", 28, "no signal 'upste'", "'upset'", id="an unknown signal"),
        pytest.param("when: {message: {}}", 19, "needs 'entry' or 'signal'", "", id="a reference to nothing"),
        pytest.param("when: {after: [a, (b]}", 21, "is not closed", ")", id="a pattern of a condition"),
        pytest.param(
            "when: {segment: vip}", 19, "the segment 'vip' is not declared", "segments: [vip]", id="a segment"
        ),
        pytest.param("instead: [{sya: a}]", 14, "unknown key 'sya' in a replacement", "'say'", id="a misspelt 'say'"),
        pytest.param("instead: [{safety: safe}]", 13, "lacks the key 'say'", "say", id="a replacement of nothing"),
        pytest.param(
            "instead: [{say: '{x}', safety: safe}]", 34, "{blanks} cannot be 'safe'", "guide", id="safe advice"
        ),
        pytest.param(
            "instead: [in <date>]", 13, "no phrase here has the slot <date>", "slot", id="a slot of no phrase"
        ),
        pytest.param("examples: [{flg: a}]", 15, "unknown key 'flg'", "'flag'", id="a misspelt 'flag'"),
        pytest.param("examples: [{channel: chat}]", 14, "needs 'flag' or 'pass' or", "", id="an example of nothing"),
        pytest.param(
            "examples: [{flag: '[[a]]', pass: a}]", 30, "has 'flag' and 'pass'", "one of them", id="two examples in one"
        ),
        pytest.param(
            "examples: [{pass: a, becomes: b}]", 24, "'becomes' needs 'flag' beside it", "flag", id="a fix of nothing"
        ),
        pytest.param(
            "examples: [{known-miss: a}]", 15, "needs 'because' beside it", "because", id="a miss without a reason"
        ),
        pytest.param("examples: [{flag: no problem}]", 21, "nothing is marked", "[[ ]]", id="a flag without a mark"),
        pytest.param("examples: [{pass: 'a [[b]]'}]", 21, "something is marked", "'flag'", id="a pass with a mark"),
        pytest.param("examples: [{flag: 'a]] [[b]]'}]", 23, "do not pair up", "", id="marks the wrong way round"),
        pytest.param("examples: [{flag: '[[a]] [[b'}]", 28, "do not pair up", "", id="a mark left open"),
        pytest.param("examples: [{flag: '[[a [[b]]'}]", 26, "do not pair up", "", id="a mark inside a mark"),
    ],
)
def test_what_is_wrong_with_an_entry(one: One, keys: str, column: int, message: str, hint: str) -> None:
    mistake = one(ENTRY + keys)
    assert (mistake.line, mistake.column) == (4, column)
    assert message in mistake.message
    assert hint in mistake.hint


@pytest.mark.parametrize(
    ("phrases", "place", "message", "hint"),
    [
        pytest.param("[]", (3, 12), "the list of phrases is empty", "at least one", id="none"),
        pytest.param("[[no] problem]", (3, 18), "not YAML", "quotes", id="a group without quotation marks"),
        pytest.param("[{be} you sure]", (3, 18), "not YAML", "quotes", id="an inflection without quotation marks"),
        pytest.param("[{argue}]", (3, 14), "unknown key 'argue' in a phrase", "quotes", id="an inflection alone"),
        pytest.param("[[please]]", (3, 13), "expected a phrase here, not a list", "quotes", id="an option alone"),
        pytest.param("['']", (3, 13), "nothing is written", "", id="an empty phrase"),
        pytest.param(
            "[{case: exact}]", (3, 13), "needs 'phrase' or 'regex' or 'tokens'", "", id="a phrase without words"
        ),
        pytest.param(
            "[{phrase: a, regex: b}]", (3, 25), "has 'phrase' and 'regex'", "one of them", id="two wordings in one"
        ),
        pytest.param("[{phrase: a, id: b}]", (3, 25), "unknown key 'id' in a phrase", "", id="a key of the entry"),
    ],
)
def test_what_is_wrong_with_a_phrase(
    wrong: Wrong, phrases: str, place: tuple[int, int], message: str, hint: str
) -> None:
    first = wrong(f"avoid:\n- id: no-problem\n  phrases: {phrases}")[0]
    assert (first.line, first.column) == place
    assert message in first.message
    assert hint in first.hint


@pytest.mark.parametrize(
    ("scalar", "column"),
    [
        pytest.param("a (b", 7, id="plain"),
        pytest.param("'a (b'", 8, id="in single quotes"),
        pytest.param('"a (b"', 8, id="in double quotes"),
        pytest.param("'it''s (b'", 12, id="after a doubled quote"),
        pytest.param('"\\x61\\u0062\\U00000063\\t(b"', 28, id="after escapes of every length"),
        pytest.param("'🙂🙂 (b'", 9, id="after an emoji, which is one"),
        pytest.param("|\n    a (b\n", 5, id="in a block, where the block begins"),
        pytest.param("'a\n    (b'", 5, id="over two lines, where it begins"),
    ],
)
def test_a_pattern_is_wrong_at_the_mark_itself(one: One, scalar: str, column: int) -> None:
    mistake = one(f"signals:\n  greeting:\n  - {scalar}")
    assert (mistake.line, mistake.column) == (3, column)


def test_an_id_stands_once_in_a_file(wrong: Wrong) -> None:
    mistakes = wrong(
        """\
        avoid:
        - {id: a, phrases: calm down}
        - {id: a, phrases: calm down}
        prefer:
        - {id: a, phrases: my pleasure}
        """
    )
    assert [(each.line, each.message) for each in mistakes] == [
        (3, "the id 'a' stands twice"),
        (5, "the id 'a' stands twice"),
    ]


def test_what_is_preferred_is_not_what_a_pack_avoids(write: Write, wrong: Wrong) -> None:
    path = write(
        "extends: base.yaml\nprefer: [{id: sorry, phrases: so sorry}]", base="avoid: [{id: sorry, phrases: sorry}]"
    )
    (mistake,) = wrong(path)
    assert mistake.message == "'sorry' is the id of an entry of 'avoid'"


def test_of_an_entry_only_severity_and_place_can_be_changed(one: One) -> None:
    mistake = one("avoid: [{id: sorry, phrases: sorry}]\nrules: {sorry: {sevrity: error}}")
    assert (mistake.line, mistake.column) == (2, 17)
    assert mistake.hint.startswith("did you mean 'severity'?")


def test_a_circle_of_books_is_named(write: Write) -> None:
    path = write("extends: a.yaml", a="extends: b.yaml", b="extends: a.yaml")
    with pytest.raises(BookError) as caught:
        load_contents(str(path))
    (mistake,) = caught.value.mistakes
    assert mistake.message == "a phrasebook may not extend itself: a.yaml -> b.yaml -> a.yaml"
    assert os.path.basename(mistake.path) == "b.yaml"


def test_an_endless_chain_of_books_is_cut(write: Write) -> None:
    chain = {f"b{number}": f"extends: b{number + 1}.yaml" for number in range(1200)}
    with pytest.raises(BookError, match="more than 20 phrasebooks extend one another"):
        load_contents(str(write("extends: b0.yaml", **chain)))
