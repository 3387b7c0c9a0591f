"""The way back from a made text to its original."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phraselint.text.markup import Edit, rewrite
from phraselint.text.offsets import OffsetMap
from tests.text.made import SOURCES, edits


@pytest.fixture
def entity() -> OffsetMap:
    """The map of "a & b", made from "a &amp; b"."""
    offsets = OffsetMap()
    offsets.add(0, 0, 2, copied=True)
    offsets.add(2, 2, 7, copied=False)
    offsets.add(3, 7, 9, copied=True)
    return offsets


@pytest.mark.parametrize(
    ("start", "end", "original"),
    [
        pytest.param(0, 1, (0, 1), id="a character that was copied"),
        pytest.param(2, 3, (2, 7), id="a character that stands for several"),
        pytest.param(0, 5, (0, 9), id="the whole text"),
        pytest.param(1, 4, (1, 8), id="across all pieces"),
        pytest.param(3, 5, (7, 9), id="what follows the replaced piece"),
        pytest.param(0, 0, (0, 0), id="nothing at the start"),
    ],
)
def test_a_stretch_leads_back(entity: OffsetMap, start: int, end: int, original: tuple[int, int]) -> None:
    assert (entity.start(start), entity.stop(end)) == original


def test_what_was_dropped_between_two_pieces_belongs_to_neither() -> None:
    made = rewrite("calm</b> down", [Edit(4, 8, "")], [])
    assert made.text == "calm down"
    assert (made.offsets.start(0), made.offsets.stop(4)) == (0, 4)
    assert (made.offsets.start(4), made.offsets.stop(9)) == (8, 13)


def test_an_empty_map_leads_to_the_start() -> None:
    assert (OffsetMap().start(0), OffsetMap().stop(0), OffsetMap().stop(3)) == (0, 0, 0)


@given(st.data(), SOURCES)
def test_copied_characters_are_those_of_the_original(data: st.DataObject, source: str) -> None:
    made = rewrite(source, data.draw(edits(source)), [])
    for place, character in enumerate(made.text):
        start, stop = made.offsets.start(place), made.offsets.stop(place + 1)
        assert 0 <= start < stop <= len(source)
        assert source[start:stop] == character or character in "x\n"


@given(st.data(), SOURCES)
def test_the_way_back_never_turns(data: st.DataObject, source: str) -> None:
    made = rewrite(source, data.draw(edits(source)), [])
    starts = [made.offsets.start(place) for place in range(len(made.text) + 1)]
    stops = [made.offsets.stop(place) for place in range(len(made.text) + 1)]
    assert starts == sorted(starts)
    assert stops == sorted(stops)


@given(st.data(), SOURCES)
def test_two_maps_joined_lead_where_one_after_the_other_leads(data: st.DataObject, source: str) -> None:
    inner = rewrite(source, data.draw(edits(source)), [])
    outer = rewrite(inner.text, data.draw(edits(inner.text)), [])
    joined = outer.offsets.over(inner.offsets)
    for place in range(len(outer.text)):
        assert joined.start(place) == inner.offsets.start(outer.offsets.start(place))
        assert joined.stop(place + 1) == inner.offsets.stop(outer.offsets.stop(place + 1))
