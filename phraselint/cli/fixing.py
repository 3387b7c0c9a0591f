"""``fix``: the text with its safe replacements; to standard output for "-", else into the file."""

from __future__ import annotations

from phraselint.cli.books import Books, conversation_of
from phraselint.cli.options import FixOptions
from phraselint.cli.output import note, opened, say, standard_output, tell
from phraselint.cli.settings import fill, project_settings
from phraselint.model.errors import InputError, reason
from phraselint.readers import ENDINGS, Intake, Source, expand, kind_of, read_file
from phraselint.readers.files import data_of, is_file

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from phraselint.engine.result import Result
    from phraselint.model.conversation import Conversation
    from phraselint.model.findings import Finding

DONE, WOULD_CHANGE, WRONG = 0, 1, 2
CHANGED, LEFT, CLEAN, FAILED = "changed", "left", "clean", "failed"
"""What becomes of a draft: it is changed, findings are left as they are, there are none, or it cannot be done."""


def fix(options: FixOptions) -> int:
    """Fixes each draft; with --diff it shows what would change, and says so by exit code 1. Raises PhraselintError."""
    project = project_settings()
    books = Books(options.lexicon or project.get("lexicon"))
    options = fill(options, project, books.settings_for(options.paths[0]))
    intake = Intake()
    books.check_segment(options)
    about = conversation_of(options)
    files = expand(options.paths, DRAFTS, intake.failed)
    became = [_fix_file(path, books, options, intake, about) for path in files]
    clean = became.count(CLEAN)
    if clean:
        say(f"{files[became.index(CLEAN)] if clean == 1 else f'{clean:,} of {len(files):,} drafts'}: nothing to fix")
    tell(intake)
    if intake.failed:
        return WRONG
    return WOULD_CHANGE if options.diff and CHANGED in became else DONE


DRAFTS = tuple(ending for ending, kind in ENDINGS.items() if kind != "conversations")


def _fix_file(path: str, books: Books, options: FixOptions, intake: Intake, about: Conversation | None) -> str:
    """Fixes one file and gives what became of it; what cannot be done is told in ``intake``."""
    try:
        source = _draft(path, options, intake)
        result = books.lint(source, options, about=about)
        fixed = result.text if source.frame is None else _fixed(source, result, options)
        changed = _put(source, fixed, options)
        left = () if options.diff and changed else result.relint(fixed).draft_findings
        if source.frame is None:
            _tell_encoded(path, left)
        else:
            _tell(path, changed, left, options)
        if changed and source.twice and not options.diff:
            note(f"{path}: its HTML part is left as it is, only the plain text is fixed")
    except InputError as error:
        intake.failed.append(f"{path}: {error}")
    except OSError as error:
        intake.failed.append(f"{path}: {reason(error)}")
    else:
        return CHANGED if changed else LEFT if left or path == "-" else CLEAN
    return FAILED


def _draft(path: str, options: FixOptions, intake: Intake) -> Source:
    if not (options.diff or path == "-" or is_file(path)):  # a pipe would be waited for
        raise InputError("cannot be written: not a regular file")
    if kind_of(path) != "conversations":
        source = next(read_file(path, options.markup, intake), None)
        if source and source.draft:
            return source
    raise InputError("fix takes drafts, not conversations, which were sent already")


def _tell(path: str, changed: bool, left: Sequence[Finding], options: FixOptions) -> None:
    """Says what became of a draft: fixed or not, and what is left for its writer; clean ones are told together.

    Of standard input, and of what is shown and not fixed, only what is left is told.
    """
    if not left and (path == "-" or options.diff or not changed):
        return
    said = "fixed" if changed else "nothing to fix"
    if left:
        about = "; ".join(_about_left(left, options))
        said += f", {len(left):,} finding{'' if len(left) == 1 else 's'} left" + (f" ({about})" if about else "")
    say(f"{path}: {said}")


def _about_left(left: Sequence[Finding], options: FixOptions) -> Iterator[str]:
    """What else can be done about findings that are left, and why a replacement that fix would write is not there."""
    from phraselint.reporters.record import is_fixable, is_reviewable

    review, safe = sum(map(is_reviewable, left)), sum(map(is_fixable, left))
    if review and not options.review:
        yield f"{review:,} for fix --review"
    kept = safe + (review if options.review else 0)
    if kept and not options.interactive:
        yield f"of {kept:,} the replacement does not fit: it would bring another finding, or say something twice"


def _tell_encoded(path: str, left: Sequence[Finding]) -> None:
    """Says what is left in a mail that cannot be written back: fix would have to encode all of it anew."""
    if left:
        some = f"{len(left):,} finding{'' if len(left) == 1 else 's'}"
        say(f"{path}: left as it is, with {some}: its text is encoded (base64, quoted-printable) or damaged")


def _fixed(source: Source, result: Result, options: FixOptions) -> str:
    """The text of the draft after its fixes; other text stays as it is."""
    if not options.interactive:
        return result.fixed(review=options.review)
    from phraselint.cli.asking import ask

    return ask(source.path, result)


def _put(source: Source, fixed: str, options: FixOptions) -> bool:
    """Writes what was fixed to where it belongs; True where it differs from what was there."""
    assert source.file is not None  # drafts have one
    old = source.file.text
    new = old if source.frame is None else source.frame.before + fixed + source.frame.after
    if options.diff:
        _show_difference(source.path, old, new)
    elif source.path == "-":
        out = standard_output()
        out.flush()
        out.buffer.write(source.file.encode(new))
        out.buffer.flush()
    elif new != old:
        if data_of(source.path) != source.file.encode(old):
            raise InputError("was changed while it was being fixed, and is left as it is now; run it again")
        from phraselint.reporters.writing import write

        write(source.path, source.file.encode(new))
    return new != old


def _show_difference(path: str, old: str, new: str) -> None:
    from difflib import unified_diff

    if old == new:
        return
    name = "draft" if path == "-" else path
    with opened(None, None) as out:
        for line in unified_diff(_lines(old), _lines(new), name, f"{name} (fixed)"):
            out.write(line if line.endswith("\n") else line + "\n\\ No newline at end of file\n")


def _lines(text: str) -> list[str]:
    """The lines with their ends; only a line feed ends one, as in other tools that show differences."""
    lines = [line + "\n" for line in text.split("\n")]
    last = lines.pop()[:-1]
    return [*lines, last] if last else lines
