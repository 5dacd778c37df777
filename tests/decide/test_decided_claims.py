"""Claims that an analyst joined or parted."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ondit.decide import check, obey_in_linking
from ondit.errors import DecisionError
from ondit.model.claim import Claim, Linking, MainClaim, MainStance, Mention, Story
from ondit.model.decision import Decision, DecisionKind
from ondit.model.span import Span


def mention(name: str, terms: str = "") -> Mention:
    """Return a mention of the article that its name begins with: "a1" is one of article a."""
    return Mention(
        id=name,
        article_id=name[0],
        spans=(Span(0, 5),),
        text=terms or name,
        sentence=0,
        terms=tuple(terms.split()),
    )


GATES = (
    mention("a1", "gates stood open"),
    mention("b1", "gates open night"),
    mention("c1", "bridge closed"),
    mention("d1", "bridge closed monday"),
)
LINKING = Linking(
    claims=(
        Claim(id="clm_gates", text="gates stood open", mentions=GATES, story="sty_1"),
        Claim(id="clm_rain", text="a2", mentions=(mention("a2"), mention("e1")), story="sty_1"),
    ),
    stories=(Story(id="sty_1", title="", articles=tuple("abcde"), claims=("clm_gates", "clm_rain")),),
    mains=tuple(
        MainClaim(article_id=one, claim_id="clm_gates", stance=MainStance.FOR, story_id="sty_1")
        for one in "abcde"
    ),
)


def decide(kind: str, one: str, other: str) -> Decision:
    return Decision(kind=DecisionKind(kind), one=one, other=other, reason="read it", who="Ada", when="")


def members(linking: Linking) -> dict[str, list[str]]:
    return {claim.id: [mention.id for mention in claim.mentions] for claim in linking.claims}


def test_a_parted_claim_falls_to_the_mentions_that_share_more_words():
    parted = obey_in_linking(LINKING, [decide("different-claim", "a1", "c1")])
    (new,) = members(parted).keys() - members(LINKING).keys()
    assert members(parted) == {"clm_gates": ["a1", "b1"], new: ["c1", "d1"], "clm_rain": ["a2", "e1"]}
    assert {main.article_id: main.claim_id for main in parted.mains} == {
        "a": "clm_gates", "b": "clm_gates", "c": new, "d": new, "e": "clm_gates",
    }  # fmt: skip
    assert sorted(parted.stories[0].claims) == sorted(members(parted))


def test_a_joined_claim_keeps_the_id_of_the_one_named_first():
    joined = obey_in_linking(LINKING, [decide("same-claim", "e1", "a1")])
    assert members(joined) == {"clm_rain": ["a2", "e1", "a1", "b1", "c1", "d1"]}
    assert joined.claims[0].text == "a2"
    assert {main.claim_id for main in joined.mains} == {"clm_rain"}
    assert joined.stories[0].claims == ("clm_rain",)


def test_a_mention_moves_from_one_claim_to_another():
    moved = obey_in_linking(
        LINKING, [decide("different-claim", "a1", "d1"), decide("same-claim", "a2", "d1")]
    )
    assert members(moved)["clm_gates"] == ["a1", "b1"]
    assert members(moved)["clm_rain"] == ["a2", "e1", "c1", "d1"]


@pytest.mark.parametrize(
    "decisions",
    [
        pytest.param([], id="nothing decided"),
        pytest.param([decide("same-claim", "a1", "gone")], id="a mention that is gone"),
        pytest.param([decide("same-claim", "a1", "b1")], id="one claim already"),
        pytest.param([decide("different-claim", "a1", "e1")], id="two claims already"),
    ],
)
def test_what_is_so_already_or_cannot_be_changes_nothing(decisions):
    assert obey_in_linking(LINKING, decisions) is LINKING


def test_what_joining_brings_together_against_a_decision_is_parted_again():
    decisions = [decide("same-claim", "a1", "a2"), decide("different-claim", "a1", "e1")]
    found = members(obey_in_linking(LINKING, decisions))
    assert sorted(found["clm_gates"]) == ["a1", "a2", "b1", "c1", "d1"]
    assert ["e1"] in found.values()


def test_what_is_the_same_stays_together_when_a_claim_is_parted():
    decisions = [decide("same-claim", "a1", "d1"), decide("different-claim", "a1", "c1")]
    assert members(obey_in_linking(LINKING, decisions))["clm_gates"] == ["a1", "b1", "d1"]


NAMES = [f"{article}{place}" for article in "abcd" for place in range(3)]


@st.composite
def decided(draw):
    """Return a linking of twelve mentions, and decisions that do not contradict each other."""
    homes = draw(st.lists(st.integers(0, 3), min_size=len(NAMES), max_size=len(NAMES)))
    words = st.sampled_from(["gates open", "bridge closed", "gates closed", "rain"])
    made = [mention(name, draw(words)) for name in NAMES]
    claims = tuple(
        Claim(
            id=f"clm_{home}",
            text="",
            mentions=tuple(m for m, h in zip(made, homes, strict=True) if h == home),
        )
        for home in sorted(set(homes))
    )
    decisions: list[Decision] = []
    for _ in range(draw(st.integers(1, 8))):
        pair = draw(st.lists(st.sampled_from(NAMES), min_size=2, max_size=2, unique=True))
        one = decide(draw(st.sampled_from(["same-claim", "different-claim"])), *pair)
        with suppress(DecisionError):
            check(one, decisions)
            decisions.append(one)
    return Linking(claims=claims), decisions


@given(decided())
def test_all_decisions_are_obeyed_and_no_mention_is_lost(case):
    linking, decisions = case
    found = members(obey_in_linking(linking, decisions))
    home = {name: claim for claim, names in found.items() for name in names}
    assert sorted(name for names in found.values() for name in names) == NAMES
    for one in decisions:
        assert (home[one.one] == home[one.other]) is (one.kind is DecisionKind.SAME_CLAIM)


def test_new_mentions_fall_to_the_side_that_was_decided():
    grown = Linking(
        claims=(
            Claim(id="clm_gates", text="", mentions=(*GATES, mention("f1", "bridge closed friday"))),
            LINKING.claims[1],
        )
    )
    parted = obey_in_linking(grown, [decide("different-claim", "a1", "c1")])
    assert ["c1", "d1", "f1"] in members(parted).values()
