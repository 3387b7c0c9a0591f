"""Whom a message greets: the name after a greeting, where it is nobody's on the thread."""

from __future__ import annotations

import re

from phraselint.model.conversation import Channel, Speaker
from phraselint.model.values import NamedTuple
from phraselint.service.given_names import is_given_name
from phraselint.service.names import WORDS, answers, is_of, plain
from phraselint.service.people import agent_names, thread_names
from phraselint.service.spots import hears

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from phraselint.match.matches import Match
    from phraselint.service.case import Case, Said
    from phraselint.service.names import Name
    from phraselint.text.words import Sentence

_THANKED = "wrong-name/thanked"
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_CLOSES = frozenset(",.!:;?-")
_MOST = 4  # words that a name has
_SPOKEN_FIRST = 2  # words that come before a greeting in speech
_SHORT = 3  # letters of a word before a surname, such as van
_OF_A_GROUP = 2  # words that the name of a club has at least


class Called(NamedTuple):
    """A name after a greeting: its tokens in the sentence (half-open), its words as written, and what stands around."""

    first: int
    last: int
    words: list[str]
    title: str  # in small letters, "" where there is none
    closed: bool


def strangers(
    case: Case, place: int, names: Sequence[Name], forms: Mapping[str, Any], titles: Sequence[Sequence[str]] = ()
) -> Iterator[tuple[int, int, str]]:
    """The greetings of a message that call somebody by a name that is none of ``names``, or by another's title.

    ``titles`` are those that do not stand for each other. Each is the stretch of the text from the greeting to the end
    of the name (code points), and the name.
    """
    said = case.said[place]
    done: set[int] = set()
    spoken = case.channel(place) == Channel.VOICE
    for match in sorted(_greetings(said, spoken), key=lambda each: (each.sentence.start, each.first, -each.last)):
        sentence = match.sentence
        called = _called(said, match, spoken)
        if called is None or sentence.starts[called.first] in done:
            continue
        if is_of(sentence.words[match.first], case.fact(agent_names)):
            continue  # Ola, who signs
        done.add(sentence.starts[called.first])
        if any(word.endswith("'s") for word in called.words):
            continue  # a house: "Dear Ida's Kitchen"
        titled = _mistitled(case, called, titles)
        if not _is_person(said, sentence, called) or _is_group(case, place, match, called):
            continue
        if not (titled or _is_nobody(case, place, called, names, forms)):
            continue
        start, end = said.folded.span(sentence.starts[match.first], sentence.ends[called.last - 1])
        begin, _ = said.folded.span(sentence.starts[called.first], sentence.ends[called.last - 1])
        name = said.message.text[begin:end]
        yield start, end, f"{called.title.title()} {name}" if titled else name


def greets_other(case: Case, place: int) -> bool:
    """Whether a message greets somebody whom the customer has named: the other of two who signed, a husband."""
    said = case.said[place]
    greeted = (_called(said, match, spoken=False) for match in _greetings(said, spoken=False))
    return any(each is not None and _mentioned(case, place, each.words) for each in greeted)


def _is_nobody(case: Case, place: int, called: Called, names: Sequence[Name], forms: Mapping[str, Any]) -> bool:
    """Whether the name is none of ``names``, of nobody's who writes, and of nobody's whom the customer spoke of."""
    if not _is_stranger(called, names, forms):
        return False
    return _is_stranger(called, case.fact(thread_names), forms) and not _mentioned(case, place, called.words)


def _greetings(said: Said, spoken: bool) -> Iterator[Match]:
    """The greetings at the start of a sentence or line or after a comma, and the titles that open a message.

    On the telephone (``spoken``) a greeting may come after "okay" and "um".
    """
    for match in (*said.signal("greeting"), *said.signal("wrong-name/greeting"), *said.signal(_THANKED)):
        sentence, before = match.sentence, match.first - 1
        opens = match.first <= sentence.first_word() or sentence.words[before] in _CLOSES
        opens = opens or (
            spoken and (before < _SPOKEN_FIRST or not _CLOSES.isdisjoint(sentence.words[before - 2 : before]))
        )
        if opens or "\n" in _gap(said, sentence, match.first):
            yield match
    yield from (match for match in said.signal("wrong-name/addressed") if match.sentence.number == 0)


def _called(said: Said, match: Match, spoken: bool) -> Called | None:
    """The name that a greeting calls; None where it calls nobody, a team, or says who is speaking.

    After a comma only a title or a given name that we know is one ("Hello, Karen,"); on the telephone ``spoken`` it may
    also be the speaker's.
    """
    sentence = match.sentence
    words = sentence.words
    paused = words[match.last : match.last + 1] == [","]
    titled = _after(said, "wrong-name/title", sentence, match.last + paused)
    opened = match in said.signal("wrong-name/addressed")
    at = titled or match.last + paused
    if titled is not None or opened:
        at = _past_particles(said, sentence, at + (words[at : at + 1] == ["."]))
    last = _name_end(said, sentence, at)
    if last == at:
        return None
    found = [said.folded.clean[sentence.starts[n] : sentence.ends[n]] for n in range(at, last) if words[n] != "."]
    closed = last >= len(words) or words[last] in _CLOSES or "\n" in _gap(said, sentence, last)
    known = is_given_name(plain(found[0])) and (closed or words[last] in ("and", "&"))
    named = known if (paused or match in said.signal(_THANKED)) and not titled else known or found[0][0].isupper()
    if not named or (paused and spoken and not titled) or (opened and words[last : last + 1] != [","]):
        return None
    title = words[match.first : match.last] if opened else words[match.last + paused : titled or match.last + paused]
    return Called(at, last, found, " ".join(word for word in title if word != "."), closed)


def _name_end(said: Said, sentence: Sentence, at: int) -> int:
    """The token after the words of a name that begins at token ``at``; ``at`` itself where none does."""
    last = at
    while last < len(sentence.words) and last - at < _MOST and _is_part(said, sentence, last, last > at):
        last += 1
    return last


def _past_particles(said: Said, sentence: Sentence, at: int) -> int:
    """The token of a surname after the short words in small letters before it, such as "van der"; else ``at``."""
    clean, starts = said.folded.clean, sentence.starts
    place = at
    while place < min(len(starts), at + 2) and clean[starts[place]].islower() and len(sentence.words[place]) <= _SHORT:
        place += 1
    return place if place < len(starts) and clean[starts[place]].isupper() else at


def _is_part(said: Said, sentence: Sentence, number: int, inner: bool) -> bool:
    """Whether a token is a word of a name: it has a capital, or is a given name that we know; "." after an initial."""
    word = sentence.words[number]
    if word == ".":
        return inner and len(sentence.words[number - 1]) == 1
    if not _WORD.fullmatch(word) or (inner and "\n" in _gap(said, sentence, number)):
        return False
    return said.folded.clean[sentence.starts[number]].isupper() or (not inner and is_given_name(plain(word)))


def _is_person(said: Said, sentence: Sentence, called: Called) -> bool:
    """Whether the name is no common word, no team's, and not that of somebody who is spoken of."""
    return (
        _after(said, "wrong-name/nobody", sentence, called.first) is None
        and _after(said, "wrong-name/third", sentence, called.last) is None
        and not any(_after(said, "wrong-name/third", sentence, n) for n in range(called.first + 1, called.last))
    )


def _is_group(case: Case, place: int, match: Match, called: Called) -> bool:
    """Whether the name is a club's: "Lakeside Rowers", "team Lakeside"; a plural, where the customer writes for one."""
    if called.title or is_given_name(plain(called.words[0])):
        return False
    said = case.said[place]
    if _after(said, "wrong-name/leads-group", match.sentence, called.first - 1) is not None:
        return True
    if len(called.words) < _OF_A_GROUP:
        return False
    if _after(said, "wrong-name/group", match.sentence, called.last - 1) is not None:
        return True
    plural = called.words[-1].endswith("s")
    return plural and any(
        hears(case.said[each], "wrong-name/for-a-group") for each in case.before(place, Speaker.CUSTOMER)
    )


def _gap(said: Said, sentence: Sentence, number: int) -> str:
    """What stands between a token and the one before it."""
    return said.folded.clean[sentence.ends[number - 1] : sentence.starts[number]]


def _after(said: Said, signal: str, sentence: Sentence, token: int) -> int | None:
    """The token after the longest match of the signal that begins with this token; None where none does."""
    return max(
        (each.last for each in said.signal(signal) if each.sentence is sentence and each.first == token), default=None
    )


def _is_stranger(called: Called, names: Sequence[Name], forms: Mapping[str, Any]) -> bool:
    """Whether no word of the name is one of theirs, or the surname of two is not."""
    known = [answers(word, names, forms) for word in called.words]
    if not any(known):
        return not answers("".join(called.words), names, forms)
    first, surname = called.words[0], called.words[-1]
    if called.title and not is_given_name(plain(first)):
        return False  # Mrs Daly-Byrne
    return known == [True, False] and called.closed and not is_given_name(plain(surname))


def _mistitled(case: Case, called: Called, titles: Sequence[Sequence[str]]) -> bool:
    """Whether the one who writes has a title that this one does not stand for: "Mrs Black" for "Mr Ian Black"."""
    theirs = next((group for group in titles if called.title in group), None)
    if theirs is None:
        return False
    written = [(name, _title(case, name)) for name in case.fact(thread_names)]
    others = [name for name, title in written if any(title in group for group in titles if group is not theirs)]
    same = bool(others) and all(is_of(word, others) for name, _ in written for word in name.words)
    return same and not any(title in theirs for _, title in written) and not _speaks_of(case, theirs, called.words[-1])


def _speaks_of(case: Case, titles: Sequence[str], surname: str) -> bool:
    """Whether the customer speaks of somebody of that name with such a title: "my daughter, Ms Ida Black"."""
    pattern = re.compile(
        rf"\b(?:{'|'.join(map(re.escape, titles))})\b\.?(?: \w+)? {re.escape(surname)}\b", re.IGNORECASE
    )
    return any(pattern.search(case.said[place].folded.clean) for place in case.places(Speaker.CUSTOMER))


def _title(case: Case, name: Name) -> str:
    """The title with which a name is written, or which stands before it, in small letters."""
    before = case.said[name.place].message.text[: name.start].split() if name.place is not None else []
    return next(iter(name.words if name.place is None else before[-1:]), "").lower().strip(".")


def _mentioned(case: Case, place: int, words: Sequence[str]) -> bool:
    """Whether the customer has spoken before of the person greeted, who is none of the agents."""
    if any(is_of(word, case.fact(agent_names)) for word in words):
        return False
    return case.fact(_first_spoken, *words) < place


def _first_spoken(case: Case, *words: str) -> int:
    """The first message of the customer's that holds one of the words; the number of messages if none does.

    Who writes without capitals may hold them so: "my husband martin", "riverside fc here".
    """
    known = [low for word in words if (low := word.lower()) not in WORDS and is_given_name(low)]
    small = [low for word in words if len(low := word.lower()) > _SHORT and low not in WORDS]
    exact, typed = _any_of((*words, *known)), _any_of(small)
    for place in case.places(Speaker.CUSTOMER):
        clean = case.said[place].folded.clean
        if exact.search(clean) or (small and clean.islower() and typed.search(clean)):
            return place
    return len(case.said)


def _any_of(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")
