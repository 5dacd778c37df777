import pytest

from ondit.model.attribution import Polarity
from ondit.model.claim import Voice


def test_there_is_a_mention_for_a_content_and_for_a_sentence_in_the_outlets_own_voice(read):
    reading = read("a", "Ferries stopped in Tromso on Monday. The harbour office said the quay had cracked.")
    assert [(one.text, one.voice, one.sentence) for one in reading.mentions] == [
        ("Ferries stopped in Tromso on Monday.", Voice.ASSERTED, 0),
        ("the quay had cracked", Voice.ATTRIBUTED, 1),
    ]


def test_the_title_is_sentence_minus_one_and_its_span_lies_in_the_title(read):
    reading = read("a", "The quay in Tromso cracked.", title="Ferries stop in Tromso")
    first = reading.mentions[0]
    assert first.sentence == -1
    assert reading.article.cut(first.spans[0]) == "Ferries stop in Tromso"


def test_the_capitals_of_a_headline_make_no_names(read):
    text = "Forty divers from Oslo searched the Loknar dam. The divers found no crack."
    reading = read("a", text, title="Divers From Oslo Search Loknar Dam")
    title = reading.mentions[0]
    assert set(title.names) == {"oslo", "loknar"}
    assert "diver" in title.terms


def test_names_terms_places_and_roles_are_read(read):
    reading = read("a", "The Varga Group bought the Loknar Mill in Estonia.")
    mention = reading.mentions[0]
    assert mention.names == ("estonia", "loknar mill", "varga group")
    assert mention.places == ("estonia",)
    assert mention.predicate == "buy"
    assert (mention.agents, mention.patients) == (("varga group",), ("loknar mill",))


@pytest.mark.parametrize(
    ("text", "polarity", "voice"),
    [
        pytest.param("Varga is buying the mill.", Polarity.POSITIVE, Voice.ASSERTED, id="plain"),
        pytest.param("Varga is not buying the mill.", Polarity.NEGATIVE, Voice.DENIED, id="negated"),
        pytest.param(
            "The report that Varga bought the mill is false.",
            Polarity.NEGATIVE,
            Voice.DENIED,
            id="called false",
        ),
    ],
)
def test_a_sentence_in_own_voice_has_polarity_and_voice(read, text, polarity, voice):
    mention = read("a", text).mentions[-1]
    assert (mention.polarity, mention.voice) == (polarity, voice)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Varga rejected the allegation as baseless.", id="what the cue calls it"),
        pytest.param("Varga dismissed the report as false.", id="which the content may hold"),
    ],
)
def test_a_denial_that_says_how_untrue_a_thing_is_denies_it_once(read, text):
    (mention,) = read("a", text).mentions
    assert mention.polarity is Polarity.NEGATIVE


def test_a_dateline_claims_nothing(read):
    text = "VELLIN, 14 March (Reuters) - A flood broke the Loknar dam, two officials told Reuters on Tuesday."
    assert [one.text for one in read("a", text).mentions] == ["A flood broke the Loknar dam"]


def test_who_says_that_he_does_not_comment_claims_nothing(read):
    text = "Varga bought the mill, Ola Berg said. Varga said it will not comment on speculation."
    assert [one.text for one in read("a", text).mentions] == ["Varga bought the mill"]


def test_a_denied_content_is_negative_and_denied(read):
    mention = next(one for one in read("a", "Varga denied that it is buying the mill.").mentions)
    assert (mention.polarity, mention.voice) == (Polarity.NEGATIVE, Voice.DENIED)
    assert mention.context == ("varga",) or "varga" in mention.names


def test_a_content_that_confirms_that_it_is_not_so_is_negative(read):
    reading = read("a", '"We can confirm that Varga is not buying the mill," a spokesman said.')
    assert {one.polarity for one in reading.mentions} == {Polarity.NEGATIVE}


def test_what_nobody_is_named_for_inside_a_denial_is_denied(read):
    text = "El alcalde desmintió los rumores de un cierre del puerto."
    assert {one.voice for one in read("a", text, language="es").mentions} == {Voice.DENIED}


def test_what_is_declined_is_no_mention(read):
    reading = read("a", "Varga bought the Loknar mill. A spokesman for Varga declined to comment.")
    assert [one.sentence for one in reading.mentions] == [0]


def test_a_mention_carries_what_its_article_is_about(read):
    text = "Varga wants the Loknar mill. Varga has money. The price is 4 million euros."
    price = read("a", text).mentions[-1]
    assert "varga" in price.context


def test_an_article_without_words_has_no_mentions(read):
    assert read("a", "").mentions == ()
    assert read("a", "!!! ... 250").mentions == ()


def test_a_language_without_a_lexicon_is_read_too(read):
    reading = read("a", "Il ponte di Loknar è crollato, 40 operai sono dispersi.", language="it")
    assert reading.mentions[0].names == ("loknar",)
    assert [one.value for one in reading.mentions[0].quantities] == [40]
