"""Web addresses become items: a page, the pages that a feed or sitemap lists, or a file on the web."""

from collections.abc import Iterable, Iterator
from io import BytesIO

import msgspec
from msgspec.structs import replace

from ondit.errors import FetchError, InputError
from ondit.ingest.feeds import LISTS, Entry, Listed, Listing, ReadList, Sort, Unlisted, read_list, sort_of
from ondit.ingest.fetching import Fetcher, shown, unpacked
from ondit.ingest.item import Item, Kind, skipped
from ondit.ingest.opening import Unpack, items_of_stream, unpack_here
from ondit.model.article import Capture, Skipped

_MOST_ENTRIES = 50_000  # of one feed or sitemap, as sitemaps.org allows; a longer list is a fault
_MOST_MAPS = 500  # sitemaps of one index that are read: a year of daily ones, and some


class Means(msgspec.Struct, frozen=True):
    """What collecting works with: what fetches, what reads the lists of feeds and sitemaps, and what unpacks;
    the last two may work in processes of their own."""

    fetcher: Fetcher
    read: ReadList = read_list
    unpack: Unpack = unpack_here


def items_of_url(url: str, means: Means) -> Iterator[Item | Skipped]:
    """Yield the items of a web address, lazily: each is fetched when it is asked for.

    A feed or sitemap yields the pages that it lists. What cannot be had yields one `Skipped` and costs
    nothing else.
    """
    try:
        capture = means.fetcher.fetch(url)
    except FetchError as error:
        yield not_fetched(url, error)
        return
    if capture is not None:
        yield from items_of_capture(capture, means)


def followed(items: Iterable[Item | Skipped], means: Means) -> Iterator[Item | Skipped]:
    """Yield items; for a feed or sitemap given as a file, those of the pages that it lists."""
    for item in items:
        if isinstance(item, Item) and item.kind is Kind.LIST:
            unfetched = Capture(
                url=item.name, final_url="", captured="", status=0, sha256="", content=item.content
            )
            for found in items_of_capture(unfetched, means):
                yield replace(found, input=item.input)
        else:
            yield item


def items_of_capture(capture: Capture, means: Means) -> Iterator[Item | Skipped]:
    """Yield the items of what was fetched."""
    try:
        listed = listed_by(capture, means.read)
    except (InputError, FetchError) as error:
        yield skipped(shown(capture.url), str(error))
        return
    if listed is None:
        yield from document_items(capture, means.unpack)
        return
    for address in listed.maps[:_MOST_MAPS]:
        yield from _items_of_map(address, means)
    yield from passed_over(capture, listed)
    for entry in unique(listed.entries):
        yield from items_of_entry(entry, means)


def listed_by(capture: Capture, read: ReadList) -> Listed | None:
    """Return what a feed or sitemap lists; None for what is neither.

    Raises `InputError` when it calls itself one and cannot be read as one, `FetchError` when it unpacks to
    too much.
    """
    content = unpacked(capture.content)
    sort = sort_of(content, capture.media_type)
    if sort not in LISTS:
        return None
    listed = read(Listing(sort=sort, content=content, url=capture.final_url))
    if isinstance(listed, Unlisted):
        raise InputError(listed.reason)
    return listed


def items_of_entry(entry: Entry, means: Means) -> Iterator[Item | Skipped]:
    """Yield the items of a page that a feed lists. A feed within a feed is not followed."""
    try:
        capture = means.fetcher.fetch(entry.url)
    except FetchError as error:
        yield not_fetched(entry.url, error)
        return
    if capture is not None:
        for item in document_items(capture, means.unpack):
            yield replace(item, published=entry.published) if isinstance(item, Item) else item


def document_items(capture: Capture, unpack: Unpack) -> Iterator[Item | Skipped]:
    """Yield the items of an answer that is read for what it says itself."""
    name = shown(capture.url)
    sort = sort_of(capture.content, capture.media_type)
    if sort in LISTS:
        yield skipped(name, "a feed or sitemap, and no page; give its own address to read what it lists")
        return
    ending = ".html" if sort is Sort.PAGE else ""
    for item in items_of_stream(name, BytesIO(capture.content), ending, unpack):
        if isinstance(item, Item) and item.kind is not Kind.RECORD and item.capture is None:
            yield replace(item, capture=capture)
        else:
            yield item


def unique(entries: tuple[Entry, ...]) -> Iterator[Entry]:
    """Yield one entry for each address, the last that the list states."""
    return iter({entry.url: entry for entry in entries[:_MOST_ENTRIES]}.values())


def not_fetched(url: str, error: FetchError) -> Skipped:
    """Return the record of an address that could not be had."""
    return Skipped(
        item=shown(url), stage="fetch", reason=str(error), code=error.code, retryable=error.retryable
    )


def _items_of_map(address: str, means: Means) -> Iterator[Item | Skipped]:
    """Yield the items of one sitemap of an index; an index within an index is not followed."""
    try:
        capture = means.fetcher.fetch(address)
        listed = listed_by(capture, means.read) if capture is not None else None
    except FetchError as error:
        yield not_fetched(address, error)
        return
    except InputError as error:
        yield skipped(shown(address), str(error))
        return
    if capture is None or listed is None:
        yield skipped(shown(address), "no sitemap, though an index names it as one")
        return
    yield from passed_over(capture, listed)
    for entry in unique(listed.entries):
        yield from items_of_entry(entry, means)


def passed_over(capture: Capture, listed: Listed) -> Iterator[Skipped]:
    """Yield the records of what a list holds and is not followed, so that it is counted."""
    name = shown(capture.url)
    if listed.nameless:
        how_many = "an entry" if listed.nameless == 1 else f"{listed.nameless:,} entries"
        yield skipped(name, f"{how_many} without a web address")
    if len(listed.entries) > _MOST_ENTRIES or len(listed.maps) > _MOST_MAPS:
        yield skipped(
            name,
            f"lists more than {_MOST_ENTRIES:,} pages or {_MOST_MAPS} sitemaps; the rest was passed over",
        )
