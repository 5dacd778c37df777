"""Each finding on a story that has it, and on one that lacks it by one word."""

import msgspec
import pytest

from ondit.assess.findings import FINDINGS
from story import read_story


def findings(notation):
    return {finding.kind: finding for finding in read_story(notation).answer().findings}


@pytest.mark.parametrize(
    ("kind", "notation", "text"),
    [
        pytest.param(
            "single origin",
            """
            a1 @Post
                Ann Hale: P
            a2 @Echo
                Ann Hale: P
            """,
            "All 2 articles that carry the claim lead to one origin.",
            id="single origin",
        ),
        pytest.param(
            "all origins unnamed",
            """
            a1 @Post
                a clerk: P
            """,
            "No origin of the claim is named; each is known by a description only.",
            id="all origins unnamed",
        ),
        pytest.param(
            "circular reporting",
            """
            a1 @Post
                @Echo: P
            a2 @Echo
                @Post: P
            """,
            "Echo, Post have it from one another: one place.",
            id="circular reporting",
        ),
        pytest.param(
            "copied without credit",
            """
            a1 @Post 2031-05-01
                P
            a2 @Echo 2031-05-02
                P
                copies a1
            """,
            "Echo shares its words on the claim with Post, without credit.",
            id="copied without credit",
        ),
        pytest.param(
            "plural made of one",
            """
            a1 @Post
                @Tribune < a clerk: P
            a2 @Echo
                @Tribune < clerks: P
            """,
            "“clerks” is “a clerk” elsewhere: one origin, told as several.",
            id="plural made of one",
        ),
        pytest.param(
            "hedge lost",
            """
            a1 @Post 2031-05-01
                ~a clerk: P
            a2 @Echo 2031-05-02
                P
                credit read more @Post
            """,
            "Echo asserts what it has from Post, where it is hedged.",
            id="hedge lost",
        ),
        pytest.param(
            "number drift",
            """
            a1 @Post
                P 30 boats
            a2 @Echo
                P more than 40 boats
            a3 @Dispatch
                P 30 boats
            """,
            "boats: 30 (2); more than 40 (1), by number of articles.",
            id="number drift",
        ),
        pytest.param(
            "denied by",
            """
            a1 @Post
                Ann Hale: P
            a2 @Echo
                Ann Hale: not P
            """,
            "Denied by Ann Hale, in 1 article.",
            id="denied by",
        ),
        pytest.param(
            "denies what it is cited for",
            """
            a1 @Post
                Ann Hale: P
            a2 @Echo
                Ann Hale: not P
            """,
            "Ann Hale denies the claim, and is given as a source of it elsewhere.",
            id="denied by the one cited for it",
        ),
        pytest.param(
            "denies what it is cited for",
            """
            a1 @Post
                #Port: P
            a2 @Echo
                Bo Lind of #Port: not P
            """,
            "Bo Lind denies the claim, and Port is given as a source of it elsewhere.",
            id="denied by the spokesman of the body cited for it",
        ),
        pytest.param(
            "no denial found",
            "a1 @Post\n    P",
            "No article of this collection carries a denial of the claim.",
            id="no denial found",
        ),
        pytest.param(
            "confirmed on own knowledge by",
            """
            a1 @Post 2031-05-01
                a clerk: P
            a2 @Echo 2031-05-02
                Ann Hale: P
            """,
            "Ann Hale confirms the claim from own knowledge.",
            id="confirmed on own knowledge by",
        ),
        pytest.param(
            "still carried after a retraction",
            """
            a1 @Post 2031-05-01
                a clerk: P
            a2 @Echo 2031-05-02
                @Post: P
            a3 @Post 2031-05-03
                @Post: not P
            """,
            "Post took the claim back; it is still carried from there by Echo.",
            id="still carried after a retraction",
        ),
        pytest.param(
            "still carried after a retraction",
            """
            a1 @Post 2031-05-01
                @Northwire: P
            a2 @Echo 2031-05-02
                P
                credit read more @Post
            a3 @Post 2031-05-02
                P | has withdrawn its report
            """,
            "Post took the claim back; it is still carried from there by Echo.",
            id="taken back without a denial",
        ),
        pytest.param(
            "impossible order",
            """
            a1 @Post 2031-05-01
                P
                links https://echo.example/1
            a2 @Echo 2031-05-03
                url https://echo.example/1
                P
            """,
            "Post (2031-05-01) has the claim from a page of Echo that is dated later (2031-05-03): "
            "one of the dates is wrong, or the page was changed.",
            id="impossible order",
        ),
        pytest.param(
            "cites itself",
            """
            a1 @Post
                @Post: P
            """,
            "Post gives its own report as a source of the claim: one place, told twice.",
            id="an outlet that cites itself",
        ),
        pytest.param(
            "cites itself",
            """
            a1 @Post 2031-05-01
                url https://post.example/1
                P
            a2 @Post 2031-05-02
                links https://post.example/1
                P
            """,
            "Post gives its own report as a source of the claim: one place, told twice.",
            id="a page that links to an earlier one of its outlet",
        ),
        pytest.param(
            "changed between versions",
            """
            a1 @Post 2031-05-01
                url https://post.example/1
                a clerk: P 30 boats
            a2 @Post 2031-05-02
                url https://post.example/1
                P 40 boats
            a3 @Echo 2031-05-02
                P 40 boats
            """,
            "Post changed its page: the claim was attributed, and is now asserted; boats: 30 before, 40 now.",
            id="another voice and another figure",
        ),
        pytest.param(
            "changed between versions",
            """
            a1 @Post 2031-05-01
                url https://post.example/1
                a clerk: P
            a2 @Post 2031-05-02
                url https://post.example/1
                a clerk: Q
            """,
            "Post changed its page: the later version does not carry the claim any more.",
            id="the claim was left out",
        ),
        pytest.param(
            "changed between versions",
            """
            a1 @Post 2031-05-01
                url https://post.example/1
                a clerk: P
            a2 @Post 2031-05-02
                url https://post.example/1
                a clerk: Q | we have withdrawn this report
            """,
            "Post changed its page: the later version takes the report back.",
            id="the report was taken back",
        ),
        pytest.param(
            "still carried after a retraction",
            """
            a1 @Post 2031-05-01
                url https://post.example/1
                a clerk: P
            a2 @Post 2031-05-03
                url https://post.example/1
                a clerk: Q | we have withdrawn this report
            a3 @Echo 2031-05-02
                @Post: P
            """,
            "Post took the claim back; it is still carried from there by Echo.",
            id="taken back in a later version",
        ),
        pytest.param(
            "not resolved",
            "a1 @Post\n    @Tribune: P",
            "A chain ends at Tribune: not in this collection.",
            id="not resolved",
        ),
    ],
)
def test_a_finding_is_told_in_words(kind, notation, text):
    assert findings(notation)[kind].text == text


@pytest.mark.parametrize(
    ("kind", "notation"),
    [
        pytest.param("single origin", "a1 @Post\n    Ann Hale: P", id="one carrier is no chorus"),
        pytest.param("all origins unnamed", "a1 @Post\n    a clerk: P\n    Ann Hale: P", id="one is named"),
        pytest.param("all origins unnamed", "a1 @Post\n    @Tribune: P", id="no origin at all"),
        pytest.param("number drift", "a1 @Post\n    P 30 boats\na2 @Echo\n    P 30 boats", id="one value"),
        pytest.param("denied by", "a1 @Post\n    P\n    declines #Port", id="no comment is no denial"),
        pytest.param("cites itself", "a1 @Post\n    P | has learned", id="it found the claim out itself"),
        pytest.param("cites itself", "a1 @Post\n    @Echo: P\na2 @Echo\n    P", id="another outlet is cited"),
        pytest.param(
            "changed between versions",
            """
            a1 @Post 2031-05-01
                url https://post.example/1
                a clerk: P 30 boats
            a2 @Post 2031-05-02
                url https://post.example/1
                a clerk: P 30 boats | and a word more
            """,
            id="what it says of the claim has not changed",
        ),
        pytest.param(
            "changed between versions",
            """
            a1 @Post 2031-05-01
                url https://post.example/1
                a clerk: P
            a2 @Post 2031-05-02
                url https://post.example/2
                P
            """,
            id="two pages are no versions",
        ),
        pytest.param("no denial found", "a1 @Post\n    P\n    #Port: not P", id="there is one"),
        pytest.param(
            "hedge lost",
            """
            a1 @Post 2031-05-01
                a clerk: P
            a2 @Echo 2031-05-02
                @Post: P
            """,
            id="who attributes keeps the hedge",
        ),
        pytest.param(
            "still carried after a retraction",
            """
            a1 @Post 2031-05-01
                a clerk: P
            a2 @Echo 2031-05-02
                @Post: P
            a3 @Post 2031-05-03
                #Port: not P
            """,
            id="another's denial is no retraction",
        ),
        pytest.param(
            "still carried after a retraction",
            """
            a1 @Post 2031-05-02
                a clerk: P
            a2 @Echo 2031-05-02
                @Post: P
            a3 @Post 2031-05-01
                @Post: not P
            """,
            id="an earlier denial takes nothing back",
        ),
        pytest.param(
            "copied without credit",
            """
            a1 @Post 2031-05-01
                P
            a2 @Echo 2031-05-02
                @Post: P
                copies a1 0.9 credited
            """,
            id="credited",
        ),
    ],
)
def test_a_finding_is_not_made_up(kind, notation):
    assert kind not in findings(notation)


def test_every_finding_shows_words():
    story = read_story(
        """
        a1 @Post 2031-05-01
            a clerk: P 30 boats
            @Echo: P
        a2 @Echo
            @Post: P 40 boats
            #Port: not P
        a3 @Dispatch 2031-05-02
            P
            copies a1
        """
    )
    shown = [evidence for finding in story.answer().findings for evidence in finding.evidence]
    assert len(shown) > len(FINDINGS) // 2
    for evidence in shown:
        assert story.readings[evidence.article_id].article.cut(evidence.span) == evidence.text


def test_an_outlet_that_looks_like_another_is_not_resolved():
    story = read_story("""
        pos @Gazette 2031-05-01
            a port source: P
    """)
    reading = story.readings["pos"]
    outlet = msgspec.structs.replace(
        reading.resolved.outlet, imitates="The Gazette", reasons=("“gazette.pm” looks like The Gazette",)
    )
    others = tuple(one for one in reading.resolved.sources if one.id != outlet.id)
    resolved = msgspec.structs.replace(reading.resolved, outlet=outlet, sources=(*others, outlet))
    story.readings["pos"] = msgspec.structs.replace(reading, resolved=resolved)
    answer = story.answer()
    (told,) = [one for one in answer.findings if "looks like" in one.text]
    assert told.kind == "not resolved"
    assert told.evidence[0].article_id == "pos"
    (open_,) = [one for one in answer.unresolved if "looks like" in one.what]
    assert open_.what.startswith("whether Gazette is The Gazette")
    assert open_.would_settle == "find the same text on a page of The Gazette itself"
