"""The picture of the README: what the program says, for light and dark, and to be read by anyone."""

from xml.etree.ElementTree import Element, fromstring

import pytest

from examples.picture import DARK, KINDS, LIGHT, PICTURE, TITLE, drawn, letters, screen

SVG = "{http://www.w3.org/2000/svg}"


def parsed(svg: str) -> Element:
    return fromstring(svg)  # noqa: S314 - our own file


def luminance(colour: str) -> float:
    """The relative luminance of WCAG 2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted([luminance(one), luminance(other)])
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("colours", [pytest.param(LIGHT, id="on light paper"), pytest.param(DARK, id="on dark paper")])
def test_every_colour_can_be_read(colours: dict[str, str]) -> None:
    inks = {"text", *KINDS.values()}
    assert {ink for ink in inks if contrast(colours[ink], colours["paper"]) < 4.5} == set()


def test_it_shows_what_the_program_says() -> None:
    assert drawn(list(screen())) == PICTURE.read_text(encoding="utf-8"), "python -m examples.picture draws it anew"


def test_it_is_told_to_who_does_not_see_it() -> None:
    svg = parsed(PICTURE.read_text(encoding="utf-8"))
    assert svg.get("role") == "img"
    assert svg.findtext(f"{SVG}title") == TITLE
    assert "$ echo" in (svg.findtext(f"{SVG}desc") or "")


def test_carets_stand_below_the_words_in_any_font() -> None:
    svg = parsed(drawn(["  \x1b[4;31mCalm down\x1b[0m, Ann", "  \x1b[31m^^^^^^^^^\x1b[0m", ""]))
    words, _, carets = svg.findall(f"{SVG}text")
    assert (words.text, carets.text) == ("Calmdown", "^^^^^^^^^")
    below = (carets.get("x") or "").split()
    assert (words.get("x") or "").split() == below[:4] + below[5:]


def test_letters_carry_their_style() -> None:
    assert letters("a\x1b[1mb\x1b[0m\x1b[4;33mc") == [("a", ""), ("b", "bold"), ("c", "warning")]
