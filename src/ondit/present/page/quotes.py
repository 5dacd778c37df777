"""Words that prove something, in their sentence, with a link to where they stand."""

from collections.abc import Sequence
from urllib.parse import quote as quoted_for_url

import msgspec

from ondit.model.article import Article
from ondit.model.provenance import Evidence
from ondit.model.span import Part, Span
from ondit.present.context import Contexts, Passage
from ondit.present.dates import date
from ondit.present.page.spots import spot
from ondit.present.visible import safe_link


class Quote(msgspec.Struct, frozen=True, kw_only=True):
    """Words that prove something, in their sentence; `where` names the outlet, `href` links to the words."""

    passage: Passage
    where: str
    when: str
    language: str | None = None
    part: str = ""
    href: str | None = None


class Quoting:
    """Quotes evidence from articles. Where they are served their own pages show the place, else it is the
    outlet's page that is linked."""

    def __init__(self, articles: Sequence[Article], *, is_served: bool) -> None:
        self._contexts = Contexts(articles)
        self._is_served = is_served

    def quote(self, evidence: Evidence) -> Quote:
        """Return evidence as a quote."""
        article = self._contexts.article(evidence.article_id)
        in_title = evidence.span is not None and evidence.span.part is Part.TITLE
        outside = safe_link(article.url) if article else None
        return Quote(
            passage=self._contexts.passage(evidence),
            where=(article.outlet if article else None) or evidence.article_id,
            when=date(article.published, short=True) if article else "",
            language=article.language if article else None,
            part="metadata" if evidence.span is None else "title" if in_title else "",
            href=article_link(evidence.article_id, evidence.span) if self._is_served else outside,
        )


def article_link(article_id: str, span: Span | None) -> str:
    """Return the address of the page of an article, at a place of its text."""
    place = f"?at={spot(span)}#at" if span else ""
    return f"/articles/{quoted_for_url(article_id, safe='', errors='replace')}{place}"
