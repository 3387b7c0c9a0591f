"""Formats out: one module a format, one table."""

from __future__ import annotations

from phraselint.reporters.record import Judged, as_record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import TextIO

    Reporter = Callable[[Iterable[Judged], TextIO], None]

REPORTERS = {
    "terminal": "phraselint.reporters.terminal",
    "jsonl": "phraselint.reporters.json_lines",
    "json": "phraselint.reporters.json_array",
    "csv": "phraselint.reporters.csv_rows",
    "sarif": "phraselint.reporters.sarif",
    "github": "phraselint.reporters.github",
    "junit": "phraselint.reporters.junit",
}
"""The module of each format; it holds ``report(results, out)``. Only the one asked for is imported."""


def reporter(name: str) -> Reporter:
    """The function that writes a format. Raises KeyError for a name that REPORTERS lacks."""
    report: Reporter = __import__(REPORTERS[name], fromlist=["report"]).report  # importlib is not on the cold path
    return report


__all__ = ["REPORTERS", "Judged", "as_record", "reporter"]
