"""A shorter way to the modules of this package: a cold check imports some eighty of them.

To find and load a module Python asks the disk a dozen questions, as it may be of many kinds. Ours are of one: a file of
source, and its compiled form where Python keeps it. Whatever is otherwise is left to Python.
"""

from __future__ import annotations

import sys
from io import FileIO
from marshal import dumps, loads
from os import stat
from os.path import dirname

TYPE_CHECKING = False
if TYPE_CHECKING:
    from importlib.machinery import ModuleSpec, SourceFileLoader
    from importlib.util import MAGIC_NUMBER
    from types import CodeType
else:
    try:  # ``importlib`` gives these same objects other names, and loads ``warnings``
        from _frozen_importlib import ModuleSpec
        from _frozen_importlib_external import MAGIC_NUMBER, SourceFileLoader
    except ImportError:
        from importlib.machinery import ModuleSpec, SourceFileLoader
        from importlib.util import MAGIC_NUMBER

_HEAD = 16  # bytes before the code: magic number, flags, and of the source the time and size (PEP 552)


def shorten() -> None:
    """Has the modules of this package found on the shorter way from here on."""
    sys.meta_path.insert(0, Finder("phraselint", dirname(dirname(__file__))))


class Finder:
    """Finds the modules of one package whose packages are one level deep, and hold modules only."""

    __slots__ = ("_folder", "_prefix")

    def __init__(self, package: str, folder: str) -> None:
        self._prefix = package + "."
        self._folder = folder

    def find_spec(self, name: str, *_: object) -> ModuleSpec | None:
        """The spec as Python's own finder would make it; None for what is not here."""
        if not name.startswith(self._prefix):
            return None
        inner = name.removeprefix(self._prefix).split(".")
        place = "/".join([self._folder, *inner])
        package = len(inner) == 1
        file = place + ("/__init__.py" if package else ".py")
        try:
            source = stat(file)
        except OSError:
            return None
        times = int(source.st_mtime) & 0xFFFFFFFF, source.st_size & 0xFFFFFFFF
        head = b"".join([MAGIC_NUMBER, bytes(4), *(number.to_bytes(4, "little") for number in times)])
        spec = ModuleSpec(name, None, origin=file, is_package=package)
        spec.has_location = True
        spec.loader = _Loader(name, file, spec.cached, head)
        if package:
            spec.submodule_search_locations = [place]
        return spec


class _Loader(SourceFileLoader):
    def __init__(self, name: str, file: str, cached: str | None, head: bytes) -> None:
        super().__init__(name, file)
        self._cached = cached
        self._head = head

    def get_code(self, fullname: str) -> CodeType | None:
        """The compiled form, where one is kept that was made of this source; else Python compiles and keeps it."""
        kept = _bytes_of(self._cached) if self._cached else b""
        if kept[:_HEAD] != self._head:
            return super().get_code(fullname)
        try:
            code: CodeType = loads(memoryview(kept)[_HEAD:])  # noqa: S302 - as Python does with the same file
        except (EOFError, ValueError, TypeError):  # a full disk has cut it, of which Python would not get up again
            code = self._anew()
        return code

    def _anew(self) -> CodeType:
        code: CodeType = self.source_to_code(self.get_data(self.path), self.path)
        if self._cached and not sys.dont_write_bytecode:
            self.set_data(self._cached, self._head + dumps(code))
        return code


def _bytes_of(file: str) -> bytes:
    try:
        with FileIO(file) as stream:
            return stream.readall()
    except OSError:
        return b""
