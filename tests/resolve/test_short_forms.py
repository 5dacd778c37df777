"""Who is meant by a pronoun or short form; the sentences, outlets and persons are invented."""

import pytest
from tests.resolve.reading import names, resolved, sources

from ondit.model.source import Grade, SourceKind


def case(marked, *expected, id):
    return pytest.param(marked, list(expected), id=id)


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        case("⟦Lena Hart⟧ spoke first. ⟦She⟧ wept.", "Lena Hart", "Lena Hart", id="the one who spoke"),
        case(
            "⟦Lena Hart⟧ spoke. Omar Hadi listened. ⟦She⟧ wept.",
            "Lena Hart",
            "Lena Hart",
            id="a man between is no she",
        ),
        case(
            "⟦Omar Hadi⟧ spoke. Lena Hart listened. ⟦He⟧ wept.",
            "Omar Hadi",
            "Omar Hadi",
            id="a woman between is no he",
        ),
        case(
            "⟦Mr Torv⟧ spoke. ⟦Ms Kaal⟧ spoke. ⟦He⟧ wept.",
            "Torv",
            "Kaal",
            "Torv",
            id="a form of address tells the gender",
        ),
        case(
            "⟦The company's chairman, Ro Velt,⟧ spoke. ⟦A spokeswoman⟧ spoke. ⟦He⟧ wept.",
            "Ro Velt",
            "A spokeswoman",
            "Ro Velt",
            id="a noun tells the gender",
        ),
        case(
            "The pilot Ro Velt landed the plane near Anders Quist. ⟦He⟧ wept.",
            "Ro Velt",
            id="the subject before the object",
        ),
        case(
            "The dockers hailed Ro Velt. Rain fell on the port. ⟦He⟧ wept.",
            "Ro Velt",
            id="nobody but one can be he",
        ),
        case(
            "⟦Ro Velt⟧ spoke at length. The crowd saw Anders Quist. ⟦He⟧ wept.",
            "Ro Velt",
            "Ro Velt",
            id="who spoke before an object nearer by",
        ),
        case(
            "⟦The victim's brother⟧ told the court that ⟦she⟧ had wept.",
            "The victim's brother",
            "The victim",
            id="an owner inside a phrase can be she",
        ),
        case(
            "⟦Her mother, 1⟦who⟧ admits it,⟧ wept.".replace("1⟦who⟧", "who"),
            "Her mother, who admits it",
            id="a relative clause",
        ),
        case(
            "⟦Brockway Motors⟧ denied it. ⟦It⟧ wept.",
            "Brockway Motors",
            "Brockway Motors",
            id="it is the body",
        ),
        case(
            "⟦The ministry of salt⟧ denied it. Anna Berg shrugged. ⟦It⟧ sent a letter.",
            "The ministry of salt",
            "The ministry of salt",
            id="it is no person",
        ),
        case(
            "⟦Residents of Kars⟧ fled. Anna Berg stayed. ⟦They⟧ wept.",
            "Residents of Kars",
            "Residents of Kars",
            id="they are several",
        ),
        case("⟦Two officials⟧ spoke. ⟦They⟧ wept.", "Two officials", "Two officials", id="they are counted"),
        case(
            "⟦The Harbour Post⟧ stands by ⟦its⟧ report.",
            "Harbour Post",
            "Harbour Post",
            id="a possessive",
        ),
        case(
            "⟦Torv Kaal⟧ praised Anders Quist. Quist wept. ⟦He⟧ denied it.",
            "Torv Kaal",
            "Anders Quist",
            id="the subject of the sentence before",
        ),
        case("Anna Berg saw it. ⟦She⟧ wept.", "Anna Berg", id="no source before"),
    ],
)
def test_pronouns(marked, expected):
    assert names(resolved(marked)) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        case("⟦Reuters⟧ reported rain. ⟦The agency⟧ saw snow.", "Reuters", "Reuters", id="the agency"),
        case(
            "⟦Hurriyet⟧ reported rain. ⟦Reuters⟧ reported snow. ⟦The Turkish daily⟧ saw hail.",
            "Hürriyet",
            "Reuters",
            "Hürriyet",
            id="country and kind",
        ),
        case(
            "⟦The Harbour Post⟧ reported rain. ⟦The newspaper⟧ saw snow.",
            "Harbour Post",
            "Harbour Post",
            id="a newspaper nobody has listed",
        ),
        case(
            "⟦The Harbour Post⟧ reported rain. ⟦The Post⟧ saw snow.",
            "Harbour Post",
            "Harbour Post",
            id="the last word of its name",
        ),
        case(
            "⟦Reuters⟧, citing 1⟦the Harbour Post⟧, reported rain. ⟦The newspaper⟧ saw snow.",
            "Reuters",
            "Harbour Post",
            "Harbour Post",
            id="an agency beside it is no newspaper",
        ),
        case(
            "⟦Radio Kestrel⟧ reported rain. ⟦The station⟧ saw snow.",
            "Radio Kestrel",
            "Radio Kestrel",
            id="the station",
        ),
        case(
            "⟦Norpress⟧ reported rain. ⟦The news agency⟧ saw snow.",
            "Norpress",
            "Norpress",
            id="a name becomes an outlet by its noun",
        ),
        case(
            "⟦The website Kuzey⟧ reported rain. ⟦The Harbour Post⟧ saw snow. ⟦The website⟧ saw hail.",
            "Kuzey",
            "Harbour Post",
            "Kuzey",
            id="the website",
        ),
        case(
            "⟦A Russian state-owned newspaper⟧ reported rain. ⟦The newspaper⟧ saw snow.",
            "A Russian state-owned newspaper",
            "A Russian state-owned newspaper",
            id="described, not named",
        ),
        case(
            "⟦Kyodo and Yonhap⟧ reported rain. ⟦The two agencies⟧ saw snow.",
            "Kyodo News",
            "Kyodo News",
            id="two agencies",
        ),
        case(
            "⟦An editorial in the Harbour Post⟧ was sharp. ⟦The editorial⟧ named names.",
            "An editorial in the Harbour Post",
            "An editorial in the Harbour Post",
            id="an editorial is a document",
        ),
        case(
            "⟦The Harbour Post⟧ reported rain. Anna Berg of the Kestrel Club read it. ⟦The paper⟧ saw snow.",
            "Harbour Post",
            "Harbour Post",
            id="a club is no paper",
        ),
    ],
)
def test_short_forms_of_outlets(marked, expected):
    assert names(resolved(marked)) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        case(
            "⟦Transport Minister Anna Berg⟧ spoke. ⟦The minister⟧ wept.",
            "Anna Berg",
            "Anna Berg",
            id="the minister",
        ),
        case(
            "⟦Transport Minister Anna Berg⟧ met ⟦Trade Minister Omar Hadi⟧. ⟦The transport minister⟧ wept.",
            "Anna Berg",
            "Omar Hadi",
            "Anna Berg",
            id="which minister",
        ),
        case(
            "⟦Anna Berg, the mayor of Tobruk,⟧ spoke. ⟦The mayor⟧ wept.",
            "Anna Berg",
            "Anna Berg",
            id="an apposition",
        ),
        case(
            "The treasurer, Nils Orre, came late. ⟦The treasurer⟧ wept.",
            "Nils Orre",
            id="a role set off before the name",
        ),
        case(
            "Nils Orre, a retired pilot, came late. ⟦The pilot⟧ wept.",
            "Nils Orre",
            id="a role set off behind the name",
        ),
        case(
            "⟦Nils Orre, 52,⟧ spoke. ⟦The 52-year-old⟧ wept.",
            "Nils Orre",
            "Nils Orre",
            id="an age",
        ),
        case(
            "⟦Nils Orre⟧ spoke. ⟦The Norwegian⟧ wept.",
            "Nils Orre",
            "Nils Orre",
            id="a man by his country",
        ),
        case(
            "⟦Senator Anna Berg⟧ spoke. ⟦The politician⟧ wept.",
            "Anna Berg",
            "Anna Berg",
            id="a noun that can stand for hers",
        ),
        case(
            "⟦The sprinter Grace Okello⟧ spoke. ⟦Her coach⟧ spoke. ⟦The athlete⟧ wept.",
            "Grace Okello",
            "Her coach",
            "Grace Okello",
            id="the athlete",
        ),
        case(
            "⟦Anna Berg, chief executive of Orvik Steel,⟧ spoke. ⟦The chief executive⟧ wept.",
            "Anna Berg",
            "Anna Berg",
            id="a post of two words",
        ),
        case(
            "⟦Anna Berg⟧ spoke. Her lawyer, Simon Ahl, nodded. ⟦The lawyer⟧ wept.",
            "Anna Berg",
            "Simon Ahl",
            id="her lawyer, then named",
        ),
        case("⟦Anna Berg⟧ spoke. ⟦The woman⟧ wept.", "Anna Berg", "Anna Berg", id="the woman"),
        case(
            "⟦Omar Hadi, a baker,⟧ spoke. ⟦The surgeon⟧ wept.",
            "Omar Hadi",
            "The surgeon",
            id="a baker is no surgeon",
        ),
        case(
            "⟦A landlord⟧ spoke. ⟦A tenant⟧ spoke. ⟦The landlord⟧ wept.",
            "A landlord",
            "A tenant",
            "A landlord",
            id="somebody unnamed by his role",
        ),
        case(
            "⟦Lumen Bank⟧ is well. ⟦The regulator⟧ is watching.",
            "Lumen Bank",
            "The regulator",
            id="a regulator is no bank",
        ),
        case(
            "⟦Halcyon Air⟧ is well. ⟦The airline⟧ will fly.",
            "Halcyon Air",
            "Halcyon Air",
            id="the airline",
        ),
        case(
            "⟦Dynamo Zelin⟧ lost. ⟦The club⟧ gave no reason.",
            "Dynamo Zelin",
            "Dynamo Zelin",
            id="two words taken for a person until the noun tells",
        ),
        case(
            "⟦The Institute of Tides⟧ saw it. A ferry sank off Lindal. ⟦The institute⟧ was sure.",
            "Institute of Tides",
            "Institute of Tides",
            id="a noun inside the name",
        ),
        case(
            "⟦The justice ministry⟧ denied it. ⟦The ministry⟧ sent a letter.",
            "The justice ministry",
            "The justice ministry",
            id="the ministry",
        ),
        case(
            "A ferry ran aground near Lindal. ⟦The operator⟧ denied it.",
            "The operator",
            id="a place is no operator",
        ),
        case(
            "⟦Jo Hill, a spokesman for Brockway,⟧ spoke. ⟦The spokesman⟧ wept.",
            "Jo Hill",
            "Jo Hill",
            id="a named spokesman",
        ),
        case(
            "⟦A Brockway spokesman⟧ spoke. ⟦The spokesman⟧ wept. ⟦He⟧ left.",
            "A Brockway spokesman",
            "A Brockway spokesman",
            "A Brockway spokesman",
            id="an unnamed spokesman",
        ),
        case(
            "⟦Researchers at Holm University⟧ saw it. ⟦The team⟧ was sure.",
            "Researchers at Holm University",
            "Researchers at Holm University",
            id="the team are several",
        ),
    ],
)
def test_roles(marked, expected):
    assert names(resolved(marked)) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        case(
            "⟦A senior official⟧ spoke. ⟦The same official⟧ wept.",
            "A senior official",
            "A senior official",
            id="the same official",
        ),
        case(
            "⟦A source in Kars⟧ spoke. ⟦A source in Omsk⟧ spoke. ⟦The source⟧ wept.",
            "A source in Kars",
            "A source in Omsk",
            "A source in Omsk",
            id="the source is the last one",
        ),
        case(
            "⟦A senior official⟧ spoke. ⟦Another senior official⟧ spoke. ⟦The first official⟧ wept.",
            "A senior official",
            "Another senior official",
            "A senior official",
            id="the first",
        ),
        case(
            "⟦A senior official⟧ spoke. ⟦Another senior official⟧ spoke. ⟦The second official⟧ wept.",
            "A senior official",
            "Another senior official",
            "Another senior official",
            id="the second",
        ),
        case(
            "⟦An official⟧ spoke. ⟦A second official⟧ spoke. ⟦The other official⟧ wept.",
            "An official",
            "A second official",
            "An official",
            id="the other",
        ),
        case(
            "⟦Two officials⟧ spoke. ⟦The officials⟧ wept.",
            "Two officials",
            "Two officials",
            id="the officials",
        ),
        case(
            "⟦Three people briefed on the talks⟧ spoke. ⟦The people⟧ wept.",
            "Three people briefed on the talks",
            "Three people briefed on the talks",
            id="the people",
        ),
        case(
            "⟦Sources⟧ spoke. ⟦A source⟧ wept.", "Sources", "A source", id="one of several is one of its own"
        ),
        case(
            "⟦A Western diplomat⟧ spoke. ⟦An Eastern diplomat⟧ spoke. ⟦The Western diplomat⟧ wept.",
            "A Western diplomat",
            "An Eastern diplomat",
            "A Western diplomat",
            id="a word that only one has",
        ),
        case(
            "⟦A source⟧ told ⟪Reuters⟫. ⟦A source⟧ told ⟪Kyodo⟫. ⟦Reuters' source⟧ wept.",
            "A source",
            "A source",
            "A source",
            id="whose source",
        ),
    ],
)
def test_unnamed_sources(marked, expected):
    assert names(resolved(marked)) == expected


def test_a_source_of_one_outlet_is_not_that_of_another():
    result = resolved("⟦A source⟧ told ⟪Reuters⟫. ⟦A source⟧ told ⟪Kyodo⟫. ⟦Reuters' source⟧ wept.")
    first, second, again = sources(result)
    assert first.id == again.id != second.id


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        case(
            "⟦Anna Berg and Omar Hadi⟧ met. ⟦The two⟧ wept.",
            "Anna Berg",
            "Omar Hadi",
            id="named side by side",
        ),
        case("Anna Berg and Omar Hadi met. ⟦Both⟧ wept.", "Anna Berg", "Omar Hadi", id="both"),
        case("Anna Berg met Omar Hadi. ⟦The two⟧ wept.", "Anna Berg", "Omar Hadi", id="in one sentence"),
        case(
            "Anna Berg came. It rained. Omar Hadi came. It snowed. Hail fell. ⟦Both⟧ wept.",
            "Anna Berg",
            "Omar Hadi",
            id="the only two of the article",
        ),
        case(
            "Minister Anna Berg and Minister Omar Hadi met. ⟦The ministers⟧ wept.",
            "Anna Berg",
            "Omar Hadi",
            id="the ministers",
        ),
        case("Anna Berg and Omar Hadi met. ⟦They⟧ wept.", "Anna Berg", "Omar Hadi", id="they"),
        case("⟦The captain and the pilot⟧ quarrelled.", "The captain", "the pilot", id="two roles"),
    ],
)
def test_several_at_once(marked, expected):
    result = resolved(marked)
    named = {source.id: source.name for source in result.sources}
    last = result.attributions[-1]
    assert [named[one] for one in (last.source_id, *last.other_source_ids)] == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        case("Anna Berg met Omar Hadi. ⟦The latter⟧ wept.", "Omar Hadi", id="the latter"),
        case("Anna Berg met Omar Hadi. ⟦The former⟧ wept.", "Anna Berg", id="the former"),
        case(
            "⟦Anna Hart⟧ spoke. ⟦Ken Hart⟧ spoke. ⟦Hart⟧ wept.",
            "Anna Hart",
            "Ken Hart",
            "Ken Hart",
            id="two of one surname: the one named last",
        ),
        case(
            "⟦Anna Hart⟧ spoke. ⟦Ken Hart⟧ spoke. ⟦Mrs Hart⟧ wept.",
            "Anna Hart",
            "Ken Hart",
            "Anna Hart",
            id="two of one surname: a form of address",
        ),
        case("⟦Kim Song-ho⟧ spoke. ⟦Kim⟧ wept.", "Kim Song-ho", "Kim Song-ho", id="the surname stands first"),
        case(
            "⟦Dr Wen Abara⟧ spoke. ⟦Abara⟧ wept. ⟦The doctor⟧ left.",
            "Wen Abara",
            "Wen Abara",
            "Wen Abara",
            id="a title",
        ),
        case(
            "⟦Ludwig van Aken⟧ spoke. ⟦Van Aken⟧ wept.",
            "Ludwig van Aken",
            "Ludwig van Aken",
            id="a particle",
        ),
        case("On Sunday Marko Dule spoke to nobody. ⟦Dule⟧ wept.", "Marko Dule", id="a day before the name"),
        case("⟦Nela⟧ spoke. ⟦The singer⟧ wept.", "Nela", "Nela", id="a single given name is a person's"),
        case(
            "⟦The Salt Trade Council⟧ spoke. ⟦STC⟧ wept.",
            "Salt Trade Council",
            "Salt Trade Council",
            id="an acronym without brackets",
        ),
        case(
            "⟦Kestor Media⟧ spoke. It rained, ⟦Kestor⟧ wrote.",
            "Kestor Media",
            "Kestor Media",
            id="a firm's first word",
        ),
        case(
            "⟦Olm University⟧ spoke. ⟦Olm⟧ wept.",
            "Olm University",
            "Olm",
            id="a place is no short name of what stands there",
        ),
        case("⟦Radio Skerry⟧ spoke. ⟦Skerry⟧ wept.", "Radio Skerry", "Radio Skerry", id="a station's name"),
        case("⟦Maria Lopez Garcia⟧ spoke. ⟦Lopez⟧ wept.", *["Maria Lopez Garcia"] * 2, id="a middle name"),
        case("It rained, citing ⟦the news agency⟧ Norpress.", "Norpress", id="the name right behind it"),
        case("The Second Brigade moved. ⟦The brigade⟧ denied it.", "Second Brigade", id="a number in a name"),
        case(
            "⟦The Society of Ice⟧ and the Society of Salt met. ⟦The Society of Salt⟧ left.",
            "Society of Ice",
            "Society of Salt",
            id="two bodies of one beginning",
        ),
    ],
)
def test_names_in_short(marked, expected):
    assert names(resolved(marked)) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        case(
            "⟦A report by the Board of Weirs⟧ was grim. ⟦The report⟧ named ten.",
            "A report by the Board of Weirs",
            "A report by the Board of Weirs",
            id="the report",
        ),
        case(
            "⟦A study in the journal Tides⟧ was grim. ⟦The paper⟧ named ten.",
            "A study in the journal Tides",
            "A study in the journal Tides",
            id="the paper is the study",
        ),
        case(
            "⟦A letter⟧ was found. ⟦A memo⟧ was found. ⟦The letter⟧ named ten.",
            "A letter",
            "A memo",
            "A letter",
            id="the letter, not the memo",
        ),
        case(
            "⟦The indictment⟧ is long. ⟦The document⟧ named ten.",
            "The indictment",
            "The indictment",
            id="the document",
        ),
        case(
            "A report was leaked on Friday. ⟦It⟧ named ten.",
            "A report",
            id="it, introduced without being a source",
        ),
        case(
            "⟦An inquiry into the fire⟧ was slow. ⟦The inquiry⟧ named ten.",
            "An inquiry into the fire",
            "An inquiry into the fire",
            id="the inquiry",
        ),
    ],
)
def test_documents(marked, expected):
    assert names(resolved(marked)) == expected


@pytest.mark.parametrize(
    ("marked", "title", "expected"),
    [
        pytest.param(
            "⟦A general⟧ denied it on Friday. ⟦General Ada Moss⟧ showed a map.",
            "",
            ["Ada Moss", "Ada Moss"],
            id="a rank, then the name",
        ),
        pytest.param(
            "⟦The head of Orvik Steel⟧ denied it. ⟦Ada Moss⟧ told workers so.",
            "",
            ["Ada Moss", "Ada Moss"],
            id="a post, then the name",
        ),
        pytest.param(
            "⟦He⟧ told friends so. On Sunday Marko Dule sat in a cell.",
            "",
            ["Marko Dule"],
            id="a pronoun before its name",
        ),
        pytest.param(
            "⟦An engineer⟧ warned of it. It rained. It snowed. ⟦The engineer, Goran Pil,⟧ kept a copy.",
            "",
            ["Goran Pil", "Goran Pil"],
            id="the engineer, named",
        ),
        pytest.param(
            "⟦A witness⟧ saw it. ⟦Witness Goran Pil⟧ saw nothing.",
            "",
            ["A witness", "Goran Pil"],
            id="one of many is not the next one named",
        ),
        pytest.param(
            "⟦A source⟧ denied it. ⟦Ada Moss⟧ confirmed it.",
            "",
            ["A source", "Ada Moss"],
            id="an unnamed source is never named",
        ),
        pytest.param(
            "⟦Two aides⟧ denied it. ⟦The aides⟧ fled.",
            "Pact is dead: ⟦aides⟧",
            ["Two aides", "Two aides", "Two aides"],
            id="a headline means the body's",
        ),
        pytest.param(
            "⟦Nurse Ada Moss⟧ denied it.",
            "Ward is full, says ⟦nurse⟧",
            ["Ada Moss", "Ada Moss"],
            id="a headline's role",
        ),
        pytest.param(
            "⟦Ada Moss⟧ denied it.",
            "⟦Moss⟧: ward is full",
            ["Ada Moss", "Ada Moss"],
            id="a headline's surname",
        ),
        pytest.param(
            "⟦The Harbour Post⟧ reported it.",
            "Ward is full: ⟦paper⟧",
            ["Harbour Post", "Harbour Post"],
            id="a headline's paper",
        ),
        pytest.param(
            "⟦Halgrove Town⟧ lost, the club said.",
            "Manager sacked, ⟦club⟧ confirms",
            ["Halgrove Town", "Halgrove Town"],
            id="a headline's club",
        ),
    ],
)
def test_before_the_name(marked, title, expected):
    assert names(resolved(marked, title=title)) == expected


@pytest.mark.parametrize(
    ("marked", "grade"),
    [
        pytest.param("⟦Lena Hart⟧ spoke. ⟦She⟧ wept.", Grade.CERTAIN, id="one can be meant"),
        pytest.param("⟦Lena Hart⟧ spoke. ⟦He⟧ wept.", Grade.OPEN, id="nobody fits"),
        pytest.param("Lena Hart and Ann Berg met. ⟦She⟧ wept.", Grade.OPEN, id="two are as good"),
        pytest.param(
            "⟦The Harbour Post⟧ saw it. ⟦The Kestrel Herald⟧ saw it. ⟦The newspaper⟧ was sure.",
            Grade.OPEN,
            id="two newspapers",
        ),
        pytest.param(
            "⟦Lena Hart⟧ spoke. ⟦Ann Hart⟧ spoke. ⟦Hart⟧ wept.", Grade.OPEN, id="two of one surname"
        ),
        pytest.param("⟦Lena Hart⟧ spoke.", Grade.CERTAIN, id="a name"),
    ],
)
def test_a_grade_says_how_sure_it_is(marked, grade):
    assert resolved(marked).attributions[-1].source_grade is grade


@pytest.mark.parametrize(
    ("marked", "why"),
    [
        pytest.param(
            "⟦Lena Hart⟧ spoke. It rained. ⟦She⟧ wept.",
            "“She” -> Lena Hart, two sentences earlier",
            id="a pronoun",
        ),
        pytest.param(
            "⟦Lena Hart⟧ spoke. ⟦Hart⟧ wept.", "“Hart” -> Lena Hart, another form of the name", id="a surname"
        ),
        pytest.param(
            "⟦The head of Orvik Steel⟧ denied it. Ada Moss wept.",
            "",
            id="a post that nobody is said to hold",
        ),
        pytest.param(
            "⟦A BBC correspondent⟧ wept.", "“A BBC correspondent” -> BBC, reports for it", id="a reporter"
        ),
    ],
)
def test_a_reason_is_given_for_each_attribution(marked, why):
    assert resolved(marked).attributions[-1].source_why == why


def test_a_guessed_kind_is_told_by_what_comes_back_to_the_name():
    kinds = [
        sources(resolved(marked))[0].kind
        for marked in (
            "⟦Halvorsen⟧ saw it. ⟦The newspaper⟧ was sure.",
            "⟦Halvorsen⟧ saw it. ⟦He⟧ was sure.",
            "⟦Halvorsen⟧ saw it.",
        )
    ]
    assert kinds == [SourceKind.OUTLET, SourceKind.PERSON, SourceKind.ORGANISATION]
