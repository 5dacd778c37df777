"""What linking promises of a store that is added to: neighbours are found, ids stay."""

import random

import pytest
from bench.link import reading_of
from bench.link import readings as made_up
from msgspec.structs import replace

from ondit.match import Linker
from ondit.match.copies.stock import MOST_HOLDERS
from ondit.model.article import Article
from ondit.model.claim import Changes, Linking
from ondit.store import open_store


@pytest.fixture(scope="module")
def collection():
    readings = list(made_up(40))
    random.Random(2).shuffle(readings)
    return readings


@pytest.fixture
def store(tmp_path):
    with open_store(tmp_path / "ondit.db", create=True) as store:
        yield store


def add(store, linker, readings):
    linker.add(readings)
    store.add(readings, linker.changes(), recipe="r")


def carried_together(linking):
    return {frozenset(claim.carriers) for claim in linking.claims if len(claim.carriers) > 1}


def test_what_is_handed_over_is_found_again_as_if_it_were_still_in_memory(store, collection):
    kept, held = Linker(store.known), Linker()
    for place in range(0, len(collection), 10):
        add(store, kept, collection[place : place + 10])
        held.add(collection[place : place + 10])
    kept.settle()
    held.settle()
    store.add((), kept.changes(), recipe="r")
    stored, whole = store.linking(), held.linking()
    assert {one.articles for one in stored.stories} == {one.articles for one in whole.stories}
    shared = carried_together(stored) & carried_together(whole)
    assert len(shared) >= 0.9 * len(carried_together(whole))


def test_what_a_former_run_found_keeps_its_ids_and_members(store, collection):
    add(store, Linker(store.known), collection[:20])
    before = store.linking()
    for reading in collection[20:]:
        add(store, Linker(store.known), [reading])
    after = {claim.id: claim for claim in store.linking().claims}
    for claim in before.claims:
        assert {one.id for one in claim.mentions} <= {one.id for one in after[claim.id].mentions}
    stories = {story.id: story for story in store.linking().stories}
    for story in before.stories:
        assert set(story.articles) <= set(stories[story.id].articles)


def test_adding_again_changes_nothing(store, collection):
    add(store, Linker(store.known), collection)
    before = store.linking()
    linker = Linker(store.known)
    linker.add(collection)
    assert linker.changes() == Changes(linking=Linking())
    assert store.linking() == before


def test_every_mention_is_in_one_claim_and_every_article_in_one_story(store, collection):
    linker = Linker(store.known)
    for place in range(0, len(collection), 7):
        add(store, linker, collection[place : place + 7])
    linking = store.linking()
    held = [mention.id for claim in linking.claims for mention in claim.mentions]
    assert len(held) == len(set(held))
    told = [article for story in linking.stories for article in story.articles]
    assert sorted(told) == sorted(one.id for one in collection)
    assert {main.article_id for main in linking.mains} == set(told)


def test_a_store_without_an_index_is_linked_from_its_readings(store, collection):
    add(store, Linker(store.known), collection)
    store.unlink()
    assert store.linking() == Linking()
    assert len(list(store.readings(recipe="r", unlinked=True))) == len(collection)


def printed_by(count):
    """One text that many outlets print, a day each, the last one first."""
    article = next(made_up(1)).article
    for number in reversed(range(count)):
        day = f"2031-{1 + number // 28:02}-{1 + number % 28:02}"
        yield reading_of(replace(article, id=f"print-{number:03}", outlet=f"Outlet {number}", published=day))


def test_what_is_new_in_a_large_claim_is_added_to_it_in_the_order_of_publication(store):
    prints, linker = list(printed_by(90)), Linker(store.known)
    for place in range(0, len(prints), 30):
        linker.add(prints[place : place + 30])
        changes = linker.changes()
        store.add(prints[place : place + 30], changes, recipe="r")
    assert changes.grown
    assert all(len(claim.mentions) == 30 for claim in changes.linking.claims)
    claims = store.linking().claims
    assert len(claims) == len(prints[0].mentions)
    ids = sorted(one.id for one in prints)
    assert all([one.article_id for one in claim.mentions] == ids for claim in claims)
    assert {frozenset(claim.carriers) for claim in claims} == {frozenset(ids)}


def near_copies(count):
    """Return one text by many outlets, one word of each another one, in the order of publication."""
    words = [f"word{number}" for number in range(60)]
    texts = [[*words[: at % 60], f"other{at}", *words[at % 60 + 1 :]] for at in range(count)]
    return [
        reading_of(
            Article(
                id=f"copy-{at:03}",
                text=" ".join(text),
                outlet=f"Outlet {at}",
                published=f"2031-05-01T{at // 60:02}:{at % 60:02}:00Z",
                language="en",
            )
        )
        for at, text in enumerate(texts)
    ]


@pytest.mark.parametrize(
    "later_first", [pytest.param(False, id="in order"), pytest.param(True, id="the last ones first")]
)
def test_of_more_copies_than_are_compared_all_but_the_first_are_marked(store, later_first):
    readings = near_copies(2 * MOST_HOLDERS + 50)
    if later_first:
        readings.reverse()
    third = len(readings) // 3
    for place in range(0, len(readings), third):
        add(store, Linker(store.known), readings[place : place + third])
    marked = {copy.later for copy in store.linking().copies}
    assert {one.id for one in readings} - marked == {"copy-000"}
