"""Who has signed a message: its last lines, read for a person's name, with quoted history and legal footers around."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise

from phraselint.model.values import NamedTuple
from phraselint.service.given_names import is_given_name
from phraselint.service.lone_names import ends_in_lone_name, is_lone_name
from phraselint.service.names import SHAPE, TITLED, answers, is_of, plain
from phraselint.service.people import agent_names, thread_names
from phraselint.service.spots import clean_span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from phraselint.service.case import Case, Said
    from phraselint.service.names import Name

_LINE = re.compile(r"(?m:^)[^\S\n]*+\S[^\n]*")
_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_AFTER_NAME = re.compile(r"[*_~]{0,3}\s*(?:[,|/(·@\n]|\Z|-\s|\.\s*\Z|\.\s*\n|[xX]{1,4}\s*\Z)")
_HOUSE_FOLLOWS = re.compile(r"\s*(?:[@|(/]|(?:from|at|of) |,[^\d\n]*\Z)")  # who signs for it; an address has numbers
_DASH_FOLLOWS = re.compile(r"\s+[-–—]\s[^\d\n]*\Z")
_NAME_FOLLOWS = re.compile(r"[,!:]?(?:\s*\Z|\s*\n|\s+(?:from )?[A-Z-]|,)")
_BEFORE_NAME = re.compile(
    r"\A(?:from|Your|pp|p\. ?p\.|i\. ?[AV]\.|[xX]{1,4}"
    rf"|(?:{TITLED}|Fr)\.?|Father|Sister|Coach|Nurse|Captain) (?=[A-Z])"
)
_TITLED = re.compile(rf"(?:{TITLED}|Fr|Father|Sister)\b")
_INITIAL = re.compile(r", [A-Z]\.?\s*\Z")  # Okonkwo, T.
_LAST_WORD = re.compile(r"(?:\A\W*|, |\()([^\W\d_]+(?:-[^\W\d_]+)?)[.!)]?(?: [xX]{1,4})?\s*\Z")
_INITIALS = re.compile(r"(?:(?<=\s)|\A)[-–—^~/*] ?[A-Z]{2,3}\.?\s*\Z")
_ENDS_LETTER = re.compile(r"[^.?:;]*[,!]\s*\Z")  # "Safe travels,"
_LEADS = " \t-–—~*^/_,.!:"
_LAST = 10  # lines in which a signature is looked for
_BRIEF = 4  # words up to which a line holds little but a name
_LONG = 8  # words above which a line is no signature
_NAMED = 3  # words of a name and a bracket before whom it stands in for
_TAIL = 70  # characters at the end of a paragraph in which a name may stand


class Line(NamedTuple):
    """A line of a message's clean text, and where it stands there (code points, half-open)."""

    start: int
    end: int
    text: str


def own_lines(said: Said) -> list[Line]:
    """The lines of a message that are not quoted or forwarded; those of a signature block are among them."""
    folded = said.folded
    foreign = [zone for zone in folded.zones if zone.kind in ("quote", "forwarded", "code")]
    lines = [Line(found.start(), found.end(), found.group()) for found in _LINE.finditer(folded.clean)]
    written = [line for line, after in pairwise((*lines, Line(0, 0, ""))) if not _is_history(line, after)]
    return [line for line in written if not any(_inside(folded.span(line.start, line.end), zone) for zone in foreign)]


def _is_short(said: Said, line: Line) -> bool:
    """Whether a line may be a signature by its length; for whom a name stands in does not count."""
    starts = [match.sentence.starts[match.first] for match in said.signal("unsigned/stands-in")]
    ends = [start for start in starts if line.start < start < line.end]
    own = line.text[: min(ends) - line.start].split() if ends else []
    return not line.text.rstrip().endswith("?") and (0 < len(own) <= _NAMED or len(line.text.split()) <= _LONG)


def _is_history(line: Line, after: Line) -> bool:
    """Whether a line is quoted below a signature, or says who wrote the quoted line after it."""
    quoted, next_quoted = (each.text.lstrip().startswith(">") for each in (line, after))
    return quoted or (next_quoted and line.text.rstrip().endswith(":"))


def _inside(span: tuple[int, int], zone: tuple[int, int, str]) -> bool:
    return zone[0] <= span[1] - 1 and span[0] < zone[1] and (zone[1] - zone[0]) * 2 > span[1] - span[0]


def signed(case: Case, place: int) -> bool:
    """Whether a person's name stands in the last lines of a message, or above its postscript.

    It may be an agent's, a colleague's, a short form.
    """
    lines = own_lines(case.said[place])
    above = lines[: _postscript(case.said[place], lines)]
    return _signed(case, place, lines) or (len(above) < len(lines) and _signed(case, place, above))


def _postscript(said: Said, lines: Sequence[Line]) -> int:
    """The number of the line with which a postscript begins; that of all lines, where there is none."""
    starts = {clean_span(match)[0] for match in said.signal("unsigned/postscript")}
    begun = (number for number, line in enumerate(lines) if number and starts.intersection(range(*_head(line))))
    return next(begun, len(lines))


def _head(line: Line) -> tuple[int, int]:
    """Where the first word of a line may start: behind the signs that lead it in."""
    return line.start, line.end - len(line.text.lstrip(_LEADS)) + 1


def _signed(case: Case, place: int, lines: Sequence[Line]) -> bool:
    """Whether a person's name stands in the last of these lines."""
    said = case.said[place]
    closings = _closings(said)
    for number in range(len(lines) - 1, max(len(lines) - 1 - _LAST, 0), -1):
        line = lines[number]
        closed = _closes(lines[number - 1], closings)
        short = _is_short(said, line)
        led = closed or _ends_letter(lines, number)
        if short and _names(case, place, line.start, line.end, closings, led):
            return True
        if short and (closed or number == len(lines) - 1) and _ends_in_name(case, line.text):
            return True
    if not lines:
        return False
    if _INITIALS.search(lines[-1].text) or ends_in_lone_name(case, place, lines[-2:]):
        return True
    start, end = _last_sentence(said, lines[-1]), lines[-1].end
    if start <= lines[0].start:
        return False
    return _names(case, place, start, end, closings, closed=False) or _ends_in_name(case, said.folded.clean[start:end])


def _ends_letter(lines: Sequence[Line], number: int) -> bool:
    """Whether a brief line stands below a short one that ends a letter by its comma: "Safe travels,"."""
    above = lines[number - 1].text
    brief = len(lines[number].text.split()) <= _BRIEF and len(above.split()) <= _LONG
    return number > 1 and brief and _ENDS_LETTER.match(above) is not None


def _ends_in_name(case: Case, text: str) -> bool:
    """Whether a last line is a given name that we know, in small letters, too, or ends in one: "ask for me, Tim"."""
    found = _LAST_WORD.search(text.strip(_LEADS)) if len(text.split()) <= _LONG else None
    if not found or is_of(found[1].capitalize(), case.fact(thread_names)):
        return False
    return (found.start() == 0 or found[1][0].isupper()) and _is_given(found[1])


def _is_lone_given(case: Case, text: str) -> bool:
    """Whether a line is nothing but a given name that we know, and not one of theirs who are written to."""
    word = text.strip(_LEADS)
    return word[:1].isupper() and _is_given(word) and not is_of(word, case.fact(thread_names))


def _is_given(word: str) -> bool:
    """Whether a word is a given name that we know, or begins with one: "Marie-Claire"."""
    return is_given_name(plain(word)) or ("-" in word and is_given_name(plain(word.partition("-")[0])))


def signature_start(case: Case, place: int) -> int:
    """Where the signature of a message begins in its clean text: at its closing words, or at the agent's name."""
    said = case.said[place]
    closings = _closings(said)
    agents: Sequence[Name] = case.fact(agent_names)
    for line in own_lines(said)[1:][-_LAST:]:
        brief = len(line.text.split()) <= _BRIEF
        if _closes(line, closings) or (brief and (_known(line.text, agents) or _is_lone_given(case, line.text))):
            return line.start
    return len(said.folded.clean)


def _closings(said: Said) -> list[tuple[int, int]]:
    """Where words such as "Kind regards" stand in the clean text, with nothing but a name after them."""
    clean = said.folded.clean
    found = map(clean_span, (*said.signal("no-name/closing"), *said.signal("unsigned/closing")))
    return sorted((start, end) for start, end in found if _NAME_FOLLOWS.match(clean, end))


def _closes(line: Line, closings: Sequence[tuple[int, int]]) -> bool:
    """Whether a line begins with closing words and is short."""
    return len(line.text.split()) <= _LONG and any(line.start <= start <= line.start + 3 for start, _ in closings)


def _last_sentence(said: Said, line: Line) -> int:
    """Where the last sentence of a line starts, if it is a short one; else the line's end."""
    starts = [each.start for each in said.folded.sentences]
    number = bisect_right(starts, line.end - 1) - 1
    start = max(starts[number] if number >= 0 else line.start, line.start)
    return start if line.end - start <= _TAIL else line.end


def _names(case: Case, place: int, start: int, end: int, closings: Sequence[tuple[int, int]], closed: bool) -> bool:
    """Whether a stretch of the text begins with a person's name; after closing words it may be one of two words.

    Who is written to has not signed.
    """
    said = case.said[place]
    clean = said.folded.clean
    after = next((closes for opens, closes in closings if start <= opens <= start + 3), None)
    start, closed = (start, closed) if after is None else (after, True)
    text = _BEFORE_NAME.sub("", clean[start:end].lstrip(_LEADS), count=1)
    titled = _TITLED.match(clean[start:end].lstrip(_LEADS)) is not None
    start = end - len(text)
    found = SHAPE.match(text)
    if _known(text, case.fact(agent_names)) and not (found and _is_house(said, found, start)):
        return True
    if not found or _has(said, "wrong-name/nobody", start, start + 1):
        return False
    words = found.group().split()
    set_off = _HOUSE_FOLLOWS.match(text, found.end()) or (len(words) == 1 and _DASH_FOLLOWS.match(text, found.end()))
    if _has(said, "unsigned/team", start, start + (found.end() if set_off else len(text))):
        return False
    if is_of(words[0], case.fact(thread_names)):
        return False
    ended = _AFTER_NAME.match(text, found.end()) is not None
    if closed and len(text.split()) == 1 and len(words[0].strip(".")) == 1:
        return ended  # "Cheers, B."
    if _is_given(words[0]):
        return ended or closed or _has(said, "unsigned/from", start + found.end(), end)
    if titled and len(text.split()) == 1:
        return ended
    stands_in = _has(said, "unsigned/stands-in", start + found.end(), end)
    initial = _INITIAL.match(text, found.end()) is not None
    if closed and ended and (len(words) > 1 or titled or initial or stands_in):
        return True
    return closed and is_lone_name(case, place, start, end)


def _is_house(said: Said, found: re.Match[str], start: int) -> bool:
    """Whether what looks like a name is that of a house or a team, under which an agent's messages run."""
    first = found.group().split()[0]
    return not is_given_name(plain(first)) and _has(said, "unsigned/team", start, start + found.end())


def _known(text: str, agents: Sequence[Name]) -> bool:
    """Whether it begins with a known agent's name, or is the initials of one."""
    words = [found.group() for found in _WORD.finditer(text)]
    named = [word for word in words if len(word) > 1]
    if len(words) > _BRIEF:
        named = named[:2]
    if any(word[0].isupper() and is_of(word, agents) for word in named):
        return True
    if len(words) == 1:
        return answers(words[0], agents)
    return 0 < len(named) == len(words) and all(is_of(word, agents) for word in named)


def _has(said: Said, signal: str, start: int, end: int) -> bool:
    """Whether a match of a signal begins in a stretch of the clean text."""
    return any(start <= match.sentence.starts[match.first] < end for match in said.signal(signal))
