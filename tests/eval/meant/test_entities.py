"""Whom the marks of the gold of sources mean, and in what form."""

import pytest

from eval.marks.marked import read_marked
from eval.marks.records import GoldError, Grade
from eval.meant.entities import Form, Meanings, meanings, name_words


def meant(text: str, attributes: str) -> Meanings:
    (item,) = read_marked(f"@ war.a1\n{text}\n> {attributes}\n", "war.txt")
    return meanings(item)


@pytest.mark.parametrize(
    ("source", "attributes", "form"),
    [
        pytest.param("Ilse Marten", "person =Ilse Marten", Form.NAMED, id="a full name"),
        pytest.param("Marten", "person =Ilse Marten", Form.NAMED, id="a surname is a name"),
        pytest.param("The director", "person =Ilse Marten", Form.ROLE, id="a role of somebody named"),
        pytest.param("She", "person =Ilse Marten", Form.PRONOUN, id="a pronoun"),
        pytest.param("The Post", "outlet =The Eddis Post", Form.NAMED, id="the last part of a name"),
        pytest.param("The Eddis daily", "outlet =The Eddis Post", Form.OUTLET, id="only the place of a name"),
        pytest.param("The paper", "outlet =The Eddis Post", Form.OUTLET, id="a noun for an outlet"),
        pytest.param("A medic", "unnamed =a medic", Form.DESCRIBED, id="a description, for the first time"),
        pytest.param("That medic", "unnamed =a medic in Olm", Form.ROLE, id="one known from elsewhere"),
        pytest.param("The police", "body =police", Form.DESCRIBED, id="a body without a name"),
        pytest.param("The study", "document =a study of bees", Form.DOCUMENT, id="a document short"),
        pytest.param("The two", "person =Bo Ek + Mia Ek", Form.GROUP, id="several at once"),
        pytest.param("Ek", "person open =Bo Ek | Mia Ek", Form.ROLE, id="a name that two bear"),
    ],
)
def test_a_mention_has_a_form(source, attributes, form):
    (mention,) = meant(f"{{s1 {source}}} {{q1 said}} {{c1 so}}.", f"1 {attributes}").mentions
    assert mention.form is form


def test_a_description_is_new_once_and_a_title_waits_for_the_body():
    gold = meant(
        "title: {c1 Rain}, {s1 medic} {q1 says}\n"
        "{s2 A medic} {q2 said} {c2 it rained}. {s3 The medic} {q3 said} {c3 so}.",
        "1 unnamed =a medic; 2 unnamed =a medic; 3 unnamed =a medic",
    )
    assert [one.form for one in gold.mentions] == [Form.ROLE, Form.DESCRIBED, Form.ROLE]


def test_an_open_mention_has_candidates_and_a_likely_one_a_grade():
    gold = meant(
        "{s1 She} {q1 said} {c1 so}. {s2 The chief} {q2 said} {c2 so}.",
        "1 person open =Ada Lind | Eva Moe; 2 person likely =Eva Moe",
    )
    assert [one.grade for one in gold.mentions] == [Grade.OPEN, Grade.LIKELY]
    assert gold.mentions[0].entities == ("Ada Lind", "Eva Moe")


@pytest.mark.parametrize(
    ("marked", "name", "right"),
    [
        pytest.param("1 outlet =Kyodo / Kyodo News", "Kyodo News", True, id="an alias"),
        pytest.param("1 outlet =The Post / Eddis Post", "the Eddis Post", True, id="articles do not matter"),
        pytest.param("1 person =Ilse Marten", "Dr Ilse Marten", True, id="a title besides the name"),
        pytest.param("1 person =Ilse Marten", "Marten", False, id="half a name is no name"),
        pytest.param("1 unnamed =a medic in Olm", "A medic", True, id="part of a description"),
        pytest.param("1 unnamed =a medic in Olm", "A miner in Olm", False, id="another description"),
    ],
)
def test_an_entity_is_called_by_its_names(marked, name, right):
    (entity,) = meant("{s1 It} {q1 said} {c1 so}.", marked).entities.values()
    assert entity.is_called(name) is right


def test_a_spokesman_has_a_body_behind_him():
    gold = meant("{s1 A police spokesman} {q1 said} {c1 so}.", "1 unnamed =a police spokesman > police")
    assert gold.entities["a police spokesman"].behind == "police"
    assert gold.are_related("police", "a police spokesman")


def test_a_source_that_means_nobody_is_refused():
    with pytest.raises(GoldError, match="source 1 does not say whom it means"):
        meant("{s1 He} {q1 said} {c1 so}.", "1 person")


def test_the_words_of_a_name_leave_out_articles_and_the_possessive():
    assert name_words("The Post's reporter") == {"post", "reporter"}
