"""phraselint: a linter for how a company speaks to its customers."""

from typing import Any

__version__ = "0.1.0"
__all__ = ["Linter", "__version__", "load"]

_HOMES = {"Linter": "phraselint.engine.linter", "load": "phraselint.match.library"}


def __getattr__(name: str) -> Any:
    """The public names, imported when first asked for, so that ``import phraselint`` stays light."""
    if name not in _HOMES:
        raise AttributeError(f"module 'phraselint' has no attribute {name!r}")
    return getattr(__import__(_HOMES[name], fromlist=[name]), name)
