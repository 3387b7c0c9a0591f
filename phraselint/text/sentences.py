"""Where the sentences of a text begin and end (phrase-patterns.md, section 2.7)."""

from __future__ import annotations

import re

_CLOSE = r"\"')\]}"
_ASCII = {"stop": ".!?", "close": _CLOSE, "space": r"\s", "lines": r"\n\r", "bullet": r"[-*+][ \t]"}
_BEYOND = {
    "stop": r".!?\u2026",
    "close": rf"{_CLOSE}\u00bb\u201d\u2019",
    "space": r"\s\ufffc",
    "lines": r"\n\r\u2029",
    "bullet": r"[-*+\u2013\u2014\u00b7][ \t]|[\u2022\u25aa\u25e6\u2023\u25cf]",
}
_borders: dict[bool, re.Pattern[str]] = {}
# Compiled when first needed, since few texts need them.
_NUMBER = r"\(?(?:\d{1,2}|[a-zA-Z])\)(?=\s)"  # of a list item; "1." ends by its dot
_LINE_BREAK = r"[\n\r\u2029]"
_NEXT = r"[\s\"'(\[\u201c\u2018\u00ab]{0,12}([^\W_]+)?"
_INITIALS = r"(?:[^\W\d_]\.)+[^\W\d_]\Z"  # U.S, p.m, J.R.R
_SPACE = re.compile(r"\s*")
_CLOSERS = "\"')]}\u00bb\u201d\u2019"
_LONGEST = 12  # characters before a dot that may belong to an abbreviation

_INSIDE = "inside"  # always more to come
_EITHER = "either"  # ends a sentence only before a word that opens the next
_NAMED = "named"  # goes on with a name, or is none
_NUMBERED = "numbered"  # an abbreviation only before a figure
_ABBREVIATIONS = {
    **dict.fromkeys("e.g i.e eg ie vs cf viz approx incl esp resp".split(), _INSIDE),
    **dict.fromkeys(
        "dr mr mrs ms messrs mx prof jr sr ph.d etc al inc ltd co corp llc bros st ave blvd rd hwy mt ft dept govt "
        "assn univ ext tel jan feb apr aug sept oct nov dec misc excl".split(),
        _EITHER,
    ),
    **dict.fromkeys(
        "no nos nr p pp pg vol ch art fig figs ver v mar jun jul sep mon tue tues wed thu thur thurs fri sat sun opt "
        "para ref".split(),
        _NUMBERED,
    ),
}
_RANKS = frozenset("Gen Rep Sen Hon Capt Sgt Lt Col Gov Rev Pres Cpt Maj Adm Supt".split())
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
    for border in _border(clean.isascii()).finditer(clean):
        begin, end = border.span()
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


def _border(ascii_only: bool) -> re.Pattern[str]:
    """What may end a sentence; for ASCII without the sets of characters beyond it, which are slow to compile.

    It begins with one set of characters, for which the search is fast. A run of terminators is read once, from its
    start, so that a line of dots takes linear time.
    """
    if ascii_only not in _borders:
        of = _ASCII if ascii_only else _BEYOND
        _borders[ascii_only] = re.compile(
            f"[{of['stop']}{of['lines']}](?:"
            rf"(?<=[{of['stop']}])(?<![{of['stop']}]{{2}})[{of['stop']}]*+[{of['close']}]*+(?![^{of['space']}])"
            r"|(?<=\n)[^\S\n]*+\n\s*+|(?<=\r)[^\S\r\n]*+\r\s*+|(?<=\u2029)\s*+"  # a blank line
            rf"|(?<=[\n\r])[^\S\n\r]*+(?={of['bullet']}"  # a list item
            r"|\(?\d{1,2}\)|\d{1,2}\.[ \t]|\(?[a-zA-Z]\)[ \t]))"
        )
    return _borders[ascii_only]


def _next_start(clean: str, end: int, spans: list[tuple[int, int]]) -> int:
    """Where the sentence after ``end`` starts; the number of a list item before it is put in ``spans``."""
    start = _SPACE.match(clean, end).end()  # type: ignore[union-attr]
    number = re.compile(_NUMBER).match(clean, start) if clean.find(")", start, start + 4) >= 0 else None
    if number is None or (spans and not re.compile(_LINE_BREAK).search(clean, end - 1, start)):
        return start
    spans.append(number.span())
    return _SPACE.match(clean, number.end()).end()  # type: ignore[union-attr]


def _ends(clean: str, start: int, dot: int, end: int) -> bool:
    """Whether the run of terminators at ``dot:end``, which begins with a dot, ends the sentence from ``start`` on."""
    run = clean[dot] if end == dot + 1 else clean[dot:end].rstrip(_CLOSERS)
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


def _other_kind(word: str) -> str | None:
    """The kind of abbreviation that a word is by its form: initials, a rank before a name."""
    if len(word) == 1:
        return _NAMED if word.isupper() and word != "I" else None
    if word in _RANKS:
        return _NAMED
    return _EITHER if "." in word and re.match(_INITIALS, word) else None


def _next_word(clean: str, end: int) -> str:
    found = re.compile(_NEXT).match(clean, end)
    return (found and found[1]) or ""
