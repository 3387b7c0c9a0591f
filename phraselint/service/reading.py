"""How a text reads: long sentences, hard words, long paragraphs."""

from __future__ import annotations

from phraselint.model.conversation import Channel, Speaker
from phraselint.service.case import Case, Fault
from phraselint.service.spots import ASIDE_SIGNS, asides, inside, whole
from phraselint.text import regex

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from phraselint.service.case import Said

_BLANK_LINE = regex.compile(r"\n[^\S\n]*\n\s*")  # it begins with one letter, for which the search is fast
_WORD = regex.compile(r"[^\W_]+(?:['-][^\W_]+|’[^\W_]+)*")  # a set of three with one beyond ASCII compiles slowly
_STOPS = frozenset(".!?:;")
_SUNG = "aeiouyäöüAEIOUYÄÖÜ"
_SPOKEN = bytes(ord("t" if chr(code).isalnum() else " ") for code in range(256))
_VOWELS = bytes(ord("a" if chr(code) in _SUNG else " ") for code in range(256))
_MUTE = bytes(code for code in range(128) if chr(code).isalnum() and chr(code) not in _SUNG)
_ITEM = regex.compile(r"\s[-\u2022]\s")
_APART = 2  # dashes that set a remark apart; more of them begin the items of a list
_SHORT_LINE = 6  # words of a salutation, a closing or a name


class _Vowels(dict[int, str]):
    """For ``translate``: every vowel as "a", every other letter as "t"."""

    def __missing__(self, code: int) -> str:
        self[code] = found = "a" if chr(code) in _SUNG else "t"
        return found


_vowels = _Vowels({ord(" "): " "})


def hard_to_read(case: Case, settings: Mapping[str, Any]) -> Iterator[Fault]:
    """Messages whose sentences are too long, or whose Flesch-Kincaid grade is too high.

    The grade is 0.39 words a sentence + 11.8 syllables a word - 15.59 (Kincaid et al., 1975). A line break ends a
    sentence; salutation, closing and signature are left out.
    """
    for place in case.replies(Speaker.AGENT):
        said = case.said[place]
        values = None if _easy(said, settings) else _hard(_pieces(said), settings)
        if values is not None:
            yield Fault(place, *whole(said), values=values)


def _hard(pieces: list[str], settings: Mapping[str, Any]) -> dict[str, str] | None:
    """What makes a message hard to read, in figures; None for one that is easy, or short."""
    sentences = [words for words in map(_words_of, pieces) if words]
    words = [word for sentence in sentences for word in sentence]
    if not words or len(words) < settings["words"]:
        return None
    average = len(words) / len(sentences)
    grade = _grade(average, _vowel_groups(words) / len(words))
    if grade > settings["grade"]:  # hyphens part no more syllables than vowels do; the library is slow to load
        grade = _grade(average, _syllables(words) / len(words))
    if average <= settings["words_a_sentence"] and grade <= settings["grade"]:
        return None
    return {"average": f"{average:.0f}", "grade": f"{grade:.0f}"}


def _easy(said: Said, settings: Mapping[str, Any]) -> bool:
    """A quick yes for most messages: easy to read even if every sign parted words and syllables, and no line ended."""
    clean = said.folded.clean
    if (
        not clean.isascii()
        or any(map(clean.__contains__, ASIDE_SIGNS))
        or not said.own(*said.folded.span(0, len(clean)))
    ):
        return False
    first, last = _frame(clean)
    text = clean[first:last]
    most = _runs_of_letters(text)
    least = max(most - text.count("'") - text.count("-"), 1)
    starts = [each.start for each in said.folded.sentences if first <= each.start and each.end <= last]
    average = most / (sum([clean[start].isalnum() for start in starts]) or 1)
    grade = _grade(average, _runs_of_vowels(text, most) / least)
    return bool(average <= settings["words_a_sentence"] and grade <= settings["grade"])


def _runs_of_letters(text: str) -> int:
    """The words of an ASCII text, if every sign parted two."""
    return (b" " + text.encode().translate(_SPOKEN)).count(b" t")


def _runs_of_vowels(text: str, words: int) -> int:
    """The runs of vowels of an ASCII text of so many words; a word that has none counts as one."""
    sung = b" " + text.encode()
    mute = words - sung.translate(_VOWELS, _MUTE).count(b" a")
    return sung.translate(_VOWELS).count(b" a") + mute


def count_words(text: str) -> int:
    """How many words a text has; addresses and tags are none."""
    return len(_words_of(text))


def _words_of(text: str) -> list[str]:
    """Its words; addresses and tags are none."""
    at, words = 0, []
    for start, end in asides(text):
        words += _WORD.findall(text, at, start)
        at = end
    return words + _WORD.findall(text, at)


def _pieces(said: Said) -> list[str]:
    """What is measured: the sentences, the items of a list each for itself."""
    return [item for body in _body(said) for item in _items(body)]


def _body(said: Said) -> Iterator[str]:
    """The sentences that say something, in the writer's own words; a line break ends one."""
    folded = said.folded
    clean = folded.clean
    first, last = _frame(clean)
    wholly = said.own(*folded.span(0, len(clean)))
    for sentence in folded.sentences:
        start, end = max(sentence.start, first), min(sentence.end, last)
        lines = clean[start:end].split("\n") if start < end else ()
        for line in lines:
            if line and (wholly or said.own(*folded.span(start, start + 1))):
                yield line
            start += len(line) + 1


def _items(sentence: str) -> list[str]:
    """The items of a list that is written in one line, each as a sentence of its own; else the sentence."""
    dashes = sentence.count(" - ")
    if "\u2022" in sentence or dashes > _APART or (dashes and ": - " in sentence):
        return _ITEM.split(sentence)
    return [sentence]


def _frame(text: str) -> tuple[int, int]:
    """What stands between salutation and closing with signature: short lines at the edges that end no sentence."""
    lines = text.split("\n")
    full = [number for number, line in enumerate(lines) if line.strip()]
    first, last = 0, len(lines)
    if len(full) > 1 and lines[full[0]].rstrip().endswith((",", ":")) and count_words(lines[full[0]]) <= _SHORT_LINE:
        first = full[0] + 1
    for number in reversed(full[1:]):
        if _ends(lines[number]) or count_words(lines[number]) > _SHORT_LINE:
            break
        last = number
    return sum([len(line) + 1 for line in lines[:first]]), len(text) - sum([len(line) + 1 for line in lines[last:]])


def _ends(line: str) -> bool:
    """Whether a line ends a sentence: a stop stands behind its last word."""
    end = len(line)
    while end and not (line[end - 1].isalnum() or line[end - 1] == "_"):
        end -= 1
    return not _STOPS.isdisjoint(line[end:])


def _grade(words_a_sentence: float, syllables_a_word: float) -> float:
    return 0.39 * words_a_sentence + 11.8 * syllables_a_word - 15.59


def _vowel_groups(words: list[str]) -> int:
    """The runs of vowels; a word that has none counts as one."""
    return _runs_of_vowels(" ".join(words).translate(_vowels), len(words))


def _syllables(words: list[str]) -> int:
    import pyphen

    hyphens = pyphen.Pyphen(lang="en_US")
    return sum(len(hyphens.positions(word)) + 1 for word in words)


def wall_of_text(case: Case, settings: Mapping[str, Any]) -> Iterator[Fault]:
    """Paragraphs with more words than their channel bears; a blank line ends a paragraph."""
    for place in case.replies(Speaker.AGENT):
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
    return not text.isascii() or _runs_of_letters(text) > most


def _own_count(said: Said, start: int, end: int) -> int:
    """How many words of ``start:end`` of ``clean`` are the writer's own."""
    if said.own(*said.folded.span(start, end)):
        return count_words(said.folded.clean[start:end])
    clean = said.folded.clean
    beside = asides(clean, start, end)
    words = (word.span() for word in _WORD.finditer(clean, start, end))
    return sum(not inside(beside, word[0]) and said.own(*said.folded.span(*word)) for word in words)


def _paragraphs(said: Said) -> Iterator[tuple[int, int]]:
    clean = said.folded.clean
    at = 0
    for border in _BLANK_LINE.finditer(clean):
        yield at, at + len(clean[at : border.start()].rstrip())
        at = border.end()
    if at < len(clean.rstrip()):
        yield at, len(clean.rstrip())
