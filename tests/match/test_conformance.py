"""The cases of the pattern language: what each pattern matches, and what it refuses."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from phraselint.authoring.trying import try_all
from phraselint.model.errors import PatternError

HERE = Path(__file__).parent
CASES = [case for name in ("conformance.yaml", "corners.yaml") for case in yaml.safe_load((HERE / name).read_text())]
MATCHED = [case for case in CASES if "error" not in case]
REFUSED = [case for case in CASES if "error" in case]


def _id(case: dict[str, Any]) -> str:
    return case.get("says") or f"{case['pattern']} in {case.get('text', 'no text')}"[:80]


@pytest.mark.parametrize("case", MATCHED, ids=_id)
def test_a_pattern_matches_exactly_these_stretches(case: dict[str, Any]) -> None:
    (found,) = try_all(
        case["pattern"],
        [case["text"]],
        markup=case.get("format", "plain"),
        typos=case.get("typos", False),
        case_exact=case.get("case") == "exact",
    )
    assert [text for _, _, text in found] == case["matches"]
    assert all(case["text"][start:end] == text for start, end, text in found)


@pytest.mark.parametrize("case", REFUSED, ids=_id)
def test_a_pattern_is_refused_at_this_column(case: dict[str, Any]) -> None:
    with pytest.raises(PatternError) as error:
        try_all(case["pattern"], [""])
    assert error.value.column == case["error"]
    assert error.value.hint
