"""What the shell offers on TAB: the names of the phrasebook that holds here."""

from phraselint.model.errors import PhraselintError


def ids() -> list[str]:
    """The ids of its entries and service rules; none where it cannot be read."""
    return list(_known())


def names(incomplete: str) -> list[str]:
    """Ids, categories and groups, for the last of several names with commas between them."""
    before, comma, _ = incomplete.rpartition(",")
    known = _known()
    return [f"{before}{comma}{name}" for name in dict.fromkeys([*known, *known.values()])]


def _known() -> dict[str, str]:
    from phraselint.cli.books import categories
    from phraselint.cli.named import nearest_book
    from phraselint.match.library import load

    try:
        return categories(load(nearest_book(None)))
    except PhraselintError:
        return {}
