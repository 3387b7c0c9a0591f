"""``python -m phraselint`` is the command ``phraselint``: it may be interrupted while it is still being loaded."""

import sys


def program() -> int:
    """The console script. Ctrl-C ends it at any moment by 130, without a traceback."""
    try:
        from phraselint.cli.main import program as run

        return run()
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(program())
