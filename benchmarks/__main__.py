"""`python -m benchmarks NAME`: the table of what can be measured."""

import sys
from collections.abc import Callable

from benchmarks import accuracy, draft, linear, phrases, service, slips, start

BENCHMARKS: dict[str, tuple[Callable[[list[str]], None], str]] = {
    "start": (start.main, "a cold check of one draft, beside `python -c pass`"),
    "draft": (draft.main, "a warm check of one draft, in milliseconds; 200 -> 10,000 phrases"),
    "phrases": (phrases.main, "messages a second as the phrasebook grows"),
    "slips": (slips.main, "looking for spelling slips, beside the exact scan"),
    "linear": (linear.main, "time per character at two lengths, for hostile patterns and texts"),
    "accuracy": (accuracy.main, "precision, recall and F1 on labelled messages"),
    "service": (service.main, "precision and recall of the service rules on labelled conversations; their cost"),
}


def main(arguments: list[str]) -> None:
    """Runs one benchmark; its own `--help` tells its options."""
    if not arguments or arguments[0] not in BENCHMARKS:
        for name, (_, about) in BENCHMARKS.items():
            print(f"python -m benchmarks {name:<9} {about}")
        raise SystemExit(0 if arguments in ([], ["--help"]) else 2)
    BENCHMARKS[arguments[0]][0](arguments[1:])


main(sys.argv[1:])
