"""The demo story and its written answer agree, and a wrong trace is told from a right one."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from demo_expected import Answer, Proof, differences, read_answer

import ondit
from ondit.demo import demo_articles_path
from ondit.model.article import Article
from ondit.model.claim import Claim, Quantity, Voice
from ondit.model.provenance import (
    Carrier,
    Edge,
    EdgeKind,
    Evidence,
    Finding,
    IndependentOrigins,
    Node,
    Origin,
    ProvenanceGraph,
    Stance,
    Trace,
    Unresolved,
    Voicing,
)
from ondit.model.span import Span
from ondit.model.time import Interval, read_interval
from ondit.pipeline import read_inputs
from ondit.present import TRACE_FORMS, Screen


class StoryLink(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    href: str
    text: str
    start: int
    end: int


class StoryArticle(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One line of the story, in the form of docs/interfaces.md."""

    id: str
    url: str
    outlet: str
    title: str
    byline: str | None = None
    published: str | None = None
    captured: str | None = None
    language: str
    links: tuple[StoryLink, ...] = ()
    text: str

    @property
    def interval(self) -> Interval | None:
        return read_interval(self.published) if self.published else None


ANSWER = read_answer()
LINES = demo_articles_path().read_text(encoding="utf-8").splitlines()
STORY = {line.id: line for line in (msgspec.json.decode(line, type=StoryArticle) for line in LINES)}
FINDING_PAGES = Path(__file__).parents[2] / "docs" / "findings"
SOURCES = {source.key for source in ANSWER.sources}


def test_every_article_has_an_id_of_its_own_and_an_invented_address():
    assert len(STORY) == len(LINES)
    assert all(".example/" in article.url for article in STORY.values())


@pytest.mark.parametrize("article", STORY.values(), ids=lambda article: article.id)
def test_an_article_is_short_and_its_links_stand_where_they_say(article):
    assert 80 <= len(article.text.split()) <= 220
    for link in article.links:
        assert article.text[link.start : link.end] == link.text


def test_every_article_is_accounted_for_once():
    named = [carrier.article for carrier in ANSWER.carriers] + [*ANSWER.unread, *ANSWER.not_carriers]
    assert sorted(named) == sorted(STORY)


@pytest.mark.parametrize("proof", [*ANSWER.proofs()], ids=lambda proof: f"{proof.article}: {proof.text[:40]}")
def test_a_proof_stands_word_for_word_in_its_article(proof: Proof):
    article = STORY[proof.article]
    assert proof.text in article.text or proof.text in article.title


def test_an_edge_joins_what_the_story_and_the_list_of_sources_know():
    for edge in ANSWER.edges:
        assert edge.taker in STORY
        assert edge.giver in STORY or edge.giver in SOURCES


def test_origins_denials_and_confirmations_name_listed_sources():
    for entry in (*ANSWER.origins, *ANSWER.denials, *ANSWER.confirmations):
        assert set(entry.sources) <= SOURCES


@pytest.mark.parametrize("source", ANSWER.sources, ids=lambda source: source.key)
def test_every_wording_of_a_source_occurs_in_the_story(source):
    texts = [f"{article.title}\n{article.text}".casefold() for article in STORY.values()]
    assert [
        wording for wording in source.wordings if not any(wording.casefold() in text for text in texts)
    ] == []


def test_nothing_is_surely_earlier_than_the_first_in_the_collection():
    for first in ANSWER.first_in_collection:
        for carrier in ANSWER.carriers:
            interval = STORY[carrier.article].interval
            assert interval is None or not interval.surely_before(STORY[first].interval)


def test_an_edge_between_articles_is_flagged_exactly_when_its_order_is_impossible():
    for edge in ANSWER.edges:
        if edge.giver in STORY:
            impossible = STORY[edge.giver].interval.surely_after(STORY[edge.taker].interval)
            assert impossible == ("impossible order" in edge.flags), f"{edge.taker} <- {edge.giver}"


def test_the_range_is_what_the_origins_allow():
    stated = ANSWER.independent_origins
    assert stated.at_least <= stated.at_most == len(ANSWER.origins)


def test_the_story_holds_every_finding_that_its_origins_its_denial_and_its_pages_do_not_rule_out():
    pages = {page.stem for page in FINDING_PAGES.glob("*.md")} - {"README"}
    held = {finding.kind.replace(" ", "-") for finding in ANSWER.findings}
    assert pages - held == {
        "single-origin",
        "all-origins-unnamed",
        "no-denial-found",
        "not-resolved",
        "denies-what-it-is-cited-for",
        "cites-itself",
        "changed-between-versions",
    }
    assert ANSWER.unresolved


# --- the comparison --------------------------------------------------------------------------------------


def evidence(proof: Proof) -> Evidence:
    return Evidence(article_id=proof.article, span=Span(0, len(proof.text)), text=proof.text)


def faultless(answer: Answer) -> Trace:
    """Return a trace that says exactly what the answer says."""
    articles = [
        Node(id=c.article, name=STORY[c.article].outlet, article_id=c.article) for c in answer.carriers
    ]
    sources = [
        Node(id=source.key, name=source.wordings[0], source_kind=source.kind) for source in answer.sources
    ]
    edges = [
        Edge(
            taker=e.taker,
            giver=e.giver,
            kind=e.kind[0],
            stance=e.stance,
            via_copy=e.via_copy,
            flags=e.flags,
            evidence=evidence(Proof(article=e.taker, text=e.proof)),
        )
        for e in answer.edges
    ]
    carriers = [
        Carrier(
            article_id=c.article,
            outlet=STORY[c.article].outlet,
            voice=c.voice[0],
            quantities=tuple(
                Quantity(value=n.value, modifier=n.modifier, span=Span(0, 1)) for n in c.numbers
            ),
        )
        for c in answer.carriers
    ]
    claim = Claim(id="clm_demo", text=answer.claim, mentions=())
    stated = answer.independent_origins
    return Trace(
        graph=ProvenanceGraph(
            claim=claim, nodes=(*articles, *sources), edges=tuple(edges), carriers=tuple(carriers)
        ),
        origins=tuple(
            Origin(node=o.sources[0], name=o.wordings[0], kind=o.kind, joined=o.sources, mentions=o.wordings)
            for o in answer.origins
        ),
        independent_origins=IndependentOrigins(
            at_least=stated.at_least, at_most=stated.at_most, unresolved_ends=stated.unresolved_ends
        ),
        first_in_collection=answer.first_in_collection,
        denials=tuple(
            Voicing(name=d.sources[0], articles=d.articles, evidence=evidence(d.proofs[0]))
            for d in answer.denials
        ),
        confirmations=tuple(
            Voicing(name=c.sources[0], articles=c.articles, evidence=evidence(c.proofs[0]))
            for c in answer.confirmations
        ),
        findings=tuple(
            Finding(
                kind=f.kind,
                text=f.reason,
                evidence=tuple(
                    evidence(Proof(article=a, text=f.reason)) for a in (*f.articles, *f.also) if a != "*"
                ),
            )
            for f in answer.findings
        ),
        unresolved=tuple(Unresolved(what=u.words[0], would_settle="its page") for u in answer.unresolved),
    )


def test_the_system_gives_the_answer_that_was_worked_out_by_hand():
    trace, _ = demo_trace()
    assert differences(ANSWER, trace) == []


def demo_trace() -> tuple[Trace, list[Article]]:
    articles = [one for one in read_inputs([str(demo_articles_path())]) if isinstance(one, Article)]
    trace = ondit.trace(ANSWER.claim, articles)
    assert trace is not None
    return trace, articles


def test_the_trace_fits_one_screen():
    lines = TRACE_FORMS["text"](*demo_trace(), Screen(width=100, height=50)).splitlines()
    assert len(lines) <= 50
    assert max(map(len, lines)) <= 100
    heads = {"Who has it from whom", "Findings", "What would settle the rest"}
    assert heads <= set(lines)


def test_why_shows_the_words_that_prove_every_edge():
    trace, articles = demo_trace()
    shown = TRACE_FORMS["text"](trace, articles, Screen(width=10_000, why=True))
    for edge in trace.graph.edges:
        assert " ".join(edge.evidence.text.split())[:300] in shown  # a longer one is cut


def test_a_trace_that_says_what_the_answer_says_differs_in_nothing():
    assert differences(ANSWER, faultless(ANSWER)) == []


def change(trace: Trace, **fields) -> Trace:
    return msgspec.structs.replace(trace, **fields)


def change_graph(trace: Trace, **fields) -> Trace:
    return change(trace, graph=msgspec.structs.replace(trace.graph, **fields))


def strange_edge(trace: Trace) -> Trace:
    words = Evidence(article_id="pulse-1", span=None, text="my uncle")
    edge = Edge(taker="pulse-1", giver="Tomas Reke", kind=EdgeKind.CITES, evidence=words)
    return change_graph(trace, edges=(*trace.graph.edges, edge))


def without_credit_by_link(trace: Trace) -> Trace:
    return change_graph(
        trace, edges=tuple(edge for edge in trace.graph.edges if edge.kind is not EdgeKind.LINKS)
    )


def without_flags(trace: Trace) -> Trace:
    return change_graph(
        trace, edges=tuple(msgspec.structs.replace(edge, flags=()) for edge in trace.graph.edges)
    )


def asserted_denial(trace: Trace) -> Trace:
    return change_graph(
        trace,
        carriers=tuple(
            msgspec.structs.replace(carrier, voice=Voice.ASSERTED)
            if carrier.voice is Voice.DENIED
            else carrier
            for carrier in trace.graph.carriers
        ),
    )


def split_origin(trace: Trace) -> Trace:
    first, *rest = trace.origins
    one = msgspec.structs.replace(first, joined=(), mentions=("a source at the mill", "sources at the mill"))
    other = msgspec.structs.replace(
        first, node="person at the plant", name="a person who works at the plant", joined=(), mentions=()
    )
    return change(trace, origins=(one, other, *rest))


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        pytest.param(
            strange_edge,
            ["edge pulse-1 <- Tomas Reke: not expected; it rests on “my uncle”"],
            id="edge too many",
        ),
        pytest.param(
            without_credit_by_link,
            [
                "edge ledger-1 <- coastline-1: missing; "
                "it stands in “Read the full article at Coastline Today”"
            ],
            id="edge missing",
        ),
        pytest.param(
            without_flags,
            ["edge estuary-1 <- radio-1: flags [], expected ['impossible order']"],
            id="flag missing",
        ),
        pytest.param(
            asserted_denial, ["carrier observer-1: voice asserted, expected denied"], id="wrong voice"
        ),
        pytest.param(
            split_origin,
            [
                "origin source at the mill + person at the plant: expected one origin, found 2: "
                "“a source at the mill”, “a person who works at the plant”"
            ],
            id="one mouth taken for two",
        ),
        pytest.param(
            lambda trace: change(
                trace, independent_origins=IndependentOrigins(at_least=1, at_most=3, unresolved_ends=3)
            ),
            ["independent origins: at_least is 1, expected 2"],
            id="range",
        ),
        pytest.param(
            lambda trace: change(trace, denials=()),
            [
                "denial by Brannock Pulp: expected once, found 0 times",
                "denial by Ingrid Solvarn: expected once, found 0 times",
            ],
            id="denial missed",
        ),
        pytest.param(
            lambda trace: change(trace, findings=trace.findings[1:]),
            [
                "finding circular reporting: missing for herald-1, lantern-1 "
                "(Each has it from the other and neither has an exit.)"
            ],
            id="finding missed",
        ),
        pytest.param(
            lambda trace: change(
                trace, findings=(*trace.findings, Finding(kind="single origin", text="one", evidence=()))
            ),
            ["finding single origin: not expected (one)"],
            id="finding too many",
        ),
        pytest.param(
            lambda trace: change(trace, unresolved=trace.unresolved[1:]),
            ["not resolved: nothing is said of Inlet Review (Nobody has collected its page.)"],
            id="open end not named",
        ),
    ],
)
def test_a_difference_is_told_in_a_sentence(spoil: Callable[[Trace], Trace], said: list[str]):
    assert differences(ANSWER, spoil(faultless(ANSWER))) == said


def test_an_answer_with_an_unknown_field_is_refused():
    with pytest.raises(msgspec.ValidationError, match="certainty"):
        msgspec.toml.decode('claim = "P"\ncertainty = 0.9', type=Answer)


def test_stances_other_than_support_are_no_origins_of_the_claim():
    trace = faultless(ANSWER)
    denier = msgspec.structs.replace(
        trace.origins[0],
        name="Brannock Pulp",
        mentions=(),
        joined=(),
        node="Brannock Pulp",
        stance=Stance.DENIES,
    )
    assert differences(ANSWER, change(trace, origins=(*trace.origins, denier))) == []
