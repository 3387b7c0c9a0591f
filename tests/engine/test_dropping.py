import pytest

from phraselint.engine.dropping import dropped
from phraselint.engine.place import Place
from tests.engine.marked import marked


def written(text: str) -> str | None:
    """The text without what stands between [[ and ]]; None where it cannot be dropped."""
    match = marked(text)
    edit = dropped(Place(match))
    original = match.sentence.text.original
    return None if edit is None else original[: edit.start] + edit.text + original[edit.end :]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("[[To be honest]], we can", "We can", id="with its comma and the next word's capital"),
        pytest.param("[[to be honest]], we can", "we can", id="small as it was"),
        pytest.param("[[Honestly]] we can", "We can", id="without a comma"),
        pytest.param("[[Honestly]]... we can", "We can", id="with its dots"),
        pytest.param("[[Honestly]] – we can", "We can", id="with its dash"),
        pytest.param("[[Honestly]]: we can", "We can", id="with its colon"),
        pytest.param("[[Honestly]]\nwe can", "We can", id="at the end of a line"),
        pytest.param("[[Honestly]], iPhones work", "iPhones work", id="a word with capitals of its own"),
        pytest.param("Hi Ann,\n[[Honestly]], we can", "Hi Ann,\nWe can", id="at the start of a line"),
        pytest.param("- [[Honestly]], we can", "- We can", id="after a bullet"),
        pytest.param("@ann [[Honestly]], we can", "@ann We can", id="after a handle"),
        pytest.param("Ok. [[Honestly]], we can", "Ok. We can", id="in a later sentence"),
        pytest.param("We hear you 🎧 [[Honestly]], we can", "We hear you 🎧 We can", id="after an emoji"),
        pytest.param("We can ([[Honestly]], we can)", "We can (We can)", id="after a bracket"),
        pytest.param("[[TO BE HONEST]], WE CAN", "WE CAN", id="shouted"),
        pytest.param("[[Honestly]] 🙂 we can", "🙂 We can", id="before an emoji"),
        pytest.param("[[Honestly]], **we** can", "**We** can", id="before words in bold"),
        pytest.param("[[Honestly]], [we](x) can", "[We](x) can", id="before a link"),
    ],
)
def test_at_the_start_of_a_sentence(text: str, expected: str) -> None:
    assert written(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("We can, [[honestly]].", "We can.", id="with its comma"),
        pytest.param("We can [[honestly]].", "We can.", id="without a comma"),
        pytest.param("We can – [[honestly]]!", "We can!", id="with its dash"),
        pytest.param("We can, [[honestly]] 🙂", "We can 🙂", id="before an emoji"),
        pytest.param("Thanks [[sir]]", "Thanks", id="at the end of the text"),
        pytest.param("Hi [[sir]]\n\nWe can", "Hi\n\nWe can", id="at the end of a paragraph"),
        pytest.param("We can ([[honestly]]).", "We can.", id="in brackets"),
    ],
)
def test_at_the_end_of_a_sentence(text: str, expected: str) -> None:
    assert written(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("We can't, [[to be honest]], do that", "We can't do that", id="an aside between commas"),
        pytest.param("If it is late, [[honestly]], we can", "If it is late, we can", id="between two clauses"),
        pytest.param("Yes, [[sir]], we can", "Yes, we can", id="between a yes and a clause"),
        pytest.param("Okay, [[sir]], something else", "Okay, something else", id="between an okay and the rest"),
        pytest.param("But, [[honestly]], we can", "But we can", id="after a but"),
        pytest.param("It is [[obviously]] late", "It is late", id="an adverb after is"),
        pytest.param("My name, [[sir]], may I ask?", "My name, may I ask?", id="before a question"),
        pytest.param("Hi Ann, [[honestly]] we can", "Hi Ann, we can", id="after a comma"),
        pytest.param("Hi [[dear]], we can", "Hi, we can", id="before a comma that is not its own"),
        pytest.param("It is late but [[honestly]], we can", "It is late but we can", id="before its own comma"),
        pytest.param("We [[honestly]] can", "We can", id="without commas"),
        pytest.param("We (honestly) [[really]] can", "We (honestly) can", id="after brackets"),
        pytest.param("We ([[honestly]]) can", "We can", id="in brackets"),
        pytest.param("He was, [[honestly]], right", "He was right", id="before what someone is"),
        pytest.param("It is late, [[honestly]], right?", "It is late, right?", id="before a tag"),
        pytest.param("It is – [[honestly]] – late", "It is late", id="between dashes"),
        pytest.param("It is an [[honestly]] good day", "It is a good day", id="after an article"),
        pytest.param("It is late, [[honestly]], but dry", "It is late, but dry", id="before a but"),
        pytest.param("It is late, [[sir]], and we close", "It is late, and we close", id="before an and with a clause"),
        pytest.param("The lid, [[sir]], and the box", "The lid and the box", id="before an and without one"),
        pytest.param("We have, [[sadly]], the old lid", "We have the old lid", id="between a verb and its object"),
        pytest.param("It fits, [[sir]], right?", "It fits, right?", id="before a tag"),
        pytest.param("If not then, [[sadly]], it is", "If not then it is", id="after a then"),
        pytest.param("We looked; [[sadly]], none came", "We looked; none came", id="a semicolon before it stays"),
        pytest.param("You are right, [[sir]]; it is", "You are right; it is", id="a semicolon after it stays"),
        pytest.param("Hi Ann - [[Honestly]], we can", "Hi Ann - We can", id="its capital moves over after a dash"),
        pytest.param("Hi Ann: [[I'm afraid]] we can", "Hi Ann: we can", id="the capital of an I does not"),
    ],
)
def test_inside_a_sentence(text: str, expected: str) -> None:
    assert written(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("[[Honestly]]. We can.", "We can.", id="the first"),
        pytest.param("We can. [[Honestly]]!", "We can.", id="the last"),
        pytest.param("We can. [[Honestly]]. Ok.", "We can. Ok.", id="one between"),
        pytest.param("Hi\n\n[[Honestly]]. We can.", "Hi\n\nWe can.", id="the first of a paragraph"),
        pytest.param("Hi\r\n\r\n[[Honestly]]!\r\n\r\nBye", "Hi\r\n\r\nBye", id="a paragraph, with its blank line"),
        pytest.param("Hi\n\n[[Honestly]].\n", "Hi\n", id="the last paragraph"),
        pytest.param("We can. [[Honestly]]!\nBye", "We can.\nBye", id="the last of a line"),
    ],
)
def test_a_whole_sentence(text: str, expected: str) -> None:
    assert written(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("[[Honestly]].", id="the whole text"),
        pytest.param("- [[Honestly]].", id="the whole text but for its bullet"),
        pytest.param("- Yes\n- [[Honestly]].\n- No", id="the whole of a list item"),
        pytest.param("We can &amp; [[honestly]]", id="after an entity"),
        pytest.param("but there's [[unfortunately]], there's none", id="a sentence that breaks off"),
        pytest.param("[[Unfortunately]] not.", id="what is left is no sentence"),
        pytest.param("[[Sadly]], and I know it hurts, we cannot", id="what follows is joined to it"),
        pytest.param("[[Sadly]], but as it should be, we cannot", id="what follows is set against it"),
        pytest.param("[[sir]]/madam, we can", id="one of two"),
        pytest.param("It's [[common sense]].", id="what the verb needs"),
        pytest.param("It is [[the obvious solution]] to us", id="what the verb needs, further on"),
        pytest.param('We "[[honestly]]" can', id="in quotation marks"),
        pytest.param("We *[[honestly]]* can", id="in marks"),
    ],
)
def test_where_dropping_would_not_read_well(text: str) -> None:
    assert written(text) is None
