"""The rules of safety: secrets asked for, data exposed, and how it is masked."""

from typing import Any

import pytest

from phraselint.engine.linter import Linter
from phraselint.reporters.record import quoted
from phraselint.service.safety import masked
from tests.service.told import conversation, findings, flagged, linter


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        pytest.param("Please tell me your password.", True, id="a password"),
        pytest.param("Can you read me the code that we sent to your phone by text?", True, id="a code sent by text"),
        pytest.param("I need your full card number and the CVV.", True, id="a whole card"),
        pytest.param("What's your social security number?", True, id="a social-security number"),
        pytest.param("What is the PIN of the card?", True, id="a PIN"),
        pytest.param("What are the last four digits of your social security number?", False, id="only a part"),
        pytest.param("We'll never ask you for your password.", False, id="a warning"),
        pytest.param("Please type the code into the app's first page.", False, id="typed in elsewhere"),
        pytest.param("Could you send me the discount code?", False, id="a code that opens nothing"),
        pytest.param("Account number and PIN", True, id="only named, in a list"),
        pytest.param("Right, and your PIN as well please.", True, id="only named, with a please"),
        pytest.param("Can I get your full name, account number and PIN?", True, id="last of a list"),
        pytest.param("Some providers require an app password.", False, id="what a third party requires"),
        pytest.param("What does the window that asks for the password say?", False, id="a question about a password"),
        pytest.param("Please tell us whether it asks for your password.", False, id="another clause is what is asked"),
        pytest.param("Can you give me your confirmation number?", False, id="the number of a booking"),
        pytest.param("Please send more details on your password issue.", False, id="trouble with a password"),
        pytest.param("Please reset your password there.", False, id="a password to be reset"),
    ],
)
def test_asks_secret(text: str, asked: bool) -> None:
    assert bool(flagged("asks-secret", text)) == asked


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Card 4111-1111-1111-1111.", ["4111-1111-1111-1111"], id="a card number"),
        pytest.param("Card 4111111111111111", ["4111111111111111"], id="a card number without gaps"),
        pytest.param("Card 4111 1111 1111 1112.", [], id="no card by Luhn"),
        pytest.param("Card **** **** **** 1111.", [], id="masked"),
        pytest.param("Paid to GB82 WEST 1234 5698 7654 32 today.", ["GB82 WEST 1234 5698 7654 32"], id="an IBAN"),
        pytest.param("Paid to GB82 WEST 1234 5698 7654 33.", [], id="no IBAN by its check digits"),
        pytest.param("SSN 219-09-9999.", ["219-09-9999"], id="a social-security number"),
        pytest.param("Part 000-00-0000.", [], id="none was ever issued"),
        pytest.param("A Mr Bo has it. Reach him at bo@post.example.", ["bo@post.example"], id="another's address"),
        pytest.param("Our chef knows. Reach him at bo@post.example.", [], id="of one who may be called"),
        pytest.param("Write to help@acme.example.", [], id="the company's own address"),
    ],
)
def test_exposes_data(text: str, found: list[str]) -> None:
    assert flagged("exposes-data", text) == found


def test_what_the_customer_gave_is_not_exposed() -> None:
    lines = [
        ("customer", "My wife is at ada@post.example"),
        ("agent", "I wrote to her; reach her at ada@post.example."),
    ]
    assert findings("exposes-data", lines) == ()


def test_a_finding_shows_the_last_digits_only() -> None:
    (finding,) = findings("exposes-data", [("agent", "It is 4111 1111 1111 1111.")])
    assert finding.match == "**** **** **** 1111"
    assert all("4111" not in each.text for each in finding.suggestions)


def test_what_to_do_is_no_wording_to_send() -> None:
    (finding,) = findings("exposes-data", [("agent", "It is 4111 1111 1111 1111.")])
    assert [quoted(each.text) for each in finding.suggestions] == [
        "Name the last four digits only: **** **** **** 1111"
    ]


def test_what_is_asked_for_is_quoted_without_what_goes_on() -> None:
    (finding,) = findings(
        "asks-secret", [("agent", "Please send us your card number and the CVV so we can charge it.")]
    )
    assert finding.why.startswith('It asks for "card number and the CVV",')


@pytest.mark.parametrize(
    ("value", "shown"),
    [("4111 1111", "**** 1111"), ("123", "123"), ("", ""), ("a@b.example", "*@*.***mple")],
)
def test_masking_keeps_the_length_and_the_last_four(value: str, shown: str) -> None:
    assert masked(value) == shown


@pytest.mark.parametrize(("own", "found"), [(["Firma.example"], 0), (["other.example"], 1)])
def test_the_companys_own_addresses_are_known_in_any_case(own: list[str], found: int) -> None:
    known: dict[str, Any] = {"off": False, "severity": None, "when": [], "keys": {"own_addresses": own}}
    told = [("customer", "Whose is it?"), ("agent", "Another guest booked it, her address is ann.poe@firma.example.")]
    judging = Linter(linter().book.altered(patches={"exposes-data": [known]}))
    assert len(judging.lint(conversation(told), only=["exposes-data"]).findings) == found
