"""Pages of a store are windows of the decided linking, whatever was decided and however it is narrowed."""

import shutil
from pathlib import Path

import pytest

from ondit.deciding import decide, draft
from ondit.listings import find_claims, find_stories, listed_articles, trace_claim_of, trace_states
from ondit.model.decision import DecisionKind
from ondit.model.listing import Narrowing, Window
from ondit.pipeline import decided_linking
from ondit.store import Store, open_store


@pytest.fixture
def store(demo_store: Path, tmp_path: Path):
    path = tmp_path / "decided.db"
    shutil.copy(demo_store, path)
    with open_store(path) as opened:
        yield opened


WHEN = "2031-01-01T00:00:00Z"
BOUNDS = [Narrowing(), Narrowing(since="2031-05"), Narrowing(language="en")]


def largest(store: Store, count: int) -> list[str]:
    return [one.id for one in find_claims(store, Narrowing(), "", Window(limit=count)).rows]


def join(store: Store) -> None:
    one, other = largest(store, 2)
    decide(store, draft(DecisionKind.SAME_CLAIM, [one, other], reason="so", who="Ada"), WHEN)


def part(store: Store) -> None:
    mentions = decided_linking(store, claims=largest(store, 1)).claims[0].mentions
    ids = [mentions[0].id, mentions[-1].id]
    decide(store, draft(DecisionKind.DIFFERENT_CLAIM, ids, reason="so", who="Ada"), WHEN)


def reject(store: Store) -> None:
    claims = decided_linking(store, claims=largest(store, 1)).claims
    said = next(one.attribution_id for claim in claims for one in claim.mentions if one.attribution_id)
    decide(store, draft(DecisionKind.REJECT, [said], reason="so", who="Ada"), WHEN)


DECISIONS = [
    pytest.param((), id="nothing decided"),
    pytest.param((join,), id="joined"),
    pytest.param((part,), id="parted"),
    pytest.param((reject,), id="rejected"),
    pytest.param((join, part, reject), id="all of them"),
]


@pytest.mark.parametrize("decisions", DECISIONS)
@pytest.mark.parametrize("narrowing", BOUNDS, ids=str)
def test_the_windows_of_claims_are_the_decided_claims_in_order(decisions, narrowing, store: Store):
    for one in decisions:
        one(store)
    claims = decided_linking(store, narrowing).claims
    expected = sorted(((len(one.carriers), one.id) for one in claims), key=lambda one: (-one[0], one[1]))
    shown, offset = [], 0
    while rows := find_claims(store, narrowing, "", Window(offset=offset, limit=3)).rows:
        shown += [(one.carriers, one.id) for one in rows]
        offset += 3
    assert shown == expected
    assert find_claims(store, narrowing, "", Window(limit=3)).total == len(expected)


@pytest.mark.parametrize("decisions", DECISIONS)
def test_stories_and_articles_tell_the_decided_claims(decisions, store: Store):
    for one in decisions:
        one(store)
    linking = decided_linking(store)
    told = find_stories(store, Narrowing(), "", Window(limit=1_000)).rows
    assert {one.story.id: sorted(claim.id for claim in one.claims) for one in told} == {
        story.id: sorted(story.claims) for story in linking.stories
    }
    mains = {main.article_id: main.claim_id for main in linking.mains}
    for row in listed_articles(store, [article.id for article in store.articles()]):
        assert row.claims == tuple(sorted(one.id for one in linking.claims if row.article.id in one.carriers))
        assert (row.main.claim_id if row.main else None) == mains.get(row.article.id)


def test_the_state_of_a_claim_changes_with_what_its_trace_depends_on(store: Store):
    first, second, *_ = largest(store, 30)
    before = trace_states(store, [first, second, "clm_nobody"])
    assert len({*before.values()}) == 3
    assert trace_states(store, [first]) == {first: before[first]}
    reject(store)
    assert trace_states(store, [first])[first] != before[first]
    assert trace_claim_of(store, first).trace.graph.claim.id == first
