"""What every value of a slot holds: by this texts are ruled out before a value is looked for."""

from __future__ import annotations

from phraselint.text.slots import CLOCK, CURRENCIES, POWERS, SHORT_DAYS, UNITS

_FIGURES = tuple("0123456789")
_NUMBER_WORDS = f"{UNITS} thirteen fifteen twenty thirty forty fifty {POWERS}"
_UNDATED = "week month quarter year tomorrow tonight tmrw"
SLOT_LITERALS: dict[str, tuple[str, ...] | None] = {
    "number": (*_FIGURES, *_NUMBER_WORDS.split()),
    "money": (
        *_FIGURES,
        *"dollar euro pound sterling cent pence quid buck yen rupee franc".split(),
        *CURRENCIES.split(),
    ),
    "date": (
        *_FIGURES,
        *"day jan feb mar apr may jun jul aug sep oct nov dec".split(),
        *SHORT_DAYS.split(),
        *_UNDATED.split(),
    ),
    "time": (*_FIGURES, *CLOCK.split(), "noon", "midnight", "midday"),
    "duration": (*_FIGURES, *"sec min hour hr day night week wk month quarter year yr decade moment".split()),
    "email": ("@",),
    "url": (".", "://"),
    "name": None,
}
"""Substrings of folded text of which every value of a kind holds at least one; None where no such set is known."""
