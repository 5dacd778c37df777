"""Claims that are traced beside the pages: forty articles carry one."""

from collections.abc import Iterator
from pathlib import Path
from time import monotonic, sleep

import pytest

from browser.stores import crowd, taker
from ondit.engines import Loop
from ondit.errors import NotFoundError
from ondit.listings import find_claims
from ondit.model.listing import Narrowing, Window
from ondit.pipeline import Recipe, add_articles
from ondit.store import Store, open_store
from ondit.web.work.tracing import MOST_AT_ONCE, Given, Tracer

SIZE = MOST_AT_ONCE + 10


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(crowd(tmp_path / "crowd.db", SIZE)) as opened:
        yield opened


@pytest.fixture
def tracer(store: Store) -> Iterator[Tracer]:
    made = Tracer(store.path)
    yield made
    made.close()


def grown(store: Store) -> None:
    """Let one more article carry the claim."""
    assert len([*add_articles(store, [taker(SIZE)], Recipe(), Loop())]) == 1


def test_what_was_traced_is_shown_while_it_is_made_anew(store: Store, tracer: Tracer):
    (claim,) = find_claims(store, Narrowing(), "crack", Window(limit=1)).rows
    assert len(traced(tracer, store, claim.id, "1").traced.articles) == SIZE
    grown(store)
    older = tracer.traced(store, claim.id, "2")
    assert older is not None and (older.is_current or len(older.traced.articles) == SIZE)
    assert len(traced(tracer, store, claim.id, "2").traced.articles) == SIZE + 1


def test_a_range_of_before_is_told_from_one_that_holds(store: Store, tracer: Tracer):
    claims = find_claims(store, Narrowing(), "crack", Window(limit=1)).rows
    first = until(lambda: tracer.ranges(store, claims, "1"), lambda ranges: ranges.is_whole)
    assert first.current.keys() == first.shown.keys() == {claims[0].id}
    grown(store)
    second = tracer.ranges(store, claims, "2")
    assert second.is_whole == (claims[0].id in second.current)
    assert second.shown.keys() == {claims[0].id}


def test_a_claim_that_is_not_there_is_none(store: Store, tracer: Tracer):
    with pytest.raises(NotFoundError):
        tracer.traced(store, "clm_nowhere", "1")


def traced(tracer: Tracer, store: Store, claim_id: str, version: str) -> Given:
    return until(
        lambda: tracer.traced(store, claim_id, version), lambda given: given is not None and given.is_current
    )


def until(ask, is_enough):
    """Ask again until the answer is enough, for a minute at most."""
    end = monotonic() + 60
    while not is_enough(answer := ask()):
        assert monotonic() < end
        sleep(0.05)
    return answer
