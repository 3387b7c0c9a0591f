"""The service rules that could not judge, summed up: "slow-reply not judged: 212 conversations without timestamps"."""

from __future__ import annotations

from phraselint.cli.output import note

TYPE_CHECKING = False
if TYPE_CHECKING:
    from phraselint.reporters.record import Judged


NAMED = 4  # so many rules of a line are named


class Silent:
    """Counts the conversations in which rules were silent."""

    __slots__ = ("_counts",)

    def __init__(self) -> None:
        self._counts: dict[str, dict[str, int]] = {}

    def add(self, judged: Judged) -> None:
        """Counts one conversation."""
        for rule, reason in judged.silent:
            counts = self._counts.setdefault(reason, {})
            counts[rule] = counts.get(rule, 0) + 1

    def lines(self) -> list[str]:
        """A line for each reason, and for each number of conversations it kept rules from judging."""
        found: dict[tuple[str, int], list[str]] = {}
        for reason, counts in self._counts.items():
            for rule, count in counts.items():
                found.setdefault((reason, count), []).append(rule)
        return [f"{_named(rules)} not judged: {_some(count)} {reason}" for (reason, count), rules in found.items()]

    def tell(self) -> None:
        """Says it on standard error."""
        for line in self.lines():
            note(line)


def _named(rules: list[str]) -> str:
    """The rules, or the first of them and how many more."""
    if len(rules) <= NAMED:
        return ", ".join(rules)
    return f"{', '.join(rules[:NAMED])} and {len(rules) - NAMED} more"


def _some(count: int) -> str:
    return f"{count:,} conversation" + ("" if count == 1 else "s")
