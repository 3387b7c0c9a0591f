"""Progress on standard error for work that takes more than two seconds; only where a person looks at it."""

from __future__ import annotations

from time import monotonic

from phraselint.reporters.record import Judged

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.progress import Progress


PATIENCE = 2.0  # seconds


def counted(results: Iterator[Judged]) -> Iterator[Judged]:
    """The same results, with the number of messages shown on standard error once it takes long."""
    started = monotonic()
    shown: Progress | None = None
    count = 0
    try:
        for judged in results:
            count += len(judged.conversation.messages)
            if shown is None and monotonic() - started > PATIENCE:
                shown = _started()
            if shown is not None:
                shown.update(shown.task_ids[0], completed=count)
            yield judged
    finally:
        if shown is not None:
            shown.stop()


def _started() -> Progress:
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = SpinnerColumn(), TextColumn("{task.completed:,} messages judged"), TimeElapsedColumn()
    progress = Progress(*columns, console=Console(stderr=True), transient=True)
    progress.add_task("", total=None)
    progress.start()
    return progress
