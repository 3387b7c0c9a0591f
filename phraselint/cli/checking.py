"""``check``: what is read, judged, reported, and the exit code."""

from __future__ import annotations

import sys

from phraselint.cli.books import Books, conversation_of
from phraselint.cli.options import CheckOptions
from phraselint.cli.output import opened, say, spare, tell
from phraselint.cli.settings import fill, project_settings
from phraselint.model.errors import InputError, PhraselintError
from phraselint.model.findings import GRAVITY, Severity
from phraselint.readers import ENDINGS, Intake, read
from phraselint.readers.files import expand
from phraselint.readers.source import Frame
from phraselint.reporters import Judged, reporter
from phraselint.reporters.record import turn_of
from phraselint.text.lines import LineIndex

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from phraselint.cli.silent import Silent
    from phraselint.engine.result import Result
    from phraselint.model.conversation import Conversation
    from phraselint.model.findings import Evidence, Finding
    from phraselint.readers import Source


CLEAN, FOUND, WRONG = 0, 1, 2


def check(options: CheckOptions) -> int:
    """Judges everything the paths hold and reports it; 0 clean, 1 findings from --fail-on on, 2 our input is wrong.

    Raises PhraselintError.
    """
    project = project_settings()
    books = Books(options.lexicon or project.get("lexicon"))
    options = fill(options, project, books.settings_for(options.paths[0]))
    books.check_segment(options)
    _spare_inputs(options, books)
    intake = Intake()
    sources = read(options.paths, options.markup, intake)
    known = _known(None if options.write_baseline else options.baseline)
    seen = Seen(known, options.fail_on or Severity.WARNING)
    _write(options, seen.watch(_judged(sources, options, books, intake)))
    tell(intake)
    if seen.silent and options.format in (None, "terminal"):
        seen.silent.tell()
    if intake.failed or (options.strict and intake.kept):
        return WRONG
    return CLEAN if options.write_baseline else seen.exit_code()


def _spare_inputs(options: CheckOptions, books: Books) -> None:
    """Raises InputError where --output or --write-baseline names something that is read (a draft, the phrasebook).

    Both together are refused as well: there is no report beside a baseline.
    """
    if options.output and options.write_baseline:
        raise InputError("--write-baseline writes the baseline and no report: leave --output out")
    if options.output or options.write_baseline:
        drafts = expand(options.paths, tuple(ENDINGS))
        read_too = [*drafts, *map(books.book_path, options.paths), options.conversation]
        spare(options.output, [*read_too, options.baseline])
        spare(options.write_baseline, read_too)


def _judged(sources: Iterator[Source], options: CheckOptions, books: Books, intake: Intake) -> Iterator[Judged]:
    """What is read, judged as it is asked for; the conversation to judge a draft in is read at once."""
    about = conversation_of(options)
    found = ((source, _result(source, options, books, about, intake)) for source in sources)
    return (_framed(source, result, options.trace) for source, result in found if result is not None)


def _result(
    source: Source, options: CheckOptions, books: Books, about: Conversation | None, intake: Intake
) -> Result | None:
    """What is found in a source; None, told in ``intake``, where a bug of ours would end a run over all the others."""
    try:
        return books.lint(source, options, options.trace, about)
    except (PhraselintError, OSError):
        raise
    except Exception as error:
        from phraselint.cli.bugs import MOST, debugging, not_judged

        if debugging() or len(intake.failed) >= MOST:
            raise
        intake.failed.append(not_judged(source, error))
        return None


def _write(options: CheckOptions, results: Iterator[Judged]) -> None:
    """Writes the report, or the baseline instead."""
    results = _watched(results, to_file=options.output not in (None, "-"))
    if options.write_baseline:
        _write_baseline(options.write_baseline, results)
    else:
        with opened(options.output, options.format) as out:
            reporter(options.format or "terminal")(results, out)


class Seen:
    """Watches the results go by: leaves out what the baseline knows, and remembers what decides the exit code."""

    __slots__ = ("_failing", "_known", "severities", "silent")

    def __init__(self, known: frozenset[str], fail_on: str) -> None:
        self._known = known
        self._failing = failing(fail_on)
        self.severities: set[Severity] = set()
        self.silent: Silent | None = None

    def watch(self, results: Iterator[Judged]) -> Iterator[Judged]:
        """The same results, as they come."""
        for judged in results:
            fresh = judged.without(self._known) if self._known else judged
            if judged.silent and not judged.draft:
                self._silent().add(judged)
            self.severities.update(finding.severity for finding in fresh.findings)
            yield fresh._replace(failing=self._failing)

    def _silent(self) -> Silent:
        from phraselint.cli.silent import Silent

        self.silent = self.silent or Silent()
        return self.silent

    def exit_code(self) -> int:
        """FOUND where a finding is at least as grave as --fail-on says; never for "off"."""
        return CLEAN if self._failing.isdisjoint(self.severities) else FOUND


def failing(fail_on: str) -> frozenset[Severity]:
    """The severities that are at least as grave as ``fail_on``; none for "off"."""
    if fail_on == "off":
        return frozenset()
    return frozenset([each for each in Severity if GRAVITY[each] <= GRAVITY[Severity(fail_on)]])


def _watched(results: Iterator[Judged], to_file: bool) -> Iterator[Judged]:
    """The same results; with a count beside them unless the results themselves are seen to go by."""
    seen = sys.stdout is not None and sys.stdout.isatty() and not to_file
    if sys.stderr is None or seen or not sys.stderr.isatty():
        return results
    from phraselint.cli.progress import counted

    return counted(results)


def _known(path: str | None) -> frozenset[str]:
    if path is None:
        return frozenset()
    from phraselint.cli.baseline import read_baseline

    return read_baseline(path)


def _write_baseline(path: str, results: Iterator[Judged]) -> None:
    from phraselint.cli.baseline import baseline_text

    with opened(path, "json") as out:
        findings = [finding for judged in results for finding in judged.findings]
        out.write(baseline_text(findings))
    say(f"{path}: a baseline of {len(findings):,} finding{'' if len(findings) == 1 else 's'}")


def _framed(source: Source, result: Result, trace: bool = False) -> Judged:
    """A result as reporters take it; what was found in a part of a file (a mail) stands at its place in the file."""
    judged = Judged(source.path, source.draft, result.conversation, result.findings, silent=result.silent)
    if trace:
        judged = judged._replace(excused=result.excused, reasons=result.reasons)
    if source.frame is None:
        return judged._replace(decoded=True)
    if source.frame == Frame():
        return judged
    return _moved(judged, source.frame, source.text)


def _moved(judged: Judged, frame: Frame, text: str) -> Judged:
    chars = len(frame.before)
    lines = LineIndex(frame.before).line_column(chars)[0] - 1
    *before, draft = judged.conversation.messages
    turn = turn_of(judged.conversation, len(before))
    whole = draft._replace(text=frame.before + text + frame.after)
    return judged._replace(
        conversation=judged.conversation._replace(messages=(*before, whole)),
        findings=tuple(_down(each, chars, lines, turn) for each in judged.findings),
        excused=tuple(each._replace(start=each.start + chars, end=each.end + chars) for each in judged.excused),
    )


def _down(finding: Finding, chars: int, lines: int, turn: int) -> Finding:
    """A finding so many characters and lines further down, with what of its evidence stands in the same message.

    A frame ends with a line, so that columns stay.
    """
    moved = (each._replace(start=each.start + chars, end=each.end + chars) for each in finding.suggestions)
    return finding._replace(
        start=finding.start + chars,
        end=finding.end + chars,
        line=finding.line + lines,
        suggestions=tuple(moved),
        evidence=tuple(_evidence_down(each, chars) if each.turn == turn else each for each in finding.evidence),
    )


def _evidence_down(evidence: Evidence, chars: int) -> Evidence:
    assert evidence.start is not None  # what stands in a message
    assert evidence.end is not None  # has both
    return evidence._replace(start=evidence.start + chars, end=evidence.end + chars)
