"""From a path to a compiled phrasebook: from the YAML once, then from a file known by the content of its sources.

A cache that is stale, damaged or that of another book is made anew, one that cannot be written is done without; two
runs that write at once leave a whole file each (written aside, then renamed).
"""

from __future__ import annotations

import os

from phraselint.book.find import shipped_book
from phraselint.match.container import Container, Damaged, content_hash, stamp
from phraselint.match.phrasebook import Phrasebook
from phraselint.match.scanner import engine_here
from phraselint.match.store import folder, mapped, write
from phraselint.model.errors import InputError
from phraselint.model.version import VERSION

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_SHIPPED = os.path.join(_PACKAGE, "data")
_UNREADABLE = (OSError, Damaged, ValueError, KeyError, TypeError, StopIteration, RecursionError)
FORMAT = 35
"""Goes up with every change of what a compiled book holds."""

_FEW = 500  # patterns and words; so many are worked out again with every edit before all are written anew


def load(path: str | os.PathLike[str] | None = None) -> Phrasebook:
    """The phrasebook at ``path``, or the shipped sample; compiled once, then read from the cache.

    Raises BookError with every mistake of its files, InputError where there is no such file, TypeError for no path.
    """
    book = shipped_book() if path is None else _path(path)
    place = cache_file(book)

    def made() -> Container:
        from phraselint.match.tidying import tidy

        data = _compiled(book, os.path.basename(place))
        write(place, data, stamp(data))
        tidy(os.path.dirname(place))
        return Container(data)

    return Phrasebook(_read(place, made) or made())


def is_kept(path: str | None = None) -> bool:
    """Whether the phrasebook at ``path``, or the shipped one, is in the cache as its files are: without a mistake."""
    return _read(cache_file(shipped_book() if path is None else path), _never) is not None


def _never() -> Container:
    raise Damaged("a book that is only looked for")


def _path(given: object) -> str:
    """A path as a text. Raises TypeError, InputError."""
    path = os.fspath(given) if isinstance(given, os.PathLike) else given
    if not isinstance(path, str):
        raise TypeError(f"expected the path of a phrasebook (str or os.PathLike), not {type(given).__name__}")
    if not path.strip():
        raise InputError("expected the path of a phrasebook, and nothing is written")
    return path


def _compiled(path: str, owner: str) -> bytes:
    from phraselint.book.loader import load_contents, without_collection

    with without_collection():
        from phraselint.match.compile import compiled_bytes
        from phraselint.match.packing import packed
        from phraselint.match.workings import Workings

        contents = load_contents(path)
        place = _place(b"workings", "part")
        workings = Workings(_worked_out(place))
        data, _ = compiled_bytes(contents, owner=owner, kept=_kept, workings=workings)
        if workings.made > _FEW:
            write(place, packed("", [], {"workings": workings.written()}, owner=os.path.basename(place)))
        return data


def cache_file(path: str) -> str:
    """The cache file of the phrasebook at ``path``: by its place, the scanner's engine, and the compiling code."""
    return _place(os.path.abspath(path).encode(errors="surrogateescape"), "book")


def _place(known_by: bytes, kind: str) -> str:
    made_by = f"{FORMAT} {engine_here()} {_code()} ".encode()
    return os.path.join(folder(), f"{content_hash(made_by + known_by)}.{kind}")


def _worked_out(place: str) -> bytes:
    """What earlier compiles have worked out of patterns."""
    data = _part(place, os.path.basename(place))
    return b"" if data is None else bytes(Container(data).section("workings"))


def _kept(known_by: bytes, make: Callable[[], bytes]) -> bytes:
    """The part of a book that others share, as it was made for the first of them: half of the work."""
    place = _place(known_by, "part")
    data = _part(place, content_hash(known_by))
    if data is None:
        data = make()
        write(place, data)
    return data


def _part(place: str, owner: str) -> bytes | None:
    """The part that lies at a place, if it is whole and was made of the same."""
    try:
        with open(place, "rb") as file:
            data = file.read()
        return data if Container(data).owner == owner else None
    except _UNREADABLE:
        return None


def _code() -> str:
    """What compiled: the version and when it was installed; in a checkout, when its code was last changed."""
    if _installed():
        return f"{VERSION} {os.stat(_SHIPPED).st_mtime_ns}"
    rooms = [os.scandir(os.path.join(_PACKAGE, room)) for room in ("book", "match", "text")]
    changed = [item.stat().st_mtime_ns for room in rooms for item in room if item.name.endswith(".py")]
    return str(max(changed + _rules_changed()))


def _rules_changed() -> list[int]:
    """When a service rule was last added or taken away: the files themselves are known by their content."""
    rules = os.path.join(os.path.dirname(_PACKAGE), "rules")
    if not os.path.isdir(rules):
        return []
    return [os.stat(rules).st_mtime_ns, *(item.stat().st_mtime_ns for item in os.scandir(rules) if item.is_dir())]


def _read(place: str, again: Callable[[], Container]) -> Container | None:
    """What lies at a place, if it was made for that place and from its sources as they are; ``again`` makes it anew."""
    try:
        data, touched = mapped(place)
        container = Container(data, touched == stamp(data), again)
        return container if container.owner == os.path.basename(place) and _fresh(container) else None
    except _UNREADABLE:
        return None


def _fresh(container: Container) -> bool:
    return bool(container.sources) and all(
        _shipped(path) or _hash_of(path) == known for path, known in container.sources
    )


def _installed() -> bool:
    """Whether this is an installed wheel, whose packs and rules lie in the package and stay as they are."""
    return os.path.isdir(_SHIPPED)


def _shipped(path: str) -> bool:
    """Whether a source came with the wheel: it is known by the wheel itself."""
    return path.startswith(_SHIPPED + os.sep)


def _hash_of(path: str) -> str:
    with open(path, "rb") as file:
        return content_hash(file.read())
