"""Which literals are chosen for a pattern: giving up on dear ones early changes nothing."""

from math import inf
from unittest import mock

from hypothesis import example, given

from phraselint.book.parser import parse
from phraselint.match.literals import literals
from tests.match.test_properties import patterns


class Boundless:
    """In the place of the bound: all literals are looked at to the end."""

    def __init__(self, _: float) -> None:
        self.most = inf

    def passed(self, _: float) -> bool:
        return False


@given(patterns())
@example("(no|not) (problem|policy|hour) [at all] (is|are|it is) (will|would)")
@example("(<number>|calm down|it (is|was)) (...|the) please")
def test_the_literals_are_those_of_a_search_without_a_bound(source: str) -> None:
    found = literals(parse(source))
    with mock.patch("phraselint.match.literals._Bound", Boundless):
        assert literals(parse(source)) == found


def test_the_rarest_words_of_a_pattern_are_its_literals() -> None:
    assert literals(parse("(it|that) is [very] (the|a) whatsoever")) == [" whatsoever "]
