"""Hearsay: what is put forward though nobody is named."""

import pytest
from tests.attribute.surface.reading import rows


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param(
            "ru",
            "Говорят, что причал закроют весной.",
            [" | Говорят | причал закроют весной | reported"],
            id="ru: impersonal: a verb without subject",
        ),
        pytest.param(
            "uk",
            "Кажуть, що причал закриють навесні.",
            [" | Кажуть | причал закриють навесні | reported"],
            id="uk: impersonal: a verb without subject",
        ),
        pytest.param(
            "pl",
            "Mówią, że przystań zamkną wiosną.",
            [" | Mówią | przystań zamkną wiosną | reported"],
            id="pl: impersonal: a verb without subject",
        ),
        pytest.param(
            "sk",
            "Hovoria, že prístav na jar zatvoria.",
            [" | Hovoria | prístav na jar zatvoria | reported"],
            id="sk: impersonal: a verb without subject",
        ),
        pytest.param(
            "ru",
            "Сообщения о том, что причал закрыт, встревожили рыбаков.",
            [" | Сообщения | причал закрыт | reported"],
            id="ru: tale: at the head of a sentence its clause ends at the comma",
        ),
        pytest.param(
            "id",
            "Beredar kabar bahwa pelabuhan ditutup.",
            [" | kabar | pelabuhan ditutup | reported"],
            id="id: tale: a noun with its clause",
        ),
        pytest.param(
            "tr",
            "Limanın kapandığı yönündeki iddialar yalanlandı.",
            [" | yönündeki iddialar | Limanın kapandığı | doubting"],
            id="tr: tale: where the verb stands last the clause stands before",
        ),
        pytest.param(
            "ru",
            "Мэр опроверг слухи о том, что причал закрыт.",
            [
                "Мэр | опроверг | слухи о том, что причал закрыт | negative",
                " | слухи | причал закрыт | reported, in 0",
            ],
            id="ru: tale: a denied one is inside the denial",
        ),
        pytest.param(
            "es",
            "El alcalde desmintió los rumores de un cierre del puerto.",
            [
                "El alcalde | desmintió | los rumores de un cierre del puerto | negative",
                " | rumores de | un cierre del puerto | reported, in 0",
            ],
            id="es: tale: bare, inside a denial",
        ),
        pytest.param(
            "it",
            "Circolano voci di un accordo.",
            [" | Circolano voci di | un accordo | reported"],
            id="it: tale: bare",
        ),
        pytest.param(
            "ja",
            "主犯とされる男が逮捕された。",
            [" | とされる | 主犯 | reported"],
            id="ja: before: the words before it alone",
        ),
        pytest.param(
            "zh",
            "警方抓获了疑似主犯。",
            [" | 疑似 | 主犯 | doubting"],
            id="zh: behind: the words behind it alone",
        ),
    ],
)
def test_hearsay_names_nobody(language: str, text: str, expected: list[str]):
    assert rows(language, text) == expected
