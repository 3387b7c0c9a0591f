"""A pytest plugin: each example of a phrasebook or a service rule is a test.

A phrasebook is lexicon*.yaml, or a pack in a folder lexicon/; a rule is a file of the shipped folder rules/.
"""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from phraselint.authoring.examples import Proof
    from phraselint.authoring.rule_proofs import RuleProof
    from phraselint.engine.linter import Linter


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> "BookFile | None":
    """Takes phrasebooks and rules; other YAML is left to others."""
    if file_path.suffix != ".yaml" or file_path.stem == "signals":
        return None
    if file_path.name.startswith("lexicon") or file_path.parent.name == "lexicon":
        return BookFile.from_parent(parent, path=file_path, book=str(file_path))
    from phraselint.book.find import shipped_book  # rules are proved by the shipped phrasebook

    return BookFile.from_parent(parent, path=file_path, book=shipped_book()) if _is_rule(file_path) else None


def _is_rule(path: Path) -> bool:
    if path.parent.parent.name != "rules":
        return False
    from phraselint.book.packs import rule_files

    return path.resolve() in {Path(file).resolve() for file in rule_files().values()}


@cache
def _read(book: str) -> "tuple[Linter, dict[Path, list[Proof | RuleProof]]]":
    """A phrasebook, ready, and what is to be proved of it by the file in which it stands."""
    from phraselint.authoring.proving import proofs
    from phraselint.book.loader import load_contents
    from phraselint.engine.linter import Linter
    from phraselint.match.library import load

    standing: dict[str, list[Proof | RuleProof]] = {}
    for proof in proofs(load_contents(book)):
        standing.setdefault(proof.place.path, []).append(proof)
    return Linter(load(book)), {Path(path).resolve(): found for path, found in standing.items()}


class BookFile(pytest.File):
    """One phrasebook or rule. Of the packs that it extends nothing is run here: they are phrasebooks too."""

    def __init__(self, *, book: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._book = book

    def collect(self) -> Iterable[pytest.Item]:
        """An item for each example and each replacement that stands in this file."""
        linter, standing = _read(self._book)
        for proof in standing.get(self.path.resolve(), ()):
            yield ProofItem.from_parent(self, name=f"{proof.id}:{proof.place.line}", proof=proof, linter=linter)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:  # noqa: ARG002 - pytest's
        """Mistakes of the phrasebook as they are, without a traceback."""
        from phraselint.model.errors import PhraselintError

        if isinstance(excinfo.value, PhraselintError):
            return str(excinfo.value)
        return super().repr_failure(excinfo)


class ProofItem(pytest.Item):
    """One example or replacement as a test."""

    def __init__(self, *, proof: "Proof | RuleProof", linter: "Linter", **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._proof = proof
        self._linter = linter

    def runtest(self) -> None:
        """Fails with what is wrong."""
        message = self._proof.wrong(self._linter)
        if message:
            raise DoesNotHold(message)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:  # noqa: ARG002 - pytest's
        """``path:line: what is wrong``, without a traceback."""
        if isinstance(excinfo.value, DoesNotHold):
            place = self._proof.place
            return f"{place.path}:{place.line}: {self._proof.id}: {excinfo.value}"
        return super().repr_failure(excinfo)

    def reportinfo(self) -> tuple[Path, int, str]:
        """The place in the YAML; pytest counts lines from 0."""
        return self.path, self._proof.place.line - 1, self.name


class DoesNotHold(Exception):
    """An example that fails; its text says why."""
