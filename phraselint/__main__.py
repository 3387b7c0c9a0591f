"""``python -m phraselint`` is the command ``phraselint``: it may be interrupted while it is still being loaded."""

import gc
import sys


def program() -> int:
    """The console script. Ctrl-C ends it at any moment by 130, without a traceback."""
    gc.disable()  # while modules are loaded, when there is no garbage; ``run`` sets how much there may be
    try:
        from phraselint.cli.modules import shorten

        shorten()
        from phraselint.cli.main import program as run

        return run()
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(program())
