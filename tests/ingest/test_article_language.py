import pytest

from ondit.ingest.language import detect_language, language_tag


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("The mayor said that the harbour would close in May.", "en", id="English"),
        pytest.param("Мэр города заявил, что порт закроют в мае.", "ru", id="Russian"),
        pytest.param("قال رئيس البلدية إن الميناء سيغلق في مايو", "ar", id="Arabic"),
        pytest.param("HARBOUR TO CLOSE IN MAY, SAYS MAYOR OF THE TOWN", "en", id="capitals"),
        pytest.param("https://echo.example/le/maire/a/dit @echo 2024", None, id="addresses have none"),
        pytest.param("Oui.", None, id="one word is too little"),
        pytest.param("", None, id="empty"),
    ],
)
def test_the_language_of_a_text_is_told_or_left_open(text, language):
    assert detect_language("", text) == language


@pytest.mark.parametrize(
    ("stated", "tag"),
    [
        ("en", "en"),
        ("en_US", "en-US"),
        (" zh-Hans ", "zh-Hans"),
        ("English", None),
        ("und", None),
        ("", None),
        (None, None),
    ],
)
def test_a_stated_language_is_a_tag_or_nothing(stated, tag):
    assert language_tag(stated) == tag
