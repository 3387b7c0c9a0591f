"""Messages a second as the phrasebook grows: no work per phrase and message."""

import argparse

from benchmarks import books, rounds, texts

SIZES = (50, 200, 1_000, 10_000)


def main(arguments: list[str]) -> None:
    """Prints seconds and messages a second for each size of phrasebook, and the ratio to the one of 200."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks phrases", description=__doc__)
    parser.add_argument("--messages", type=int, default=3_000)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args(arguments)
    messages = texts.messages(options.messages)
    seconds = rounds.interleaved({f"{size:,} phrases": _work(size, messages) for size in SIZES}, options.rounds)
    size = sum(map(len, messages))
    print(f"{len(messages):,} messages, {size / 1e6:.2f} MB, one by one")
    rounds.table(seconds, base="200 phrases")
    for name, values in seconds.items():
        best = rounds.milliseconds(values)[0] / 1000
        print(f"  {name:<16} {len(messages) / best:10,.0f} messages/s  {size / best / 1e6:6.2f} MB/s")


def _work(size: int, messages: list[str]) -> rounds.Work:
    linter = books.linter(size)
    return lambda: [linter.lint(text) for text in messages]
