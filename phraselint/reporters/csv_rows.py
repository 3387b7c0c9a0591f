"""One finding a row, for spreadsheets."""

import csv
import json
from collections.abc import Iterable
from typing import TextIO

from phraselint.reporters.cells import escaped
from phraselint.reporters.record import COLUMNS, Judged, as_record, offers

FORMULAS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20"
"""Signs that a spreadsheet takes for the beginning of a formula, or skips to find one; names and ids are not ours."""


def report(results: Iterable[Judged], out: TextIO) -> None:
    """Writes a header and one row a finding; suggestions are as in a terminal, " | " between lines, evidence JSON."""
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for judged in results:
        for finding in judged.findings:
            record = as_record(finding, judged)
            record["suggestions"] = " | ".join(" ".join(each) for each in offers(finding, judged))
            record["evidence"] = json.dumps(record["evidence"], ensure_ascii=False) if record["evidence"] else ""
            writer.writerow({key: _cell(value) for key, value in record.items()})


def _cell(value: object) -> object:
    """A value as a spreadsheet shows it: an apostrophe before what would be a formula, controls written out."""
    if not isinstance(value, str) or not value:
        return value
    text = escaped(value)
    return f"'{text}" if text[0] in FORMULAS and len(text) > 1 else text
