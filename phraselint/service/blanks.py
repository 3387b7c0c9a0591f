"""The blanks of a template that nobody filled in: {name}, [ORDER NUMBER], <insert date>, %FIRSTNAME%, XXX, "Dear ,"."""

from __future__ import annotations

from phraselint.model.conversation import Channel, Speaker
from phraselint.service.case import Fault
from phraselint.service.spots import TAG, sentences, span, stretches
from phraselint.text import regex

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from re import Match, Pattern
    from typing import Any

    from phraselint.service.case import Case, Said
    from phraselint.text.words import Sentence

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
    yield from (found.span() for found in _NAMED.finditer(text) if not _spoken_of(said, found.start()))
    if "__" in text:
        yield from (found.span() for found in _LINE_OUT.finditer(text))
    for begin, _ in stretches(said, "placeholder-left/to-fill"):
        yield from (found.span() for found in _ASIDE.finditer(text, max(begin - 1, 0)) if found.start(1) == begin)
    varied = sentences(said, "placeholder-left/varies")
    for each in said.signal("placeholder-left/crossed"):
        if each.sentence.number not in varied:
            crosses = (found.span() for found in _CROSSES.finditer(text, each.start, each.end))
            yield from (found for found in crosses if not _masks(text, *found))
    yield from (found.span() for found in _CROSSED.finditer(text) if not _masks(text, *found.span()))
    yield from stretches(said, "placeholder-left/filler")
    yield from _unaddressed(said)


def _named(said: Said, shape: Pattern[str], redacted: Collection[str]) -> Spans:
    """What stands between brackets or signs and is a blank, by its capitals or by its words."""
    for found in shape.finditer(said.message.text):
        inside = found[1]
        double = found.group()[1:2] in ("[", "<")  # no transcript writes so
        if (_NUMBERED.sub("", inside) in redacted and not double) or _REAL.search(inside):
            continue
        if found.span(1) in stretches(said, "placeholder-left/meant") or _is_ticked(said, found):
            continue
        shouted = _SHOUTED.fullmatch(inside) and not _OPTIONS.fullmatch(inside)
        blank = shouted or _is_blank(said, *found.span(1))
        if blank and not _is_described(said, *found.span(), inside) and not _is_control(said, *found.span()):
            yield found.span()


def _is_ticked(said: Said, found: Match[str]) -> bool:
    """Whether it is a box of a list that has been ticked: "[x] passport"."""
    text = said.message.text
    begins = not text[text.rfind("\n", 0, found.start()) + 1 : found.start()].strip(" -*")
    return begins and found[1] in ("x", "X") and text[found.end() : found.end() + 1] == " "


def _is_taught(said: Said, start: int, end: int) -> bool:
    """Whether the text speaks of blanks there: how to write a tag, a header, a path; or it is part of a file's name."""
    text = said.message.text
    if text[max(start - 1, 0) : start] in ("_", "-") or _NAME_ENDS.match(text, end):
        return True
    return _in_one_of(said, (each.sentence for each in said.signal("placeholder-left/taught")), start)


def _in_one_of(said: Said, near: Iterable[Sentence], place: int) -> bool:
    """Whether a place of the text lies in one of these sentences."""
    return any(first <= place < last for first, last in (span(said, each) for each in near))


def _spoken_of(said: Said, start: int) -> bool:
    """Whether an article or the word for a field stands before it: "the ORDER NUMBER" is one of a form."""
    text = said.message.text
    before = stretches(said, "placeholder-left/control", "placeholder-left/article")
    return any(end <= start and not text[end:start].strip() for _, end in before)


def _is_described(said: Said, start: int, end: int, inside: str) -> bool:
    """Whether the sentence says how something is shown, and the message speaks of that thing by the same name."""
    text = said.message.text
    if inside not in text[:start] and inside not in text[end:]:
        return False
    shown = said.signal("placeholder-left/shown")
    return any(each.end <= start and said.folded.span(0, each.sentence.end)[1] >= end for each in shown)


def _is_format(said: Said, found: Match[str]) -> bool:
    """Whether the form of a date is what the sentence speaks of."""
    formats = said.signal("placeholder-left/format") if found.group()[0] in "DMTY" else ()
    return _in_one_of(said, (each.sentence for each in formats), found.start())


def _is_control(said: Said, start: int, end: int) -> bool:
    """Whether brackets show a key, a button or a step of a path: "press [Enter]", "Settings > [your name]"."""
    text = said.message.text
    if text[start - 1 : start] == "(" and text[max(start - 2, 0)].isalnum():
        return True  # the argument of a function: SUM([Amount])
    if text[:start].rstrip()[-1:] in (">", "→") or text[end:].lstrip()[:1] in (">", "→"):
        return True
    pressed = any(
        stop <= start and not text[stop:start].strip() for _, stop in stretches(said, "placeholder-left/press")
    )
    named = (begin for begin, _ in stretches(said, "placeholder-left/control"))
    return pressed or any(end <= begin and not text[end:begin].strip() for begin in named)


def _is_blank(said: Said, start: int, end: int) -> bool:
    """Whether a stretch begins with a word that asks for something to be filled in, or holds words of blanks only."""
    if any(begin == start for begin, _ in stretches(said, "placeholder-left/asked", "placeholder-left/note")):
        return True
    if _ends_as_one(said, start, end):
        return True
    words = stretches(said, "placeholder-left/words")
    covered = sum(stop - begin for begin, stop in words if start <= begin and stop <= end)
    return covered >= sum(map(str.isalnum, said.message.text[start:end])) > 0


def _ends_as_one(said: Said, start: int, end: int) -> bool:
    """Whether a stretch says of what it is the name, the date, the amount, and is neither a remark nor shown so."""
    ends = stretches(said, "placeholder-left/ends")
    if not any(stop == end and 0 < begin - start <= _OF_WHAT for begin, stop in ends):
        return False
    shown = any(each.end <= start < span(said, each.sentence)[1] for each in said.signal("placeholder-left/shown"))
    return not shown and not any(begin == start for begin, _ in stretches(said, "placeholder-left/remark"))


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
    return not text[text.rfind("\n", 0, start) + 1 : start].strip() and text[end : end + 1] in ("", "\n", "\r")


def _unaddressed(said: Said) -> Spans:
    """A salutation whose name is missing: "Dear ,", or "Hello ," on a line of its own."""
    text = said.message.text
    if not _COMMA_APART.search(text):
        return
    for signal, always in (("placeholder-left/dear", True), ("placeholder-left/hello", False)):
        for start, end in stretches(said, signal):
            found = _COMMA.match(text, end)
            alone = found is not None and _alone(text, start, found.end())
            opens = always or not text[:start].strip()
            if found and ((found[1] and (opens or alone)) or (always and alone)):
                yield start, found.end()
