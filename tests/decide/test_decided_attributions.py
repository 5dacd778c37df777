"""Rejected and edited attributions, in a reading and in the claims that it carries."""

from msgspec.structs import replace

from ondit.decide import obey_in_linking, obey_in_reading
from ondit.model.article import Article
from ondit.model.attribution import Attribution, Distance, Manner, Polarity
from ondit.model.claim import Claim, Linking, Mention, Voice
from ondit.model.decision import Decision, DecisionKind, Edit
from ondit.model.reading import Reading, Resolved
from ondit.model.span import Span

TEXT = "The mayor said that the guard had claimed that the gates stood open."
PLACES = {"mayor": (Span(15, 67), None), "guard": (Span(42, 67), "mayor")}


def attribution(name: str) -> Attribution:
    span, parent = PLACES[name]
    return Attribution(
        id=name, article_id="a", content=(span,), manner=Manner.INDIRECT, parent=parent, made_by="test/1"
    )


def mention(name: str) -> Mention:
    span, _ = PLACES[name]
    return Mention(
        id=f"men_{name}",
        article_id="a",
        spans=(span,),
        text=span.cut(TEXT),
        attribution_id=name,
        sentence=0,
        voice=Voice.ATTRIBUTED,
    )


READING = Reading(
    article=Article(id="a", text=TEXT),
    resolved=Resolved(attributions=tuple(map(attribution, PLACES))),
    mentions=tuple(map(mention, PLACES)),
)


def decide(kind: str, one: str, **edit: object) -> Decision:
    return Decision(
        kind=DecisionKind(kind),
        one=one,
        edit=Edit(**edit) if edit else None,
        reason="heard it",
        who="Ada",
        when="",
    )


def test_what_a_rejected_attribution_held_hangs_on_its_parent():
    outer = obey_in_reading(READING, [decide("reject", "mayor")])
    assert [(one.id, one.parent) for one in outer.resolved.attributions] == [("guard", None)]


def test_what_a_rejected_attribution_said_alone_the_outlet_says_itself():
    alone = replace(
        READING,
        resolved=Resolved(attributions=READING.resolved.attributions[:1]),
        mentions=READING.mentions[:1],
    )
    (said,) = obey_in_reading(alone, [decide("reject", "mayor")]).mentions
    assert (said.id, said.attribution_id, said.voice) == ("men_mayor", None, Voice.ASSERTED)


def test_what_another_attribution_says_as_well_stays_its_own():
    (said,) = obey_in_reading(READING, [decide("reject", "guard")]).mentions
    assert said.attribution_id == "mayor"


def test_an_edit_changes_what_it_names_and_the_mention_with_it():
    edited = obey_in_reading(
        READING, [decide("edit", "guard", polarity=Polarity.NEGATIVE, source_id="src_x")]
    )
    guard = edited.resolved.attributions[1]
    assert (guard.polarity, guard.source_id, guard.certainty) == (Polarity.NEGATIVE, "src_x", "certain")
    assert guard.source_why == "Ada decided: heard it"
    assert [one.voice for one in edited.mentions] == [Voice.ATTRIBUTED, Voice.DENIED]
    doubted = obey_in_reading(READING, [decide("edit", "guard", distance=Distance.DOUBTING)])
    assert doubted.mentions[1].voice is Voice.HEDGED


def test_claims_lose_and_change_their_mentions_with_the_reading():
    both = Claim(id="clm_1", text="", mentions=READING.mentions)
    inner = Claim(id="clm_2", text="", mentions=READING.mentions[1:])

    def decided(*decisions: Decision) -> dict[str, Claim]:
        linking = obey_in_linking(Linking(claims=(both, inner)), decisions)
        return {claim.id: claim for claim in linking.claims}

    denied = decided(decide("edit", "guard", polarity=Polarity.NEGATIVE))
    assert (denied["clm_2"].deniers, denied["clm_2"].supporters) == ({"a"}, frozenset())
    rejected = decided(decide("reject", "guard"))
    assert [one.attribution_id for one in rejected["clm_1"].mentions] == ["mayor"]
    assert "clm_2" not in rejected, "the mayor's words are in another claim, and hold the guard's"


def test_what_is_accepted_or_gone_changes_nothing():
    assert obey_in_reading(READING, [decide("accept", "guard"), decide("reject", "att_gone")]) is READING
