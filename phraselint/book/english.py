"""The English words near a phrase word: what may not be taken for a slip of it. Compile time only.

The list is pyspellchecker's (160,000 words with their frequencies, MIT), read as data.
"""

import gzip
import json
from collections.abc import Iterable
from functools import cache
from importlib import resources
from itertools import pairwise
from typing import TYPE_CHECKING

from rapidfuzz import process
from rapidfuzz.distance import OSA

from phraselint.text.contractions import AUXILIARIES, contracted, readings
from phraselint.text.spelling import budget
from phraselint.text.unicode import clean

if TYPE_CHECKING:
    import numpy

_LETTERS = "abcdefghijklmnopqrstuvwxyz'"
_MISSING = """
ai apologise apologised apologises apologising app apps asap behaviour blockchain btw cancelling captcha catalogue
centre centres chatbot cheque cheques colour colours cookie covid crypto customise cuz doc docs dropdown ebook emoji
emojis enquire enquiries enquiry faq faqs favour favourite form forms fyi gif gigs hashtag honour hotspot idk imo
inbox info invite invites ios kudos laptop licence livechat lmao lmk login logins logout logouts lol malware meme
memes moment moments neighbour omg onboarding organise organised paypal pdf pdfs pic pics pin pixel pls plz podcast
popup popups practise preorder programme programmes promo promos realise realised reboot recognise recognised refund
refunds rep reply repo reps resend roaming selfie sim smartphone sms spam startup streaming tbh texted thru thx
timestamp travelling tweet tweets unfollow unsubscribe upgrade upsell uptime url urls usb vip vlog voicemail vpn
webcam webinar webpage wifi workaround workflow ya yep yup
"""
_PRONOUNS = "i you he she it we they that there what where who how here when".split()
_SECONDS = "am are is has have had will would".split()


def is_english(word: str) -> bool:
    """Whether a folded word is English; contractions without their apostrophe (dont, wont) are not."""
    return word in known_words() and word not in _bare_contractions()


def neighbours_of(words: Iterable[str]) -> dict[str, frozenset[str]]:
    """For each folded phrase word, the words that a slip of it could be mistaken for, within its own budget of edits.

    These are English words, and contractions without their apostrophe, which are read as what they stand for.
    """
    return {word: _swapped(word) if budget(word) < 0 else neighbours(word, budget(word)) for word in words}


@cache
def neighbours(word: str, edits: int) -> frozenset[str]:
    """The known words within so many Damerau-Levenshtein edits (0 to 2) of a folded word, the word itself aside."""
    if edits == 0:
        return frozenset()
    found = _one_edit(word) if edits == 1 else _two_edits(word)
    return frozenset(found - {word})


def _swapped(word: str) -> frozenset[str]:
    return frozenset((_swaps(word) & known_words().keys()) - {word})


def _swaps(word: str) -> set[str]:
    return {word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1)}


def _one_edit(word: str) -> set[str]:
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    made = _swaps(word)
    made.update(left + right[1:] for left, right in cuts if right)
    made.update([left + letter + right for left, right in cuts for letter in _LETTERS])
    made.update([left + letter + right[1:] for left, right in cuts if right for letter in _LETTERS])
    return made & known_words().keys()


def _two_edits(word: str) -> set[str]:
    """Words whose letters, counted, differ little enough are few; the distance is measured for those only."""
    import numpy

    words, firsts, signs = _signatures()
    first, last = firsts.get(len(word) - 2, 0), firsts.get(len(word) + 3, len(words))
    alike = (
        numpy.bitwise_count(signs[first:last] ^ numpy.uint64(_sign(word))) <= 4
    )  # an edit changes two counts at most
    near = [words[first + at] for at in numpy.flatnonzero(alike)]
    return {found for found, _, _ in process.extract(word, near, scorer=OSA.distance, score_cutoff=2, limit=None)}


@cache
def _signatures() -> "tuple[list[str], dict[int, int], numpy.ndarray]":
    """The words in order of length, where those of each length begin, and their signatures."""
    import numpy

    words = sorted(known_words(), key=len)
    firsts: dict[int, int] = {}
    for place, word in enumerate(words):
        firsts.setdefault(len(word), place)
    by_length = [words[start:end] for start, end in pairwise([*firsts.values(), len(words)])]
    return words, firsts, numpy.concatenate([_signature(alike) for alike in by_length])


def _signature(words: list[str]) -> "numpy.ndarray":
    """For each word two bits a letter: whether it stands there at all, and whether more than once."""
    import numpy

    width = max(map(len, words))
    letters = numpy.array([word.encode("latin-1", "replace") for word in words], dtype=f"S{width}")
    table = letters.view(numpy.uint8).reshape(len(words), width)
    signs = numpy.zeros(len(words), dtype=numpy.uint64)
    for bit, letter in enumerate(_LETTERS):
        count = numpy.count_nonzero(table == ord(letter), axis=1)
        signs |= (count > 0).astype(numpy.uint64) << numpy.uint64(2 * bit)
        signs |= (count > 1).astype(numpy.uint64) << numpy.uint64(2 * bit + 1)
    return signs


def _sign(word: str) -> int:
    """The signature of one word."""
    counts = ((bit, word.count(letter)) for bit, letter in enumerate(_LETTERS))
    return sum((count > 0) << 2 * bit | (count > 1) << 2 * bit + 1 for bit, count in counts)


@cache
def known_words() -> dict[str, int]:
    """Every listed word, folded, with how often it stood in the texts that were counted."""
    listed = resources.files("spellchecker").joinpath("resources/en.json.gz").read_bytes()
    words: dict[str, int] = json.loads(gzip.decompress(listed))
    folded = {word if word.isascii() else clean(word)[0].lower(): often for word, often in words.items()}
    return folded | dict.fromkeys(_MISSING.split(), 0) | dict.fromkeys(_bare_contractions(), 0)


@cache
def _bare_contractions() -> frozenset[str]:
    pairs = [(first, "not") for first in AUXILIARIES]
    pairs += [(first, second) for first in _PRONOUNS for second in _SECONDS]
    made = {each for pair in pairs for each in contracted(*pair)}
    return frozenset(each for each in made if "'" not in each and each != "cannot" and readings(each))
