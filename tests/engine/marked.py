"""A match made by hand: the words between [[ and ]] of a text."""

from phraselint.match.matches import Match
from phraselint.text.fold import fold


def marked(text: str, markup: str = "plain", phrase: int = 0) -> Match:
    """The match that stands between [[ and ]]."""
    start = text.index("[[")
    end = text.index("]]") - 2
    folded = fold(text.replace("[[", "").replace("]]", ""), markup)
    for sentence in folded.sentences:
        spans = [folded.span(*each) for each in zip(sentence.starts, sentence.ends, strict=True)]
        inside = [n for n, (first, last) in enumerate(spans) if first >= start and last <= end]
        if inside:
            return Match(phrase, sentence, inside[0], inside[-1] + 1, start, end)
    raise AssertionError(text)
