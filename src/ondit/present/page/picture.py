"""The words in a drawn graph, cut to their cells: labels, bands, the axis of time."""

import msgspec

from ondit.model.provenance import Edge, EdgeKind
from ondit.present import wording
from ondit.present.dates import date, period
from ondit.present.lineage import Lineage, Relative
from ondit.present.page.layout import Band, Drawing, Tick, draw
from ondit.present.page.routes import LABEL, Line, Mark
from ondit.present.visible import columns, cut, one_line

# Columns that fill a label: letters of the sans-serif faces in use are at most so wide on average, in pixels.
_NAME_WIDTH, _NOTE_WIDTH = 6.8, 5.4  # bold at 12 pixels, plain at 10 pixels
_INDENT = 10  # from the middle of the sign to the label
_MOST_TITLE = 300  # code points of a tooltip
_BAND_COLUMNS = 60


class Label(msgspec.Struct, frozen=True, kw_only=True):
    """A mark with the words beside it. `sign` is "origin", "article", "open" (nobody has collected it),
    "source" or "fold"; widths are in pixels."""

    mark: Mark
    sign: str
    name: str
    note: str
    title: str
    width: float


class Stroke(msgspec.Struct, frozen=True, kw_only=True):
    """A line with its tooltip; `edge` is the first of its edges, whose row of the table it links to."""

    line: Line
    edge: Edge
    title: str
    is_inferred: bool


class Strip(msgspec.Struct, frozen=True, kw_only=True):
    """A band with its title."""

    band: Band
    title: str


class Picture(msgspec.Struct, frozen=True, kw_only=True):
    """A drawing with its words."""

    drawing: Drawing
    labels: tuple[Label, ...]
    strokes: tuple[Stroke, ...]
    strips: tuple[Strip, ...]
    heads: tuple[tuple[Tick, str], ...]
    summary: str


def picture(family: Lineage) -> Picture:
    """Return the picture of a lineage."""
    drawing = draw(family)
    return Picture(
        drawing=drawing,
        labels=tuple(map(_label, drawing.marks)),
        strokes=tuple(_stroke(family, line) for line in drawing.lines),
        strips=tuple(Strip(band=band, title=_strip(band)) for band in drawing.bands),
        heads=tuple((tick, _head(tick)) for tick in drawing.ticks),
        summary=_summary(family, drawing),
    )


def _label(mark: Mark) -> Label:
    member = mark.member
    name = wording.quoted(member.name, member.kind)
    title = name
    if mark.folded:
        names = wording.named((one.name for one in mark.folded), most=20)
        name, title = f"{len(mark.folded)} {_folded(mark)}", names
    room = LABEL - _INDENT
    short, note = cut(name, int(room / _NAME_WIDTH)), cut(_note(mark), int(room / _NOTE_WIDTH))
    return Label(
        mark=mark,
        sign="fold" if mark.folded else _sign(member),
        name=short,
        note=note,
        title=cut(f"{title} ({_note(mark)})", _MOST_TITLE),
        width=columns(short) * _NAME_WIDTH,
    )


def _folded(mark: Mark) -> str:
    edges = [edge for one in mark.folded for edge in one.edges]
    if not edges:
        return "more"
    return "copy it" if all(edge.kind is EdgeKind.COPIES for edge in edges) else "credit it"


def _sign(member: Relative) -> str:
    if member.is_origin:
        return "origin"
    if member.carrier is not None:
        return "article"
    return "open" if member.is_uncollected else "source"


def _note(mark: Mark) -> str:
    member = mark.member
    if mark.folded:
        return period((one.carrier.published for one in mark.folded if one.carrier), short=True)
    if member.carrier is not None:
        when = date(member.carrier.published, short=True)
        return f"{when}, origin" if member.is_origin else when
    if member.is_uncollected:
        return wording.NOT_COLLECTED
    if member.node.is_relay:
        return wording.RELAY
    return member.kind.value if member.kind else ""


def _stroke(family: Lineage, line: Line) -> Stroke:
    edge = line.edges[0]
    taker, giver = family[edge.taker], family[edge.giver]
    whom = wording.quoted(giver.name, giver.kind)
    told = f"{one_line(taker.name)} {wording.credit(line.edges, whom)}: {one_line(edge.evidence.text)}"
    return Stroke(
        line=line,
        edge=edge,
        title=cut(told, _MOST_TITLE),
        is_inferred=all(edge.inferred for edge in line.edges),
    )


def _strip(band: Band) -> str:
    if band.root is not None:
        return cut(f"Origin: {wording.quoted(band.root.name, band.root.kind)}", _BAND_COLUMNS)
    title = wording.DENIALS if band.denies else wording.STOP_SHORT
    return title.capitalize()


def _head(tick: Tick) -> str:
    if tick.days is None:
        return "without a date"
    first, last = (day.isoformat() for day in tick.days)
    return period((first, last))


def _summary(family: Lineage, drawing: Drawing) -> str:
    """Return what a reader who does not see the drawing is told of it."""
    carriers = sum(member.carrier is not None for member in family.members)
    held = wording.counted(carriers, "article"), wording.counted(len(family.members) - carriers, "source")
    text = (
        f"{' and '.join(held)}; time runs from left to right; each origin has a band of its own. The table "
        "below gives every line with the words that show it."
    )
    if drawing.folded:
        text += f" {wording.counted(drawing.folded, 'article')} are folded into marks that count them."
    return text
