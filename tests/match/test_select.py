import pytest

from ondit.match import Linker, select_claim
from ondit.model.claim import Linking

CARRIERS = {
    "one": "In March 250 Danish engineers arrived in Loknar to teach ferry pilots the use of radar.",
    "two": "Danish engineers in Loknar teach pilots in reading radar, according to a ministry source.",
    "three": "Ola Berg denied that Danish engineers had come to Loknar to teach ferry pilots.",
}
OTHERS = {
    "four": "A court in Loknar fined the Danish brewery Holm for dirty water in the harbour.",
    "five": "Customs officers in Loknar went on strike over unpaid wages, Ola Berg said.",
    "six": "A bakery in Graz has sold the same loaf of rye bread since 1911, its owner told visitors.",
}
QUESTION = "About 250 Danish engineers have arrived in Loknar to teach ferry pilots to use radar."


def ask(read, question, texts):
    linker = Linker()
    linker.add([read(article_id, text) for article_id, text in texts.items()])
    return select_claim(read("question", question).mentions, linker.linking())


def test_all_carriers_are_gathered_and_the_others_stay_out(read):
    claim = ask(read, QUESTION, CARRIERS | OTHERS)
    assert set(claim.carriers) == set(CARRIERS)


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("A volcano erupted in Iceland.", id="nothing in common"),
        pytest.param("Danish engineers opened a chess school.", id="the same people, another act"),
        pytest.param("", id="no words"),
    ],
)
def test_a_question_that_nothing_answers_selects_no_claim(read, question):
    assert ask(read, question, CARRIERS | OTHERS) is None


def test_without_claims_nothing_is_selected(read):
    assert select_claim(read("question", QUESTION).mentions, Linking()) is None


def test_the_claim_keeps_an_id_that_the_linking_has(read):
    linker = Linker()
    linker.add([read(article_id, text) for article_id, text in (CARRIERS | OTHERS).items()])
    linking = linker.linking()
    claim = select_claim(read("question", QUESTION).mentions, linking)
    assert claim.id in {one.id for one in linking.claims}


@pytest.mark.parametrize(
    ("neighbour", "carries"),
    [
        pytest.param("The Loknar mill stored 90 tonnes of chlorine, Ola Berg said.", False, id="counts else"),
        pytest.param("At least 60 guards fell ill from chlorine at the mill in Loknar.", True, id="drift"),
    ],
)
def test_what_counts_other_things_in_another_act_stays_out(read, neighbour, carries):
    texts = {
        "one": "About 40 guards fell ill from chlorine at the Loknar mill on Monday.",
        "two": "Forty guards fell ill from chlorine at the Loknar mill, a doctor said.",
        "next": neighbour,
    }
    claim = ask(read, "About 40 guards fell ill from chlorine at the Loknar mill.", texts)
    assert ("next" in claim.carriers) is carries


def test_what_only_points_back_comes_with_what_it_points_to(read):
    told = "Ola Berg made the remarks in a post on Telegram, the Varga Post reported."
    claim = ask(read, QUESTION, CARRIERS | OTHERS | {"three": f"{CARRIERS['one']} {told}"})
    assert "Ola Berg made the remarks in a post on Telegram" in [one.text for one in claim.mentions]
