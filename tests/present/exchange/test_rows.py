import json

import msgspec

from ondit.model.article import Article
from ondit.model.claim import Claim, Copy, Linking, MainClaim, MainStance, Mention, Passage, Story
from ondit.model.reading import Reading, Resolved
from ondit.model.source import Source, SourceKind
from ondit.model.span import Span
from ondit.present.exchange.rows import article_rows, claim_rows, copy_rows, source_rows, story_rows
from ondit.present.forms import export_lines
from present.builder import dam, reading


def read(name: str, *sources: Source) -> Reading:
    article = Article(id=name, text="The Courier and the wire.", outlet=name.upper())
    return Reading(article=article, resolved=Resolved(sources=sources))


def mention(article: str) -> Mention:
    return Mention(id=f"m_{article}", article_id=article, spans=(Span(0, 3),), text="The", sentence=0)


READINGS = [read("a1"), read("a2"), read("a3")]
ARTICLES = [one.article for one in READINGS]
LINKING = Linking(
    claims=(
        Claim(id="clm_few", text="Few say it.", mentions=(mention("a3"),)),
        Claim(id="clm_many", text="Many say it.", mentions=(mention("a1"), mention("a2"))),
    ),
    stories=(
        Story(id="sto_small", title="Small", articles=("a3",), claims=("clm_few",)),
        Story(id="sto_big", title="Big", articles=("a1", "a2"), claims=("clm_many",)),
    ),
    copies=(
        Copy(later="a2", earlier="a1", credited=False, passages=(Passage(Span(0, 3), Span(0, 3)),)),
        Copy(later="a9", earlier="a1", credited=False, passages=()),
    ),
    mains=(MainClaim(article_id="a1", claim_id="clm_many", stance=MainStance.FOR, story_id="sto_big"),),
)


def test_claims_with_many_carriers_come_first():
    assert [row.claim.id for row in claim_rows(ARTICLES, LINKING)] == ["clm_many", "clm_few"]


def test_a_traced_claim_shows_its_range():
    trace, articles = dam()
    readings = [Reading(article=article, resolved=Resolved()) for article in articles]
    row = claim_rows([one.article for one in readings], Linking(claims=(trace.graph.claim,)), [trace])[0]
    assert row.origins == trace.independent_origins


def test_articles_know_their_claims_and_their_main_claim():
    rows = article_rows(ARTICLES, LINKING, {})
    assert [(row.article.id, row.claims) for row in rows] == [
        ("a1", ("clm_many",)),
        ("a2", ("clm_many",)),
        ("a3", ("clm_few",)),
    ]
    assert [row.main.claim_id if row.main else None for row in rows] == ["clm_many", None, None]


def test_stories_with_many_articles_come_first():
    assert [row.story.title for row in story_rows(ARTICLES, LINKING)] == ["Big", "Small"]


def test_a_copy_needs_both_its_articles():
    assert [row.copy.later for row in copy_rows(ARTICLES, LINKING)] == ["a2"]


def test_a_source_named_in_two_articles_is_one_row_with_its_other_wordings():
    here = Source(id="s1", name="Halden Courier", kind=SourceKind.OUTLET, mentions=(Span(0, 11),))
    there = msgspec.structs.replace(here, name="Courier")
    row = source_rows([read("a1", here), read("a2", there)])[0]
    assert (row.source.name, row.aliases) == ("Halden Courier", ("The Courier", "Courier"))
    assert [place.article.id for place in row.places] == ["a1", "a2"]


def test_an_export_is_one_line_a_row_of_every_kind():
    rows = [
        *article_rows(ARTICLES, LINKING, {}),
        *claim_rows(ARTICLES, LINKING),
        *story_rows(ARTICLES, LINKING),
        *copy_rows(ARTICLES, LINKING),
        *source_rows([reading()]),
    ]
    schemas = [json.loads(line)["schema"] for line in export_lines(rows)]
    assert schemas == [
        *["ondit.article/1"] * 3,
        *["ondit.claim/1"] * 2,
        *["ondit.story/1"] * 2,
        "ondit.copy/1",
        *["ondit.source/1"] * 2,
    ]
