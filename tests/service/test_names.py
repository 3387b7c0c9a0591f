"""Names: whose they are, what a customer calls himself, and which words are forms of them."""

from collections.abc import Mapping

import pytest
from hypothesis import given as of
from hypothesis import strategies as st

from phraselint.service.given_names import is_given_name, related
from phraselint.service.names import Name, answers, is_name, is_of, plain, spellings
from tests.service.people import found


@pytest.mark.parametrize(
    ("word", "name"),
    [
        pytest.param("Jim", "James Whitlock", id="a short form"),
        pytest.param("Robert", "Bob Glass", id="the full form of a short one"),
        pytest.param("Bob", "Rob Glass", id="two short forms that differ by a letter"),
        pytest.param("Annie", "Anne Lee", id="a pet form"),
        pytest.param("Jon", "Jonathan Glass", id="a short form that is a name of its own"),
        pytest.param("Greg", "Grzegorz Wilk", id="a short form of another language"),
        pytest.param("Whitlock", "James Whitlock", id="the surname"),
        pytest.param("jose", "José Núñez", id="without accents, in small letters"),
        pytest.param("Muessig", "Jürgen Müßig", id="umlauts spelled out"),
        pytest.param("Mussig", "Jürgen Müßig", id="umlauts left out"),
        pytest.param("Joergensen", "Søren Jørgensen", id="a stroke spelled out"),
        pytest.param("Eunji", "Eun-ji Park", id="a hyphen left out"),
        pytest.param("Ben", "Dorit Ben-Ami", id="a part of a hyphenated name"),
        pytest.param("J", "James Whitlock", id="an initial"),
        pytest.param("MJ", "Maria José Ortiz", id="initials"),
    ],
)
def test_a_form_of_a_name(word: str, name: str) -> None:
    assert answers(word, [Name(name)])


@pytest.mark.parametrize(
    ("word", "name"),
    [
        pytest.param("Marta", "Maria Costa", id="a name that differs by a letter"),
        pytest.param("Julie", "Julia Stern", id="two full names of one family"),
        pytest.param("Anne", "Ann Lee", id="a name with a letter more"),
        pytest.param("Ann", "Anne Lee", id="a name with a letter less"),
        pytest.param("John", "Jon Glass", id="a name that sounds alike"),
        pytest.param("Marc", "Mark Glass", id="two short forms that are names of their own"),
        pytest.param("Hoffmann", "Lena Hartmann", id="another surname"),
        pytest.param("K", "James Whitlock", id="another initial"),
        pytest.param("", "James Whitlock", id="no letters"),
        pytest.param("42", "James Whitlock", id="figures"),
    ],
)
def test_no_form_of_a_name(word: str, name: str) -> None:
    assert not answers(word, [Name(name)])


def test_the_settings_add_short_forms() -> None:
    assert not answers("Siggi", [Name("Siegmar Ode")])
    assert answers("Siggi", [Name("Siegmar Ode")], {"Siegmar": ["Siggi", "Sig"]})
    assert answers("Siggi", [Name("Siegmar Ode")], {"Siegmar": "Siggi"})


@pytest.mark.parametrize(
    ("text", "person"),
    [
        pytest.param("Jim Ortega", True, id="a name"),
        pytest.param("Thijs de Boer", True, id="with a particle"),
        pytest.param("Shelagh O'Brien", True, id="with an apostrophe"),
        pytest.param("Ann McDonald", True, id="with an inner capital"),
        pytest.param("Zoë", True, id="with an accent"),
        pytest.param("李 伟", True, id="in another script"),
        pytest.param("user_88213", False, id="a user name with figures"),
        pytest.param("coolcatlover", False, id="a user name of letters"),
        pytest.param("AdobeCare", False, id="a user name of two words"),
        pytest.param("jim@acme.example", False, id="an address"),
        pytest.param("[PERSON_NAME]", False, id="a tag of redaction"),
        pytest.param("", False, id="nothing"),
    ],
)
def test_what_is_a_name(text: str, person: bool) -> None:
    assert is_name(text) is person


@pytest.mark.parametrize(
    ("customer", "told"),
    [
        pytest.param("Good morning, this is Martha Lindgren. My line is dead.", "Martha Lindgren", id="this is"),
        pytest.param("hey, my name is Priscilla and my box is missing", "Priscilla", id="my name is"),
        pytest.param("Hello, I'm Paul. Is it open?", "Paul", id="I am, before a given name"),
        pytest.param("Hi, Rosa Vega here, is it open?", "Rosa Vega", id="here"),
        pytest.param("Is it open?\n\nKind regards,\nFrederik Blom", "Frederik Blom", id="under closing words"),
        pytest.param("Hi, is it open? Jim", "Jim", id="a sentence of its own"),
        pytest.param("hi its dave from plot 14, is it open", "dave", id="small letters"),
        pytest.param("hello, deborah finch here, is it open", "deborah finch", id="small letters before here"),
        pytest.param("Is it open?\n\nSincerely,\n\nArjun Mehta\nMember 4471", "Arjun Mehta", id="above another line"),
        pytest.param("Name's Gideon Clarke. Is it open?", "Gideon Clarke", id="name's"),
        pytest.param("Good day, this is Dr. Yusuf Karim, is it open?", "Yusuf Karim", id="a title"),
        pytest.param("good day, this is mrs abernathy, is it open", "abernathy", id="a title in small letters"),
        pytest.param("I'm Ravindra Jadhav and I ask: is it open?", "Ravindra Jadhav", id="who goes on"),
        pytest.param("Its Carlos (flat 3). Is it open?", "Carlos", id="its"),
        pytest.param("Is it open? ~ Wren Halliday", "Wren Halliday", id="after a sign"),
        pytest.param("Is it open?\n\nCheers\nbeth", "beth", id="small letters under closing words"),
        pytest.param("Good day, myself Rekha Sharma. Is it open?", "Rekha Sharma", id="myself"),
        pytest.param("Is it open?\nYours faithfully\nMr. H. Okafor", "H. Okafor", id="a title under closing words"),
    ],
)
def test_what_a_customer_calls_himself(customer: str, told: str) -> None:
    (finding,) = found("no-name", [("customer", customer), ("agent", "Hello, it is open until six.")])
    assert [(each.turn, each.match) for each in finding.evidence] == [(0, told)]


@pytest.mark.parametrize(
    ("speaker", "note"),
    [
        pytest.param("bot", "Hi Femke, welcome to Northline.", id="a bot that greets"),
        pytest.param("system", "Chat handed over. Customer: Femke Jansen", id="a note"),
    ],
)
def test_what_a_bot_or_a_note_calls_the_customer(speaker: str, note: str) -> None:
    (finding,) = found("no-name", [(speaker, note), ("customer", "Is it open?"), ("agent", "Hello, it is open.")])
    assert [(each.match or "").split()[:1] for each in finding.evidence] == [["Femke"]]


def test_a_name_in_small_letters_answers_a_question() -> None:
    lines = [("bot", "May I have your name?"), ("customer", "rachel adams"), ("agent", "Hello Rebecca, it is open.")]
    assert [each.message for each in found("wrong-name", lines)] == [2]


@pytest.mark.parametrize(
    "customer",
    [
        pytest.param("Hi, this is urgent. Is it open?", id="this is, before a common word"),
        pytest.param("PLEASE, THIS IS NOT A GAME.", id="capitals"),
        pytest.param("Is it open? Thanks", id="thanks alone"),
        pytest.param("Your driver was rude. His name is Ann.", id="somebody else's name"),
        pytest.param("I'm in Berlin. Is it open?", id="a town"),
        pytest.param("im frank, it is bad, is it open", id="a name that is a word"),
        pytest.param("Hello, my number is [PHONE_NUMBER], this is [PERSON_NAME].", id="tags of redaction"),
        pytest.param("", id="nothing"),
    ],
)
def test_no_name_is_told(customer: str) -> None:
    assert found("no-name", [("customer", customer), ("agent", "Hello, it is open until six.")]) == ()


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        pytest.param({"contact_name": "Delphine Roux"}, True, id="a contact's name"),
        pytest.param({"Customer Name": "Delphine Roux"}, True, id="a name with a space"),
        pytest.param({"product_name": "Corva Two"}, False, id="a product's name"),
        pytest.param({"company": "Roux Immobilier"}, False, id="a company"),
        pytest.param({"requester": "Amanda Kirby"}, True, id="a role that a person has"),
        pytest.param({"client": "Kirby Pumps"}, False, id="a role that a company has"),
        pytest.param({"name": 7}, False, id="no text"),
    ],
)
def test_a_name_in_a_field(fields: Mapping[str, object], told: bool) -> None:
    lines = [("customer", "Is it open?"), ("agent", "Hello, it is open until six.")]
    assert bool(found("no-name", lines, fields=fields)) is told


@of(st.from_regex(r"[^\W\d_]{1,30}", fullmatch=True))
def test_a_word_is_a_form_of_itself(word: str) -> None:
    assert is_of(word, [Name(f"{word} Ode")]) is bool(spellings(word))


@of(st.text(max_size=30))
def test_plain_letters_stay_as_they_are(word: str) -> None:
    assert plain(plain(word)) == plain(word)


@of(
    st.sampled_from(["jim", "james", "liz", "elizabeth", "greg", "bob", "julia"]),
    st.sampled_from(["jim", "liz", "bob"]),
)
def test_forms_are_forms_of_each_other(one: str, other: str) -> None:
    assert related(one, other) == related(other, one)
    assert is_given_name(one)
