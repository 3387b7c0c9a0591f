"""A word on standard error about work that takes longer than one expects; said where a person looks at it."""

from __future__ import annotations

import _thread  # threading takes longer to load than most texts to judge

from phraselint.cli.output import say

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import TracebackType

PATIENCE = 1.0  # seconds


class patience:  # noqa: N801 - reads as ``with patience(...)``
    """Says ``words`` once, if what is done inside takes more than ``seconds``."""

    def __init__(self, words: str, seconds: float = PATIENCE) -> None:
        self._words = words
        self._seconds = seconds
        self._done = _thread.allocate_lock()

    def __enter__(self) -> None:
        self._done.acquire()
        _thread.start_new_thread(self._wait, ())

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._done.release()

    def _wait(self) -> None:
        if not self._done.acquire(timeout=self._seconds):
            say(self._words)
