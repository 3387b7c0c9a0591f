"""What a reader sees of an e-mail file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phraselint.text.email import read_mail

PLAIN = b"From: Ann <ann@x.example>\nSubject: =?utf-8?q?Caf=C3=A9?=\n\nNo problem!\n\n-- \nAnn\n"
BOTH = (
    b"MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>Hi</p>\n"
    b"--b\nContent-Type: text/plain\n\nHi there\n--b--\n"
)


def test_a_plain_mail_is_its_body_and_its_headers() -> None:
    mail = read_mail(PLAIN)
    assert (mail.text, mail.markup) == ("No problem!\n\n-- \nAnn\n", "plain")
    assert mail.context == {"subject": "Café", "from": "Ann <ann@x.example>"}
    assert mail.line == 3


def test_line_breaks_of_the_wire_are_those_of_a_text() -> None:
    mail = read_mail(PLAIN.replace(b"\n", b"\r\n"))
    assert (mail.text, mail.line) == ("No problem!\n\n-- \nAnn\n", 3)


@pytest.mark.parametrize(
    ("source", "text", "markup", "line"),
    [
        pytest.param(BOTH, "Hi there", "plain", 10, id="plain text goes before HTML"),
        pytest.param(b"Content-Type: text/html\n\n<p>Hi</p>", "<p>Hi</p>", "html", 2, id="HTML where nothing else is"),
        pytest.param(
            b"Content-Transfer-Encoding: base64\n\nTm8gcHJvYmxlbQ==\n",
            "No problem",
            "plain",
            None,
            id="a body in base64",
        ),
        pytest.param(
            b"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\nCaf=C3=A9 =\nok",
            "Café ok",
            "plain",
            None,
            id="a quoted-printable body",
        ),
        pytest.param(
            b"Content-Type: text/plain; charset=iso-8859-1\n\ncaf\xe9", "café", "plain", 2, id="a charset of its own"
        ),
        pytest.param(
            b"Content-Type: text/plain; charset=none-such\n\ncaf\xc3\xa9",
            "café",
            "plain",
            2,
            id="a charset nobody knows",
        ),
        pytest.param(b"just words\nno headers", "just words\nno headers", "plain", 0, id="no headers"),
        pytest.param(b"", "", "plain", None, id="an empty file"),
        pytest.param(b"Content-Type: image/png\n\nx", "", "plain", None, id="no text at all"),
    ],
)
def test_the_body_is(source: bytes, text: str, markup: str, line: int | None) -> None:
    mail = read_mail(source)
    assert (mail.text, mail.markup, mail.line) == (text, markup, line)


@given(st.binary(max_size=200) | st.binary(max_size=60).map(lambda body: BOTH + body))
def test_any_file_is_read(source: bytes) -> None:
    assert read_mail(source).markup in ("plain", "html")
