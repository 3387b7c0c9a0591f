"""``python -m phraselint`` is the command ``phraselint``."""

import sys

from phraselint.cli.main import program

if __name__ == "__main__":
    sys.exit(program())
