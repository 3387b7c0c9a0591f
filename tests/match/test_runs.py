"""What short texts are scanned with finds what the automaton finds."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phraselint.match.container import Container
from phraselint.match.packing import packed
from phraselint.match.runs import RunScanner, run_table
from phraselint.match.scanform import ScanForm
from phraselint.match.scanner import built
from phraselint.text.fold import fold

WORDS = st.sampled_from(["no", "problem", "at", "all", "calm", "down", "über", "2", "t"])
LITERALS = st.lists(st.lists(WORDS, min_size=1, max_size=4).map(" ".join), min_size=1, max_size=12, unique=True)
TEXTS = st.lists(WORDS | st.sampled_from([" ", "  ", "\n", "-", "'", "no-problem", "nothing"]), max_size=30)


def hits(literals: list[str], data: bytes) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """What the runs find, and what the automaton finds."""
    runs = RunScanner(Container(packed("", [], run_table(literals))))
    automaton = built([f" {literal} ".encode() for literal in literals])
    return sorted(runs.scan(data)), sorted(automaton.scan(data))


@given(LITERALS, TEXTS)
def test_runs_find_what_the_automaton_finds(literals: list[str], text: list[str]) -> None:
    ours, theirs = hits(literals, ScanForm(fold(" ".join(text))).data)
    assert ours == theirs


@given(LITERALS, st.lists(TEXTS, max_size=4))
def test_they_do_in_a_buffer_of_several_texts(literals: list[str], texts: list[list[str]]) -> None:
    ours, theirs = hits(literals, b"\n".join(ScanForm(fold(" ".join(text))).data for text in texts))
    assert ours == theirs


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("no problem at all", [" no problem ", " no problem at all "], id="one and a longer one"),
        pytest.param("no problem at ease", [" no problem "], id="a longer one that is only begun"),
        pytest.param("no, problem", [], id="a sign between its words"),
        pytest.param("problem at all", [], id="its end alone"),
    ],
)
def test_longer_literals_begin_with_shorter_ones(text: str, found: list[str]) -> None:
    literals = ["no problem", "no problem at all", "at ease now"]
    ours, theirs = hits(literals, ScanForm(fold(text)).data)
    assert ours == theirs
    assert [f" {literals[number]} " for number, _ in ours] == found


READINGS = st.lists(WORDS | st.sampled_from(["no problem", "calm down"]), min_size=1, max_size=4, unique=True)


@given(LITERALS, st.lists(READINGS, min_size=1, max_size=5))
def test_words_in_many_readings_hold_what_one_of_the_readings_holds(
    literals: list[str], words: list[list[str]]
) -> None:
    found = RunScanner(Container(packed("", [], run_table(literals)))).readings(
        [[(each.encode(), 1) for each in readings] for readings in words]
    )
    lines = [f" {' '.join(line)} ".encode() for line in product(*words)]
    automaton = built([f" {literal} ".encode() for literal in literals])
    assert found == {number for line in lines for number, _ in automaton.scan(line)}
