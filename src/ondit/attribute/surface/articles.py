"""The attributions of an article in a language without a parser."""

from ondit.attribute.draft import Draft
from ondit.attribute.nesting import finished
from ondit.attribute.surface.headlines import headline_sources
from ondit.attribute.surface.reading import SurfaceReader
from ondit.attribute.surface.rules import surface_rules
from ondit.languages.lexicon import Lexicon
from ondit.model.annotation import Annotated
from ondit.model.attribution import Attributed
from ondit.model.span import Part

MADE_BY = "surface/2"
"""`made_by` of what is read on the surface; the number rises when the rules give other results."""


def attribute_surface(annotated: Annotated, lexicon: Lexicon) -> Attributed:
    """Return the attributions and refusals of an article by its lexicon's table `surface`; empty where it has
    none."""
    rules = surface_rules(annotated.language)
    if rules is None:
        return Attributed()
    title, body = (SurfaceReader(annotated, part, lexicon.quotation.marks, rules) for part in Part)
    title.read()
    body.read()
    title.drafts += headline_sources(title, _words_of_sources(body))
    quotations = [*title.quotations, *body.quotations]
    found: tuple[list[Draft], ...] = (title.drafts, body.drafts)
    return Attributed(
        attributions=tuple(
            one for drafts in found for one in finished(drafts, quotations, annotated, MADE_BY)
        ),
        refusals=(*title.refusals, *body.refusals),
    )


def _words_of_sources(body: SurfaceReader) -> frozenset[str]:
    return frozenset(
        word.strip("«»“”\"',.()")
        for draft in body.drafts
        for span in draft.source
        for word in span.cut(body.text).lower().split()
    )
