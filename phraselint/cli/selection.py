"""Which entries and rules are on: one decision of --select and --ignore, by id or category."""

from __future__ import annotations

from phraselint.model.errors import InputError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def chosen(select: Iterable[str], ignore: Iterable[str], known: Mapping[str, str]) -> frozenset[str] | None:
    """The ids that are on, None for all. ``known`` gives the category of each id.

    A name is an id, a category of entries or a group of rules; an id given to one side wins over a category given to
    the other. Raises InputError for a name that is none.
    """
    select, ignore = set(select), set(ignore)
    if not select and not ignore:
        return None
    _check(select | ignore, known)
    return frozenset(name for name, category in known.items() if _is_on(name, category, select, ignore))


def _is_on(name: str, category: str, select: set[str], ignore: set[str]) -> bool:
    if name in ignore:
        return False
    if name in select:
        return True
    return category not in ignore and (not select or category in select)


def _check(names: set[str], known: Mapping[str, str]) -> None:
    right = {*known, *known.values()}
    unknown = sorted(names - right)
    if unknown:
        from phraselint.book.nearest import meant

        said = (f"no entry, rule, category or group '{name}'{meant(name, right)}" for name in unknown)
        raise InputError("\n".join(said))
