import random

import pytest

from ondit.match import Linker
from ondit.model.claim import MainStance

TROOPS = "In March 250 Danish engineers arrived in Loknar to teach ferry pilots to use radar."
AGREED = "A group of 300 Danish engineers has come to Loknar to teach pilots to use radar, Ola Berg said."
DENIED = "Ola Berg denied that Danish engineers had arrived in Loknar to teach pilots to use radar."
OTHER_ACT = "Danish engineers in Loknar were accused of selling fuel from an army depot, Ola Berg said."
OTHER_PLACE = "In March 250 Danish engineers arrived in Narva to teach ferry pilots to use radar."
UNRELATED = "A bakery in Graz has sold the same loaf of rye bread since 1911, its owner told visitors."


def linking(*readings):
    linker = Linker()
    linker.add(readings)
    return linker.linking()


def together(linked, *article_ids):
    """Tell whether one claim has all these articles as carriers."""
    return any(set(article_ids) <= set(claim.carriers) for claim in linked.claims)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param(TROOPS, TROOPS, True, id="the same words"),
        pytest.param(TROOPS, AGREED, True, id="another number is drift"),
        pytest.param(TROOPS, DENIED, True, id="a denial belongs to what it denies"),
        pytest.param(TROOPS, OTHER_ACT, False, id="the same people, another act"),
        pytest.param(TROOPS, OTHER_PLACE, False, id="the same act, another place"),
        pytest.param(TROOPS, UNRELATED, False, id="nothing in common"),
        pytest.param(
            "The Varga Group sued the Loknar Mill over a debt.",
            "The Loknar Mill sued the Varga Group over a debt.",
            False,
            id="roles reversed",
        ),
    ],
)
def test_mentions_of_one_event_are_one_claim(read, one, other, expected):
    linked = linking(read("one", one), read("other", other))
    assert together(linked, "one", "other") is expected


def test_copies_of_one_text_do_not_mix_its_sentences(read):
    text = (
        "Orla Tamsin bought a mill in Kestrel. Orla Tamsin repaired a boat in Kestrel. "
        "Orla Tamsin lost a lawsuit in Kestrel."
    )
    linked = linking(*(read(f"print {number}", text) for number in range(5)))
    assert sorted(len(claim.mentions) for claim in linked.claims) == [5, 5, 5]


FLED = {
    "en": "Nine prisoners escaped from the prison of San Telmo, the ministry said.",
    "es": "Nueve presos escaparon de la cárcel de San Telmo, informó el ministerio.",
    "fr": "Neuf détenus se sont évadés de la prison de San Telmo, selon le ministère.",
    "de": "Neun Häftlinge sind aus dem Gefängnis von San Telmo geflohen, teilte das Ministerium mit.",
    "ru": "Девять заключенных сбежали из тюрьмы Сан-Тельмо, сообщило министерство.",
    "it": "Nove detenuti sono evasi dal carcere di San Telmo, ha detto il ministero.",
    "pt": "Nove detentos fugiram da prisão de San Telmo, informou o ministério.",
    "tr": "Dokuz mahkum San Telmo hapishanesinden kaçtı.",
}


def test_a_story_told_in_eight_languages_is_one_claim(read):
    linked = linking(*(read(language, text, language=language) for language, text in FLED.items()))
    assert together(linked, *FLED)


@pytest.mark.xfail(strict=True, reason="across languages another name weighs less than the same small figure")
def test_what_is_told_of_another_prison_in_another_language_is_another_claim(read):
    other = read("es", FLED["es"].replace("San Telmo", "Puerto Hondo"), language="es")
    assert not together(linking(read("en", FLED["en"]), other), "en", "es")


def test_the_polarity_of_a_denial_is_kept_within_the_claim(read):
    linked = linking(read("one", TROOPS), read("other", DENIED))
    claim = next(claim for claim in linked.claims if len(claim.carriers) == 2)
    assert {one.article_id: one.polarity.value for one in claim.mentions} == {
        "one": "positive",
        "other": "negative",
    }


def test_a_bare_denial_speaks_of_the_claim_before_it(read):
    reading = read("one", f"{TROOPS} Ola Berg denied the reports.")
    (claim,) = linking(reading).claims
    assert [one.polarity.value for one in claim.mentions] == ["positive", "negative"]


def test_the_linking_does_not_depend_on_the_order_of_a_batch(read):
    texts = [TROOPS, AGREED, DENIED, OTHER_ACT, OTHER_PLACE, UNRELATED]
    readings = [read(f"a{at}", text) for at, text in enumerate(texts)]
    expected = linking(*readings)
    for seed in range(5):
        random.Random(seed).shuffle(readings)
        assert linking(*readings) == expected


def test_an_article_is_added_once(read):
    linker = Linker()
    linker.add([read("one", TROOPS)])
    before = linker.linking()
    linker.add([read("one", TROOPS)])
    assert linker.linking() == before


def test_adding_one_by_one_finds_the_same_groups_as_a_batch(read):
    readings = [read("one", TROOPS), read("other", AGREED), read("third", UNRELATED)]
    linker = Linker()
    for reading in readings:
        linker.add([reading])
    groups = {claim.carriers for claim in linker.linking().claims}
    assert groups == {claim.carriers for claim in linking(*readings).claims}


def test_articles_about_one_event_are_one_story_and_share_the_main_claim(read):
    linked = linking(read("one", TROOPS), read("other", AGREED), read("third", UNRELATED))
    assert [story.articles for story in linked.stories if len(story.articles) > 1] == [("other", "one")]
    mains = {main.article_id: main.claim_id for main in linked.mains}
    assert mains["one"] == mains["other"] != mains["third"]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        pytest.param(TROOPS, MainStance.FOR, id="in the outlet's own voice"),
        pytest.param(DENIED, MainStance.AGAINST, id="denied in the lede"),
        pytest.param(TROOPS.replace("arrived", "reportedly arrived"), MainStance.OBSERVING, id="hedged"),
    ],
)
def test_an_article_takes_a_side_or_observes(read, text, stance):
    (main,) = linking(read("one", text)).mains
    assert main.stance is stance


def test_a_joining_names_the_slots_that_agree_and_those_that_part(read):
    one, other = read("one", TROOPS), read("other", OTHER_PLACE)
    linker = Linker()
    linker.add([one, other])
    joining = linker.explain(one.mentions[0], other.mentions[0])
    assert not joining.joined
    assert "places" in joining.slots.part
    assert {"predicate", "quantities", "polarity"} <= set(joining.slots.agree)


def test_an_empty_collection_links_nothing():
    assert linking() == Linker().linking()


def test_a_short_denial_beside_the_claim_belongs_to_it_with_nobody_else_named(read):
    text = "A blast at the Loknar mill hurt 40 guards, Ola Berg said. The mill denied that anyone was hurt."
    claims = linking(read("one", text)).claims
    hurt = next(claim for claim in claims if "40 guards" in claim.text)
    assert [mention.polarity.value for mention in hurt.mentions] == ["positive", "negative"]


@pytest.mark.parametrize(
    ("text", "joins"),
    [
        pytest.param(
            "Varga Mills will buy the Loknar Bakery, a clerk said. Ola Berg denied a takeover of the Bakery.",
            True,
            id="in other words for the same things",
        ),
        pytest.param(
            "Varga Mills will buy the Loknar Bakery, a clerk said. Ola Berg denied a strike at the Bakery.",
            False,
            id="of another act",
        ),
    ],
)
def test_a_short_mention_says_again_what_its_article_says(read, text, joins):
    linked = linking(read("one", text))
    (deal,) = (claim for claim in linked.claims if "will buy" in claim.mentions[0].text)
    assert (len(deal.mentions) > 1) is joins


def test_a_short_mention_of_another_act_stays_out(read):
    text = "A blast at the Loknar mill hurt 40 guards, Ola Berg said. The mill denied that anyone was paid."
    claims = linking(read("one", text)).claims
    hurt = next(claim for claim in claims if "40 guards" in claim.text)
    assert len(hurt.mentions) == 1


@pytest.mark.parametrize(
    ("behind", "refers"),
    [
        pytest.param("The deployment was confirmed by Ola Berg.", True, id="a shell noun stands for it"),
        pytest.param(
            "The school was criticised by Ola Berg.", False, id="any other noun is a thing of its own"
        ),
        pytest.param("A deployment was feared by Ola Berg.", False, id="an indefinite one is another"),
        pytest.param("Ola Berg rejected the accusation as baseless.", True, id="a noun of speech"),
        pytest.param("Ola Berg denied allegations of fraud.", False, id="a noun of speech that says more"),
        pytest.param("“That is a lie,” said Ola Berg.", True, id="a verdict alone"),
        pytest.param("Ola Berg called the story a hoax.", True, id="a verdict on a noun of speech"),
        pytest.param(
            "Ola Berg made the remarks in an interview, the Varga Post reported.",
            True,
            id="who says that somebody said it",
        ),
        pytest.param(
            "Ola Berg made the bread in a cellar, the Varga Post reported.", False, id="made things"
        ),
    ],
)
def test_a_noun_that_stands_for_the_claim_before_it_belongs_to_it(read, behind, refers):
    claims = linking(
        read("one", f"Danish soldiers arrived in Loknar on Monday to guard the port. {behind}")
    ).claims
    arrived = next(claim for claim in claims if "arrived" in claim.text)
    assert any(mention.attribution_id for mention in arrived.mentions) is refers


@pytest.mark.parametrize(
    ("language", "said", "denied"),
    [
        (
            "de",
            "Dänische Soldaten trafen in Loknar ein, sagte Ola Berg.",
            "Der Hafen wies den Vorwurf zurück.",
        ),
        (
            "fr",
            "Des soldats danois sont arrivés à Loknar, selon Ola Berg.",
            "Le port a rejeté ces accusations.",
        ),
        ("ru", "Датские солдаты прибыли в Локнар, сообщил Ола Берг.", "Министр опроверг эти обвинения."),
        ("es", "Soldados daneses llegaron a Loknar, según Ola Berg.", "El ministro negó las acusaciones."),
    ],
)
def test_a_denial_of_what_was_just_said_belongs_to_it_in_other_languages(read, language, said, denied):
    claims = linking(read("one", f"{said} {denied}", language=language)).claims
    polarities = {mention.polarity.value for claim in claims for mention in claim.mentions}
    assert len(claims) == 1
    assert polarities == {"positive", "negative"}


def test_settling_finds_the_stories_of_one_batch_whatever_batches_came(read):
    readings = [read("one", TROOPS), read("other", AGREED), read("third", UNRELATED), read("next", DENIED)]
    linker = Linker()
    for reading in readings:
        linker.add([reading])
    linker.settle()
    assert {story.articles for story in linker.linking().stories} == {
        story.articles for story in linking(*readings).stories
    }


@pytest.mark.parametrize(
    ("title", "text", "stance"),
    [
        pytest.param(
            "Danish engineers are not in Loknar", TROOPS, MainStance.AGAINST, id="a title that negates"
        ),
        pytest.param(
            "Danish engineers aren't in Loknar", TROOPS, MainStance.AGAINST, id="inside another word"
        ),
        pytest.param(
            "Report: engineers in Loknar", TROOPS, MainStance.OBSERVING, id="a title that passes on"
        ),
        pytest.param("Danish engineers in Loknar", TROOPS, MainStance.FOR, id="a title that asserts"),
        pytest.param(
            "Danish engineers in Loknar",
            f"{TROOPS} The story is a hoax, and the photo is fake. Other papers call it bogus and false.",
            MainStance.AGAINST,
            id="called untrue again and again",
        ),
    ],
)
def test_title_and_words_of_the_text_tell_the_side(read, title, text, stance):
    (main,) = linking(read("one", text, title=title)).mains
    assert main.stance is stance
