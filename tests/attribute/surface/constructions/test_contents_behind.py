"""Contents behind their cue."""

import pytest
from tests.attribute.surface.reading import rows


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param(
            "ru",
            "Мэр не сообщил, когда откроют причал.",
            ["Мэр | не сообщил | когда откроют причал | unstated"],
            id="ru: asks: a question is left open",
        ),
        pytest.param(
            "pl",
            "Burmistrz nie powiedział, kiedy otworzą przystań.",
            ["Burmistrz | nie powiedział | kiedy otworzą przystań | unstated"],
            id="pl: asks: a question is left open",
        ),
        pytest.param(
            "uk",
            "Мер не повідомив, чи відкриють причал.",
            ["Мер | не повідомив | чи відкриють причал | unstated"],
            id="uk: asks: whether",
        ),
        pytest.param(
            "id",
            "Wali kota tidak mengatakan kapan pelabuhan dibuka.",
            ["Wali kota | tidak mengatakan | kapan pelabuhan dibuka | unstated"],
            id="id: asks: without a comma",
        ),
        pytest.param(
            "zh",
            "市长说港口关闭，但渔民说港口开放。",
            ["市长 | 说 | 港口关闭", "渔民 | 说 | 港口开放"],
            id="zh: what nothing has to open begins right behind the cue",
        ),
        pytest.param(
            "ar",
            "نفى مدير الميناء، سليم الحداد، وقوع حريق.",
            ["مدير الميناء، سليم الحداد | نفى | وقوع حريق | negative"],
            id="ar: a name between commas behind a cue that stands first",
        ),
        pytest.param(
            "ar",
            "أفادت وكالة السدرة (سدرة) بوقوع انفجار في الميناء.",
            ["وكالة السدرة (سدرة) | أفادت | بوقوع انفجار في الميناء"],
            id="ar: prefixes: a preposition written with the word that opens a content",
        ),
        pytest.param(
            "es",
            "El alcalde no precisó si el puente estaba cerrado.",
            ["El alcalde | no precisó | si el puente estaba cerrado | unstated"],
            id="es: asks: whether",
        ),
    ],
)
def test_a_content_stands_behind_its_cue(language: str, text: str, expected: list[str]):
    assert rows(language, text) == expected
