"""Whole collections made to mislead, read from their articles: the range, and what must be flagged."""

import pytest
from tests.poisoned import misleading

import ondit

LARGE = pytest.mark.large


def traced(pages):
    trace = ondit.trace(misleading.QUESTION, pages)
    assert trace is not None
    return trace


def ends(trace):
    found = trace.independent_origins
    return found.at_least, found.at_most


def kinds(trace):
    return {finding.kind for finding in trace.findings}


@pytest.mark.parametrize(
    ("make", "count", "flagged"),
    [
        pytest.param(misleading.verbatim, 20, "copied without credit", id="20 verbatim copies"),
        pytest.param(
            misleading.verbatim, 1000, "copied without credit", id="1,000 verbatim copies", marks=LARGE
        ),
        pytest.param(misleading.paraphrases, 12, "copied without credit", id="12 paraphrases"),
        pytest.param(misleading.paraphrases, 200, "copied without credit", id="200 paraphrases", marks=LARGE),
        pytest.param(misleading.sock_puppets, 8, "circular reporting", id="8 sock puppets"),
        pytest.param(misleading.sock_puppets, 50, "circular reporting", id="50 sock puppets", marks=LARGE),
        pytest.param(misleading.unnamed, 12, "all origins unnamed", id="12 wordings of one source"),
        pytest.param(
            misleading.unnamed, 200, "all origins unnamed", id="200 wordings of one source", marks=LARGE
        ),
    ],
)
def test_a_crowd_is_one_origin_and_is_flagged(make, count, flagged):
    trace = traced(make(count))
    assert len(trace.graph.carriers) >= count
    assert ends(trace) == (1, 1)
    assert flagged in kinds(trace)


def test_every_copy_is_shown_with_whom_it_copies():
    trace = traced(misleading.verbatim(20))
    copies = {edge.taker: edge.giver for edge in trace.graph.edges if edge.kind == "copies"}
    assert copies == {f"p{place}": "p0" for place in range(1, 21)}


def test_a_backdated_copy_of_a_page_that_it_names_is_told_by_its_words():
    trace = traced(misleading.backdated())
    (copy,) = [edge for edge in trace.graph.edges if edge.kind == "copies"]
    assert (copy.taker, copy.giver) == ("p1", "p0")
    assert "impossible order" in copy.flags and "impossible order" in kinds(trace)
    assert ends(trace) == (1, 1)


def test_an_outlet_that_cites_itself_is_one_and_copies_nobody():
    trace = traced(misleading.self_citing())
    assert ends(trace) == (1, 1)
    assert "copied without credit" not in kinds(trace)


def test_a_look_alike_is_told_and_is_not_taken_for_the_agency():
    trace = traced(misleading.look_alike())
    assert ("p2", "p1") not in {(edge.taker, edge.giver) for edge in trace.graph.edges}
    assert any("looks like Reuters" in one.what for one in trace.unresolved)
    assert ends(trace)[0] == 1
