"""Bodies that every country has, under their names in many languages; the sentences are invented."""

import pytest
from tests.resolve.reading import resolved, sources

from ondit.model.source import Source, SourceKind
from ondit.resolve.outlets.national import listed_bodies, national_table
from ondit.resolve.outlets.table import outlet_table


def source(language: str, marked: str) -> Source:
    """Return the first source of a marked article in a language."""
    return sources(resolved(marked, language=language))[0]


@pytest.mark.parametrize(
    ("language", "marked", "name"),
    [
        pytest.param("it", "La ⟦Mezzaluna Rossa siriana⟧ ha detto no.", "Syrian Arab Red Crescent", id="it"),
        pytest.param(
            "ru", "⟦Министерство обороны Украины⟧ молчит.", "Ukrainian Ministry of Defence", id="ru"
        ),
        pytest.param(
            "de",
            "⟦Das ukrainische Verteidigungsministerium⟧ schwieg.",
            "Ukrainian Ministry of Defence",
            id="de",
        ),
        pytest.param("da", "⟦Organisationen Røde Halvmåne⟧ siger nej.", "Red Crescent", id="no country told"),
        pytest.param("ar", "قال ⟦الهلال الأحمر الفلسطيني⟧ لا", "Palestine Red Crescent Society", id="ar"),
    ],
)
def test_a_national_body_is_the_row_of_its_country(language, marked, name):
    assert source(language, marked).name == name


def test_one_country_s_body_has_one_id_in_all_languages():
    marked = [
        ("en", "⟦The Peruvian Red Cross⟧ said no."),
        ("es", "⟦La Cruz Roja peruana⟧ dijo que no."),
    ]
    assert len({source(language, text).id for language, text in marked}) == 1


def test_two_countries_bodies_are_two():
    peru, chile = (source("es", f"⟦La Cruz Roja {which}⟧ dijo que no.") for which in ("peruana", "chilena"))
    assert peru.id != chile.id


def test_a_ministry_without_a_country_is_the_article_s_own():
    assert source("en", "⟦The defence ministry⟧ said no.").name == "The defence ministry"


def test_a_region_s_ministry_is_no_country_s():
    assert ("PS", "health-ministry") not in listed_bodies(outlet_table().outlets)


def test_a_name_means_one_kind_of_body_only():
    assert all(len(national_table().index.bearers(tokens)) == 1 for tokens, _, _ in national_table().names)


@pytest.mark.parametrize(
    ("language", "marked", "national"),
    [
        pytest.param("en", "⟦Police⟧ said no.", ("police",), id="a common noun alone"),
        pytest.param("it", "⟦La polizia⟧ ha detto no.", ("police",), id="in another language"),
        pytest.param(
            "en", "⟦The Peruvian navy police⟧ said no.", (), id="with words that tell something else"
        ),
        pytest.param("en", "⟦The Harrow police⟧ said no.", ("police", "harrow"), id="with a name beside it"),
        pytest.param("en", "⟦The Peruvian police⟧ said no.", ("police", "PE"), id="with its country"),
        pytest.param("en", "⟦Police chief Jo Hale⟧ said no.", ("police",), id="who leads it speaks for it"),
        pytest.param("es", "⟦El jefe de la policía, Juan Pérez⟧, dijo que no.", ("police",), id="in Spanish"),
        pytest.param("en", "⟦Former police chief Jo Hale⟧ said no.", (), id="who led it once does not"),
        pytest.param(
            "en", "⟦Health minister Jo Hale⟧ said no.", ("health-ministry",), id="a ministry's head"
        ),
        pytest.param(
            "de", "⟦Gesundheitsminister Jo Hale⟧ sagte nein.", ("health-ministry",), id="in one word"
        ),
        pytest.param("ru", "⟦Министр обороны Иван Хале⟧ сказал нет.", ("defence-ministry",), id="in Russian"),
        pytest.param("en", "⟦Former health minister Jo Hale⟧ said no.", (), id="who headed it once does not"),
        pytest.param("en", "⟦Police critic Jo Hale⟧ said no.", (), id="who holds no office does not"),
        pytest.param("en", "⟦A police officer⟧ said no.", (), id="nor does one of many"),
        pytest.param("en", "⟦Hale Police Academy alumni⟧ said no.", (), id="another body's name"),
    ],
)
def test_a_source_tells_which_national_body_it_is_or_speaks_for(language, marked, national):
    assert source(language, marked).national == national


def test_a_description_that_is_nothing_but_a_body_s_name_is_that_body():
    assert source("de", "Nach Angaben ⟦des Zivilschutzes⟧ starb niemand.").kind is SourceKind.ORGANISATION
