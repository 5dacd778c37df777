import pytest

from ondit.model.attribution import Certainty, Distance, Polarity


def outermost(heard):
    return next(one for one in heard.attributed.attributions if one.parent is None)


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        pytest.param("The ministry said the dam had burst.", Polarity.POSITIVE, id="said"),
        pytest.param("The ministry denied that the dam had burst.", Polarity.NEGATIVE, id="denied"),
        pytest.param("The ministry said the dam would not burst.", Polarity.NEGATIVE, id="said it will not"),
        pytest.param("The ministry denied that the dam had failed.", Polarity.NEGATIVE, id="a thing fails"),
        pytest.param("The dam failed, an engineer said.", Polarity.POSITIVE, id="failing is an event"),
        pytest.param("The search has failed, the navy said.", Polarity.NEGATIVE, id="an endeavour fails"),
        pytest.param("The firm failed to pay, a clerk said.", Polarity.NEGATIVE, id="failed to"),
        pytest.param(
            "The ministry denied that the talks had failed.", Polarity.POSITIVE, id="denied the failing"
        ),
        pytest.param("The minister called the report nonsense.", Polarity.NEGATIVE, id="verdict"),
        pytest.param("The minister said the report was false.", Polarity.NEGATIVE, id="said to be false"),
        pytest.param("Holt said the letter was a forgery.", Polarity.NEGATIVE, id="said to be forged"),
        pytest.param("Holt said the claim was without foundation.", Polarity.NEGATIVE, id="no foundation"),
        pytest.param("Holt said the inquiry was without a chair.", Polarity.POSITIVE, id="without a thing"),
        pytest.param(
            "Holt reported no proof that the dam had burst.", Polarity.NEGATIVE, id="reported no proof"
        ),
        pytest.param("Holt shot down talk of a sale.", Polarity.NEGATIVE, id="shot down"),
        pytest.param("Holt contested that the dam had burst.", Polarity.NEGATIVE, id="contested"),
        pytest.param("The minister rejected the claim.", Polarity.NEGATIVE, id="rejected a claim"),
        pytest.param("Holt does not think that the dam will burst.", Polarity.NEGATIVE, id="does not think"),
        pytest.param("Holt said that no talks were held.", Polarity.NEGATIVE, id="no talks"),
        pytest.param("Holt said she would rest, not resign.", Polarity.POSITIVE, id="a contrast"),
        pytest.param("Holt said she could no longer wait.", Polarity.NEGATIVE, id="no longer"),
        pytest.param("Holt warned against opening the dam.", Polarity.NEGATIVE, id="warned against"),
        pytest.param("The firm played down talk of a sale.", Polarity.NEGATIVE, id="played down"),
        pytest.param(
            "Holt pushed back against claims that the dam had burst.", Polarity.NEGATIVE, id="pushed back"
        ),
        pytest.param("Holt dismissed the report as nonsense.", Polarity.NEGATIVE, id="denied once"),
        pytest.param("Nobody believes that the dam will burst.", Polarity.NEGATIVE, id="nobody believes"),
        pytest.param("Holt denied that the dam had been neglected.", Polarity.NEGATIVE, id="a passive"),
        pytest.param(
            "“We can confirm that we are not in talks,” Holt said.", Polarity.NEGATIVE, id="first person"
        ),
        pytest.param("Holt laughed off talk of a sale.", Polarity.NEGATIVE, id="laughed off"),
        pytest.param("Holt tried to cool talk of a sale.", Polarity.NEGATIVE, id="cooled the talk"),
        pytest.param(
            "“Nobody has left; the gate was shut,” Holt said.",
            Polarity.NEGATIVE,
            id="the first of two clauses",
        ),
        pytest.param(
            "“We have not parted. We are having dinner,” Holt said.",
            Polarity.NEGATIVE,
            id="the first sentence",
        ),
        pytest.param(
            "“It is over. We are not going back,” Holt said.", Polarity.POSITIVE, id="not the second sentence"
        ),
    ],
)
def test_polarity_is_that_of_the_main_event_in_the_sources_eyes(hear, text, polarity):
    assert outermost(hear(text)).polarity is polarity


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        pytest.param("Holt said the dam had burst.", Certainty.CERTAIN, id="said"),
        pytest.param("Holt expects that the dam will burst.", Certainty.PROBABLE, id="expects"),
        pytest.param("Holt said the dam had probably burst.", Certainty.PROBABLE, id="probably"),
        pytest.param("Holt said the dam might burst.", Certainty.POSSIBLE, id="might"),
        pytest.param("The letter suggests that the dam burst.", Certainty.POSSIBLE, id="suggests"),
        pytest.param("Holt cannot rule out that the dam will burst.", Certainty.POSSIBLE, id="rule out"),
        pytest.param("Holt asked whether the dam had burst.", Certainty.UNSTATED, id="asked whether"),
        pytest.param("Holt refused to say whether the dam had burst.", Certainty.UNSTATED, id="will not say"),
        pytest.param("Holt stopped short of blaming the firm.", Certainty.UNSTATED, id="stopped short"),
        pytest.param("Holt refrained from saying that it burst.", Certainty.UNSTATED, id="refrained"),
        pytest.param("Holt did not confirm that the dam had burst.", Certainty.UNSTATED, id="not confirmed"),
        pytest.param("Holt called on the firm to mend the dam.", Certainty.UNSTATED, id="a demand"),
        pytest.param("Holt called for the firm to mend the dam.", Certainty.UNSTATED, id="called for"),
        pytest.param("“Mend the dam,” Holt said.", Certainty.UNSTATED, id="an order"),
        pytest.param("It is unclear whether the dam had burst.", Certainty.UNSTATED, id="it is unclear"),
        pytest.param(
            "Holt neither confirmed nor denied that the dam had burst.", Certainty.UNSTATED, id="neither nor"
        ),
        pytest.param("Nobody has said that the dam had burst.", Certainty.UNSTATED, id="nobody has said"),
        pytest.param("Holt fears that the dam might burst.", Certainty.POSSIBLE, id="the weaker one wins"),
    ],
)
def test_certainty_is_the_sources(hear, text, certainty):
    assert outermost(hear(text)).certainty is certainty


@pytest.mark.parametrize(
    ("text", "distance"),
    [
        pytest.param("Holt said the dam had burst.", Distance.NONE, id="said"),
        pytest.param("Holt insisted that the dam was safe.", Distance.NONE, id="insisted"),
        pytest.param("Holt claims that the dam is safe.", Distance.DOUBTING, id="claims"),
        pytest.param("The dam allegedly burst.", Distance.DOUBTING, id="allegedly"),
        pytest.param("The dam reportedly burst.", Distance.REPORTED, id="reportedly"),
        pytest.param("The dam is said to have burst.", Distance.REPORTED, id="is said to"),
        pytest.param("The dam is understood to be unsafe.", Distance.REPORTED, id="is understood to"),
        pytest.param("There were reports of a burst dam.", Distance.REPORTED, id="reports of"),
        pytest.param("The burst was reported by the Harbour Gazette.", Distance.NONE, id="reported by X"),
        pytest.param("It is confirmed that the dam burst.", Distance.NONE, id="is confirmed"),
        pytest.param("Holt reportedly said that the dam had burst.", Distance.REPORTED, id="reportedly said"),
    ],
)
def test_distance_is_the_writers(hear, text, distance):
    assert outermost(hear(text)).distance is distance
