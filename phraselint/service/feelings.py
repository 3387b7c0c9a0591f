"""Replies to an upset customer that begin with something else than what the customer feels or went through."""

from __future__ import annotations

import re

from phraselint.model.conversation import Speaker
from phraselint.service.spots import hears, length, sentences, span, within
from phraselint.service.turns import runs

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from phraselint.match.matches import Match
    from phraselint.service.case import Case, Said
    from phraselint.text.words import Sentence

_SHOUTED = re.compile(r"(?<![\w-])[A-Z]{4,}(?![\w-])|[!?]{2,}")
_CAPITALS = re.compile(r"(?:\b[A-Z][A-Z']*\b[ ,]+){4,60}\b[A-Z']{2,}\b")
_LONG_CAPITALS = re.compile(r"[A-Z']{3}")
_STALE = 5  # answers of a bot after which a feeling is no longer fresh
_ECHO = 3  # words of the customer's that a reply takes up when it speaks of the trouble
_SHORT = 3  # words up to which a sentence is only a salutation or a name


def unheard(case: Case, settings: Mapping[str, Any]) -> Iterator[tuple[int, int, int, tuple[int, int, int]]]:
    """The replies that pass over a feeling: message, start and end of their first words, and the customer's message."""
    acknowledged = False
    upset: tuple[int, int, int] | None = None
    complaint: list[int] = []
    for run, speaker in runs(case):
        if speaker == Speaker.CUSTOMER:
            upset, complaint = _upset(case, run, acknowledged), run
        elif upset:
            trouble = {word for n in complaint for word in _content(case.said[n])}
            first, heard = _first_words(case, run, trouble, settings)
            acknowledged = acknowledged or heard
            if hears(case.said[run[0]], "no-greeting/rest"):
                continue  # of a message in parts the first is not in the data
            if first is None and upset[0] == complaint[-1]:
                first = _last_words(case, run)  # no more than a greeting and thanks
            if first and not heard and case.judges(first[0]):
                yield *first, upset


def _upset(case: Case, run: Sequence[int], acknowledged: bool) -> tuple[int, int, int] | None:
    """The last message of a run that is plainly upset, and where; a pleased one after it takes it back.

    Lesser signs count in pairs, and until the feeling is acknowledged.
    """
    bots = case.before(run[-1], Speaker.BOT)
    stale = bots[-_STALE] if len(bots) >= _STALE else -1
    for place in reversed(run):
        if place < stale:
            break
        said = case.said[place]
        found = _plain(said) or _shouted(said) or (None if acknowledged else _paired(said))
        if found and not said.signal("feeling-ignored/delighted"):
            return place, *_stretch(found)
        if said.signal("pleased"):
            break
    return None


def is_upset(said: Said) -> bool:
    """Whether a message is plainly upset, or sounds so and neither laughs nor says that all is well."""
    if _plain(said) or _shouted(said):
        return not said.signal("feeling-ignored/delighted")
    return not is_light(said) and bool(_standing(said, "upset") or _standing(said, "feeling-ignored/mild"))


def is_light(said: Said) -> bool:
    """Whether a message laughs, or says that all is well."""
    return hears(said, "emoji-in-trouble/playful", "pleased", "feeling-ignored/delighted")


def _shouted(said: Said) -> re.Match[str] | None:
    """Capitals that shout: in a message that tells of trouble, too."""
    for found in _CAPITALS.finditer(said.message.text):
        shouts = _LONG_CAPITALS.search(found.group()) is not None  # not "OH, KY, IA, MI"
        if shouts and said.own(*found.span()):  # what a screen says in capitals is not shouted
            return found if hears(said, *_TROUBLED) else None
    return None


_TROUBLED = ("feeling-ignored/trouble", "feeling-ignored/mild", "complaint", "upset")


def _stretch(found: Match | re.Match[str]) -> tuple[int, int]:
    return found.span() if isinstance(found, re.Match) else (found.start, found.end)


def _standing(said: Said, signal: str) -> list[Match]:
    """The matches of a signal in sentences that do not take it back."""
    found = said.signal(signal)
    calm = sentences(said, "feeling-ignored/calm") if found else set()
    return [each for each in found if each.sentence.number not in calm]


def _plain(said: Said) -> Match | None:
    """What is plainly said of a feeling, or of a blow that needs no word for it: "my mum died last week"."""
    return next((each for name in _PLAIN for each in _standing(said, name)), None)


_PLAIN = ("feeling-ignored/plain", "feeling-ignored/blow")


def _paired(said: Said) -> Match | None:
    """A lesser sign of a feeling that has another or harm close by, or trouble or shouting in its sentence.

    Harm that is shouted is such a sign.
    """
    mild = _standing(said, "feeling-ignored/mild")
    harm = said.signal("feeling-ignored/harm") if mild or _SHOUTED.search(said.folded.clean) else ()
    harmed = {each.sentence.number + near for each in harm for near in (-1, 0, 1)} if mild else set()
    troubled = sentences(said, "feeling-ignored/trouble") if mild else set()
    for sign in mild:
        number = sign.sentence.number
        beside = (each for each in mild if abs(each.sentence.number - number) <= 1)
        if (
            number in troubled
            or number in harmed
            or any(each.phrase != sign.phrase for each in beside)
            or _shouts(said, sign.sentence)
        ):
            return sign
    return next((each for each in harm if _shouts(said, each.sentence)), None)


def _shouts(said: Said, sentence: Sentence) -> bool:
    return _SHOUTED.search(said.folded.clean, sentence.start, sentence.end + 1) is not None


def _first_words(
    case: Case, run: Sequence[int], trouble: set[str], settings: Mapping[str, Any]
) -> tuple[tuple[int, int, int] | None, bool]:
    """Where a reply comes to its point, and whether it speaks of the feeling or the trouble there.

    Who has looked may say so first ("I can see both payments here."), and nothing else may come first.
    """
    begun: tuple[int, int, int] | None = None
    carried = trouble.difference(settings["common"])
    for place in run:
        said = case.said[place]
        heard = sentences(said, "apology", "feeling-ignored/acknowledges")
        orders = sentences(said, "feeling-ignored/demands")
        looked = sentences(said, "feeling-ignored/looked")
        acts = orders | sentences(said, "feeling-ignored/deals")
        cold = sentences(said, "feeling-ignored/cold")
        for sentence in said.own_sentences():
            demands = sentence.question or sentence.number in orders
            told = _before_acts(said, sentence) if sentence.number in acts else len(sentence.words)
            echoes = not sentence.question and _echoes(sentence, told, trouble, settings)
            warm = sentence.number not in cold and (echoes or _feels(said, sentence, told, carried))
            if sentence.number in heard or warm:
                return begun or (place, *span(said, sentence)), True
            if begun is None and sentence.number not in cold and _is_polite(said, sentence, demands):
                continue
            if begun or demands or sentence.number not in looked:
                return begun or (place, *span(said, sentence)), False
            begun = place, *span(said, sentence)
    return begun, False


def _last_words(case: Case, run: Sequence[int]) -> tuple[int, int, int] | None:
    """Where the last sentence of a reply stands, unless it is a greeting or a name."""
    said = case.said[run[-1]]
    own = said.own_sentences()
    if not own or length(own[-1]) <= (_SHORT + 2 if own[-1].number in sentences(said, "greeting") else _SHORT):
        return None
    return (run[-1], *span(said, own[-1]))


def _before_acts(said: Said, sentence: Sentence) -> int:
    """The clauses of a sentence that stand before what it asks or does: the token after them."""
    acting = within(said, sentence.number, "feeling-ignored/demands", "feeling-ignored/deals")
    first = min(match.first for match in acting)
    return max((at for at in range(first) if sentence.words[at] == ","), default=0)


def _echoes(sentence: Sentence, last: int, trouble: set[str], settings: Mapping[str, Any]) -> bool:
    """Whether a sentence takes up what the customer went through, before a token: words of it.

    One word is enough where it says no more.
    """
    echoed = (trouble & _words(sentence, last)).difference(settings["common"])
    if len(echoed) >= _ECHO:
        return True
    echoed.intersection_update(_words(sentence, last, named=False))
    return last == len(sentence.words) and bool(echoed) and _exclaims(sentence, settings["verbs"])


def _feels(said: Said, sentence: Sentence, last: int, trouble: set[str]) -> bool:
    """Whether a sentence tells what it was like, in words of its own, and nothing of what is done about it.

    It says something of the one who writes, or of anyone, and takes up a word: "Nobody sleeps before an exam".
    """
    acting = sentence.question or last < len(sentence.words)
    if acting or trouble.isdisjoint(_words(sentence, last, named=False)):
        return False
    if any(map(str.isdigit, sentence.text.clean[sentence.start : sentence.end])):
        return False
    if within(said, sentence.number, "feeling-ignored/business"):
        return False
    return bool(within(said, sentence.number, "feeling-ignored/someone"))


def _exclaims(sentence: Sentence, verbs: Sequence[str]) -> bool:
    """Whether a sentence has no verb and no figures: "A plaster in your soup!"."""
    told = any(word.endswith("ed") or any(map(str.isdigit, word)) for word in sentence.words)
    return not told and sentence.bag.isdisjoint(verbs)


def _is_polite(said: Said, sentence: Sentence, demands: bool) -> bool:
    """Whether a sentence only greets, thanks, or says who is speaking."""
    spoken = [word for word in sentence.words if word[0].isalnum()]
    greeted = sentence.number in sentences(said, "greeting")
    if not demands and len(spoken) <= (_SHORT + 2 if greeted else _SHORT):
        return True
    polite = sentences(said, "thanks", "no-name/introduced")
    return not demands and sentence.number in polite


def _content(said: Said) -> set[str]:
    return {word for sentence in said.own_sentences() for word in _words(sentence, len(sentence.words))}


def _words(sentence: Sentence, last: int, named: bool = True) -> set[str]:
    """The words before a token that carry the matter, by their first letters; on request without the names."""
    clean = sentence.text.clean
    told = (
        word
        for word, start in zip(sentence.words[:last], sentence.starts[:last], strict=True)
        if (len(word) > _SHORT or word.isdigit()) and (named or start == sentence.start or not clean[start].isupper())
    )
    return {word.removesuffix("'s")[:5].rstrip("s") for word in told}
