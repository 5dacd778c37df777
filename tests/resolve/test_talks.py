import pytest

from ondit.annotate import annotate
from ondit.attribute import attribute
from ondit.model.article import Article
from ondit.resolve import resolve


def told(language, text):
    """Return the names of the outlets to which the sources of a text talk."""
    annotated = annotate(Article(id="a", text=text, language=language))
    result = resolve(annotated, attribute(annotated, trained=False))
    names = {one.id: one.name for one in result.sources}
    return [names[one.addressee_id] for one in result.attributions if one.addressee_id]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Der Hafen sei sicher, sagte Ola Berg in einem Interview mit der BBC."),
        ("fr", "Dans un entretien accordé à la BBC, Ola Berg a affirmé que le port était sûr."),
        ("es", "En una entrevista con la BBC, Ola Berg dijo que el puerto es seguro."),
        ("it", "In un'intervista alla BBC, Ola Berg ha detto che il porto è sicuro."),
        ("pt", "Em entrevista à BBC, Ola Berg disse que o porto é seguro."),
        ("ru", "В интервью BBC министр Олаф Берг заявил, что порт в безопасности."),
        ("pl", "W rozmowie z BBC rzeczniczka Ola Berg powiedziała, że port jest bezpieczny."),
        ("id", "Dalam wawancara dengan BBC, Ola Berg mengatakan pelabuhan itu aman."),
        ("tr", "Ola Berg, BBC'ye verdiği röportajda limanın güvenli olduğunu söyledi."),
        ("hi", "ओला बर्ग ने बीबीसी को दिए इंटरव्यू में कहा कि बंदरगाह सुरक्षित है।"),
    ],
)
def test_a_word_of_a_talk_beside_its_name_tells_the_outlet_that_somebody_talks_to(language, text):
    assert told(language, text) == ["BBC"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Ola Berg sagte am Montag, die BBC habe den Hafen besucht.", id="no talk"),
        pytest.param("Die BBC berichtete nach einem Gespräch, der Hafen sei sicher.", id="the outlet speaks"),
        pytest.param("„Das Interview mit der BBC war kurz“, sagte Ola Berg.", id="in quoted words"),
        pytest.param("Ola Berg sagte, das Interview mit der BBC sei kurz gewesen.", id="what it speaks of"),
    ],
)
def test_an_outlet_that_is_only_named_is_told_nothing(text):
    assert told("de", text) == []
