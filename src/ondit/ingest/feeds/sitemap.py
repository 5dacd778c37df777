"""Sitemaps, indexes of sitemaps, and Google's news sitemaps.

Source: sitemaps.org, protocol 0.9.
"""

from io import BytesIO

from lxml import etree

from ondit.errors import InputError
from ondit.ingest.faults import LIBRARY_FAULTS
from ondit.ingest.feeds.entries import Entry, Listed, feed_date
from ondit.ingest.pages.urls import absolute

_NO_SITEMAP = "no sitemap that can be read; give the address of a sitemap or feed"


def read_sitemap(content: bytes, url: str) -> Listed:
    """Return what a sitemap lists, read as far as it goes. `url` is where it was found.

    Raises `InputError` when there is no sitemap.
    """
    entries: list[Entry] = []
    maps: list[str] = []
    found, nameless = False, 0
    walk = etree.iterparse(
        BytesIO(content),
        events=("end",),
        tag=("{*}url", "{*}sitemap", "{*}urlset", "{*}sitemapindex"),
        recover=True,
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
    )
    try:
        for _, element in walk:
            found = True
            name = etree.QName(element).localname
            if name in ("urlset", "sitemapindex"):
                continue
            location = _said(element, "loc")
            address = absolute(location, url) if location else None
            if address is None:
                nameless += 1
            elif name == "sitemap":
                maps.append(address)
            else:
                entries.append(
                    Entry(
                        url=address,
                        published=feed_date(_said(element, "publication_date")),
                        modified=feed_date(_said(element, "lastmod")),
                    )
                )
            element.clear(keep_tail=False)
    except (etree.LxmlError, *LIBRARY_FAULTS):
        pass  # what came before the fault counts; names that are no UTF-8 raise as they are looked at
    if not found:
        raise InputError(_NO_SITEMAP)
    return Listed(entries=tuple(entries), maps=tuple(maps), nameless=nameless)


def _said(element: etree._Element, name: str) -> str | None:
    """Return what the first element of this name within another one says."""
    return next((text.strip() for one in element.iter(f"{{*}}{name}") if (text := one.text)), None)
