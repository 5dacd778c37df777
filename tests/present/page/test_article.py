import pytest
from msgspec.structs import replace

from ondit.model.claim import Mention
from ondit.model.listing import CarriedClaim
from ondit.model.span import Part, Span
from ondit.present.page.article import article_page, direction
from ondit.present.page.spots import read_spot, spot
from present.builder import reading


def stretches(page):
    return [one for line in page.body for one in line]


def test_the_stretches_are_the_text_and_each_says_where_it_starts():
    read = reading()
    page = article_page(read)
    text = read.article.text
    assert "\n".join("".join(one.text for one in line) for line in page.body) == text
    for one in stretches(page):
        assert text[one.start : one.start + one.length] == one.text


def test_a_stretch_names_all_attributions_that_cover_it_innermost_last():
    covers = {one.text: (one.covers, one.style) for one in stretches(article_page(reading())) if one.covers}
    assert covers["The dam is cracked"] == ((1, 2), "unnamed")
    assert covers["We saw it"] == covers["on Monday."] == ((3,), "unnamed")
    assert covers["the village might be moved"] == ((4,), "nobody")


def test_a_content_in_pieces_opens_once_and_resumes():
    opened = {one.text: (one.opens, one.resumes) for one in stretches(article_page(reading())) if one.covers}
    assert opened["We saw it"] == ((3,), ())
    assert opened["on Monday."] == ((), (3,))


def test_a_chip_gives_the_chain_and_one_content_has_one_chip():
    cards = article_page(reading()).cards
    assert [card.links for card in cards][:2] == [
        ("North Daily", "Halden Courier (“the Courier”)"),
        ("North Daily", "Halden Courier (“the Courier”)", "“an engineer at the site”"),
    ]
    assert [card.has_chip for card in cards] == [False, True, True, True]


def test_a_card_tells_source_cue_content_and_how_it_is_held():
    card = article_page(reading()).cards[3]
    assert (card.source, card.cue, card.content) == (
        "nobody named",
        "Reportedly",
        "the village might be moved",
    )
    assert card.factuality == "possible, reported"


def test_the_claim_of_an_attribution_is_linked_where_others_carry_it_too():
    mention = Mention(
        id="m1", article_id="a7", spans=(Span(0, 18),), text="", attribution_id="att_2", sentence=0
    )
    claims = [CarriedClaim(id=f"clm_{n}", text="", mentions=(mention,), carriers=n) for n in (1, 3)]
    assert [one.id for one in article_page(reading(), claims).cards[1].elsewhere] == ["clm_3"]


def test_a_claim_in_the_own_voice_begins_a_stretch():
    mention = Mention(id="m1", article_id="a7", spans=(Span(4, 7),), text="dam", sentence=0)
    page = article_page(reading(), [CarriedClaim(id="clm_1", text="", mentions=(mention,), carriers=2)])
    assert page.own[("body", 4)].id == "clm_1"
    assert any(one.start == 4 and one.text == "dam" for one in stretches(page))


def test_the_words_that_a_reader_came_for_are_marked():
    page = article_page(reading(), at=Span(4, 7))
    assert [one.text for one in stretches(page) if "at" in one.roles] == ["dam"]


@pytest.mark.parametrize("at", [Span(5, 5), Span(9, 3), Span(0, 10**6)], ids=["empty", "turned", "outside"])
def test_a_place_that_is_not_there_is_not_marked(at):
    assert article_page(reading(), at=at).at is None


def test_what_cannot_be_seen_is_a_stretch_of_its_own_with_its_length():
    read = reading()
    text = "a\u202eb" + read.article.text
    page = article_page(replace(read, article=replace(read.article, text=text)))
    first, hidden, *_ = stretches(page)
    assert (first.text, hidden.text, hidden.start, hidden.length) == ("a", "[U+202E]", 1, 1)
    assert "stand-in" in hidden.classes


@pytest.mark.parametrize(
    ("language", "way"), [("ar", "rtl"), ("fa-IR", "rtl"), ("en", "ltr"), (None, "auto"), ("x-%", "auto")]
)
def test_a_language_is_written_in_its_direction(language, way):
    assert direction(language) == way


@pytest.mark.parametrize("span", [Span(0, 4), Span(3, 9, Part.TITLE)])
def test_a_place_is_read_as_it_was_written(span):
    assert read_spot(spot(span)) == span


@pytest.mark.parametrize("said", ["", "12", "-1-2", "title:", "1-2 3-4", "٣-٤", "1" * 12 + "-2"])
def test_what_is_no_place_is_none(said):
    assert read_spot(said) is None
