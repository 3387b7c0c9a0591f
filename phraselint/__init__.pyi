"""The public names with their types; __init__.py imports them when first asked for."""

from phraselint.engine.linter import Linter as Linter
from phraselint.match.library import load as load

__version__: str
__all__ = ["Linter", "__version__", "load"]
