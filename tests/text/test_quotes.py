"""What of a text is not its writer's own words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phraselint.text.fold import fold
from phraselint.text.quotes import foreign_spans
from tests.text.made import MARKED_UP, grows_with_length

_QUOTED_LINES = (
    "> He said", '> "no', '> and "so" it was', "> 'tis", "> you wrote:", "> the error says that", ">", ">> “calm", "> «"
)  # fmt: skip
_OWN_LINES = ("Please try it.", 'It "works" now', 'so" he left', "don't", "“well”", "", "The error says no.", "x» or”")


def foreign(text: str) -> list[tuple[str, str]]:
    """The zones of a text: kind and words."""
    return [(zone.kind, text[zone.start : zone.end].strip()) for zone in foreign_spans(text)]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        pytest.param('Press "Please change" now', ['"Please change"'], id="double marks"),
        pytest.param("Press “Please change” now", ["“Please change”"], id="curly double marks"),
        pytest.param(
            "Press «Please change» or „calm down“", ["«Please change»", "„calm down“"], id="other double marks"
        ),
        pytest.param("Press 'Please change', then wait", ["'Please change'"], id="single marks"),
        pytest.param("Press ‘Please change’ now", ["‘Please change’"], id="curly single marks"),
        pytest.param('You said "a "b" c", right?', ['"a "b" c"'], id="marks inside marks"),
        pytest.param('Two: "a" and ("b").', ['"a"', '"b"'], id="two quotations, one in brackets"),
        pytest.param('It reads "calm\ndown" there', ['"calm\ndown"'], id="over a line break"),
        pytest.param('It reads "calm\n\ndown" there', [], id="not over a blank line"),
        pytest.param("Don't press 'a\nb' there", [], id="single marks not over a line break"),
        pytest.param('> He said "no\nYes. It is "ok" now', ['> He said "no', '"ok"'], id="not out of quoted lines"),
        pytest.param('He said "no\n> Yes\nIt is "ok" now', ["> Yes", '"ok"'], id="not into quoted lines"),
        pytest.param('> He said "no\n>\nYes" and so', ['> He said "no\n>'], id="not over an empty quoted line"),
        pytest.param('A 13" and a 15" screen', [], id="inches"),
        pytest.param('A 13" screen and "this"', ['"this"'], id="inches before a quotation"),
        pytest.param('He said "no and left', [], id="a mark that is never closed"),
        pytest.param('He said "no and "left"', ['"left"'], id="one that is never closed before a quotation"),
        pytest.param("don't and won't, it's ok, y'all", [], id="apostrophes"),
        pytest.param("the customers' and the users' accounts", [], id="possessives"),
        pytest.param("'cause we 're late with the users' mail", [], id="clipped words"),
        pytest.param("'Tis the users' choice since the '90s' end", [], id="clipped years"),
        pytest.param('"' + "a " * 600 + 'b" c', [], id="a quotation beyond all measure"),
    ],
)
def test_words_between_quotation_marks(text: str, quoted: list[str]) -> None:
    assert foreign(text) == [("quote", each) for each in quoted]


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        pytest.param("You wrote: it is your fault. No problem.", ["it is your fault."], id="you wrote"),
        pytest.param("You said: calm down", ["calm down"], id="you said"),
        pytest.param("As it says: you must pay. Thanks", ["you must pay."], id="it says"),
        pytest.param(
            "You wrote:\n\nNo problem. Really.\n\nWe agree.", ["No problem. Really."], id="the next paragraph"
        ),
        pytest.param("You mentioned that you need to go, but no.", ["you need to go"], id="reported by that"),
        pytest.param("You told us you have to wait and we see", ["you have to wait"], id="reported without that"),
        pytest.param("The error says you must log in, so try it.", ["you must log in"], id="the error says"),
        pytest.param("the pop-up window reads please change it. ok", ["please change it."], id="a window reads"),
        pytest.param("I got an error message: calm down. ok", ["calm down."], id="an error message"),
        pytest.param("The banner that says please hold; click it", ["please hold"], id="a banner that says"),
        pytest.param("The error says\n\nPlease try it.", [], id="nothing more in the paragraph"),
        pytest.param("> You wrote:\n\nPlease try it.", ["> You wrote:"], id="not out of quoted lines"),
        pytest.param("> The error says that\nyou may try it.", ["> The error says that"], id="not in the next line"),
        pytest.param("I said: calm down", [], id="what one says oneself is one's own"),
        pytest.param("We wrote: calm down", [], id="so is what the team says"),
        pytest.param("As you mentioned, you need to go", [], id="nothing reported"),
        pytest.param("What do you say you stop by?", [], id="an offer"),
        pytest.param("Would you say that you need to go?", [], id="a question"),
        pytest.param("Can you say that again? Calm down.", [], id="a wish to hear it again"),
        pytest.param("could you say: the line is down", [], id="a wish to hear words"),
        pytest.param("I want you to say that it works", [], id="a wish to be told"),
        pytest.param("you say that again and again", [], id="what is said again"),
        pytest.param("You say that you are lost", ["you are lost"], id="what the other says"),
        pytest.param("Did you say that it broke?", ["it broke?"], id="what the other is asked to have said"),
        pytest.param("Whoever spoke to you said: wait.", ["wait."], id="what another told the customer"),
        pytest.param("so you say", [], id="nothing follows"),
        pytest.param("See https://x.example/says: or 10:30", [], id="colons elsewhere"),
    ],
)
def test_words_that_are_reported(text: str, reported: list[str]) -> None:
    assert foreign(text) == [("quote", each) for each in reported]


HEADER = "On Mon, Jan 5, 2026 at 1:00 PM Ann Lee <ann@x.example> wrote:"
OUTLOOK = "From: Ann Lee\nSent: Monday, January 5\nTo: Support\nSubject: Help\n\nCalm down"


@pytest.mark.parametrize(
    ("text", "zones"),
    [
        pytest.param("> calm\n> down\n\nok", [("quote", "> calm\n> down")], id="marked lines"),
        pytest.param("ok\n>> calm\n>down\nno", [("quote", ">> calm\n>down")], id="marked twice or closely"),
        pytest.param("Ann said\n\n> calm\n\nok", [("quote", "Ann said\n\n> calm")], id="with who said it"),
        pytest.param("As I said:\n> calm", [("quote", "> calm")], id="but not with one's own words"),
        pytest.param(">:( sorry\n>.< oh", [], id="faces"),
        pytest.param("a -> b > c", [], id="arrows inside a line"),
        pytest.param(
            f"ok\n\n{HEADER}\n\ncalm\n\ndown", [("forwarded", f"{HEADER}\n\ncalm\n\ndown")], id="a mail's history"
        ),
        pytest.param(
            "ok\nOn Mon, Jan 5, 2026, Ann\nLee wrote:\ncalm",
            [("forwarded", "On Mon, Jan 5, 2026, Ann\nLee wrote:\ncalm")],
            id="whose header is broken over lines",
        ),
        pytest.param(
            f"{HEADER}\n> calm\n\nno problem\n> down",
            [("quote", f"{HEADER}\n> calm"), ("quote", "> down")],
            id="an answer below marked lines is one's own",
        ),
        pytest.param("Am 05.01.2026 schrieb Ann:\nx", [], id="a header that ends in a name"),
        pytest.param("re :calm down. ok\nre:up?\nok", [("quote", "re :calm down"), ("quote", "re:up")], id="taken up"),
        pytest.param("Re: your lamp\nrest: ok", [], id="a subject is one's own"),
        pytest.param(
            "ok\n-----Original Message-----\nx",
            [("forwarded", "-----Original Message-----\nx")],
            id="an original message",
        ),
        pytest.param(
            "ok\n---------- Forwarded message ---------\nx",
            [("forwarded", "---------- Forwarded message ---------\nx")],
            id="a forwarded message",
        ),
        pytest.param(
            "FYI\nBegin forwarded message:\nx",
            [("forwarded", "Begin forwarded message:\nx")],
            id="begin forwarded message",
        ),
        pytest.param(f"ok\n\n{OUTLOOK}", [("forwarded", OUTLOOK)], id="the headers of a mail"),
        pytest.param("From: what I see, to: what you say", [], id="words like headers"),
        pytest.param("On Monday Ann wrote: calm down", [("quote", "calm down")], id="no mail but a report"),
        pytest.param("ok\n-- \nAnn\nx", [("signature", "-- \nAnn\nx")], id="a signature"),
        pytest.param("ok\n--\nAnn", [("signature", "--\nAnn")], id="one that lost its space"),
        pytest.param("ok\n--\n" + "more\n" * 30, [], id="a line of dashes that parts a long text"),
        pytest.param("ok\n\nSent from my iPhone", [("signature", "Sent from my iPhone")], id="a device's signature"),
        pytest.param("We sent it from my desk to you, as you wished for so long", [], id="words like it"),
        pytest.param("a\n```\ncalm\n```\nb", [("code", "```\ncalm\n```")], id="fenced code"),
        pytest.param("run `calm down` now", [("code", "`calm down`")], id="code in a line"),
        pytest.param("isn`t and won`t", [], id="backticks as apostrophes"),
        pytest.param("a\n\n    x = {1}\n    y\n\nb", [("code", "x = {1}\n    y")], id="indented code"),
        pytest.param("a\n\n    Dear Ann\n\nb", [], id="an indented letter"),
        pytest.param(
            'see\nTraceback (most recent call last):\n  File "a.py", line 1\nKeyError: x',
            [("code", "Traceback (most recent call last):"), ("code", 'File "a.py", line 1'), ("code", "KeyError: x")],
            id="a traceback",
        ),
        pytest.param(
            "2026-01-05 10:00:01 ERROR you must wait",
            [("code", "2026-01-05 10:00:01 ERROR you must wait")],
            id="a line of a log",
        ),
        pytest.param("ok\n550 5.7.1 you must wait", [("code", "550 5.7.1 you must wait")], id="a mail server's answer"),
        pytest.param("No problem! Calm down.", [], id="nothing foreign"),
        pytest.param("", [], id="an empty text"),
    ],
)
def test_lines_that_are_not_the_writers_own(text: str, zones: list[tuple[str, str]]) -> None:
    assert foreign(text) == zones


@given(
    st.lists(st.sampled_from(_QUOTED_LINES), min_size=1, max_size=4),
    st.lists(st.sampled_from(_OWN_LINES), min_size=1, max_size=5),
    st.booleans(),
)
def test_what_quoted_lines_leave_open_means_nothing_to_the_lines_after_them(
    quoted: list[str], own: list[str], apart: bool
) -> None:
    before, after = "\n".join(quoted) + "\n" + "\n" * apart, "\n".join(own)
    alone = [(zone.start + len(before), zone.end + len(before), zone.kind) for zone in foreign_spans(after)]
    assert [tuple(zone) for zone in foreign_spans(before + after) if zone.end > len(before)] == alone


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        pytest.param("html", "<blockquote>You wrote:</blockquote><p>Please try it.</p>", id="a page"),
        pytest.param("html", '<blockquote>He said "no<br>\n</blockquote>Please "try" it.', id="an open mark of a page"),
        pytest.param("markdown", "> You wrote:\n\nPlease try it.", id="markdown"),
        pytest.param("plain", '> He said "no\nPlease "try" it.', id="plain"),
    ],
)
def test_a_quoted_block_ends_what_it_reports(markup: str, text: str) -> None:
    at = text.index("Please")
    assert not [zone for zone in fold(text, markup).zones if zone.start <= at < zone.end]


def test_indented_lines_of_a_page_are_no_code() -> None:
    assert foreign_spans("a\n\n    x = {1}", "html") == []


@given(MARKED_UP | st.text(max_size=40))
def test_zones_are_in_order_and_apart(text: str) -> None:
    past = 0
    for zone in foreign_spans(text):
        assert past <= zone.start < zone.end <= len(text)
        past = zone.end


@given(
    st.lists(st.sampled_from("no problem calm down please don't change it now .".split()), max_size=30).map(" ".join)
)
def test_plain_words_are_the_writers_own(text: str) -> None:
    assert foreign_spans(text) == []


@pytest.mark.parametrize(
    "unit",
    ['"a ', '"a" ', "'a ", "a' ", "> a\n", ">\n", "On 1 x wrote:\n", "From: a\n", " said:", "you said that ", "--\n",
     "-- \n", "the error says ", "sent from my a\n", "`a", "```\n", "\n    a\n", "you wrote:\n", "a said\n> b\n"],
)  # fmt: skip
def test_the_work_grows_with_the_length(unit: str) -> None:
    assert grows_with_length(foreign_spans, unit)
