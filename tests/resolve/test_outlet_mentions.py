"""Which outlets a text names: endings and prefixes, signs, longer names, several bearers of one name."""

import pytest

from ondit.annotate import annotate
from ondit.attribute import attribute
from ondit.model.article import Article
from ondit.model.source import OutletKind
from ondit.resolve import outlets_named


def named(text: str, language: str, **fields: object) -> list[str]:
    annotated = annotate(Article(id="art", text=text, language=language, **fields))
    found = outlets_named(annotated, attribute(annotated, trained=False))
    return [outlet.id for _, outlet in found if outlet.kind is not OutletKind.OFFICIAL_BODY]


@pytest.mark.parametrize(
    ("text", "language", "ids"),
    [
        pytest.param("Об этом сказали «Ведомостям».", "ru", ["vedomosti"], id="a Russian case"),
        pytest.param("Сотрудник «Новой газеты» молчал.", "ru", ["novaya-gazeta"], id="both words in a case"),
        pytest.param(
            "Він розповів це «Українській правді».", "uk", ["ukrainska-pravda"], id="a Ukrainian case"
        ),
        pytest.param(
            "Dziennikarz „Gazety Wyborczej” milczał.", "pl", ["gazeta-wyborcza"], id="a Polish case"
        ),
        pytest.param("Reuters'tan bir muhabir sustu.", "tr", ["reuters"], id="a Turkish ending"),
        pytest.param(
            "Ein Reporter des Tagesspiegels schwieg.", "de", ["tagesspiegel"], id="a German genitive"
        ),
        pytest.param("Ein Reuters-Reporter schwieg.", "de", ["reuters"], id="the head of a compound"),
        pytest.param("L'inviato dell'Ansa taceva.", "it", ["ansa"], id="behind an elided article"),
        pytest.param("قال لرويترز إن السد صامد", "ar", ["reuters"], id="an Arabic preposition"),
        pytest.param(
            "قال الوزير للأناضول إن السد صامد", "ar", ["anadolu"], id="a preposition before an article"
        ),
        pytest.param("خبرگزاری رویترز نوشت", "fa", ["reuters"], id="Persian letters"),
        pytest.param("연합뉴스에서 보도했다", "ko", ["yonhap"], id="a Korean particle"),
        pytest.param("読売新聞は伝えた", "ja", ["yomiuri"], id="Japanese, without spaces"),
        pytest.param("路透社和法新社都报道了", "zh", ["reuters", "afp"], id="Chinese, side by side"),
    ],
)
def test_a_name_is_found_whatever_its_language_writes_with_it(text, language, ids):
    assert named(text, language) == ids


@pytest.mark.parametrize(
    ("text", "language", "ids"),
    [
        pytest.param("Der Stern stand über dem Dach.", "de", [], id="a star"),
        pytest.param("Das Magazin Stern zeigte das Dach.", "de", ["stern"], id="a noun before it"),
        pytest.param("Der „Stern“ zeigte das Dach.", "de", ["stern"], id="quotation marks"),
        pytest.param("Der Stern berichtet vom Dach.", "de", ["stern"], id="what outlets do"),
        pytest.param("Der Stern und Reuters waren da.", "de", ["stern", "reuters"], id="beside a sure one"),
        pytest.param("Fortune smiled on the crew.", "en", [], id="a capital of the sentence"),
        pytest.param("A reporter of Fortune was there.", "en", ["fortune"], id="a capital of its own"),
        pytest.param("They flew across the Atlantic.", "en", [], id="a capital of something else"),
        pytest.param("The magazine The Atlantic was there.", "en", ["atlantic"], id="and a noun before it"),
        pytest.param("Хорошие новости для всех.", "ru", [], id="a common noun"),
        pytest.param("قال سكان الجزيرة إن العبارة لم تصل", "ar", [], id="an island"),
        pytest.param("قالت قناة الجزيرة إن العبارة لم تصل", "ar", ["al-jazeera"], id="a channel"),
        pytest.param("世界报告说海面上升", "zh", [], id="signs of two words"),
        pytest.param("《世界报》说海面上升", "zh", [], id="of two outlets, and nothing tells which"),
        pytest.param("法国《世界报》说海面上升", "zh", ["le-monde"], id="and a country tells"),
    ],
)
def test_an_everyday_word_needs_a_sign(text, language, ids):
    assert named(text, language) == ids


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("Mr Erik Reuter left the room.", "en", id="a surname"),
        pytest.param("Michael Bloomberg left the room.", "en", id="another"),
        pytest.param("The kitchen of the Guardian Hotel burned.", "en", id="a house"),
        pytest.param("The Mirror of Souls is a book.", "en", id="a book"),
        pytest.param("El País Vasco votó ayer.", "es", id="a land"),
        pytest.param("毎日、新聞を読む", "ja", id="a mark within"),
    ],
)
def test_a_part_of_a_longer_name_is_none(text, language):
    assert named(text, language) == []


@pytest.mark.parametrize(
    ("text", "fields", "ids"),
    [
        pytest.param("Al-Watan closed the page.", {}, [], id="nothing tells"),
        pytest.param(
            "The Omani newspaper Al-Watan closed it.", {}, ["al-watan-om"], id="a country beside it"
        ),
        pytest.param("MUSCAT - The port is shut, Al-Watan wrote.", {}, ["al-watan-om"], id="a city"),
        pytest.param("The Herald closed.", {"outlet": "NZ Herald"}, ["nz-herald"], id="the article's outlet"),
        pytest.param("The Star closed.", {"outlet": "Daily Nation"}, ["the-star-ke"], id="of its country"),
        pytest.param(
            "The Boston Globe had the memo. The Globe kept it.",
            {},
            ["boston-globe", "boston-globe"],
            id="named in full before",
        ),
    ],
)
def test_who_is_meant_by_a_name_of_several(text, fields, ids):
    assert named(text, "en", **fields) == ids


def test_the_language_of_the_article_decides_where_nothing_else_does():
    assert named("Denník Pravda menuje kupca.", "sk") == ["pravda-sk"]
