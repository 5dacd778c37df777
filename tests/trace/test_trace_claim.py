"""From readings to the provenance graph, rule by rule; `story.py` has the notation."""

import pytest
from msgspec import structs

from ondit.model.attribution import Polarity
from ondit.model.claim import Voice
from ondit.model.source import SourceKind
from ondit.model.span import Part, Span
from ondit.trace import trace_claim
from ondit.trace.outlets import outlets_by_name
from story import read_story


def arrows(notation, stance="supports"):
    edges = read_story(notation).graph().edges
    return {f"{edge.taker} {edge.kind} {edge.giver}" for edge in edges if edge.stance == stance}


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        pytest.param(
            """
            a1 @Post
                @Tribune < a dock worker: P
            """,
            {"a1 cites out_Tribune", "out_Tribune cites a1_a dock worker"},
            id="a chain runs from the outermost attribution inwards",
        ),
        pytest.param(
            """
            a1 @Post
                a dock worker: "we shut the bridge on Monday morning"
            """,
            {"a1 quotes a1_a dock worker"},
            id="direct speech quotes its source",
        ),
        pytest.param(
            """
            a1 @Post
                a dock worker > @Tribune: P
            """,
            {"a1 cites out_Tribune", "out_Tribune cites a1_a dock worker"},
            id="whoever told another outlet is reached through it",
        ),
        pytest.param(
            """
            a1 @Post
                a dock worker > @Tribune: P
                a dock worker: "we shut the bridge on Monday morning"
            """,
            {"a1 cites out_Tribune", "out_Tribune quotes a1_a dock worker"},
            id="who told another outlet once speaks to it further down too",
        ),
        pytest.param(
            """
            a1 @Post
                Ann Hale > @Tribune: P
                Ann Hale > @Post: P
            """,
            {"a1 cites out_Tribune", "out_Tribune cites per_Ann Hale", "a1 cites per_Ann Hale"},
            id="unless the own outlet was told as well",
        ),
        pytest.param(
            """
            a1 @Post
                ?reports: P
                @Tribune: P
            """,
            {"a1 cites out_Tribune"},
            id="bare reports are those of the outlet that the article names",
        ),
        pytest.param(
            """
            a1 @Post
                ?local media: P
                @Tribune: P
            """,
            {"a1 cites out_Tribune", "a1 cites a1_local media"},
            id="but local media are others beside it",
        ),
        pytest.param(
            """
            a1 @Post
                ?reports < @Tribune: P
            """,
            {"a1 cites out_Tribune"},
            id="a relay is no step before a source that is named",
        ),
        pytest.param(
            """
            a1 @Post
                a dock worker > @Post: P
            """,
            {"a1 cites a1_a dock worker"},
            id="whoever told the own outlet is reached directly",
        ),
        pytest.param(
            """
            a1 @Post
                a dock worker > #Harbour Board: P
            """,
            {"a1 cites a1_a dock worker"},
            id="an addressee that is no outlet relays nothing",
        ),
        pytest.param(
            """
            a1 @Post
                a contact of @Tribune: P
            """,
            {"a1 cites out_Tribune", "out_Tribune cites a1_a contact"},
            id="an outlet's source is reached through the outlet",
        ),
        pytest.param(
            """
            a1 @Post
                Ann Hale of #Harbour Board: P
            """,
            {"a1 cites per_Ann Hale"},
            id="a person who speaks for a body stands for himself",
        ),
        pytest.param("a1 @Post\n    @Post: P", set(), id="the own outlet is no source of itself"),
        pytest.param("a1 @Post\n    it: P", set(), id="an attribution to nobody is no edge"),
        pytest.param("a1 @Post\n    P", set(), id="own voice is no edge"),
        pytest.param(
            """
            a1 @Post
                it < a dock worker: P
            """,
            {"a1 cites a1_a dock worker"},
            id="nobody in the middle of a chain is passed over",
        ),
        pytest.param(
            """
            a1 @Post
                P
                credit closing line @Northwire
            """,
            {"a1 republishes out_Northwire"},
            id="a closing line credits",
        ),
        pytest.param(
            """
            a1 @Post
                P
                credit dateline @Post
            """,
            set(),
            id="a dateline of the own outlet credits nobody",
        ),
        pytest.param(
            """
            a1 @Post
                @Northwire: P
                credit link @Northwire
            """,
            {"a1 cites out_Northwire"},
            id="a link on words that cite adds nothing",
        ),
    ],
)
def test_who_has_it_from_whom_by_one_article(notation, expected):
    assert arrows(notation) == expected


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        pytest.param(
            """
            a1 @Post 2031-05-02
                @Tribune: P
            a2 @Tribune 2031-05-01
                a dock worker: P
            """,
            {"a1 cites a2", "a2 cites a2_a dock worker"},
            id="a cited outlet is its own article",
        ),
        pytest.param(
            """
            a1 @Post 2031-05-02
                @Tribune: P
            a2 @Tribune 2031-05-03
                a dock worker: P
            """,
            {"a1 cites out_Tribune", "a2 cites a2_a dock worker"},
            id="a later article cannot be what was cited",
        ),
        pytest.param(
            """
            a1 @Post 2031-05-02T11:30Z
                @Tribune: P
            a2 @Tribune 2031-05-02T17:30Z
                a dock worker: P
            """,
            {"a1 cites a2", "a2 cites a2_a dock worker"},
            id="unless it is the outlet's only page, of the same day: perhaps stamped anew",
        ),
        pytest.param(
            """
            a1 @Post 2031-05-09
                @Tribune: P
            a2 @Tribune 2031-05-01
                P
            a3 @Tribune 2031-05-08
                P
            """,
            {"a1 cites a3"},
            id="of two articles the nearest in time",
        ),
        pytest.param(
            """
            a1 @Post
                @Tribune: P
            a2 @Tribune 2031-05-01
                not P
            """,
            {"a1 cites out_Tribune"},
            id="an article that only denies gives nobody the claim",
        ),
        pytest.param(
            """
            a1 @Post 2031-05-02
                @Tribune < a dock worker: P
            a2 @Tribune 2031-05-01
                P
            """,
            {"a1 cites a2", "a2 cites a1_a dock worker"},
            id="what others tell of an outlet's source hangs on its article",
        ),
    ],
)
def test_a_cited_outlet_is_bound_to_its_own_article(notation, expected):
    assert arrows(notation) == expected


@pytest.mark.parametrize(
    ("cited", "expected"),
    [
        pytest.param("#Southern Lantern", {"a1 cites a2"}, id="taken for a body"),
        pytest.param("Southern Lantern", {"a1 cites a2"}, id="taken for a person"),
        pytest.param("#Lantern", {"a1 cites org_Lantern"}, id="another name"),
    ],
)
def test_a_publisher_of_the_collection_is_an_outlet_by_its_name(cited, expected):
    assert arrows(f"a1 @Post\n    {cited}: P\na2 @The Southern Lantern\n    P") == expected


@pytest.mark.parametrize(
    ("cited", "kind", "expected"),
    [
        pytest.param("#Foo Labs", SourceKind.ORGANISATION, SourceKind.ORGANISATION, id="surely a body"),
        pytest.param("=Foo Labs", SourceKind.ORGANISATION, SourceKind.OUTLET, id="only by its look"),
        pytest.param("Foo Labs", SourceKind.PERSON, SourceKind.OUTLET, id="for a person"),
    ],
)
def test_a_publisher_is_the_body_that_a_page_takes_it_for(cited, kind, expected):
    story = read_story(f"a1 @Post\n    {cited}: P\na2 @Foo Labs\n    P")
    resolved = {one: reading.resolved for one, reading in story.readings.items()}
    sources = tuple(
        structs.replace(one, kind=kind, mentions=(Span(0, 1),)) if one.name == "Foo Labs" else one
        for one in resolved["a1"].sources
    )
    own = structs.replace(resolved["a2"].outlet, outlet_id=None)
    readings = [
        structs.replace(story.readings["a1"], resolved=structs.replace(resolved["a1"], sources=sources)),
        structs.replace(story.readings["a2"], resolved=structs.replace(resolved["a2"], outlet=own)),
    ]
    assert outlets_by_name(readings)["foo labs"].kind is expected


def test_who_the_claim_itself_names_as_speaking_is_no_source_of_it():
    story = read_story("a1 @Post\n    @Tribune < #Foo: P")
    claim = structs.replace(story.claim, text=f"Foo said that {story.claim.text}")
    edges = trace_claim(claim, story.readings, []).edges
    assert [(edge.taker, edge.giver) for edge in edges] == [("a1", "out_Tribune")]


def test_the_own_outlet_is_known_by_its_name():
    notation = """
    a1 @The Southern Lantern
        a clerk > #Southern Lantern: P
        #Southern Lantern: P
    """
    assert arrows(notation) == {"a1 cites a1_a clerk"}


def test_a_source_in_copied_text_is_the_other_pages_wherever_it_is_named_again():
    story = read_story(
        """
        a1 @Tribune 2031-05-01
            a clerk: P
        a2 @Post 2031-05-02
            a clerk: P
            copies a1
            a clerk: P
        """
    )
    (edge,) = [edge for edge in story.graph().edges if edge.giver == "a2_a clerk"]
    assert edge.via_copy


def test_a_page_cited_hours_before_its_stamp_is_flagged():
    graph = read_story(
        """
        a1 @Post 2031-05-02T11:30Z
            @Tribune: P
        a2 @Tribune 2031-05-02T17:30Z
            P
        """
    ).graph()
    assert [edge.flags for edge in graph.edges] == [("impossible order",)]


def test_a_link_to_a_later_page_is_kept_and_flagged():
    graph = read_story(
        """
        a1 @Post 2031-05-01
            P
            links https://www.tribune.example/bridge/#top
        a2 @Tribune 2031-05-03
            url http://tribune.example/bridge
            P
        """
    ).graph()
    (edge,) = graph.edges
    assert (edge.taker, edge.giver, edge.kind, edge.flags) == ("a1", "a2", "links", ("impossible order",))


@pytest.mark.parametrize(
    ("notation", "supports", "denies"),
    [
        pytest.param(
            """
            a1 @Post
                @Tribune < #Harbour Board: not P
            """,
            set(),
            {"a1 cites out_Tribune", "out_Tribune cites org_Harbour Board"},
            id="a relayed denial denies all the way",
        ),
        pytest.param(
            """
            a1 @Post
                @Tribune: P
                #Harbour Board: not P
            """,
            {"a1 cites out_Tribune"},
            {"a1 cites org_Harbour Board"},
            id="a report and its denial are kept apart",
        ),
    ],
)
def test_a_denial_is_an_edge_of_its_own(notation, supports, denies):
    assert arrows(notation) == supports
    assert arrows(notation, "denies") == denies


def test_a_mention_of_a_negative_attribution_is_a_denial():
    story = read_story("a1 @Post\n    @Tribune: P\n    #Port: not P")
    positive = tuple(structs.replace(one, polarity=Polarity.POSITIVE) for one in story.claim.mentions)
    story.claim = structs.replace(story.claim, mentions=positive)
    assert {(edge.giver, edge.stance) for edge in story.graph().edges} == {
        ("out_Tribune", "supports"),
        ("org_Port", "denies"),
    }


def test_who_tells_of_a_denial_supports_nothing():
    notation = """
    a1 @Post
        @Tribune: P
        a spokesman < #Harbour Board: not P
    """
    story = read_story(notation)
    holder = next(
        one
        for one in story.readings["a1"].resolved.attributions
        if one.parent is None and one.source_id == "a1_a spokesman"
    )
    told = structs.replace(
        story.claim.mentions[0], id="men_told", attribution_id=holder.id, spans=holder.content
    )
    claim = structs.replace(story.claim, mentions=(*story.claim.mentions, told))
    edges = trace_claim(claim, story.readings, ()).edges
    assert {edge.giver for edge in edges if edge.stance == "supports"} == {"out_Tribune"}


def test_an_unnamed_source_ends_a_chain():
    notation = """
    a1 @Post
        a dock worker < @Tribune: P
    """
    assert arrows(notation) == {"a1 cites a1_a dock worker", "a1 cites out_Tribune"}


def test_whoever_says_that_he_does_not_comment_denies_nothing():
    notation = """
    a1 @Post
        @Tribune: P
        #Harbour Board: not P
        declines #Harbour Board
    """
    story = read_story(notation)
    reading = story.readings["a1"]
    (refusal,) = reading.resolved.refusals
    denial = next(one for one in reading.resolved.attributions if one.source_id == refusal.source_id)
    resolved = structs.replace(reading.resolved, refusals=(structs.replace(refusal, cue=denial.content),))
    edges = trace_claim(story.claim, {"a1": structs.replace(reading, resolved=resolved)}, ()).edges
    assert {edge.stance for edge in edges if edge.giver == "org_Harbour Board"} == {"declines"}


def test_who_declines_to_comment_is_an_edge_and_who_was_not_reached_is_none():
    notation = """
    a1 @Post
        P
        declines #Harbour Board
        unreached #Port Union
    """
    assert arrows(notation, "declines") == {"a1 cites org_Harbour Board"}
    assert arrows(notation) == set()


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        pytest.param(
            """
            a1 @Tribune 2031-05-01
                a dock worker: P
            a2 @Post 2031-05-02
                a dock worker: P
                copies a1
            """,
            {("a2", "a1", "copies", False), ("a2", "a2_a dock worker", "cites", True)},
            id="the copier's own edges are marked",
        ),
        pytest.param(
            """
            a1 @Tribune 2031-05-01
                P
            a2 @Post 2031-05-02
                P
                copies a1
            a3 @Echo 2031-05-03
                P
                copies a2
            """,
            {("a2", "a1", "copies", False), ("a3", "a1", "copies", False)},
            id="a copy of a copy has it from the earliest holder",
        ),
        pytest.param(
            """
            a1 @Tribune 2031-05-01
                P
            a2 @Post 2031-05-02
                P
                copies a1 0.9 credited
                @Tribune: P
            """,
            {("a2", "a1", "cites", False)},
            id="a copy of the very article that its own words cite needs no second edge",
        ),
        pytest.param(
            """
            a1 @Tribune 2031-05-01
                a clerk > @Tribune: P
            a2 @Post 2031-05-02
                a clerk > @Tribune: P
                copies a1
            """,
            {("a2", "a1", "copies", False), ("a2", "a1", "cites", True)},
            id='a copied "told us" names the other and credits nobody',
        ),
        pytest.param(
            """
            a1 @Tribune 2031-05-01
                P
            a2 @Post 2031-05-02
                P
                credit closing line @Tribune
                copies a1 0.9 credited
            """,
            {("a2", "a1", "republishes", False), ("a2", "a1", "copies", False)},
            id="a copy with a credit line has both: the credit and the words",
        ),
        pytest.param(
            """
            a1 @Tribune 2031-05-01
                @Northwire: P
            a2 @Post 2031-05-02
                @Northwire: P
                copies a1 0.9 credited
            """,
            {("a2", "a1", "copies", False), ("a2", "out_Northwire", "cites", True)},
            id="two copies of one wire are a copy of each other",
        ),
    ],
)
def test_copies(notation, expected):
    edges = read_story(notation).graph().edges
    assert {(one.taker, one.giver, one.kind, one.via_copy) for one in edges if one.taker != "a1"} == expected


def test_articles_that_copy_one_another_have_one_first():
    notation = """
    a1 @Tribune
        P
        copies a2 0.9 unordered
    a2 @Post
        P
        copies a1 0.9 unordered
    """
    assert arrows(notation) == {"a2 copies a1"}


@pytest.mark.parametrize(
    ("statements", "voice"),
    [
        pytest.param(["P"], Voice.ASSERTED, id="own voice"),
        pytest.param(["a dock worker: P"], Voice.ATTRIBUTED, id="a source, named or described"),
        pytest.param(["@Post: P"], Voice.ASSERTED, id="the own outlet is own voice"),
        pytest.param(["P", "~@Tribune: P"], Voice.HEDGED, id="distance goes before attribution"),
        pytest.param(["~it: P", "#Port: not P"], Voice.DENIED, id="a denial among the first sentences"),
        pytest.param(["P", "P", "P", "#Port: not P"], Voice.ASSERTED, id="a denial further down"),
        pytest.param(["a dock worker: P", "~it: P"], Voice.HEDGED, id="hedged in the outlet's own voice"),
        pytest.param(
            ["#Port < it: P"], Voice.ATTRIBUTED, id="hearsay inside another's words is not the writer's"
        ),
        pytest.param(["#Port < ~it: P"], Voice.HEDGED, id="doubt about another's words is the writer's"),
        pytest.param(["P | has withdrawn its report"], Voice.HEDGED, id="who takes it back does not vouch"),
        pytest.param(["P | and more", "#Port: P"], Voice.ATTRIBUTED, id="asserted once, attributed once"),
    ],
)
def test_the_voice_of_an_article(statements, voice):
    story = read_story("a0 @Tribune\n    P\na1 @Post\n" + "\n".join("    " + one for one in statements))
    assert story.graph().carriers[1].voice is voice


@pytest.mark.parametrize(
    ("statements", "expected"),
    [
        pytest.param(["@Post: P"], "Post said", id="an attribution to itself"),
        pytest.param(["P | as our correspondent saw"], "our correspondent", id="a phrase of the lexicon"),
        pytest.param(["@Tribune: P | as our correspondent saw"], None, id="not beside another's words"),
        pytest.param(["P"], None, id="nothing"),
    ],
)
def test_an_outlet_speaks_from_its_own_knowledge_only_where_its_words_show_it(statements, expected):
    graph = read_story("a1 @Post\n" + "\n".join("    " + one for one in statements)).graph()
    shown = graph.carriers[0].speaks_from_knowledge
    assert (shown.text if shown else None) == expected


def test_every_evidence_is_the_exact_words_of_its_article():
    story = read_story(
        """
        a1 @Post
            @Tribune < a dock worker: P 30 boats
            P 30 boats
            credit closing line @Northwire
            declines #Harbour Board
        a2 @Tribune
            P 40 boats | has learned
        """
    )
    graph = story.graph()
    for evidence in [edge.evidence for edge in graph.edges]:
        assert story.readings[evidence.article_id].article.cut(evidence.span) == evidence.text
    assert [quantity.value for quantity in graph.carriers[0].quantities] == [30]


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        pytest.param(["30 boats", "40 boats"], [[30], [40]], id="the same thing, counted otherwise"),
        pytest.param(["30 boats", "30 vessels"], [[30], [30]], id="the same value under another word"),
        pytest.param(["30 boats", "80 tonnes"], [[], []], id="what one page alone counts"),
        pytest.param(["2 years", "2 gates"], [[], []], id="a small number shared by chance"),
        pytest.param(["80 tonnes"], [[80]], id="one carrier keeps all"),
    ],
)
def test_a_carrier_has_the_claims_own_quantities(figures, expected):
    lines = [f"a{place} @Post\n    P {figure}" for place, figure in enumerate(figures)]
    carriers = read_story("\n".join(lines)).graph().carriers
    assert [[quantity.value for quantity in carrier.quantities] for carrier in carriers] == expected


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        pytest.param("an insider", False, id="a description"),
        pytest.param("#Palace", False, id="one word for a body that the text does not say of anybody"),
        pytest.param("#Port Authority", True, id="a body under its name"),
        pytest.param("Bo Lind", True, id="a person"),
        pytest.param("@Tribune", True, id="an outlet"),
    ],
)
def test_a_headlines_short_source_is_no_second_one(source, shown):
    story = read_story(f"a1 @Post\n    {source}: P\n    Ann Hale: P")
    reading = story.readings["a1"]
    bare = source.lstrip("@#")
    title = Span(0, len(bare), Part.TITLE)
    first, second = reading.resolved.attributions
    headline = structs.replace(first, source=(title,), cue=())
    sources = [
        structs.replace(one, mentions=(title,)) if one.id == first.source_id else one
        for one in reading.resolved.sources
    ]
    resolved = structs.replace(reading.resolved, attributions=(headline, second), sources=tuple(sources))
    story.readings["a1"] = structs.replace(
        reading, article=structs.replace(reading.article, title=bare), resolved=resolved
    )
    assert (first.source_id in {edge.giver for edge in story.graph().edges}) == shown
    assert "per_Ann Hale" in {edge.giver for edge in story.graph().edges}


def test_a_name_that_one_page_guesses_is_of_the_kind_that_another_tells():
    story = read_story("a1 @Post\n    =Clean Tides: P\na2 @Echo\n    #Clean Tides: P")
    (node,) = (one for one in story.graph().nodes if not one.is_article)
    assert (node.source_kind, node.guessed) == (SourceKind.ORGANISATION, False)


def test_a_mention_without_its_article_is_left_out():
    story = read_story("a1 @Post\n    P\na2 @Tribune\n    P")
    del story.readings["a2"]
    assert [carrier.article_id for carrier in story.graph().carriers] == ["a1"]
    assert story.answer().independent_origins.at_most == 1


def test_the_graph_does_not_depend_on_the_order_of_the_input():
    notation = """
    a1 @Post
        @Tribune < a dock worker: P
    a2 @Tribune
        P
        copies a1 0.9 unordered
    a3 @Echo
        #Port: not P
        @Post: P
    """
    story, turned = read_story(notation), read_story(notation)
    turned.readings = dict(reversed(turned.readings.items()))
    turned.copies.reverse()
    turned.claim = type(turned.claim)(
        id=turned.claim.id, text=turned.claim.text, mentions=turned.claim.mentions[::-1]
    )
    assert story.graph() == turned.graph()
    assert story.answer() == turned.answer()


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        pytest.param(
            """
            a1 @Post
                #Port Authority: P
                Ann Hale of #Port Authority > @Norpress: Q
            """,
            {"a1 cites org_Port Authority", "a1 cites out_Norpress", "out_Norpress cites per_Ann Hale"},
            id="the officer who speaks right behind his body's word gave it, the way that his own came",
        ),
        pytest.param(
            """
            a1 @Post
                #Port Authority: P
                Ann Hale > @Norpress: Q
            a2 @Herald
                Ann Hale of #Port Authority: Q
                P
            """,
            {"a1 cites org_Port Authority", "a1 cites out_Norpress", "out_Norpress cites per_Ann Hale"},
            id="another page may tell for which body a person speaks",
        ),
        pytest.param(
            """
            a1 @Post
                #Port Authority: P
                Ann Hale of #Coastguard: Q
            """,
            {"a1 cites org_Port Authority"},
            id="who speaks for another body gave nothing",
        ),
        pytest.param(
            """
            a1 @Post
                Ann Hale of #Port Authority: Q
                #Port Authority: P
            """,
            {"a1 cites org_Port Authority"},
            id="who speaks before the claim is given gave nothing",
        ),
        pytest.param(
            """
            a1 @Post
                #Port Authority: P
                Ann Hale of #Port Authority: Q
            a2 @Herald
                Ann Hale of #Port Authority: not P
            """,
            {"a1 cites org_Port Authority"},
            id="who denies the claim did not give it",
        ),
        pytest.param(
            """
            a1 @Post
                #Port Authority: P
                #Port Authority: not P
                Ann Hale of #Port Authority: Q
            """,
            {"a1 cites org_Port Authority"},
            id="whose body takes it back did not give it",
        ),
    ],
)
def test_a_body_s_word_is_that_of_its_officer(notation, expected):
    assert arrows(notation) == expected


def test_an_officer_s_step_is_inferred():
    graph = read_story(
        """
        a1 @Post
            #Port Authority: P
            Ann Hale of #Port Authority: Q
        """
    ).graph()
    assert {edge.giver: edge.inferred for edge in graph.edges} == {
        "org_Port Authority": False,
        "per_Ann Hale": True,
    }


@pytest.mark.parametrize(
    ("languages", "called", "expected"),
    [
        pytest.param(("en",), ("NFA",), "NFA", id="the name that the page uses"),
        pytest.param(
            ("en", "en"), ("NFA", "the Norfolk Press Agency"), "Norfolk Press Agency", id="its own name"
        ),
        pytest.param(
            ("de", "en"), ("NPA", "Norfolk Press"), "Norfolk Press", id="pages in the claim's language"
        ),
        pytest.param(("de",), ("Нпа",), "Norfolk Press Agency", id="no name in another alphabet"),
    ],
)
def test_an_outlet_is_named_as_the_pages_name_it(languages, called, expected):
    story = read_story(
        "\n".join(
            f"a{place} @Post 2031-05-02 in {language}\n    @Norfolk Press Agency: P"
            for place, language in enumerate(languages)
        )
        + "\na9 @Herald 2031-05-02 in en\n    P"
    )
    for place, name in enumerate(called):
        reading = story.readings[f"a{place}"]
        sources = tuple(
            structs.replace(source, called=(name,)) if source.name == "Norfolk Press Agency" else source
            for source in reading.resolved.sources
        )
        resolved = structs.replace(reading.resolved, sources=sources)
        story.readings[f"a{place}"] = structs.replace(reading, resolved=resolved)
    claim = structs.replace(
        story.claim,
        mentions=tuple(
            structs.replace(one, text="other words")
            if one.article_id == "a0" and languages[0] != "en"
            else one
            for one in story.claim.mentions
        ),
    )
    nodes = trace_claim(claim, story.readings, ()).nodes
    assert [node.name for node in nodes if not node.is_article] == [expected]


@pytest.mark.parametrize(
    ("national", "expected"),
    [
        pytest.param([("police",), ("police",)], {"#1"}, id="one bare kind in two languages is one body"),
        pytest.param(
            [("police",), ("police", "harrow")], {"#1"}, id="the bare word is the one that is named"
        ),
        pytest.param(
            [("armed-forces", "UA"), ("armed-forces", "RU")], {"#1", "#2"}, id="two named ones are two"
        ),
        pytest.param(
            [("armed-forces", "UA"), ("armed-forces", "RU"), ("armed-forces",)],
            {"#1", "#2", "#3"},
            id="and the bare word is neither's",
        ),
        pytest.param([("police",), ("coastguard",)], {"#1", "#2"}, id="two kinds are two bodies"),
        pytest.param([(), ()], {"#1", "#2"}, id="nothing tells that they are one"),
    ],
)
def test_national_bodies_of_one_kind_are_one(national, expected):
    names = ("Aaa", "Bbb", "Ccc")
    story = read_story("\n".join(f"a{place} @Post\n    #{names[place]}: P" for place in range(len(national))))
    for place, kind in enumerate(national):
        reading = story.readings[f"a{place}"]
        sources = tuple(
            structs.replace(source, national=kind) if source.kind is SourceKind.ORGANISATION else source
            for source in reading.resolved.sources
        )
        resolved = structs.replace(reading.resolved, sources=sources)
        story.readings[f"a{place}"] = structs.replace(reading, resolved=resolved)
    numbered = {f"org_{name}": f"#{place}" for place, name in enumerate(names, 1)}
    assert {numbered[node.id] for node in story.graph().nodes if not node.is_article} == expected


@pytest.mark.parametrize(
    ("language", "inferred"),
    [
        pytest.param("en", False, id="one language: the page names the other"),
        pytest.param("fr", True, id="two languages: that both carry one claim is inferred"),
    ],
)
def test_a_step_to_an_article_in_another_language_is_inferred(language, inferred):
    notation = f"""
        a1 @Post 2031-05-01 in en
            a dock worker: P
        a2 @Tribune 2031-05-02 in {language}
            @Post: P
        """
    edges = {(edge.taker, edge.giver): edge.inferred for edge in read_story(notation).graph().edges}
    assert edges["a2", "a1"] is inferred


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        pytest.param("Компания Торвик Палп", {"org_Torvik Pulp"}, id="one body in two scripts"),
        pytest.param(
            "Компания Ласко Палп", {"org_Torvik Pulp", "org_Компания Ласко Палп"}, id="another body"
        ),
    ],
)
def test_a_body_is_known_again_in_another_script(other, expected):
    notation = f"a1 @Post\n    #Torvik Pulp: P\na2 @Echo in ru\n    #{other}: P"
    assert {edge.giver for edge in read_story(notation).graph().edges} == expected
