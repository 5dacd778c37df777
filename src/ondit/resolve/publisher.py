"""Which outlet published an article."""

import re
from collections.abc import Iterator

from ondit.model.article import Article
from ondit.model.source import OutletKind, SourceKind
from ondit.resolve.figure import Figure, of_name, of_outlet
from ondit.resolve.outlets.hosts import host_of, registered_domain
from ondit.resolve.outlets.table import Outlet, OutletTable
from ondit.text.fold import fold

BRACKETED = re.compile(r"^(?P<name>[^()]+?)\s*\((?P<beside>[^()]+)\)\s*$")
"""An outlet field with something in brackets. Matches "Daily Foo (AFP)", not "Daily Foo"."""

_TITLE_SUFFIX = re.compile(r"\s[|–—-]\s(?P<name>[^|–—]{2,40})$")
"""The outlet's name behind a title. Matches the end of "Floods hit Foo | Daily Foo", not "Foo-Bar"."""


def publisher(article: Article, table: OutletTable) -> Figure | None:
    """Return the outlet that published an article, None when nothing tells.

    The host of its URL decides where the table knows it (a social platform only carries others' pages). A
    name of the table on a host that is not that outlet's is not taken for the outlet: the page is then known
    by its host alone.
    """
    host = host_of(article.url) if article.url else ""
    listed = table.by_host(host) if host else None
    if listed and listed.kind is not OutletKind.SOCIAL:
        return of_outlet(listed)
    domain = registered_domain(host) if host and not listed else ""
    for name in stated_names(article):
        known = named_outlet(name, table)
        if known and not (domain and known.domains):
            return of_outlet(known)
        if not table.by_name(name):
            return of_name(name, SourceKind.OUTLET)
        if domain:
            return of_name(f"{name} ({domain})", SourceKind.OUTLET, key=domain)
    return of_name(domain, SourceKind.OUTLET, key=domain) if domain else None


def stated_names(article: Article) -> Iterator[str]:
    """Yield the names that the page gives its outlet, the most telling first."""
    for name in (article.outlet, article.site_name, article.publisher):
        if name and fold(name):
            bracketed = BRACKETED.match(name)
            yield bracketed["name"] if bracketed else name
    suffix = _TITLE_SUFFIX.search(article.title)
    if suffix and not article.outlet:
        yield suffix["name"].strip()


def named_outlet(name: str, table: OutletTable) -> Outlet | None:
    """Return the one outlet of the table with this name; "Al-Foo (Syria)" may say which is meant."""
    found = table.by_name(name)
    return found[0] if len(found) == 1 else None
