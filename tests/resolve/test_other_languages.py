"""Who is meant where no parser reads the language; the sentences, firms and persons are invented."""

import pytest
from tests.resolve.reading import names, resolved, sources

from ondit.model.source import SourceKind


@pytest.mark.parametrize(
    ("language", "marked", "expected"),
    [
        pytest.param(
            "ru",
            "⟦Осведомлённый источник⟧ сообщил ⟪агентству «Интерфакс»⟫, что мост закрыт. "
            "⟦Собеседник агентства⟧ молчал.",
            ["Осведомлённый источник", "Осведомлённый источник"],
            id="an agency's source in a case of its own",
        ),
        pytest.param(
            "ar",
            "قالت ⟦منظمة سالم⟧ لا. قالت ⟦المنظمة العامة⟧ نعم",
            ["منظمة سالم", "منظمة سالم"],
            id="a body with a word that one says of any points back",
        ),
        pytest.param(
            "de", "⟦Der Sender Radio Kestor⟧ schwieg.", ["Radio Kestor"], id="a noun that begins a name"
        ),
        pytest.param(
            "de", "⟦Die Kestor Gruppe⟧ schwieg.", ["Kestor Gruppe"], id="a firm's name behind an article"
        ),
        pytest.param(
            "de",
            "⟦Anton Berg, Chef von Kestor Salz,⟧ schwieg. ⟦Der Kestor-Chef⟧ ging.",
            ["Anton Berg", "Anton Berg"],
            id="a role compounded with a name is its holder",
        ),
        pytest.param(
            "de",
            "⟦Ein Insider aus dem Hafen⟧ schwieg. ⟦Die Quelle⟧ ging.",
            ["Ein Insider aus dem Hafen", "Ein Insider aus dem Hafen"],
            id="the source is the insider",
        ),
    ],
)
def test_sources_are_called(language, marked, expected):
    assert names(resolved(marked, language=language)) == expected


@pytest.mark.parametrize(
    ("marked", "body"),
    [
        pytest.param("⟦Ein Kestor-Sprecher⟧ schwieg.", "Kestor", id="a compound"),
        pytest.param(
            "⟦Anton Berg, Chef von Kestor Salz,⟧ schwieg.", "Kestor Salz", id="behind a preposition"
        ),
    ],
)
def test_a_german_officer_speaks_for_his_body(marked, body):
    result = resolved(marked, language="de")
    by_id = {one.id: one.name for one in result.sources}
    assert by_id.get(sources(result)[0].speaks_for) == body


def test_a_country_in_a_compound_is_no_body():
    assert sources(resolved("⟦Ein Peru-Experte⟧ schwieg.", language="de"))[0].speaks_for is None


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("Laut ⟦einem Reuters-Bericht⟧ ist die Brücke zu.", id="a compound"),
        pytest.param("laut ⟦einem reuters-bericht⟧ ist die brücke zu.", id="in a text without capitals"),
        pytest.param("Laut ⟦einem Bericht der Reuters⟧ ist die Brücke zu.", id="a genitive"),
    ],
)
def test_a_german_report_is_of_the_outlet_that_it_names(marked):
    result = resolved(marked, language="de")
    by_id = {one.id: one.name for one in result.sources}
    source = sources(result)[0]
    assert (source.kind, by_id.get(source.speaks_for)) == (SourceKind.DOCUMENT, "Reuters")


@pytest.mark.parametrize(
    ("language", "marked", "kind"),
    [
        pytest.param("de", "⟦Mehrere Medien⟧ schwiegen.", SourceKind.GROUP, id="a vague relay"),
        pytest.param("ru", "⟦Жители Кардинска⟧ молчали.", SourceKind.GROUP, id="people of a kind"),
        pytest.param("ru", "⟦Представитель Пентагона⟧ молчал.", SourceKind.UNNAMED, id="somebody of a body"),
        pytest.param("ko", "⟦임도현 외교부 대변인⟧", SourceKind.PERSON, id="a name before its body and post"),
        pytest.param("ko", "⟦주민 배순자 씨⟧", SourceKind.PERSON, id="a form of address"),
        pytest.param("zh", "⟦医生林慧⟧", SourceKind.PERSON, id="a name behind a calling"),
        pytest.param("zh", "⟦一名专家⟧", SourceKind.UNNAMED, id="one of a kind"),
        pytest.param("ja", "⟦西側外交官⟧", SourceKind.UNNAMED, id="the noun that ends last"),
        pytest.param(
            "ar", "قال ⟦المتحدث باسم الحكومة رامي عواد⟧ نعم", SourceKind.PERSON, id="a name behind a body"
        ),
    ],
)
def test_words_tell_the_kind_of_a_source(language, marked, kind):
    assert sources(resolved(marked, language=language))[0].kind is kind


def test_a_bare_outlet_that_is_told_is_the_article_s_own():
    found = resolved("⟦Ana Ruiz⟧ dijo a este ⟪diario⟫ que no.", language="es", outlet="La Voz del Puerto")
    assert found.attributions[0].addressee_id == found.outlet.id
