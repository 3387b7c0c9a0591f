"""Made-up messages, drafts and phrasebooks, the same for the same seed."""

import json
import random
from itertools import pairwise

AVOIDED = (
    "no problem [at all]",
    "calm down",
    "please change",
    "I won't argue with you",
    "did you plug it in",
    "as I {say} before",
    "that's not my department",
    "you should have {read} the manual",
)
"""Phrases that stand in every made book, so that a draft has the same findings whatever the size of the book."""

SAID = ("No problem at all", "Calm down", "Please change", "I won't argue with you", "As I said before")
"""Five of them as an agent writes them: the five findings of a draft."""

OPENINGS = (
    "Thank you for writing about the {thing} that arrived on {day}.",
    "I have looked at your {thing} and at the notes from {day}.",
    "It was good to hear from you about the {thing}.",
    "Let me tell you where your {thing} is at this moment.",
)
MIDDLES = (
    "The {thing} left our {place} on {day}, and its number is in the message below.",
    "Our {place} checks every {thing} before it is packed, and yours was {state}.",
    "You can follow the {thing} with the link in the message from {day}.",
    "If the {thing} is {state} when it comes, a photo of it helps our {place}.",
    "I asked a colleague in the {place} to look at the {thing} once more.",
    "The amount for the {thing} goes back to your card on {day}.",
    "We keep the {thing} at the {place} until {day}, so there is time to decide.",
    "The {state} {thing} can go into the same box that the new one came in.",
    "There was more to do in our {place} this week than we had planned for.",
)
FILLERS = {
    "thing": "parcel order kettle lamp invoice router ticket booking jacket keyboard refund chair voucher".split(),
    "place": "warehouse workshop office shop branch kitchen studio depot reception".split(),
    "day": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),
    "state": "open damaged late ready closed empty complete wet heavy missing".split(),
}
WORDS = tuple(
    dict.fromkeys(
        " ".join((*OPENINGS, *MIDDLES, *(" ".join(words) for words in FILLERS.values())))
        .translate(str.maketrans("", "", "{}.,"))
        .lower()
        .split()
    )
)


def message(dice: random.Random, sentences: int) -> str:
    """What an agent writes, clean by every made phrasebook."""
    shapes = [dice.choice(OPENINGS), *dice.choices(MIDDLES, k=sentences - 1)]
    return " ".join(_filled(dice, shape) for shape in shapes)


def messages(count: int, seed: int = 1, flagged: float = 0.03) -> list[str]:
    """Messages of one to four sentences, of which the share ``flagged`` says something to avoid."""
    dice = random.Random(seed)
    made = []
    for _ in range(count):
        text = message(dice, dice.choice((1, 1, 2, 2, 3, 4)))
        made.append(f"{text} {dice.choice(SAID)}." if dice.random() < flagged else text)
    return made


def draft(length: int = 2600, seed: int = 1) -> str:
    """A draft of about ``length`` characters with five findings, one a paragraph."""
    dice = random.Random(seed)
    paragraphs = []
    for said in SAID:
        text = message(dice, 2)
        while len(text) < length / len(SAID) - 60:
            text += " " + _filled(dice, dice.choice(MIDDLES))
        paragraphs.append(f"{text} {said}.")
    return "\n\n".join(paragraphs) + "\n"


def phrases(count: int, seed: int = 1) -> list[str]:
    """``count`` phrases: those of AVOIDED, then made ones of two to five words of the messages in other orders."""
    dice = random.Random(seed)
    neighbours = {pair for text in messages(3_000, flagged=0) for pair in _pairs(text)}
    made: dict[str, None] = dict.fromkeys(AVOIDED)
    while len(made) < count:
        phrase = " ".join(_word(dice) for _ in range(dice.choice((2, 3, 3, 4, 4, 5))))
        if not neighbours.issuperset(_pairs(phrase)):
            made[phrase] = None
    return list(made)[:count]


def book(patterns: list[str], typos: bool = True) -> str:
    """A phrasebook with one entry a phrase. Patterns are JSON strings, so that no quoting can go wrong."""
    lines = ["name: Made up", 'version: "1"', "language: en", "avoid:"]
    for number, pattern in enumerate(patterns):
        lines += [
            f"  - id: made-{number}",
            "    category: made",
            "    severity: warning",
            f"    phrases: [{json.dumps(pattern)}]",
            "    why: It was made to be found.",
            *([] if typos else ["    typos: false"]),
        ]
    return "\n".join(lines) + "\n"


def _filled(dice: random.Random, shape: str) -> str:
    return shape.format(**{name: dice.choice(words) for name, words in FILLERS.items()})


def _pairs(text: str) -> list[tuple[str, str]]:
    """The neighbours in a text; a final -s does not count, since it may be a slip."""
    words = text.lower().replace(".", " .").replace(",", " ,").split()
    return list(pairwise(word.rstrip("s") for word in words))


def _word(dice: random.Random) -> str:
    """A word of the messages; one in four is made up, as a large book holds words that few messages do."""
    if dice.random() < 0.75:
        return dice.choice(WORDS)
    syllables = ("ba", "cor", "del", "fin", "gal", "ho", "lim", "mer", "nos", "pra", "ril", "sto", "tam", "ver", "zu")
    return "".join(dice.choice(syllables) for _ in range(3))
