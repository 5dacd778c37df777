"""The worked example of the model: seven carriers, two seeming witnesses, one origin."""

import pytest

from story import read_story

EXAMPLE = """
nor @Northwire 2031-09-17T09:00Z
    a source in Karland: "we know that two hundred of them have come"
lig @Northlight 2031-09-17T10:00Z
    an informed Karlandic source: "we know that two hundred of them have come"
mir @Mirror 2031-09-17T12:00Z
    @Northlight: P
dai @Daily Coast 2031-09-19
    ?a state-owned newspaper < an informed source: "we know that two hundred of them have come"
nah @Al-Nahar 2031-09-18
    an informed Karlandic source: P
    @Northwire: P
sky @Skyline 2031-09-18
    @Al-Nahar: P
    @Northwire: P
dig @Digest 2031-09-20
    P
    credit read more @Skyline
"""


def without(story, article):
    del story.readings[article]
    mentions = tuple(one for one in story.claim.mentions if one.article_id != article)
    story.claim = type(story.claim)(id=story.claim.id, text=story.claim.text, mentions=mentions)
    return story


def test_two_seeming_witnesses_are_one_origin():
    answer = read_story(EXAMPLE).answer()
    found = answer.independent_origins
    assert len(answer.graph.carriers) == 7
    assert (found.at_least, found.at_most, found.unresolved_ends) == (1, 1, 0)
    (origin,) = answer.origins
    assert origin.kind == "unnamed"
    assert {"a source in Karland", "an informed Karlandic source"} <= set(origin.mentions)
    assert answer.first_in_collection == ("nor",)
    assert answer.denials == ()


def test_without_the_page_that_settles_it_a_chain_ends_short():
    answer = without(read_story(EXAMPLE), "nah").answer()
    found = answer.independent_origins
    assert (found.at_least, found.at_most, found.unresolved_ends) == (1, 1, 1)
    (settle,) = [one for one in answer.unresolved if "Al-Nahar" in one.what]
    assert settle.would_settle == "collect the article of Al-Nahar that is cited"


def test_the_digest_loses_the_hedge():
    kinds = {finding.kind: finding.text for finding in read_story(EXAMPLE).answer().findings}
    assert kinds["hedge lost"] == "Digest asserts what it has from Skyline, where it is attributed."
    assert "single origin" in kinds
    assert "no denial found" in kinds


@pytest.mark.parametrize("article", ["nor", "lig", "mir", "dai", "sky", "dig"])
def test_no_other_page_is_needed_for_the_answer(article):
    found = without(read_story(EXAMPLE), article).answer().independent_origins
    assert found.at_least == 1
    assert found.at_most <= 2
