"""A word alone under a letter: a name that no list has, unless it is a department's, a place's or the firm's."""

from __future__ import annotations

import re

from phraselint.service.given_names import is_given_name
from phraselint.service.names import is_of, plain
from phraselint.service.people import agent_names, thread_names

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from phraselint.service.case import Case, Said
    from phraselint.service.signing import Line

_NAME = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*(?![\w'-])")
_FIRM_CAPITALS = re.compile(r"[^a-z]{2,}|\b(?!Mac|Mc|De|Di|La|Le)[A-Z][a-z]+[A-Z]")  # DHL, CoolFares
_ENDS = re.compile(r"[*_~,.]*(?:\s+[xX]{1,4})?\s*\Z")
_FROM = re.compile(r"\s*(?:@|from |at |of )\s*(?=[A-Z])")  # the firm of whom it names
_SET_OFF = re.compile(r"\s*(?:[,|(/·]|[-–—]\s)\s*(?=[A-Z])[^\d\n]*\Z")  # a department; an address has numbers
_DASHED = re.compile(r"(?:^|(?<=[.!?)]))\s*[-–—~/] ?(\S+)\s*\Z")
_WHOLE = re.compile(r"\s*([^\s.]+)(?: (?:from|at|@) [^\n]+)?\s*\Z")
_ITEM = re.compile(r"\s*[-–—*]")
_NOBODY = ("unsigned/nobody", "unsigned/team", "wrong-name/nobody")


def is_lone_name(case: Case, place: int, start: int, end: int) -> bool:
    """Whether a stretch of a message's clean text is one capitalised word that may be a person's name.

    Behind it at most the person's firm or department may stand. Who is written to, what is no person's
    (``unsigned/nobody``), and what the conversation tells to be a firm or place, have not signed; nor has
    anybody by such a word where the record says who writes.
    """
    said = case.said[place]
    found = _NAME.match(said.folded.clean, start, end)
    word = found.group() if found else ""
    if not found or not word[0].isupper() or _FIRM_CAPITALS.match(word) or is_of(word, case.fact(thread_names)):
        return False
    if _stands(said, start, found.end()) or not _is_apart(said, found.end(), end):
        return False
    known = any(is_given_name(plain(agent.words[0])) for agent in case.fact(agent_names))
    return not known and not _is_firm(case, word)


def ends_in_lone_name(case: Case, place: int, lines: Sequence[Line]) -> bool:
    """Whether the last of these lines is nothing but such a word, after an empty line, or ends in one behind a dash."""
    last = lines[-1]
    listed = len(lines) > 1 and _ITEM.match(lines[-2].text)
    found = None if listed else _DASHED.search(last.text)
    if not found and len(lines) > 1 and case.said[place].folded.clean.count("\n", lines[-2].end, last.start) > 1:
        found = _WHOLE.match(last.text)
    return found is not None and is_lone_name(case, place, last.start + found.start(1), last.end)


def _is_apart(said: Said, start: int, end: int) -> bool:
    """Whether at most a full stop, kisses, a department, or where one is from stands behind a name."""
    text = said.folded.clean[start:end]
    if _ENDS.match(text) or _FROM.match(text):
        return True
    return _SET_OFF.match(text) is not None and _stands(said, start, end)


def _stands(said: Said, start: int, end: int) -> bool:
    """Whether what is no person's begins in a stretch of the clean text."""
    matches = (match for name in _NOBODY for match in said.signal(name))
    return any(start <= match.sentence.starts[match.first] < end for match in matches)


def _is_firm(case: Case, word: str) -> bool:
    """Whether a word is told to be a firm or place: in an address, or behind what only leads to such a name."""
    site = re.compile(rf"(?:@|//|\bwww\.)(?:[\w-]+\.)*{re.escape(plain(word))}[.-]\w", re.IGNORECASE)
    return any(site.search(said.folded.clean) or _led(said, word.lower()) for said in case.said)


def _led(said: Said, word: str) -> bool:
    """Whether a word stands behind "at", "contacting" and such."""
    followed = (match.sentence.words[match.last : match.last + 1] for match in said.signal("unsigned/leads-firm"))
    return [word] in followed
