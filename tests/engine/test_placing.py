import pytest

from phraselint.engine.place import Edit, Place
from phraselint.engine.placing import article, placed
from tests.engine.marked import marked


def written(text: str, say: str) -> str:
    """The text with ``say`` in the place between [[ and ]]."""
    match = marked(text)
    edit = placed(Place(match), say)
    original = match.sentence.text.original
    return original[: edit.start] + edit.text + original[edit.end :]


@pytest.mark.parametrize(
    ("text", "say", "expected"),
    [
        pytest.param("[[No problem]]!", "My pleasure", "My pleasure!", id="a capital at the start"),
        pytest.param("[[NO PROBLEM]]!", "My pleasure", "MY PLEASURE!", id="shouted"),
        pytest.param("[[no problem]], I'll do it", "Certainly", "certainly, I'll do it", id="small at the start"),
        pytest.param("Ok, [[no problem]]", "Certainly", "Ok, certainly", id="small inside"),
        pytest.param("Ok, [[No problem]]", "certainly", "Ok, Certainly", id="a capital inside stays"),
        pytest.param("so [[I can't help]]", "Let me check", "so let me check", id="I is no capital"),
        pytest.param("[[I can't help]]", "let me check", "Let me check", id="I at the start is one"),
        pytest.param("[[no way]], I can't", "I'm sorry", "I'm sorry, I can't", id="I stays a capital"),
        pytest.param("[[no way]]", "iPhone first", "iPhone first", id="capitals inside a word stay"),
        pytest.param("Our [[SLA]] says so", "Agreement", "Our agreement says so", id="an acronym is no shouting"),
        pytest.param("[[NP]]!", "Certainly", "Certainly!", id="a short acronym alone is no shouting"),
        pytest.param("THAT IS [[AWFUL]]", "sad", "THAT IS SAD", id="one shouted word among others"),
        pytest.param("CAN [[U]] SEE", "you", "CAN YOU SEE", id="one shouted letter among words"),
        pytest.param("Can [[U]] see", "you", "Can you see", id="one capital letter is no shouting"),
        pytest.param(
            "But no... FROM [[OUTTA]] NOWHERE", "out of", "But no... FROM OUT OF NOWHERE", id="shouted in part"
        ),
        pytest.param("[[100% sure]]", "confirmed", "Confirmed", id="a digit at the start"),
        pytest.param("Hi\n[[Calm down]] now", "easy", "Hi\nEasy now", id="a capital after a line break"),
    ],
)
def test_case_is_that_of_the_place(text: str, say: str, expected: str) -> None:
    assert written(text, say) == expected


@pytest.mark.parametrize(
    ("text", "say", "expected"),
    [
        pytest.param("[[You need to]] please send it", "Please", "Please send it", id="the next word is the same"),
        pytest.param("please [[you need to]] send it", "please", "please send it", id="the word before is the same"),
        pytest.param("[[You need to]] send it, please.", "Please", "Send it, please.", id="please stands at the end"),
        pytest.param("please go .[[Kindly]] send it", "Please", "please go .Send it", id="please stands before"),
        pytest.param("please go, [[kindly]], now", "please", "please go, now", id="please before, a comma after"),
        pytest.param("please go [[kindly]] (now)", "please", "please go (now)", id="please before, a bracket after"),
        pytest.param("please go, [[kindly]].", "please", "please go.", id="please before, nothing after"),
        pytest.param("[[You need to]] so send", "Do so", "Do so send", id="the last word of several"),
        pytest.param("the [[old thing]] is", "the new thing", "the new thing is", id="the first word of several"),
    ],
)
def test_no_word_is_doubled(text: str, say: str, expected: str) -> None:
    assert written(text, say) == expected


@pytest.mark.parametrize(
    ("text", "say", "expected"),
    [
        pytest.param("It's a [[big]] deal", "enormous", "It's an enormous deal", id="a becomes an"),
        pytest.param("It's an [[awful]] deal", "bad", "It's a bad deal", id="an becomes a"),
        pytest.param("A [[big]] deal", "odd", "An odd deal", id="with its capital"),
        pytest.param("THAT IS AN [[AWFUL]] DEAL", "bad", "THAT IS A BAD DEAL", id="shouted"),
        pytest.param("It's a [[big]] deal", "huge", "It's a huge deal", id="it stays"),
    ],
)
def test_articles_fit_the_replacement(text: str, say: str, expected: str) -> None:
    assert written(text, say) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [(word, "an") for word in ("apple", "hour", "honest", "urgent", "unimportant", "update", "own")]
    + [(word, "a") for word in ("pear", "unit", "user", "one-time", "European", "useful", "utility", "house")],
)
def test_the_article_of_a_word(word: str, expected: str) -> None:
    assert article("a", word) == expected
    assert article("An", word) == expected.capitalize()


@pytest.mark.parametrize(
    ("text", "say", "expected"),
    [
        pytest.param("[[No problem]]!", "You're welcome!", "You're welcome!", id="one exclamation mark"),
        pytest.param("[[No problem]].", "You're welcome!", "You're welcome.", id="the text's own sign stays"),
        pytest.param("[[No problem]], we can", "Sure,", "Sure, we can", id="one comma"),
        pytest.param(
            "[[no problem]], we can", "You're welcome.", "you're welcome. We can", id="a stop takes the comma"
        ),
        pytest.param("[[Please hold]]!", "May I check?", "May I check?", id="a question mark wins"),
        pytest.param("[[Please hold]]...", "May I check?", "May I check?", id="over dots, too"),
        pytest.param("[[Sorry but]] we can't", "I'm sorry.", "I'm sorry. We can't", id="a capital after a full stop"),
    ],
)
def test_signs_meet_once(text: str, say: str, expected: str) -> None:
    assert written(text, say) == expected


@pytest.mark.parametrize(
    ("text", "say", "expected"),
    [
        pytest.param("[[Please change]] it.", "Could you change", "Could you change it?", id="a full stop"),
        pytest.param("[[please change]] it", "could you change", "could you change it?", id="no sign at all"),
        pytest.param("[[Please change]] it!!", "Could you change", "Could you change it?", id="exclamation marks"),
        pytest.param("[[Please change]] it 🙂", "Could you change", "Could you change it? 🙂", id="before an emoji"),
        pytest.param(
            '[[Please change]] it to "b".', "Could you change", 'Could you change it to "b"?', id="after a quote"
        ),
        pytest.param(
            "[[Please change]] it. Thanks.", "Could you change", "Could you change it? Thanks.", id="its sentence"
        ),
        pytest.param("Is [[please change]] it?", "could you", "Is could you it?", id="it asks already"),
        pytest.param("[[Please add]] a &amp; b.", "Could you add", "Could you add a &amp; b?", id="over an entity"),
    ],
)
def test_a_request_put_as_a_question_ends_in_its_mark(text: str, say: str, expected: str) -> None:
    assert written(text, say) == expected


def test_text_outside_the_place_is_not_touched() -> None:
    match = marked("One  two ,  [[no problem]]  ,three\r\n")
    assert placed(Place(match), "sure") == Edit("sure", match.start, match.end)
