"""One finding a line as JSON, for scripts; written as the results come in."""

from __future__ import annotations

import json

from phraselint.reporters.record import Judged, as_record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO


def report(results: Iterable[Judged], out: TextIO) -> None:
    """Writes one finding a line, in the order of the input."""
    encode = json.JSONEncoder(ensure_ascii=False).encode
    for judged in results:
        out.writelines(f"{encode(as_record(finding, judged))}\n" for finding in judged.findings)
