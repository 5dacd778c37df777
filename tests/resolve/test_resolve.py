"""Who is meant by a source, as the text calls it."""

import pytest
from tests.resolve.reading import names, resolved, sources

from ondit.annotate import annotate
from ondit.attribute import attribute
from ondit.model.article import Article
from ondit.model.attribution import Attributed, Refusal
from ondit.model.source import SourceKind
from ondit.model.span import Span
from ondit.resolve import resolve


@pytest.mark.parametrize(
    ("marked", "outlet"),
    [
        pytest.param("It rained, ⟦Russia's RIA⟧ said.", "ria-novosti", id="a country before a short name"),
        pytest.param(
            "It rained, ⟦the Syrian newspaper Al-Watan⟧ said.", "al-watan-sy", id="noun and country"
        ),
        pytest.param(
            "It rained, ⟦the Qatari daily Al Watan⟧ said.", "al-watan-qa", id="one name, other country"
        ),
        pytest.param("It rained, ⟦the AP news agency⟧ said.", "ap", id="nouns behind the name"),
        pytest.param("It rained, ⟦Turkish outlet Aydinlik⟧ said.", "aydinlik", id="spelled without dots"),
        pytest.param(
            "It rained, ⟦a BBC correspondent⟧ reported.", "bbc", id="an unnamed reporter is the outlet"
        ),
        pytest.param("⟦What was reported by Reuters⟧ is new.", "reuters", id="what X reported"),
        pytest.param("It rained, ⟦the Turkish daily, Hurriyet,⟧ wrote.", "hurriyet", id="apposition"),
        pytest.param(
            "The Los Angeles Times was first. ⟦The Times⟧ said so.", "la-times", id="named in full before"
        ),
        pytest.param("It rained in Lagos, ⟦The Guardian⟧ said.", "guardian-ng", id="a country of the text"),
        pytest.param("It rained, ⟦The Guardian⟧ said.", "guardian", id="the prime bearer of a name"),
    ],
)
def test_an_outlet_is_known_by_name_and_surroundings(marked, outlet):
    assert [source.outlet_id for source in sources(resolved(marked))] == [outlet]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        pytest.param(
            "The rebels told Reuters they would fight. ⟦Their spokesman Jo Hill⟧ said no.",
            "The rebels",
            id="of several, not the agency they told",
        ),
        pytest.param("Brockway lost money. ⟦Their spokesman Jo Hill⟧ said no.", "Brockway", id="of one body"),
    ],
)
def test_their_spokesman_speaks_for_whom_they_means(text, body):
    result = resolved(text)
    (mouth,) = sources(result)
    assert [source.name for source in result.sources if source.id == mouth.speaks_for] == [body]


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("It rained, ⟦Al-Watan⟧ said.", id="six bear the name, nothing tells which"),
        pytest.param("It rained, ⟦Reuters Holding Ltd⟧ said.", id="a name that goes on"),
        pytest.param("It rained, ⟦Rеuters⟧ said.", id="a Cyrillic letter in a Latin name"),
        pytest.param("⟦People⟧ said that it rained.", id="a common word at the head of a sentence"),
        pytest.param("⟦The diplomat⟧ said that it rained.", id="a common noun"),
    ],
)
def test_what_only_looks_like_an_outlet_is_not_taken_for_it(marked):
    assert [source.outlet_id for source in sources(resolved(marked))] == [None]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param(
            "It rained, ⟦Hurriyet⟧ said. Roads were cut, ⟦the newspaper⟧ added.",
            ["Hürriyet", "Hürriyet"],
            id="the newspaper",
        ),
        pytest.param(
            "It rained, ⟦Reuters⟧ said. It snowed, ⟦Hurriyet⟧ said. Roads were cut, ⟦the agency⟧ added.",
            ["Reuters", "Hürriyet", "Reuters"],
            id="an agency is no newspaper",
        ),
        pytest.param(
            "⟦A source in Kars⟧ told of rain. Roads were cut, ⟦the source⟧ said.",
            ["A source in Kars", "A source in Kars"],
            id="the source",
        ),
        pytest.param(
            "⟦A source in Kars⟧ told of rain. ⟦Another source⟧ told of snow.",
            ["A source in Kars", "Another source"],
            id="another source is somebody new",
        ),
        pytest.param(
            "⟦A senior diplomat⟧ told of rain. Roads were cut, ⟦he⟧ said.",
            ["A senior diplomat", "A senior diplomat"],
            id="a pronoun for somebody unnamed",
        ),
        pytest.param(
            "A guard at the plant met Orsk reporters in Omsk. “It burned,” ⟦he⟧ said.",
            ["A guard at the plant"],
            id="somebody who was no source yet",
        ),
        pytest.param(
            "⟦Deputy Foreign Minister Lena Hart⟧ told of rain. Roads were cut, ⟦the diplomat⟧ said.",
            ["Lena Hart", "Lena Hart"],
            id="the diplomat is the minister",
        ),
        pytest.param(
            "⟦Tobruk's mayor⟧ fled. ⟦The mayor, Omar Hadi,⟧ told of rain. ⟦Hadi⟧ wept.",
            ["Omar Hadi", "Omar Hadi", "Omar Hadi"],
            id="post, full name, surname",
        ),
        pytest.param(
            "⟦Tarek Chokri⟧ told of rain. ⟦Tariq Shoukri⟧ told of snow.",
            ["Tarek Chokri", "Tarek Chokri"],
            id="one name in two spellings",
        ),
        pytest.param(
            "It rains, says the Office for Weather Trends (OWT). ⟦OWT⟧ is never wrong, ⟦the office⟧ said.",
            ["Office for Weather Trends", "Office for Weather Trends"],
            id="an acronym in brackets",
        ),
        pytest.param(
            "“⟦2⟦We⟧ rested,” ⟦Lena Hart⟧ said.".replace("⟦2⟦", "2⟦"),
            ["Lena Hart", "Lena Hart"],
            id="we in somebody's words is somebody",
        ),
        pytest.param(
            "Lena Hart met Ann Hart. Lena Hart left at noon. ⟦Hart⟧ wept.",
            ["Lena Hart"],
            id="two of one surname: the one named more often",
        ),
        pytest.param(
            "⟦The donor Al Bo⟧ paid. It rained. It snowed. It froze. ⟦Lena Hart⟧ wept. ⟦The donor⟧ was ill.",
            ["Al Bo", "Lena Hart", "Al Bo"],
            id="who bears the noun, though further back",
        ),
        pytest.param(
            "⟦Brockway Motor Group⟧ was calm. Talks were off, ⟦the carmaker⟧ said. ⟦Brockway⟧ thanked all.",
            ["Brockway Motor Group"] * 3,
            id="the carmaker",
        ),
    ],
)
def test_short_forms_find_their_antecedent(marked, expected):
    assert names(resolved(marked)) == expected


@pytest.mark.parametrize(
    ("marked", "name", "kind"),
    [
        pytest.param(
            "⟦A Brockway spokesman⟧ said no.",
            "A Brockway spokesman",
            SourceKind.UNNAMED,
            id="unnamed spokesman",
        ),
        pytest.param(
            "⟦Jo Hill, a spokesman for Brockway⟧, said no.", "Jo Hill", SourceKind.PERSON, id="named one"
        ),
        pytest.param(
            "⟦A statement by the White House⟧ said no.",
            "A statement by the White House",
            SourceKind.DOCUMENT,
            id="statement",
        ),
        pytest.param(
            "⟦Two people briefed on the talks⟧ said no.",
            "Two people briefed on the talks",
            SourceKind.UNNAMED,
            id="people",
        ),
        pytest.param("⟦Media reports⟧ said no.", "Media reports", SourceKind.GROUP, id="a vague relay"),
        pytest.param("⟦Syrian media⟧ said no.", "Syrian media", SourceKind.GROUP, id="media of a country"),
        pytest.param(
            "⟦A Russian state-owned newspaper⟧ said no.",
            "A Russian state-owned newspaper",
            SourceKind.OUTLET,
            id="described",
        ),
        pytest.param("⟦The indictment⟧ said no.", "The indictment", SourceKind.DOCUMENT, id="a document"),
        pytest.param(
            "⟦Russia's culture ministry⟧ said no.",
            "Russia's culture ministry",
            SourceKind.ORGANISATION,
            id="a ministry",
        ),
        pytest.param(
            "⟦Secretary of State Ann Lee⟧ said no.", "Ann Lee", SourceKind.PERSON, id="office before the name"
        ),
        pytest.param("⟦Critics⟧ said no.", "Critics", SourceKind.GROUP, id="people as a class"),
    ],
)
def test_a_phrase_names_or_describes(marked, name, kind):
    (source,) = sources(resolved(marked))
    assert (source.name, source.kind) == (name, kind)
    assert source.is_relay == ("edia" in name)


@pytest.mark.parametrize(
    ("marked", "body"),
    [
        pytest.param("⟦Jo Hill, a spokesman for Brockway,⟧ said no.", "Brockway", id="a named spokesman"),
        pytest.param("⟦A Brockway spokesman⟧ said no.", "Brockway", id="an unnamed one"),
        pytest.param("⟦A statement by the White House⟧ said no.", "White House", id="a statement"),
        pytest.param("⟦A report by The Financial Times⟧ says so.", "Financial Times", id="a report"),
    ],
)
def test_a_spokesman_or_document_speaks_for_its_body_and_that_body_is_returned(marked, body):
    result = resolved(marked)
    (mouth,) = sources(result)
    (behind,) = [source for source in result.sources if source.name == body]
    assert mouth.speaks_for == behind.id


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("⟦RIA Novosti⟧, citing 1⟦a source in Syria⟧, said so.", id="citing"),
        pytest.param("⟦A source in Syria⟧ told ⟪RIA Novosti⟫ so.", id="told"),
        pytest.param("It rained, ⟦RIA Novosti's source⟧ said.", id="the outlet's source"),
        pytest.param("It rained, ⟦a source cited by RIA Novosti⟧ said.", id="cited by"),
        pytest.param("⟦RIA Novosti⟧ said so, naming ⟦its sources in Syria⟧.", id="its sources"),
    ],
)
def test_an_unnamed_source_knows_whose_source_the_text_says_it_is(marked):
    result = resolved(marked)
    (unnamed,) = [source for source in sources(result) if source.kind is SourceKind.UNNAMED]
    (ria,) = [source for source in result.sources if source.outlet_id == "ria-novosti"]
    assert unnamed.via == ria.id


def test_the_source_of_an_outlet_is_the_one_it_was_said_to_cite():
    result = resolved(
        "⟦RIA Novosti⟧ cited 1⟦a source in Syria⟧. Drones came, ⟦the source cited by RIA⟧ said."
    )
    assert names(result)[1:] == ["a source in Syria", "a source in Syria"]


def test_sources_of_two_outlets_with_one_description_stay_two():
    result = resolved("⟦Reuters⟧ cited 1⟦sources⟧. ⟦Hurriyet⟧ cited 3⟦sources⟧.")
    _, first, _, second = sources(result)
    assert first.id != second.id and first.plural and second.plural


def test_ids_of_names_are_the_same_in_every_article_and_those_of_the_unnamed_are_not():
    marked = (
        "⟦Reuters⟧ said so. ⟦Lena Hart⟧ said so. ⟦A source⟧ said so. ⟦Russia's culture ministry⟧ said so."
    )
    same = "⟦Reuters reporters⟧ came. ⟦Lena Hart⟧ wept. ⟦A source⟧ hid. ⟦The Russian culture ministry⟧ slept."
    one, other = sources(resolved(marked)), sources(resolved(same))
    assert one[1].id == other[1].id
    assert one[2].id != other[2].id
    assert one[3].id == other[3].id


def test_a_headline_means_the_source_of_the_body():
    result = resolved("⟦A source in Syria⟧ told of drones.", title="Drones Have Come - ⟦Syrian Source⟧")
    assert names(result) == ["A source in Syria", "A source in Syria"]


def test_a_reason_says_how_a_short_form_was_understood():
    result = resolved("It rained, ⟦Hurriyet⟧ said. It was cold there. Roads were cut, ⟦the newspaper⟧ added.")
    assert sources(result)[0].reasons == ("“the newspaper” -> Hürriyet, two sentences earlier",)


def test_our_own_reporter_and_this_newspaper_are_the_articles_own_outlet():
    result = resolved(
        "⟦Lena Hart⟧ told ⟪us⟫ so. ⟦This newspaper⟧ saw it.",
        outlet="Daily Foo",
        url="https://dailyfoo.example/1",
    )
    assert result.outlet is not None
    assert [result.attributions[0].addressee_id, result.attributions[1].source_id] == [result.outlet.id] * 2


def test_an_attribution_that_names_nobody_keeps_none_and_a_refusal_has_a_source():
    article = Article(id="art", text="Brockway declined to comment.", language="en")
    refusal = Refusal(source=(Span(0, 8),), cue=(Span(9, 28),))
    result = resolve(annotate(article), Attributed(refusals=(refusal,)))
    assert [source.name for source in result.sources] == ["Brockway"]
    assert result.refusals[0].source_id == result.sources[0].id


def test_an_article_in_a_language_without_lexicon_keeps_its_outlet_and_credits():
    article = Article(id="art", text="Het regent. Reuters", language="nl", url="https://www.nrc.nl/1")
    result = resolve(annotate(article), Attributed())
    assert result.outlet is not None and result.outlet.outlet_id == "nrc"
    assert [source.outlet_id for source in result.sources] == ["reuters", "nrc"]


def test_sources_named_side_by_side_are_all_bound():
    result = resolved("⟦Reuters and the Financial Times⟧ said so. ⟦Lena Hart and Ken Ito⟧ wept.")
    names_of = {source.id: source.name for source in result.sources}
    both = [
        [names_of[one.source_id], *(names_of[id_] for id_ in one.other_source_ids)]
        for one in result.attributions
    ]
    assert both == [["Reuters", "Financial Times"], ["Lena Hart", "Ken Ito"]]


def test_an_outlet_that_names_itself_is_the_articles_own():
    result = resolved(
        "It rained, ⟦Daily Foo⟧ has learned.", outlet="Daily Foo", url="https://dailyfoo.example/1"
    )
    assert result.outlet is not None
    assert result.attributions[0].source_id == result.outlet.id


def test_the_writers_he_is_nobody_whom_only_quoted_words_name():
    text = "A guard told Reuters that it burned. “It burned in Omsk and Tamir Bahar,” he said."
    annotated = annotate(Article(id="art", text=text, language="en"))
    result = resolve(annotated, attribute(annotated))
    assert names(result)[-1] == "A guard"


@pytest.mark.parametrize(
    ("outlet", "marked", "expected"),
    [
        pytest.param("Radio Foo", "⟦Lena Hart⟧ told ⟪the station⟫ so.", "Radio Foo", id="its own"),
        pytest.param("Radio Foo", "⟦Gwen Abara⟧ told ⟪the station⟫ so.", "Radio Foo", id="not the speaker"),
        pytest.param(
            "Daily Foo",
            "⟦Reuters⟧ saw it. ⟦Lena Hart⟧ told ⟪the agency⟫ so.",
            "Reuters",
            id="another one of the page",
        ),
        pytest.param(
            "Foo Herald", "⟦Lena Hart⟧ told ⟪the station⟫ so.", "the station", id="a newspaper is no station"
        ),
    ],
)
def test_who_tells_an_outlet_that_the_page_does_not_name_tells_its_own(outlet, marked, expected):
    result = resolved(marked, outlet=outlet)
    names_of = {source.id: source.name for source in result.sources}
    assert names_of[result.attributions[-1].addressee_id] == expected


@pytest.mark.parametrize(
    ("marked", "kind"),
    [
        pytest.param("⟦The space agency⟧ said so.", SourceKind.ORGANISATION, id="of something else"),
        pytest.param("⟦Spain's meteorological agency⟧ said so.", SourceKind.ORGANISATION, id="of a country"),
        pytest.param("⟦The state news agency⟧ said so.", SourceKind.OUTLET, id="of news"),
        pytest.param("⟦A Russian agency⟧ said so.", SourceKind.OUTLET, id="of a country and nothing else"),
        pytest.param("⟦The Versta agency⟧ said so.", SourceKind.OUTLET, id="with a name"),
        pytest.param("⟦The coastguard⟧ said so.", SourceKind.ORGANISATION, id="a body in one word"),
    ],
)
def test_an_agency_is_an_outlet_or_a_body_by_what_stands_beside_it(marked, kind):
    assert [source.kind for source in sources(resolved(marked))] == [kind]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param("⟦The museum's insurer, Alpina Vita⟧, said so.", "Alpina Vita", id="a name behind it"),
        pytest.param("⟦The weekly Union Record⟧ said so.", "Union Record", id="a word of the table in it"),
        pytest.param("⟦News agency Reuters⟧ said so.", "Reuters", id="a noun before it"),
    ],
)
def test_the_name_is_the_whole_name(marked, expected):
    assert names(resolved(marked)) == [expected]


@pytest.mark.parametrize(
    ("marked", "guessed"),
    [
        pytest.param("⟦Penarol Alto⟧ said so.", True, id="two capitals"),
        pytest.param("⟦Mayor Penarol Alto⟧ said so.", False, id="an office"),
        pytest.param("⟦Anna Torv⟧ said so.", False, id="a given name"),
        pytest.param("⟦Reuters⟧ said so.", False, id="an outlet of the table"),
    ],
)
def test_a_kind_that_only_the_look_of_a_name_tells_is_a_guess(marked, guessed):
    assert [source.guessed for source in sources(resolved(marked))] == [guessed]


def test_a_village_is_nobody():
    result = resolved("The village of Penarol Alto was buried. ⟦Omar Hadi⟧ came. ⟦He⟧ wept.")
    assert names(result) == ["Omar Hadi", "Omar Hadi"]
    result = resolved("The village of Penarol Alto was buried. ⟦He⟧ wept.")
    assert names(result) == ["He"]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        pytest.param("The pier burned, Jo Hale reports for Reuters.", "Reuters", id="reports for"),
        pytest.param(
            "The pier burned, Jo Hale wrote in The New York Times.", "New York Times", id="wrote in"
        ),
        pytest.param("The pier burned, Jo Hale said in The New York Times.", None, id="who only spoke there"),
        pytest.param(
            "The interior ministry denied it. The pier burned, ministry spokesman Jo Hale said.",
            "The interior ministry",
            id="the body before a post",
        ),
    ],
)
def test_a_person_speaks_for_the_outlet_or_body_beside_what_he_does(text, body):
    annotated = annotate(Article(id="art", text=text, language="en"))
    found = {source.id: source for source in resolve(annotated, attribute(annotated)).sources}
    speaker = next(source for source in found.values() if source.name == "Jo Hale")
    assert (found[speaker.speaks_for].name if speaker.speaks_for else None) == body
