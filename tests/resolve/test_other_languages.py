"""Who is meant where no parser reads the language; the sentences, firms and persons are invented."""

import pytest
from tests.resolve.reading import names, resolved, sources


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
            "de", "⟦Die Kestor Gruppe⟧ schwieg.", ["Kestor Gruppe"], id="a firm's name behind an article"
        ),
        pytest.param(
            "de",
            "⟦Anton Berg, Chef von Kestor Salz,⟧ schwieg. ⟦Der Kestor-Chef⟧ ging.",
            ["Anton Berg", "Anton Berg"],
            id="a role compounded with a name is its holder",
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
