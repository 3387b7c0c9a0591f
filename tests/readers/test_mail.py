"""Of a mail its body is the draft."""

import pytest

from phraselint.model.conversation import Channel
from phraselint.model.errors import InputError
from phraselint.readers.decoding import Decoded
from phraselint.readers.mail import read

PARTS = (
    "Subject: Hello\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n"
    "--b\r\nContent-Type: text/html\r\n\r\n<p>Hi</p>\r\n"
    "--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nNo problem, é!\r\nBye\r\n--b--\r\n"
)

TWO = (
    "Content-Type: multipart/{}; boundary=b\n\n--b\nContent-Type: text/plain\n\n{}\n"
    "--b\nContent-Type: text/{}\n\n{}\n--b--\n"
)

ATTACHED = (
    "Content-Type: multipart/mixed; boundary=b\n\n{0}\n--b\nContent-Type: text/plain\n\n{0}\n"
    "--b\nContent-Type: text/plain\nContent-Disposition: attachment; filename=a.txt\n\n{0}\n--b--\n{0}\n--"
)


@pytest.mark.parametrize(
    ("mail", "body", "markup"),
    [
        pytest.param("Subject: x\n\nNo problem!\n", "No problem!\n", "plain", id="plain"),
        pytest.param("Subject: x\r\n\r\nNo\r\nproblem!", "No\r\nproblem!", "plain", id="line ends stay"),
        pytest.param("Content-Type: text/html\n\n<b>No</b> problem", "<b>No</b> problem", "html", id="HTML"),
        pytest.param(PARTS, "No problem, é!\r\nBye", "plain", id="the plain one of two"),
        pytest.param(TWO.format("alternative", " ", "html", "<p>Hi</p>"), "<p>Hi</p>", "html", id="an empty plain one"),
        pytest.param(TWO.format("alternative", "", "html", "<br>"), "<br>", "html", id="nothing at all"),
        pytest.param("Subject: x\n\nNo \ud83d!", "No \ud83d!", "plain", id="half a character"),
        pytest.param("Subject: no problem\n\nno problem", "no problem", "plain", id="the same words in the head"),
        pytest.param("Subject: x\n\n", "", "plain", id="an empty body"),
        pytest.param(ATTACHED.format("Fine."), "Fine.", "plain", id="an attachment that says the same"),
    ],
)
def test_the_body_and_what_stands_around_it(mail: str, body: str, markup: str) -> None:
    source = read("m.eml", Decoded(mail))
    assert (source.text, source.markup, source.draft) == (body, markup, True)
    assert source.conversation.channel is Channel.EMAIL
    assert source.frame is not None
    assert source.frame.before + body + source.frame.after == mail


@pytest.mark.parametrize(
    ("mail", "told", "twice"),
    [
        pytest.param(TWO.format("alternative", "Hi Jo", "html", "<p>Hi <b>Jo</b></p>"), [], True, id="the same"),
        pytest.param(
            TWO.format("alternative", "Hi", "html", "<p>Hi Jo</p>"),
            ["m.eml: its HTML part holds words that its plain text lacks; the plain text is judged"],
            True,
            id="more as HTML",
        ),
        pytest.param(
            TWO.format("mixed", "Hi", "plain", "Jo"), ["m.eml: 1 more text in it is not judged"], False, id="two texts"
        ),
        pytest.param(TWO.format("mixed", "Hi", "plain", ""), [], False, id="an empty text"),
        pytest.param(ATTACHED.format("Fine."), [], False, id="an attachment"),
    ],
)
def test_what_is_not_judged_is_told(mail: str, told: list[str], twice: bool) -> None:
    notes: list[str] = []
    assert read("m.eml", Decoded(mail), notes).twice is twice
    assert notes == told


@pytest.mark.parametrize(
    ("to", "name"),
    [
        pytest.param("Mara Lund <m@a.example>", "Mara Lund", id="a person"),
        pytest.param('"Lund, Mara" <m@a.example>', "Mara Lund", id="the surname first"),
        pytest.param("Orders <orders@a.example>", None, id="a desk"),
        pytest.param("m@a.example", None, id="an address alone"),
        pytest.param("Mara <m@a.example>, Ann <a@a.example>", None, id="several"),
    ],
)
def test_whom_it_goes_to(to: str, name: str | None) -> None:
    assert read("m.eml", Decoded(f"To: {to}\n\nFine.\n")).conversation.customer.name == name


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        pytest.param("base64", "Tm8gcHJvYmzDqW0h", id="base64"),
        pytest.param("quoted-printable", "No probl=C3=A9m!", id="quoted-printable"),
    ],
)
def test_an_encoded_body_is_read_and_has_no_place_in_the_file(encoding: str, text: str) -> None:
    head = f"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: {encoding}\n\n"
    source = read("m.eml", Decoded(head + text))
    assert (source.text, source.frame) == ("No problém!", None)


@pytest.mark.parametrize(
    ("mail", "error"),
    [
        pytest.param("Content-Type: image/png\n\nxx", "a mail without a text", id="a picture"),
        pytest.param(
            "Content-Type: text/plain; charset=klingon\nContent-Transfer-Encoding: base64\n\nw6k=",
            "cannot be decoded",
            id="a charset that is none",
        ),
    ],
)
def test_a_mail_without_a_text_is_refused(mail: str, error: str) -> None:
    with pytest.raises(InputError, match=error):
        read("m.eml", Decoded(mail))


@pytest.mark.parametrize(
    "body",
    ["No problem!", "the body", "No\n\nproblem!", "", "."],
    ids=["words", "any words", "lines", "nothing", "a dot"],
)
def test_the_place_of_a_text_that_stands_in_every_part_is_its_own(body: str) -> None:
    source = read("m.eml", Decoded(ATTACHED.format(body)))
    assert source.frame is not None
    assert source.frame.before.endswith("--b\nContent-Type: text/plain\n\n")
    assert source.frame.before.count("--b\n") == 1
    assert source.frame.before + body + source.frame.after == ATTACHED.format(body)


@pytest.mark.parametrize(
    "mail",
    [
        pytest.param(f"Content-Type: {'(' * 5_000}\n\nx", id="comments in a header"),
        pytest.param(
            "".join(f"Content-Type: multipart/mixed; boundary=b{i}\n\n--b{i}\n" for i in range(2_000)), id="parts"
        ),
    ],
)
def test_a_mail_that_is_nested_deeply_is_refused(mail: str) -> None:
    with pytest.raises(InputError, match="a mail that cannot be taken apart: nested too deeply"):
        read("m.eml", Decoded(mail))
