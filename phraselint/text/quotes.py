"""Where a text is not the writer's own words: quoted, forwarded, signature, code."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from phraselint.model.values import NamedTuple
from phraselint.text import regex
from phraselint.text.history import depth_changes, history_zones
from phraselint.text.sentences import sentence_spans
from phraselint.text.zones import Zone, apart

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from re import Pattern


# Patterns are compiled when first needed: most texts quote nobody.
_SIGNS = {True: "\"'", False: r"\"'\u201c\u201d\u201e\u00ab\u00bb\u2039\u203a\u2018\u2019"}
_marks: dict[bool, Pattern[str]] = {}
_OPEN = frozenset("\u201c\u201e\u00ab\u2039\u2018")
_CLOSE = frozenset("\u201d\u00bb\u203a\u2019")
_SINGLE = frozenset("'\u2018\u2019")
_LONGEST = {True: 200, False: 1000}  # characters in single and in double quotation marks
_DEEPEST = 50  # opened marks that one paragraph keeps in mind
_CLIPPED = r"(?i:re|ve|ll|s|m|d|t|cause|cuz|til|till|em|tis|twas|n|bout|round|kay|\d0s)\b"

_VERBS = (
    "sa(?:ys?|ying|id)|wr(?:ote|ites?)|stat(?:es?|ed|ing)|re(?:ads?|ading|plied|ported|sponded)|asked|mentioned"
    "|told (?:me|us)"
)
_SAID_FIRST = tuple(" say| said| wr| stat| read| ask| repl| ment| repo| resp| told".split("|"))
_SAYING = rf" (?:({_VERBS})|message(?: is| was)?)(?!\w)"
_THINGS = tuple(
    f"{thing}{plural}"
    for thing in (
        "error warning popup pop-up prompt dialog dialogue message notification notice screen banner alert window log"
    ).split()
    for plural in ("", "s")
)
_PARTS = (" message", " text", " code", " box", " window", " log", " screen", " page")  # of a thing
_NAMING = (*_THINGS, *_PARTS, " that", " which")
_SHOWS = frozenset("say says said saying read reads reading state states stated stating".split())
_TOLD = frozenset("said wrote stated mentioned reported".split())
_AGAIN = r" (?:again|once|twice|more|slowly|louder|out|to|in|with)\b|[^\w\s]|\Z"  # after a that which stands for words
_THAT = rf" that\b(?!{_AGAIN})|(?= (?:you|your|i|my|it|there|they)\b)"
_CLAUSE_END = r"[,;:] | (?:but|so|and|however|yet|which) | (?:-|\u2013|\u2014) |\u2014"
_PARAGRAPH = r"[ \t]*+\r?\n\s*+[^\n]+(?:\n(?!\s)[^\n]+)*+"
_LAST_WORDS = r"[ \t\r]*\n[ \t\r]*\n"  # nothing more in the paragraph
_ASKED = frozenset("can could will would may might must should shall to".split())  # "can you say that again?"
_BASE = ("say", "state", "read")
_OWN = frozenset(("i", "we"))


def foreign_spans(text: str, markup: str = "plain", marked: Iterable[Zone] = ()) -> list[Zone]:
    """The stretches of a text that are not its writer's own words, in order and without overlap.

    ``text`` is plain or the visible text of a page; only in plain text may indented lines be pasted code. ``marked``
    are the zones that a page's markup tells. A quotation ends with its paragraph, and where lines or blocks begin or
    cease to be quoted. Offsets are code points of ``text``, half-open.
    """
    changes = depth_changes(text)
    blocks = [zone for zone in marked if zone.kind == "quote"]
    ends = sorted([*(place - 1 for place, depth in changes if depth), *(zone.end for zone in blocks)])
    borders = sorted([*(place for place, _ in changes), *(place for zone in blocks for place in zone[:2])])
    between, reported = _between_marks(text, borders), _reported(text, ends)
    return apart([*history_zones(text, markup), *between, *reported])


def _between_marks(text: str, borders: Sequence[int]) -> Iterator[Zone]:
    """What stands between quotation marks inside one paragraph; between single ones, inside one line.

    ``borders`` are where lines begin or cease to be quoted: no quotation reaches over them.
    """
    if not _may_quote(text):
        return
    opened: dict[bool, list[int]] = {True: [], False: []}
    passed = 0
    for mark in _mark(text).finditer(text):
        place = mark.start()
        sign = text[place]
        crossed = passed < len(borders) and borders[passed] <= place
        if crossed or sign == "\n":
            opened = {True: [], False: []}
            passed = bisect_right(borders, place)
        if sign == "\n":
            continue
        single = sign in _SINGLE
        begun = opened[single]
        if begun and _closes(text, place):
            start = begun.pop()
            if place - start <= _LONGEST[single] and not (single and "\n" in text[start:place]):
                yield Zone(start, place + 1, "quote")
        elif _opens(text, place) and len(begun) < _DEEPEST:
            begun.append(place)


def _may_quote(text: str) -> bool:
    """A quick no for most texts: whether they hold a mark that is no apostrophe after a letter."""
    if not text.isascii() or '"' in text:
        return True
    at = text.find("'")
    while at >= 0 and at and text[at - 1].isalnum():
        at = text.find("'", at + 1)
    return at >= 0


def _mark(text: str) -> Pattern[str]:
    """A quotation mark that has no word before it or none after it (of a long row the first three), or blank lines."""
    ascii_only = text.isascii()
    if ascii_only not in _marks:
        signs = _SIGNS[ascii_only]
        _marks[ascii_only] = regex.compile(
            rf"[{signs}\n](?:(?<=\n)[^\S\n]*+\n\s*+|(?<!\n)(?<![{signs}]{{4}})(?:(?<!\w.)|(?!\w)))", regex.DOTALL
        )
    return _marks[ascii_only]


def _opens(text: str, place: int) -> bool:
    """Whether the mark at ``place`` may open a quotation."""
    sign = text[place]
    if sign in _CLOSE or place + 1 >= len(text) or text[place + 1].isspace():
        return False
    if place and (text[place - 1].isalnum() or text[place - 1] in ")]"):
        return False
    return sign not in _SINGLE or not regex.compile(_CLIPPED).match(text, place + 1)


def _closes(text: str, place: int) -> bool:
    """Whether the mark at ``place`` may close a quotation."""
    if text[place] in _OPEN:
        return text[place] == "\u201c" and place > 0 and not text[place - 1].isspace()
    after = text[place + 1] if place + 1 < len(text) else " "
    if text[place] in _CLOSE:
        return not after.isalnum()
    return not after.isalnum() and (after.isspace() or not text[place - 1].isspace())


def _reported(text: str, borders: Sequence[int]) -> Iterator[Zone]:
    """What follows "you wrote:", "the error says" and the like: to the end of its clause, sentence or paragraph.

    ``borders`` are where quoted lines end, and with them what they report.
    """
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = text
    ends: list[int] = []
    done = 0
    for said in _said(lowered):
        start = _speech_start(lowered, said)
        if start is None or start < done:
            continue
        colon = text[start - 1] == ":"
        if not colon and regex.compile(_LAST_WORDS).match(text, start):
            continue
        paragraph = regex.compile(_PARAGRAPH).match(text, start) if colon else None
        if paragraph:
            done = paragraph.end()
        else:
            ends = ends or [end for _, end in sentence_spans(text)]
            place = bisect_right(ends, start)
            done = ends[place] if place < len(ends) else len(text)
            clause = None if colon else regex.compile(_CLAUSE_END).search(text, start, done)
            done = clause.start() if clause else done
        border = bisect_left(borders, start)
        done = min([done, *borders[border : border + 1]])
        if text[start:done].strip():
            yield Zone(start, done, "quote")


class _Said(NamedTuple):
    """A verb of saying, or "message:", where it stands, the space before it and a colon after it included."""

    start: int
    end: int
    verb: str
    colon: bool


def _said(lowered: str) -> list[_Said]:
    """The verbs of saying of a text in order, and "message is:"."""
    found: list[_Said] = []
    message = ":" in lowered and " message" in lowered
    if not message and not any(map(lowered.__contains__, _SAID_FIRST)):
        return found
    for each in regex.finditer(_SAYING, lowered):
        verb = each[1] or "message"
        colon = _after_colon(lowered, each.end())
        if colon or verb != "message":
            found.append(_Said(each.start(), colon or each.end(), verb, bool(colon)))
    return found


def _after_colon(text: str, at: int) -> int:
    """The place after a colon at ``at``, or one space later, before white space; 0 if there is none."""
    at += text[at : at + 1] in (" ", "\t")
    return at + 1 if text[at : at + 1] == ":" and text[at + 1 : at + 2].isspace() else 0


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def _speech_start(lowered: str, said: _Said) -> int | None:
    """Where the words begin that a verb of saying reports; None where it reports nobody else's."""
    before = lowered[max(0, said.start - 50) : said.start]
    who = before.split()[-1] if before and not before[-1].isspace() else ""
    verb = said.verb
    if verb == "message":
        return said.end if who == "error" else None
    if who == "you" and verb in _BASE and _ASKED.intersection(before.split()[-2:-1]):
        return None
    if said.colon:
        return said.end if who[-1:].isalnum() and who not in _OWN else None
    if who == "you":
        that = regex.compile(_THAT).match(lowered, said.end)
        if that and (verb in _TOLD or verb.startswith("told") or (verb == "say" and that[0] and "would" not in before)):
            return that.end()
        return None
    return said.end if verb in _SHOWS and _names_thing(before) else None


def _names_thing(before: str) -> bool:
    """Whether a text ends with something that shows messages: "the error", "a pop-up window that"."""
    if not before.endswith(_NAMING):
        return False
    before = before.removesuffix(" that").removesuffix(" which")
    for words in (before, *(before.removesuffix(part) for part in _PARTS if before.endswith(part))):
        if any(words.endswith(thing) and not _is_word(words[-len(thing) - 1 : -len(thing)]) for thing in _THINGS):
            return True
    return False
