import copy
import enum
import json
import pickle
import typing
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phraselint.model.values import NamedTuple, StrEnum


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


@given(VALUES)
def test_it_is_made_of_one_iterable_as_one_of_typing_is(values: list[int]) -> None:
    assert outcome(lambda: Ours._make(iter(values)), [], {}) == outcome(lambda: Theirs._make(iter(values)), [], {})
    assert Ours._field_defaults == Theirs._field_defaults


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


class Mood(StrEnum):
    """How it goes."""

    GLAD = "glad"
    SO_SO = "so so"

    @property
    def well(self) -> bool:
        return self is Mood.GLAD


class TheirMood(enum.StrEnum):
    GLAD = "glad"
    SO_SO = "so so"


@pytest.mark.parametrize(
    "ask",
    [
        pytest.param(lambda kind: [str(each) for each in kind], id="its members in order"),
        pytest.param(lambda kind: [(each.name, each.value, repr(each).partition(".")[2]) for each in kind], id="names"),
        pytest.param(lambda kind: [str(each) for each in reversed(kind)], id="its members the other way round"),
        pytest.param(lambda kind: (len(kind), list(kind.__members__)), id="how many there are"),
        pytest.param(lambda kind: kind("glad") is kind.GLAD is kind["GLAD"], id="a member by its value and name"),
        pytest.param(lambda kind: kind(kind.SO_SO) is kind.SO_SO, id="a member by itself"),
        pytest.param(lambda kind: f"{kind.GLAD:>6}{kind.SO_SO!s}", id="as text in text"),
        pytest.param(lambda kind: (kind.GLAD == "glad", hash(kind.GLAD) == hash("glad")), id="equal to its text"),
        pytest.param(lambda kind: json.dumps({kind.GLAD: kind.SO_SO}), id="as JSON"),
        pytest.param(
            lambda kind: pickle.loads(pickle.dumps(kind.SO_SO)) is kind.SO_SO,  # noqa: S301 - its own bytes
            id="after a pickle",
        ),
        pytest.param(lambda kind: copy.deepcopy([kind.SO_SO])[0] is kind.SO_SO, id="after a copy"),
        pytest.param(lambda kind: isinstance(kind.GLAD, kind) and isinstance(kind.GLAD, str), id="of its kind"),
    ],
)
def test_its_members_are_as_those_of_enum(ask: Callable[[typing.Any], object]) -> None:
    assert ask(Mood) == ask(TheirMood)


@pytest.mark.parametrize("value", ["sad", "GLAD", None, 3, []], ids=str)
def test_what_is_no_member_is_refused(value: object) -> None:
    kinds: list[typing.Any] = [Mood, TheirMood]
    errors = []
    for kind in kinds:
        with pytest.raises(ValueError, match="is not a valid") as error:
            kind(value)
        errors.append(str(error.value).replace("TheirMood", "Mood"))
    assert errors[0] == errors[1]


@pytest.mark.parametrize("kind", [Mood, TheirMood])
def test_no_member_can_be_changed(kind: typing.Any) -> None:
    for owner, name in ((kind, "GLAD"), (kind.GLAD, "value"), (kind.GLAD, "name")):
        with pytest.raises(AttributeError):
            setattr(owner, name, "sad")
        with pytest.raises(AttributeError):
            delattr(owner, name)
    assert (kind.GLAD.name, kind.GLAD.value) == ("GLAD", "glad")


def test_what_a_member_can_do_beside() -> None:
    assert [mood.well for mood in Mood] == [True, False]
