"""Marked text for the tests of resolve: ⟦a source⟧, ⟪whom it tells⟫; one attribution per source mark."""

import re

from ondit.annotate import annotate
from ondit.model.article import Article
from ondit.model.attribution import Attributed, Attribution, Manner
from ondit.model.reading import Resolved
from ondit.model.source import Source
from ondit.model.span import Part, Span
from ondit.resolve import resolve

_MARK = re.compile(r"(\d?)⟦([^⟧]*)⟧|⟪([^⟫]*)⟫")


def read_marked(marked: str, part: Part = Part.BODY) -> tuple[str, list[tuple[str, str, Span]]]:
    """Return the text without marks, and (role, number of the parent, span) for every mark in order."""
    text, marks, behind = "", [], 0
    for found in _MARK.finditer(marked):
        text += marked[behind : found.start()]
        role, words = ("source", found[2]) if found[2] is not None else ("addressee", found[3])
        marks.append((role, found[1] or "", Span(len(text), len(text) + len(words), part)))
        text += words
        behind = found.end()
    return text + marked[behind:], marks


def resolved(marked: str, *, title: str = "", language: str = "en", **fields: object) -> Resolved:
    """Resolve a marked article. A digit before ⟦ is the place, from 1, of the attribution that holds it."""
    text, marks = read_marked(marked)
    heading, heads = read_marked(title, Part.TITLE)
    article = Article(id="art", text=text, title=heading, language=language, **fields)
    attributions: list[Attribution] = []
    for role, parent, span in [*heads, *marks]:
        if role == "addressee":
            last = attributions.pop()
            attributions.append(made(last.id, last.source, (span,), last.parent))
        else:
            attributions.append(
                made(f"att{len(attributions) + 1}", (span,), (), f"att{parent}" if parent else None)
            )
    return resolve(annotate(article), Attributed(attributions=tuple(attributions)))


def made(id_: str, source: tuple[Span, ...], addressee: tuple[Span, ...], parent: str | None) -> Attribution:
    return Attribution(
        id=id_,
        article_id="art",
        source=source,
        content=(Span(0, 1),),
        addressee=addressee,
        parent=parent,
        manner=Manner.INDIRECT,
        made_by="hand",
    )


def sources(result: Resolved) -> list[Source]:
    """Return the source of every attribution, in order."""
    by_id = {source.id: source for source in result.sources}
    return [by_id[attribution.source_id] for attribution in result.attributions if attribution.source_id]


def names(result: Resolved) -> list[str]:
    return [source.name for source in sources(result)]
