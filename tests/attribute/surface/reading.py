"""Sentences as the surface reads them, one row of words an attribution.

A row is "source | cue | content" with, behind a further bar, who is told, what is not positive, certain or
vouched for, and "in N" for the row whose content holds it or is shared. A row that begins with "refusal"
gives who declines to comment.
"""

from ondit.annotate import annotate
from ondit.attribute import attribute
from ondit.model.article import Article
from ondit.model.attribution import Attribution, Certainty, Distance, Polarity
from ondit.model.span import Span


def rows(language: str, text: str) -> list[str]:
    """Return the rows of a text, in the order of their cues, and then its refusals."""
    article = Article(id="a", text=text, language=language)
    found = attribute(annotate(article))
    ids = [one.id for one in found.attributions]
    said = [_row(article, one, ids) for one in found.attributions]
    refused = [("refusal", _words(article, one.source), _words(article, one.cue)) for one in found.refusals]
    return [*said, *map(" | ".join, refused)]


def _words(article: Article, spans: tuple[Span, ...]) -> str:
    return " ".join(article.cut(span) for span in spans)


def _row(article: Article, one: Attribution, ids: list[str]) -> str:
    more = [f"to {_words(article, one.addressee)}"] if one.addressee else []
    more += ["negative"] if one.polarity is Polarity.NEGATIVE else []
    more += [one.certainty.value] if one.certainty is not Certainty.CERTAIN else []
    more += [one.distance.value] if one.distance is not Distance.NONE else []
    more += [f"in {ids.index(one.parent)}"] if one.parent in ids else []
    parts = [_words(article, spans) for spans in (one.source, one.cue, one.content)]
    return " | ".join([*parts, *([", ".join(more)] if more else [])])
