"""Where the sentences of a text begin and end."""

from __future__ import annotations

from phraselint.text import regex

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

# A stop before white space, with what closes after it. It begins with one set of characters, for which the search is
# fast; a run of terminators is read once, from its start, so that a line of dots takes linear time.
_STOP = r"[.!?](?<![.!?]{2})[.!?]*+[\"')\]}]*+(?!\S)"
_BEYOND_ASCII_STOP = r"[.!?\u2026](?<![.!?\u2026]{2})[.!?\u2026]*+[\"')\]}\u00bb\u201d\u2019]*+(?![^\s\ufffc])"
_BULLETS = ("-", "*", "+", "\u2013", "\u2014", "\u00b7")  # before a space
_SIGNS = ("\u2022", "\u25aa", "\u25e6", "\u2023", "\u25cf")
_BREAKS = ("\n", "\r", "\u2029")
# Compiled when first needed, since few texts need them.
_ITEM = r"\(?\d{1,2}\)|\d{1,2}\.[ \t]|\(?[a-zA-Z]\)[ \t]"
_NUMBER = r"\(?(?:\d{1,2}|[a-zA-Z])\)(?=\s)"  # of a list item; "1." ends by its dot
_LINE_BREAK = r"[\n\r\u2029]"
_NEXT = r"[\s\"'(\[\u201c\u2018\u00ab]{0,12}([^\W_]+)?"
_INITIALS = r"(?:[^\W\d_]\.)+[^\W\d_]\Z"  # U.S, p.m, J.R.R
_SPACE = regex.compile(r"\s*")
_CLOSERS = "\"')]}\u00bb\u201d\u2019"
_LONGEST = 12  # characters before a dot that may belong to an abbreviation

_INSIDE = "inside"  # always more to come
_EITHER = "either"  # ends a sentence only before a word that opens the next
_NAMED = "named"  # goes on with a name, or is none
_NUMBERED = "numbered"  # an abbreviation only before a figure
TITLES = tuple("mr mrs ms mx dr prof".split())
"""Titles before a name, in small letters; a dot after them ends no sentence."""
_ABBREVIATIONS = {
    **dict.fromkeys("e.g i.e eg ie vs cf viz approx incl esp resp".split(), _INSIDE),
    **dict.fromkeys(TITLES, _EITHER),
    **dict.fromkeys(
        "messrs jr sr ph.d etc al inc ltd co corp llc bros st ave blvd rd hwy mt ft dept govt assn univ ext tel jan "
        "feb apr aug sept oct nov dec misc excl".split(),
        _EITHER,
    ),
    **dict.fromkeys(
        "no nos nr p pp pg vol ch art fig figs ver v mar jun jul sep mon tue tues wed thu thur thurs fri sat sun opt "
        "para ref".split(),
        _NUMBERED,
    ),
}
_RANKS = frozenset("Gen Rep Sen Hon Capt Sgt Lt Col Gov Rev Pres Cpt Maj Adm Supt".split())
_SHORT = frozenset((*_ABBREVIATIONS, *map(str.lower, _RANKS)))
_OPENERS = frozenset(
    "I We You He She It They This That These Those There Here The A An My Our Your Their His Her If When Once While "
    "After Before As At In On For From To With Without But And So Or Because Although However Also Then Please Thanks "
    "Thank Sorry Apologies Unfortunately Hopefully Just Let Kindly Feel Do Does Did Don Is Are Was Were Has Have Had "
    "Can Could Will Would Should May Might Must What Which Who Why How Where Not No Yes Yeah Ok Okay Well Now Any All "
    "Some Each Every Both Calm Hi Hello Hey Dear Best Kind Regards Sincerely Give Send Check Click Go Try Call Contact "
    "Make Sure Certainly Absolutely".split()
)


def sentence_spans(clean: str) -> list[tuple[int, int]]:
    """The sentences of a clean text: half-open spans in order that cover all of it but the white space around them.

    A terminator belongs to its sentence; the number of a list item ("1.", "a)") is a span of its own.
    """
    spans: list[tuple[int, int]] = []
    start = _next_start(clean, 0, spans)
    for begin, end in sorted([*_stops(clean), *_line_borders(clean)]):
        if end <= start:
            continue
        sign = clean[begin]
        if sign in ".\u2026" and not _ends(clean, start, begin, end):
            continue
        if sign in "\n\r\u2029":
            spans.append((start, start + len(clean[start:begin].rstrip())))
        else:
            spans.append((start, end))
        start = _next_start(clean, end, spans)
    if start < len(clean):
        spans.append((start, start + len(clean[start:].rstrip())))
    return spans


def _stops(clean: str) -> list[tuple[int, int]]:
    """Where terminators stand that may end a sentence. Sets of characters beyond ASCII are slow to compile."""
    return [found.span() for found in regex.finditer(_STOP if clean.isascii() else _BEYOND_ASCII_STOP, clean)]


def _line_borders(clean: str) -> Iterator[tuple[int, int]]:
    """Where a blank line or the start of a list item ends a sentence: from the line break to what follows."""
    places = sorted(_places(clean))
    done = 0
    for at in places:
        end = _after_break(clean, at) if at >= done else None
        if end is not None:
            yield at, end
            done = end


def _places(clean: str) -> Iterator[int]:
    for sign in _BREAKS:
        at = clean.find(sign)
        while at >= 0:
            yield at
            at = clean.find(sign, at + 1)


def _after_break(clean: str, at: int) -> int | None:
    """Where the next sentence begins, if the line break at ``at`` ends one: after blank lines, or at a list item."""
    sign = clean[at]
    end = at + 1
    while clean[end : end + 1].isspace() and clean[end] not in "\n\r":
        end += 1
    follows = clean[end : end + 4]
    if sign == "\u2029" or follows[:1] == sign:
        return _SPACE.match(clean, at + 1).end()  # type: ignore[union-attr]
    if sign == "\n" and follows[:1] == "\r":  # white space between two line feeds
        blank = _SPACE.match(clean, end).end()  # type: ignore[union-attr]
        return blank if "\n" in clean[end:blank] else None
    item = follows.startswith(_SIGNS) or (follows.startswith(_BULLETS) and follows[1:2] in (" ", "\t"))
    return end if item or regex.match(_ITEM, follows) else None


def _next_start(clean: str, end: int, spans: list[tuple[int, int]]) -> int:
    """Where the sentence after ``end`` starts; the number of a list item before it is put in ``spans``."""
    start = end + 1  # most sentences are one space apart
    if clean[end:start] != " " or clean[start : start + 1].isspace():
        start = _SPACE.match(clean, end).end()  # type: ignore[union-attr]
    number = regex.compile(_NUMBER).match(clean, start) if clean.find(")", start, start + 4) >= 0 else None
    if number is None or (spans and not regex.compile(_LINE_BREAK).search(clean, end - 1, start)):
        return start
    spans.append(number.span())
    return _SPACE.match(clean, number.end()).end()  # type: ignore[union-attr]


def _ends(clean: str, start: int, dot: int, end: int) -> bool:
    """Whether the run of terminators at ``dot:end``, which begins with a dot, ends the sentence from ``start`` on."""
    run = clean[dot] if end == dot + 1 else clean[dot:end].rstrip(_CLOSERS)
    if run == "." and _is_plain(clean[max(start, clean.rfind(" ", start, dot) + 1) : dot]):
        return True
    if run != ".":
        return "!" in run or "?" in run or not _next_word(clean, end)[:1].islower()
    before = clean[max(start, dot - _LONGEST) : dot]
    if not before or before[-1].isspace():
        return True
    word = before.split()[-1].lstrip("\"'([{<\u201c\u2018")
    kind = _ABBREVIATIONS.get(word.lower()) or _other_kind(word)
    if kind is None:
        return True
    follows = _next_word(clean, end)
    if kind == _INSIDE:
        return False
    if kind == _NUMBERED:
        return not follows[:1].isdigit()
    if kind == _NAMED:
        return not follows[:1].isupper() or follows in _OPENERS
    return not follows or follows in _OPENERS


def _is_plain(word: str) -> bool:
    """A quick yes for most words before a dot: that they abbreviate nothing."""
    return len(word) > 1 and word.isalpha() and word.lower() not in _SHORT


def _other_kind(word: str) -> str | None:
    """The kind of abbreviation that a word is by its form: initials, a rank before a name."""
    if len(word) == 1:
        return _NAMED if word.isupper() and word != "I" else None
    if word in _RANKS:
        return _NAMED
    return _EITHER if "." in word and regex.match(_INITIALS, word) else None


def _next_word(clean: str, end: int) -> str:
    found = regex.compile(_NEXT).match(clean, end)
    return (found and found[1]) or ""
