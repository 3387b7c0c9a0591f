"""Finds the phrasebook that holds for a draft, and the shipped one. On the cold path, hence nothing but ``os``."""

import os

BOOK = "lexicon.yaml"
NAMES = (BOOK, "lexicon.yml")
_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def find_book(start: str) -> str | None:
    """The nearest phrasebook, from the folder of ``start`` (a file or a folder) upwards; None where there is none."""
    folder = os.path.abspath(start)
    return nearest_file(folder if os.path.isdir(folder) else os.path.dirname(folder), NAMES)


def nearest_file(folder: str, names: tuple[str, ...]) -> str | None:
    """The first file of these names in an absolute ``folder`` or in the nearest above it; None where there is none.

    A link that leads nowhere is one: who opens it is told, rather than served by another file.
    """
    while True:
        for name in names:
            path = os.path.join(folder, name)
            if os.path.isfile(path) or (os.path.islink(path) and not os.path.exists(path)):
                return path
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above


def shipped_book() -> str:
    """The path of the sample phrasebook."""
    return os.path.join(shipped_folder(), BOOK)


def shipped_folder() -> str:
    """Where lexicon.yaml, lexicon/ and rules/ lie: inside the package in a wheel, beside it in a checkout."""
    inside = os.path.join(_PACKAGE, "data")
    return inside if os.path.isdir(inside) else os.path.dirname(_PACKAGE)
