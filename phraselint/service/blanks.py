"""The blanks of a template that nobody filled in: {name}, [ORDER NUMBER], <insert date>, %FIRSTNAME%, XXX, "Dear ,"."""

from __future__ import annotations

from phraselint.model.conversation import Channel, Speaker
from phraselint.service.case import Fault
from phraselint.service.spots import (
    TAG,
    after_space,
    before_space,
    beginning,
    sentences,
    span,
    stretches,
    within,
)
from phraselint.text import regex

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from re import Match, Pattern
    from typing import Any

    from phraselint.service.case import Case, Said

    Spans = Iterator[tuple[int, int]]

_BRACED = regex.compile(
    r"\$?\{\{[^{}\n]{1,80}\}\}|\{%[^{}\n]{1,80}%\}|\$\{[^{}\n]{1,80}\}"
    r"|(?<![/\w])\{[ #!$@]?[\w.|-]+(?: [\w.|-]+){0,3} ?\}"
)
_BRACKETED = regex.compile(r"(?<![\\/])\[{1,2}[^\S\n]*([^\[\]\n]{1,80}?)[^\S\n]*\]{1,2}(?![(/\\])")
_ANGLED = regex.compile(r"(?<![\\/])<{1,2}[^\S\n]*([A-Za-z][^<>\n]{0,60}?)[^\S\n]*>{1,2}(?![\\/])")
_PERCENT = regex.compile(r"(?<![\w%])%{1,2}([A-Za-z][\w. -]{0,40}?)%{1,2}(?!\w)")
_SIGNED = regex.compile(r"(?<!\w)(?:@@[\w. ]{2,40}@@|##?[A-Za-z][\w. ]{1,40}##?(?!\w)|\$[A-Z][A-Z_]{2,30}\$)")
_CROSSED = regex.compile(
    r"(?<![A-Za-z*])X{3,12}(?![A-Za-z*])|\bXX([/.-])XX(?:\1XX(?:XX)?)?\b|(?<=[€$£])XX?\b(?=[\s.,/])|\bXX:(?:XX|\d\d)\b"
    r"|\bxx([/.-])xx(?:\2xx(?:xx)?)?\b|\bxx:xx\b|\b[xX]{1,2}th\b"
)
_MARKED = regex.compile(
    r"\*\|[A-Z][A-Z0-9_: ]{1,40}\|\*|(?<!\w)(\|\||::)[A-Za-z_]{3,30}\1(?!\w)|(?<![\w%])%[sd](?![\w%])|\[object Object\]"
    r"|\b(?:DD|MM|TT)[./ -](?:DD|MM)[./ -](?:YY|JJ|AA){1,2}\b|\bYYYY-MM-DD\b|\b(?:00[./]00[./](?:00)?00|0000-00-00)\b"
    r"|<%[^%<>\n]{1,60}%>|(?<!\w)@(?:user_?name|customer_?(?:name)?|first_?name|handle|name)\b"
    r"|[€£][A-Z]{2,20}(?:_[A-Z]{2,20})*\b"
    r"|\$(?:AMOUNT|TOTAL|PRICE|NAME|DATE|BALANCE|SUM|NUMBER|[A-Z]{2,20}_[A-Z_]{2,20}|[a-z]{2,20}(?:_[a-z]+|[A-Z][a-z]+))\b"
    r"|\bDD/MM\b|\$NaN\b|\bInvalid Date\b|\b[A-Z]{3,20}_HERE\b|\((?:LINK|URL|DATE|NAME|AMOUNT|NUMBER)(?: HERE)?\)"
    r"|(?:(?<=[dD]ear )|(?<=Hi )|(?<=Hello ))(?:(?:M[rs]s? )?Xx{2,9}\b|TB[CD]\b|([-~*\"]|\(\()(?:NAME|name)(?:\2|\)\)))"
    r"|(?:(?<=\bon )|(?<=\bat )|(?<=\bby )|(?<=\bfrom )|(?<=\bis with ))TB[CD]\b(?! by)"
    r"|(?<=\s)\?{3,6}(?=\s[a-z])|(?<=[dD]ear )\.{3,20}(?=,)|(?<=M[rs] )\.{3,20}(?=,)"
    r"|(?:(?<=\bat )|(?<=\bon )|(?<=\bby )|(?<=\bis )|(?<=latform )|(?<=\broom )|(?<=umber )|(?<=[€£$]))"
    r"\?{2,6}(?=\s[a-z]|[.,])"
)
_LINE_OUT = regex.compile(
    r"(?:(?<=[€$£#])|(?<=[€$£#] )|(?<=[dD]ear )|(?<=M[rs] )|(?<=M[rs]\. ))_{2,40}(?![\w*_/])"
    r"|(?<![\w*_/])_{2,40}(?=day\b)|(?<![\w*_/-])_{2,40}(?= ?[€%])"
    r"|(?:(?<=Dr\. )|(?<=\bon )|(?<=\bat )|(?<=\bby )|(?<=with )|(?<=from )|(?<=until )|(?<=reference )"
    r"|(?<=number ))_{2,40}(?![\w*_/])"
    r"|(?:(?<=\bis )|(?<='s )|(?<=\bare )|(?<=\bcosts )|(?<=\bcost )|(?<=\bin )|(?<=\bfor ))"
    r"(?:_{3,40}(?=[ .,!?;](?!_))|__(?= [a-z]))"
    r"|(?<![\w_])_{1,4}([/.-])_{1,4}\1_{2,4}(?![\w_])"
)
_CROSSES = regex.compile(r"(?<!\w)(?:[xX]{1,12}|TB[CD])(?!\w)")
_ASIDE = regex.compile(r"\(([A-Za-z][^()\n]{2,40})\)")
_MASKED = regex.compile(r"[\dXx*#•]*[\d*•][\dXx*#•]*")
_COMMA = regex.compile(r"\.?([^\S\n]*),(?=\s|\Z)")
_NAMED = regex.compile(
    r"(?<![A-Z] )\b(?:(?:NAME|DATE|NUMBER|TITLE|TYPE|ADDRESS) OF (?:THE )?[A-Z]{3,}"
    r"|(?:CUSTOMER|CLIENT|AGENT|FIRST|LAST|COMPANY|PRODUCT|ORDER|TICKET|INVOICE|ACCOUNT|TRACKING|INSERT|ENTER)[ _]"
    r"(?:NAME|NUMBER|DATE|AMOUNT|LINK|CODE|ADDRESS|REASON)|ADDRESS LINE \d|(?<=\bon )DATE|(?<=\bat )TIME)"
    r"(?: HERE)?\b(?! [A-Z]{2}| (?:field|box|column|button|line))"
)
_COMMA_APART = regex.compile(r"[^\S\n],|[dD]ear,|DEAR,")
_BETWEEN = regex.compile(r"[^\S\n]{0,2},?[^\S\n]{0,2}")
_SHOUTED = regex.compile(r"[A-Z][A-Z0-9]*(?:[ _/.'-]+[A-Z0-9]+)+")
_OPTION = r"(?:[A-WYZ]\d{0,3}|\d{1,3}[A-Z]?|X{1,3}[SL]|\d?X{1,3}L)"
_OPTIONS = regex.compile(rf"{_OPTION}(?:(?: ?[-–/] ?| OR | TO )\d?{_OPTION})+")
_NUMBERED = regex.compile(r"[ _-]*\d+\Z")
_TAG = regex.compile(TAG)
_NAME_ENDS = regex.compile(r"\.[a-z]{2,4}\b")
_REAL = regex.compile(r"https?:|www\.|@")


def placeholder_left(case: Case, settings: Mapping[str, Any]) -> Iterator[Fault]:
    """Each blank of a template in an agent's message."""
    tags = settings["redaction_tags"]
    for place in case.replies(Speaker.AGENT):
        text = case.said[place].message.text
        for start, end in blanks(case, place, tags):
            yield Fault(place, start, end, values={"blank": text[start:end]})


def is_transcript(case: Case, place: int, redacted: Collection[str]) -> bool:
    """Whether a message was spoken, or another of the conversation holds a tag that stands for personal data."""
    if case.channel(place) == Channel.VOICE:
        return True
    return len(case.said) > 1 and any(other != place for other in case.fact(_redacted, *redacted))


def _redacted(case: Case, *tags: str) -> list[int]:
    """The messages that hold a tag that stands for personal data; of many the first two tell all."""
    found: list[int] = []
    for place, said in enumerate(case.said):
        text = said.message.text
        if len(found) < 2 and "[" in text and any(_NUMBERED.sub("", tag[1:-1]) in tags for tag in _TAG.findall(text)):
            found.append(place)
    return found


def _first_written(case: Case, blank: str) -> int:
    """The first message of the customer's that holds a blank; the number of messages if none does."""
    written = (place for place in case.places(Speaker.CUSTOMER) if blank in case.said[place].message.text)
    return next(written, len(case.said))


def blanks(case: Case, place: int, redacted: Collection[str]) -> list[tuple[int, int]]:
    """Where blanks stand in a message's text (code points, half-open), in order; neighbours are one.

    ``redacted`` are the tags that stand for personal data; in a transcript all tags of that shape do. Code, quoted
    words, and what the customer has written before are left out.
    """
    said = case.said[place]
    text = said.message.text
    joined: list[tuple[int, int]] = []
    for start, end in sorted(
        each for each in _found(said, redacted) if said.own(*each) and not _is_taught(said, *each)
    ):
        blank = text[start:end]
        masked = _TAG.fullmatch(blank) and is_transcript(case, place, redacted)
        if masked or case.fact(_first_written, blank) < place:
            continue
        if joined and (start < joined[-1][1] or _BETWEEN.fullmatch(text, joined[-1][1], start)):
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined


def _found(said: Said, redacted: Collection[str]) -> Spans:
    text = said.message.text
    if "{" in text:
        yield from (found.span() for found in _BRACED.finditer(text))
    for sign, shape in (("[", _BRACKETED), ("<", _ANGLED), ("%", _PERCENT)):
        if sign in text:
            yield from _named(said, shape, redacted)
    if "@@" in text or "#" in text or "$" in text:
        yield from (found.span() for found in _SIGNED.finditer(text) if found.group()[:1] != "#" or found[0][-1] == "#")
    yield from (found.span() for found in _MARKED.finditer(text) if not _is_format(said, found))
    yield from _written_out(said)
    if "__" in text:
        yield from (found.span() for found in _LINE_OUT.finditer(text))
    asides = (_ASIDE.match(text, begin - 1) for begin, _ in stretches(said, "placeholder-left/to-fill") if begin)
    yield from (found.span() for found in asides if found)
    varied = sentences(said, "placeholder-left/varies")
    for each in said.signal("placeholder-left/crossed"):
        if each.sentence.number not in varied:
            crosses = (found.span() for found in _CROSSES.finditer(text, each.start, each.end))
            yield from (found for found in crosses if not _masks(text, *found))
    yield from (found.span() for found in _CROSSED.finditer(text) if not _masks(text, *found.span()))
    yield from stretches(said, "placeholder-left/filler")
    yield from _unaddressed(said)


def _named(said: Said, shape: Pattern[str], redacted: Collection[str]) -> list[tuple[int, int]]:
    """What stands between brackets or signs and is a blank, by its capitals or by its words."""
    found = []
    for each in shape.finditer(said.message.text):
        inside = each[1]
        double = each.group()[1:2] in ("[", "<")  # no transcript writes so
        if (_NUMBERED.sub("", inside) in redacted and not double) or _REAL.search(inside):
            continue
        if _is_meant(said, *each.span(1)) or _is_ticked(said, each):
            continue
        shouted = _SHOUTED.fullmatch(inside) and not _OPTIONS.fullmatch(inside)
        blank = shouted or _is_blank(said, *each.span(1))
        if blank and not _is_described(said, *each.span(), inside):
            found.append(each.span())
    return _but_controls(said, found) if found else found


def _is_meant(said: Said, start: int, end: int) -> bool:
    """Whether a stretch is what the writer means to say."""
    return any(each.end == end for each in beginning(said, start, start + 1, "placeholder-left/meant"))


def _is_ticked(said: Said, found: Match[str]) -> bool:
    """Whether it is a box of a list that has been ticked: "[x] passport"."""
    text, at = said.message.text, found.start()
    if found[1] not in ("x", "X") or text[found.end() : found.end() + 1] != " ":
        return False
    while at and text[at - 1] in " -*":
        at -= 1
    return at == 0 or text[at - 1] == "\n"


def _is_taught(said: Said, start: int, end: int) -> bool:
    """Whether the text speaks of blanks there: how to write a tag, a header, a path; or it is part of a file's name."""
    text = said.message.text
    if text[max(start - 1, 0) : start] in ("_", "-") or _NAME_ENDS.match(text, end):
        return True
    return _in_one_with(said, "placeholder-left/taught", start)


def _in_one_with(said: Said, name: str, place: int) -> bool:
    """Whether a place of the text lies in one sentence with a signal."""
    sentence = said.folded.sentence_after(place) if said.signal(name) else None
    if sentence is None or not within(said, sentence.number, name):
        return False
    first, last = span(said, sentence)
    return first <= place < last


def _written_out(said: Said) -> Spans:
    """What to fill in, in capitals; with an article or the word for a field before it it is one of a form."""
    found = [each.span() for each in _NAMED.finditer(said.message.text)]
    fields = _behind(said, "placeholder-left/control", "placeholder-left/article") if found else ()
    return (each for each in found if each[0] not in fields)


def _behind(said: Said, *names: str) -> set[int]:
    """Where what follows one of these signals begins, over white space."""
    return {after_space(said.message.text, end) for end in {end for _, end in stretches(said, *names)}}


def _is_described(said: Said, start: int, end: int, inside: str) -> bool:
    """Whether the sentence says how something is shown, and the message speaks of that thing by the same name."""
    text = said.message.text
    return _is_shown(said, start, end) and (text.find(inside, 0, start) >= 0 or text.find(inside, end) >= 0)


def _is_shown(said: Said, start: int, end: int) -> bool:
    """Whether the sentence that reaches to ``end`` says before ``start`` how something is shown."""
    sentence = said.folded.sentence_after(start) if said.signal("placeholder-left/shown") else None
    if sentence is None:
        return False
    first, last = said.folded.span(sentence.start, sentence.end)
    return last >= end and any(each.end <= start for each in beginning(said, first, start, "placeholder-left/shown"))


def _is_format(said: Said, found: Match[str]) -> bool:
    """Whether the form of a date is what the sentence speaks of."""
    return found.group()[0] in "DMTY" and _in_one_with(said, "placeholder-left/format", found.start())


def _but_controls(said: Said, found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Without brackets that show a key, a button or a step of a path: "press [Enter]", "Settings > [your name]"."""
    text = said.message.text
    pressed = _behind(said, "placeholder-left/press")
    named = {before_space(text, begin) for begin in {begin for begin, _ in stretches(said, "placeholder-left/control")}}
    left = [each for each in found if each[0] not in pressed and each[1] not in named]
    return [each for each in left if not _is_argument(text, each[0]) and not _is_step(text, *each)]


def _is_argument(text: str, start: int) -> bool:
    """Whether it is the argument of a function: SUM([Amount])."""
    return text[start - 1 : start] == "(" and text[max(start - 2, 0)].isalnum()


def _is_step(text: str, start: int, end: int) -> bool:
    """Whether an arrow leads to it or on from it."""
    before, after = before_space(text, start), after_space(text, end)
    return text[before - 1 : before] in (">", "→") or text[after : after + 1] in (">", "→")


def _is_blank(said: Said, start: int, end: int) -> bool:
    """Whether a stretch begins with a word that asks for something to be filled in, or holds words of blanks only."""
    if any(beginning(said, start, start + 1, f"placeholder-left/{each}") for each in ("asked", "note")):
        return True
    if _ends_as_one(said, start, end):
        return True
    words = beginning(said, start, end, "placeholder-left/words")
    covered = sum(each.end - each.start for each in words if each.end <= end)
    return covered >= sum(map(str.isalnum, said.message.text[start:end])) > 0


def _ends_as_one(said: Said, start: int, end: int) -> bool:
    """Whether a stretch says of what it is the name, the date, the amount, and is neither a remark nor shown so."""
    ends = beginning(said, start + 1, start + _OF_WHAT + 1, "placeholder-left/ends")
    if all(each.end != end for each in ends) or _is_shown(said, start, start + 1):
        return False
    return not beginning(said, start, start + 1, "placeholder-left/remark")


_OF_WHAT = 30  # characters between brackets before the word for what is to be filled in: "technician's first"


def _masks(text: str, start: int, end: int) -> bool:
    """Whether crosses stand for the digits of a number that is masked: XXXX-0026, 4111 XXXX XXXX 1111."""
    before = regex.split(r"[^\dXx*#• -]", text[max(start - 30, 0) : start])[-1]
    after = regex.split(r"[^\dXx*#• -]", text[end : end + 30])[0]
    return any(
        _MASKED.fullmatch(part) for part in regex.split(r"[ -]+", before)[-4:] + regex.split(r"[ -]+", after)[:4]
    )


def _alone(text: str, start: int, end: int) -> bool:
    """Whether a stretch has its line for itself."""
    before = before_space(text, start)
    return (not before or "\n" in text[before:start]) and text[end : end + 1] in ("", "\n", "\r")


def _unaddressed(said: Said) -> Spans:
    """A salutation whose name is missing: "Dear ,", or "Hello ," on a line of its own."""
    text = said.message.text
    if not _COMMA_APART.search(text):
        return
    for signal, always in (("placeholder-left/dear", True), ("placeholder-left/hello", False)):
        for start, end in stretches(said, signal):
            found = _COMMA.match(text, end)
            alone = found is not None and _alone(text, start, found.end())
            opens = always or not before_space(text, start)
            if found and ((found[1] and (opens or alone)) or (always and alone)):
                yield start, found.end()
