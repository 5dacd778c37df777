import pytest

from ondit.match.meaning.keys import NAME, mention_keys
from ondit.text.names import bones


def keys(read, text, language="en"):
    return mention_keys(read("a", text, language=language).mentions[0])


@pytest.mark.parametrize(
    ("one", "other", "language", "shared"),
    [
        pytest.param(
            "A dam broke in Idlib.", "В Идлибе прорвало плотину.", "ru", "^dlb", id="a name across scripts"
        ),
        pytest.param("A dam broke in Loknar.", "Se rompió una presa en Loknar.", "es", "~dam", id="a thing"),
        pytest.param("Police arrested 40 men.", "La police a arrêté 40 hommes.", "fr", "#40", id="a figure"),
        pytest.param("Troops left Syria.", "Солдаты покинули Сирию.", "ru", "@SY", id="a country"),
        pytest.param(
            "The vaccine Palvax was banned.",
            "公司表示，该疫苗Palvax被禁止。",
            "zh",
            "~ban",
            id="without spaces",
        ),
    ],
)
def test_languages_share_keys(read, one, other, language, shared):
    assert shared in keys(read, one)
    assert shared in keys(read, other, language)


def test_a_word_of_a_concept_counts_less_than_the_concept(read):
    found = keys(read, "Police arrested nobody.")
    assert found["arrest"] < found["~arrest"]


@pytest.mark.parametrize(
    ("text", "language", "word", "name"),
    [
        pytest.param("Ein Sprecher der Bank Harvold schwieg.", "de", "harvold", True, id="a capital"),
        pytest.param("Ein Sprecher der Bank Harvold schwieg.", "de", "schwieg", False, id="a small letter"),
        pytest.param("سكت متحدث باسم بنك هارفولد", "ar", "هارفولد", True, id="a script without capitals"),
    ],
)
def test_where_no_parser_reads_a_word_with_a_small_letter_is_no_name(read, text, language, word, name):
    assert (NAME + bones(word) in keys(read, text, language)) is name
