"""All findings as one JSON array of the same records that JSON Lines has."""

import json
from collections.abc import Iterable
from typing import TextIO

from phraselint.reporters.record import Judged, as_record


def report(results: Iterable[Judged], out: TextIO) -> None:
    """Writes an array, one record a line, as the results come in."""
    before = "[\n"
    for judged in results:
        for finding in judged.findings:
            out.write(before + "  " + json.dumps(as_record(finding, judged), ensure_ascii=False))
            before = ",\n"
    out.write("[]\n" if before == "[\n" else "\n]\n")
