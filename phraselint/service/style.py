"""How a text looks: shouting, exclamation marks, a laugh out of place. How it reads is a matter of ``reading``."""

from __future__ import annotations

from phraselint.model.conversation import Speaker
from phraselint.model.values import NamedTuple
from phraselint.service.case import Case, Fault
from phraselint.service.spots import asides, hears, inside, stretches, whole
from phraselint.text import regex

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from phraselint.match.matches import Match
    from phraselint.service.case import Said

_MARKS = regex.compile(r"(?<!\s)[!❗‼][!❗‼\ufe0f]*|[!❗‼][!❗‼\ufe0f]*(?![\w=])")  # "color: red !important" is code

_SHOWN = "shouting/shown"


class _Loud(NamedTuple):
    """One word of a message: its place, whether it is in capitals, and whether a sign stands before it."""

    start: int
    end: int
    capitals: bool
    apart: bool
    sentence: int
    token: int


def shouting(case: Case, settings: Mapping[str, Any]) -> Iterator[Fault]:
    """Runs of words in capitals, or a message that is half in capitals; names of products and acronyms aside."""
    for place in case.replies(Speaker.AGENT):
        said = case.said[place]
        plain = {(match.sentence.number, match.first) for match in said.signal("shouting/plain")}
        words = list(_words(said)) if plain else []
        runs = [run for run in _runs(words) if not _on_a_screen(said, run[0])]
        found = [
            run
            for run in runs
            if len(run) >= settings["in_a_row"] and any((word.sentence, word.token) in plain for word in run)
        ]
        for run in found:
            if not _signs(case, place, run[0]):
                yield Fault(place, *said.folded.span(run[0].start, run[-1].end))
        loud = [word for run in runs for word in run]
        half = len(words) >= settings["words"] and 2 * len(loud) >= len(words)
        if half and not found and any((word.sentence, word.token) in plain for word in loud):
            yield Fault(place, *said.folded.span(loud[0].start, loud[-1].end))


def _signs(case: Case, place: int, word: _Loud) -> bool:
    """Whether a run that begins so stands in a signature, as names and what people are often do."""
    if "\n" not in case.said[place].folded.clean[: word.start]:
        return False
    from phraselint.service.signing import signature_start  # few messages shout

    return signature_start(case, place) <= word.start


def _on_a_screen(said: Said, word: _Loud) -> bool:
    """Whether a run that begins so is the name of a button, a sign or a step of a menu."""
    if said.folded.clean[: word.start].rstrip("AI ").endswith((">", "→")):
        return True
    return any((each.sentence.number, each.last) == (word.sentence, word.token) for each in said.signal(_SHOWN))


def _words(said: Said) -> Iterator[_Loud]:
    """The writer's own words of two letters or more; a word with a digit is none."""
    clean = said.folded.clean
    beside = asides(clean)
    for sentence in said.folded.sentences:
        for token in range(len(sentence.words)):
            start = sentence.starts[token]
            letters = clean[start : sentence.ends[token]].replace("'", "")
            if len(letters) < 2 or not letters.isalpha() or sentence.is_opaque(token) or inside(beside, start):
                continue
            if said.own(*said.folded.span(start, sentence.ends[token])):
                apart = token > 0 and not sentence.is_word(token - 1)
                yield _Loud(start, sentence.ends[token], letters.isupper(), apart, sentence.number, token)


def _runs(words: list[_Loud]) -> Iterator[list[_Loud]]:
    """Neighbouring words in capitals, with no sign between them."""
    run: list[_Loud] = []
    for word in words:
        if run and (not word.capitals or word.apart or word.sentence != run[-1].sentence):
            yield run
            run = []
        if word.capitals:
            run.append(word)
    if run:
        yield run


def exclamations(case: Case, settings: Mapping[str, Any]) -> Iterator[Fault]:
    """Exclamation marks in a row, or too many of them in a short message: the first that is one too many."""
    for place in case.replies(Speaker.AGENT):
        said = case.said[place]
        spans = [said.folded.span(*mark.span()) for mark in _MARKS.finditer(said.folded.clean)]
        marks = [(start, end) for start, end in spans if said.own(start, end)]
        rows = [(start, end) for start, end in marks if _count(said.message.text[start:end]) > settings["in_a_row"]]
        for row in rows:
            yield Fault(place, *row)
        if not rows and len(marks) > settings["in_all"] and _words_in(said) < settings["words"]:
            yield Fault(place, *marks[settings["in_all"]])


def _count(marks: str) -> int:
    """How many marks stand in a row; the double one is two."""
    return len(marks.replace("\ufe0f", "")) + marks.count("‼")


def _words_in(said: Said) -> int:
    from phraselint.service.reading import count_words  # few messages have so many marks

    return count_words(said.message.text)


def emoji_in_trouble(case: Case, settings: Mapping[str, Any]) -> Iterator[Fault]:
    """Laughing or playful signs in a reply to a customer whose latest message is upset; at a blow, a smile, too."""
    for place in case.replies(Speaker.AGENT):
        said = case.said[place]
        signs = _playful(said, settings["faces"])
        smiles = stretches(said, "emoji-in-trouble/smile")
        upset = _latest_upset(case, place) if signs or smiles else None
        if upset is not None and _struck(case.said[upset]):
            signs = sorted(signs + smiles)
        if upset is not None and signs:
            evidence = (case.evidence(upset, *whole(case.said[upset])),)
            yield Fault(place, *_together(said, signs), evidence)


def _struck(said: Said) -> bool:
    """Whether a message tells of a death, an illness or what might have been one, and does not laugh itself."""
    struck = hears(said, "feeling-ignored/blow", "emoji-in-trouble/danger")
    return struck and not hears(said, "emoji-in-trouble/playful")


def _playful(said: Said, faces: Sequence[str]) -> list[tuple[int, int]]:
    """Where a message laughs or winks, in order; faces are typed ones such as ";)", which stand apart."""
    signs = [(sign.start, sign.end) for sign in said.signal("emoji-in-trouble/playful") if not _in_a_name(said, sign)]
    text = said.message.text
    for face in faces:
        start = text.find(face)
        while start >= 0:
            end = start + len(face)
            apart = text[start - 1 : start].strip() == "" and not text[end : end + 1].isalnum()
            if apart and said.own(start, end):
                signs.append((start, end))
            start = text.find(face, end)
    return sorted(signs)


def _in_a_name(said: Said, sign: Match) -> bool:
    """Whether a laugh is part of a name, in or at the end of a sentence: "the Haha Club"."""
    words, text = sign.sentence, said.folded.clean
    near = [place for place in (sign.first - 1, sign.last) if 0 < place < len(words.starts)]
    large = [text[words.starts[place]].isupper() for place in (sign.first, *near)]
    return sign.first > 0 and large[0] and any(large[1:])


def _together(said: Said, signs: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The first of some signs, with those that stand beside it: "hehe 😜"."""
    start, end = signs[0]
    for first, last in signs[1:]:
        if first > end and any(map(str.isalnum, said.message.text[end:first])):
            break
        end = max(end, last)
    return start, end


def _latest_upset(case: Case, place: int) -> int | None:
    """The customer's latest messages in a row: the one that is upset, if one is."""
    for earlier in range(place - 1, -1, -1):
        speaker = case.speaker(earlier)
        if speaker is Speaker.CUSTOMER and _in_trouble(case.said[earlier]):
            return earlier
        if speaker is Speaker.CUSTOMER and case.said[earlier].message.text.strip():
            goes_on = earlier > 0 and case.speaker(earlier - 1) is Speaker.CUSTOMER
            if not goes_on:
                return None
    return None


def _in_trouble(said: Said) -> bool:
    """Whether a message is upset, or tells of something that nobody laughs about and does not laugh itself."""
    from phraselint.service.feelings import is_light, is_upset  # a lone draft, whose style is asked, does without

    if hears(said, "emoji-in-trouble/grave"):
        return not is_light(said) or is_upset(said)
    return is_upset(said) and not (hears(said, "emoji-in-trouble/slight") and len(said.signal("upset")) <= 1)
