"""phraselint: a linter for how a company speaks to its customers."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

__all__ = ["Linter", "__version__", "load"]

_HOMES = {
    "Linter": ("phraselint.engine.linter", "Linter"),
    "load": ("phraselint.match.library", "load"),
    "__version__": ("phraselint.model.version", "VERSION"),
}


def __getattr__(name: str) -> Any:
    """The public names, imported when first asked for, so that ``import phraselint`` stays light."""
    if name not in _HOMES:
        raise AttributeError(f"module 'phraselint' has no attribute {name!r}")
    module, there = _HOMES[name]
    return getattr(__import__(module, fromlist=[there]), there)
