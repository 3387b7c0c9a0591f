"""The engine held to the plain definition, on generated patterns and texts."""

from collections.abc import Callable
from itertools import cycle

from hypothesis import example, given, settings
from hypothesis import strategies as st

from phraselint.authoring.trying import one_entry_book
from phraselint.book.parser import parse
from phraselint.match.find import Matcher
from phraselint.text.fold import fold
from tests.match.naive import Naive

WORDS = (
    "no problem calm down you are not will argue with it is policy the hour don't I'm can't we have been change"
    " please sorry plug in order"
).split()
WRITTEN = [
    *WORDS, "probelm", "problemmm", "clam", "noproblem", "dont", "won't", "wont", "it's", "you're", "youre", "cannot",
    "isn't", "problems", "policy's", "NO", "Calm", "café", "pleese", "teh", "arguing", "we've", "24", "hours",
    "pollicy", "shouldn't've", "that", "sory", "chagne",
]  # fmt: skip
SIGNS = [
    " ",
    " ",
    " ",
    " ",
    "  ",
    "\n",
    "\n\n",
    ", ",
    ". ",
    "! ",
    "? ",
    "; ",
    "-",
    " - ",
    "/",
    " 🙂 ",
    "\u00a0",
    "\u200b ",
    "’s ",
    "... ",
    ' "',
]
MARKS = ["<b>", "</b>", "&nbsp;", "<br>", "</p><p>", "<code>no</code>", "**", "_", "`problem`", "&#39;", "<!-- no -->"]

word = st.sampled_from(WORDS)
atom = st.one_of(
    word,
    word.filter(str.isalpha).map(lambda each: f"{{{each}}}"),
    st.just("*"),
    st.sampled_from(["<number>", "<duration>", "<name>"]),
)
simple = st.lists(word, min_size=1, max_size=3).map(" ".join)
group = st.lists(simple, min_size=1, max_size=3).map(lambda options: f"({'|'.join(options)})")
option = st.lists(simple, min_size=1, max_size=2).map(lambda options: f"[{'|'.join(options)}]")
gap = st.sampled_from(["...", "...1", "...2"])


@st.composite
def patterns(draw: st.DrawFn) -> str:
    parts = [draw(st.one_of(word, group))]
    for _ in range(draw(st.integers(0, 4))):
        if draw(st.integers(0, 4)) == 0:
            parts += [draw(gap), draw(word)]
        else:
            parts.append(draw(st.one_of(atom, group, option)))
    text = " ".join(parts)
    return draw(st.sampled_from(["{}", "{}", "{}", "^ {}", "{} $", "{} ?"])).format(text)


@st.composite
def texts(draw: st.DrawFn, marks: bool = False) -> str:
    pieces = st.sampled_from(WRITTEN + (MARKS if marks else []))
    return "".join(draw(pieces) + draw(st.sampled_from(SIGNS)) for _ in range(draw(st.integers(1, 14))))


def staged(
    source: str, text: str, markup: str, typos: bool, engine: str | None = None, exact: bool = False
) -> list[tuple[int, int]]:
    book = one_entry_book([(parse(source), typos, exact)], engine)
    return [(match.start, match.end) for match in Matcher(book).find(fold(text, markup)).entries]


@given(patterns(), st.lists(texts(), min_size=1, max_size=4))
def test_exact_matches_are_those_of_the_plain_definition(source: str, written: list[str]) -> None:
    naive, staged = Naive(parse(source)), Matcher(one_entry_book([(parse(source), False, False)]))
    for text in map(fold, written):
        assert [(match.start, match.end) for match in staged.find(text).entries] == naive.matches(text)


@given(patterns(), texts())
def test_matches_with_slips_are_those_of_the_plain_definition(source: str, text: str) -> None:
    assert staged(source, text, "plain", typos=True) == Naive(parse(source), typos=True).matches(fold(text))


@st.composite
def apostrophes(draw: st.DrawFn) -> tuple[str, str]:
    """A pattern and a text of its words, some of them possessives or contractions, some with a slip."""
    words = draw(st.lists(st.one_of(word, word.filter(str.isalpha).map("{{{}}}".format)), min_size=2, max_size=4))
    ends = st.sampled_from(["", "", "'s", "\u2019s", "s'", "'", "s", "'d", "'s's"])
    written = [each.strip("{}") + draw(ends) for each in words]
    return " ".join(words), " ".join([draw(st.sampled_from(WRITTEN)), *written, draw(st.sampled_from(WRITTEN))])


@given(apostrophes(), st.booleans())
@example(("change with the", "the change's with the"), False)
@example(("order policies please", "order policies' please"), False)
@example(("can't {please}", "ca'n't PLEASE"), True)
@example(("we ...2 will change", "we'll change"), False)
@example(("* will ...1 change", "they'll soon change"), False)
@example(("do ... change", "we don't change"), False)
@example(("policy change order", "policy's change's order's"), True)
def test_words_with_apostrophes_match_by_the_plain_definition(pair: tuple[str, str], typos: bool) -> None:
    source, text = pair
    assert staged(source, text, "plain", typos) == Naive(parse(source), typos=typos).matches(fold(text))


@given(patterns(), texts(), st.lists(st.sampled_from([str.upper, str.title, str.lower]), min_size=1), st.booleans())
@example("(NO|IT'S) problem", "It's problem NO problem", [str], True)
def test_phrases_that_ask_for_case_match_by_the_plain_definition(
    source: str, text: str, cases: list[Callable[[str], str]], typos: bool
) -> None:
    text = " ".join([case(each) for case, each in zip(cycle(cases), text.split(" "), strict=False)])
    naive = Naive(parse(source), typos, exact=True).matches(fold(text))
    assert staged(source, text, "plain", typos, exact=True) == naive


@given(patterns(), texts(marks=True), st.sampled_from(["html", "markdown"]))
def test_markup_changes_the_text_not_the_definition(source: str, text: str, markup: str) -> None:
    assert staged(source, text, markup, typos=True) == Naive(parse(source), typos=True).matches(fold(text, markup))


@given(patterns(), texts())
def test_both_scanners_find_the_same(source: str, text: str) -> None:
    assert staged(source, text, "plain", True, "hyperscan") == staged(source, text, "plain", True, "ahocorasick")


@given(st.lists(patterns(), min_size=1, max_size=4), st.lists(texts(), min_size=1, max_size=5))
@settings(max_examples=50)
def test_a_buffer_of_many_texts_gives_what_each_gives_alone(sources: list[str], written: list[str]) -> None:
    matcher = Matcher(one_entry_book([(parse(source), True, False) for source in sources]))
    folded = [fold(text) for text in written]
    together = [[match[:1] + match[2:] for match in found.entries] for found in matcher.find_all(folded)]
    assert together == [[match[:1] + match[2:] for match in matcher.find(text).entries] for text in folded]
