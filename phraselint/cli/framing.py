"""Brings what was found in a part of a file (the body of a mail) to the places of the whole file."""

from __future__ import annotations

from phraselint.engine.result import Result
from phraselint.model.findings import Finding
from phraselint.readers.source import Frame, Source
from phraselint.reporters.record import Judged


def framed(source: Source, result: Result, trace: bool = False) -> Judged:
    """A result as reporters take it, with positions in the text of the file."""
    judged = Judged(source.path, source.draft, result.conversation, result.findings, silent=result.silent)
    if trace:
        judged = judged._replace(excused=result.excused, reasons=result.reasons)
    if source.frame is None or source.frame == Frame():
        return judged
    return _moved(judged, source.frame, source.text)


def _moved(judged: Judged, frame: Frame, text: str) -> Judged:
    chars, lines = len(frame.before), frame.before.count("\n")
    *before, draft = judged.conversation.messages
    whole = draft._replace(text=frame.before + text + frame.after)
    return judged._replace(
        conversation=judged.conversation._replace(messages=(*before, whole)),
        findings=tuple(_down(each, chars, lines) for each in judged.findings),
        excused=tuple(each._replace(start=each.start + chars, end=each.end + chars) for each in judged.excused),
    )


def _down(finding: Finding, chars: int, lines: int) -> Finding:
    """A finding so many characters and lines further down; a frame ends with a line, so that columns stay."""
    moved = (each._replace(start=each.start + chars, end=each.end + chars) for each in finding.suggestions)
    return finding._replace(
        start=finding.start + chars, end=finding.end + chars, line=finding.line + lines, suggestions=tuple(moved)
    )
