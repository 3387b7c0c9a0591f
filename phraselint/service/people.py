"""Who is called what: the names of the customers and of the agents, by the record and by what customers say."""

from __future__ import annotations

import re

from phraselint.model.conversation import COMPANY, Channel, Speaker
from phraselint.service.given_names import is_given_name
from phraselint.service.names import SHAPE, SMALL_TITLES, TITLED, WORDS, WRITTEN, Name, answers, is_name, plain
from phraselint.service.spots import clean_span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from phraselint.model.findings import Evidence
    from phraselint.service.case import Case, Said

_CLOSED = re.compile(r"\s*(?:[.,;:!?()\n]|\Z|-\s)")
_SPEAKS_ON = re.compile(r"[,.]? (?:and )?(?:[Ii]|[Ww]e|[Mm]y|[Oo]ur)\b")
_OF_A_PERSON = re.compile(r"(?:contact|customer|client|caller|guest|patient|requester|first|last|full|given|family)_")
_ROLE = re.compile(
    r"(?:contact|customer|client|caller|guest|patient|requester|passenger|member|subscriber|tenant|parent|resident)"
    r"|(?:account|card|policy)_?holder|(?:submitted|reported|requested|booked|opened|created)_by|lead_(?:passenger|guest)"
)
_NEXT_LINE = re.compile(rf"[,!.]?[^\S\n]*\n\s*(?:(?:{TITLED})\.? )?([^\n]+)\n")
_TITLE = re.compile(rf"(?:{TITLED})\b\.? ?")
_SMALL = re.compile(r"[a-z]{3,}(?: [a-z]{3,})?(?=\s*(?:[,.!?\n(-]|\Z| (?:from|at|in|on|here|and|i|im|my|with|the)\b))")
_SMALL_TITLE = re.compile(rf"(?:{SMALL_TITLES})\.? ")
_KISSES = re.compile(r"[xX]{1,4} (?=[A-Z])")
_WRITTEN_SMALL = re.compile(r"[a-z]{2,}(?: [a-z]{2,}){0,2}")
_LAST_SMALL = re.compile(r"(?:\A|[,.!-]\s*)([a-z]{3,}(?: [a-z]{3,})?)\Z")
_CLOSINGS = ("no-name/closing", "no-name/thanking")
_MOST = 40  # names that one conversation is asked for
_NEAR = 60  # characters at the start in which who calls or writes says so


def where(case: Case, name: Name) -> tuple[Evidence, ...]:
    """The evidence for a name: where it was written, or the field of the record that holds it."""
    if name.place is not None:
        return (case.evidence(name.place, name.start, name.end),)
    return (case.field_evidence(name.field, name.text),) if name.field else ()


def customer_names(case: Case) -> tuple[Name, ...]:
    """The customers' names: of the record, its fields and the authors; else what they call themselves."""
    return _held(case) or case.fact(told_names)


def thread_names(case: Case) -> tuple[Name, ...]:
    """The names of all who write as customers: what the record holds, and what they call themselves."""
    return (*_held(case), *case.fact(told_names))


def told_names(case: Case) -> tuple[Name, ...]:
    """What the customers call themselves in their messages."""
    found: list[Name] = []
    agents = case.fact(agent_names)
    for place in case.places(Speaker.CUSTOMER):
        if len(found) >= _MOST:
            break
        found += [name for name in _told(case, place) if not answers(name.words[0], agents)]
    for place in case.places(Speaker.BOT, Speaker.SYSTEM)[:_MOST]:
        found += [name for name in _noted(case.said[place], place) if not answers(name.words[0], agents)]
    return tuple(found)


def _held(case: Case) -> tuple[Name, ...]:
    recorded = case.conversation.customer.name
    names = _recorded(case, recorded, Speaker.CUSTOMER)
    held = [Name(text, field="customer.name" if text == recorded else "author") for text in names]
    held += [
        Name(str(value), field=field) for field, value in case.conversation.fields.items() if _personal(field, value)
    ]
    return tuple(name for name in held if is_name(name.text))


def agent_names(case: Case) -> tuple[Name, ...]:
    """The names of the agents, of the record and of the authors; user names of letters only are among them."""
    names = _recorded(case, case.conversation.agent.name, Speaker.AGENT)
    return tuple(Name(text) for text in names if WRITTEN.fullmatch(text))


def _recorded(case: Case, name: str | None, speaker: Speaker) -> list[str]:
    """The name of the record and those of the authors, each once."""
    authors = (case.said[place].message.author for place in case.places(speaker))
    return list(dict.fromkeys(each.strip() for each in (name, *authors) if each and each.strip()))[:_MOST]


def _personal(field: str, value: object) -> bool:
    """Whether a field of the record holds a person's name: by what it is called; one for a role by its value, too."""
    called = field.lower().replace("-", "_").replace(" ", "_")
    first = _TITLE.sub("", str(value)).split()[:1]
    if _ROLE.fullmatch(called) and first and is_given_name(plain(first[0])):
        return True
    return called == "name" or ("name" in called and _OF_A_PERSON.match(called) is not None)


def _told(case: Case, place: int) -> Iterator[Name]:
    """What the writer of a customer's message calls himself in it."""
    said = case.said[place]
    before = next((each for each in range(place - 1, -1, -1) if not case.internal(each)), place)
    asked = case.said[before] if case.speaker(before) in COMPANY else None
    if asked is None or not asked.signal("no-name/another"):  # "your mother's maiden name?": "It's Moss"
        for match in said.signal("no-name/introduces"):
            yield from _after(said, place, clean_span(match)[1], sure=False)
    for match in said.signal("no-name/names"):
        yield from _after(said, place, clean_span(match)[1], sure=True)
    for match in said.signal("no-name/introduced"):
        spoken = case.channel(place) == Channel.VOICE
        yield from _before(said, place, match.sentence.start, clean_span(match)[0], spoken)
    yield from _signed(said, place)
    yield from _undersigned(said, place)
    if asked is not None and asked.signal("asks-again/name"):
        yield from _alone(said, place, case.speaker(before) is Speaker.BOT)
    if case.channel(place) == Channel.VOICE:
        yield from _answered(said, place)


def _after(said: Said, place: int, end: int, sure: bool) -> Iterator[Name]:
    """The name after "my name is" (``sure``), or after "this is", which much else may follow."""
    text = said.folded.clean
    start = end + len(text[end : end + 3]) - len(text[end : end + 3].lstrip(" ,:-"))
    titled = _TITLE.match(text, start)
    found = SHAPE.match(text, titled.end() if titled else start)
    if not found:
        yield from _in_small_letters(said, place, end)
        return
    words = found.group().split()
    closed = _CLOSED.match(text, found.end()) is not None and not found.group().isupper()
    speaks_on = _SPEAKS_ON.match(text, found.end()) is not None
    opens = end <= _NEAR and speaks_on and any(clean_span(each)[1] == end for each in said.signal("no-name/opens"))
    closed = closed or (speaks_on and not found.group().isupper())
    if sure or titled or is_given_name(plain(words[0])) or (len(words) > 1 and closed) or opens:
        yield _name(said, place, found.start(), found.end())


def _in_small_letters(said: Said, place: int, end: int) -> Iterator[Name]:
    """The name in small letters after "its" and such: a given name that is no word, and what may be the surname."""
    text = said.folded.clean
    start = end + len(text[end:]) - len(text[end:].lstrip(" ,:"))
    titled = _SMALL_TITLE.match(text, start)
    start = titled.end() if titled else start
    found = _SMALL.match(text, start)
    first = found.group().split()[0] if found else ""
    if found and (titled or (is_given_name(first) and first not in WORDS)):
        yield _name(said, place, start, found.end())


def _alone(said: Said, place: int, sure: bool) -> Iterator[Name]:
    """The name that answers a question for it, alone or before a comma or stop; "Ida Moss, and hurry".

    It is a given name that we know, unless it stands alone and is ``sure``.
    """
    text = said.folded.clean
    answer = text.strip(" .,!\n\t-")
    known = is_given_name(plain(answer.split(" ")[0]))
    found = ((sure or known) and SHAPE.fullmatch(answer)) or (known and _WRITTEN_SMALL.fullmatch(answer))
    first = SHAPE.match(answer) if known and not found else None
    if first and answer[first.end()] in ",.!\n":
        found = first
    if found:
        at = text.index(found.group())
        yield _name(said, place, at, at + len(found.group()))


def _before(said: Said, place: int, start: int, end: int, spoken: bool) -> Iterator[Name]:
    """The name before "here" and "speaking", where at most a greeting stands before it.

    Who calls (``spoken``) may begin with a surname alone.
    """
    text = said.folded.clean
    greeted = (clean_span(match)[1] for match in said.signal("greeting"))
    start = max(start, end - 40, *(at for at in greeted if at <= end))
    near = text[start:end].rstrip()
    found = next((each for each in SHAPE.finditer(near) if each.end() == len(near)), None)
    small = None if found else _LAST_SMALL.search(near)
    if small and is_given_name(small[1].split()[0]) and small[1].split()[0] not in WORDS:
        yield _name(said, place, start + small.start(1), start + small.end(1))
    opens = spoken and found is not None and not text[: start + found.start()].strip()
    if found and not (opens or " " in found.group() or is_given_name(plain(found.group()))):
        return  # "Link here"
    if found and (not near[: found.start()].rstrip() or near[: found.start()].rstrip()[-1] in ",.!-"):
        yield _name(said, place, start + found.start(), start + found.end())


def _signed(said: Said, place: int) -> Iterator[Name]:
    """The name under a message, on a line or in a sentence of its own."""
    text = said.folded.clean
    own = [each for each in said.folded.sentences if said.own(*said.folded.span(each.start, each.end))]
    if len(own) < 2:
        return
    end = own[-1].end
    start = max(own[-1].start, text.rfind("\n", own[-1].start, end) + 1)
    line = text.rfind("\n", 0, end) + 1
    titled = _TITLE.match(text, line)
    start = titled.end() if titled else start  # "Mr. H. Lee" is one
    closings = sorted(clean_span(match) for name in _CLOSINGS for match in said.signal(name))
    closing = next(
        (at for _, at in reversed(closings) if own[-2].start < at < end and _leads_to(text, at, start)), None
    )
    at = max(start, closing or 0)
    lead = text[at:end].lstrip()[:1]
    written = _KISSES.sub("", text[at:end].strip(" .,!\n\t-~–—"), count=1)
    found = SHAPE.fullmatch(written)
    small = _WRITTEN_SMALL.fullmatch(written) if closing is not None and written not in WORDS else None
    if not found and small and is_given_name(written.split()[0]):
        found = small
    led = " " in written and lead in ("-", "~", "–", "—")
    shouted = written.isupper() and " " in written  # "THANKS, THAT IS GREAT"
    if found and (((closing is not None or led) and not shouted) or is_given_name(plain(written.split()[0]))):
        at = text.index(written, at)
        if not any(first <= at and at + len(written) <= last for first, last in closings):  # "Best" and its "Regards"
            yield _name(said, place, at, at + len(written))


def _undersigned(said: Said, place: int) -> Iterator[Name]:
    """The name on the line after closing words, with other lines of a signature under it."""
    text = said.folded.clean
    for match in (match for name in _CLOSINGS for match in said.signal(name)):
        found = _NEXT_LINE.match(text, clean_span(match)[1])
        named = SHAPE.fullmatch(found[1].strip()) if found else None
        if found and named and (" " in named.group() or is_given_name(plain(named.group()))):
            at = found.start(1) + found[1].index(named.group())
            yield _name(said, place, at, at + len(named.group()))


def _noted(said: Said, place: int) -> Iterator[Name]:
    """The name by which a bot greets the customer, or under which a note files the customer."""
    text = said.folded.clean
    for match in said.signal("greeting"):
        end = clean_span(match)[1]
        found = SHAPE.match(text, end + 1) if text[end : end + 1] == " " else None
        if found and is_given_name(plain(found.group().split()[0])) and _CLOSED.match(text, found.end()):
            yield _name(said, place, found.start(), found.end())
    for match in said.signal("no-name/filed"):
        end = clean_span(match)[1]
        found = SHAPE.match(text, end + (text[end : end + 1] == " "))
        if found and is_name(found.group()):
            yield _name(said, place, found.start(), found.end())


def _leads_to(text: str, closing: int, name: int) -> bool:
    """Whether a name may follow closing words: right behind them or on a line of its own, not in a next sentence."""
    return closing >= name or "\n" in text[closing:name] or not text[closing:name].strip(" ,-")


def _answered(said: Said, place: int) -> Iterator[Name]:
    """The name of two words or more with which a caller begins: "Good morning, Josie Banks. You have ruined ..."."""
    text = said.folded.clean
    greeted = {match.start for match in said.signal("greeting")}
    for part in re.finditer(r"[^,.!?\n]+", text[:_NEAR]):
        found = SHAPE.fullmatch(part.group().strip())
        start = part.start() + len(part.group()) - len(part.group().lstrip())
        if found and 2 <= len(found.group().split()) <= 4 and start not in greeted and part.end() < len(text):
            yield _name(said, place, start, start + len(found.group()))
            return


def _name(said: Said, place: int, start: int, end: int) -> Name:
    begin, stop = said.folded.span(start, end)
    return Name(said.message.text[begin:stop], place, begin, stop)
