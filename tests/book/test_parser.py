"""Patterns as trees: what every mark says, what is refused and where, and the printed form."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phraselint.book.parser import DEEPEST, LONGEST_PATTERN, parse
from phraselint.book.pattern import AnyWord, Choice, Gap, Inflected, Node, Pattern, Slot, Symbol, Word, printed
from phraselint.model.errors import PatternError
from phraselint.text.slots import SLOTS


def bare(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    """The nodes without their columns."""
    made: list[Node] = []
    for node in nodes:
        same = node._replace(options=tuple(map(bare, node.options))) if isinstance(node, Choice) else node
        made.append(same._replace(column=0))
    return tuple(made)


def shape(pattern: Pattern) -> tuple[object, ...]:
    return bare(pattern.nodes), pattern.at_start, pattern.at_end, pattern.question


def words(text: str) -> tuple[Node, ...]:
    return tuple(Word(word, 0) for word in text.split())


def symbol(text: str) -> Symbol:
    return Symbol(text, 0)


def choice(*options: str | tuple[Node, ...], optional: bool = False) -> Choice:
    made = tuple(words(option) if isinstance(option, str) else option for option in options)
    return Choice(made, optional, 0)


GAP = Gap(4, 0)


@pytest.mark.parametrize(
    ("source", "nodes"),
    [
        pytest.param("calm down", words("calm down"), id="plain words"),
        pytest.param("  calm \t down\n", words("calm down"), id="every kind of space"),
        pytest.param("iPhone Café", words("iPhone Café"), id="case and accents are kept"),
        pytest.param("cafe\u0301", words("cafe\u0301"), id="a combining accent belongs to its word"),
        pytest.param("it’s o'clock", words("it's o'clock"), id="inner apostrophes, curly and straight"),
        pytest.param("customers' data", words("customers data"), id="the apostrophe of a plural is not there"),
        pytest.param("no prob\u00adlem\u200b™", words("no problem"), id="neither are invisible characters"),
        pytest.param("no-problem wi–fi", words("no problem wi fi"), id="hyphens between letters are spaces"),
        pytest.param("no-(problem|worries)", (*words("no"), choice("problem", "worries")), id="before a group, too"),
        pytest.param("24-48", (*words("24"), symbol("-"), *words("48")), id="a hyphen between figures stays"),
        pytest.param(
            "no - problem", (*words("no"), symbol("-"), *words("problem")), id="so does a dash between spaces"
        ),
        pytest.param("100% sure", (*words("100"), symbol("%"), *words("sure")), id="a sign stands by itself"),
        pytest.param("24\\*7", (*words("24"), symbol("*"), *words("7")), id="an escaped mark is a sign"),
        pytest.param("a \\( \\\\", (*words("a"), symbol("("), symbol("\\")), id="a bracket and a backslash, escaped"),
        pytest.param("sorry, but", (*words("sorry"), symbol(","), *words("but")), id="a comma inside stays"),
        pytest.param("Dr. Lee", (*words("Dr"), symbol("."), *words("Lee")), id="so does a full stop inside"),
        pytest.param("3.5", (*words("3"), symbol("."), *words("5")), id="and a decimal point"),
        pytest.param("🙂", (symbol("🙂"),), id="an emoji alone"),
        pytest.param("(I|we) go", (choice("I", "we"), *words("go")), id="alternatives"),
        pytest.param("(calm down)", (choice("calm down"),), id="a plain group"),
        pytest.param(
            "go [right|straight on]", (*words("go"), choice("right", "straight on", optional=True)), id="options"
        ),
        pytest.param(
            "(a|[b] {be} c)",
            (choice("a", (choice("b", optional=True), Inflected("be", 0), *words("c"))),),
            id="marks nest",
        ),
        pytest.param("{ Argue }", (Inflected("Argue", 0),), id="a word in braces"),
        pytest.param("{won't} go", (Inflected("won't", 0), *words("go")), id="a contraction in braces"),
        pytest.param("as I * said", (*words("as I"), AnyWord(0), *words("said")), id="any word"),
        pytest.param("a ... b", (*words("a"), GAP, *words("b")), id="a gap"),
        pytest.param("a …b", (*words("a"), GAP, *words("b")), id="a gap by the one sign"),
        pytest.param("a… b", (*words("a"), GAP, *words("b")), id="a gap behind a word"),
        pytest.param("a ...2 b", (*words("a"), Gap(2, 0), *words("b")), id="a gap with its length"),
        pytest.param("a ... 24 b", (*words("a"), GAP, *words("24 b")), id="a figure after a space is a word"),
        pytest.param("a ...2nd", (*words("a"), GAP, *words("2nd")), id="a word that begins with a figure is no length"),
        pytest.param("in <duration>", (*words("in"), Slot("duration", 0)), id="a slot"),
        pytest.param("<number> <number>", (Slot("number", 0), Slot("number", 0)), id="slots alone"),
    ],
)
def test_a_source_says_these_nodes(source: str, nodes: tuple[Node, ...]) -> None:
    assert bare(parse(source).nodes) == nodes


@pytest.mark.parametrize(
    "source",
    [
        *(
            "No problem!",
            "no problem.",
            "no problem?!",
            "no problem...",
            "no problem…",
            "no problem....",
            "no problem,",
        ),
        *("no problem.  ", "no problem？"),
    ],
)
def test_final_punctuation_is_ignored(source: str) -> None:
    pattern = parse(source)
    assert printed(pattern).lower() == "no problem"
    assert not pattern.question


@pytest.mark.parametrize(
    ("source", "form"),
    [
        pytest.param("(no problem!|no worries...)", "(no problem|no worries)", id="at the end of each alternative"),
        pytest.param("not (mine)!", "not (mine)", id="behind a group"),
        pytest.param("{policy}.", "{policy}", id="behind a word in braces"),
        pytest.param("(thanks...|thx) bye", "(thanks ...|thx) bye", id="not inside"),
        pytest.param("thanks !", "thanks \\!", id="not after a space"),
        pytest.param("thanks\\!", "thanks \\!", id="not when escaped"),
        pytest.param("^relax.", "^ relax", id="behind an anchored word"),
        pytest.param("not mine. $", "not mine $", id="before the end mark"),
        pytest.param("is it on! ?", "is it on ?", id="before the question mark"),
        pytest.param("is it on ? $", "is it on $ ?", id="both marks, in either order"),
        pytest.param("a, b", "a, b", id="a comma inside"),
        pytest.param("24 \\* 7", "24\\*7", id="a sign between figures"),
    ],
)
def test_the_printed_form(source: str, form: str) -> None:
    assert str(parse(source)) == form


@pytest.mark.parametrize(
    ("source", "start", "end", "question"),
    [
        pytest.param("^ relax", True, False, False, id="at the start"),
        pytest.param("^relax", True, False, False, id="at the start, attached"),
        pytest.param("relax $", False, True, False, id="at the end"),
        pytest.param("relax$", False, True, False, id="at the end, attached"),
        pytest.param("relax ?", False, False, True, id="in a question"),
        pytest.param("relax?", False, False, False, id="a question mark behind the word says nothing"),
        pytest.param("^ relax $ ?", True, True, True, id="all three"),
    ],
)
def test_anchors(source: str, start: bool, end: bool, question: bool) -> None:
    pattern = parse(source)
    assert (pattern.at_start, pattern.at_end, pattern.question) == (start, end, question)
    assert bare(pattern.nodes) == words("relax")


def test_columns_count_code_points_from_one() -> None:
    first, second, third = parse("🙂 (é|{be}) wi-fi").nodes[:3]
    assert isinstance(second, Choice)
    assert (first.column, second.column, third.column) == (1, 3, 12)
    assert [option[0].column for option in second.options] == [4, 6]


@pytest.mark.parametrize(
    ("source", "column", "hint"),
    [
        pytest.param("", 1, "phrase", id="nothing"),
        pytest.param("  ", 1, "phrase", id="only space"),
        pytest.param("^ $", 1, "phrase", id="only anchors"),
        pytest.param("(I|we won't", 1, "')'", id="an unclosed group"),
        pytest.param("a (b [c", 6, "']'", id="the inner of two unclosed groups"),
        pytest.param("no problem]", 11, "\\]", id="a closing mark too many"),
        pytest.param("a )", 3, "\\)", id="a closing bracket too many"),
        pytest.param("a }", 3, "\\}", id="a closing brace too many"),
        pytest.param("a > b", 3, "\\>", id="a closing slot too many"),
        pytest.param("(a]", 3, "')'", id="the wrong closing mark"),
        pytest.param("()", 2, "[a|b]", id="an empty group"),
        pytest.param("[ ]", 3, "[a|b]", id="an empty option"),
        pytest.param("(a|)", 4, "[a|b]", id="an empty last alternative"),
        pytest.param("(|a)", 2, "[a|b]", id="an empty first alternative"),
        pytest.param("(a||b)", 4, "[a|b]", id="an empty alternative between"),
        pytest.param("a | b", 3, "(a|b)", id="alternatives outside a group"),
        pytest.param("so {}", 4, "{word}", id="empty braces"),
        pytest.param("so {word", 4, "{word}", id="unclosed braces"),
        pytest.param("{two words} here", 1, "{two} {words}", id="two words in braces"),
        pytest.param("{re-send} it", 1, "{re} {send}", id="a hyphen in braces"),
        pytest.param("{a|b}", 1, "{word}", id="alternatives in braces"),
        pytest.param("in <duratoin>", 4, "duration", id="a misspelled slot"),
        pytest.param("<nonsense>", 1, "number", id="an unknown slot"),
        pytest.param("<>", 1, "number", id="an empty slot"),
        pytest.param("i <3 you", 3, "\\<", id="an unclosed slot"),
        pytest.param("a ^ b", 3, "\\^", id="a start mark inside"),
        pytest.param("(^ a|b)", 2, "\\^", id="a start mark in a group"),
        pytest.param("costs $5", 7, "<money>", id="a dollar sign"),
        pytest.param("(a $|b)", 4, "\\$", id="an end mark in a group"),
        pytest.param("a $ $", 3, "\\$", id="two end marks"),
        pytest.param("is it ? now", 7, "\\?", id="a question mark inside"),
        pytest.param("is it ??", 7, "\\?", id="two question marks after a space"),
        pytest.param("... hello", 1, "drop", id="a gap at the start"),
        pytest.param("^ ... hello", 3, "drop", id="a gap behind the start mark"),
        pytest.param("hello ...", 7, "drop", id="a gap at the end"),
        pytest.param("hello ... $", 7, "drop", id="a gap before the end mark"),
        pytest.param("hello...2", 6, "drop", id="a counted gap at the end"),
        pytest.param("[a] ... b", 5, "drop", id="a gap at the start where the option is left out"),
        pytest.param("a ... ([b]|c)", 3, "drop", id="a gap at the end where the group is empty"),
        pytest.param("(a|... b) c", 4, "drop", id="a gap at the start of an alternative"),
        pytest.param("a ... ...2 b", 7, "one gap", id="two gaps"),
        pytest.param("a ...0 b", 3, "1 to 50", id="a gap of no words"),
        pytest.param("a ...51 b", 3, "1 to 50", id="a gap too long"),
        pytest.param(f"a ...{'9' * 9000} b", 3, "1 to 50", id="a gap of absurd length"),
        pytest.param("[optional]", 1, "outside", id="an option alone"),
        pytest.param("^ [a] [b]", 3, "outside", id="options alone"),
        pytest.param("([a]|b)", 1, "outside", id="a group that may be empty"),
        pytest.param("* *", 1, "one word", id="any words alone"),
        pytest.param("* ... *", 1, "one word", id="any words and gaps alone"),
        pytest.param("(hello|*)", 1, "one word", id="any word as an alternative"),
        pytest.param("!", 1, "one word", id="punctuation alone"),
        pytest.param("calm down\\", 10, "\\\\", id="a backslash at the end"),
        pytest.param("calm\\ down", 5, "\\\\", id="a backslash before a space"),
        pytest.param("C\\down", 2, "\\\\", id="a backslash before a letter"),
        pytest.param("problem(s)", 8, "(problem|problems)", id="a group inside a word"),
        pytest.param("{argue}ing", 8, "space", id="an ending behind braces"),
        pytest.param("{policy}'s", 9, "possessive", id="a possessive behind braces"),
        pytest.param("(I|we)'ll go", 7, "(I'll|we'll)", id="a contraction behind a group"),
    ],
)
def test_what_cannot_be_read_is_refused_at_its_column_with_a_hint(source: str, column: int, hint: str) -> None:
    with pytest.raises(PatternError) as caught:
        parse(source)
    assert caught.value.column == column
    assert hint in caught.value.hint
    assert caught.value.message


def test_groups_nest_so_deep_and_no_deeper() -> None:
    assert parse("(" * DEEPEST + "a" + ")" * DEEPEST).nodes
    with pytest.raises(PatternError) as caught:
        parse("(" * 100_000)
    assert caught.value.column == DEEPEST + 1


def test_a_pattern_has_a_longest_length() -> None:
    assert parse("a " * (LONGEST_PATTERN // 2))
    with pytest.raises(PatternError) as caught:
        parse("a" * (LONGEST_PATTERN + 1))
    assert caught.value.column == LONGEST_PATTERN + 1


def test_reading_takes_linear_time() -> None:
    def seconds(alternatives: int) -> float:
        source = "(" + "|".join(f"word{each} [a|b] ... c-d" for each in range(alternatives)) + ")"
        began = time.perf_counter()
        parse(source)
        return time.perf_counter() - began

    seconds(100)
    assert min(seconds(3000) for _ in range(3)) < 10 * 4 * min(seconds(300) for _ in range(3))


def _sequences(solid: st.SearchStrategy[Node], depth: int) -> st.SearchStrategy[tuple[Node, ...]]:
    """Sequences that begin and end with a solid node, so that they stand wherever a group may."""
    within: st.SearchStrategy[Node] = solid | st.just(AnyWord(0))
    if depth:
        options = st.lists(_sequences(solid, depth - 1), min_size=1, max_size=3).map(tuple)
        within = within | st.builds(Choice, options, st.booleans(), st.just(0))
    gaps = st.one_of(st.none(), st.builds(Gap, st.integers(1, 50), st.just(0)))
    middle = st.lists(st.tuples(gaps, within), max_size=3)

    def joined(first: Node, rest: list[tuple[Gap | None, Node]], last: Node) -> tuple[Node, ...]:
        nodes: list[Node] = [first]
        for gap, node in rest:
            nodes += [gap, node] if gap else [node]
        return (*nodes, last)

    return st.builds(joined, solid, middle, solid) | st.builds(lambda node: (node,), solid)


WORDS = st.from_regex(r"[A-Za-zéñßø0-9]{1,6}('[A-Za-z]{1,3})?", fullmatch=True)
SIGNS = st.sampled_from([*"()[]{}<>|*^$?!.,…\\%-/&+\"'#@:;_~=", "🙂", "€"])
PLAIN: st.SearchStrategy[Node] = st.builds(Word, WORDS, st.just(0)) | st.builds(Inflected, WORDS, st.just(0))
SOLID: st.SearchStrategy[Node] = (
    PLAIN | st.builds(Slot, st.sampled_from(SLOTS), st.just(0)) | st.builds(Symbol, SIGNS, st.just(0))
)
NODES = st.builds(lambda word, rest: (word, *rest), PLAIN, _sequences(SOLID, 2))
PATTERNS = st.builds(Pattern, st.just(""), NODES, st.booleans(), st.booleans(), st.booleans())


@given(PATTERNS)
def test_the_printed_form_of_a_tree_reads_as_that_tree(pattern: Pattern) -> None:
    assert shape(parse(printed(pattern))) == shape(pattern)


MARKS = "( ) [ ] | {be} { } <money> < * ... … ...2 ^ $ ? . , ! - – \\ \\* ' ’ %".split()
PIECES = st.sampled_from(
    ["a", "won't", "24", "é", " ", " ", *MARKS, " ... ", " ?", "🙂", "\u00ad", "\u0301", "½", "？"]
)


def read(source: str) -> Pattern | PatternError:
    try:
        return parse(source)
    except PatternError as error:
        return error


@given(st.lists(PIECES, max_size=12).map("".join) | st.text(max_size=12))
def test_any_source_is_refused_at_a_column_of_its_own_or_printed_back(source: str) -> None:
    pattern = read(source)
    if isinstance(pattern, PatternError):
        assert 1 <= pattern.column <= max(len(source), 1)
        assert pattern.hint
        return
    assert pattern.source == source
    assert shape(parse(printed(pattern))) == shape(pattern)
    assert printed(parse(printed(pattern))) == printed(pattern)
