"""What one finding masks (a card number) is masked in all that a result repeats of its text."""

from __future__ import annotations

from phraselint.model.values import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from phraselint.model.findings import Excused, Finding


class Mask(NamedTuple):
    """Words of a message that are not to be read, and what stands for them, which is of their length."""

    message: int
    start: int
    end: int
    words: str
    shown: str


def finding_masked(finding: Finding, masks: Sequence[Mask]) -> Finding:
    """The finding with what is masked in its match, its reason and its evidence; replacements stay as they are."""
    evidence = (each._replace(match=each.match and _told(each.match, masks)) for each in finding.evidence)
    match = _match(finding, masks)
    return finding._replace(match=match, why=_told(finding.why, masks), evidence=tuple(evidence))


def excused_masked(excused: Excused, masks: Sequence[Mask]) -> Excused:
    """What was excused, with its match masked."""
    return excused._replace(match=_match(excused, masks))


def _match(found: Finding | Excused, masks: Sequence[Mask]) -> str:
    """The match with the masks that touch it."""
    match = found.match
    for mask in masks:
        first, last = max(mask.start, found.start), min(mask.end, found.end)
        if mask.message == found.message and first < last:
            shown = mask.shown[first - mask.start : last - mask.start]
            match = match[: first - found.start] + shown + match[last - found.start :]
    return match


def _told(words: str, masks: Sequence[Mask]) -> str:
    """Words that may repeat what any message holds."""
    for mask in masks:
        words = words.replace(mask.words, mask.shown)
    return words
