"""Hosts and domains of URLs, without any network."""

import re
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    import tldextract

_ARCHIVED = re.compile(r"https?://[^/]+/.*?(https?:/{1,2}[^/].*)")
"""A URL kept inside another one. Matches "https://web.archive.org/web/2024/http://a.example/x", not
"https://a.example/x"."""

BARE_HOST = re.compile(
    r"(?<![\w-])(?:https?://)?((?:[\w-]++\.(?=[\w-]))++[a-z]{2,})(?=[/\s)\]”\"'.,;:]|$)", re.IGNORECASE
)
"""A host in running text. Matches the "on.ft.com" of "(on.ft.com/2cUU1ax)", not "e.g."."""


@lru_cache(maxsize=1)
def _suffixes() -> "tldextract.TLDExtract":
    """The public suffix list that comes with the package: nothing is fetched, nothing is written."""
    import tldextract  # which loads an HTTP client, for lists that it is not to fetch

    return tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None, include_psl_private_domains=True)


def host_of(url: str) -> str:
    """Return the host of a URL in lower case, without port; of an archived URL, the archived page's.

    A URL that cannot be split gives an empty string.
    """
    if inner := _ARCHIVED.match(url):
        url = inner[1].replace(":/", "://", 1) if "://" not in inner[1] else inner[1]
    try:
        return (urlsplit(url if "//" in url else f"//{url}").hostname or "").rstrip(".")
    except ValueError:
        return ""


def registered_domain(host: str) -> str:
    """Return the domain that somebody registered: "bbc.co.uk" for "news.bbc.co.uk"; "" for an address in
    numbers. A suffix that nobody runs ("foo.example") counts as one label.

    Blogs on a shared host count as domains of their own ("one.blogspot.com").
    """
    parts = _suffixes()(host)
    if parts.domain and parts.suffix:
        return f"{parts.domain}.{parts.suffix}"
    return "" if parts.ipv4 or parts.ipv6 else ".".join(host.split(".")[-2:]) * ("." in host)


def enclosing(host: str) -> tuple[str, ...]:
    """Return the host and all hosts above it down to its registered domain, longest first."""
    base = registered_domain(host)
    if not base:
        return (host,) if host else ()
    labels = host.removesuffix(base).strip(".").split(".") if host != base else []
    return (*(".".join([*labels[cut:], base]) for cut in range(len(labels))), base)
