"""Time per character at two lengths, for patterns and texts that punish backtracking and rescanning."""

import argparse
import random
import statistics
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

import phraselint
from benchmarks import books, rounds, texts
from phraselint.model.conversation import Conversation


class Case(NamedTuple):
    """A phrasebook, a text of any length, and the shorter of the two lengths in characters."""

    linter: Callable[[], phraselint.Linter]
    text: Callable[[int], str]
    length: int
    markup: str = "plain"
    speaker: str = ""
    """Who writes it in a conversation with someone else, for the service rules; "" for a text alone."""


def main(arguments: list[str]) -> None:
    """Prints for each case how much dearer a character is in the longer text; linear time is about 1."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks linear", description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", choices=CASES)
    options = parser.parse_args(arguments)
    print(f"{'':<36}      short       long   us/char   us/char   ratio")
    for name, case in CASES.items():
        if options.only in (None, name):
            _measure(name, case, options.rounds)


def _measure(name: str, case: Case, count: int) -> None:
    linter = case.linter()
    short, long = case.text(case.length), case.text(case.length * 4)
    judge = partial(linter.lint, markup=case.markup) if not case.speaker else _in_conversation(linter, case.speaker)
    judge(short[:1000])
    costs: dict[str, list[float]] = {short: [], long: []}
    for _ in range(count):
        for text, values in costs.items():
            values.append(rounds.timed(partial(judge, text)) / len(text) * 1e6)
    low, high = statistics.median(costs[short]), statistics.median(costs[long])
    print(f"{name:<36} {len(short):10,} {len(long):10,} {low:9.3f} {high:9.3f} {high / low:7.2f}")


def _in_conversation(linter: phraselint.Linter, speaker: str) -> Callable[[str], object]:
    """What judges a text as a message of a conversation by e-mail."""

    def judged(text: str) -> object:
        messages = [{"speaker": "customer", "text": "My kettle broke. When do I get a new one?"}]
        messages.insert(speaker == "agent", {"speaker": speaker, "text": text})
        messages.append({"speaker": "agent", "text": "Hello Ann, we will look into it by Friday."})
        return linter.lint(Conversation.from_record({"channel": "email", "messages": messages}))

    return judged


def _one(pattern: str) -> Callable[[], phraselint.Linter]:
    return lambda: phraselint.Linter(books.loaded(texts.book([pattern])))


def _repeated(piece: str) -> Callable[[int], str]:
    return lambda length: (piece * (length // len(piece) + 1))[:length]


def _shuffled(words: list[str]) -> Callable[[int], str]:
    """Words in random order, without a sentence end."""

    def text(length: int) -> str:
        dice = random.Random(length)
        made: list[str] = []
        while sum(map(len, made)) + len(made) < length:
            made.append(" ".join(dice.choices(words, k=200)))
        return " ".join(made)[:length]

    return text


def _letters() -> list[str]:
    return [f"{first}{middle}{last}" for first in "bcdfghklmn" for middle in "aeiouywrst" for last in "bdfgklmnpr"]


CASES: dict[str, Case] = {
    "12 gaps, never complete": Case(_one(" ... ".join(["go"] * 13) + " now"), _repeated("go " * 60 + "; now "), 20_000),
    "12 gaps, complete everywhere": Case(_one(" ... ".join(["go"] * 13)), _repeated("go "), 20_000),
    "40 options in a row": Case(_one("[very] " * 40 + "much"), _repeated("very " * 60 + "; much "), 20_000),
    "40 options of two, nested": Case(
        _one("[so [very]|very] " * 40 + "much"), _repeated("so very " * 40 + "; much "), 20_000
    ),
    "1,000 alternatives": Case(_one(f"({'|'.join(_letters())}) thing"), _shuffled([*_letters(), "thing"]), 50_000),
    "50,000 entries": Case(lambda: books.linter(50_000), lambda n: " ".join(texts.messages(n // 90))[:n], 100_000),
    "a line of 10 MB": Case(lambda: books.linter(200), _shuffled(list(texts.WORDS)), 2_500_000),
    "a word of 10 MB": Case(lambda: books.linter(200), _repeated("a"), 2_500_000),
    "slips at every word": Case(_one("please calmly continue"), _repeated("plaese clamly contineu ; "), 50_000),
    "50,000 nested tags": Case(lambda: books.linter(200), _repeated("<div>"), 62_500, "html"),
    "20,000 suppressions": Case(
        lambda: books.linter(200), _repeated("Ok. <!-- phraselint: ignore made-0 -- quoted -->\n"), 250_000, "markdown"
    ),
    "a row of dots": Case(lambda: books.linter(200), lambda n: f"Hello,\n{'so it is ' * 30}.\n{'.' * n}a", 20_000),
    "capital letters of a customer's": Case(
        lambda: books.linter(200), _repeated("A " * 200 + "A" * 400), 10_000, speaker="customer"
    ),
    "a reply of white space": Case(lambda: books.linter(200), _repeated(" "), 10_000, speaker="agent"),
    "50,000 quotes": Case(lambda: books.linter(200), _repeated('" > “\n'), 62_500, "markdown"),
}
