"""Small traces for the tests: invented outlets, persons and events, written down as a person would."""

from collections.abc import Iterable

from ondit.model.article import Article
from ondit.model.attribution import Attribution, Certainty, Distance, Manner
from ondit.model.claim import Claim, Mention, Quantity, Voice
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
from ondit.model.reading import Reading, Resolved
from ondit.model.source import Source, SourceKind
from ondit.model.span import Part, Span

CLAIM = "The Halden dam has a crack 40 metres long."


class Story:
    """Builds a trace line by line. Sources and articles are called by their names."""

    def __init__(self, claim: str = CLAIM) -> None:
        self.claim = claim
        self.articles: list[Article] = []
        self.nodes: list[Node] = []
        self.carriers: list[Carrier] = []
        self.edges: list[Edge] = []

    def article(self, name, published, text, *, voice=Voice.ATTRIBUTED, number=None, **more) -> str:
        """Add a carrier whose first sentence makes the claim; return the id of its node."""
        article_id = f"a{len(self.articles) + 1:02}"
        article = Article(
            id=article_id,
            outlet=name,
            published=published,
            text=text,
            title=more.pop("title", ""),
            url=more.pop("url", None),
            language=more.pop("language", "en"),
        )
        self.articles.append(article)
        self.nodes.append(
            Node(id=article_id, name=name, article_id=article_id, source_kind=SourceKind.OUTLET)
        )
        quantities = (_quantity(text, number, more.pop("modifier", "")),) if number else ()
        self.carriers.append(
            Carrier(
                article_id=article_id,
                outlet=name,
                published=published,
                language=article.language,
                voice=voice,
                spans=(_sentence(text),),
                quantities=quantities,
                speaks_from_knowledge=self.evidence(article_id) if more.pop("knows", False) else None,
            )
        )
        assert not more, more
        return article_id

    def source(self, name, kind=SourceKind.UNNAMED, **more) -> str:
        """Add a source that no article stands for; return the id of its node."""
        node = Node(id=f"s{len(self.nodes) + 1:02}", name=name, source_kind=kind, mentions=(name,), **more)
        self.nodes.append(node)
        return node.id

    def edge(self, taker, giver, kind=EdgeKind.CITES, stance=Stance.SUPPORTS, **more) -> None:
        """Say that the taker has it from the giver; the taker's first sentence proves it."""
        self.edges.append(
            Edge(taker=taker, giver=giver, kind=kind, stance=stance, evidence=self.evidence(taker), **more)
        )

    def evidence(self, article_id: str) -> Evidence:
        """Return the first sentence of an article, or metadata for a source."""
        article = next((one for one in self.articles if one.id == article_id), None)
        if article is None:
            return Evidence(article_id=self.articles[0].id, span=None, text="byline: staff")
        span = _sentence(article.text)
        return Evidence(article_id=article_id, span=span, text=article.cut(span))

    def trace(self, origins: Iterable[Origin], counted=(1, 1, 0), **more) -> Trace:
        """Return the trace with these origins and counts (at least, at most, unresolved ends)."""
        at_least, at_most, ends = counted
        mentions = tuple(
            Mention(
                id=f"m{number}",
                article_id=article.id,
                spans=(_sentence(article.text),),
                text=article.cut(_sentence(article.text)),
                sentence=0,
            )
            for number, article in enumerate(self.articles)
        )
        return Trace(
            graph=ProvenanceGraph(
                claim=Claim(id="clm_1", text=self.claim, mentions=mentions),
                nodes=tuple(self.nodes),
                edges=tuple(self.edges),
                carriers=tuple(self.carriers),
            ),
            origins=tuple(origins),
            independent_origins=IndependentOrigins(
                at_least=at_least, at_most=at_most, unresolved_ends=ends, why=more.pop("why", ())
            ),
            first_in_collection=more.pop("first", ()),
            **more,
        )


def dam() -> tuple[Trace, list[Article]]:
    """Eight articles on a cracked dam: one engineer's words, taken for two witnesses, and a denial."""
    story = Story()
    wire = story.article(
        "Fjord Wire",
        "2031-05-02T08:10:00Z",
        "A crack 40 metres long runs through the Halden dam, an engineer at the site said. He gave no name.",
        number=(40, "metres"),
        title="Crack in Halden dam, engineer says",
        url="https://fjordwire.example/dam",
    )
    courier = story.article(
        "Halden Courier",
        "2031-05-02T11:00:00Z",
        "The dam is cracked over 40 metres, an engineer told Fjord Wire.",
        number=(40, "metres"),
    )
    north = story.article(
        "North Daily",
        "2031-05-03",
        "A crack of more than 60 metres threatens the Halden dam.",
        voice=Voice.ASSERTED,
        number=(60, "metres"),
        modifier="more than",
    )
    mirror = story.article(
        "Valley Mirror",
        "2031-05-03T06:00:00Z",
        "The dam is cracked over 40 metres, an engineer told Fjord Wire. The mayor is worried.",
        number=(40, "metres"),
    )
    evening = story.article(
        "Evening Post",
        "2031-05-03T18:30:00",
        "Reportedly the dam is cracked, the Lowland Gazette and the Halden Courier write.",
        voice=Voice.HEDGED,
    )
    foreign = story.article(
        "بريد الوادي",
        "2031-05-04",
        "قال مهندس إن في السد شقا طوله 40 مترا.",
        language="ar",
        number=(40, "مترا"),
    )
    board = story.article(
        "Upland Radio",
        "2031-05-04T09:00:00Z",
        "There is no crack in the dam, water board spokeswoman Ida Renn said.",
        voice=Voice.DENIED,
    )
    blog = story.article(
        "Dam Watch", "2031-05-05", "The Halden dam is cracked, everybody knows it.", voice=Voice.ASSERTED
    )
    engineer = story.source("an engineer at the site")
    worker = story.source("an engineer")
    gazette = story.source("Lowland Gazette", SourceKind.OUTLET)
    renn = story.source("Ida Renn", SourceKind.PERSON)
    story.edge(wire, engineer)
    story.edge(courier, wire)
    story.edge(courier, worker)
    story.edge(north, courier, EdgeKind.LINKS)
    story.edge(mirror, courier, EdgeKind.COPIES, inferred=True)
    story.edge(evening, gazette)
    story.edge(evening, courier)
    story.edge(foreign, worker)
    story.edge(board, renn, stance=Stance.DENIES)
    trace = story.trace(
        [
            Origin(
                node=engineer,
                name="an engineer at the site",
                kind=SourceKind.UNNAMED,
                description="an engineer at the site",
                joined=(engineer, worker),
                mentions=("an engineer at the site", "an engineer"),
                why="the same words are attributed to both",
            )
        ],
        (1, 1, 2),
        first=(wire,),
        why=("one origin: the same words are attributed to both engineers",),
        denials=(Voicing(name="Ida Renn", articles=(board,), evidence=story.evidence(board)),),
        findings=(
            Finding(
                kind="hedge lost",
                text="North Daily says as a fact what the Halden Courier attributes.",
                evidence=(story.evidence(courier), story.evidence(north)),
            ),
            Finding(
                kind="number drift",
                text="40 metres became more than 60.",
                evidence=(story.evidence(north),),
            ),
        ),
        unresolved=(
            Unresolved(
                what="Where the Lowland Gazette has it from.", would_settle="collect its article of 3 May"
            ),
        ),
    )
    assert blog
    return trace, story.articles


def crowd(size: int) -> tuple[Trace, list[Article]]:
    """A wire, and `size` - 1 outlets that have it from the wire or from one of three others, in four days."""
    story = Story()
    wire = story.article("Fjord Wire", "2031-05-01T08:00:00Z", "The dam is cracked, an engineer said.")
    engineer = story.source("an engineer")
    gazette = story.source("Lowland Gazette of Commerce and Shipping", SourceKind.OUTLET) if size > 7 else ""
    story.edge(wire, engineer)
    hubs = [wire]
    for number in range(1, size):
        when = f"2031-05-{1 + number * 4 // size:02}T{8 + number % 12:02}:{number % 60:02}:00Z"
        taker = story.article(
            f"Outlet {number} of the Long Valley", when, f"The dam is cracked, says {number}."
        )
        if number % 7 == 0:
            story.edge(taker, gazette)
        else:
            kind = EdgeKind.COPIES if number % 5 == 0 else EdgeKind.CITES
            story.edge(taker, hubs[number % len(hubs)], kind)
        if number in {1, 2, 3}:
            hubs.append(taker)
    origin = Origin(node=engineer, name="an engineer", kind=SourceKind.UNNAMED, description="an engineer")
    counted = (1, 2, 1) if gazette else (1, 1, 0)
    return story.trace([origin], counted, first=(wire,)), story.articles


def reading() -> Reading:
    """One article with a nested, an interrupted and an impersonal attribution, and a short form."""
    text = (
        "The dam is cracked, the Courier wrote, citing an engineer at the site.\n"
        "“We saw it”, the engineer said, “on Monday.”\n"
        "Reportedly the village might be moved."
    )
    article = Article(
        id="a7", outlet="North Daily", published="2031-05-03", title="Dam cracked", text=text, language="en"
    )

    def span(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    courier = Source(
        id="src_1", name="Halden Courier", kind=SourceKind.OUTLET, mentions=(span("the Courier"),)
    )
    engineer = Source(
        id="src_2",
        name="an engineer at the site",
        kind=SourceKind.UNNAMED,
        mentions=(span("an engineer at the site"), span("the engineer")),
        reasons=("“the engineer” is the engineer of the sentence before",),
    )
    rules = {"article_id": "a7", "made_by": "rules 1"}
    outer = Attribution(
        id="att_1",
        source=(span("the Courier"),),
        cue=(span("wrote"),),
        content=(span("The dam is cracked"),),
        manner=Manner.INDIRECT,
        source_id="src_1",
        **rules,
    )
    inner = Attribution(
        id="att_2",
        source=(span("an engineer at the site"),),
        cue=(span("citing"),),
        content=(span("The dam is cracked"),),
        manner=Manner.INDIRECT,
        parent="att_1",
        source_id="src_2",
        **rules,
    )
    quote = Attribution(
        id="att_3",
        source=(span("the engineer"),),
        cue=(span("said"),),
        content=(span("We saw it"), span("on Monday.")),
        manner=Manner.DIRECT,
        source_id="src_2",
        **rules,
    )
    rumour = Attribution(
        id="att_4",
        cue=(span("Reportedly"),),
        content=(span("the village might be moved"),),
        manner=Manner.INDIRECT,
        certainty=Certainty.POSSIBLE,
        distance=Distance.REPORTED,
        **rules,
    )
    resolved = Resolved(attributions=(outer, inner, quote, rumour), sources=(courier, engineer))
    return Reading(article=article, resolved=resolved)


def _sentence(text: str) -> Span:
    end = text.find(". ")
    return Span(0, end + 1 if end >= 0 else len(text), Part.BODY)


def _quantity(text: str, number: tuple[float, str], modifier: str) -> Quantity:
    value, unit = number
    start = text.index(str(value))
    return Quantity(
        value=float(value), unit=unit, modifier=modifier, span=Span(start, start + len(str(value)))
    )
