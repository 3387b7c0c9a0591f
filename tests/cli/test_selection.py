"""Which entries are on."""

import pytest

from phraselint.cli.selection import chosen
from phraselint.model.errors import InputError

KNOWN = {"no-problem": "acknowledgement", "no-worries": "acknowledgement", "calm-down": "command"}


@pytest.mark.parametrize(
    ("select", "ignore", "on"),
    [
        pytest.param((), (), None, id="all without a choice"),
        pytest.param(("calm-down",), (), {"calm-down"}, id="one entry"),
        pytest.param(("acknowledgement",), (), {"no-problem", "no-worries"}, id="a category"),
        pytest.param((), ("command",), {"no-problem", "no-worries"}, id="all but a category"),
        pytest.param(("acknowledgement",), ("no-worries",), {"no-problem"}, id="a category but one of it"),
        pytest.param(("no-problem",), ("acknowledgement",), {"no-problem"}, id="an id wins over a category"),
        pytest.param(("no-problem",), ("no-problem",), set(), id="to ignore wins over to select"),
    ],
)
def test_chosen(select: tuple[str, ...], ignore: tuple[str, ...], on: set[str] | None) -> None:
    assert chosen(select, ignore, KNOWN) == on


def test_an_unknown_name_is_an_error_with_the_nearest_one() -> None:
    with pytest.raises(InputError, match="no entry, rule, category or group 'no-problm'; did you mean 'no-problem'"):
        chosen(("no-problm",), (), KNOWN)
