import pytest
from msgspec.structs import replace

from ondit.model.decision import Decision, DecisionKind
from ondit.model.listing import CountedClaim
from ondit.present.page.deciding import attribution_form, claim_form, log_rows, undo_form
from present.builder import dam, reading

DECIDED = Decision(
    kind=DecisionKind.REJECT, one="att_1", reason="misread", who="Ada Berg", when="2031-05-06T10:00:00Z"
)


def test_sources_are_chosen_from_those_of_the_claim_origins_first():
    form = claim_form(DecisionKind.SAME_SOURCE, dam()[0], [])
    labels = [one.label for one in form.ones]
    assert form.ones == form.others and len(labels) == 12
    assert labels[0] == "“an engineer at the site”, unnamed, origin"
    assert "Fjord Wire, article" in labels


def test_only_nameless_sources_can_be_named():
    form = claim_form(DecisionKind.BIND, dam()[0], [])
    assert [one.label for one in form.ones] == [
        "“an engineer at the site”, unnamed, origin",
        "“an engineer”, unnamed",
    ]
    assert form.asks_name and not form.others


def test_a_claim_is_split_between_two_of_its_mentions():
    form = claim_form(DecisionKind.DIFFERENT_CLAIM, dam()[0], [])
    assert form.ones[2].label == "North Daily: A crack of more than 60 metres threatens the Halden dam."


def test_a_claim_is_merged_with_another_of_its_story_or_one_by_its_id():
    beside = [CountedClaim(id=one, text=f"{one} text", carriers=2) for one in ("clm_1", "clm_2")]
    form = claim_form(DecisionKind.SAME_CLAIM, dam()[0], beside)
    assert (form.one, [one.id for one in form.others], form.asks_id) == ("clm_1", ["clm_2"], True)


def test_an_attribution_is_edited_from_what_it_is_now():
    form = attribution_form(DecisionKind.EDIT, reading(), "att_3")
    assert form.about == "North Daily ‹ “an engineer at the site” (“the engineer”): We saw it … on Monday."
    assert form.back == "/articles/a7#a3"
    assert (form.edit.content, form.edit.cue) == ("We saw it … on Monday.", "said")
    assert form.edit.places["source"] == "84-96"


def test_an_attribution_that_is_not_there_has_no_form():
    assert attribution_form(DecisionKind.REJECT, reading(), "att_9") is None


def test_the_form_to_undo_says_what_was_decided():
    assert undo_form(DECIDED).about == "reject, decided by Ada Berg, 6 May 2031, 10:00 UTC: misread"


@pytest.mark.parametrize("undone", [{}, {DECIDED.id: "dec_2"}], ids=["in force", "taken back"])
def test_the_log_tells_the_last_first_and_how_it_stands(undone):
    later = replace(DECIDED, one="src_1", kind=DecisionKind.ORIGIN)
    rows = log_rows([DECIDED, later], undone, {"att_1": ("clm_7", "The dam is cracked.")})
    assert [row.kind for row in rows] == ["origin", "reject"]
    assert rows[1].about == (("The dam is cracked.", "/claims/clm_7"),)
    assert rows[0].about == (("src_1", ""),)
    assert rows[1].is_undone is bool(undone)
