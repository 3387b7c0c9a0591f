"""Reads a phrasebook's file and all files that it extends, each once, in the order in which they give way."""

import os
from dataclasses import dataclass, field

from phraselint.book import nearest, packs
from phraselint.book.book_shape import BOOK
from phraselint.book.fit import NAME, fit
from phraselint.book.marked_yaml import read
from phraselint.book.source import MOST_BYTES, Listing, Node, Scalar, Source, Table
from phraselint.model.errors import InputError, reason

_LONGEST_CHAIN = 20


@dataclass(frozen=True, slots=True)
class File:
    """One file: ``table`` is what fits of it; ``real`` its absolute path, ``data`` its bytes."""

    source: Source
    table: Table
    real: str
    data: bytes

    @property
    def stem(self) -> str:
        """The name of the file without its ending."""
        return os.path.splitext(os.path.basename(self.real))[0]

    def listed(self, key: str) -> list[Node]:
        """The items of a list of the book, none where it has none."""
        node = self.table.get(key)
        return node.items if isinstance(node, Listing) else []


@dataclass(slots=True)
class Files:
    """All files of one phrasebook.

    ``read`` holds them as they were met, the phrasebook itself first; ``layers`` as they give way: what stands later
    wins. A file comes after those that it extends, and once only: a pack never undoes what another made of it.
    """

    read: dict[str, File] = field(default_factory=dict)
    layers: list[File] = field(default_factory=list)
    sound: bool = False


def read_files(path: str, sound: bool = False) -> Files:
    """The phrasebook at ``path``, its packs and the shipped signals. Raises InputError where it cannot be opened.

    Mistakes, of ``extends`` too, are reported to the source of each file; ``sound`` says that there are none.
    """
    files = Files(sound=sound)
    try:
        _read(path, _bytes(path), files, ())
        signals = packs.shipped(packs.SIGNALS)
        if os.path.isfile(signals) and os.path.realpath(signals) not in files.read:
            _read(signals, _bytes(signals), files, ())
            files.layers.insert(0, files.layers.pop())
    except OSError as error:
        raise InputError(f"{error.filename or path}: {reason(error)}") from None
    return files


def _bytes(path: str) -> bytes:
    """The bytes of a file, one more than it may have at most; a pipe or a device is not opened."""
    if "\0" in path or (os.path.exists(path) and not os.path.isfile(path)):
        raise OSError(0, "not a file", path)
    with open(path, "rb") as file:
        return file.read(MOST_BYTES + 1)


def _read(path: str, data: bytes, files: Files, chain: tuple[str, ...]) -> None:
    real = os.path.realpath(path)
    source, root = read(path, data)
    source.sound = files.sound
    table = fit(root, BOOK, source) if root is not None else None
    file = File(source, table if isinstance(table, Table) else Table({}, 1, 1), real, data)
    files.read[real] = file
    for item in file.listed("extends"):
        if isinstance(item, Scalar):
            _extend(item, file, files, (*chain, real))
    files.layers.append(file)


def _extend(item: Scalar, file: File, files: Files, chain: tuple[str, ...]) -> None:
    path = _resolve(item, file.source)
    real = os.path.realpath(path) if path else ""
    if not path or (real in files.read and real not in chain):
        return
    if real in chain:
        names = " -> ".join(os.path.basename(link) for link in (*chain[chain.index(real) :], real))
        file.source.wrong(item, f"a phrasebook may not extend itself: {names}", "take one of them out of 'extends'")
    elif len(chain) > _LONGEST_CHAIN:
        file.source.wrong(item, f"more than {_LONGEST_CHAIN} phrasebooks extend one another", "join some of them")
    else:
        _open(path, item, file, files, chain)


def _open(path: str, item: Scalar, file: File, files: Files, chain: tuple[str, ...]) -> None:
    try:
        data = _bytes(path)
    except OSError as error:
        file.source.wrong(item, f"'{item.value}' cannot be opened: {reason(error)}")
        return
    _read(path, data, files, chain)


def _resolve(item: Scalar, source: Source) -> str | None:
    """The path that an item of ``extends`` means, None (reported) where there is none."""
    if NAME.fullmatch(item.value):
        path = packs.shipped(item.value)
        known, what = packs.pack_names(), "pack"
    else:
        path = os.path.normpath(os.path.join(os.path.dirname(source.path), item.value))
        known, what = _beside(item.value, path), "file"
    if "\0" not in path and os.path.exists(path):
        return path
    hint = nearest.hint(item.value, known) or "name a shipped pack, or a path that ends in .yaml"
    source.wrong(item, f"there is no {what} '{item.value}'", hint)
    return None


def _beside(written: str, path: str) -> list[str]:
    """The phrasebooks in the folder of a path, written as the path was."""
    folder = os.path.dirname(path) or "."
    names = sorted(os.listdir(folder)) if "\0" not in folder and os.path.isdir(folder) else []
    return [os.path.join(os.path.dirname(written), name) for name in names if name.endswith((".yaml", ".yml"))]
