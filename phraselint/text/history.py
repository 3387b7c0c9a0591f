"""What a mail or ticket drags along: quoted lines, forwarded mails, signatures, pasted code and logs.

Most texts hold none of it: what is rare is looked for by a word that it must hold, and its pattern is compiled only
then. The patterns of whole lines begin with the line break before them, for which the search is fast.
"""

from __future__ import annotations

from phraselint.text import regex
from phraselint.text.zones import Zone

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


# A ">" that begins a face or an arrow quotes nothing.
_QUOTED = r"\n[ \t]*>(?![:;=.<_(-]|\s*\Z)[^\n]*(?:\n[ \t]*>[^\n]*)*+"
_DEPTH = r"\n[ \t]*+((?:>(?![:;=.<_(-])[ \t]*+)*+)"
_INTRODUCED = r"(?i)(?!.*\b(?:I|we|as)\b)[^\n]{1,80}?\b(?:said|wrote|writes|asked|replied)[^\w\n]{0,3}\s*\Z"
_RESUMED = r"(?i)\nre(?:[ \u00a0]:[ \t\u00a0]*|:(?=[a-z]))[^\n.!?]*"  # a "Re: " may be one's own
_WRITING = ("wrote", "writes", "schrieb", "crit", "escribi", "schreef")
_WROTE = r"\b(?:(?<!you )(?:wrote|writes)|schrieb|a écrit|escribió|ha scritto|schreef)[ \t\u00a0]?:[ \t\r]*(?=\n|\Z)"
_ON = r"[ \t>*]*(?:On|Am|Le|El|Il|Op|Den)\s[^\n]*\d"
_DATED = r"\d{4}|\d{1,2}:\d{2}|<[^<>\s]+@[^<>\s]+>"
_LONGEST_LINE = 200  # of the header of a quoted mail
_FORWARDING = ("original message", "original appointment", "forwarded", "your reply above")
_FORWARDED = (
    r"\n[ \t]*(?:-{2,}[ \t]*(?:original (?:message|appointment)|forwarded (?:message|by\b[^\n]*?))[ \t]*-{2,}"
    r"|begin forwarded message:|[#\- \t]*(?:please )?(?:type|write|enter) your reply above this line)"
)
_FROM = r"(?:\n[ \t]*[_-]{5,}[ \t]*)?\n[ \t*]*From:(?=[ \t*])"
_FIELD = r"\n[ \t*]*(Sent|Date|To|Cc|Subject|Reply-To):"
_SIGNATURE = r"\n--( ?)\r?(?=\n|\Z)"
_LONGEST_SIGNATURE = 15  # lines after "--" without its space, which may also part two paragraphs
_SENT_FROM = (
    r"\n[ \t]*(?:sent (?:from|via|with) (?:my |the )?(?:\w++[ \t]?+){1,5}+|get outlook for \w+)[.!]?[ \t]*\r?(?=\n|\Z)"
)
_FENCE = r"\n[ \t]{0,3}(?:```|~~~)[^\n`]*(?=\n|\Z)"
_CODE_SPAN = r"`(?<![\w`]`)[^`\s](?:[^`\n]{0,200}[^`\s])?`(?![\w`])"
_INDENTED = r"\n[ \t]*+((?:\n(?: {4}|\t)[^\n]*)++)"
_CODEY = r"[{}<>;=$|\\]|\w\(|::|->"
_LOGGING = (
    *("\nat ", "\tat ", "\n at ", "\t at ", "  at ", 'File "', "Traceback (", "Caused by: ", "Exception", "Error: "),
    *("ERROR", "WARN", "FATAL", "INFO", "DEBUG", "$ ", "C:\\", " 2.", "-2.", " 4.", "-4.", " 5.", "-5."),
)
_FEW_LINES = 20  # so few are looked at sooner than the signs
_LOGGED = (
    r"\n[ \t]*(?:at [\w$.<>]+\(|File \"[^\"\n]+\", line \d|Traceback \(most recent|Caused by: \S|Exception in thread"
    r"|\w[\w.]*(?:Error|Exception): |\[?(?:ERROR|WARN|WARNING|FATAL)\]"
    r"|\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d[^\n]{0,40}\b(?:ERROR|WARN|WARNING|INFO|DEBUG|FATAL)\b"
    r"|\$ [a-z]{2,}|C:\\[^>\n]*>|[245]\d\d[ -][245]\.\d{1,3}\.\d{1,3} )[^\n]*"
)


def history_zones(text: str, markup: str) -> Iterator[Zone]:
    """The zones that whole lines tell: quoted, forwarded, signature, code. Unordered; some lie in others."""
    lines = "\n" + text
    lowered = lines.lower()
    for start, end, kind in _found(lines, lowered, markup):
        yield Zone(start, end - 1, kind)


def depth_changes(text: str) -> list[tuple[int, int]]:
    """Where a line is quoted by more or fewer ">" than the one before: its start, and how many that had."""
    changes = []
    before = 0
    for line in regex.finditer(_DEPTH, "\n" + text) if ">" in text else ():
        depth = line[1].count(">")
        if depth != before:
            changes.append((line.start(), before))
        before = depth
    return changes


def _found(lines: str, lowered: str, markup: str) -> Iterator[tuple[int, int, str]]:
    """The zones in a text after a line break; they start at the break before them, so that only ``end`` is one off."""
    if ">" in lines:
        for found in regex.finditer(_QUOTED, lines):
            yield _introduction(lines, found.start()), found.end(), "quote"
    if ":" in lines:
        yield from _announced(lines, lowered)
    if any(words in lowered for words in _FORWARDING) and (marked := regex.search(_FORWARDED, lines, regex.IGNORECASE)):
        yield marked.start(), len(lines), "forwarded"
    if "-" in lines and "--" in lines:
        yield from _signed(lines)
    if "sent " in lowered or "get outlook" in lowered:
        for found in regex.finditer(_SENT_FROM, lines, regex.IGNORECASE):
            yield found.start(), found.end(), "signature"
    yield from _pasted_code(lines, markup)


def _announced(lines: str, lowered: str) -> Iterator[tuple[int, int, str]]:
    """What a line with a colon announces: "Re:", "On ..., X wrote:", "From:"."""
    for found in regex.finditer(_RESUMED, lines) if "\nre" in lowered else ():
        yield found.start(), found.end(), "quote"
    if any(word in lowered for word in _WRITING):
        yield from _answered(lines)
    if "From:" in lines:
        yield from _headed(lines)


def _introduction(lines: str, start: int) -> int:
    """Where the line before ``start`` that names who is quoted ("Ann said") begins; ``start`` where there is none."""
    near = lines[max(0, start - 120) : start]
    begins = near.rstrip().rfind("\n")
    named = begins >= 0 and regex.match(_INTRODUCED, near[begins + 1 :])
    return start - len(near) + begins if named else start


def _answered(lines: str) -> Iterator[tuple[int, int, str]]:
    """From "On ..., X wrote:" to the end; where marked lines follow, those between them are the writer's own."""
    for found in regex.finditer(_WROTE, lines):
        start = _header_start(lines, found.start())
        if start is None:
            continue
        if not lines[found.end() : found.end() + 40].lstrip().startswith(">"):
            yield start, len(lines), "forwarded"
            break
        yield start, found.end(), "forwarded"


def _header_start(lines: str, wrote: int) -> int | None:
    """Where the "On ..., X wrote:" whose verb stands at ``wrote`` starts; None where it is no header of a mail."""
    last = start = lines.rfind("\n", max(0, wrote - _LONGEST_LINE), wrote)
    for _ in range(3):
        if start < 0:
            break
        if regex.compile(_ON).match(lines, start + 1, wrote):
            return start
        start = lines.rfind("\n", max(0, start - _LONGEST_LINE), start)
    return last if last >= 0 and regex.compile(_DATED).search(lines, last, wrote) else None


def _headed(lines: str) -> Iterator[tuple[int, int, str]]:
    for found in regex.finditer(_FROM, lines):
        near = "\n".join(lines[found.end() : found.end() + 400].split("\n", 7)[:7])
        if len(set(regex.findall(_FIELD, near))) >= 2:
            yield found.start(), len(lines), "forwarded"
            break


def _signed(lines: str) -> Iterator[tuple[int, int, str]]:
    last = len(lines.rsplit("\n", _LONGEST_SIGNATURE)[0])
    for found in regex.finditer(_SIGNATURE, lines):
        if found[1] or found.end() >= last:
            yield found.start(), len(lines), "signature"
            break


def _pasted_code(lines: str, markup: str) -> Iterator[tuple[int, int, str]]:
    if "`" in lines or "~" in lines:
        fences = list(regex.finditer(_FENCE, lines))
        for opened, closed in zip(fences[::2], fences[1::2], strict=False):
            yield opened.start(), closed.end(), "code"
    if "`" in lines:
        for found in regex.finditer(_CODE_SPAN, lines):
            yield found.start() - 1, found.end(), "code"
    if lines.count("\n") < _FEW_LINES or any(sign in lines for sign in _LOGGING):
        for found in regex.finditer(_LOGGED, lines):
            yield found.start(), found.end(), "code"
    if markup == "plain" and ("\n    " in lines or "\n\t" in lines):
        for found in regex.finditer(_INDENTED, lines):
            if regex.search(_CODEY, found[1]):
                yield found.start(1), found.end(1), "code"
