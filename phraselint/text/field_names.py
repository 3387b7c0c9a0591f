"""Names of fields, which every tool writes in its own way: customerName, "Customer Name", customer_name."""

from __future__ import annotations

import re


def joined(name: str) -> str:
    """A name in small letters and digits, its words joined by _, as settings write it."""
    return re.sub(r"[^a-z0-9]+", "_", re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()).strip("_")
