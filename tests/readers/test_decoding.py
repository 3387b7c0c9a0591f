"""From bytes to text and back."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phraselint.model.errors import InputError
from phraselint.readers.decoding import decode


@pytest.mark.parametrize(
    ("data", "text", "encoding", "guessed"),
    [
        pytest.param(b"", "", "utf-8", False, id="an empty file"),
        pytest.param("café".encode(), "café", "utf-8", False, id="UTF-8"),
        pytest.param(codecs.BOM_UTF8 + b"hi", "hi", "utf-8", False, id="UTF-8 with a mark"),
        pytest.param(
            codecs.BOM_UTF16_LE + "hi 🙂".encode("utf-16-le"), "hi 🙂", "utf-16-le", False, id="UTF-16, Intel"
        ),
        pytest.param(codecs.BOM_UTF16_BE + "hi".encode("utf-16-be"), "hi", "utf-16-be", False, id="UTF-16, Motorola"),
        pytest.param(codecs.BOM_UTF32_LE + "hi".encode("utf-32-le"), "hi", "utf-32-le", False, id="UTF-32"),
        pytest.param(b"a \xed\xa0\x80 b", "a \ud800 b", "utf-8", False, id="a lone surrogate is kept"),
        pytest.param("I’m sorry – no".encode("cp1252"), "I’m sorry – no", "cp1252", True, id="Windows quotes"),
        pytest.param("déjà vu".encode("latin-1"), "déjà vu", "cp1252", True, id="accents of one byte"),
        pytest.param(
            "Привет, как ваши дела?".encode("cp1251"), "Привет, как ваши дела?", "cp1251", True, id="Cyrillic"
        ),
    ],
)
def test_decode(data: bytes, text: str, encoding: str, guessed: bool) -> None:
    decoded = decode(data)
    assert (decoded.text, decoded.encoding, decoded.guessed) == (text, encoding, guessed)
    assert decoded.encode(decoded.text) == data


@pytest.mark.parametrize(
    ("data", "error"),
    [
        pytest.param(b"\x89PNG\r\n\x1a\n\x00\x00", "binary file", id="a picture"),
        pytest.param("hi".encode("utf-16-le"), "UTF-16 without a byte order mark", id="UTF-16 without a mark"),
        pytest.param(codecs.BOM_UTF16_LE + b"h\x00i", "starts as utf-16-le", id="half a character"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, error: str) -> None:
    with pytest.raises(InputError, match=error):
        decode(data)


def test_a_character_that_the_encoding_lacks_is_refused() -> None:
    with pytest.raises(InputError, match="cannot be written as cp1252, which has no '日'"):
        decode("déjà".encode("cp1252")).encode("日")


@given(st.text().filter(lambda text: "\0" not in text), st.sampled_from(["utf-8", "utf-16-le", "utf-32-be"]))
def test_every_text_comes_back(text: str, encoding: str) -> None:
    mark = {"utf-8": codecs.BOM_UTF8, "utf-16-le": codecs.BOM_UTF16_LE, "utf-32-be": codecs.BOM_UTF32_BE}[encoding]
    data = mark + text.encode(encoding, "surrogatepass")
    assert decode(data).encode(decode(data).text) == data


@given(st.binary(max_size=60))
def test_bytes_are_decoded_or_refused_and_never_changed(data: bytes) -> None:
    try:
        decoded = decode(data)
    except InputError:
        return
    assert decoded.encode(decoded.text) == data
