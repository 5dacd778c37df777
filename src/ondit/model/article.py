"""An article: one text published by one outlet at one time, and the capture that it was read from."""

import msgspec
from msgspec.structs import replace

from ondit.model.ids import content_id
from ondit.model.span import Part, Span
from ondit.model.time import Basis, Interval, read_interval


class Link(msgspec.Struct, frozen=True, gc=False):
    """A hyperlink of an article; `span` is None where its place in the body is not known."""

    href: str
    text: str = ""
    span: Span | None = None


class Validators(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a server gave with an answer so that a later request can ask whether it has changed.

    They hold for the address `url` only, the one that answered.
    Source: RFC 9110, 8.8.
    """

    url: str
    etag: str | None = None
    last_modified: str | None = None


class Capture(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One answer of a server. `content` is the body with its content codings undone, and `sha256` its digest.

    `url` is the address asked for and `final_url` the one that answered, after redirects; neither holds a
    user name or password. `captured` is ISO 8601, in UTC, by our own clock. `headers` are as received, with
    names in lower case, without those that set cookies.
    """

    url: str
    final_url: str
    captured: str
    status: int
    headers: tuple[tuple[str, str], ...] = ()
    sha256: str
    content: bytes = b""

    def header(self, name: str) -> str:
        """Return the value of the first header of this name, in lower case; empty when there is none."""
        return next((value for key, value in self.headers if key == name), "")

    @property
    def media_type(self) -> str:
        """The media type that the server states, such as "text/html"; empty when it states none."""
        return self.header("content-type").partition(";")[0].strip().lower()

    @property
    def validators(self) -> Validators | None:
        """What to ask with next time; None when the server gave nothing to ask with."""
        etag, last_modified = (_repeatable(self.header(name)) for name in ("etag", "last-modified"))
        if not etag and not last_modified:
            return None
        return Validators(url=self.final_url, etag=etag or None, last_modified=last_modified or None)


class Article(msgspec.Struct, frozen=True, gc=False, kw_only=True, omit_defaults=True):
    """One text published by one outlet at one time. `title` and `text` never change once it has an id.

    Times are ISO 8601 as stated by the page; `published_interval` says what they mean. `outlet` is the name
    as given or as found on the page; `site_name`, `canonical_url`, `based_on` (URLs or names that JSON-LD
    gives as `isBasedOn` or `citation`) and `publisher` are what the page says of itself.

    `published_basis` tells who says when it was published, where that is known. `capture` is the answer of
    the server that it was read from, for one that was fetched: `captured` is its time.
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
    published_basis: Basis | None = None
    capture: Capture | None = None

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

    @property
    def uncaptured(self) -> "Article":
        """The article without when and how it was fetched: what two captures of one unchanged page share,
        whether a feed led to it or not."""
        published = None if self.published_basis is Basis.FEED else self.published
        return replace(self, captured=None, capture=None, published=published, published_basis=None)


def article_id(text: str, title: str, url: str | None) -> str:
    """Return the content id of an article for which the caller gave none."""
    return content_id("art", text, title, url or "")


class Skipped(msgspec.Struct, frozen=True, kw_only=True):
    """One item that could not be processed, so that it is counted and shown instead of lost.

    `item` is the caller's name for it (article id, file name, or file name with line number), `stage` the
    room that gave up (a verb: ingest, annotate, ...), `reason` a sentence for a person, without the
    article's text. `code` is a word for programs ("refused", "timeout", ...), where the room gives one;
    `retryable` tells whether the same item may succeed later as it is. `input` is what the person gave that
    the item was found in, where that is not the item itself.
    """

    item: str
    stage: str
    reason: str
    code: str = ""
    retryable: bool = False
    input: str = ""


class Failure(msgspec.Struct, frozen=True, kw_only=True):
    """One item that failed in one stage. `input` is what the person gave that the item was found in: a file,
    folder or address. `reason` holds no text of the article. `first` and `last` are ISO 8601, in UTC."""

    item: str
    stage: str
    input: str
    code: str
    reason: str
    retryable: bool
    attempts: int
    first: str
    last: str


def _repeatable(value: str) -> str:
    """Return a header's value where it can be sent back as it is, else nothing."""
    return value if value.isascii() and value.isprintable() else ""
