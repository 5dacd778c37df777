"""At least and at most: what joins origins, what keeps them apart, what ends short."""

import pytest

from story import read_story


def found(notation):
    origins = read_story(notation).answer().independent_origins
    return origins.at_least, origins.at_most, origins.unresolved_ends


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        pytest.param(
            """
            a1 @Post
                a dock worker: P
            a2 @Echo
                a dock worker: P
            """,
            (1, 2, 0),
            id="unnamed sources of two outlets: unknown",
        ),
        pytest.param(
            """
            a1 @Post 2031-05-02
                #Port Office: P
            a2 #Port Office 2031-05-01
                P
            """,
            (1, 1, 0),
            id="a body on its own page is an origin, and the one that others cite",
        ),
        pytest.param(
            """
            a1 @Post
                an official: P
            a2 @Écho in fr
                un ingénieur: P
            """,
            (1, 2, 0),
            id="roles in two languages are not compared",
        ),
        pytest.param(
            """
            a1 @Post
                a source: "we were told to be gone by noon on Monday"
            a2 @Echo
                an insider: "we were told to be gone by noon on Monday"
            """,
            (1, 1, 0),
            id="the same quotation: same",
        ),
        pytest.param(
            """
            a1 @Post
                a source: "on Monday we all heard they were told to be silent about it and never to return"
            a2 @Echo
                an insider: "as far as I can see they were told to be gone while we slept"
            """,
            (1, 2, 0),
            id="a set phrase inside two quotations: unknown",
        ),
        pytest.param(
            """
            a1 @Post
                a source: "it is certain that 40 came, they sit in sheds in Oldport and the hills of Marn"
            a2 @Echo
                an insider: "the number 40 is certain; they are in sheds at Oldport and the hills of Marn"
            """,
            (1, 1, 0),
            id="one quotation in two translations: same",
        ),
        pytest.param(
            """
            a1 @Post
                a source: "forty men came on Monday and they sit in the sheds of the old harbour now"
            a2 @Echo
                an insider: "on Monday the guards counted some forty men who had come to the harbour by night"
            """,
            (1, 2, 0),
            id="two people on one matter share a few words: unknown",
        ),
        pytest.param(
            """
            a1 @Post
                a soldier: "it is certain that 40 came, they sit in sheds in Oldport and the hills of Marn"
            a2 @Echo
                a banker: "the number 40 is certain; they are in sheds at Oldport and the hills of Marn"
            """,
            (2, 2, 0),
            id="who cannot be one person is not joined by a retold quotation",
        ),
        pytest.param(
            """
            a1 @Post
                #Kestor: "we shut the bridge on Monday morning"
            a2 @Echo
                Ann Hale of #Kestor Salt: P
            """,
            (1, 2, 0),
            id="a body and the officer of one whose name begins with its name: unknown",
        ),
        pytest.param(
            """
            a1 @Post
                #Kestor: "we shut the bridge on Monday morning"
            a2 @Echo
                Ann Hale of #Norda: P
            """,
            (2, 2, 0),
            id="a body and the officer of another: different",
        ),
        pytest.param(
            """
            a1 @Post
                a source: "we were told to be gone by noon on Monday"
            a2 @Echo
                Ann Hale: "we were told to be gone by noon on Monday"
            """,
            (1, 2, 0),
            id="a quotation never gives an unnamed source a name",
        ),
        pytest.param(
            """
            a1 @Post
                @Tribune < a source: P
            a2 @Echo
                @Tribune < an informed insider: P
            """,
            (1, 1, 0),
            id="unnamed sources reached through one outlet: same",
        ),
        pytest.param(
            """
            a1 @Post
                @Tribune < a port official: P
            a2 @Echo
                @Tribune < a rebel: P
            """,
            (2, 2, 0),
            id="descriptions that exclude each other: different",
        ),
        pytest.param(
            """
            a1 @Post
                a source: P
                a second source: P
            """,
            (2, 2, 0),
            id="the text says that there are two: different",
        ),
        pytest.param(
            """
            a1 @Post
                a source: P
                an insider: P
            """,
            (1, 1, 0),
            id="the text does not say that there are two: same",
        ),
        pytest.param(
            """
            a1 @Post
                @Tribune < a source: P
                a clerk (independently confirmed): P
            """,
            (2, 2, 0),
            id="the text says independently confirmed: different",
        ),
        pytest.param(
            """
            a1 @Post
                Ann Hale: P
            a2 @Echo
                Bo Lind: P
            """,
            (2, 2, 0),
            id="two named persons: different",
        ),
        pytest.param(
            """
            a1 @Post
                Ann Hale of #Harbour Board: P
            a2 @Echo
                #Harbour Board: P
            a3 @Dispatch
                Bo Lind of #Harbour Board: P
            """,
            (1, 1, 0),
            id="officers and their body: same",
        ),
        pytest.param(
            """
            a1 @Post
                #Harbour Board: P
            a2 @Echo
                #Port Union: P
            """,
            (1, 2, 0),
            id="two bodies that are only named for it: unknown",
        ),
        pytest.param(
            """
            a1 @Post
                #Harbour Board > @Post: P
            a2 @Echo
                #Port Union: "we have closed it ourselves this morning"
            """,
            (2, 2, 0),
            id="two bodies that speak: different",
        ),
        pytest.param(
            """
            a1 @Post
                #Karland Red Crescent: P
            a2 @Echo
                #Red Crescent: "we have closed it ourselves this morning"
            """,
            (1, 1, 0),
            id="a body under a shorter name: same",
        ),
        pytest.param(
            """
            a1 @Post
                #Karland > @Post: P
                #Karland Steel > @Post: P
            """,
            (1, 1, 0),
            id="a body's first word in one article: same",
        ),
        pytest.param(
            """
            a1 @Post
                #Karland > @Post: P
            a2 @Echo
                #Karland Steel > @Echo: P
            """,
            (2, 2, 0),
            id="a first word in two articles may be another body: different",
        ),
        pytest.param(
            """
            a1 @Post
                Karim Mustafa: P
            a2 @Echo
                Kareem Moustapha: P
            """,
            (1, 1, 0),
            id="two spellings of a person: same",
        ),
        pytest.param(
            """
            a1 @Post
                Ann Hale: P
            a2 @Echo
                a clerk: P
            """,
            (1, 2, 0),
            id="a named and an unnamed one: unknown",
        ),
        pytest.param(
            """
            a1 @Post
                @Post: P
            a2 @Echo
                @Echo: P
            """,
            (2, 2, 0),
            id="two outlets from own knowledge: different",
        ),
        pytest.param(
            """
            a1 @Post [Coast Media]
                @Post: P
            a2 @Echo [Coast Media]
                @Echo: P
            """,
            (1, 2, 0),
            id="two outlets of one owner: unknown",
        ),
        pytest.param(
            """
            a1 @Post 2031-05-01
                @Post: P
            a2 @Post 2031-05-02
                @Post: P
            """,
            (1, 1, 0),
            id="one outlet twice: same",
        ),
        pytest.param(
            """
            a1 @Post
                @Tribune (first reported): P
            """,
            (1, 1, 0),
            id="an outlet that others name as the finder is an origin",
        ),
        pytest.param(
            """
            a1 @Post
                @Tribune < a Karland source: P
            a2 @Echo
                a Karlandic source: P
                @Tribune: P
            """,
            (1, 1, 0),
            id="a page that credits an outlet has its like-described source from there",
        ),
        pytest.param(
            """
            a1 @Post
                @Tribune < a Karland source: P
            a2 @Echo
                a Karlandic source > @Echo: P
                @Tribune: P
            """,
            (1, 2, 0),
            id="unless that source spoke to the page's own outlet",
        ),
        pytest.param(
            """
            a1 @Post
                @Tribune < three people: P
            a2 @Echo
                someone close to the talks: P
                @Tribune: P
            """,
            (1, 2, 0),
            id="nor where the descriptions share no telling word",
        ),
        pytest.param(
            """
            a1 @Post
                @Tribune: P
                two people familiar with the matter: P
            a2 @Tribune
                two people familiar with the matter: P
            """,
            (1, 1, 0),
            id="unless they are the same words",
        ),
        pytest.param(
            """
            a1 @Post
                %a memo seen by the Post: P
            a2 @Echo
                @Post < %an internal memo: P
            """,
            (1, 1, 0),
            id="documents reached through one outlet: same",
        ),
        pytest.param(
            """
            a1 @Post
                %an internal memo: P
            a2 @Echo
                @Post < a clerk: P
            """,
            (1, 2, 0),
            id="a document and somebody who speaks: unknown",
        ),
        pytest.param(
            """
            a1 @Post
                Ann Hale: P
            a2 @Echo
                =Cape Lorne: P
            """,
            (1, 2, 0),
            id="a person and a name of which nothing tells whose it is: unknown",
        ),
        pytest.param(
            """
            a1 @Post
                Ann Hale: P
            a2 @Echo 2031-05-02 in fr
                #Protection Civile: "we were told to be gone by noon"
            """,
            (1, 2, 0),
            id="a person and a body named in another language, which may be hers: unknown",
        ),
        pytest.param(
            """
            a1 @Post
                Ann Hale: P
            a2 @Echo 2031-05-02 in fr
                Bo Lind: P
            """,
            (2, 2, 0),
            id="persons are named alike in all languages: different",
        ),
    ],
)
def test_pairs_are_same_different_or_unknown(notation, expected):
    assert found(notation) == expected


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        pytest.param("a1 @Post\n    @Tribune: P", (1, 1, 1), id="a page nobody has collected"),
        pytest.param("a1 @Post\n    ?media reports: P", (1, 1, 1), id="a vague relay"),
        pytest.param("a1 @Post\n    P\na2 @Echo\n    P", (1, 2, 2), id="carriers that name nobody"),
        pytest.param(
            """
            a1 @Post
                @Tribune: P
            a2 @Echo
                @Tribune: P
            """,
            (1, 1, 1),
            id="an outlet is one end, however many cite it",
        ),
        pytest.param(
            """
            a1 @Post
                Ann Hale: P
            a2 @Echo
                ?media reports: P
            a3 @Dispatch
                P
            """,
            (1, 1, 2),
            id="ends stand beside an origin",
        ),
        pytest.param(
            """
            a1 @Post
                @Echo: P
            a2 @Echo
                @Post: P
            """,
            (1, 1, 1),
            id="a circle is one end",
        ),
        pytest.param(
            """
            a1 @Post
                @Echo: P
            a2 @Echo
                @Post: P
                Ann Hale: P
            """,
            (1, 1, 0),
            id="a circle with an exit is none",
        ),
        pytest.param(
            """
            a1 @Post
                @Tribune < Ann Hale: P
            a2 @Echo
                Ann Hale < @Tribune: P
            """,
            (1, 1, 0),
            id="a person in a circle could know",
        ),
        pytest.param("a1 @Post\n    P | we retract\na2 @Echo\n    P", (1, 1, 1), id="a retraction is no end"),
        pytest.param("a1 @Post\n    P\n    #Port: not P", (1, 1, 1), id="a denial is not subtracted"),
        pytest.param(
            """
            a1 @Northwire 2031-05-01
                a clerk: P
            a2 @Post 2031-05-02
                an official: P
                credit closing line @Northwire
            """,
            (1, 1, 0),
            id="a republished page's sources are the wire's",
        ),
        pytest.param(
            """
            a1 @Northwire 2031-05-01
                a clerk: P
            a2 @Post 2031-05-02
                a clerk: P
                credit closing line @Northwire
            a3 @Echo 2031-05-02
                a clerk: P
                credit dateline @Northwire
            """,
            (1, 1, 0),
            id="a wire's source is one, whoever republishes it",
        ),
        pytest.param(
            """
            a1 @Northwire 2031-05-01
                a clerk: P
            a2 @Post 2031-05-02
                a clerk: P
                copies a1
            """,
            (1, 1, 0),
            id="a copied source is the earlier page's",
        ),
        pytest.param(
            """
            a1 @Northwire 2031-05-01
                a clerk: P
            a2 @Post 2031-05-02
                a clerk: P
                copies a1 0.1
            """,
            (1, 2, 0),
            id="an unsure copy widens the range",
        ),
        pytest.param(
            """
            a1 @Northwire 2031-05-01
                @Northwire: P
            a2 @Post 2031-05-02
                @Post: P
                copies a1
            """,
            (1, 1, 0),
            id="own knowledge in copied text is the earlier outlet's",
        ),
    ],
)
def test_where_chains_end(notation, expected):
    assert found(notation) == expected


def test_a_range_says_why():
    why = (
        read_story(
            """
        a1 @Post
            Ann Hale: P
        a2 @Echo
            Bo Lind: P
        a3 @Dispatch
            @Tribune: P
        """
        )
        .answer()
        .independent_origins.why
    )
    assert why == (
        "at least 2: “Ann Hale” and “Bo Lind” are both named, and each speaks from own knowledge",
        "1 chain ends short of an origin and is not counted",
    )


def test_two_seeming_witnesses_are_told():
    why = (
        read_story(
            """
        a1 @Post
            @Tribune: P
            @Northwire: P
        a2 @Tribune
            @Northwire: P
        """
        )
        .answer()
        .independent_origins.why
    )
    assert "Post gives Tribune and Northwire for it, but Tribune has it from Northwire" in why


def test_more_than_twenty_groups_have_a_greedy_lower_bound():
    names = [f"Ann {first}o{second}a" for first in "BDFGLMNPR" for second in "lnt"]
    lines = [f"a{place} @Outlet\n    {name}: P" for place, name in enumerate(names)]
    assert found("\n".join(lines)) == (27, 27, 0)
