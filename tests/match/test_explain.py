import pytest

from ondit.match import Linker, explain_claim

TROOPS = "In March 250 Danish engineers arrived in Loknar to teach ferry pilots to use radar."
AGREED = "A group of 300 Danish engineers has arrived in Loknar to teach pilots to use radar, Ola Berg said."
ELSEWHERE = "In March 250 Danish engineers arrived in Narva to teach ferry pilots to use radar."


@pytest.fixture
def pairings(read):
    readings = [read("one", TROOPS), read("other", AGREED), read("else", ELSEWHERE)]
    linker = Linker()
    linker.add(readings)
    linked = linker.linking()
    claim = max(linked.claims, key=lambda one: len(one.carriers))
    found = explain_claim(claim, readings, {main.article_id: main.story_id for main in linked.mains})
    return {one.other.article_id: one for one in found}


def test_what_is_joined_names_the_slots_that_agree_and_those_that_do_not(pairings):
    joined = pairings["one"]
    assert joined.joined
    assert {"names", "polarity"} <= set(joined.agree)
    assert "quantities" in joined.differ
    assert joined.likeness >= (joined.needed or 0)


def test_what_is_kept_apart_names_the_slot_that_parts(pairings):
    apart = pairings["else"]
    assert (apart.joined, apart.needed) == (False, None)
    assert "places" in apart.part


def test_a_claim_without_its_articles_explains_nothing(read):
    linker = Linker()
    linker.add([read("one", TROOPS)])
    assert explain_claim(linker.linking().claims[0], [], {}) == ()
