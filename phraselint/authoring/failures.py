"""What is wrong with one example: where it stands, whose it is, and why it does not hold."""

from typing import NamedTuple

from phraselint.book.contents import Place

_SHOWN = 60


class Failure(NamedTuple):
    """What is wrong with one example or one replacement of an entry, or with an example of a rule."""

    place: Place
    id: str
    message: str

    def __str__(self) -> str:
        return f"{self.place.path}:{self.place.line}: {self.id}: {self.message}"


def shown(text: str) -> str:
    """A text in quotes, its end left out where it is long."""
    return repr(text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…")
