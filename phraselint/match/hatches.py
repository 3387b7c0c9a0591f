"""The escape hatches of the phrasebook: ``regex:`` by RE2 (linear time) and ``tokens:`` by spaCy's Matcher."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache
from typing import Any

from phraselint.model.errors import MissingExtra
from phraselint.text.fold import Folded
from phraselint.text.words import Sentence


def hatch_places(record: dict[str, Any], text: Folded) -> Iterator[tuple[Sentence, int, int, int, int]]:
    """The sentence in which each match starts, the tokens that it covers there, and its place in ``clean``."""
    if "regex" in record:
        spans = [match.span() for match in _expression(record["regex"], record["exact"]).finditer(text.clean)]
    else:
        from phraselint.text.nlp import token_spans

        spans = token_spans(text.clean, record["tokens"])
    for start, end in spans:
        sentence = text.sentence_at(start) if end > start else None
        if sentence is not None and sentence.words:
            first = max(bisect_right(sentence.starts, start) - 1, 0)
            last = max(bisect_left(sentence.starts, end), first + 1)
            yield sentence, first, last, start, end


@cache
def _expression(source: str, exact: bool) -> Any:
    try:
        import re2
    except ImportError:
        raise MissingExtra("'regex' needs google-re2: pip install 'phraselint[regex]'") from None
    options = re2.Options()
    options.log_errors = False
    options.case_sensitive = exact
    return re2.compile(source, options)
