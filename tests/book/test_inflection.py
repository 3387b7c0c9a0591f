"""Inflections of a word in any form, and the English words near it."""

import subprocess
import sys

import pytest
from rapidfuzz.distance import OSA

from phraselint.book.english import is_english, known_words, neighbours, neighbours_of
from phraselint.book.inflection import inflections
from phraselint.text.spelling import budget


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        pytest.param("argue", "argue argues argued arguing", id="a verb"),
        pytest.param(
            "policy", "policy policies policy's", id="a noun and its possessive, but no verb of another lemma"
        ),
        pytest.param("forgot", "forget forgets forgot forgotten forgetting", id="a form that is no lemma"),
        pytest.param("be", "be am is are was were been being", id="the verb with most forms"),
        pytest.param("were", "be am is are was were been being", id="any form of it"),
        pytest.param("does", "do does did doing done", id="an auxiliary, not the plural of doe"),
        pytest.param("can", "can could", id="a modal, not the tin"),
        pytest.param("Try", "try try's tries tried trying", id="a noun and verb in capitals"),
        pytest.param("happy", "happy happier happiest", id="an adjective"),
        pytest.param(
            "wrong", "wrong wrong's wrongs wronged wronging", id="an adjective without a comparison of its own"
        ),
        pytest.param("good", "good good's goods better best", id="an irregular comparison"),
        pytest.param("child", "child child's children children's", id="an irregular plural has a possessive in 's"),
        pytest.param("boss", "boss boss's bosses bossed bossing", id="a noun in s"),
        pytest.param("cancel", "cancel cancels canceled cancelled canceling cancelling", id="both spellings"),
        pytest.param("apologise", "apologise apologises apologised apologising", id="a British verb"),
        pytest.param("customer’s", "customer customers customer's", id="a possessive with a curly apostrophe"),
        pytest.param("won't", "won't wouldn't", id="a negated modal"),
        pytest.param("don't", "don't doesn't didn't", id="a negated auxiliary"),
        pytest.param("ain't", "ain't", id="only itself"),
        pytest.param("that's", "that's", id="a contraction is no possessive"),
        pytest.param("I", "i", id="a pronoun does not inflect"),
        pytest.param("24", "24", id="neither does a figure"),
        pytest.param("zendesked", "zendesk zendesks zendesked zendesking", id="an unknown verb by rule"),
        pytest.param("iPhone", "iphone iphones iphone's iphoned iphoning", id="an unknown word as noun and verb"),
    ],
)
def test_a_word_has_these_forms(word: str, forms: str) -> None:
    assert inflections(word) == frozenset(forms.split())


@pytest.mark.parametrize("word", ["problem", "inconvenience", "Café", "people", "left", "data", "blorp", "x", "won’t"])
def test_the_forms_hold_the_word_itself_folded(word: str) -> None:
    folded = word.lower().replace("é", "e").replace("’", "'")
    forms = inflections(word)
    assert folded in forms
    assert all(form == form.lower() and form.isascii() for form in forms)


@pytest.mark.parametrize("word", "clam town guest program correct hem lo hello thanks sorry its were ill emoji".split())
def test_english_words_are_known(word: str) -> None:
    assert is_english(word)


SLIPS = "problm probelm geuss donw incorect inconvinience inconvience teh unfortunatly thier recieve dont wont im"


@pytest.mark.parametrize("word", SLIPS.split())
def test_slips_and_bare_contractions_are_not_english(word: str) -> None:
    assert not is_english(word)


@pytest.mark.parametrize(
    ("word", "near", "far"),
    [
        pytest.param("calm", ["clam", "palm", "call", "calms"], ["clamp", "balmy"], id="one edit at four letters"),
        pytest.param("down", ["town", "own", "downs"], ["clown's", "dent"], id="a letter changed, missing or more"),
        pytest.param("the", [], ["he", "them", "tie"], id="only swaps at three letters"),
        pytest.param("fro", ["for"], ["frog", "from"], id="a swap of neighbours at three letters"),
        pytest.param("incorrect", ["correct", "incorrectly"], ["collect"], id="two edits at nine letters"),
        pytest.param("done", ["dont"], ["donut"], id="a contraction without its apostrophe is no slip of done"),
        pytest.param("no", [], ["not", "on"], id="none under three letters"),
    ],
)
def test_neighbours_within_the_budget_of_the_word(word: str, near: list[str], far: list[str]) -> None:
    found = neighbours_of([word])[word]
    assert not set(near) - found
    assert not set(far) & found
    assert word not in found


def test_neighbours_are_those_of_a_comparison_with_every_word() -> None:
    words = sorted(known_words())
    for word in [each for each in words if each.isalpha()][::5_000]:
        for most in (1, 2):
            plain = {each for each in words if OSA.distance(word, each, score_cutoff=most) <= most}
            assert neighbours(word, most) == plain - {word}


@pytest.mark.parametrize(
    ("word", "allowed"),
    [
        pytest.param("no", 0, id="two letters"),
        pytest.param("not", -1, id="three letters: one swap of neighbours"),
        pytest.param("down", 1, id="four letters"),
        pytest.param("don't", 1, id="an apostrophe is no letter"),
        pytest.param("problem", 1, id="seven letters"),
        pytest.param("problems", 2, id="eight letters"),
        pytest.param("o" * 5000, 0, id="more letters than a word has, and deletions than memory"),
    ],
)
def test_the_budget_counts_letters(word: str, allowed: int) -> None:
    assert budget(word) == allowed


def test_inflecting_loads_no_spacy() -> None:
    code = (
        "import sys; from phraselint.book.inflection import inflections; assert 'argued' in inflections('argue');"
        "assert 'spacy' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
