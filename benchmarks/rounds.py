"""Timing fairly: the candidates take turns within one run, and medians are compared."""

import statistics
import time
from collections.abc import Callable, Mapping

Work = Callable[[], object]


def interleaved(candidates: Mapping[str, Work], rounds: int) -> dict[str, list[float]]:
    """Seconds of each candidate in each round; every round runs all of them, so that a busy machine slows all alike."""
    seconds: dict[str, list[float]] = {name: [] for name in candidates}
    for work in candidates.values():
        work()  # the first run fills caches and counts for nobody
    for _ in range(rounds):
        for name, work in candidates.items():
            seconds[name].append(timed(work))
    return seconds


def timed(work: Work) -> float:
    """Seconds that one call takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def ratio(seconds: Mapping[str, list[float]], name: str, base: str) -> float:
    """How many times as long as ``base`` a candidate takes: the median over rounds of the ratio within a round."""
    return statistics.median(a / b for a, b in zip(seconds[name], seconds[base], strict=True))


def milliseconds(values: list[float]) -> tuple[float, float]:
    """The median and the 99th percentile, in milliseconds."""
    ordered = sorted(values)
    return statistics.median(ordered) * 1000, ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))] * 1000


def table(seconds: Mapping[str, list[float]], base: str) -> None:
    """Prints each candidate's median and its ratio to ``base``."""
    for name, values in seconds.items():
        print(f"  {name:<46} {milliseconds(values)[0]:10.2f} ms  {ratio(seconds, name, base):6.2f} x")
