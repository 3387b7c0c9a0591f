"""Entries that match by ``regex:`` and ``tokens:``, from the YAML to the match."""

from pathlib import Path

import pytest

from phraselint.match.find import Matcher
from phraselint.match.library import load
from phraselint.text.fold import fold

BOOK = """
name: hatches
avoid:
  - id: hatch
    phrases:
      - {%s}
"""


def matches(folder: Path, phrase: str, text: str, markup: str = "plain") -> list[str]:
    path = folder / "lexicon.yaml"
    path.write_text(BOOK % phrase, encoding="utf-8")
    return [text[m.start : m.end] for m in Matcher(load(str(path))).find(fold(text, markup)).entries]


@pytest.mark.extras
@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        pytest.param(
            r"regex: 'calm(ing)?\s+down'", "Calm down. CALMING  down!", ["Calm down", "CALMING  down"], id="RE2"
        ),
        pytest.param(r"regex: '[A-Z]{4}', case: exact", "STOP it, stop", ["STOP"], id="RE2 that asks for case"),
        pytest.param(r"regex: 'café'", "CAFÉ and cafe", [], id="RE2 sees the text without accents"),
        pytest.param(r"regex: 'x*'", "no such letter", [], id="RE2 that matches nothing finds nothing"),
        pytest.param(r"regex: 'down\. \w+'", "calm down. Now", ["down. Now"], id="RE2 may cross a sentence end"),
        pytest.param("tokens: [{LOWER: calm}, {LOWER: down}]", "please Calm down", ["Calm down"], id="tokens by form"),
        pytest.param(
            "tokens: [{LEMMA: argue}, {POS: ADP}]", "I argued with him", ["argued with"], id="tokens by lemma"
        ),
    ],
)
def test_a_hatch_matches(tmp_path: Path, phrase: str, text: str, found: list[str]) -> None:
    assert matches(tmp_path, phrase, text) == found


@pytest.mark.extras
def test_a_hatch_finds_its_place_behind_markup(tmp_path: Path) -> None:
    assert matches(tmp_path, "regex: 'calm down'", "<b>calm</b> down", "html") == ["calm</b> down"]
