"""What of a text was said before by someone else."""

import pytest

from phraselint.text.pasted import Passage, passages_of, pasted_spans
from phraselint.text.sentences import sentence_spans


def said(text: str) -> list[Passage]:
    return list(passages_of(text, sentence_spans(text)))


@pytest.mark.parametrize(
    ("text", "earlier", "pasted"),
    [
        pytest.param(
            "re: My screen stays black after the update\n\nPlease change it.",
            "Hello. My screen stays black after the update",
            ["re: My screen stays black after the update"],
            id="a line that answers",
        ),
        pytest.param(
            "You must have seen it there before. No.", "you must have seen it there before!", [
                "You must have seen it there before."
            ], id="a sentence in another case",
        ),
        pytest.param("No problem at all.", "no problem at all", [], id="a short sentence is anybody's"),
        pytest.param("My screen stays black since the update", "", [], id="nothing was said before"),
    ],
)  # fmt: skip
def test_sentences_pasted_from_an_earlier_message(text: str, earlier: str, pasted: list[str]) -> None:
    assert [text[zone.start : zone.end] for zone in pasted_spans(said(text), [said(earlier)])] == pasted
