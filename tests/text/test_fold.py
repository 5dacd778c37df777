import pytest

from ondit.text.fold import fold, folded_words


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Don't “stop” in Zürich - 250 m²!", id="marks, accents, compatibility forms"),
        pytest.param("Cafe\u0301 Al\u2011Wat\u0323an", id="combining marks"),
        pytest.param("İdlib'de УКРАЇНА إدلب", id="other scripts"),
        pytest.param("", id="empty"),
    ],
)
def test_the_folded_words_are_the_words_of_the_folded_text(text):
    assert folded_words(text) == fold(text).split()
