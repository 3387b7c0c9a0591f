"""The one door to the multi-pattern automaton: Hyperscan, or ahocorasick-rs where it has no wheel.

Both find every place of every literal in a buffer of bytes; which one is used never changes what is found.
"""

from __future__ import annotations

import os
import sys
from _thread import get_ident

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from importlib.machinery import ModuleSpec
    from typing import Any, Protocol

    Hit = tuple[int, int]
    """(number of the literal, byte offset after its last byte)"""

    class Scanner(Protocol):
        """Finds literals in bytes."""

        tag: str

        def scan(self, data: bytes) -> list[Hit]:
            """Every place of every literal, in no order that matters."""

        def saved(self) -> bytes:
            """A form that ``opened`` takes back where the tag is the same; empty where building anew is as quick."""


class NoScanner:
    """The scanner of a book without literals."""

    tag = "none"

    def scan(self, data: bytes) -> list[Hit]:  # noqa: ARG002 - as the others
        """Nothing."""
        return []

    def saved(self) -> bytes:
        """Nothing."""
        return b""


class HyperscanScanner:
    """Hyperscan in block mode on pure literals; one scratch space a thread, as it asks for."""

    def __init__(self, database: Any) -> None:
        self._database = database
        self._scratch: dict[int, Any] = {}
        self.tag = _hyperscan_tag()

    def scan(self, data: bytes) -> list[Hit]:
        """Every place of every literal."""
        thread = get_ident()
        scratch = self._scratch.get(thread)
        if scratch is None:
            scratch = self._scratch[thread] = _hyperscan().Scratch(self._database)
        hits: list[Hit] = []
        add = hits.append

        def found(literal: int, _start: int, end: int, _flags: int, _context: object) -> None:
            add((literal, end))

        self._database.scan(data, match_event_handler=found, scratch=scratch)
        return hits

    def saved(self) -> bytes:
        """The serialised database."""
        form: bytes = _hyperscan().dumpb(self._database)
        return form


class AhoCorasickScanner:
    """ahocorasick-rs over bytes; built anew at each start."""

    tag = "ahocorasick"

    def __init__(self, literals: Sequence[bytes]) -> None:
        import ahocorasick_rs

        self._automaton = ahocorasick_rs.BytesAhoCorasick(literals)

    def scan(self, data: bytes) -> list[Hit]:
        """Every place of every literal."""
        return [
            (literal, end) for literal, _start, end in self._automaton.find_matches_as_indexes(data, overlapping=True)
        ]

    def saved(self) -> bytes:
        """Nothing: building is quick."""
        return b""


def built(literals: Sequence[bytes], engine: str | None = None) -> Scanner:
    """A scanner for the literals; ``engine`` "hyperscan" or "ahocorasick" forces one, else the best one installed."""
    if not literals:
        return NoScanner()
    if engine != "ahocorasick":
        try:
            hyperscan = _hyperscan()
        except ImportError:
            if engine:
                raise
        else:
            database = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
            count = len(literals)
            database.compile(list(literals), ids=list(range(count)), elements=count, flags=[0] * count, literal=True)
            return HyperscanScanner(database)
    return AhoCorasickScanner(literals)


def engine_here() -> str:
    """The engine that ``built`` takes here, told without loading it: where it lies, and since when."""
    try:
        place = _found("hyperscan", None).origin or ""
    except ImportError:
        return AhoCorasickScanner.tag
    return f"{place} {os.stat(place).st_mtime_ns}"


def engine_tag() -> str:
    """The engine that ``built`` takes here, with its version."""
    try:
        return _hyperscan_tag()
    except ImportError:
        return AhoCorasickScanner.tag


def opened(tag: str, saved: bytes) -> Scanner | None:
    """The scanner that was saved; None where it was made by another engine, version or processor."""
    if not saved or tag != engine_tag():
        return None
    hyperscan = _hyperscan()
    try:
        return HyperscanScanner(hyperscan.loadb(saved, hyperscan.HS_MODE_BLOCK))
    except hyperscan.error:  # made for another processor
        return None


def _hyperscan_tag() -> str:
    return f"hyperscan {_hyperscan().__version__}"


def _hyperscan() -> Any:
    """Hyperscan's extension module by itself: the package around it imports ``typing``. Raises ImportError."""
    name = "hyperscan._hs_ext"
    if name not in sys.modules:
        package = _found("hyperscan", None)
        spec = _found(name, package.submodule_search_locations)
        assert spec.loader is not None
        module = spec.loader.create_module(spec)
        assert module is not None
        spec.loader.exec_module(module)
        sys.modules[name] = module  # so that whoever imports the package gets the same one
    return sys.modules[name]


def _found(name: str, path: Sequence[str] | None) -> ModuleSpec:
    """Where a module lies, as ``import`` finds it."""
    for finder in sys.meta_path:
        spec = finder.find_spec(name, path)
        if spec is not None:
            return spec
    raise ModuleNotFoundError(f"No module named {name!r}", name=name)
