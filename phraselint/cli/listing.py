"""What ``lexicon list`` and ``rules list`` write: columns for people, JSON for programs."""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from phraselint.cli.output import opened

Row = Mapping[str, Any]


def show_list(rows: Sequence[Row], columns: tuple[str, ...], about: Callable[[Row], str], format: str) -> None:
    """Writes rows to standard output: as "json" whole, as "text" their columns and what each is ``about``."""
    with opened(None, "json" if format == "json" else None) as out:
        if format == "json":
            out.write(json.dumps(rows, ensure_ascii=False, indent=1) + "\n")
            return
        widths = [max((len(str(row[column])) for row in rows), default=0) for column in columns]
        for row in rows:
            cells = [str(row[column]).ljust(width) for column, width in zip(columns, widths, strict=True)]
            out.write("  ".join([*cells, about(row)]).rstrip() + "\n")
