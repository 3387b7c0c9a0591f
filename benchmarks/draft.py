"""A warm check of one draft in process, and what it costs when the phrasebook grows from 200 to 10,000 phrases."""

import argparse
from functools import partial

from benchmarks import books, rounds, texts

SIZES = (200, 10_000)


def main(arguments: list[str]) -> None:
    """Prints median and 99th percentile of drafts of 2.6 kB with five findings, and the ratio of the two books."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks draft", description=__doc__)
    parser.add_argument("--drafts", type=int, default=300)
    options = parser.parse_args(arguments)
    drafts = [texts.draft(seed=seed) for seed in range(options.drafts)]
    seconds = _measure(drafts)
    print(f"warm check of {len(drafts)} drafts of 2.6 kB with five findings each")
    for size, values in seconds.items():
        median, slow = rounds.milliseconds(values)
        print(f"  {size:>6,} phrases: p50 {median:.2f} ms, p99 {slow:.2f} ms")
    small, large = (rounds.milliseconds(seconds[size])[0] for size in SIZES)
    print(f"  200 -> 10,000 phrases: {large / small:.2f} x")


def _measure(drafts: list[str]) -> dict[int, list[float]]:
    linters = {size: books.linter(size) for size in SIZES}
    seconds: dict[int, list[float]] = {size: [] for size in SIZES}
    for warming in (True, False):
        for text in drafts[:50] if warming else drafts:
            for size, linter in linters.items():
                took = rounds.timed(partial(linter.lint, text))
                if not warming:
                    seconds[size].append(took)
    for linter in linters.values():
        found = {len(linter.lint(text).findings) for text in drafts}
        assert found == {5}, f"drafts with {found} findings, not 5"
    return seconds
