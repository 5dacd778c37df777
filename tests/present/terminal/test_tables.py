import textwrap

from ondit.model.article import Article
from ondit.model.claim import Claim, Mention, Story
from ondit.model.listing import ListedArticle, ListedClaim, ListedStory
from ondit.model.provenance import IndependentOrigins
from ondit.model.span import Span
from ondit.present.forms import ARTICLE_FORMS, CLAIM_FORMS, STORY_FORMS
from ondit.present.terminal.screen import Screen

NARROW = Screen(width=80)
DAM = Article(
    id="a1", title="Dam\ncracked", text="Cracked.", outlet="North Daily", published="2031-05-03T10:00Z"
)


def dedented(text: str) -> str:
    return textwrap.dedent(text).lstrip("\n")


def claim(name: str, text: str, carriers: int) -> Claim:
    mentions = (
        Mention(id=f"m{number}", article_id=f"a{number}", spans=(Span(0, 1),), text="T", sentence=0)
        for number in range(carriers)
    )
    return Claim(id=name, text=text, mentions=tuple(mentions))


def test_claims_are_a_table_of_text_carriers_and_range():
    rows = [
        ListedClaim(
            claim=claim("clm_1", "The Halden dam has a crack that is forty metres long", 12),
            articles=(),
            origins=IndependentOrigins(at_least=1, at_most=3, unresolved_ends=0),
        ),
        ListedClaim(claim=claim("clm_2", "The village is moved", 1), articles=()),
    ]
    assert CLAIM_FORMS["text"](rows, NARROW) == dedented("""
        Claim                                     Carriers  Independent origins    Id
        The Halden dam has a crack that is forty        12  at least 1, at most 3  clm_1
        metres long
        The village is moved                             1  not traced             clm_2
        """)


def test_articles_are_a_table_with_titles_on_one_line():
    rows = [ListedArticle(article=DAM, claims=("clm_1", "clm_2"))]
    assert ARTICLE_FORMS["text"](rows, NARROW) == dedented("""
        Published   Outlet       Title        Language  Claims  Id
        3 May 2031  North Daily  Dam cracked                 2  a1
        """)


def test_stories_are_a_table_with_their_outlets_counted():
    story = Story(id="sto_1", title="Dam cracked", articles=("a1", "a2"), claims=("clm_1",))
    assert STORY_FORMS["text"]([ListedStory(story=story, articles=(DAM, DAM))], NARROW) == dedented("""
        Story        Articles  Outlets  Claims  Id
        Dam cracked         2        1       1  sto_1
        """)


def test_an_empty_listing_says_so_in_text_and_is_empty_in_lines():
    assert CLAIM_FORMS["text"]([], NARROW) == "No claims.\n"
    assert CLAIM_FORMS["jsonl"]([], NARROW) == ""
