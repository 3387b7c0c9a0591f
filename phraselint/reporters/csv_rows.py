"""One finding a row, for spreadsheets."""

import csv
import json
from collections.abc import Iterable
from typing import TextIO

from phraselint.reporters.record import COLUMNS, Judged, as_record, wording


def report(results: Iterable[Judged], out: TextIO) -> None:
    """Writes a header and one row a finding; suggestions are their texts with " | " between, evidence is JSON."""
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for judged in results:
        for finding in judged.findings:
            record = as_record(finding, judged)
            record["suggestions"] = " | ".join(wording(each, finding, judged) for each in finding.suggestions)
            record["evidence"] = json.dumps(record["evidence"], ensure_ascii=False) if record["evidence"] else ""
            writer.writerow(record)
