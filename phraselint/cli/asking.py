"""``fix --interactive``: shows each place and takes one key for an answer."""

import os
import sys
from collections.abc import Callable
from functools import cache

from phraselint.cli.output import allow_any
from phraselint.engine.fixes import Change, applied
from phraselint.engine.result import Result
from phraselint.model.errors import InputError
from phraselint.model.findings import Finding, Safety, Suggestion, places
from phraselint.reporters.cells import harmless
from phraselint.reporters.record import Judged, wording
from phraselint.reporters.terminal import block, look_of

MOST = 9  # one digit a suggestion
MOST_AHEAD = 1024  # bytes
TAKE_ALL, SKIP, STOP, HELP = "a", "n", "q", "?"
ESCAPE = "\x1b"
ALSO = {"y": "1", " ": SKIP, "": STOP, ESCAPE: STOP, "\x04": STOP}  # the last is Ctrl-D
MEANT = f"""\
  y or a digit: take that wording    {SKIP} or space: leave this place as it is
  {TAKE_ALL}: take the first wording here and from here on    {STOP}, Escape or Ctrl-D: leave the rest as it is
"""
Offer = tuple[Finding, Suggestion]


def ask(path: str, result: Result) -> str:
    """The draft with the replacements that were chosen. Raises InputError where nobody can be asked.

    What is asked next is read in the text as it stands by then: a word that was taken out may leave another at the
    start of the sentence.
    """
    key = _keys(path)
    take_all = False
    at = 0
    while place := next(iter(places(each for each in result.draft_findings if each.start >= at)), None):
        offers = offers_of(place)
        _show(place, offers, Judged(path, True, result.conversation, result.findings))
        answer = SKIP if not offers else "1" if take_all else _answer(len(offers), key)
        if answer == STOP:
            break
        take_all = take_all or answer == TAKE_ALL
        if answer == SKIP:
            at = max(each.end for each in place)
            continue
        result, at = _taken(result, *offers[0 if answer == TAKE_ALL else int(answer) - 1])
    return result.text


def _taken(result: Result, finding: Finding, suggestion: Suggestion) -> tuple[Result, int]:
    """What stands once a wording is taken, and where in it the words behind the finding go on."""
    text, (made,) = applied(result.text, [Change(suggestion, finding)])
    behind = max(suggestion.end - finding.end, 0)  # a comma, the letter that is now the first of the sentence
    return result.relint(text), made.place + max(len(suggestion.text) - behind, 0)


def offers_of(place: list[Finding]) -> list[Offer]:
    """What may be written at a place: each text once; advice with blanks is none."""
    offers = {(each.text, each.start, each.end): (finding, each) for finding in place for each in finding.suggestions}
    return [(finding, each) for finding, each in offers.values() if each.safety is not Safety.GUIDE][:MOST]


def _show(place: list[Finding], offers: list[Offer], judged: Judged) -> None:
    """The place as ``check`` shows it, and its offers by number; where there is none, the advice stands for itself."""
    lines = block(place, judged, look_of(sys.stderr))
    lines += [f"  {number}  {said}" for number, said in enumerate(said_of(offers, judged), 1)]
    sys.stderr.write("\n".join(lines) + "\n" + ("" if offers else "\n"))


def said_of(offers: list[Offer], judged: Judged) -> list[str]:
    """The offers as they are shown."""
    return [harmless(wording(each, finding, judged)) or "(leave it out)" for finding, each in offers]


def _answer(count: int, key: Callable[[], str]) -> str:
    """The digit of an offer, or one of the keys above; other keys are asked again."""
    digits = [str(number) for number in range(1, count + 1)]
    while True:
        take = "[y]es" if count == 1 else f"[1-{count}] take"
        sys.stderr.write(f"  {take}, [n]o, [a]ll from here on, [q]uit, [?] help: ")
        sys.stderr.flush()
        pressed = key().lower()
        answer = ALSO.get(pressed, pressed)
        if answer in (*digits, SKIP, TAKE_ALL, STOP):
            sys.stderr.write(f"{answer}\n\n")
            return answer
        sys.stderr.write(f"{harmless(pressed)}\n" + (MEANT if pressed == HELP else "  that is none of these\n"))


def _keys(path: str) -> Callable[[], str]:
    """What reads one key: from the terminal; from standard input where that is none and not the draft itself."""
    if sys.stderr is None:
        raise InputError("--interactive needs a terminal to ask on")
    if path != "-" and sys.stdin is not None and not sys.stdin.isatty():
        allow_any(sys.stdin, errors="replace")
        return lambda: sys.stdin.read(1)
    if sys.platform == "win32":
        import msvcrt

        return msvcrt.getwch
    return _terminal().key


@cache
def _terminal() -> "Terminal":
    """The terminal, opened once for all drafts."""
    try:
        return Terminal(os.open("/dev/tty", os.O_RDONLY))
    except OSError:
        raise InputError("--interactive needs a terminal to ask on") from None


class Terminal:
    """Gives keys as they are pressed, without Enter; those typed ahead wait for their question. Ctrl-C interrupts."""

    def __init__(self, number: int) -> None:
        self._number = number
        self._ahead = ""

    def key(self) -> str:
        """The next key: a letter, or what an arrow and the like send as a whole, which begins as Escape does."""
        ahead = self._ahead or self._pressed()
        length = len(ahead) if ahead.startswith(ESCAPE) else 1
        self._ahead = ahead[length:]
        return ahead[:length]

    def _pressed(self) -> str:
        import termios
        import tty

        before = termios.tcgetattr(self._number)
        try:
            tty.setcbreak(self._number, termios.TCSANOW)  # at once, so that keys typed ahead are not thrown away
            return os.read(self._number, MOST_AHEAD).decode(errors="replace")
        finally:
            termios.tcsetattr(self._number, termios.TCSADRAIN, before)
