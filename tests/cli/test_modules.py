"""The shorter way to our modules leads where Python's own does."""

import os
import sys
from collections.abc import Iterator
from importlib import invalidate_caches
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from importlib.util import cache_from_source
from pathlib import Path
from types import ModuleType

import pytest

from phraselint.cli.modules import Finder
from tests.cli.program import ROOT

OURS = sorted(
    ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    for file in (ROOT / "phraselint").glob("*/*.py")
)
FINDER = Finder("phraselint", str(ROOT / "phraselint"))


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A package ``shop`` with the module ``shop.desk.bell``, to which the shorter way leads."""
    folder = tmp_path / "shop"
    (folder / "desk").mkdir(parents=True)
    for place in (folder, folder / "desk"):
        (place / "__init__.py").touch()
    (folder / "desk" / "bell.py").write_text("SOUND = 'ding'\n")
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "meta_path", [Finder("shop", str(folder)), *sys.meta_path])
    monkeypatch.syspath_prepend(tmp_path)
    yield folder
    forget()


def forget() -> None:
    for name in [each for each in sys.modules if each.partition(".")[0] == "shop"]:
        del sys.modules[name]
    invalidate_caches()


def bell() -> ModuleType:
    """The module, imported as if for the first time."""
    forget()
    return __import__("shop.desk.bell", fromlist=["bell"])


def kept(module: ModuleType) -> Path:
    """Where Python keeps the compiled form of a module."""
    return Path(cache_from_source(str(module.__file__)))


def python_finds(name: str) -> ModuleSpec | None:
    return PathFinder.find_spec(name, [str(ROOT.joinpath(*name.split(".")[:-1]))])


def told(spec: ModuleSpec | None) -> object:
    assert spec is not None
    return spec.name, spec.parent, spec.origin, spec.cached, spec.has_location, spec.submodule_search_locations


def code_of(spec: ModuleSpec | None) -> object:
    assert spec is not None
    assert isinstance(spec.loader, SourceFileLoader)
    return spec.loader.get_code(spec.name)


def test_our_modules_are_found_as_python_finds_them() -> None:
    assert [told(FINDER.find_spec(name)) for name in OURS] == [told(python_finds(name)) for name in OURS]


@pytest.mark.parametrize("name", ["phraselint.text", "phraselint.model.values"])
def test_a_module_has_the_code_that_python_gives_it(name: str) -> None:
    assert code_of(FINDER.find_spec(name)) == code_of(python_finds(name))


def test_every_package_of_ours_holds_modules_only() -> None:
    assert len(OURS) > 150
    assert not list((ROOT / "phraselint").glob("*/*/*.py"))


@pytest.mark.parametrize("name", ["phraselint.cli.nobody", "phraselint.nobody", "other", "phraselinter.cli"])
def test_what_is_not_there_is_left_to_python(name: str) -> None:
    assert FINDER.find_spec(name) is None


def test_a_source_that_has_changed_is_compiled_anew(shop: Path) -> None:
    assert bell().SOUND == "ding"
    (shop / "desk" / "bell.py").write_text("SOUND = 'dong'\n")
    os.utime(shop / "desk" / "bell.py", (1, 1))
    assert bell().SOUND == "dong"


def test_what_is_kept_of_this_source_is_used(shop: Path) -> None:
    file = kept(bell())
    file.write_bytes(file.read_bytes().replace(b"ding", b"ring"))
    assert bell().SOUND == "ring"


@pytest.mark.parametrize(
    "damaged",
    [
        pytest.param(b"", id="it is empty"),
        pytest.param(b"\0" * 64, id="it is of another Python"),
        pytest.param(16, id="it ends where the code begins"),
        pytest.param(40, id="it was cut by a full disk"),
        pytest.param(None, id="it is gone"),
    ],
)
def test_a_compiled_form_that_does_not_fit_is_made_anew(shop: Path, damaged: bytes | int | None) -> None:
    file = kept(bell())
    whole = file.read_bytes()
    file.unlink()
    if damaged is not None:
        file.write_bytes(whole[:damaged] if isinstance(damaged, int) else damaged)
    assert bell().SOUND == "ding"
    assert file.read_bytes() == whole
