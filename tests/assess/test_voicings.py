"""Who denies, who confirms, who only repeats, and who was first."""

import pytest

from story import read_story


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        pytest.param(
            """
            a1 @Post
                P
                #Port: not P
            a2 @Echo
                @Dispatch < #Port: not P
            """,
            [("Port", ("a1", "a2"))],
            id="the innermost denier, with all who carry it",
        ),
        pytest.param(
            """
            a1 @Post
                P
                a spokesman of #Port: not P
            """,
            [("Port", ("a1",))],
            id="an unnamed spokesman denies for his body",
        ),
        pytest.param(
            """
            a1 @Post
                P
                Ann Hale of #Port: not P
            """,
            [("Ann Hale", ("a1",))],
            id="a named one denies under his name",
        ),
        pytest.param(
            """
            a1 @Post
                P
                @Echo < #Port: not P
            a2 @Tribune
                @Echo: not P
            """,
            [("Port", ("a1", "a2"))],
            id="an outlet of which another page tells the denier only passes on",
        ),
        pytest.param(
            """
            a1 @Post 2031-05-02
                @Echo: not P
                P
            a2 @Echo 2031-05-01
                #Port: not P
            """,
            [("Port", ("a1", "a2"))],
            id="through an outlet's own article",
        ),
        pytest.param(
            """
            a1 @Post
                P
                #Port: not P
            a2 @Echo
                #Port < Ann Hale: not P
            """,
            [("Ann Hale", ("a2",)), ("Port", ("a1",))],
            id="what one article tells further says nothing of the others",
        ),
        pytest.param(
            """
            a1 @Post
                the rebels: not P
            a2 @Echo
                The rebels: not P
            """,
            [("the rebels", ("a1", "a2"))],
            id="a capital at the head of a sentence makes no second denier",
        ),
        pytest.param(
            """
            a1 @Post
                P
            a2 @Echo
                @Dispatch < Ann Hale: not P
            a3 @Wave
                @Dispatch < Ann Hale: not P
            """,
            [("Ann Hale", ("a2", "a3"))],
            id="an outlet that hands it on in two articles is no denier",
        ),
        pytest.param(
            """
            a1 @Post
                P
            a2 @Echo
                not P
            """,
            [("Echo", ("a2",))],
            id="an outlet in its own voice",
        ),
        pytest.param(
            """
            a1 @Post
                P
                declines #Port
            """,
            [],
            id="who declines denies nothing",
        ),
    ],
)
def test_denials(notation, expected):
    assert [(one.name, one.articles) for one in read_story(notation).answer().denials] == expected


def test_origins_have_a_stance():
    origins = (
        read_story(
            """
        a1 @Post
            #Office < #Port: P
            Bo Lind: not P
            declines Cy Moss
        """
        )
        .answer()
        .origins
    )
    assert [(one.name, one.stance) for one in origins] == [
        ("Port", "supports"),
        ("Bo Lind", "denies"),
        ("Cy Moss", "declines"),
        ("Office", "repeats"),
    ]


def test_a_confirmation_is_a_named_origin_that_the_first_article_does_not_lead_to():
    answer = read_story(
        """
        a1 @Post 2031-05-01
            a clerk: P
        a2 @Echo 2031-05-02
            @Post: P
            Ann Hale: P
        """
    ).answer()
    assert [(one.name, one.articles) for one in answer.confirmations] == [("Ann Hale", ("a2",))]


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        pytest.param(
            """
            a1 @Post 2031-05-02T08:00Z
                P
            a2 @Echo 2031-05-01T08:00Z
                P
            """,
            ("a2",),
            id="the earlier of two times",
        ),
        pytest.param(
            """
            a1 @Post 2031-05-01T08:00Z
                P
            a2 @Echo 2031-05-01
                P
            """,
            ("a2", "a1"),
            id="a bare day is the whole day",
        ),
        pytest.param(
            "a1 @Post\n    P\na2 @Echo 2031-05-01\n    P", ("a2",), id="the undated are never first"
        ),
        pytest.param("a1 @Post\n    P", (), id="nothing is dated"),
        pytest.param(
            """
            a1 @Post 2031-05-01
                @Echo: P
            a2 @Echo 2031-05-01
                P
            """,
            ("a2",),
            id="who cites another of one day comes after it",
        ),
        pytest.param(
            """
            a1 @Post 2031-05-01
                @Echo: P
            a2 @Echo 2031-05-01
                @Post: P
            """,
            ("a1", "a2"),
            id="a circle tells no order",
        ),
    ],
)
def test_first_in_this_collection(notation, expected):
    assert read_story(notation).answer().first_in_collection == expected


def test_undated_carriers_are_listed_as_unresolved():
    unresolved = read_story("a1 @Post\n    Ann Hale: P").answer().unresolved
    assert [one.what for one in unresolved] == ["when Post published a1"]
