"""A claim is known again in another language by countries, names and figures."""

import pytest

from ondit.annotate import annotate
from ondit.attribute import attribute
from ondit.match import find_mentions
from ondit.match.across.bridge import translations
from ondit.model.article import Article
from ondit.model.claim import Mention
from ondit.resolve import resolve


def mentions(text: str, language: str) -> tuple[Mention, ...]:
    annotated = annotate(Article(id=language, text=text, language=language))
    return find_mentions(annotated, resolve(annotated, attribute(annotated)))


ASKED = mentions("The flood killed 1,730 people in Tarhuna, Libya.", "en")[0]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param("ru", "По данным Reuters, в ливийской Тархуне погибли 1730 человек.", id="Russian"),
        pytest.param(
            "ar", "قال مصدر إن 1730 شخصا قتلوا في ترهونة الليبية.", id="Arabic, an ending of the country"
        ),
        pytest.param(
            "es", "Según AP, 1.730 personas murieron en Tarhuna, Libia.", id="Spanish, a point in the figure"
        ),
        pytest.param("tr", "Reuters'a göre Libya'nın Tarhuna kentinde 1730 kişi öldü.", id="Turkish"),
        pytest.param("zh", "据路透社报道，利比亚有1730人死亡。", id="Chinese, country and figure"),
    ],
)
def test_the_claim_is_found_in_another_language(language, text):
    assert translations(ASKED, mentions(text, language))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param("es", "Según AP, 1.730 personas votaron en Lima.", id="the figure alone"),
        pytest.param("ru", "Ливия закупила 40 автобусов, сообщил ТАСС.", id="the country alone"),
        pytest.param("de", "Laut dpa regnet es in Bremen.", id="nothing in common"),
    ],
)
def test_another_claim_is_not(language, text):
    assert translations(ASKED, mentions(text, language)) == []
