"""The tables of slips of a compiled book, made once: what ``slips.SlipIndex`` reads."""

from array import array

from phraselint.book.english import neighbours_of
from phraselint.book.frequencies import common_words, joinable
from phraselint.match.slips import key, slip
from phraselint.text.contractions import readings
from phraselint.text.spelling import budget, deletions


def slip_tables(words: set[str]) -> dict[str, bytes]:
    """The sections for the words of all patterns that forgive slips.

    Every English word that is near enough to be mistaken for one of them is settled here, so that a text's English
    words cost nothing and no word list is needed later.
    """
    vocabulary = sorted(words)
    english = neighbours_of(vocabulary)
    images = _images(english)
    common = common_words()
    keys, owners = _deletion_index(vocabulary)
    near = {word for found in english.values() for word in found} | joinable(words)
    return {
        "common": " ".join(sorted(common - images.keys())).encode(),
        "vocabulary": " ".join(vocabulary).encode(),
        "images": "\n".join(" ".join((word, *targets)) for word, targets in images.items() if word in common).encode(),
        "deletions": keys.tobytes(),
        "owners": owners.tobytes(),
        "english": f" {' '.join(sorted(near))} ".encode(),
    }


def _images(english: dict[str, frozenset[str]]) -> dict[str, list[str]]:
    """The English words that are slips all the same, by a swap or a final -s: word -> what they may stand for."""
    images: dict[str, list[str]] = {}
    for target, found in sorted(english.items()):
        for word in sorted(found):
            if not readings(word) and slip(word, target, english=True):
                images.setdefault(word, []).append(target)
    return images


def _deletion_index(vocabulary: list[str]) -> "tuple[array[int], array[int]]":
    pairs = sorted(
        (key(each), number)
        for number, word in enumerate(vocabulary)
        if budget(word)
        for each in deletions(word, abs(budget(word)))
    )
    return array("I", [k for k, _ in pairs]), array("I", [n for _, n in pairs])
