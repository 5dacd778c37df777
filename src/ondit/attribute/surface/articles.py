"""The attributions of an article in a language without a parser."""

from ondit.attribute.draft import Draft
from ondit.attribute.factuality import Factuality
from ondit.attribute.nesting import finished
from ondit.attribute.surface.headlines import headline_sources
from ondit.attribute.surface.line import SHORTEST_SPEECH
from ondit.attribute.surface.reading import SurfaceReader
from ondit.attribute.surface.rules import surface_rules
from ondit.languages.lexicon import Lexicon
from ondit.model.annotation import Annotated
from ondit.model.attribution import Attributed, Certainty, Distance, Polarity
from ondit.model.span import Part, SpanIndex
from ondit.text.quotations import find_quotations
from ondit.text.tokens import BARE_WORD

MADE_BY = "surface/2"
"""`made_by` of what is read on the surface; the number rises when the rules give other results."""

QUOTED_BY = "quotations/1"
"""`made_by` of what is found in a language that has no lexicon."""

ANY_MARKS = {"«": "»", "“": "”", "„": "“", "”": "”", "»": "«", '"': '"', "「": "」"}
"""Quotation marks of languages that nobody has listed; an opening one that also closes others opens where
none is open ("”så här”", "»sådan«")."""

_PLAIN = Factuality(Certainty.CERTAIN, Polarity.POSITIVE, Distance.NONE)


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


def attribute_quotations(annotated: Annotated) -> Attributed:
    """Return the quotations of an article whose language has no lexicon: their words, and nobody who says
    them.

    Short ones are left out, as they may be names; so are those that nothing closes.
    """
    sentences = SpanIndex(one.span for one in annotated.sentences)
    found = [
        quotation
        for part in Part
        for quotation in find_quotations(annotated.article.part(part), ANY_MARKS, part)
        if quotation.closed
        and len(BARE_WORD.findall(annotated.article.cut(quotation.inner))) >= SHORTEST_SPEECH
    ]
    drafts = [
        Draft(sentence=place, content=(one.span,), factuality=_PLAIN)
        for one in found
        if (place := sentences.at(one.span)) is not None
    ]
    return Attributed(attributions=tuple(finished(drafts, found, annotated, QUOTED_BY)))


def _words_of_sources(body: SurfaceReader) -> frozenset[str]:
    return frozenset(
        word.strip("«»“”\"',.()")
        for draft in body.drafts
        for span in draft.source
        for word in span.cut(body.text).lower().split()
    )
