"""`python -m examples.picture`: draws docs/picture.svg from the real output of the commands that it shows."""

import os
import re
import shlex
import subprocess
import sys
from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import SVG_EXPORT_THEME
from rich.text import Text

ROOT = Path(__file__).parent.parent
PICTURE = ROOT / "docs" / "picture.svg"
WIDTH = 100
SHOWN = (
    ("Calm down, it only waits. You need to restart it twice.", "phraselint check -"),
    ("No problem!", "phraselint fix --reply-to thanks -"),
    ("No problem, I'll look at it now.", "phraselint fix --reply-to request -"),
)


def main() -> None:
    """Runs the commands and writes the picture."""
    PICTURE.write_text(drawn(), encoding="utf-8")


def drawn() -> str:
    """The picture as SVG."""
    console = Console(record=True, width=WIDTH, file=StringIO(), force_terminal=True, color_system="truecolor")
    for said, command in SHOWN:
        typed = f'echo "{said}" | {command}' if said else command
        console.print(Text(f"$ {typed}", style="bold"))
        console.print(Text.from_ansi(output(said, command)), end="\n\n")
    svg = console.export_svg(title="phraselint", theme=SVG_EXPORT_THEME, unique_id="phraselint")
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)  # no font from the network
    return "\n".join(line.rstrip() for line in svg.splitlines()) + "\n"


def output(said: str, command: str) -> str:
    """What a command prints, in colour."""
    arguments = [sys.executable, "-m", *shlex.split(command)]
    environment = os.environ | {"FORCE_COLOR": "1", "COLUMNS": str(WIDTH)}
    environment.pop("NO_COLOR", None)
    done = subprocess.run(arguments, input=said, capture_output=True, text=True, cwd=ROOT, env=environment, check=False)
    if done.returncode > 1:
        raise SystemExit(done.stderr or done.stdout)
    return done.stdout.rstrip("\n")


main()
