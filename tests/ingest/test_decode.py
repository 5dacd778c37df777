import pytest

from ondit.errors import InputError
from ondit.ingest.decode import decode

FRENCH = "Le maire a déclaré que le port fermerait en mai, a rapporté l'agence côtière à Zürich."
TURKISH = "Belediye başkanı limanın mayısta kapanacağını söyledi. İki feribot başka limana taşınıyor."
CHINESE = "市长说港口将于五月关闭。两艘渡轮将转移到另一个港口。"
RUSSIAN = "Порт закроют в мае, сообщил мэр города журналистам. Два парома переведут в другой порт."


@pytest.mark.parametrize(
    ("content", "text"),
    [
        pytest.param(FRENCH.encode(), FRENCH, id="UTF-8"),
        pytest.param(FRENCH.encode("utf-8-sig"), FRENCH, id="UTF-8 with a byte order mark"),
        pytest.param(FRENCH.encode("utf-16"), FRENCH, id="UTF-16"),
        pytest.param(FRENCH.encode("utf-32"), FRENCH, id="UTF-32"),
        pytest.param(FRENCH.encode("latin-1"), FRENCH, id="Latin-1"),
        pytest.param(RUSSIAN.encode("cp1251"), RUSSIAN, id="Windows-1251"),
        pytest.param(TURKISH.encode("cp1254"), TURKISH, id="Windows-1254"),
        pytest.param(CHINESE.encode("gb18030"), CHINESE, id="GB 18030"),
    ],
)
def test_text_is_decoded_by_mark_or_by_its_bytes(content, text):
    assert decode(content) == text


def test_a_stray_broken_byte_costs_one_character():
    broken = FRENCH.encode().replace("ü".encode(), b"\xfc")
    assert decode(broken) == FRENCH.replace("ü", "\ufffd")
    assert decode(b"The mayor\x00 said that the harbour would close in May, or perhaps in June.").startswith(
        "The"
    )


def test_markup_is_decoded_as_it_declares():
    page = '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">“Été”'
    assert decode(page.encode("cp1252"), markup=True) == page


@pytest.mark.parametrize(
    ("content", "what"),
    [
        pytest.param(b"%PDF-1.7\n%\xe2\xe3", "a PDF", id="PDF"),
        pytest.param(b"PK\x03\x04\x14\x00", "a ZIP archive or an office document", id="ZIP"),
        pytest.param(b"\x89PNG\r\n\x1a\n\x00", "a PNG picture", id="PNG"),
        pytest.param(bytes(range(256)) * 4, "binary content", id="any bytes"),
        pytest.param(b"a\x00b" * 5, "binary content", id="text with NULs"),
    ],
)
def test_what_is_no_text_is_refused_by_name(content, what):
    with pytest.raises(InputError, match=what):
        decode(content)
