"""A trace as a page: in a file of its own, without script or outside file, or served beside its articles."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TypeVar

import msgspec

from ondit.model.article import Article
from ondit.model.provenance import Carrier, Edge, Origin, Stance, Trace
from ondit.present import wording
from ondit.present.dates import date
from ondit.present.lineage import Lineage, lineage
from ondit.present.page.picture import Picture, picture
from ondit.present.page.quotes import Quote, Quoting, article_link
from ondit.present.page.rendering import own_environment
from ondit.present.visible import one_line, safe_link

_R = TypeVar("_R")


class Showing(msgspec.Struct, frozen=True, kw_only=True):
    """How a page shows a trace.

    With `is_served` each article has a page beside this one, and evidence links to its place there; else to
    the outlet's page. Of the steps and of the carriers those from `first` on are shown, `most` of each, or
    all.
    """

    is_served: bool = False
    first: int = 0
    most: int | None = None

    def window(self, rows: Sequence[_R]) -> Sequence[_R]:
        """Return those rows that are shown."""
        return rows if self.most is None else rows[self.first : self.first + self.most]

    def sheets(self, total: int) -> tuple[tuple[str, str, bool], ...]:
        """Return the sheets that so many rows take: their rows in words, address, whether it is this one;
        none where all fit on one."""
        if self.most is None or total <= self.most:
            return ()
        starts = range(0, total, self.most)
        return tuple(
            (f"{one + 1} to {min(one + self.most, total)}", f"?rows={one}#edges", one == self.first)
            for one in starts
        )

    def link(self, anchor: str, place: int) -> str:
        """Return the address of a row, the one at this place of all; of one on another sheet, with the
        sheet."""
        if self.most is None or self.first <= place < self.first + self.most:
            return f"#{anchor}"
        return f"?rows={place // self.most * self.most}#{anchor}"


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One row of the edge table. `taker_row` and `giver_row` lead to rows of carriers, None for sources.

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
    """One row of the drift table: how one carrier carries the claim. `credits` are whom it has it from, each
    with where the step is shown."""

    anchor: str
    outlet: str
    href: str | None
    when: str
    language: str | None
    credits: tuple[tuple[str, str], ...]
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
    """All that the template shows. `step_links` and `row_links` lead to the rows of edges and carriers."""

    trace: Trace
    showing: Showing
    sheets: tuple[tuple[str, str, bool], ...]
    range_in_words: str
    step_links: Mapping[Edge, str]
    row_links: Mapping[str, str]
    figures: tuple[tuple[wording.Figure, str], ...]
    picture: Picture
    steps: tuple[Step, ...]
    rows: tuple[Row, ...]
    origins: tuple[OriginNote, ...]
    confirmations: tuple[tuple[str, Quote], ...]
    denials: tuple[tuple[str, Quote], ...]
    findings: tuple[tuple[str, tuple[Quote, ...]], ...]


def trace_page(trace: Trace | None, articles: Sequence[Article]) -> str:
    """Return the report of a trace as one HTML page, a file of its own.

    `articles` give links and languages; a missing one leaves its evidence without them.
    """
    page = claim_page(trace, articles) if trace is not None else None
    return own_environment().get_template("report.html").render(page=page) + "\n"


def claim_page(trace: Trace, articles: Sequence[Article], showing: Showing | None = None) -> Page:
    """Return all that the page of a claim shows."""
    return _Reporter(trace, articles, showing or Showing()).page()


class _Reporter:
    """Makes the page of one trace."""

    def __init__(self, trace: Trace, articles: Sequence[Article], showing: Showing) -> None:
        self._trace, self._showing = trace, showing
        self._quote = Quoting(articles, is_served=showing.is_served).quote
        self._family: Lineage = lineage(trace)
        edges, carriers = trace.graph.edges, trace.graph.carriers
        self._steps = {edge: showing.link(f"e{n + 1}", n) for n, edge in enumerate(edges)}
        self._rows = {one.article_id: showing.link(f"c{n + 1}", n) for n, one in enumerate(carriers)}
        self._names = {node.id: node.name for node in trace.graph.nodes}
        self._articles = {article.id: article for article in articles}
        self._faded = wording.lost_hedges(trace)
        self._taken: dict[str, list[Edge]] = defaultdict(list)
        for edge in edges:
            self._taken[edge.taker].append(edge)

    def page(self) -> Page:
        """Return all that the template shows."""
        trace, figures = self._trace, wording.figures(self._trace)
        first = next((self._rows[one] for one in trace.first_in_collection if one in self._rows), "#carriers")
        targets = ("#carriers", "#origins", first, "#confirmed", "#denied")
        return Page(
            trace=trace,
            showing=self._showing,
            sheets=self._showing.sheets(max(len(self._steps), len(self._rows))),
            range_in_words=figures[1].value + figures[1].note,
            step_links=self._steps,
            row_links=self._rows,
            figures=tuple(zip(figures, targets, strict=True)),
            picture=picture(self._family),
            steps=tuple(map(self._step, self._showing.window(trace.graph.edges))),
            rows=tuple(map(self._row, self._showing.window(trace.graph.carriers))),
            origins=tuple(map(self._origin, trace.origins)),
            confirmations=tuple((one.name, self._quote(one.evidence)) for one in trace.confirmations),
            denials=tuple((one.name, self._quote(one.evidence)) for one in trace.denials),
            findings=tuple(
                (wording.finding(one.kind, one.text), tuple(map(self._quote, dict.fromkeys(one.evidence))))
                for one in wording.beside_panels(trace)
            ),
        )

    def _step(self, edge: Edge) -> Step:
        taker, giver = self._family[edge.taker], self._family[edge.giver]
        note = wording.NOT_COLLECTED if giver.is_uncollected else ""
        return Step(
            anchor=_anchor(self._steps[edge]),
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
        article = self._articles.get(carrier.article_id)
        knows = carrier.speaks_from_knowledge
        taken = self._taken[carrier.article_id]
        return Row(
            anchor=_anchor(self._rows[carrier.article_id]),
            outlet=carrier.outlet,
            href=self._href(carrier, article),
            when=date(carrier.published),
            language=carrier.language,
            credits=tuple((self._called(edge.giver), self._steps[edge]) for edge in taken),
            knowledge=self._quote(knows) if knows else None,
            voice=wording.voice(carrier.voice),
            has_lost_hedge=carrier.article_id in self._faded,
            numbers=wording.numbers(carrier.quantities),
        )

    def _href(self, carrier: Carrier, article: Article | None) -> str | None:
        """Return where a carrier is read: at the first place that makes the claim, or at its outlet."""
        if self._showing.is_served:
            return article_link(carrier.article_id, carrier.spans[0] if carrier.spans else None)
        return safe_link(article.url) if article else None

    def _called(self, node_id: str) -> str:
        member = self._family[node_id]
        return wording.quoted(member.name, member.kind)

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


def _anchor(link: str) -> str:
    return link.partition("#")[2]
