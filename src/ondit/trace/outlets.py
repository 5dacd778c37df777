"""The publishers of a collection by name: what no table lists, the other pages tell."""

from collections.abc import Collection, Mapping
from functools import lru_cache

import msgspec

from ondit.languages import lexicon_of
from ondit.model.reading import Reading
from ondit.model.source import Source, SourceKind
from ondit.text.fold import fold

NAMED = {SourceKind.PERSON, SourceKind.ORGANISATION, SourceKind.OUTLET, SourceKind.GROUP}
"""Kinds that an article alone may take an outlet for when its name is in no table."""


def outlets_by_name(readings: Collection[Reading]) -> dict[str, Source]:
    """Return the publishers of a collection by bare name. A name that two of them share means neither.

    A ministry, a university or a company that publishes its own word is a body and no outlet: what its page
    says in its own voice, it knows. One is known for a body by its own name, or where a page surely takes
    a source of that name for one ("the Foo Standards Office has said").
    """
    found: dict[str, dict[str, Source]] = {}
    for reading in readings:
        outlet = reading.resolved.outlet
        if outlet:
            found.setdefault(bare(outlet.name, reading.article.language), {})[outlet.id] = outlet
    outlets = {name: next(iter(one.values())) for name, one in found.items() if name and len(one) == 1}
    bodies = {name for name, outlet in outlets.items() if outlet.national}
    for reading in readings:
        named = (one for one in reading.resolved.sources if one.mentions and not one.guessed)
        sure = (one.name for one in named if one.kind is SourceKind.ORGANISATION)
        bodies |= {bare(name, reading.article.language) for name in sure}
    return {name: _as_body(one) if name in bodies else one for name, one in outlets.items()}


def _as_body(publisher: Source) -> Source:
    """Return a publisher as the body that it is; what the table lists as an outlet stays one."""
    if publisher.outlet_id:
        return publisher
    return msgspec.structs.replace(publisher, kind=SourceKind.ORGANISATION)


def known_as(source: Source, language: str | None, outlets: Mapping[str, Source]) -> Source:
    """Return the publisher that a source of an article means by its very name, else the source itself.

    "The Southern Lantern said" is the outlet of the page that the Southern Lantern published, even if nothing
    in the article tells that it is an outlet.
    """
    outlet = outlets.get(bare(source.name, language)) if source.kind in NAMED else None
    if outlet is None or (outlet.id, outlet.kind) == (source.id, source.kind):
        return source
    return msgspec.structs.replace(outlet, mentions=source.mentions, reasons=source.reasons)


@lru_cache(maxsize=8192)
def bare(name: str, language: str | None) -> str:
    """Return a name folded, without the words that say nothing in its language ("The Southern Lantern")."""
    lexicon = lexicon_of(language or "en")
    words = fold(name).split()
    telling = [word for word in words if lexicon is None or word not in lexicon.claim.stop]
    return " ".join(telling or words)
