"""``fix --interactive`` on a real terminal: one key answers, without Enter."""

import io
import os
import pty
import select
import signal
from collections.abc import Iterable
from pathlib import Path

import pytest

import phraselint
from phraselint.cli.asking import ask, offers_of
from phraselint.model.findings import Finding, Safety, Severity, Suggestion
from tests.cli.program import command, environment

QUESTION = b"[?] help: "


@pytest.fixture
def draft(place: Path) -> Path:
    path = place / "draft.txt"
    path.write_text("No problem. Calm down. No worries.\n", encoding="utf-8")
    return path


def press(keys: Iterable[int | bytes], draft: Path) -> tuple[int, bytes]:
    """Exit code and screen of a session in which each question is answered by the next key, or by several at once."""
    answers = [bytes([key]) if isinstance(key, int) else key for key in keys]
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(draft.parent)
        line = command("fix", draft.name, "--interactive")
        os.execve(line[0], line, environment())  # noqa: S606 - the program under test
    screen = b""
    while True:
        if not select.select([terminal], [], [], 60)[0]:
            os.kill(child, signal.SIGKILL)  # it waits for a key that was lost: fail, rather than wait for ever
            break
        try:
            seen = os.read(terminal, 65536)
        except OSError:  # the program has closed its terminal
            break
        screen += seen
        if screen.endswith(QUESTION):
            os.write(terminal, b"".join(answers[:1]))
            answers = answers[1:]
    _, status = os.waitpid(child, 0)
    os.close(terminal)
    return os.waitstatus_to_exitcode(status), screen


@pytest.mark.parametrize(
    ("keys", "code", "text"),
    [
        pytest.param(b"11n", 0, "Certainly. I understand. No worries.\n", id="take, take, no"),
        pytest.param(b"a", 0, "Certainly. I understand. Certainly.\n", id="all"),
        pytest.param(b"1q", 0, "Certainly. Calm down. No worries.\n", id="take and quit"),
        pytest.param(
            b"?y?x1n", 0, "Certainly. I understand. No worries.\n", id="help, yes, help, a wrong key, take, no"
        ),
        pytest.param(b"n\x1b", 0, "No problem. Calm down. No worries.\n", id="no, Escape"),
        pytest.param(b"1\x03", 130, "No problem. Calm down. No worries.\n", id="Ctrl-C changes nothing"),
        pytest.param([b"1n1"], 0, "Certainly. Calm down. Certainly.\n", id="keys typed ahead"),
        pytest.param([b"\x1b[A", b"11n"], 0, "Certainly. I understand. No worries.\n", id="an arrow is no Escape"),
    ],
)
def test_keys(keys: Iterable[int | bytes], code: int, text: str, draft: Path) -> None:
    done, screen = press(keys, draft)
    assert done == code, screen.decode()
    assert draft.read_text(encoding="utf-8") == text


def test_help_and_wrong_keys_are_answered(draft: Path) -> None:
    _, screen = press(b"?xq", draft)
    assert b"take that wording" in screen
    assert b"that is none of these" in screen


def test_what_is_offered_is_each_text_once_and_no_advice_with_blanks() -> None:
    said = [("Certainly", Safety.SAFE), ("Ask {name}", Safety.GUIDE), ("", Safety.REVIEW)]
    offers = tuple(Suggestion(text, safety, 0, 4) for text, safety in said)
    place = [Finding(rule, "c", Severity.WARNING, 0, 0, 4, 1, 1, "Sure", "", offers) for rule in ("a", "b")]
    assert [each.text for _, each in offers_of(place)] == ["Certainly", ""]


@pytest.mark.parametrize(
    ("text", "keys", "fixed"),
    [
        pytest.param("Listen, you must sign.", "11", "Please sign.", id="after a deletion the next comes first"),
        pytest.param("Listen, you must sign.", "n1", "Listen, please sign.", id="what was left stands before it"),
        pytest.param("Listen, listen, you must sign.", "a", "Please sign.", id="all, one after the other"),
        pytest.param("You must sign. Listen, it is due.", "1n", "Please sign. Listen, it is due.", id="the last stays"),
    ],
)
def test_each_answer_changes_what_is_asked_next(
    text: str, keys: str, fixed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = tmp_path / "lexicon.yaml"
    book.write_text(BOOK, encoding="utf-8")
    monkeypatch.setattr("sys.stdin", io.StringIO(keys))
    assert ask("draft.txt", phraselint.Linter(phraselint.load(book)).lint(text)) == fixed


BOOK = """\
avoid:
  - id: listen
    category: command
    severity: error
    phrases: [listen]
    why: It scolds.
    instead: [{say: "", safety: safe}]
  - id: must
    category: command
    phrases: [you must]
    why: It orders.
    instead: [{say: please, safety: safe}]
"""
