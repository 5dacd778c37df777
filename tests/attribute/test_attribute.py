import pytest

from ondit.annotate import annotate
from ondit.attribute import attribute
from ondit.model.article import Article
from ondit.model.attribution import Attributed, Manner


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The mayor said that the pier had burned.",
            [("The mayor", "that the pier had burned")],
            id="indirect",
        ),
        pytest.param(
            "The pier burned, the mayor said on Monday.",
            [("the mayor", "The pier burned")],
            id="content first",
        ),
        pytest.param(
            "“The pier is gone,” said Mayor Anna Holt.",
            [("Mayor Anna Holt", "“The pier is gone,”")],
            id="direct, subject behind",
        ),
        pytest.param(
            "“The pier,” she said, “is gone.”",
            [("she", "“The pier,” … “is gone.”")],
            id="an interrupted quotation is one attribution",
        ),
        pytest.param(
            "“We lost the pier. We lost the boats,” Holt said.",
            [("Holt", "“We lost the pier. We lost the boats,”")],
            id="a quotation of several sentences",
        ),
        pytest.param(
            "“The pier is gone,” Holt said. “Nobody was hurt. We were lucky.” The fire began at night.",
            [("Holt", "“The pier is gone,” … “Nobody was hurt. We were lucky.”")],
            id="quotations that go on have the same speaker",
        ),
        pytest.param(
            "The harbour master called the fire “a disaster for the whole coast”.",
            [("The harbour master", "the fire “a disaster for the whole coast”")],
            id="mixed",
        ),
        pytest.param(
            "According to two sources in Veld, the convoy left at dawn.",
            [("two sources in Veld", "the convoy left at dawn")],
            id="according to",
        ),
        pytest.param(
            "The convoy, according to the Northern Post, left at dawn.",
            [("the Northern Post", "The convoy … left at dawn")],
            id="according to, inside",
        ),
        pytest.param(
            "Guards have arrested party leader Karl Veld, the North Bay party said on its channel.",
            [("the North Bay party", "Guards have arrested party leader Karl Veld")],
            id="a speaker that looks like a relative clause of the last name",
        ),
        pytest.param(
            "The mayor has parted from her partner Karl Veld, her aide Anna Holt confirmed on Monday.",
            [("her aide Anna Holt", "The mayor has parted from her partner Karl Veld")],
            id="a speaker that looks like one subject with the last name",
        ),
        pytest.param(
            "The fever has reached 90 people, Anna Holt, the head of the clinic, said.",
            [("Anna Holt, the head of the clinic", "The fever has reached 90 people")],
            id="a speaker that looks like what was reached",
        ),
        pytest.param(
            "Veld Steel is in talks to buy Holt Semiconductors, the Northern Post reported on Monday.",
            [("the Northern Post", "Veld Steel is in talks to buy Holt Semiconductors")],
            id="a speaker that looks like an apposition",
        ),
        pytest.param(
            "“The town has bought the pier,” Anna Holt and Karl Veld report for the Northern Post.",
            [("Anna Holt and Karl Veld", "“The town has bought the pier,”")],
            id="a verb that looks like a noun",
        ),
        pytest.param(
            "In the mayor's words, the pier is a ruin.",
            [("the mayor", "the pier is a ruin")],
            id="in X's words",
        ),
        pytest.param(
            "The pier has burned. An engineer told the news agency Norfil.",
            [("An engineer", "The pier has burned")],
            id="bare told: the sentence before",
        ),
        pytest.param(
            "The pier has burned. The mayor told his wife.",
            [],
            id="told, but nobody who speaks to the public",
        ),
        pytest.param(
            "The pier has burned, the mayor said, the Daily Foo reported.",
            [("the mayor", "The pier has burned"), ("the Daily Foo", "The pier has burned, the mayor said")],
            id="stacked speakers: the last holds all",
        ),
        pytest.param(
            "The pier has burned, the mayor said, according to Norfil.",
            [("the mayor", "The pier has burned"), ("Norfil", "The pier has burned, the mayor said")],
            id="stacked with according to",
        ),
        pytest.param(
            "The pier has burned down, the news agency Norfil reported on Monday.",
            [("the news agency Norfil", "The pier has burned down")],
            id="a named voice behind its content",
        ),
        pytest.param(
            "As the mayor put it, the pier is gone.",
            [("the mayor", "the pier is gone")],
            id="as X put it",
        ),
        pytest.param(
            "In a statement, the firm said it was sorry, adding that it would pay.",
            [("the firm", "it was sorry"), ("the firm", "that it would pay")],
            id="a participle has the subject of its verb",
        ),
        pytest.param(
            "He made the claim that the dam had burst.",
            [("He", "that the dam had burst")],
            id="verb and noun",
        ),
        pytest.param(
            "The firm issued a denial that it had sold the pier.",
            [("The firm", "that it had sold the pier")],
            id="verb and noun are one cue",
        ),
        pytest.param(
            "He blamed the storm for the delay.",
            [("He", "the storm for the delay")],
            id="blame somebody for something",
        ),
        pytest.param(
            "Captain Lee suggested the boats may be sold and insisted that nobody knew.",
            [("Captain Lee", "the boats may be sold"), ("Captain Lee", "that nobody knew")],
            id="coordinated cues have one subject",
        ),
        pytest.param(
            "Kline said the pier was safe, denying a report in the Gazette.",
            [("Kline", "the pier was safe"), ("Kline", "a report in the Gazette")],
            id="a participle of speech is the speaker's",
        ),
        pytest.param(
            "The firm put out a statement saying that the tunnel was safe.",
            [("The firm", "that the tunnel was safe")],
            id="who issues a document speaks",
        ),
        pytest.param(
            "The Tribune first claimed the raid. It was also reported by Norfil.",
            [("The Tribune", "the raid"), ("Norfil", "the raid")],
            id="it means what was said before",
        ),
        pytest.param(
            "“One is true,” the envoy said.\n\n“Two is true.\n\n“Three is true,” she went on.",
            [("the envoy", "“One is true,”"), ("she", "“Two is true. … “Three is true,”")],
            id="a quotation of several paragraphs",
        ),
        pytest.param(
            "Holt had been told by the agent that the pier was sold.",
            [("the agent", "that the pier was sold")],
            id="who is told is no part of the content",
        ),
        pytest.param(
            "The captain told the crew to stay below.", [("The captain", "to stay below")], id="an order"
        ),
        pytest.param("Holt admitted taking the keys.", [("Holt", "taking the keys")], id="a gerund"),
        pytest.param(
            "Holt is convinced that the pier will stand.",
            [("Holt", "that the pier will stand")],
            id="a participle that is an adjective",
        ),
        pytest.param(
            "The board is of the view that the pier is lost.",
            [("The board", "that the pier is lost")],
            id="of the view",
        ),
        pytest.param(
            "The ferry, the firm has since admitted, was too old.",
            [("the firm", "The ferry … was too old")],
            id="a cue between commas",
        ),
        pytest.param(
            "The pier, as the mayor recalls, was built in May.",
            [("the mayor", "The pier … was built in May")],
            id="as X recalls, inside",
        ),
        pytest.param(
            "The pier burned, or so the baker claims.",
            [("the baker", "The pier burned")],
            id="or so X claims",
        ),
        pytest.param(
            "Holt said the pier was safe; the bank says it was not.",
            [("Holt", "the pier was safe"), ("the bank", "it was not")],
            id="a semicolon ends what was said",
        ),
        pytest.param(
            "“Why did you leave?” the judge asked Holt.",
            [("the judge", "“Why did you leave?”")],
            id="a speaker behind a question",
        ),
        pytest.param(
            "A guard who asked not to be named said the pier was sold.",
            [("A guard who asked not to be named", "the pier was sold")],
            id="asking for no name is no demand",
        ),
        pytest.param("Police found a knife. The book “The Long Night” is out.", [], id="no attribution"),
    ],
)
def test_source_and_content(hear, text, expected):
    assert hear(text).source_and_content() == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("It is reported that the convoy has left.", "that the convoy has left", id="it is"),
        pytest.param(
            "The general is said to have fled the country.",
            "The general … to have fled the country",
            id="passive and infinitive",
        ),
        pytest.param(
            "The general reportedly fled the country.", "The general … fled the country", id="adverb"
        ),
        pytest.param("There were rumours of a coup in the capital.", "a coup in the capital", id="noun"),
        pytest.param("There are fears that the pier will fall.", "that the pier will fall", id="fears that"),
        pytest.param("The alleged pier thief, a baker, slept.", "pier thief", id="an adjective"),
        pytest.param("The rumoured sale of the pier upset many.", "sale of the pier", id="a participle"),
        pytest.param(
            "The fire, it is believed, began below deck.", "The fire … began below deck", id="an aside"
        ),
        pytest.param("Legend has it that the pier is haunted.", "that the pier is haunted", id="legend"),
        pytest.param("The story goes that a monk built it.", "that a monk built it", id="the story goes"),
        pytest.param("The court heard that Holt took the keys.", "that Holt took the keys", id="heard"),
    ],
)
def test_nobody_is_named(hear, text, expected):
    assert hear(text).source_and_content() == [("", expected)]


@pytest.mark.parametrize(
    ("text", "chains"),
    [
        pytest.param(
            "Al-Watan claimed, citing sources in Veld, that the convoy had left.",
            [["sources in Veld", "Al-Watan"]],
            id="citing, before the clause",
        ),
        pytest.param(
            "The convoy has left, the Northern Post reported, citing a source in the port.",
            [["a source in the port", "the Northern Post"]],
            id="citing, behind",
        ),
        pytest.param(
            "The Northern Post quoted a diplomat as saying that the talks had failed.",
            [["a diplomat", "The Northern Post"]],
            id="quoted as saying",
        ),
        pytest.param(
            "RT said that RIA had cited a source as saying that the convoy had left.",
            [["a source", "RIA", "RT"]],
            id="three deep",
        ),
        pytest.param(
            "The army said 40 men were hurt, citing hospital officials.",
            [["hospital officials", "The army"]],
            id="citing, hung in the clause",
        ),
        pytest.param(
            "The convoy has left, a Russian newspaper quoted an informed source as saying.",
            [["an informed source", "a Russian newspaper"]],
            id="quoted as saying, content first",
        ),
        pytest.param(
            "The Northern Post wrote, with reference to a pilot, that the convoy had left.",
            [["a pilot", "The Northern Post"]],
            id="with reference to",
        ),
        pytest.param(
            "The Northern Post, citing what it called circles in Veld, said that the convoy had left.",
            [["what it called circles in Veld", "The Northern Post"]],
            id="citing what it called",
        ),
        pytest.param(
            "RIA wrote, citing a guard, that Holt had denied that the convoy had left.",
            [["Holt", "a guard", "RIA"]],
            id="below the voice that is cited",
        ),
        pytest.param(
            "Holt denied that the pier was sold, rejecting a report by the Northern Post.",
            [["the Northern Post", "Holt"]],
            id="a report that a denial rejects",
        ),
        pytest.param(
            "Holt has laughed off a report in Veldpost that the pier was sold.",
            [["Veldpost", "Holt"]],
            id="a report in an outlet",
        ),
        pytest.param(
            "Holt denied a report on Monday that the pier was sold.",
            [["", "Holt"]],
            id="a report on a day",
        ),
        pytest.param(
            "Holt said the bank knew that the pier was sold.", [["Holt"]], id="knowing is no saying"
        ),
        pytest.param(
            "According to the source cited by RIA, the convoy has left.",
            [["the source cited by RIA", "RIA"]],
            id="the source cited by",
        ),
    ],
)
def test_chains_of_sources(hear, text, chains):
    assert hear(text).chains() == chains


def test_a_cited_voice_shares_the_content_of_its_host(hear):
    heard = hear("Al-Watan claimed, citing sources in Veld, that the convoy had left.")
    contents = {heard.words(one.content) for one in heard.attributed.attributions}
    assert contents == {"that the convoy had left"}


@pytest.mark.parametrize(
    ("text", "manner"),
    [
        pytest.param("“We lost the pier,” she said.", Manner.DIRECT, id="all quoted"),
        pytest.param("She said the pier was “a ruin”.", Manner.MIXED, id="in part"),
        pytest.param("She said the pier was a ruin.", Manner.INDIRECT, id="not at all"),
    ],
)
def test_manner(hear, text, manner):
    assert [one.manner for one in hear(text).attributed.attributions] == [manner]


@pytest.mark.parametrize(
    ("text", "source", "reached"),
    [
        pytest.param("A spokesman declined to comment.", "A spokesman", True, id="declined"),
        pytest.param("The firm did not respond to our letter.", "The firm", True, id="did not respond"),
        pytest.param("The owner could not be reached.", "The owner", False, id="not reached"),
    ],
)
def test_a_refusal_is_no_attribution(hear, text, source, reached):
    heard = hear(text)
    assert heard.attributed.attributions == ()
    assert [(heard.words(one.source), one.reached) for one in heard.attributed.refusals] == [
        (source, reached)
    ]


def test_who_was_told_is_kept(hear):
    (one,) = (heard := hear("A source told Norfil that 40 divers had arrived.")).attributed.attributions
    assert heard.words(one.addressee) == "Norfil"


def test_a_language_without_words_or_parser_has_none():
    article = Article(id="a", text="Der Bürgermeister sagte, die Brücke sei zu.", language="sw")
    assert attribute(annotate(article)) == Attributed()


def test_a_second_run_finds_the_same_ids(hear):
    text = "The mayor said that Holt had denied that the pier was safe. “It is,” she said."
    ids = [one.id for one in hear(text).attributed.attributions]
    assert ids == [one.id for one in hear(text).attributed.attributions]
    assert len(set(ids)) == len(ids) == 3


def test_who_is_credited_stands_below_who_credits(hear):
    heard = hear("The report said 40 had died. It attributed this to the Veld hospital.")
    assert heard.source_and_content() == [
        ("The report", "40 had died"),
        ("It", "40 had died"),
        ("the Veld hospital", "40 had died"),
    ]
    assert heard.chains() == [["The report"], ["the Veld hospital", "It"]]


@pytest.mark.parametrize(
    ("text", "content", "told"),
    [
        pytest.param(
            "The pier is safe, Holt said in an interview with Norpress.",
            "The pier is safe",
            "Norpress",
            id="behind the cue",
        ),
        pytest.param(
            "In an interview on Radio Sol on Sunday, Holt said the pier was safe.",
            "the pier was safe",
            "Radio Sol",
            id="before the cue, and a day",
        ),
        pytest.param(
            "Holt said the pier was safe in an interview with Norpress on Monday.",
            "the pier was safe",
            "Norpress",
            id="where the parser makes it a part of what was said",
        ),
        pytest.param(
            "Holt, speaking to Norpress, said that the pier was safe.",
            "that the pier was safe",
            "Norpress",
            id="a participle beside the speaker",
        ),
        pytest.param(
            "Speaking to the newspaper, Holt said the pier was safe.",
            "the pier was safe",
            "the newspaper",
            id="a participle before all, and a noun for the outlet",
        ),
        pytest.param(
            "Holt said in a statement on Monday that the pier was safe.",
            "that the pier was safe",
            "",
            id="a day is nobody",
        ),
        pytest.param(
            "Holt said the pier would close in a dispute with Norpress.",
            "the pier would close in a dispute with Norpress",
            "",
            id="a dispute is no talk",
        ),
    ],
)
def test_the_outlet_that_somebody_talks_to_is_told(hear, text, content, told):
    heard = hear(text)
    (one,) = heard.attributed.attributions
    assert (heard.words(one.content), heard.words(one.addressee)) == (content, told)


def test_what_is_denied_is_no_addressee(hear):
    (one,) = (heard := hear("Holt denied the figure: “We are surprised by it.”")).attributed.attributions
    assert one.addressee == ()
    assert heard.words(one.content) == "the figure … “We are surprised by it.”"
