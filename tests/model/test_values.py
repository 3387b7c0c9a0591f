import copy
import pickle
import typing
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phraselint.model.values import NamedTuple


class Ours(NamedTuple):
    """A place."""

    line: int
    column: int = 1
    words: tuple[str, ...] = ()

    @property
    def both(self) -> tuple[int, int]:
        return self.line, self.column


class Theirs(typing.NamedTuple):
    line: int
    column: int = 1
    words: tuple[str, ...] = ()


VALUES = st.lists(st.integers(), max_size=4)
NAMED = st.dictionaries(st.sampled_from(["line", "column", "words", "other"]), st.integers())


def outcome(make: Callable[..., tuple[object, ...]], values: list[int], named: dict[str, int]) -> object:
    """The values of what is made, or the error."""
    try:
        return tuple(make(*values, **named))
    except (TypeError, ValueError) as error:
        return type(error)


@given(VALUES, NAMED)
def test_it_is_made_as_one_of_typing_is(values: list[int], named: dict[str, int]) -> None:
    assert outcome(Ours, values, named) == outcome(Theirs, values, named)


@given(NAMED)
def test_its_values_are_replaced_as_those_of_typing_are(named: dict[str, int]) -> None:
    assert outcome(Ours(5)._replace, [], named) == outcome(Theirs(5)._replace, [], named)


def test_its_names_lead_to_its_values() -> None:
    here = Ours(3, words=("a", "b"))
    assert tuple(here) == (3, 1, ("a", "b"))
    assert (here.line, here.column, here.words) == tuple(here)
    assert here.both == (3, 1)
    assert here._fields == Theirs._fields
    assert here._asdict() == {"line": 3, "column": 1, "words": ("a", "b")}
    assert repr(here) == "Ours(line=3, column=1, words=('a', 'b'))"
    assert hash(here) == hash((3, 1, ("a", "b")))


def test_it_is_taken_apart_by_a_pattern() -> None:
    match Ours(3):
        case Ours(line, column=1):
            assert line == 3
        case _:
            pytest.fail("it did not match")


def test_copies_and_pickles_are_of_its_own_kind() -> None:
    here = Ours(3, 4)
    for other in (copy.copy(here), copy.deepcopy(here), pickle.loads(pickle.dumps(here))):  # noqa: S301 - our own
        assert other == here
        assert type(other) is Ours


def test_nothing_of_it_can_be_changed() -> None:
    here = Ours(3)
    for name in ("line", "other"):
        with pytest.raises(AttributeError):
            setattr(here, name, 1)
