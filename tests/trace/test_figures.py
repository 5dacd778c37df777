import pytest

from ondit.model.article import Article
from ondit.model.claim import Claim, Mention, Quantity
from ondit.model.reading import Reading, Resolved
from ondit.model.span import Span
from ondit.trace import trace_claim

TEXT = "Norvik wants the mill. It may cost 40 crowns. Nobody said so. It is old. Tea costs 40 crowns."


def mention(article_id, sentence, value=None):
    span = Span(0, len(TEXT))
    counted = (Quantity(value=value, unit="crowns", span=span),) if value else ()
    return Mention(
        id=f"{article_id}-{sentence}",
        article_id=article_id,
        spans=(span,),
        text=f"sentence {sentence}",
        sentence=sentence,
        quantities=counted,
    )


def values(own, further):
    """Return the figures of the first of two carriers that make the claim in their first sentence; `own` is
    the claim's figure, `further` is what later sentences count."""
    readings = {}
    for article_id in ("a1", "a2"):
        mentions = [
            mention(article_id, 0, own),
            *(mention(article_id, at, value) for at, value in further.items()),
        ]
        article = Article(id=article_id, text=TEXT, outlet=f"Outlet {article_id}", language="en")
        readings[article_id] = Reading(article=article, resolved=Resolved(), mentions=tuple(mentions))
    firsts = tuple(reading.mentions[0] for reading in readings.values())
    claim = Claim(id="clm_1", text="sentence 0", mentions=firsts)
    return [one.value for one in trace_claim(claim, readings, ()).carriers[0].quantities]


@pytest.mark.parametrize(
    ("own", "further", "expected"),
    [
        pytest.param(None, {1: 40}, [40], id="a claim that counts nothing goes on in the next sentence"),
        pytest.param(None, {4: 40}, [], id="what stands further down is another thing"),
        pytest.param(250, {1: 40}, [250], id="a claim that counts has its figure"),
    ],
)
def test_where_the_figures_of_a_claim_stand(own, further, expected):
    assert values(own, further) == expected
