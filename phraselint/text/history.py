"""What a mail or ticket drags along: quoted lines, forwarded mails, signatures, pasted code and logs."""

import re
from collections.abc import Iterator

from phraselint.text.markup import Zone

# A ">" that begins a face or an arrow quotes nothing.
_QUOTED = re.compile(r"^[ \t]*>(?![:;=.<_(-]|\s*\Z).*(?:\n[ \t]*>.*)*+", re.MULTILINE)
_INTRODUCED = re.compile(
    r"(?!.*\b(?:I|we|as)\b)[^\n]{1,80}?\b(?:said|wrote|writes|asked|replied)[^\w\n]{0,3}\s*\Z", re.IGNORECASE
)
_WROTE = re.compile(
    r"\b(?:(?<!you )(?:wrote|writes)|schrieb|a écrit|escribió|ha scritto|schreef)[ \t\u00a0]?:[ \t]*$", re.MULTILINE
)
_ON = re.compile(r"^[ \t>*]*(?:On|Am|Le|El|Il|Op|Den)\s[^\n]*\d", re.MULTILINE)
_DATED = re.compile(r"\d{4}|\d{1,2}:\d{2}|<[^<>\s]+@[^<>\s]+>")
_FORWARDED = re.compile(
    r"^[ \t]*(?:-{2,}[ \t]*(?:original message|forwarded message|forwarded by\b[^\n]*?|original appointment)[ \t]*-{2,}"
    r"|begin forwarded message:|[#\- \t]*(?:please )?(?:type|write|enter) your reply above this line)",
    re.MULTILINE | re.IGNORECASE,
)
_FROM = re.compile(r"^(?:[ \t]*[_-]{5,}[ \t]*\n)?[ \t*]*From:(?=[ \t*])", re.MULTILINE)
_FIELD = re.compile(r"^[ \t*]*(Sent|Date|To|Cc|Subject|Reply-To):", re.MULTILINE)
_SIGNATURE = re.compile(r"^--( ?)\r?$", re.MULTILINE)
_LONGEST_SIGNATURE = 15  # lines after "--" without its space, which may also part two paragraphs
_SENT_FROM = re.compile(
    r"^[ \t]*(?:sent (?:from|via|with) (?:my |the )?(?:\w++[ \t]?+){1,5}+|get outlook for \w+)[.!]?[ \t]*\r?$",
    re.MULTILINE | re.IGNORECASE,
)
_FENCE = re.compile(r"^[ \t]{0,3}(```|~~~)[^\n`]*$", re.MULTILINE)
_CODE_SPAN = re.compile(r"(?<![\w`])`[^`\s](?:[^`\n]{0,200}[^`\s])?`(?![\w`])")
_INDENTED = re.compile(r"(?:\A|\n[ \t]*+\n)((?:(?: {4}|\t)[^\n]*(?:\n|\Z))++)")
_CODEY = re.compile(r"[{}<>;=$|\\]|\w\(|::|->")
_LOGGED = re.compile(
    r"^[ \t]*(?:at [\w$.<>]+\(|File \"[^\"\n]+\", line \d|Traceback \(most recent|Caused by: \S|Exception in thread"
    r"|\w[\w.]*(?:Error|Exception): |\[?(?:ERROR|WARN|WARNING|FATAL)\]"
    r"|\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d[^\n]{0,40}\b(?:ERROR|WARN|WARNING|INFO|DEBUG|FATAL)\b"
    r"|\$ [a-z]{2,}|C:\\[^>\n]*>|[245]\d\d[ -][245]\.\d{1,3}\.\d{1,3} )[^\n]*",
    re.MULTILINE,
)


def history_zones(text: str, markup: str) -> Iterator[Zone]:
    """The zones that whole lines tell: quoted, forwarded, signature, code. Unordered; some lie in others."""
    if ">" in text:
        yield from _quoted_lines(text)
    yield from _forwarded(text)
    yield from _signatures(text)
    yield from _pasted_code(text, markup)


def _quoted_lines(text: str) -> Iterator[Zone]:
    for found in _QUOTED.finditer(text):
        start = found.start()
        line = _line_before(text, start)
        named = _INTRODUCED.match(text[line:start])
        yield Zone(line if named else start, found.end(), "quote")


def _line_before(text: str, start: int) -> int:
    """Where the last line that is not blank before ``start`` begins, if it is near; else ``start``."""
    near = text[max(0, start - 120) : start]
    shown = near.rstrip()
    begins = shown.rfind("\n") + 1
    if not shown or (begins == 0 and len(near) == 120):
        return start
    return start - len(near) + begins


def _forwarded(text: str) -> Iterator[Zone]:
    for found in _WROTE.finditer(text):
        start = _header_start(text, found.start())
        if start is None:
            continue
        answered_below = text[found.end() : found.end() + 40].lstrip().startswith(">")
        yield Zone(start, found.end() if answered_below else len(text), "forwarded")
        if not answered_below:
            break
    marked = _FORWARDED.search(text)
    if marked:
        yield Zone(marked.start(), len(text), "forwarded")
    for found in _FROM.finditer(text):
        block = text[found.end() : found.end() + 400].split("\n", 7)[:7]
        if len(set(_FIELD.findall("\n".join(block)))) >= 2:
            yield Zone(found.start(), len(text), "forwarded")
            break


def _header_start(text: str, wrote: int) -> int | None:
    """Where the "On ..., X wrote:" whose verb stands at ``wrote`` starts; None where it is no header of a mail."""
    line = text.rfind("\n", 0, wrote) + 1
    if wrote - line > 200:
        return None
    start = line
    for _ in range(3):
        begin = _ON.match(text, start, wrote)
        if begin:
            return start
        if start == 0:
            break
        start = text.rfind("\n", max(0, start - 200), start - 1) + 1 or max(0, start - 200)
    return line if _DATED.search(text, line, wrote) else None


def _signatures(text: str) -> Iterator[Zone]:
    if "--" in text:
        for found in _SIGNATURE.finditer(text):
            if found[1] or text.count("\n", found.end()) <= _LONGEST_SIGNATURE:
                yield Zone(found.start(), len(text), "signature")
                break
    for found in _SENT_FROM.finditer(text):
        yield Zone(found.start(), found.end(), "signature")


def _pasted_code(text: str, markup: str) -> Iterator[Zone]:
    if "`" in text or "~~~" in text:
        fences = list(_FENCE.finditer(text))
        for opened, closed in zip(fences[::2], fences[1::2], strict=False):
            yield Zone(opened.start(), closed.end(), "code")
        for found in _CODE_SPAN.finditer(text):
            yield Zone(found.start(), found.end(), "code")
    for found in _LOGGED.finditer(text):
        yield Zone(found.start(), found.end(), "code")
    if markup == "plain":
        for found in _INDENTED.finditer(text):
            if _CODEY.search(found[1]):
                yield Zone(found.start(1), found.end(1), "code")
