"""A cold check of one draft by an installed phraselint, beside `python -c pass` and beside Vale where it is there."""

import argparse
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

from benchmarks import installed, rounds, texts

NOTHING = "python -c pass"


def main(arguments: list[str]) -> None:
    """Prints how many times as long as `python -c pass` each start takes."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks start", description=__doc__)
    parser.add_argument("--rounds", type=int, default=21)
    options = parser.parse_args(arguments)
    seconds = rounds.interleaved(_candidates(), options.rounds)
    print(f"cold check of a 2.6 kB draft with five findings, warm cache, {options.rounds} rounds")
    rounds.table(seconds, base=NOTHING)
    print(f"  200 -> 10,000 phrases: {rounds.ratio(seconds, _ours(10_000), _ours(200)):.2f} x")


def _candidates() -> dict[str, Callable[[], object]]:
    program = installed.program()
    room = installed.ROOM
    draft = room / "draft.txt"
    draft.write_text(texts.draft(), encoding="utf-8")
    found: dict[str, Callable[[], object]] = {NOTHING: _run([program.parent / "python", "-c", "pass"], ends=0)}
    found["phraselint check, the shipped phrasebook"] = _run([program, "check", draft], ends=1)
    for count in (200, 10_000):
        book = room / f"book-{count}.yaml"
        book.write_text(texts.book(texts.phrases(count)), encoding="utf-8")
        found[_ours(count)] = _run([program, "check", draft, "--lexicon", book], ends=1)
    if vale := shutil.which("vale"):
        found["vale, the same 200 phrases"] = _run([vale, "--config", _vale(room), "--no-exit", draft], ends=0)
    return found


def _ours(count: int) -> str:
    return f"phraselint check, {count:,} phrases"


def _run(command: list[str | Path], ends: int) -> Callable[[], object]:
    environment = installed.environment()

    def work() -> None:
        done = subprocess.run(command, check=False, capture_output=True, env=environment, cwd=installed.ROOM)
        assert done.returncode == ends, (command, done.returncode, done.stdout[-500:], done.stderr[-500:])

    return work


def _vale(room: Path) -> Path:
    """A Vale configuration whose one rule holds 200 phrases."""
    style = room / "styles" / "Made"
    style.mkdir(parents=True, exist_ok=True)
    plain = [phrase.replace("[at all]", "").replace("{", "").replace("}", "").strip() for phrase in texts.phrases(200)]
    tokens = "\n".join(f"  - {phrase}" for phrase in plain)
    rule = f"extends: existence\nmessage: \"Avoid '%s'\"\nlevel: warning\nignorecase: true\ntokens:\n{tokens}\n"
    (style / "Phrases.yml").write_text(rule, encoding="utf-8")
    settings = room / "vale.ini"
    settings.write_text(
        "StylesPath = styles\nMinAlertLevel = suggestion\n[*]\nBasedOnStyles = Made\n", encoding="utf-8"
    )
    return settings
