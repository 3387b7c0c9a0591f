"""What a reader sees of a Markdown text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phraselint.text.markdown import visible
from tests.text.made import MARKED_UP, drawn, grows_with_length


def shown(source: str) -> str:
    return drawn(visible(source))


@pytest.mark.parametrize(
    ("source", "text"),
    [
        pytest.param("please **calm** _down_", "please calm down", id="emphasis marks are not there"),
        pytest.param("***both*** and **one *two* three**", "both and one two three", id="nor are nested ones"),
        pytest.param("~~gone~~ ~here~", "gone here", id="nor are strokes"),
        pytest.param("snake_case_words and __init__", "snake_case_words and init", id="an underscore in a word stays"),
        pytest.param("2 * 3 * 4, a* b", "2 * 3 * 4, a* b", id="a star among spaces stays"),
        pytest.param("**a and _b", "**a and _b", id="marks without their partner stay"),
        pytest.param(r"24\*7 \_a\_ \q", r"24*7 _a_ \q", id="escaped marks are themselves"),
        pytest.param("`calm down` is a phrase", "# is a phrase", id="code spans are hidden"),
        pytest.param("``a ` b`` c", "# c", id="with longer marks too"),
        pytest.param("a ` b", "a ` b", id="a single backtick stays"),
        pytest.param("[calm down](http://x.example/calm-down 'calm')", "calm down", id="of a link its text is left"),
        pytest.param("![calm](x.png) [a [b] c](<y z>)", "calm a [b] c", id="so it is of images and nested brackets"),
        pytest.param("[a](x (y) [b] (z", "[a](x (y) [b] (z", id="brackets that make no link stay"),
        pytest.param("[a][r], [r], [R][]\n\n[r]: http://x 'y'", "a, r, R", id="links by reference"),
        pytest.param("[a][q] and [q]", "[a][q] and [q]", id="a reference that is not defined stays"),
        pytest.param("a[^1]\n\n[^1]: note", "a|note", id="marks of footnotes are not there"),
        pytest.param(
            "<http://a.example/b_c_> <me@a.example>", "http://a.example/b_c_ me@a.example", id="plain links stay"
        ),
        pytest.param("a <b>c</b><!-- d --> e<br>f", "a c e\nf", id="HTML is not there"),
        pytest.param("a <code>b</code> c", "a # c", id="nor is code in HTML"),
        pytest.param("1 < 2 & 3 &amp; 4", "1 < 2 & 3 & 4", id="entities are decoded"),
        pytest.param("# Title #\nnext", "Title|next", id="a heading is a block"),
        pytest.param("Title\n===\nnext\n---\nlast", "Title|next|last", id="so is one that is underlined"),
        pytest.param("#hash", "#hash", id="a hash without a space is no heading"),
        pytest.param("a\n- b\n- c\n  d\n+ e", "a|b|c\nd|e", id="list items are blocks"),
        pytest.param("1. a\n2) b\n- [x] c", "a|b|c", id="numbered and ticked ones too"),
        pytest.param("the year\n1986. What", "the year\n1986. What", id="a number in a paragraph begins no list"),
        pytest.param("a\nb  \nc\\\nd", "a\nb\nc\nd", id="line breaks are line breaks"),
        pytest.param("a\n\n\nb", "a|b", id="blank lines part blocks"),
        pytest.param("a\n***\nb\n\n- - -\nc", "a|b|c", id="rules part blocks"),
        pytest.param("a\n```x\ncalm\n\ndown\n```\nb", "a|#|b", id="fenced code is hidden"),
        pytest.param("a\n\n~~~\nb", "a|#", id="to the end if it is never closed"),
        pytest.param("a\n\n    calm\n\n    down\nb", "a|#|b", id="indented code is hidden"),
        pytest.param("a\n    b", "a\nb", id="an indented line of a paragraph is no code"),
        pytest.param("- a\n\n  b\n\n      c", "a|b|#", id="indentation counts from the list item"),
        pytest.param("> a\n> b\nc\n\nd", "a\nb\nc|d", id="marks of quotations are not there"),
        pytest.param("> ```\n> a\n> ```\n> b", "#|b", id="code in a quotation is hidden"),
        pytest.param(
            "| a | b |\n|---|:-:|\n| c \\| d | e |\n\nf | g", "a|b|c | d|e|f | g", id="cells of a table are blocks"
        ),
        pytest.param("---\na: b\n---\nc", "c", id="front matter is not there"),
        pytest.param("<!--\na\n\nb\n-->\n\nc", "c", id="a comment over blank lines is not there"),
        pytest.param("<script>\na\n</script>\nb", "#|b", id="a script is hidden"),
        pytest.param("<div>\n\na\n\n</div>", "a", id="HTML around blocks is not there"),
        pytest.param("a\r\n\r\nb\r\nc", "a|b\nc", id="carriage returns are line breaks too"),
        pytest.param("", "", id="an empty text"),
    ],
)
def test_a_reader_sees(source: str, text: str) -> None:
    assert shown(source).strip("|") == text


@pytest.mark.parametrize(
    ("source", "zones"),
    [
        pytest.param("> calm\n> down\n\nok", [("quote", "calm\ndown")], id="a quotation"),
        pytest.param("> calm\ndown\n\nok", [("quote", "calm\ndown")], id="with a line that lost its mark"),
        pytest.param("- > calm\n- down", [("quote", "calm")], id="in a list item"),
        pytest.param("a `b`\n\n    c", [("code", "\ufffc"), ("code", "\ufffc")], id="code"),
        pytest.param("a <q>b *c*</q> d", [("quote", "b c")], id="a quotation in HTML"),
        pytest.param("<blockquote>\n\na\n\nb\n</blockquote>\nc", [("quote", "a\n\nb")], id="over several blocks"),
        pytest.param("**a**", [], id="none"),
    ],
)
def test_what_is_not_the_writers_own_is_marked(source: str, zones: list[tuple[str, str]]) -> None:
    read = visible(source)
    assert [(zone.kind, read.text[zone.start : zone.end].strip()) for zone in read.zones] == zones


@pytest.mark.parametrize(
    ("source", "phrase", "original"),
    [
        pytest.param("please **calm** _down_", "calm down", "calm** _down", id="across marks"),
        pytest.param("> so calm\n> *down* now", "calm\ndown", "calm\n> *down", id="across the mark of a quotation"),
        pytest.param("- a\n- [calm](x) down", "calm down", "calm](x) down", id="across the target of a link"),
        pytest.param("a\r\n\r\ncalm\r\ndown", "calm\ndown", "calm\r\ndown", id="across a line break"),
    ],
)
def test_a_phrase_leads_back_to_the_source(source: str, phrase: str, original: str) -> None:
    read = visible(source)
    start = read.text.index(phrase)
    assert source[read.offsets.start(start) : read.offsets.stop(start + len(phrase))] == original


@given(MARKED_UP | st.text(max_size=40))
def test_any_text_is_read_and_leads_back(source: str) -> None:
    text, offsets, zones = visible(source)
    starts = [offsets.start(place) for place in range(len(text) + 1)]
    assert starts == sorted(starts)
    assert all(0 <= start <= len(source) for start in starts)
    assert all(0 <= zone.start < zone.end <= len(text) for zone in zones)


@given(st.lists(st.text(alphabet="abc ,'\"é🙂", min_size=1).filter(str.strip), max_size=5))
def test_paragraphs_without_marks_stay_as_they_are(paragraphs: list[str]) -> None:
    told = [" ".join(each.split()) for each in paragraphs]
    assert visible("\n\n".join(told)).text == "\n\n".join(told)


@pytest.mark.parametrize(
    "unit",
    ["*a ", "a* ", "_a", "~~a ", "`a", "`` ` ", "[", "]", "[a](", '[a](b "', "![", "<a ", "<!-- -->", "<pre></pre>",
     "> ", "- ", "1. a\n", "# a\n", "```\n", "    a\n", "|a|\n|-|\n", "[a]: b\n", "\\", "&", "\n"],
)  # fmt: skip
def test_the_work_grows_with_the_length(unit: str) -> None:
    assert grows_with_length(visible, unit)
