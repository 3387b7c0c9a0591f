"""A pytest plugin: each example of a phrasebook (lexicon*.yaml, or a pack in a folder lexicon/) is a test."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from phraselint.authoring.examples import Proof
    from phraselint.engine.linter import Linter


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> "BookFile | None":
    """Takes phrasebooks; other YAML is left to others."""
    if file_path.suffix != ".yaml" or file_path.stem == "signals":
        return None
    if file_path.name.startswith("lexicon") or file_path.parent.name == "lexicon":
        return BookFile.from_parent(parent, path=file_path)
    return None


class BookFile(pytest.File):
    """One phrasebook. Of the packs that it extends nothing is run here: they are phrasebooks too."""

    def collect(self) -> Iterable[pytest.Item]:
        """An item for each example and each replacement that stands in this file."""
        from phraselint.authoring.examples import proofs, tried
        from phraselint.book.loader import load_contents
        from phraselint.engine.linter import Linter
        from phraselint.match.library import load

        path = str(self.path)
        linter = Linter(load(path))
        for entry in tried(load_contents(path)):
            for proof in proofs(entry):
                if Path(proof.place.path).resolve() == self.path.resolve():
                    name = f"{entry.id}:{proof.place.line}"
                    yield ProofItem.from_parent(self, name=name, proof=proof, linter=linter)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:  # noqa: ARG002 - pytest's
        """Mistakes of the phrasebook as they are, without a traceback."""
        from phraselint.model.errors import PhraselintError

        if isinstance(excinfo.value, PhraselintError):
            return str(excinfo.value)
        return super().repr_failure(excinfo)


class ProofItem(pytest.Item):
    """One example or replacement as a test."""

    def __init__(self, *, proof: "Proof", linter: "Linter", **kwargs: Any) -> None:
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
            return f"{place.path}:{place.line}: {self._proof.entry}: {excinfo.value}"
        return super().repr_failure(excinfo)

    def reportinfo(self) -> tuple[Path, int, str]:
        """The place in the YAML; pytest counts lines from 0."""
        return self.path, self._proof.place.line - 1, self.name


class DoesNotHold(Exception):
    """An example that fails; its text says why."""
