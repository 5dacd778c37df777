"""Two spellings of a name of a person can be one name, or cannot."""

import pytest

from ondit.text.names import LIKELY_ONE, name_likeness, name_parts, skeleton


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Tarek Chokri", "Tariq Shoukri", id="digraphs and q"),
        pytest.param("Abdel Monem al-Faisi", "Abdulmenam Al-Fayssi", id="servant of"),
        pytest.param("Kirill Orlenko", "Kyrylo Orlenko", id="one skeleton of three consonants"),
        pytest.param("Selim Omar Hadidi", "Omar al-Hadidy", id="a part left out"),
        pytest.param("J. Smith", "John Smith", id="an initial"),
        pytest.param("Zoë Çelik", "Zoe Celik", id="accents"),
    ],
)
def test_spellings_that_can_be_one_name(one, other):
    assert name_likeness(one, other) >= LIKELY_ONE
    assert name_likeness(one, other) == name_likeness(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("John Smith", "Jane Smith", id="other first name of few consonants"),
        pytest.param("Tariq Shoukri", "Tariq Haddad", id="other surname"),
        pytest.param("Anna Berg", "Berg Anna", id="other order"),
        pytest.param("", "Anna Berg", id="empty"),
    ],
)
def test_names_that_cannot_be_one(one, other):
    assert name_likeness(one, other) < LIKELY_ONE


def test_an_article_and_a_servant_of_are_no_part_of_their_own():
    assert name_parts("Abdel Rahim Al-Sabahi") == ("abdelrahim", "sabahi")


def test_a_skeleton_keeps_a_vowel_at_the_beginning_only():
    assert skeleton("Omar") == skeleton("Umar") == "amr"
    assert skeleton("Şükrü") == skeleton("Shoukri") == "skr"
