"""Counting how marked mentions are grouped."""

import pytest

from eval.marks.claim_marks import ClaimMark, ClaimStory, Neighbourhood, Neighbours
from eval.score.grouping import Found, count_claims, find_marked
from eval.score.tally import Figure, figures
from ondit.model.article import Article
from ondit.model.attribution import Polarity
from ondit.model.claim import Claim, Linking, Mention, Quantity, Voice
from ondit.model.reading import Reading, Resolved
from ondit.model.span import Span

STORY = ClaimStory(
    id="rain",
    glosses={"rain.A": "It rained", "rain.B": "The rain stopped the match"},
    neighbours=(Neighbours(Neighbourhood.REVERSAL, "rain.B", "rain.A"),),
    articles=(),
    marks=(),
    mains={"rain.1": "rain.A"},
)


def found(letter: str, group: str, article: str = "rain.1", **mark: object) -> Found:
    supports = bool(mark.pop("supports", True))
    language = str(mark.pop("language", "en"))
    made = ClaimMark(
        claim=f"rain.{letter}",
        article_id=article,
        span=Span(0, 4),
        text="Rain",
        **{"voice": Voice.ASSERTED, **mark},
    )
    return Found(mark=made, language=language, group=group, supports=supports)


def score(*marks: Found, mains: dict[str, str] | None = None) -> dict[str, Figure]:
    return {one.name: one for one in figures(count_claims([STORY], marks, mains or {}))}


def test_b_cubed_is_taken_mention_by_mention():
    figure = score(found("A", "x"), found("A", "x"), found("A", "y"), found("B", "y"))["claims, B-cubed"]
    assert figure.precision == pytest.approx(100 * (1 + 1 + 0.5 + 0.5) / 4)
    assert figure.recall == pytest.approx(100 * (2 / 3 + 2 / 3 + 1 / 3 + 1) / 4)


def test_within_a_language_a_translation_is_not_missed():
    figures = score(found("A", "x"), found("A", "x"), found("A", "y", language="fr"))
    assert figures["claims within a language, B-cubed"].value == 100
    assert figures["claims, B-cubed"].value < 100
    assert figures["joined, other language"].value == 0


@pytest.mark.parametrize(
    ("denial", "joined", "told"),
    [
        pytest.param(("x", False), 100, 100, id="joined as a denial"),
        pytest.param(("x", True), 100, 0, id="merged as support"),
        pytest.param(("y", True), 0, 100, id="kept apart"),
    ],
)
def test_a_denial_may_be_joined_but_not_as_support(denial, joined, told):
    group, supports = denial
    figures = score(found("A", "x"), found("A", group, voice=Voice.DENIED, supports=supports))
    assert figures["joined, denial"].value == joined
    assert figures["denial not merged as support"].value == told


def test_another_number_is_the_same_claim_and_reversed_roles_are_another():
    figures = score(found("A", "x", values=(40.0,)), found("A", "x", values=(41.0,)), found("B", "x"))
    assert figures["joined, other number"].value == 100
    assert (figures["kept apart, roles reversed"].value, figures["kept apart, roles reversed"].marked) == (
        0,
        2,
    )


def test_the_main_claim_is_known_by_the_marks_that_it_holds():
    marks = (found("A", "x"), found("A", "x"), found("B", "x"), found("B", "y"))
    assert score(*marks, mains={"rain.1": "x"})["main claim"].value == 100
    assert score(*marks, mains={"rain.1": "y"})["main claim"].value == 0
    assert score(*marks)["main claim"].value == 0


def test_a_mark_is_the_mention_that_shares_most_words_with_it():
    article = Article(id="rain.1", text="Forty days of rain fell, he said. It stopped.", language="en")
    quantity = Quantity(value=40, unit="days", span=Span(0, 10))
    mention = Mention(
        id="m",
        article_id="rain.1",
        spans=(Span(0, 23),),
        text="Forty days of rain fell",
        sentence=0,
        quantities=(quantity,),
        polarity=Polarity.NEGATIVE,
    )
    marks = tuple(
        ClaimMark(
            claim="rain.A", article_id="rain.1", span=span, text=article.cut(span), voice=Voice.ASSERTED
        )
        for span in (Span(0, 23), Span(34, 44))
    )
    story = ClaimStory(
        id="rain", glosses={}, neighbours=(), articles=(article,), marks=marks, mains={"rain.1": "rain.A"}
    )
    reading = Reading(article=article, resolved=Resolved(), mentions=(mention,))
    linking = Linking(claims=(Claim(id="clm_1", text="", mentions=(mention,)),))
    there, missing = find_marked([story], [reading], linking)
    assert (there.mention, there.group, there.values, there.supports) == (mention, "clm_1", (40,), False)
    assert missing.mention is None and missing.group not in ("", there.group)
