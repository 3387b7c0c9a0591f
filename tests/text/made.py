"""Texts made for tests: edits, hostile texts, what is seen of a text, and a count of the work done on it."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

from hypothesis import strategies as st

from phraselint.text.markup import BORDER, HIDDEN, Edit, Visible

SOURCES = st.text(alphabet="ab c\n\r<&é🙂\ufb01", max_size=40)
_TAGS = "<b> </b> <p> </p> <br> <div> </div> <blockquote> </blockquote> <code> </code> <pre> </pre> <script> </script>"
_MARKS = "<!-- --> &amp; &#39; &nope; & < > >> * ** _ __ ~~ ` `` ``` [ ]( ) ][ ]: ! # - 1. | |-| --- \\ ' \" “ ” calm"
_WORDS = (
    '<a href="x> ',
    "On 1 wrote:",
    "said: ",
    "you said that ",
    "From: ",
    "-- ",
    " ",
    "    ",
    "\t",
    "\r",
    "\n",
    "\n\n",
)
_PIECES = [*_TAGS.split(), *_MARKS.split(), *_WORDS]
MARKED_UP = st.lists(st.sampled_from(_PIECES), max_size=40).map("".join)


@st.composite
def edits(draw: st.DrawFn, source: str) -> list[Edit]:
    """Edits of a source, in any order; some overlap."""
    places = st.integers(0, len(source))
    spans = draw(st.lists(st.tuples(places, places).map(sorted), max_size=6))
    return [Edit(start, end, draw(st.sampled_from(["", "x", "\n\n"]))) for start, end in spans if start < end]


def drawn(visible: Visible) -> str:
    """The visible text, with each border of a block as "|" and each hidden stretch as "#"."""
    text = visible.text.replace(BORDER, "|").replace(HIDDEN, "#")
    while "||" in text:
        text = text.replace("||", "|")
    return text


def work(function: Callable[[str], Any], text: str) -> int:
    """How many calls a function makes on a text: a count that does not depend on the machine."""
    calls = 0

    def count(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        function(text)
    finally:
        sys.setprofile(before)
    return calls


def grows_with_length(function: Callable[[str], Any], unit: str, repeats: int = 400) -> bool:
    """Whether twice the text takes about twice the work at most, once patterns are compiled."""
    function(unit * repeats)
    return work(function, unit * 2 * repeats) <= 2.2 * work(function, unit * repeats) + 50
