"""A trace as one self-contained HTML page: no script, no outside file, nothing told by colour alone."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

import msgspec
from jinja2 import Environment, PackageLoader, StrictUndefined

from ondit.model.article import Article
from ondit.model.provenance import Carrier, Edge, Evidence, Origin, Stance, Trace
from ondit.model.span import Part
from ondit.present import wording
from ondit.present.context import Contexts, Passage
from ondit.present.dates import date
from ondit.present.lineage import Lineage, lineage
from ondit.present.page.picture import Picture, picture
from ondit.present.visible import one_line, safe_link, visible


class Quote(msgspec.Struct, frozen=True, kw_only=True):
    """Words that prove something, in their sentence; `where` names the outlet, `href` links to its page."""

    passage: Passage
    where: str
    when: str
    language: str | None = None
    part: str = ""
    href: str | None = None


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One row of the edge table. `taker_row` and `giver_row` are anchors of carriers, None for sources.

    `is_own` says that the words stand in the taker's own article.
    """

    anchor: str
    taker: str
    taker_row: str | None
    how: str
    giver: str
    giver_row: str | None
    giver_note: str
    quote: Quote
    is_own: bool


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One row of the drift table: how one carrier carries the claim."""

    anchor: str
    outlet: str
    href: str | None
    when: str
    language: str | None
    steps: tuple[Step, ...]
    knowledge: Quote | None
    voice: str
    has_lost_hedge: bool
    numbers: str


class OriginNote(msgspec.Struct, frozen=True, kw_only=True):
    """One origin of the origins panel, with its other wordings."""

    origin: Origin
    name: str
    standing: str
    wordings: tuple[str, ...]


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """All that the template shows."""

    trace: Trace
    range_in_words: str
    step_anchors: Mapping[Edge, str]
    row_anchors: Mapping[str, str]
    figures: tuple[tuple[wording.Figure, str], ...]
    picture: Picture
    steps: tuple[Step, ...]
    rows: tuple[Row, ...]
    origins: tuple[OriginNote, ...]
    confirmations: tuple[tuple[str, Quote], ...]
    denials: tuple[tuple[str, Quote], ...]
    findings: tuple[tuple[str, tuple[Quote, ...]], ...]


def trace_page(trace: Trace | None, articles: Sequence[Article]) -> str:
    """Return the report of a trace as one HTML page.

    `articles` give links and languages; a missing one leaves its evidence without them.
    """
    page = _Reporter(trace, articles).page() if trace is not None else None
    return _environment().get_template("report.html").render(page=page, sentence=wording.sentence) + "\n"


class _Reporter:
    """Makes the page of one trace."""

    def __init__(self, trace: Trace, articles: Sequence[Article]) -> None:
        self._trace = trace
        self._contexts = Contexts(articles)
        self._family: Lineage = lineage(trace)
        self._rows = {carrier.article_id: f"c{n}" for n, carrier in enumerate(trace.graph.carriers, 1)}
        self._names = {node.id: node.name for node in trace.graph.nodes}
        self._faded = wording.lost_hedges(trace)
        self._steps = tuple(self._step(n, edge) for n, edge in enumerate(trace.graph.edges, 1))
        self._taken: dict[str, list[Step]] = defaultdict(list)
        for edge, step in zip(trace.graph.edges, self._steps, strict=True):
            self._taken[edge.taker].append(step)

    def page(self) -> Page:
        """Return all that the template shows."""
        trace, figures = self._trace, wording.figures(self._trace)
        first = next((self._rows[one] for one in trace.first_in_collection if one in self._rows), "carriers")
        targets = ("carriers", "origins", first, "confirmed", "denied")
        return Page(
            trace=trace,
            range_in_words=figures[1].value + figures[1].note,
            step_anchors=dict(zip(trace.graph.edges, (step.anchor for step in self._steps), strict=True)),
            row_anchors=self._rows,
            figures=tuple(zip(figures, targets, strict=True)),
            picture=picture(self._family),
            steps=self._steps,
            rows=tuple(map(self._row, trace.graph.carriers)),
            origins=tuple(map(self._origin, trace.origins)),
            confirmations=tuple((one.name, self._quote(one.evidence)) for one in trace.confirmations),
            denials=tuple((one.name, self._quote(one.evidence)) for one in trace.denials),
            findings=tuple(
                (wording.finding(one.kind, one.text), tuple(map(self._quote, dict.fromkeys(one.evidence))))
                for one in trace.findings
            ),
        )

    def _step(self, number: int, edge: Edge) -> Step:
        taker, giver = self._family[edge.taker], self._family[edge.giver]
        note = wording.NOT_COLLECTED if giver.is_uncollected else ""
        return Step(
            anchor=f"e{number}",
            taker=wording.quoted(taker.name, taker.kind),
            taker_row=self._rows.get(taker.node.article_id or ""),
            how=wording.credit([edge]),
            giver=wording.quoted(giver.name, giver.kind),
            giver_row=self._rows.get(giver.node.article_id or ""),
            giver_note=note,
            quote=self._quote(edge.evidence),
            is_own=edge.evidence.article_id == taker.node.article_id,
        )

    def _row(self, carrier: Carrier) -> Row:
        article = self._contexts.article(carrier.article_id)
        knows = carrier.speaks_from_knowledge
        return Row(
            anchor=self._rows[carrier.article_id],
            outlet=carrier.outlet,
            href=safe_link(article.url) if article else None,
            when=date(carrier.published),
            language=carrier.language,
            steps=tuple(self._taken[carrier.article_id]),
            knowledge=self._quote(knows) if knows else None,
            voice=wording.voice(carrier.voice),
            has_lost_hedge=carrier.article_id in self._faded,
            numbers=wording.numbers(carrier.quantities),
        )

    def _origin(self, origin: Origin) -> OriginNote:
        names = dict.fromkeys(one_line(name) for name in (*origin.mentions, *map(self._name, origin.joined)))
        own = {one_line(origin.name), one_line(origin.description), ""}
        return OriginNote(
            origin=origin,
            name=wording.quoted(origin.name, origin.kind),
            standing="" if origin.stance is Stance.SUPPORTS else wording.standing(origin),
            wordings=tuple(name for name in names if name not in own),
        )

    def _name(self, node_id: str) -> str:
        return self._names.get(node_id, "")

    def _quote(self, evidence: Evidence) -> Quote:
        article = self._contexts.article(evidence.article_id)
        in_title = evidence.span is not None and evidence.span.part is Part.TITLE
        return Quote(
            passage=self._contexts.passage(evidence),
            where=(article.outlet if article else None) or evidence.article_id,
            when=date(article.published, short=True) if article else "",
            language=article.language if article else None,
            part="metadata" if evidence.span is None else "title" if in_title else "",
            href=safe_link(article.url) if article else None,
        )


@cache
def _environment() -> Environment:
    """Return the templates' engine: it escapes all and makes all visible, whatever a template forgets."""
    return Environment(
        loader=PackageLoader("ondit.present.page"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=lambda value: visible(value) if type(value) is str else value,
        trim_blocks=True,
        lstrip_blocks=True,
    )
