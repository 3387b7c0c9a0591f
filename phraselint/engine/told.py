"""One message as a service rule sees it: its signals in the writer's own words, and what its entries found."""

from __future__ import annotations

from phraselint.engine.judge import judged
from phraselint.model.conversation import Speaker
from phraselint.service.case import Verdict

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from phraselint.engine.context import Context
    from phraselint.engine.judge import Judged, Judgement
    from phraselint.match.matches import Match
    from phraselint.model.conversation import Message
    from phraselint.text.fold import Folded


class Told:
    """A message of a case (service/case.py: Said). Nothing is worked out twice."""

    __slots__ = ("_judged", "_signals", "_verdicts", "context", "message")

    def __init__(self, context: Context, judged: Judged | None = None) -> None:
        """``judged`` is what all entries found, where that is known."""
        self.context = context
        self.message: Message = context.heard.message
        self._judged = judged
        self._signals: dict[str, list[Match]] = {}
        self._verdicts: tuple[Verdict, ...] | None = None

    @property
    def folded(self) -> Folded:
        """The text, folded, with its sentences."""
        return self.context.heard.folded

    def signal(self, name: str) -> Sequence[Match]:
        """Where a signal stands in the writer's own words, in order."""
        found = self._signals.get(name)
        if found is None:
            matches = self.context.heard.found.signal(name)
            found = self._signals[name] = [each for each in matches if self.own(each.start, each.end)]
        return found

    def own(self, start: int, end: int) -> bool:
        """Whether a stretch is the writer's own words: not quoted, forwarded, code, signature or pasted."""
        if self.message.speaker is Speaker.AGENT:
            return not self.context.foreign(start, end)
        return not self.context.heard.foreign(start, end)

    def verdicts(self) -> Sequence[Verdict]:
        """What the phrasebook's entries found in it, standing and excused, whichever entries were asked for."""
        if self._verdicts is None:
            found = self._judged or judged(self.context, _every)
            self._verdicts = tuple(sorted(map(_verdict, (*found.standing, *found.excused)), key=_place))
        return self._verdicts


def _every(_: str) -> bool:
    return True


def _verdict(judgement: Judgement) -> Verdict:
    excused = judgement.reason if judgement.severity is None else ""
    return Verdict(judgement.id, judgement.category, judgement.start, judgement.end, excused)


def _place(verdict: Verdict) -> tuple[int, int, str]:
    return verdict.start, verdict.end, verdict.rule
