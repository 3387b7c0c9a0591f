"""What looking for spelling slips costs in bulk, beside the exact scan, raw Hyperscan and ripgrep."""

import argparse
import gzip
import json
import random
import shutil
import subprocess
import tempfile
from pathlib import Path

from benchmarks import books, rounds, texts
from phraselint.match.find import Matcher
from phraselint.text.fold import fold


def main(arguments: list[str]) -> None:
    """Prints for each size of phrasebook the ratio of slips to the exact scan over the same messages."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks slips", description=__doc__)
    parser.add_argument("file", nargs="?", type=Path, help="messages, JSON Lines with `text`; else made ones")
    parser.add_argument("--messages", type=int, default=3_000)
    parser.add_argument("--sizes", type=int, nargs="+", default=[200, 1_000, 10_000])
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args(arguments)
    messages = _read(options.file) if options.file else with_slips(texts.messages(options.messages))
    print(f"{len(messages):,} messages, {sum(map(len, messages)) / 1e6:.2f} MB, a buffer at a time")
    for size in options.sizes:
        _measure(messages, size, options.rounds)


def with_slips(messages: list[str], share: float = 0.02, seed: int = 1) -> list[str]:
    """The messages with two letters swapped in a share of their longer words."""
    dice = random.Random(seed)
    return [" ".join(_slip(dice, word, share) for word in text.split(" ")) for text in messages]


def _slip(dice: random.Random, word: str, share: float) -> str:
    if len(word) < 4 or not word.isalpha() or dice.random() >= share:
        return word
    place = dice.randrange(1, len(word) - 2)
    return word[:place] + word[place + 1] + word[place] + word[place + 2 :]


def _measure(messages: list[str], size: int, count: int) -> None:
    exact, slips = (Matcher(books.phrasebook(size, typos)) for typos in (False, True))
    with tempfile.TemporaryDirectory() as room:
        candidates: dict[str, rounds.Work] = {
            "exact": lambda: _found(exact, messages),
            "with slips": lambda: _found(slips, messages),
            **_peers(messages, _literals(size), Path(room)),
        }
        seconds = rounds.interleaved(candidates, count)
    print(f"{size:,} phrases")
    rounds.table(seconds, base="exact")


def _found(matcher: Matcher, messages: list[str]) -> int:
    """How many matches the messages hold, found a buffer at a time."""
    return sum(len(found.entries) for found in matcher.find_all(map(fold, messages)))


def _literals(size: int) -> list[str]:
    return [phrase.replace(" [at all]", "").replace("{", "").replace("}", "").lower() for phrase in texts.phrases(size)]


def _peers(messages: list[str], literals: list[str], room: Path) -> dict[str, rounds.Work]:
    """The same literals by raw Hyperscan over one buffer, and by ripgrep over a file."""
    peers: dict[str, rounds.Work] = {}
    buffer = "\n".join(messages).encode()
    try:
        import hyperscan  # a scanner that some platforms lack
    except ImportError:
        pass
    else:
        flags = hyperscan.HS_FLAG_CASELESS
        database = hyperscan.Database()
        database.compile(
            expressions=[literal.encode() for literal in literals],
            ids=list(range(len(literals))),
            elements=len(literals),
            flags=flags,
            literal=True,
        )
        peers["raw hyperscan"] = lambda: database.scan(buffer, match_event_handler=lambda *_: None)
    if ripgrep := shutil.which("rg"):
        (room / "messages.txt").write_bytes(buffer)
        (room / "phrases.txt").write_text("\n".join(literals) + "\n", encoding="utf-8")
        command = [ripgrep, "-F", "-i", "-w", "-c", "-f", str(room / "phrases.txt"), str(room / "messages.txt")]
        peers["ripgrep, a process"] = lambda: subprocess.run(command, check=False, capture_output=True)
    return peers


def _read(path: Path) -> list[str]:
    """The agents' messages of a file, or all messages where it names no speakers."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines if line.strip()]
    return [row["text"] for row in rows if row.get("speaker", "agent") == "agent"]
