import pytest
from hypothesis import given
from hypothesis import strategies as st

from ondit.ingest.tidy import one_line, tidy, tidy_in_place

ANY_TEXT = st.text(st.characters(categories=None))


@pytest.mark.parametrize(
    ("text", "in_place", "free"),
    [
        pytest.param("One.\r\nTwo.", "One. \nTwo.", "One.\nTwo.", id="CR LF"),
        pytest.param("One.\rTwo.", "One.\nTwo.", "One.\nTwo.", id="a lone CR"),
        pytest.param(
            "One.\u2028Two.\fThree.", "One.\nTwo.\nThree.", "One.\nTwo.\nThree.", id="rare line ends"
        ),
        pytest.param("a\x00b\x07c", "a\ufffdb\ufffdc", "a\ufffdb\ufffdc", id="NUL and bell"),
        pytest.param("a\ud800b", "a\ufffdb", "a\ufffdb", id="a lone surrogate"),
        pytest.param("Cafe\u0301", "Cafe\u0301", "Café", id="NFC only where no offsets can be"),
        pytest.param("\ufeffText", "\ufeffText", "Text", id="a byte order mark"),
        pytest.param("Le 🇫🇷 dit\tnon\n", "Le 🇫🇷 dit\tnon\n", "Le 🇫🇷 dit\tnon\n", id="tidy already"),
    ],
)
def test_tidying_in_place_keeps_every_offset_and_free_tidying_need_not(text, in_place, free):
    assert tidy_in_place(text) == in_place
    assert tidy(text) == free


@given(ANY_TEXT)
def test_tidying_in_place_never_moves_a_code_point(text):
    assert len(tidy_in_place(text)) == len(text)


@given(ANY_TEXT)
def test_tidy_text_is_utf_8_and_stays_as_it_is(text):
    once = tidy(text)
    assert once.encode("utf-8").decode("utf-8") == once
    assert tidy(once) == once


def test_one_line_has_single_spaces():
    assert one_line("  Harbour\n  to\u00a0close ") == "Harbour to close"
