"""An entry is added as a person would: all other lines stay."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phraselint.authoring.adding import NewEntry, add_entry, add_proved, sample, slug, with_entry
from phraselint.authoring.failures import Failure
from phraselint.authoring.trying import try_all
from phraselint.book import packs
from phraselint.book.contents import Place
from phraselint.book.loader import load_contents
from phraselint.book.parser import parse
from phraselint.model.errors import BookError, InputError, PatternError

ENTRY = NewEntry("no biggie", ("Certainly",), "no-biggie")
ADDED = """\
- id: no-biggie
  category: own
  severity: warning
  phrases: ["no biggie"]
  instead:
    - "Certainly"
  examples:
    - flag: "[[No biggie]]."
"""


def indented(by: int) -> str:
    return "".join(" " * by + line for line in ADDED.splitlines(keepends=True))


@pytest.mark.parametrize(
    ("before", "after", "rest"),
    [
        pytest.param("name: A\n", "\navoid:\n" + indented(2), "", id="no entries yet"),
        pytest.param("name: A", "\n\navoid:\n" + indented(2), "", id="no line end at the end"),
        pytest.param(
            "avoid:\n- {id: a, phrases: [a]} # first\n", indented(0), "# the end\nname: A\n", id="no indentation"
        ),
        pytest.param(
            "avoid:\n    - id: a\n      phrases:\n        - a\n", indented(4), "\n    # a comment\nname: A\n", id="deep"
        ),
        pytest.param(
            "avoid:\n  - id: a\n    phrases: [a,\n      b]\n", indented(2), "prefer: []\n", id="a list over two lines"
        ),
        pytest.param(
            "avoid:\n  - id: a\n    phrases: [a]\n    why: |\n      One.\n\n      Two.\n",
            indented(2),
            "name: A\n",
            id="a text over many lines",
        ),
        pytest.param(
            "avoid:\n  - id: a\n    phrases: [a]\n    why: One,\n      two.\n",
            indented(2),
            "name: A\n",
            id="a folded text",
        ),
    ],
)
def test_where_it_goes(before: str, after: str, rest: str) -> None:
    assert with_entry(before + rest, ENTRY, "no biggie") == before + after + rest


@pytest.mark.parametrize("end", [pytest.param("\r\n", id="of Windows"), pytest.param("\r", id="of old Macs")])
@pytest.mark.parametrize("rest", [pytest.param("", id="at the end"), pytest.param("prefer: []\n", id="before a key")])
def test_line_ends_stay(end: str, rest: str) -> None:
    book = "avoid:\n  - {id: a, phrases: [a]}\n"
    text = with_entry((book + rest).replace("\n", end), ENTRY, "no biggie")
    assert text == (book + indented(2) + rest).replace("\n", end)


def test_entries_in_brackets_are_refused() -> None:
    with pytest.raises(InputError, match=r"line 2: 'avoid' is written in \[ \]"):
        with_entry("name: A\navoid: [{id: a, phrases: [a]}]\n", ENTRY, "no biggie")
    with pytest.raises(InputError, match=r"the phrasebook is written in \{ \}"):
        with_entry("{name: A}", ENTRY, "no biggie")


@given(
    phrase=st.sampled_from(["no biggie", 'say "so"', "it's: # fine", "a \\* b", "café ☕ {be}"]),
    why=st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=30),
)
def test_what_is_added_is_read_back(tmp_path_factory: pytest.TempPathFactory, phrase: str, why: str) -> None:
    folder = tmp_path_factory.mktemp("book")
    path = folder / "lexicon.yaml"
    path.write_text("avoid:\n  - {id: first, phrases: [first]}\nname: A\n", encoding="utf-8")
    (folder / "lexicon").mkdir()
    (folder / "lexicon" / "signals.yaml").write_text("signals: {thanks: [thanks]}\n", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patched:  # no shipped rules: they are none of the matter, and many to read
        patched.setattr(packs, "shipped_folder", lambda: str(folder))
        name = add_entry(str(path), NewEntry(phrase, ('Sure: "yes" # really',), "new", why=why.strip()))
        contents = load_contents(str(path))
    assert [entry.id for entry in contents.entries] == ["first", name]
    new = contents.entries[1]
    assert (new.phrases[0].source, new.why) == (phrase, why.strip())
    assert new.instead[0].say == 'Sure: "yes" # really'


@pytest.mark.parametrize(
    ("new", "error"),
    [
        pytest.param(NewEntry("(a"), PatternError, id="a wrong pattern"),
        pytest.param(NewEntry("a", id="first"), InputError, id="an id that is taken"),
        pytest.param(NewEntry("a", id="Not an id!"), BookError, id="an id that is none"),
        pytest.param(NewEntry("a", id="b: {"), BookError, id="an id that is YAML"),
        pytest.param(NewEntry("a", id="b\n  - c"), BookError, id="an id of two lines"),
        pytest.param(NewEntry("a", category="#"), BookError, id="a category that is a comment"),
        pytest.param(NewEntry("a", ("say <money>",), "b"), BookError, id="a slot that the phrase lacks"),
    ],
)
def test_a_file_stays_as_it_was_where_the_entry_is_wrong(new: NewEntry, error: type[Exception], tmp_path: Path) -> None:
    path = tmp_path / "lexicon.yaml"
    path.write_text("avoid:\n  - {id: first, phrases: [first]}\n", encoding="utf-8")
    with pytest.raises(error):
        add_entry(str(path), new)
    assert path.read_text(encoding="utf-8") == "avoid:\n  - {id: first, phrases: [first]}\n"
    assert [each.name for each in tmp_path.iterdir()] == ["lexicon.yaml"]


@pytest.mark.parametrize(
    "rest", ["", "name: A\n", "# the end"], ids=["at the end", "in the middle", "before a comment"]
)
@pytest.mark.parametrize("end", [pytest.param("\n", id="lines"), pytest.param("\r", id="of old Macs")])
def test_a_mistake_in_the_new_entry_has_its_place_there(rest: str, end: str, tmp_path: Path) -> None:
    path = tmp_path / "lexicon.yaml"
    book = "avoid:\n  - {id: first, phrases: [first]}\n" + rest
    path.write_bytes(book.replace("\n", end).encode())
    with pytest.raises(BookError) as caught:
        add_entry(str(path), NewEntry("a", id="b: c"))
    (mistake,) = caught.value.mistakes
    assert (mistake.path, mistake.line, mistake.excerpt.strip()) == ("the new entry", 1, '- id: "b: c"')


@pytest.mark.parametrize(
    ("pattern", "spoken"),
    [
        pytest.param("calm down", "calm down", id="words"),
        pytest.param("(I|we two) [really] won't {argue}", "I won't argue", id="marks"),
        pytest.param("your call ... important", "your call important", id="a gap"),
        pytest.param("as I * said", "as I really said", id="any word"),
        pytest.param("within <duration>", "within two days", id="a slot"),
        pytest.param("^ relax $", "relax", id="anchors"),
        pytest.param("24\\*7", "24*7", id="signs"),
        pytest.param("100% sure", "100% sure", id="percent"),
        pytest.param("(that|this) {be} [way] above me", "that is above me", id="what is"),
        pytest.param("I {be} not sure", "I am not sure", id="I am"),
        pytest.param("you {be} {argue}", "you are argue", id="you are"),
        pytest.param("will {be} closed", "will be closed", id="will be"),
        pytest.param("the line {be} busy", "the line is busy", id="a thing is"),
        pytest.param("{be} you sure", "are you sure", id="a question"),
        pytest.param("she {try}", "she tries", id="she does"),
        pytest.param("it {do} not work", "it does not work", id="it does"),
        pytest.param("we {have} to", "we have to", id="we do"),
    ],
)
def test_the_sample_of_a_pattern_is_matched_by_it(pattern: str, spoken: str) -> None:
    assert sample(parse(pattern)) == spoken
    assert try_all(pattern, [spoken]) == [[(0, len(spoken), spoken)]]


@pytest.mark.parametrize(
    ("text", "name"),
    [("No biggie", "no-biggie"), ("that's on you", "thats-on-you"), ("100% sure", "100-sure"), ("☕", "entry")],
)
def test_slug(text: str, name: str) -> None:
    assert slug(text) == name


def test_an_entry_that_does_not_hold_is_taken_back(tmp_path: Path) -> None:
    path = tmp_path / "lexicon.yaml"
    path.write_bytes(b"name: A\r\n")
    wrong = Failure(Place(str(path), 1, 1), "no-biggie", "is not flagged")
    assert add_proved(str(path), ENTRY, lambda _: [wrong]) == ("no-biggie", [wrong])
    assert path.read_bytes() == b"name: A\r\n"
    assert add_proved(str(path), ENTRY, lambda _: []) == ("no-biggie", [])
    assert b"no biggie" in path.read_bytes()


def test_an_entry_whose_proof_is_broken_off_is_taken_back(tmp_path: Path) -> None:
    path = tmp_path / "lexicon.yaml"
    path.write_text("name: A\n")

    def interrupted(_: str) -> list[Failure]:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        add_proved(str(path), ENTRY, interrupted)
    assert path.read_text() == "name: A\n"
