import pytest

from phraselint.service.language import guesses, like
from tests.service.told import Lines, findings

GERMAN = "Guten Tag, ich möchte meinen Vertrag zum Jahresende kündigen, weil ich nach Österreich umziehe."
ENGLISH = "Hello, I cannot open the attachment of your last email, could you send it again please?"
SPANISH = "Buenos días, no puedo entrar en mi cuenta desde que cambié de teléfono la semana pasada."


@pytest.mark.parametrize(
    ("customer", "agent"),
    [
        pytest.param(GERMAN, "Thank you for your message. Your contract ends on 31 December.", id="German, English"),
        pytest.param(ENGLISH, "Hola Ida, te lo acabo de enviar otra vez, mira tu correo.", id="English, Spanish"),
        pytest.param(SPANISH, "Guten Tag, bitte senden Sie uns ein Foto von der Meldung.", id="Spanish, German"),
    ],
)
def test_a_reply_in_another_language(customer: str, agent: str) -> None:
    lines: Lines = [("customer", customer), ("agent", agent)]
    assert [(each.message, each.evidence[0].turn) for each in findings("wrong-language", lines)] == [(1, 0)]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param([("customer", GERMAN), ("agent", "Guten Tag, Ihr Vertrag endet im Dezember.")], id="the same"),
        pytest.param(
            [("customer", "Merci beaucoup !"), ("agent", "You are welcome, have a good day.")], id="too short to decide"
        ),
        pytest.param(
            [("customer", ENGLISH), ("agent", 'It is the button "Anhang jetzt öffnen und speichern", on the right.')],
            id="a quoted screen text",
        ),
        pytest.param(
            [
                ("customer", GERMAN),
                ("agent", "Guten Tag, Ihr Vertrag endet im Dezember."),
                ("customer", "Thanks, and when exactly?"),
                ("agent", "On the last day of the month, at midnight."),
            ],
            id="a shorter, later message in the language of the reply",
        ),
        pytest.param(
            [
                ("customer", "Good morning, I am learning your language, please answer in German if you can do so."),
                ("agent", "Guten Morgen, sehr gerne, was möchten Sie wissen?"),
            ],
            id="asked for",
        ),
        pytest.param(
            [("customer", GERMAN), ("agent", "Thank you. Guten Tag, Ihr Vertrag endet am 31. Dezember.")],
            id="a reply in both",
        ),
        pytest.param([("customer", ENGLISH), ("agent", "Hilton 4, Hyatt 2, Havnegata 4.")], id="nothing but names"),
        pytest.param([("customer", ENGLISH), ("agent", "")], id="nothing at all"),
    ],
)
def test_a_reply_that_passes(lines: Lines) -> None:
    assert findings("wrong-language", lines) == ()


def test_a_reply_of_several_messages_is_one_finding() -> None:
    said = "Thank you for your message. Your contract ends in December."
    lines: Lines = [("customer", GERMAN), ("agent", said), ("agent", said)]
    assert [each.message for each in findings("wrong-language", lines)] == [1]


def test_a_text_without_words_has_no_language() -> None:
    assert guesses("12 - 34!") == {}


def test_a_company_tells_which_languages_are_alike() -> None:
    settings = {"alike": ["da nb sv", "nl af"]}
    assert like("sv", settings) == {"da", "nb", "sv"}
    assert like("pl", settings) == {"pl"}
    assert like("pl", {"alike": ["pl cs"]}) == {"pl", "cs"}
