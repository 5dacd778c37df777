"""An article: one text published by one outlet at one time."""

import msgspec

from ondit.model.ids import content_id
from ondit.model.span import Part, Span
from ondit.model.time import Interval, read_interval


class Link(msgspec.Struct, frozen=True):
    """A hyperlink of an article; `span` is None where its place in the body is not known."""

    href: str
    text: str = ""
    span: Span | None = None


class Article(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One text published by one outlet at one time. `title` and `text` never change once it has an id.

    Times are ISO 8601 as stated by the page; `published_interval` says what they mean. `outlet` is the name
    as given or as found on the page; `site_name`, `canonical_url`, `based_on` (URLs or names that JSON-LD
    gives as `isBasedOn` or `citation`) and `publisher` are what the page says of itself.
    """

    id: str
    text: str
    title: str = ""
    url: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: str | None = None
    modified: str | None = None
    captured: str | None = None
    language: str | None = None
    links: tuple[Link, ...] = ()
    canonical_url: str | None = None
    site_name: str | None = None
    publisher: str | None = None
    based_on: tuple[str, ...] = ()

    def part(self, part: Part) -> str:
        """Return the text of one part."""
        return self.title if part is Part.TITLE else self.text

    def cut(self, span: Span) -> str:
        """Return the exact words of a span."""
        return span.cut(self.part(span.part))

    @property
    def published_interval(self) -> Interval | None:
        """The time of publication as an interval; None when the article is undated."""
        return read_interval(self.published) if self.published else None


def article_id(text: str, title: str, url: str | None) -> str:
    """Return the content id of an article for which the caller gave none."""
    return content_id("art", text, title, url or "")


class Skipped(msgspec.Struct, frozen=True, kw_only=True):
    """One item that could not be processed, so that it is counted and shown instead of lost.

    `item` is the caller's name for it (article id, file name, or file name with line number), `stage` the
    room that gave up (a verb: ingest, annotate, ...), `reason` a sentence for a person, without the
    article's text.
    """

    item: str
    stage: str
    reason: str
