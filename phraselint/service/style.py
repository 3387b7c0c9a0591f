"""How a text looks and reads: shouting, exclamation marks, long sentences and paragraphs, a laugh out of place."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from phraselint.model.conversation import Channel, Speaker
from phraselint.model.values import NamedTuple
from phraselint.service.case import Case, Fault
from phraselint.service.spots import ASIDE_SIGNS, asides, inside, whole
from phraselint.text import regex

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from phraselint.service.case import Said

Span = tuple[int, int]
_BLANK_LINE = regex.compile(r"[^\S\n]*\n[^\S\n]*\n\s*")
_MARKS = regex.compile(r"!+")
_WORD = regex.compile(r"[^\W_]+(?:['-][^\W_]+|’[^\W_]+)*")  # a set of three with one beyond ASCII compiles slowly
_ENDS = regex.compile(r"[.!?:;]\W*$")
_SUNG = "aeiouyäöüAEIOUYÄÖÜ"
_SOUNDS = "".join("a" if each in _SUNG else "t" if each.isalnum() else " " for each in map(chr, range(128)))
_ITEM = regex.compile(r"\s[-\u2022]\s")
_APART = 2  # dashes that set a remark apart; more of them begin the items of a list
_SHORT_LINE = 6  # words of a salutation, a closing or a name


class _Vowels(dict[int, str]):
    """For ``translate``: every vowel as "a", every other letter as "t"."""

    def __missing__(self, code: int) -> str:
        self[code] = found = "a" if chr(code) in _SUNG else "t"
        return found


_vowels = _Vowels({ord(" "): " "})


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
    for place in case.judged(Speaker.AGENT):
        said = case.said[place]
        plain = {(match.sentence.number, match.first) for match in said.signal("shouting/plain")}
        words = list(_words(said)) if plain else []
        found = [
            run
            for run in _runs(words)
            if len(run) >= settings["in_a_row"] and any((word.sentence, word.token) in plain for word in run)
        ]
        for run in found:
            yield Fault(place, *said.folded.span(run[0].start, run[-1].end))
        loud = [word for word in words if word.capitals]
        half = len(words) >= settings["words"] and 2 * len(loud) >= len(words)
        if half and not found and any((word.sentence, word.token) in plain for word in loud):
            yield Fault(place, *said.folded.span(loud[0].start, loud[-1].end))


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
    for place in case.judged(Speaker.AGENT):
        said = case.said[place]
        spans = [said.folded.span(*mark.span()) for mark in _MARKS.finditer(said.folded.clean)]
        marks = [(start, end) for start, end in spans if said.own(start, end)]
        rows = [(start, end) for start, end in marks if end - start > settings["in_a_row"]]
        for row in rows:
            yield Fault(place, *row)
        if not rows and len(marks) > settings["in_all"] and _count(said.message.text) < settings["words"]:
            yield Fault(place, *marks[settings["in_all"]])


def _count(text: str) -> int:
    return len(_words_of(text))


def _words_of(text: str) -> list[str]:
    """Its words; addresses and tags are none."""
    at, words = 0, []
    for start, end in asides(text):
        words += _WORD.findall(text, at, start)
        at = end
    return words + _WORD.findall(text, at)


def hard_to_read(case: Case, settings: Mapping[str, Any]) -> Iterator[Fault]:
    """Messages whose sentences are too long, or whose Flesch-Kincaid grade is too high.

    The grade is 0.39 words a sentence + 11.8 syllables a word - 15.59 (Kincaid et al., 1975). A line break ends a
    sentence; salutation, closing and signature are left out.
    """
    for place in case.judged(Speaker.AGENT):
        said = case.said[place]
        pieces = [item for body in _body(said) for item in _items(body)]
        if _easy(pieces, settings):
            continue
        sentences = [words for words in map(_words_of, pieces) if words]
        words = [word for sentence in sentences for word in sentence]
        if len(words) < settings["words"]:
            continue
        average = len(words) / len(sentences)
        grade = _grade(average, _vowel_groups(words) / len(words))
        if grade > settings["grade"]:  # hyphens part no more syllables than vowels do; the library is slow to load
            grade = _grade(average, _syllables(words) / len(words))
        if average > settings["words_a_sentence"] or grade > settings["grade"]:
            values = {"average": f"{average:.0f}", "grade": f"{grade:.0f}"}
            yield Fault(place, *whole(said), values=values)


def _easy(pieces: list[str], settings: Mapping[str, Any]) -> bool:
    """A quick yes for most messages: that they are easy to read even if every sign parted words and syllables."""
    text = "\n".join(pieces)
    if not text.isascii() or any(map(text.__contains__, ASIDE_SIGNS)):
        return False
    sounds = f" {text.translate(_SOUNDS)}"
    most = _count_words(sounds)
    least = max(most - text.count("'") - text.count("-"), 1)
    average = most / (sum([any(map(str.isalnum, piece)) for piece in pieces]) or 1)
    grade = _grade(average, _count_vowels(sounds) / least)
    return bool(average <= settings["words_a_sentence"] and grade <= settings["grade"])


def _count_words(sounds: str) -> int:
    """The words of a text that is written as vowels "a", other letters "t" and spaces, one of them before it."""
    return sounds.count(" a") + sounds.count(" t")


def _count_vowels(sounds: str) -> int:
    """The runs of vowels of such a text; a word that has none counts as one."""
    mute = _count_words(sounds) - sounds.replace("t", "").count(" a")
    return sounds.replace("t", " ").count(" a") + mute


def _body(said: Said) -> Iterator[str]:
    """The sentences that say something, in the writer's own words."""
    folded = said.folded
    lines = folded.clean.split("\n")
    names = _frame(lines)
    ends = list(accumulate(len(line) + 1 for line in lines))
    wholly = said.own(*folded.span(0, len(folded.clean)))
    for sentence in folded.sentences:
        start = sentence.start
        for number in range(bisect_right(ends, start), len(lines)):
            end = min(sentence.end, ends[number] - 1)
            if number not in names and start < end and (wholly or said.own(*folded.span(start, start + 1))):
                yield folded.clean[start:end]
            start = ends[number]
            if start >= sentence.end:
                break


def _items(sentence: str) -> list[str]:
    """The items of a list that is written in one line, each as a sentence of its own; else the sentence."""
    dashes = sentence.count(" - ")
    if "\u2022" in sentence or dashes > _APART or (dashes and ": - " in sentence):
        return _ITEM.split(sentence)
    return [sentence]


def _frame(lines: list[str]) -> set[int]:
    """The lines of the salutation, the closing and the signature: short ones at the edges that end no sentence."""
    full = [number for number, line in enumerate(lines) if line.strip()]
    found = set()
    if len(full) > 1 and lines[full[0]].rstrip().endswith((",", ":")) and _count(lines[full[0]]) <= _SHORT_LINE:
        found.add(full[0])
    for number in reversed(full[1:]):
        if _count(lines[number]) > _SHORT_LINE or _ENDS.search(lines[number]):
            break
        found.add(number)
    return found


def _grade(words_a_sentence: float, syllables_a_word: float) -> float:
    return 0.39 * words_a_sentence + 11.8 * syllables_a_word - 15.59


def _vowel_groups(words: list[str]) -> int:
    """The runs of vowels; a word that has none counts as one."""
    return _count_vowels(f" {' '.join(words)}".translate(_vowels))


def _syllables(words: list[str]) -> int:
    import pyphen

    hyphens = pyphen.Pyphen(lang="en_US")
    return sum(len(hyphens.positions(word)) + 1 for word in words)


def wall_of_text(case: Case, settings: Mapping[str, Any]) -> Iterator[Fault]:
    """Paragraphs with more words than their channel bears; a blank line ends a paragraph."""
    for place in case.judged(Speaker.AGENT):
        most = settings["words"].get(case.channel(place) or Channel.EMAIL)
        if most is None:
            continue
        said = case.said[place]
        for start, end in _paragraphs(said):
            count = _own_count(said, start, end) if _may_be_long(said.folded.clean[start:end], most) else 0
            if count > most:
                values = {"words": str(count), "most": str(most)}
                yield Fault(place, *said.folded.span(start, end), values=values)


def _may_be_long(text: str, most: int) -> bool:
    """A quick no for most paragraphs: whether it has more than so many words, if every sign parted two."""
    if len(text) <= 2 * most:
        return False
    return not text.isascii() or _count_words(f" {text.translate(_SOUNDS)}") > most


def _own_count(said: Said, start: int, end: int) -> int:
    """How many words of ``start:end`` of ``clean`` are the writer's own."""
    if said.own(*said.folded.span(start, end)):
        return _count(said.folded.clean[start:end])
    clean = said.folded.clean
    beside = asides(clean, start, end)
    words = (word.span() for word in _WORD.finditer(clean, start, end))
    return sum(not inside(beside, word[0]) and said.own(*said.folded.span(*word)) for word in words)


def _paragraphs(said: Said) -> Iterator[Span]:
    clean = said.folded.clean
    at = 0
    for border in _BLANK_LINE.finditer(clean):
        yield at, border.start()
        at = border.end()
    if at < len(clean.rstrip()):
        yield at, len(clean.rstrip())


def emoji_in_trouble(case: Case, _: Mapping[str, Any]) -> Iterator[Fault]:
    """Laughing or playful signs in a reply to a customer whose latest message is upset."""
    for place in case.judged(Speaker.AGENT):
        playful = case.said[place].signal("emoji-in-trouble/playful")
        upset = _latest_upset(case, place) if playful else None
        if upset is not None:
            evidence = (case.evidence(upset, *whole(case.said[upset])),)
            yield Fault(place, playful[0].start, playful[0].end, evidence)


def _latest_upset(case: Case, place: int) -> int | None:
    """The customer's latest messages in a row: the one that is upset, if one is."""
    from phraselint.service.feelings import is_upset  # a lone draft, whose style is asked, does without

    for earlier in range(place - 1, -1, -1):
        speaker = case.speaker(earlier)
        if speaker is Speaker.CUSTOMER and is_upset(case.said[earlier]):
            return earlier
        if speaker is Speaker.CUSTOMER and case.said[earlier].message.text.strip():
            goes_on = earlier > 0 and case.speaker(earlier - 1) is Speaker.CUSTOMER
            if not goes_on:
                return None
    return None
