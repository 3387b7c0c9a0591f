import pytest

from phraselint.engine.result import verdict
from phraselint.model.findings import Finding, Severity


def found(*severities: str) -> list[Finding]:
    return [Finding("r", "c", Severity(each), 0, 0, 1, 1, 1, "x", "why") for each in severities]


@pytest.mark.parametrize(
    ("severities", "gate", "expected"),
    [
        pytest.param([], {}, "pass", id="nothing found"),
        pytest.param(["suggestion"], {}, "suggest", id="a suggestion"),
        pytest.param(["suggestion", "warning"], {}, "confirm", id="a warning"),
        pytest.param(["suggestion", "error", "warning"], {}, "block", id="an error"),
        pytest.param(["error"], {"confirm": "error"}, "confirm", id="a gate that never blocks"),
        pytest.param(["warning"], {"block": "warning"}, "block", id="a strict gate"),
        pytest.param(["suggestion"], {"block": "error"}, "pass", id="a gate that only blocks"),
        pytest.param(
            ["error"], {"block": "never", "suggest": "suggestion"}, "suggest", id="a step that is never taken"
        ),
    ],
)
def test_the_strictest_step_that_is_asked_for(severities: list[str], gate: dict[str, str], expected: str) -> None:
    assert verdict(found(*severities), gate) == expected
