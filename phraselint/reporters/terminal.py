"""For people: each place with its line, why it is flagged and what to say instead; a last line that sums up.

Findings that overlap are shown as one place with its reasons.
"""

from __future__ import annotations

import os

from phraselint.model.conversation import Speaker
from phraselint.model.findings import GRAVITY, Excused, Finding, Severity, places
from phraselint.model.values import NamedTuple
from phraselint.reporters.cells import CUT, cells, harmless, wrap
from phraselint.reporters.excerpt import Line, excerpt
from phraselint.reporters.record import Judged, is_fixable, is_reviewable, offers, turn_named, turn_of
from phraselint.text.lines import LineIndex

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import TextIO


COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.SUGGESTION: "36"}
BOLD, DIM, GREEN = "1", "2", "32"
WIDTH = 100  # where the output is no terminal
NARROW = 50  # a terminal beside other windows
OFFERS = 3


class Look(NamedTuple):
    """How wide, and whether coloured."""

    width: int = WIDTH
    colour: bool = False

    @property
    def narrow(self) -> bool:
        """Whether there is hardly room for two words side by side."""
        return self.width < NARROW

    def paint(self, text: str, code: str) -> str:
        """``text`` in a colour, where there are colours."""
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour and text else text


def look_of(out: TextIO) -> Look:
    """What fits an output: no colour when piped or under NO_COLOR, colour anyway under FORCE_COLOR."""
    terminal = out.isatty()
    colour = terminal and os.environ.get("TERM") != "dumb"
    if os.environ.get("FORCE_COLOR"):
        colour = True
    if os.environ.get("NO_COLOR"):
        colour = False
    return Look(_width(out) if terminal else WIDTH, colour)


def _width(out: TextIO) -> int:
    try:
        columns = int(os.environ.get("COLUMNS") or os.get_terminal_size(out.fileno()).columns)
    except (OSError, ValueError):
        columns = 0
    return max(columns or 80, 20)


class Shown(NamedTuple):
    """What is worked out once for all places: the messages as they may be shown, and what let each finding stand."""

    texts: list[str]
    stands: Mapping[Finding, str] = {}


def report(results: Iterable[Judged], out: TextIO, look: Look | None = None) -> None:
    """Writes one block a place, as the results come in, and the sum."""
    look = look or look_of(out)
    counts = Counts()
    for judged in results:
        counts.add(judged)
        shown = Shown(shown_texts(judged), dict(zip(judged.findings, judged.reasons, strict=bool(judged.reasons))))
        blocks = [block(place, judged, look, shown) for place in places(judged.findings)]
        blocks += _all_excused(judged, look, shown.texts)
        out.writelines("\n".join(lines) + "\n\n" for lines in blocks)
    out.write(counts.line() + "\n")


def block(place: list[Finding], judged: Judged, look: Look, shown: Shown | None = None) -> list[str]:
    """The lines that show one place."""
    texts, stands = shown or Shown(shown_texts(judged))
    names = [f"{look.paint(each.severity, COLOURS[each.severity])} {each.rule}" for each in place]
    where = look.paint(_where(place[0], judged), BOLD)
    lines = [where, *names] if look.narrow else [f"{where} {', '.join(names)}"]
    text = texts[place[0].message]
    colour = COLOURS[min(place, key=lambda each: GRAVITY[each.severity]).severity]
    for line in excerpt(text, place[0].start, max(each.end for each in place), look.width - 2):
        lines.append(f"  {line.before}{look.paint(line.inside, f'4;{colour}')}{line.after}")
        lines += _marks(line, place, look)
    for finding in place:
        lines += _reasons(finding, judged, look, named=len(place) > 1)
        if finding in stands:
            lines += _labelled("stands:", stands[finding] or "no condition to meet", look)
    return lines


def _marks(line: Line, place: list[Finding], look: Look) -> list[str]:
    """Carets below a line: for one finding of a place as for all; for several each its own, with its name beside.

    What goes on over further lines, as a whole message does, is marked where it begins.
    """
    if len(place) == 1:
        return [f"  {look.paint(line.mark, COLOURS[place[0].severity])}"]
    begun = [each for each in place if each.start >= line.at]
    marks = [(line.mark_of(each.start, each.end), each) for each in begun]
    named = [(_named(mark, each.rule + _more(line, each), look), each.severity) for mark, each in marks if mark]
    return [f"  {look.paint(mark, COLOURS[severity])}" for mark, severity in named]


def _more(line: Line, finding: Finding) -> str:
    """A sign that a finding goes on below the line."""
    return CUT if finding.end > line.at + len(line.inside) and not line.inside.endswith(CUT) else ""


def _named(mark: str, name: str, look: Look) -> str:
    """Carets with a name after them, or before them where the terminal ends; without one where neither has room."""
    if len(mark) + len(name) + 3 <= look.width:
        return f"{mark} {name}"
    room = len(mark) - len(mark.lstrip())
    return mark if room <= len(name) else f"{name:>{room - 1}} {mark.lstrip()}"


def shown_texts(judged: Judged) -> list[str]:
    """The texts of the messages as they may be shown: what a finding masks (a card number) is masked in them, too."""
    texts = [message.text for message in judged.conversation.messages]
    for finding in judged.findings:
        start, end, text = finding.start, finding.end, texts[finding.message]
        if len(finding.match) == end - start and finding.match != text[start:end]:
            texts[finding.message] = text[:start] + finding.match + text[end:]
    return texts


def _where(finding: Finding, judged: Judged) -> str:
    """``path:line:column`` of a draft; of a conversation its row, and the turn with the place in its text."""
    if judged.decoded:
        return f"{harmless(judged.path)} (decoded, {finding.line}:{finding.column})"
    if judged.draft:
        return f"{harmless(judged.path)}:{finding.line}:{finding.column}"
    message = judged.conversation.messages[finding.message]
    turn = turn_named(judged.conversation, turn_of(judged.conversation, finding.message))
    named = f"{harmless(judged.conversation.id)} {turn}" if judged.conversation.id else turn
    return f"{harmless(judged.path)}:{message.row} ({named}, {finding.line}:{finding.column})"


def _reasons(finding: Finding, judged: Judged, look: Look, named: bool) -> list[str]:
    """Why it is flagged, what to say instead, and what else makes it true."""
    why = finding.why or ("no reason is written" if named else "")
    lines = _labelled(f"{finding.rule}:" if named else "why:", why, look) if why else []
    for label, said in offers(finding, judged, OFFERS):
        lines += _labelled(label, said, look, GREEN)
    for each in finding.evidence:
        where = each.field or turn_named(judged.conversation, each.turn)
        lines += _labelled("see:", f"{where}: {each.match or ''}", look)
    return lines


def _labelled(label: str, text: str, look: Look, colour: str = "") -> list[str]:
    """``label text``, the lines after the first below the text."""
    room = look.width - len(label) - 3
    indent = 4 if look.narrow or len(label) >= look.width // 4 else len(label) + 3
    lines = wrap(harmless(text), look.width - indent, room) or [""]
    if look.narrow and cells(lines[0]) > room:  # no word of it fits beside the label
        lines = ["", *wrap(harmless(text), look.width - indent)]
    painted = [look.paint(line, colour) if colour else line for line in lines]
    return [f"  {look.paint(label, DIM)} {painted[0]}".rstrip(), *(" " * indent + line for line in painted[1:])]


def _all_excused(judged: Judged, look: Look, texts: list[str]) -> list[list[str]]:
    lines = {place: LineIndex(texts[place]) for place in {each.message for each in judged.excused}}
    return [_excused(each, judged, look, texts[each.message], lines[each.message]) for each in judged.excused]


def _excused(excused: Excused, judged: Judged, look: Look, text: str, index: LineIndex) -> list[str]:
    line, column = index.line_column(excused.start)
    rule, category, message, start, end, match, _ = excused
    at = Finding(rule, category, Severity.SUGGESTION, message, start, end, line, column, match, "")
    lines = [f"{look.paint(_where(at, judged), BOLD)} {look.paint('excused', DIM)} {excused.rule}"]
    for shown in excerpt(text, excused.start, excused.end, look.width - 2):
        lines += [f"  {shown.text}", f"  {shown.mark}"]
    label, _, reason = excused.reason.partition(" ")
    return lines + _labelled(label, reason, look)


class Counts:
    """What the last line sums up."""

    __slots__ = ("_found", "_grave", "_read", "findings", "fixable", "messages", "reviewable")

    def __init__(self) -> None:
        self.messages = self.findings = self.fixable = self.reviewable = 0
        self._read = dict.fromkeys(("draft", "conversation"), 0)
        self._found = dict(self._read)
        self._grave = dict.fromkeys(Severity, 0)

    def add(self, judged: Judged) -> None:
        """Counts one draft or conversation and its findings."""
        kind = "draft" if judged.draft else "conversation"
        self._read[kind] += 1
        self._found[kind] += bool(judged.findings)
        if not judged.draft:
            self.messages += sum(each.speaker is Speaker.AGENT for each in judged.conversation.messages)
        for finding in judged.findings:
            self._grave[finding.severity] += 1
        self.findings += len(judged.findings)
        self.fixable += sum(map(is_fixable, judged.findings))
        self.reviewable += sum(map(is_reviewable, judged.findings))

    def line(self) -> str:
        """``3 findings, 2 fixable``, of several drafts with where they are, or what was read without a finding."""
        drafts = self._read["draft"]
        if not drafts and not self.messages:
            return "nothing was checked"
        if not self.findings:
            read = [_some(drafts, "draft")] if drafts else []
            read += [_some(self.messages, "message")] if self.messages else []
            return f"no findings in {' and '.join(read)}"
        more = f", {self.reviewable:,} more with fix --review" if self.reviewable else ""
        return f"{_some(self.findings, 'finding')}{self._where()}, {self.fixable:,} fixable{more}"

    def _where(self) -> str:
        """`` in 2 of 3 drafts (1 error, 4 warnings)``; "" where one draft or conversation was read."""
        if sum(self._read.values()) == 1:
            return ""
        where = [f"{self._found[kind]:,} of {_some(read, kind)}" for kind, read in self._read.items() if read]
        grave = [_some(count, each.value) for each, count in self._grave.items() if count]
        return f" in {' and '.join(where)} ({', '.join(grave)})"


def _some(count: int, what: str) -> str:
    return f"{count:,} {what}" if count == 1 else f"{count:,} {what}s"
