"""What a reader sees of a page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phraselint.text.html import visible
from tests.text.made import MARKED_UP, drawn, grows_with_length


def shown(source: str) -> str:
    return drawn(visible(source)).strip("|")


@pytest.mark.parametrize(
    ("source", "text"),
    [
        pytest.param("<p>Please <b>calm</b> down</p>", "Please calm down", id="tags are not there"),
        pytest.param("a<!-- calm -->b", "ab", id="comments are not there"),
        pytest.param("a<!doctype html><?php x ?>b", "ab", id="declarations and instructions are not there"),
        pytest.param('<a title="calm > down" href=x>ok</a>', "ok", id="attributes are not there"),
        pytest.param("<p>calm</p><p>down</p>", "calm|down", id="blocks are parted"),
        pytest.param("<ul><li>one<li>two</ul>", "one|two", id="list items are parted"),
        pytest.param("<td>one</td><td>two</td>", "one|two", id="cells are parted"),
        pytest.param("calm<br>down<BR/>now", "calm\ndown\nnow", id="br is a line break"),
        pytest.param("calm<br><br>down", "calm|down", id="two br are a blank line"),
        pytest.param("calm<br>\n<br>down", "calm\n \ndown", id="so are two with white space between"),
        pytest.param("calm\ndown\r\nnow", "calm down  now", id="source line breaks are spaces"),
        pytest.param("don&#39;t &amp; &lt;b&gt; &#x27;", "don't & <b> '", id="entities are decoded"),
        pytest.param("calm&nbsp;down", "calm\u00a0down", id="so is the space that does not break"),
        pytest.param("&eacute; &NotEqualTilde; &copy", "é ≂̸ ©", id="rare ones and those without their semicolon too"),
        pytest.param("R&D AT&T & &nope; &#;", "R&D AT&T & &nope; &#;", id="an ampersand that begins none stays"),
        pytest.param("1 < 2 > 0, a <3 b, I </3 it", "1 < 2 > 0, a <3 b, I </3 it", id="a < that begins no tag stays"),
        pytest.param("a <b and <b>c</b>", "a <b and c", id="a tag that is never closed stays"),
        pytest.param("a<script>calm <b> down</script>b", "a#b", id="scripts are hidden"),
        pytest.param("a<STYLE>p {}</Style >b", "a#b", id="styles too"),
        pytest.param("a <code>x <b>y</b></code> b", "a # b", id="code is hidden"),
        pytest.param("a<pre>x<code>y</code>z</pre>b", "a#b", id="code in code is one"),
        pytest.param("<p>a <code>b</p><p>c</p>", "a #|c", id="code that is never closed ends with its block"),
        pytest.param("a<script>b", "a#", id="a script that is never closed hides the rest"),
        pytest.param("a<!-- b", "a", id="so does a comment"),
        pytest.param("a</b></p></>b", "a|b", id="closing tags without opening ones"),
        pytest.param("<title>x</title><p>a", "a", id="the title of the page is not in it"),
        pytest.param("<custom-tag>a</custom-tag>", "a", id="unknown tags are not there"),
        pytest.param('a<img alt="x">b', "ab", id="an image has no text"),
        pytest.param("", "", id="an empty page"),
    ],
)
def test_a_reader_sees(source: str, text: str) -> None:
    assert shown(source) == text


@pytest.mark.parametrize(
    ("source", "zones"),
    [
        pytest.param("<blockquote>calm</blockquote> down", [("quote", "calm")], id="a block quotation"),
        pytest.param("<q>calm</q> <cite>down</cite>", [("quote", "calm"), ("quote", "down")], id="inline quotations"),
        pytest.param("a <code>b</code>", [("code", "\ufffc")], id="code"),
        pytest.param("press <kbd>Please change</kbd>", [("code", "Please change")], id="keys stay visible"),
        pytest.param(
            '<div>a</div><div class="x gmail_quote">b <div>c</div></div>d',
            [("forwarded", "b c")],
            id="a mail's history",
        ),
        pytest.param("a<div id=divRplyFwdMsg>b</div><p>c", [("forwarded", "b c")], id="a history that has no element"),
        pytest.param('a<div class="gmail_signature">b</div>', [("signature", "b")], id="a signature"),
        pytest.param("<blockquote>a", [("quote", "a")], id="a quotation that is never closed"),
        pytest.param("a <b>b</b>", [], id="none"),
    ],
)
def test_what_is_not_the_writers_own_is_marked(source: str, zones: list[tuple[str, str]]) -> None:
    page = visible(source)
    assert [(zone.kind, " ".join(page.text[zone.start : zone.end].split())) for zone in page.zones] == zones


@pytest.mark.parametrize(
    ("source", "phrase", "original"),
    [
        pytest.param("<p>Please <b>calm</b> down</p>", "calm down", "calm</b> down", id="across a tag"),
        pytest.param("calm&nbsp;down", "calm\u00a0down", "calm&nbsp;down", id="across an entity"),
        pytest.param("a calm<!-- x --> down", "calm down", "calm<!-- x --> down", id="across a comment"),
    ],
)
def test_a_phrase_leads_back_to_the_source(source: str, phrase: str, original: str) -> None:
    page = visible(source)
    start = page.text.index(phrase)
    assert source[page.offsets.start(start) : page.offsets.stop(start + len(phrase))] == original


@given(MARKED_UP | st.text(max_size=40))
def test_any_text_is_read_and_leads_back(source: str) -> None:
    text, offsets, zones = visible(source)
    starts = [offsets.start(place) for place in range(len(text) + 1)]
    assert starts == sorted(starts)
    assert all(0 <= start <= len(source) for start in starts)
    assert all(0 <= zone.start < zone.end <= len(text) for zone in zones)


@given(st.text(alphabet="abc .,'\"é🙂", max_size=40))
def test_text_without_markup_stays_as_it_is(source: str) -> None:
    assert visible(source).text == source


@pytest.mark.parametrize(
    "unit",
    [
        "<",
        "<a ",
        '<a x="',
        "<a x='<a x=\" ",
        "<!--",
        "<!-- -->",
        "<script>",
        "<pre>",
        "<div>",
        "</div>",
        "&",
        "&amp",
        "&#",
    ],
)
def test_the_work_grows_with_the_length(unit: str) -> None:
    assert grows_with_length(visible, unit)


def test_fifty_thousand_nested_tags_are_read() -> None:
    page = visible("<div><b>" * 25_000 + "calm down" + "</b></div>" * 25_000)
    assert page.text.strip() == "calm down"
