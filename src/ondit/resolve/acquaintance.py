"""What a collection knows and one article alone cannot: which names are names of outlets."""

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from ondit.languages import lexicon_of
from ondit.model.attribution import Attribution, Refusal
from ondit.model.reading import Reading, Resolved
from ondit.model.source import Credit, Source, SourceKind
from ondit.model.span import in_order
from ondit.text.fold import fold

_MAY_BE_OUTLET = frozenset(
    {SourceKind.OUTLET, SourceKind.ORGANISATION, SourceKind.PERSON, SourceKind.UNNAMED}
)


def acquaint(readings: Iterable[Reading]) -> dict[str, Reading]:
    """Return the readings by article id, cited outlets that publish in this collection recognised by name.

    A small paper that no table lists looks like a person or a body to an article that cites it ("Harbour Star
    says"). Where the collection holds a page of an outlet of that name, leading article or not, that outlet
    is meant. Outlets of the table stay what they are.
    """
    known = sorted(readings, key=lambda reading: reading.id)
    outlets = {
        _bare(outlet.name, reading): outlet for reading in known if (outlet := reading.resolved.outlet)
    }
    return {reading.id: _acquainted(reading, outlets) for reading in known}


def _acquainted(reading: Reading, outlets: Mapping[str, Source]) -> Reading:
    resolved = reading.resolved
    meant = {
        source.id: outlet
        for source in resolved.sources
        if source.kind in _MAY_BE_OUTLET
        and source.outlet_id is None
        and (outlet := outlets.get(_bare(source.name, reading)))
        and source.id != outlet.id
        and _is_written_as_name(source, outlet)
    }
    return replace(reading, resolved=_renamed(resolved, meant)) if meant else reading


def _is_written_as_name(source: Source, outlet: Source) -> bool:
    """Tell "The Source", a paper, from "the source", an unnamed somebody."""
    return source.kind is not SourceKind.UNNAMED or outlet.name.endswith(source.name.split(" ", 1)[-1])


def _bare(name: str, reading: Reading) -> str:
    lexicon = lexicon_of(reading.article.language or "")
    folded = fold(name)
    first, _, rest = folded.partition(" ")
    return rest if rest and lexicon and first in lexicon.source_words.definite else folded


def _renamed(resolved: Resolved, meant: Mapping[str, Source]) -> Resolved:
    def new(source_id: str | None) -> str | None:
        return meant[source_id].id if source_id and source_id in meant else source_id

    def attribution(one: Attribution) -> Attribution:
        return replace(one, source_id=new(one.source_id), addressee_id=new(one.addressee_id))

    def refusal(one: Refusal) -> Refusal:
        return replace(one, source_id=new(one.source_id))

    def credit(one: Credit) -> Credit:
        return replace(one, source_id=new(one.source_id) or one.source_id)

    sources: dict[str, Source] = {}
    for source in resolved.sources:
        outlet = meant.get(source.id)
        known = replace(source, speaks_for=new(source.speaks_for), via=new(source.via))
        if outlet:
            known = replace(
                known,
                id=outlet.id,
                name=outlet.name,
                kind=SourceKind.OUTLET,
                owner=outlet.owner,
                outlet_id=outlet.outlet_id,
                speaks_for=None,
                via=None,
            )
        sources[known.id] = _joined(sources[known.id], known) if known.id in sources else known
    return replace(
        resolved,
        attributions=tuple(map(attribution, resolved.attributions)),
        refusals=tuple(map(refusal, resolved.refusals)),
        credits=tuple(map(credit, resolved.credits)),
        sources=tuple(sources.values()),
    )


def _joined(one: Source, other: Source) -> Source:
    return replace(
        one,
        mentions=in_order({*one.mentions, *other.mentions}),
        reasons=(*one.reasons, *other.reasons),
    )
