"""`python -m examples.picture`: draws docs/picture.svg from the real output of the commands that it shows."""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from html import escape
from itertools import groupby
from pathlib import Path

ROOT = Path(__file__).parent.parent
PICTURE = ROOT / "docs" / "picture.svg"
WIDTH = 100  # characters
CELL, LINE, MARGIN = 8.4, 19, 18  # pixels
SHOWN = (
    ("Calm down, it's only loading. You need to restart it twice.", "phraselint check -"),
    ("No problem!", "phraselint fix --reply-to thanks -"),
    ("No problem, I'll look at it now.", "phraselint fix --reply-to request -"),
)
LABEL = 'role="img" aria-labelledby="title description"'
TITLE = "phraselint checks a draft and fixes two replies"

LIGHT = {
    "paper": "#f6f8fa",
    "edge": "#d0d7de",
    "text": "#1f2328",
    "dim": "#57606a",
    "error": "#b42318",
    "warning": "#7a4d00",
    "suggestion": "#0b5c74",
    "say": "#116329",
}
DARK = {
    "paper": "#161b22",
    "edge": "#30363d",
    "text": "#e6edf3",
    "dim": "#9da7b3",
    "error": "#ff938a",
    "warning": "#e3b341",
    "suggestion": "#76d9e6",
    "say": "#7ee787",
}
KINDS = {"2": "dim", "31": "error", "33": "warning", "36": "suggestion", "32": "say"}
ESCAPE = re.compile(r"\x1b\[([\d;]*)m")

Letter = tuple[str, str]
"""A character, and the classes that style it."""


def main() -> None:
    """Runs the commands and writes the picture."""
    PICTURE.write_text(drawn(list(screen())), encoding="utf-8")


def screen() -> Iterator[str]:
    """The lines of the terminal, with their escape sequences."""
    for said, command in SHOWN:
        yield f'\x1b[1m$ echo "{said}" | {command}\x1b[0m'
        yield from output(said, command).split("\n")
        yield ""


def output(said: str, command: str) -> str:
    """What a command prints, in colour."""
    arguments = [sys.executable, "-m", *shlex.split(command)]
    environment = os.environ | {"FORCE_COLOR": "1", "COLUMNS": str(WIDTH)}
    environment.pop("NO_COLOR", None)
    done = subprocess.run(arguments, input=said, capture_output=True, text=True, cwd=ROOT, env=environment, check=False)
    if done.returncode > 1:
        raise SystemExit(done.stderr or done.stdout)
    return done.stdout.rstrip("\n")


def drawn(lines: list[str]) -> str:
    """The picture as SVG, light or dark as its reader has it. Each character has its own place: any font will do."""
    shown = [letters(line) for line in lines[:-1]]
    width, height = 2 * MARGIN + max(map(len, shown)) * CELL, 2 * MARGIN + len(shown) * LINE
    texts = [text for number, line in enumerate(shown) for text in _texts(line, MARGIN + (number + 0.75) * LINE)]
    said = escape("\n".join(ESCAPE.sub("", line) for line in lines[:-1]))
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" {LABEL}>',
        f'<title id="title">{TITLE}</title>',
        f'<desc id="description">{said}</desc>',
        f"<style>\n{style(LIGHT)}\n@media (prefers-color-scheme: dark) {{\n{style(DARK)}\n}}",
        f"text {{ font-family: monospace; font-size: {CELL / 0.6:g}px; }}",
        ".bold { font-weight: bold; }\n</style>",
        f'<rect class="paper" x=".5" y=".5" width="{width - 1:g}" height="{height - 1:g}" rx="8"/>',
        *texts,
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def style(colours: dict[str, str]) -> str:
    """The rules of one scheme; what has no class of its own is text."""
    rules = [
        f".paper {{ fill: {colours['paper']}; stroke: {colours['edge']}; }}",
        f"text {{ fill: {colours['text']}; }}",
    ]
    return "\n".join([*rules, *(f".{kind} {{ fill: {colours[kind]}; }}" for kind in KINDS.values())])


def letters(line: str) -> list[Letter]:
    """The characters of a line, each with its classes."""
    found: list[Letter] = []
    codes: list[str] = []
    at = 0
    for mark in [*ESCAPE.finditer(line), None]:
        classes = " ".join([KINDS[code] for code in codes if code in KINDS] + ["bold"] * ("1" in codes))
        found += [(character, classes) for character in line[at : mark.start() if mark else None]]
        if mark:
            codes, at = [code for code in mark[1].split(";") if code != "0"], mark.end()
    return found


def _texts(line: list[Letter], y: float) -> Iterator[str]:
    """A ``text`` for each run of characters of one style."""
    placed = ((place, *letter) for place, letter in enumerate(line))
    for classes, run in groupby(placed, key=lambda each: each[2]):
        said = [(place, character) for place, character, _ in run if character != " "]
        if said:
            places = " ".join(f"{MARGIN + place * CELL:g}" for place, _ in said)
            named = f' class="{classes}"' if classes else ""
            words = escape("".join(character for _, character in said), quote=False)
            yield f'<text{named} y="{y:g}" x="{places}">{words}</text>'


if __name__ == "__main__":
    main()
